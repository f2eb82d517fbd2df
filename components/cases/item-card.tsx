import { Finding } from "@/components/cases/finding";
import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs, WarningText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import type { Finding as FindingOf } from "@/lib/information/findings/rules";
import {
  type Audience,
  audienceLabels,
  type Corroboration,
  type ItemKind,
  itemKindLabels,
  type Reliability,
  reliabilityLabels,
} from "@/lib/information/labels";
import { disprovedMark } from "@/lib/information/rules";

export type ShownItem = {
  id: string;
  kind: ItemKind;
  text: string | null;
  source: string;
  datedOn: Day;
  enteredOn: Day;
  reliability: Reliability;
  corroboration: Corroboration;
  audience: Audience;
  necessity: string;
  supplier: { name: string };
  isDisproved: boolean;
  /** Everything that was found of it, the latest first (IS-10). */
  findings: readonly FindingOf[];
};

/** As a reader sees it: the form asks whoever adds it. */
const seenBy = { ...audienceLabels, named_organisations: "Only the organisations that are named" };

type Props = { item: ShownItem; headingLevel?: 2 | 3; changeHref?: string };

/** One thing that is known or said, with where it comes from and how far it can be relied on. */
export function ItemCard({ item, headingLevel = 3, changeHref }: Props) {
  const change = changeHref
    ? [{ href: changeHref, text: "Change", hidden: "what has been found of this" }]
    : [];
  return (
    <SummaryCard
      headingLevel={headingLevel}
      title={`${itemKindLabels[item.kind]} from ${item.supplier.name}`}
      rows={[
        { key: "What is shared", value: <Text item={item} /> },
        { key: "Source", value: item.source },
        { key: "As it was on", value: <Time day={item.datedOn} /> },
        { key: "Reliability of the source", value: reliabilityLabels[item.reliability] },
        { key: "What has been found", value: <Finding found={item} />, actions: change },
        { key: "Why it is needed", value: item.necessity },
        { key: "Who can see this", value: seenBy[item.audience] },
        { key: "Added", value: <Time day={item.enteredOn} /> },
      ]}
    />
  );
}

function Text({ item: { isDisproved, text } }: { item: ShownItem }) {
  return (
    <>
      {isDisproved && <WarningText>{disprovedMark}</WarningText>}
      <Paragraphs text={text} />
    </>
  );
}
