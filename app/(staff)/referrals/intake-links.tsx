import { Link } from "@/components/ui/link";

/** Where a concern comes in, for those who receive it. */
export const IntakeLinks = () => (
  <ul className="govuk-list">
    <li>
      <Link href="/referrals/find">Find a person</Link>
    </li>
    <li>
      <Link href="/referrals/call">Take a referral by telephone</Link>
    </li>
    <li>
      <Link href="/referrals/new">Refer a concern yourself</Link>
    </li>
    <li>
      <Link href="/referrals/blank">Print a blank form</Link>
    </li>
  </ul>
);
