import { BackLink } from "@/components/layout/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/request/load";
import { getConcernToAnswer } from "@/lib/support/sessions/queries";
import { AnswerForm } from "./answer-form";

type Props = PageProps<"/cases/[ref]/support/concerns/[concernId]">;

export default async function ConcernPage({ params }: Props) {
  const { concernId } = await params;
  const concern = await load((ctx) => getConcernToAnswer(ctx, concernId));
  const { reference } = concern.case;
  return (
    <>
      <PageTitle>{`Concern from support on ${reference}`}</PageTitle>
      <BackLink href={`/cases/${reference}/support/sessions`}>Back to sessions</BackLink>
      <PageHeading caption={reference}>A concern from support</PageHeading>
      <SummaryList
        rows={[
          { key: "Raised by", value: concern.raisedByHat.user.name },
          { key: "When", value: <Time at={concern.raisedAt} /> },
          { key: "Anybody at risk", value: concern.isAnyoneAtRisk ? "Yes" : "No" },
          { key: "What was seen or heard", value: <Paragraphs text={concern.what} /> },
          ...(concern.answer
            ? [{ key: "What was done", value: <Paragraphs text={concern.answer} /> }]
            : []),
        ]}
      />
      {!concern.answer && (
        <AnswerForm
          concernId={concern.id}
          version={String(concern.version)}
          reference={reference}
        />
      )}
    </>
  );
}
