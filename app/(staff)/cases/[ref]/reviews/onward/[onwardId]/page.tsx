import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/request/load";
import { onwardStates } from "@/lib/support/onward/labels";
import { getOnward } from "@/lib/support/onward/queries";
import { AnswerOnwardForm, ChaseForm } from "./onward-forms";

type Props = PageProps<"/cases/[ref]/reviews/onward/[onwardId]">;

export default async function OnwardPage({ params }: Props) {
  const { onwardId } = await params;
  const onward = await load((ctx) => getOnward(ctx, onwardId));
  const { reference } = onward.case;
  const version = String(onward.version);
  return (
    <>
      <PageTitle>{`Onward referral of ${reference}`}</PageTitle>
      <PageHeading caption={reference}>{`Referred on: ${onward.service}`}</PageHeading>
      <SummaryList
        rows={[
          { key: "Referred on", value: <Time day={onward.madeOn} /> },
          { key: "How it stands", value: onwardStates[onward.state] },
          { key: "Asked again", value: timesText(onward.chases) },
          ...(onward.answer ? [{ key: "Answer", value: onward.answer }] : []),
        ]}
      />
      {onward.state === "waiting" && (
        <>
          <AnswerOnwardForm onwardId={onward.id} version={version} reference={reference} />
          <ChaseForm onwardId={onward.id} version={version} />
        </>
      )}
    </>
  );
}

const timesText = (times: number) => {
  if (times === 0) return "Not asked again yet";
  return times === 1 ? "Once" : `${times} times`;
};
