import { Link } from "@/components/ui/link";

type Props = { mayReadProfile: boolean; mayReadMoney: boolean };

/** What a plan rests on, each a register of its own. */
export function PlanRegisters({ mayReadProfile, mayReadMoney }: Props) {
  return (
    <nav className="mt-6 mb-6 app-no-print" aria-labelledby="plan-registers">
      <h2 className="govuk-heading-s" id="plan-registers">
        What the plan rests on
      </h2>
      <ul className="govuk-list grid gap-x-6 tablet:grid-cols-2">
        {mayReadProfile && (
          <li>
            <Link href="/plan/area">The area: status, leads and teams</Link>
          </li>
        )}
        <li>
          <Link href="/plan/risks">Risk register</Link>
        </li>
        {mayReadProfile && (
          <li>
            <Link href="/plan/profile">Counter-terrorism local profile</Link>
          </li>
        )}
        <li>
          <Link href="/plan/assessments">Self-assessment and compliance</Link>
        </li>
        <li>
          <Link href="/plan/projects">Projects</Link>
        </li>
        {mayReadMoney && (
          <li>
            <Link href="/plan/funding">Funding</Link>
          </li>
        )}
        <li>
          <Link href="/plan/threat-level">National threat level</Link>
        </li>
        <li>
          <Link href="/meetings/bodies">Who oversees the plan</Link>
        </li>
      </ul>
    </nav>
  );
}
