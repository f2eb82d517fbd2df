import { Fragment } from "react";

import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import type { Block, Run } from "@/lib/paper/rules";

type Numbered = { key: string; block: Block };

/** Blocks as a page shows them. Nothing of what somebody wrote is markup: each piece is an element of ours. */
export function Paper({ blocks, isHeadingShown }: { blocks: Block[]; isHeadingShown?: boolean }) {
  const numbered: Numbered[] = blocks.map((block, index) => ({ key: `block-${index}`, block }));
  return (
    <div className="app-reading">
      {numbered.map(({ key, block }) => (
        <Piece key={key} block={block} isHeadingShown={isHeadingShown} />
      ))}
    </div>
  );
}

function Piece({ block, isHeadingShown }: { block: Block; isHeadingShown?: boolean | undefined }) {
  switch (block.kind) {
    case "heading":
      if (block.level === 1)
        return isHeadingShown ? <h1 className="govuk-heading-l">{block.text}</h1> : null;
      return block.level === 2 ? (
        <h2 className="govuk-heading-m">{block.text}</h2>
      ) : (
        <h3 className="govuk-heading-s">{block.text}</h3>
      );
    case "text":
      return (
        <p className="govuk-body wrap-anywhere">
          {block.number && <span className="app-numeric">{block.number} </span>}
          <Runs runs={block.runs ?? [{ text: block.text }]} />
        </p>
      );
    case "list":
      return <Items {...block} />;
    case "facts":
      return <SummaryList rows={block.rows.map(([key, value]) => ({ key, value }))} />;
    case "table":
      return (
        <Table
          caption={block.columns.join(", ")}
          isCaptionHidden
          columns={block.columns.map((text) => ({ text }))}
          rows={keyed(block.rows.map((cells) => cells.join(" | "))).map(({ key }, index) => ({
            key,
            cells: block.rows[index]?.map((cell) => cell || "–") ?? [],
          }))}
        />
      );
    case "page":
      return null;
  }
}

/** What stands in a row may be said twice: its place is part of its name. */
const keyed = (texts: readonly string[]) =>
  texts.map((text, index) => ({ key: `${index} ${text}`, text }));

function Items({ items, isNumbered }: { items: string[]; isNumbered?: boolean }) {
  const entries = keyed(items).map(({ key, text }) => <li key={key}>{text}</li>);
  return isNumbered ? (
    <ol className="govuk-list govuk-list--number">{entries}</ol>
  ) : (
    <ul className="govuk-list govuk-list--bullet">{entries}</ul>
  );
}

const Runs = ({ runs }: { runs: readonly Run[] }) =>
  runs
    .map((run, index) => ({ ...run, key: `run-${index}` }))
    .map(({ key, text, bold, italic }) => {
      const words = italic ? <em>{text}</em> : text;
      return <Fragment key={key}>{bold ? <strong>{words}</strong> : words}</Fragment>;
    });
