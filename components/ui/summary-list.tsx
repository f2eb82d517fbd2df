import type { ReactNode } from "react";

import { Link } from "./link";

type Action = { href: string; text: string; hidden?: string };
export type SummaryRow = {
  key: string;
  /** Nothing prints "Not recorded". */
  value?: ReactNode;
  /** "Change" and its hidden half, "date of birth". */
  actions?: Action[];
};

/** What is known, as questions and answers. */
export function SummaryList({ rows, noBorder }: { rows: SummaryRow[]; noBorder?: boolean }) {
  const someHaveActions = rows.some(({ actions }) => actions?.length);
  return (
    <dl
      className={
        noBorder ? "govuk-summary-list govuk-summary-list--no-border" : "govuk-summary-list"
      }
    >
      {rows.map(({ key, value, actions = [] }) => (
        <div
          key={key}
          className={
            someHaveActions && actions.length === 0
              ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
              : "govuk-summary-list__row"
          }
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">
            {value || value === 0 ? value : "Not recorded"}
          </dd>
          {actions.length > 0 && (
            <dd className="govuk-summary-list__actions">
              <Actions actions={actions} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Actions({ actions }: { actions: Action[] }) {
  const [only] = actions;
  if (actions.length === 1 && only) return <ActionLink {...only} />;
  return (
    <ul className="govuk-summary-list__actions-list">
      {actions.map((action) => (
        <li key={action.href + action.text} className="govuk-summary-list__actions-list-item">
          <ActionLink {...action} />
        </li>
      ))}
    </ul>
  );
}

function ActionLink({ href, text, hidden }: Action) {
  return (
    <Link href={href}>
      {text}
      {hidden && <span className="govuk-visually-hidden"> {hidden}</span>}
    </Link>
  );
}

type CardProps = {
  title: string;
  headingLevel?: 2 | 3;
  actions?: Action[];
  /** Rows of a summary list, or anything else as children. */
  rows?: SummaryRow[];
  children?: ReactNode;
};

/** One of several things of a kind, with what is known about it. */
export function SummaryCard({ title, headingLevel = 2, actions, rows, children }: CardProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {actions && actions.length > 0 && <CardActions title={title} actions={actions} />}
      </div>
      <div className="govuk-summary-card__content">
        {rows && <SummaryList rows={rows} />}
        {children}
      </div>
    </div>
  );
}

function CardActions({ title, actions }: { title: string; actions: Action[] }) {
  const links = actions.map((action) => (
    <ActionLink
      key={action.href + action.text}
      {...action}
      hidden={action.hidden ?? `(${title})`}
    />
  ));
  if (links.length === 1) return <div className="govuk-summary-card__actions">{links}</div>;
  return (
    <ul className="govuk-summary-card__actions">
      {links.map((link) => (
        <li key={link.key} className="govuk-summary-card__action">
          {link}
        </li>
      ))}
    </ul>
  );
}
