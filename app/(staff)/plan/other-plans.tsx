import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type PlanStatus, statusLabels } from "@/lib/plans/labels";

type Plan = {
  id: string;
  title: string;
  edition: number;
  status: PlanStatus;
  startDay: Day;
  endDay: Day;
};

/** The way to earlier plans, and to those being written. */
export function OtherPlans({ plans, planId }: { plans: Plan[]; planId: string }) {
  const others = plans.filter(({ id }) => id !== planId);
  if (others.length === 0) return null;
  return (
    <nav className="app-no-print" aria-labelledby="other-plans">
      <h2 className="govuk-heading-m" id="other-plans">
        Other plans
      </h2>
      <ul className="govuk-list">
        {others.map(({ id, title, edition, status, startDay, endDay }) => (
          <li key={id}>
            <Link href={`/plan?plan=${id}`}>
              {title}
              {edition > 1 && `, version ${edition}`}
            </Link>
            , <Time day={startDay} short /> to <Time day={endDay} short />:{" "}
            {statusLabels[status].toLowerCase()}
          </li>
        ))}
      </ul>
    </nav>
  );
}
