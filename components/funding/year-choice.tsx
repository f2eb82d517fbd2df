import { Link } from "@/components/ui/link";
import { type Day, financialYearName } from "@/lib/dates";

/** The financial years there are lines of, as links that can be bookmarked and printed. */
export function YearChoice({
  years,
  yearDay,
}: {
  years: readonly Day[];
  yearDay?: Day | undefined;
}) {
  if (years.length < 2) return null;
  return (
    <nav className="moj-sub-navigation" aria-label="Financial years">
      <ul className="moj-sub-navigation__list">
        {years.map((year) => (
          <li key={year} className="moj-sub-navigation__item">
            <Link
              className="moj-sub-navigation__link"
              href={`/plan/funding?year=${year}`}
              aria-current={year === yearDay ? "page" : undefined}
            >
              {financialYearName(year)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
