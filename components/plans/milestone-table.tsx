import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type MilestoneState, milestoneStates } from "@/lib/plans/parts/labels";
import { Due } from "./due";

type Milestone = {
  id: string;
  title: string;
  state: MilestoneState;
  dueDay: Day;
  firstDueDay: Day;
  metDay: Day | null;
  isLate: boolean;
  slip: number;
  reason: string | null;
};

const meaning = { waiting: "waiting", met: "done", dropped: "closed" } as const;
const columns = [{ text: "Milestone" }, { text: "Date" }, { text: "How it stands" }];

/** The steps of an action. One that moved says so, and why. */
export function MilestoneTable(props: { milestones: Milestone[]; today: Day; mayEdit: boolean }) {
  const { milestones, today, mayEdit } = props;
  return (
    <Table
      caption="Milestones"
      columns={columns}
      empty="No milestones have been set."
      rows={milestones.map((one) => ({
        key: one.id,
        cells: [
          mayEdit ? (
            <Link key="link" href={`/plan/milestones/${one.id}`}>
              {one.title}
            </Link>
          ) : (
            one.title
          ),
          <>
            <Due day={one.dueDay} today={today} isOverdue={one.isLate} />
            {one.slip > 0 && (
              <p className="govuk-body-s">
                First <Time day={one.firstDueDay} short />
              </p>
            )}
          </>,
          <>
            <StatusTag meaning={meaning[one.state]}>{milestoneStates[one.state]}</StatusTag>
            {one.metDay && (
              <>
                {" "}
                <Time day={one.metDay} short />
              </>
            )}
            {one.reason && <Paragraphs text={one.reason} />}
          </>,
        ],
      }))}
    />
  );
}
