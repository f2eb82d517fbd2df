import { LinkButton } from "@/components/form/button";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import {
  type EiaStatus,
  eiaStatusLabels,
  type ObjectiveScheme,
  objectiveSchemeLabels,
  type PlanStatus,
  statusLabels,
} from "@/lib/plans/labels";

type Plan = {
  id: string;
  coverage: string;
  startDay: Day;
  endDay: Day;
  status: PlanStatus;
  objectiveScheme: ObjectiveScheme;
  eiaStatus: EiaStatus;
  edition: number;
  approvedBy: string | null;
  approvedDay: Day | null;
};

/** What kind of plan this is, and where it stands. */
export function PlanSummary({ plan, mayWrite }: { plan: Plan; mayWrite: boolean }) {
  const isOpen = plan.status !== "superseded";
  const isWritten = plan.status === "draft" || plan.status === "consultation";
  const approval = plan.approvedBy && plan.approvedDay && (
    <>
      {plan.approvedBy}, <Time day={plan.approvedDay} />
    </>
  );
  return (
    <>
      <SummaryList
        rows={[
          {
            key: "Period",
            value: (
              <>
                <Time day={plan.startDay} /> to <Time day={plan.endDay} />
              </>
            ),
          },
          { key: "Version", value: `${plan.edition}` },
          { key: "Status", value: statusLabels[plan.status] },
          approval
            ? { key: "Approved by", value: approval }
            : { key: "Approval", value: isWritten ? "Not yet" : "Not recorded" },
          { key: "Objectives", value: objectiveSchemeLabels[plan.objectiveScheme] },
          { key: "Equality impact assessment", value: eiaStatusLabels[plan.eiaStatus] },
        ]}
      />
      {mayWrite && (
        <div className="govuk-button-group">
          {isOpen && (
            <LinkButton href={`/plan/actions/new?plan=${plan.id}`}>Add an action</LinkButton>
          )}
          {isOpen && (
            <LinkButton variant="secondary" href={`/plan/themes/new?plan=${plan.id}`}>
              Add a theme
            </LinkButton>
          )}
          {isOpen && (
            <LinkButton variant="secondary" href={`/plan/status?plan=${plan.id}`}>
              Change status
            </LinkButton>
          )}
          <LinkButton variant="secondary" href="/plan/new">
            Start a new plan
          </LinkButton>
        </div>
      )}
    </>
  );
}
