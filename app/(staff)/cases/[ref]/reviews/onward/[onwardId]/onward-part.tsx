import { DueDay } from "@/components/cases/due-day";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { onwardStages, onwardStates } from "@/lib/signposts/labels";
import type { getOnward } from "@/lib/support/onward/queries";
import { AnswerOnwardForm, ChaseForm } from "./onward-forms";

type Props = { onward: Awaited<ReturnType<typeof getOnward>>; today: Day };

/** One service that was asked to help: what it was told, and what it says, or that it is asked again. */
export function OnwardPart({ onward, today }: Props) {
  const { state, chases, chasedOn, said, answer } = onward;
  const version = String(onward.version);
  return (
    <>
      <SummaryList
        rows={[
          { key: "Referred on", value: <Time day={onward.madeOn} short /> },
          { key: "When in the process", value: onwardStages[onward.madeAtStage] },
          ...(said ? [{ key: "What was said", value: <Paragraphs text={said} /> }] : []),
          { key: "How it stands", value: onwardStates[state] },
          ...(state === "waiting"
            ? [{ key: "Answer by", value: <DueDay day={onward.dueOn} today={today} isLong /> }]
            : []),
          {
            key: "Asked again",
            value: chasedOn ? (
              <>
                {chases === 1 ? "Once" : `${chases} times`}, last on <Time day={chasedOn} short />
              </>
            ) : (
              "Not yet"
            ),
          },
          ...(answer ? [{ key: "Answer", value: <Paragraphs text={answer} /> }] : []),
        ]}
      />
      {state === "waiting" && (
        <>
          <ChaseForm onwardId={onward.id} version={version} />
          <AnswerOnwardForm
            onwardId={onward.id}
            version={version}
            back={onward.path}
            isAskedAgain={chases > 0}
          />
        </>
      )}
    </>
  );
}
