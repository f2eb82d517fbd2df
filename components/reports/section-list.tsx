import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { type Section, sectionLabels } from "@/lib/reports/labels";

type Written = { code: Section; body: string; isNone: boolean; exemptParagraph: number | null };
type Props = { sections: Written[]; href?: ((code: Section) => string) | undefined };

const said = ({ body, isNone }: Written) => {
  if (isNone) return "None";
  const words = body
    .replaceAll(/\{\{([^{}]*)\}\}/g, "[figure]")
    .replaceAll(/[#*|\\]+/g, " ")
    .trim();
  return words.length > 90 ? `${words.slice(0, 90)}…` : words;
};

/** Every part of a report, with what is still blank: nothing is left so (BR-01). */
export function SectionList({ sections, href }: Props) {
  return (
    <Table
      caption="Sections"
      columns={[{ text: "Section" }, { text: "Says" }, { text: "In the public copy" }]}
      rows={sections.map((section) => ({
        key: section.code,
        cells: [
          href ? (
            <Link key="link" href={href(section.code)}>
              {sectionLabels[section.code]}
            </Link>
          ) : (
            sectionLabels[section.code]
          ),
          said(section) || (
            <Tag key="blank" colour="orange">
              Nothing yet
            </Tag>
          ),
          section.exemptParagraph ? `No: exempt, paragraph ${section.exemptParagraph}` : "Yes",
        ],
      }))}
    />
  );
}
