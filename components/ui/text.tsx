import type { ReactNode } from "react";

/** What goes badly if it is missed. */
export function WarningText({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span> {children}
      </strong>
    </div>
  );
}

export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}

type DetailsProps = { summary: string; isOpen?: boolean; children: ReactNode };

/** Longer help, for those who need it. Open on paper. */
export function Details({ summary, isOpen, children }: DetailsProps) {
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}

/** Text that somebody typed: its line breaks stay, and nothing in it is markup. */
export function Paragraphs({
  text,
  empty = "Not recorded",
}: {
  text?: string | null;
  empty?: string;
}) {
  const typed = text?.trim();
  if (!typed) return <p className="govuk-body text-secondary">{empty}</p>;
  return <p className="govuk-body app-paragraphs">{typed}</p>;
}

/** How many are unread, said aloud as such. */
export function UnreadCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="moj-notification-badge">
      {count.toLocaleString("en-GB")}
      <span className="govuk-visually-hidden"> unread</span>
    </span>
  );
}

/** A reference, which never breaks over two lines. */
export function Reference({ children }: { children: string }) {
  return <span className="whitespace-nowrap">{children}</span>;
}
