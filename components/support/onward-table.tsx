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
} from "@/lib/signposts/labels";

type Onward = {
  id: string;
  service: string;
  said: string | null;
  madeAtStage: OnwardStage;
  madeOn: Day;
  dueOn: Day;
  state: OnwardState;
  answeredOn: Day | null;
  answer: string | null;
  chasedOn: Day | null;
  chases: number;
  path: string | null;
};

/** Where the person was referred on to. Each is asked after until the service has answered. */
export function OnwardTable({ onward, today }: { onward: Onward[]; today: Day }) {
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
          <Service key="service" {...one} />,
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

function Service({ service, said, path }: Onward) {
  return (
    <>
      {path ? <Link href={path}>{service}</Link> : service}
      {said && <div className="text-secondary">{said}</div>}
    </>
  );
}
