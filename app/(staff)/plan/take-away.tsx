import { addressWith } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import type { PlanAddress } from "@/lib/plans/schema";

type Props = {
  address: Omit<PlanAddress, "page" | "done"> & { plan: string };
  mayImport: boolean;
};

/** What the page shows as a spreadsheet, and the way back from one into the plan. */
export const TakeAway = ({ address, mayImport }: Props) => (
  <ul className="govuk-list app-no-print">
    {(["xlsx", "csv"] as const).map((format) => (
      <li key={format}>
        <Link href={`${addressWith("/plan/export", address, {})}&format=${format}`}>
          Download these actions as {format.toUpperCase()}
        </Link>
      </li>
    ))}
    {mayImport && (
      <li>
        <Link href={`/plan/import?plan=${address.plan}`}>Import actions from a spreadsheet</Link>
      </li>
    )}
  </ul>
);
