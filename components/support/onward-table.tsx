import { DueDay } from "@/components/cases/due-day";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import {
  type OnwardStage,
  type OnwardState,
  onwardStages,
  onwardStates,
} from "@/lib/support/onward/labels";

type Onward = {
  id: string;
  service: string;
  madeAtStage: OnwardStage;
  madeOn: Day;
  dueOn: Day;
  state: OnwardState;
  answeredOn: Day | null;
  answer: string | null;
  chasedOn: Day | null;
  chases: number;
};

type Props = { onward: Onward[]; reference: string; today: Day; mayAsk: boolean };

/** Where the person was referred on to. Each is asked after until the service has answered. */
export function OnwardTable({ onward, reference, today, mayAsk }: Props) {
  if (onward.length === 0) return null;
  return (
    <Table
      caption="Referred on to other services"
      columns={[
        { text: "Service" },
        { text: "Referred" },
        { text: "How it stands" },
        { text: "Answer" },
      ]}
      rows={onward.map((one) => ({
        key: one.id,
        cells: [
          mayAsk && one.state === "waiting" ? (
            <Link key="service" href={`/cases/${reference}/reviews/onward/${one.id}`}>
              {one.service}
            </Link>
          ) : (
            one.service
          ),
          <div key="made">
            <Time day={one.madeOn} short />
            <div className="text-secondary">{onwardStages[one.madeAtStage]}</div>
          </div>,
          <div key="state">
            {onwardStates[one.state]}
            {one.state === "waiting" && (
              <div>
                <DueDay day={one.dueOn} today={today} />
              </div>
            )}
            {one.chasedOn && (
              <div className="text-secondary">
                Asked again {one.chases === 1 ? "once" : `${one.chases} times`}, last on{" "}
                <Time day={one.chasedOn} short />
              </div>
            )}
          </div>,
          one.answer ?? "Not yet",
        ],
      }))}
    />
  );
}
