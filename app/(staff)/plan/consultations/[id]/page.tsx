import { ConsultationStatusTag } from "@/components/consultations/consultation-status";
import { ContributorTable } from "@/components/consultations/contributor-table";
import { QuestionList } from "@/components/consultations/question-list";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { consultationDoneLabels } from "@/lib/consultations/labels";
import { type ConsultationRecord, viewConsultation } from "@/lib/consultations/queries";
import { isAnswered } from "@/lib/consultations/rules";
import { load } from "@/lib/request/load";
import { RemindForm } from "./remind-form";

type Props = PageProps<"/plan/consultations/[id]">;

export default async function ConsultationPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = [await params, await searchParams];
  const seen = await load((ctx) => viewConsultation(ctx, id));
  const { consultation, questions, mayWrite, mayAnswer, today, contributors, waiting } = seen;
  const { status } = consultation;
  const at = `/plan/consultations/${id}`;
  const isWriting = mayWrite && status !== "submitted";
  const mayExport = mayWrite || status === "submitted";
  const isWhole = questions.length > 0 && questions.every(isAnswered);
  return (
    <Main back={<BackLink href="/plan/consultations">Back to responses to consultations</BackLink>}>
      <PageTitle>{consultation.title}</PageTitle>
      <DoneAlert done={done} labels={consultationDoneLabels} />
      <PageHeading caption={consultation.reference}>{consultation.title}</PageHeading>
      {mayAnswer && (
        <InsetText>
          You are asked to contribute by <Time day={consultation.contributeByDay} today={today} />.
          Choose a question below.
        </InsetText>
      )}
      {isWriting && (
        <div className="govuk-button-group">
          {status === "open" && isWhole && (
            <LinkButton href={`${at}/sign-off`}>Record the sign-off</LinkButton>
          )}
          {status === "signed_off" && (
            <LinkButton href={`${at}/submit`}>Record that it was submitted</LinkButton>
          )}
          <LinkButton variant="secondary" href={`${at}/questions/new`}>
            Add a question
          </LinkButton>
          {status === "open" && (
            <LinkButton variant="secondary" href={`${at}/contributors`}>
              Ask somebody to contribute
            </LinkButton>
          )}
        </div>
      )}
      <Facts consultation={consultation} today={today} />
      {mayExport && <TakeAway at={at} isSubmitted={status === "submitted"} />}
      <QuestionList
        questions={questions}
        answers={seen.answers}
        regionalBody={consultation.regionalBody}
        isKeeper={isWriting}
        mayAnswer={mayAnswer}
      />
      {mayWrite && (
        <ContributorTable
          contributors={contributors}
          answers={seen.answers}
          isOver={status === "submitted"}
        />
      )}
      {isWriting && waiting.length > 0 && <RemindForm consultationId={id} />}
    </Main>
  );
}

function TakeAway({ at, isSubmitted }: { at: string; isSubmitted: boolean }) {
  return (
    <p className="govuk-body app-no-print">
      {isSubmitted ? "The copy that was submitted" : "The response as it stands"}, as{" "}
      <Link href={`${at}/file?as=pdf`}>PDF</Link>, <Link href={`${at}/file?as=docx`}>DOCX</Link> or{" "}
      <Link href={`${at}/file?as=csv`}>CSV</Link>
    </p>
  );
}

function Facts({ consultation, today }: { consultation: ConsultationRecord; today: string }) {
  const { status, signedBy, signedDay, submittedDay, receipt } = consultation;
  const rows: SummaryRow[] = [
    { key: "Status", value: <ConsultationStatusTag status={status} /> },
    { key: "Asked by", value: consultation.askedBy },
    { key: "About", value: <Paragraphs text={consultation.about} /> },
    { key: "Contributions by", value: <Time day={consultation.contributeByDay} /> },
    {
      key: "Closes",
      value: <Time day={consultation.closesDay} {...(status !== "submitted" && { today })} />,
    },
    { key: "Regional body", value: consultation.regionalBody ?? "None answers as well" },
  ];
  if (signedBy && signedDay)
    rows.push({
      key: "Signed off",
      value: (
        <>
          {signedBy}, <Time day={signedDay} />
        </>
      ),
    });
  if (submittedDay)
    rows.push({
      key: "Submitted",
      value: (
        <>
          <Time day={submittedDay} />, receipt {receipt}
        </>
      ),
    });
  return <SummaryList rows={rows} />;
}
