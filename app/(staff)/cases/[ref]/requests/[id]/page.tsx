import { DueDay } from "@/components/cases/due-day";
import { RequestTag } from "@/components/cases/request-tag";
import { BackLink } from "@/components/layout/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { lawfulBasisLabels } from "@/lib/information/labels";
import { viewRequest } from "@/lib/information/requests/queries";
import { isWaiting } from "@/lib/information/rules";
import { load } from "@/lib/request/load";
import { CancelForm, ChaseForm } from "./request-forms";

export default async function RequestPage({ params }: PageProps<"/cases/[ref]/requests/[id]">) {
  const { ref, id } = await params;
  const request = await load((ctx) => viewRequest(ctx, ref, id));
  const { organisation, askedByHat, today } = request;
  return (
    <>
      <PageTitle>{`A request on case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/requests`}>Back to requests</BackLink>
      <PageHeading caption={ref}>Request to {organisation.name}</PageHeading>
      <SummaryList
        rows={[
          { key: "Question", value: <Paragraphs text={request.question} /> },
          { key: "Status", value: <RequestTag cell={request.cell} /> },
          {
            key: "Answer by",
            value: isWaiting(request.state) ? (
              <DueDay day={request.dueDay} today={today} isLong />
            ) : (
              <Time day={request.dueDay} />
            ),
          },
          { key: "Lawful basis", value: lawfulBasisLabels[request.lawfulBasis] },
          {
            key: "Asked",
            value: (
              <>
                <Time at={request.askedAt} /> by {askedByHat.user.name},{" "}
                {askedByHat.organisation.name}
              </>
            ),
          },
          ...(request.chasedAt
            ? [
                {
                  key: "Reminded",
                  value: (
                    <>
                      {request.chases === 1 ? "Once" : `${request.chases} times`}, last on{" "}
                      <Time at={request.chasedAt} />
                    </>
                  ),
                },
              ]
            : []),
          ...(request.answeredAt
            ? [{ key: "Answered", value: <Time at={request.answeredAt} /> }]
            : []),
          ...(request.answerNote
            ? [{ key: "What they say", value: <Paragraphs text={request.answerNote} /> }]
            : []),
        ]}
      />
      {isWaiting(request.state) && (
        <>
          <ChaseForm requestId={id} />
          <CancelForm requestId={id} />
        </>
      )}
    </>
  );
}
