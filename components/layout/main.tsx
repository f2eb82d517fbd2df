import type { ReactNode } from "react";

type Props = {
  /** A back link or breadcrumbs: they stand before the main content, outside it. */
  back?: ReactNode;
  /** Side navigation of a case or the plan, beside the content. */
  side?: ReactNode;
  /** Stands across the top of the content, above both columns: a case's banner. */
  banner?: ReactNode;
  /** Questions and text take two thirds; lists, tables and the case file take all. */
  width?: "two-thirds" | "full";
  children: ReactNode;
};

/** The part of a page that is the page. Every page has one, inside PageFrame. */
export function Main({ back, side, banner, width = "full", children }: Props) {
  const narrow = (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
  const content = width === "two-thirds" ? narrow : children;
  return (
    <div className="govuk-width-container">
      {back}
      <main className="govuk-main-wrapper" id="main-content">
        {banner}
        {side ? (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6 desktop:grid-cols-[220px_minmax(0,1fr)]">
            <div>{side}</div>
            <div>{content}</div>
          </div>
        ) : (
          content
        )}
      </main>
    </div>
  );
}
