import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type PlanDecision, planDecisionLabels } from "@/lib/plans/approval/labels";

type Submission = {
  id: string;
  edition: number;
  submittedDay: Day;
  decision: PlanDecision | null;
  decidedDay: Day | null;
  plan: { id: string; title: string };
};

/** The plans that a body was asked to approve, and what it said. */
export const PutPlans = ({ submissions }: { submissions: readonly Submission[] }) => (
  <Table
    caption="Plans put to it for approval"
    keepsCaption
    empty=""
    columns={[{ text: "Plan" }, { text: "Put to it" }, { text: "Decision" }]}
    rows={submissions.map(({ id, plan, edition, submittedDay, decision, decidedDay }) => ({
      key: id,
      cells: [
        <Link key="plan" href={`/plan/approval?plan=${plan.id}`}>
          {plan.title}, version {edition}
        </Link>,
        <Time key="put" day={submittedDay} short />,
        decision && decidedDay ? (
          <>
            {planDecisionLabels[decision]}, <Time day={decidedDay} short />
          </>
        ) : (
          "Not decided yet"
        ),
      ],
    }))}
  />
);
