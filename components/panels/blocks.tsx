import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import type { Block } from "@/lib/paper/rules";

/** A document on a page, made of what its copy on paper is made of. The first heading is the page's own. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const first = blocks.findIndex(({ kind }) => kind === "heading");
  const keyed = blocks.map((block, index) => ({ block, key: `${index}-${block.kind}`, index }));
  return keyed.map(({ block, key, index }) => (
    <One key={key} block={block} isFirst={index === first} />
  ));
}

function One({ block, isFirst }: { block: Block; isFirst: boolean }) {
  switch (block.kind) {
    case "page":
      return <hr className="govuk-section-break govuk-section-break--l app-new-sheet" />;
    case "heading":
      return <Heading level={block.level} text={block.text} isFirst={isFirst} />;
    case "text":
      return <Paragraphs text={block.text} />;
    case "list":
      return (
        <ul className="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "facts":
      return <SummaryList rows={block.rows.map(([key, value]) => ({ key, value }))} />;
  }
}

type HeadingProps = { level: 1 | 2 | 3; text: string; isFirst: boolean };

/** On a page only the first heading is of the first level; on paper each case begins with one. */
function Heading({ level, text, isFirst }: HeadingProps) {
  if (isFirst) return <h1 className="govuk-heading-l">{text}</h1>;
  if (level === 1) return <h2 className="govuk-heading-l">{text}</h2>;
  if (level === 2) return <h3 className="govuk-heading-m">{text}</h3>;
  return <h4 className="govuk-heading-s">{text}</h4>;
}
