import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type NotToldReason, notToldReasonLabels } from "@/lib/referrals/labels";
import { type TellingStage, tellingStages } from "@/lib/told/labels";

type Telling = {
  id: string;
  stage: TellingStage;
  isTold: boolean;
  onDay: Day;
  exemption: NotToldReason | null;
  reasons: string | null;
  recordedAt: Date;
  recordedByHat: { user: { name: string } };
};

/** Every entry, newest first. Each was written once. */
export function TellingHistory({ tellings }: { tellings: Telling[] }) {
  if (tellings.length === 0) return null;
  return (
    <Table
      caption="What has been recorded"
      isWide
      columns={[{ text: "When" }, { text: "What" }, { text: "Recorded" }, { text: "By" }]}
      rows={tellings.map((telling) => ({
        key: telling.id,
        cells: [
          <Time key="day" day={telling.onDay} short />,
          <div key="what">
            {tellingStages[telling.stage]}: {telling.isTold ? "told" : "not told"}
            {telling.exemption && (
              <div className="text-secondary">
                {notToldReasonLabels[telling.exemption]}. {telling.reasons}
              </div>
            )}
          </div>,
          <Time key="at" at={telling.recordedAt} short />,
          telling.recordedByHat.user.name,
        ],
      }))}
    />
  );
}
