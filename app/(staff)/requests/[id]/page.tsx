import { DoneAlert } from "@/components/cases/done-alert";
import { DueDay } from "@/components/cases/due-day";
import { ItemCard } from "@/components/cases/item-card";
import { RequestTag } from "@/components/cases/request-tag";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { viewRequestToAnswer } from "@/lib/information/answers/queries";
import { answerLabels, lawfulBasisLabels, type RequestState } from "@/lib/information/labels";
import { answersTo, isWaiting } from "@/lib/information/rules";
import { load } from "@/lib/request/load";

export default async function RequestPage({ params, searchParams }: PageProps<"/requests/[id]">) {
  const { id } = await params;
  const { done } = await searchParams;
  const request = await load((ctx) => viewRequestToAnswer(ctx, id));
  const { askedByHat, reference, shared, today } = request;
  return (
    <Main back={<BackLink href="/requests">Back to requests</BackLink>}>
      <PageTitle>{`Request ${reference}`}</PageTitle>
      <DoneAlert done={done} />
      <PageHeading caption={reference}>Request for information</PageHeading>
      <SummaryList
        rows={[
          { key: "About", value: `${request.personName}. ${request.personBorn}.` },
          { key: "Question", value: <Paragraphs text={request.question} /> },
          {
            key: "Asked",
            value: (
              <>
                <Time at={request.askedAt} /> by {askedByHat.user.name},{" "}
                {askedByHat.organisation.name}
              </>
            ),
          },
          { key: "Lawful basis", value: lawfulBasisLabels[request.lawfulBasis] },
          {
            key: "Answer by",
            value: isWaiting(request.state) ? (
              <DueDay day={request.dueDay} today={today} isLong />
            ) : (
              <Time day={request.dueDay} />
            ),
          },
          { key: "Status", value: <RequestTag cell={request.cell} /> },
          ...(request.answerNote
            ? [{ key: "What you said", value: <Paragraphs text={request.answerNote} /> }]
            : []),
        ]}
      />
      <HowToAnswer id={id} state={request.state} />
      {shared.length > 0 && <h2 className="govuk-heading-m">What your organisation has shared</h2>}
      {shared.map((item) => (
        <ItemCard key={item.id} item={item} />
      ))}
    </Main>
  );
}

function HowToAnswer({ id, state }: { id: string; state: RequestState }) {
  const answers = answersTo(state);
  if (answers.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">
        {state === "asked" ? "How do you want to answer?" : "Is there more to say?"}
      </h2>
      <ul className="govuk-list app-choices">
        {answers.map((answer) => (
          <li key={answer}>
            <Link href={`/requests/${id}/${answer}`}>{answerLabels[answer]}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
