import type { ReactNode } from "react";

import { Link } from "./link";

type Props = {
  /** The list's own path. */
  action: string;
  /** What the address says and the panel does not ask: the sort. */
  keep?: Record<string, string | undefined>;
  /** Fields, with their chosen values as `defaultValue`. Never a name or free text: it goes in the address. */
  fields: ReactNode;
  /** The list. */
  children: ReactNode;
};

/** Filters beside a list; folded above it at phone width. They live in the address. */
export function FilterPanel({ action, keep = {}, fields, children }: Props) {
  return (
    <div className="moj-filter-layout">
      <div className="moj-filter-layout__filter">
        <details className="app-filter govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Filter this list</span>
          </summary>
          <search className="moj-filter">
            <div className="moj-filter__header">
              <div className="moj-filter__header-title">
                <h2 className="govuk-heading-m">Filter</h2>
              </div>
            </div>
            <div className="moj-filter__content">
              <form className="moj-filter__options" method="get" action={action}>
                {Object.entries(keep).map(
                  ([name, value]) =>
                    value && <input key={name} type="hidden" name={name} value={value} />,
                )}
                <button type="submit" className="govuk-button">
                  Apply filters
                </button>
                {fields}
              </form>
            </div>
          </search>
        </details>
      </div>
      <div className="moj-filter-layout__content">{children}</div>
    </div>
  );
}

type Selected = {
  clearHref: string;
  /** "Stage: at panel", and the address without it. */
  filters: { text: string; removeHref: string }[];
};

/** The chosen filters above a list, each a link that removes it. */
export function SelectedFilters({ filters, clearHref }: Selected) {
  if (filters.length === 0) return null;
  return (
    <div className="moj-filter__selected">
      <div className="moj-filter__selected-heading">
        <div className="moj-filter__heading-title">
          <h2 className="govuk-heading-s">Selected filters</h2>
        </div>
        <div className="moj-filter__heading-action">
          <p className="govuk-body">
            <Link href={clearHref} className="govuk-link govuk-link--no-visited-state">
              Clear filters
            </Link>
          </p>
        </div>
      </div>
      <ul className="moj-filter-tags">
        {filters.map(({ text, removeHref }) => (
          <li key={text}>
            <Link className="moj-filter__tag" href={removeHref}>
              <span className="govuk-visually-hidden">Remove this filter</span> {text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
