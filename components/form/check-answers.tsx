import { SummaryCard, type SummaryRow } from "@/components/ui/summary-list";

type Section = {
  title: string;
  changeHref: string;
  rows: Omit<SummaryRow, "actions">[];
};

/** Everything that was answered, page by page, before it counts. */
export function CheckAnswers({ sections }: { sections: Section[] }) {
  return sections.map(({ title, changeHref, rows }) => (
    <SummaryCard
      key={title}
      title={title}
      actions={[{ href: changeHref, text: "Change" }]}
      rows={rows}
    />
  ));
}
