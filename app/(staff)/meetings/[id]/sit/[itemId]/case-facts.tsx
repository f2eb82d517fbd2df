import { DecisionCard } from "@/components/panels/decision-card";
import { Link } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { caseStatuses } from "@/lib/cases/labels";
import { consentStates } from "@/lib/consent/labels";
import type { viewSittingItem } from "@/lib/panels/sitting/queries";
import { ageOf, nameOf } from "@/lib/people/rules";

export type SittingItem = Awaited<ReturnType<typeof viewSittingItem>>;

/** What the panel has to know before it speaks of a case. */
export function CaseFacts({ item }: { item: SittingItem }) {
  const { case: caseRecord, meeting, residentForce, keyOrganisation, planFor } = item;
  const { reference, person, status, defers } = caseRecord;
  const age = ageOf(person, meeting.heldOn);
  return (
    <SummaryList
      rows={[
        { key: "Person", value: nameOf(person) },
        { key: "Age", value: age === null ? "Not known" : `${age}` },
        { key: "Stage", value: caseStatuses[status] },
        { key: "Consent", value: consentStates[item.consent] },
        ...(defers > 0
          ? [{ key: "Put off", value: defers === 1 ? "Once before" : `${defers} times before` }]
          : []),
        ...(residentForce ? [{ key: "Police where they live", value: residentForce }] : []),
        ...(keyOrganisation
          ? [{ key: "Organisation that knows most", value: keyOrganisation.name }]
          : []),
        ...(planFor ? [{ key: "Plan", value: <Paragraphs text={planFor} /> }] : []),
        { key: "Papers", value: <Papers reference={reference} has={item.hasAssessment} /> },
      ]}
    />
  );
}

const Papers = ({ reference, has }: { reference: string; has: boolean }) => (
  <ul className="govuk-list">
    <li>
      <Link href={`/cases/${reference}/information`}>What is known</Link>
    </li>
    {has && (
      <li>
        <Link href={`/cases/${reference}/assessment`}>The assessment</Link>
      </li>
    )}
    <li>
      <Link href={`/cases/${reference}/support`}>The support plan</Link>
    </li>
  </ul>
);

/** What the panel decided before: the last time at once, and how often. */
export function EarlierDecision({ item }: { item: SittingItem }) {
  const earlier = item.decisions.filter(({ itemId }) => itemId !== item.id);
  const [last] = earlier;
  if (!last) return <p className="govuk-body">The panel has not decided anything on it before.</p>;
  return (
    <>
      <DecisionCard decision={last} level={3} />
      {earlier.length > 1 && (
        <p className="govuk-body">
          <Link href={`/cases/${item.case.reference}/panel`}>
            All {earlier.length} earlier decisions
          </Link>
        </p>
      )}
    </>
  );
}
