import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import type { Finding as FindingOf } from "@/lib/information/findings/rules";
import { type Corroboration, type ItemKind, itemKindLabels } from "@/lib/information/labels";
import { Finding } from "./finding";

export type ShownEvidence = {
  id: string;
  kind: ItemKind;
  source: string;
  datedOn: Day;
  corroboration: Corroboration;
  findings: readonly FindingOf[];
  supplier: { name: string };
};

/** What an answer rests on, as far as this reader may see it. What was found untrue says so here too (IS-10). */
export function EvidenceList({ evidence }: { evidence: ShownEvidence[] }) {
  if (evidence.length === 0) return "None to show";
  return (
    <ul className="govuk-list">
      {evidence.map((item) => (
        <li key={item.id}>
          {itemKindLabels[item.kind]} from {item.supplier.name}, {item.source},{" "}
          <Time day={item.datedOn} short />. <Finding found={item} />
        </li>
      ))}
    </ul>
  );
}
