import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import type { Block } from "@/lib/paper/rules";

/** A document on a page, made of what its copy on paper is made of. The first heading is the page's own. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const first = blocks.findIndex(({ kind }) => kind === "heading");
  const second = blocks.findIndex((block, at) => at > first && isTop(block));
  const keyed = blocks.map((block, index) => ({ block, key: `${index}-${block.kind}`, index }));
  const parts = keyed.filter(({ block }) => isTop(block));
  const references = parts.map(({ block }) => referenceIn(block));
  const partOf = (reference: string | undefined) => {
    const part = reference ? parts[references.indexOf(reference)] : undefined;
    return part?.key;
  };
  return keyed.map(({ block, key, index }) => (
    <One
      key={key}
      block={block}
      {...(partOf(referenceIn(block)) === key && { id: key })}
      partOf={partOf}
      isFirst={index === first}
      isUnderFirst={second === -1 || index < second}
    />
  ));
}

const isTop = (block: Block) => block.kind === "heading" && block.level === 1;

const aReference = /\b(?:PC|R)-\d{4}-\d{6}\b/;
const referenceIn = (block: Block) =>
  block.kind === "heading" ? aReference.exec(block.text)?.[0] : undefined;

type Place = { id?: string; isFirst: boolean; isUnderFirst: boolean };
type PartOf = (reference: string | undefined) => string | undefined;

function One({ block, partOf, ...place }: Place & { block: Block; partOf: PartOf }) {
  switch (block.kind) {
    case "page":
      return <hr className="govuk-section-break govuk-section-break--l app-new-sheet" />;
    case "heading":
      return <Heading level={block.level} text={block.text} {...place} />;
    case "text":
      return <Paragraphs text={block.text} />;
    case "list":
      return (
        <ul className="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li key={item}>
              <Item text={item} to={partOf(aReference.exec(item)?.[0])} />
            </li>
          ))}
        </ul>
      );
    case "facts":
      return <SummaryList rows={block.rows.map(([key, value]) => ({ key, value }))} />;
  }
}

/** What is listed in front leads to where it begins. */
function Item({ text, to }: { text: string; to: string | undefined }) {
  if (!to) return text;
  return (
    <a className="govuk-link" href={`#${to}`}>
      {text}
    </a>
  );
}

type HeadingProps = Place & { level: 1 | 2 | 3; text: string };

/** On a page only the first heading is of the first level; on paper each case begins with one. */
function Heading({ id, level, text, isFirst, isUnderFirst }: HeadingProps) {
  if (isFirst) return <h1 className="govuk-heading-l">{text}</h1>;
  if (level === 1)
    return (
      <h2 className="govuk-heading-l" id={id}>
        {text}
      </h2>
    );
  const Second = isUnderFirst ? "h2" : "h3";
  const Third = isUnderFirst ? "h3" : "h4";
  if (level === 2) return <Second className="govuk-heading-m">{text}</Second>;
  return <Third className="govuk-heading-s">{text}</Third>;
}
