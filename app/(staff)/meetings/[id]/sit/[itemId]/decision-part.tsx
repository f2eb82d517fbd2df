import { toLookAt } from "@/components/cases/look-again-fields";
import { DecisionCard } from "@/components/panels/decision-card";
import { Link } from "@/components/ui/link";
import { InsetText } from "@/components/ui/text";
import { formatDayShort, formatTime } from "@/lib/dates";
import { findingText } from "@/lib/information/findings/rules";
import { itemKindLabels } from "@/lib/information/labels";
import { outcomeLabels } from "@/lib/panels/labels";
import { planContents } from "@/lib/support/rules";
import type { SittingItem } from "./case-facts";
import { DecisionForm } from "./decision-form";

/** What the panel decides of this case: to be recorded by its chair, and then to be read by all. */
export function DecisionPart({ item }: { item: SittingItem }) {
  const here = item.decisions.filter(({ itemId }) => itemId === item.id);
  return (
    <>
      {here.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} level={3} />
      ))}
      {item.isOpen && !item.may.decide && (
        <p className="govuk-body">The chair records here what the panel decides.</p>
      )}
      {item.isOpen && item.may.decide && <Capture item={item} />}
    </>
  );
}

const Capture = ({ item }: { item: SittingItem }) => (
  <DecisionForm
    key={item.id}
    itemId={item.id}
    draft={item.draft?.values ?? {}}
    isChild={item.person.isChild}
    isBesideAllowed={item.case.area.supportBesideInvestigation}
    outcomes={item.outcomes.map((value) => ({ value, label: outcomeLabels[value] }))}
    information={item.information.map(toOption)}
    before={toLookAt(item.pattern, item.patternOf)}
    exitAssessments={item.exitAssessments.map(({ id: value, number }) => ({
      value,
      label: `Assessment ${number}`,
    }))}
  >
    {item.draft && (
      <p className="govuk-body">
        What you typed before is here, as it was saved at {formatTime(item.draft.savedAt)}.
      </p>
    )}
    {!item.quorum.isQuorate && (
      <InsetText>
        The panel is not quorate for this item, so it can only be discussed for information.
      </InsetText>
    )}
    <PlanGaps item={item} />
  </DecisionForm>
);

/** T11: said before the chair has written anything. */
function PlanGaps({ item }: { item: SittingItem }) {
  if (item.case.status !== "panel_listed" || item.missingFromPlan.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">Support can be offered only with a plan. It does not say yet:</p>
      <ul className="govuk-list govuk-list--bullet">
        {item.missingFromPlan.map((content) => (
          <li key={content}>{planContents[content]}</li>
        ))}
      </ul>
      <p className="govuk-body">
        The coordinator writes it.{" "}
        <Link href={`/cases/${item.case.reference}/support`}>Read the support plan so far</Link>
      </p>
    </InsetText>
  );
}

type Piece = SittingItem["information"][number];

function toOption({ id, kind, source, datedOn, supplier, ...found }: Piece) {
  return {
    value: id,
    label: `${itemKindLabels[kind as keyof typeof itemKindLabels]}, ${formatDayShort(datedOn)}`,
    hint: `${supplier.name}: ${source}. ${findingText(found)}`, // IS-10
  };
}
