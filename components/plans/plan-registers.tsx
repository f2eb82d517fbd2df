import { Link } from "@/components/ui/link";

type Props = { mayReadProfile: boolean; mayReadMoney: boolean };

/** What a plan rests on, each a register of its own. */
export function PlanRegisters({ mayReadProfile, mayReadMoney }: Props) {
  return (
    <ul className="govuk-list app-no-print">
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
  );
}
