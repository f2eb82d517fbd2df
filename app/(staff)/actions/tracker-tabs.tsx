import { addressWith, type Query } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { type TrackerTab, tabLabels } from "@/lib/tracker/labels";

type Props = { tab: TrackerTab; query: Query };

/** The ways into the tracker: pages of their own, each with its address. */
export function TrackerTabs({ tab, query }: Props) {
  return (
    <nav className="moj-sub-navigation" aria-label="Actions">
      <ul className="moj-sub-navigation__list">
        {(Object.keys(tabLabels) as TrackerTab[]).map((one) => (
          <li key={one} className="moj-sub-navigation__item">
            <Link
              className="moj-sub-navigation__link"
              href={addressWith("/actions", query, { tab: one })}
              aria-current={one === tab ? "page" : undefined}
            >
              {tabLabels[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
