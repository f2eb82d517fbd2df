import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import {
  type NotToldReason,
  notToldReasonLabels,
  type Told,
  toldLabels,
} from "@/lib/referrals/labels";
import {
  type TellingMethod,
  type TellingStage,
  type ToldWhom,
  tellingMethods,
  tellingStages,
  toldWhom,
} from "@/lib/told/labels";

type Telling = {
  isTold: boolean;
  onDay: Day;
  toldWhom: ToldWhom | null;
  toldBy: string | null;
  method: TellingMethod | null;
  exemption: NotToldReason | null;
  reasons: string | null;
};
type Stage = { stage: TellingStage; last: Telling | null; isToLookAgain: boolean };
type Said = { told?: string | undefined; why?: string | undefined };

/** Each stage the case has come to, and the last word on it (TR-02). */
export function StageTable({ stages, referrerSaid }: { stages: Stage[]; referrerSaid: Said }) {
  return (
    <Table
      caption="At each stage"
      isWide
      columns={[{ text: "What they are told" }, { text: "How it stands" }, { text: "Since" }]}
      rows={stages.map(({ stage, last, isToLookAgain }) => ({
        key: stage,
        cells: [
          tellingStages[stage],
          last ? (
            <Standing key="standing" telling={last} isToLookAgain={isToLookAgain} />
          ) : (
            unsaid(stage, referrerSaid)
          ),
          last ? <Time key="day" day={last.onDay} short /> : "Not recorded",
        ],
      }))}
    />
  );
}

/** Before anybody has recorded it here, the referrer's own answer is what is known. */
function unsaid(stage: TellingStage, { told, why }: Said): string {
  if (stage !== "referral" || !told) return "Not recorded yet";
  const answer = toldLabels[told as Told] ?? told;
  const reason = why ? `: ${notToldReasonLabels[why as NotToldReason] ?? why}` : "";
  return `The referrer said whether the person knew: ${answer}${reason}`;
}

function Standing({ telling, isToLookAgain }: { telling: Telling; isToLookAgain: boolean }) {
  if (telling.isTold) {
    const whom = telling.toldWhom && toldWhom[telling.toldWhom].toLowerCase();
    const how = telling.method && tellingMethods[telling.method].toLowerCase();
    return (
      <>
        Told: {whom}, {how}, by {telling.toldBy}
      </>
    );
  }
  return (
    <>
      Not told: {telling.exemption && notToldReasonLabels[telling.exemption]}
      <span className="app-block text-secondary">{telling.reasons}</span>
      {isToLookAgain && (
        <span className="app-block">
          <StatusTag meaning="soon">Look at this again</StatusTag>
        </span>
      )}
    </>
  );
}
