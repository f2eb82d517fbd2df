import type { ReactNode } from "react";

import { SortLink } from "./sort-link";

export type Column = {
  text: string;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** Read aloud and not shown: a column of buttons. */
  isHidden?: boolean;
  /** Where the heading leads, and how the list is sorted by it now. */
  sort?: { href: string; direction?: "asc" | "desc" };
};

export type Row = { key: string; cells: ReactNode[] };

type Props = {
  caption: ReactNode;
  captionSize?: "s" | "m" | "l" | "xl";
  /** The page's heading says the same. */
  isCaptionHidden?: boolean;
  columns: Column[];
  rows: Row[];
  /** Instead of the table when there are no rows: why, and what to do. */
  empty?: ReactNode;
  /** Among other lists: without rows its heading still says what is empty. */
  keepsCaption?: boolean;
  smallTextOnPhones?: boolean;
  /** Few columns with much in them: they scroll before they are squeezed. */
  isWide?: boolean;
  /** Columns to compare: all of one width. */
  isEven?: boolean;
};

// Somebody without a mouse must be able to reach what scrolls.
const scrollRegion = (label: string) => ({ role: "region", tabIndex: 0, "aria-label": label });

/**
 * A table that stays a table: too wide for the screen, it scrolls inside its own region. The first
 * cell of a row is its heading, with the link. An empty cell says "Not recorded".
 */
export function Table({
  caption,
  captionSize = "m",
  isCaptionHidden,
  columns,
  rows,
  empty = "There is nothing to show here.",
  keepsCaption,
  smallTextOnPhones,
  isWide = columns.length > 4,
  isEven,
}: Props) {
  if (rows.length === 0) {
    return (
      <>
        {keepsCaption && <h2 className={`govuk-heading-${captionSize}`}>{caption}</h2>}
        <p className="govuk-body">{empty}</p>
      </>
    );
  }
  const label = typeof caption === "string" ? caption : "Table";
  return (
    <div className={isWide ? "app-scroll app-scroll--many" : "app-scroll"} {...scrollRegion(label)}>
      <table
        className={`govuk-table${smallTextOnPhones ? " govuk-table--small-text-until-tablet" : ""}${isEven ? " table-fixed wrap-break-word" : ""}`}
      >
        <caption
          className={
            isCaptionHidden
              ? "govuk-table__caption govuk-visually-hidden"
              : `govuk-table__caption govuk-table__caption--${captionSize}`
          }
        >
          {caption}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <Heading key={column.text} {...column} />
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(({ key, cells }) => (
            <tr key={key} className="govuk-table__row">
              {columns.map((column, index) => (
                <Cell key={column.text} isHeading={index === 0} numeric={column.numeric}>
                  {cells[index]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ text, numeric, isHidden, sort }: Column) {
  const direction =
    sort?.direction && (sort.direction === "asc" ? ("ascending" as const) : "descending");
  return (
    <th
      scope="col"
      className={
        numeric ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header"
      }
      aria-sort={sort ? (direction ?? "none") : undefined}
    >
      {sort ? <SortLink {...sort}>{text}</SortLink> : isHidden ? <Hidden>{text}</Hidden> : text}
    </th>
  );
}

const Hidden = ({ children }: { children: ReactNode }) => (
  <span className="govuk-visually-hidden">{children}</span>
);

type CellProps = { isHeading: boolean; numeric?: boolean; children: ReactNode };

function Cell({ isHeading, numeric, children }: CellProps) {
  const isEmpty = children === undefined || children === null || children === "";
  const content = isEmpty ? <span className="text-secondary">Not recorded</span> : children;
  if (isHeading) {
    return (
      <th scope="row" className="govuk-table__header">
        {content}
      </th>
    );
  }
  return (
    <td className={numeric ? "govuk-table__cell govuk-table__cell--numeric" : "govuk-table__cell"}>
      {content}
    </td>
  );
}
