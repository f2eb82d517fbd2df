import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type PlanDecision, planDecisionLabels } from "@/lib/plans/approval/labels";

type Submission = {
  id: string;
  body: string;
  group: { id: string } | null;
  note: string | null;
  submittedDay: Day;
  decision: PlanDecision | null;
  decidedBy: string | null;
  decidedDay: Day | null;
  conditions: string | null;
};

/** Each time the plan was put to a group, and what the group said. */
export const SubmissionsTable = ({ submissions }: { submissions: readonly Submission[] }) => (
  <Table
    caption="What it was put to, and what was decided"
    isWide
    columns={[
      { text: "Put to" },
      { text: "On" },
      { text: "Decision" },
      { text: "What the group asks for" },
    ]}
    keepsCaption
    empty="This version has not been put to a group here."
    rows={submissions.map((one) => ({
      key: one.id,
      cells: [
        <>
          {one.group ? <Link href={`/meetings/bodies/${one.group.id}`}>{one.body}</Link> : one.body}
          {one.note && <p className="govuk-body-s">{one.note}</p>}
        </>,
        <Time key="on" day={one.submittedDay} short />,
        one.decision && one.decidedDay ? (
          <>
            {planDecisionLabels[one.decision]} by {one.decidedBy},{" "}
            <Time day={one.decidedDay} short />
          </>
        ) : (
          "Not decided yet"
        ),
        one.conditions ?? "Nothing",
      ],
    }))}
  />
);
