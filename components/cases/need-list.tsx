import { Link } from "@/components/ui/link";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  type Need,
  type NeedCertainty,
  type NeedKind,
  needCertaintyLabels,
  needHeadings,
  needLabels,
} from "@/lib/cases/needs/labels";
import type { Day } from "@/lib/dates";

export type ShownNeed = {
  entryId: string;
  kind: NeedKind;
  need: Need | null;
  certainty: NeedCertainty;
  words: string;
  source: string;
  datedOn: Day;
  writtenBy: string;
  organisation: string;
};

const kinds = Object.keys(needHeadings) as NeedKind[];

/** Needs, strengths and views, each under its own heading: what the person says is not what others think (AF-05). */
export function NeedList({ entries }: { entries: readonly ShownNeed[] }) {
  if (entries.length === 0) return <p className="govuk-body">Nothing is recorded yet.</p>;
  return kinds.map((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    return (
      <section key={kind} aria-labelledby={`needs-${kind}`}>
        <h3 className="govuk-heading-s" id={`needs-${kind}`}>
          {needHeadings[kind]}
        </h3>
        {ofKind.length === 0 && <p className="govuk-body text-secondary">Not recorded</p>}
        {ofKind.length > 0 && (
          <ul className="govuk-list govuk-list--bullet">
            {ofKind.map((entry) => (
              <li key={entry.entryId}>
                <NeedWords {...entry} />
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  });
}

function NeedWords({
  need,
  certainty,
  words,
  source,
  datedOn,
  writtenBy,
  organisation,
}: ShownNeed) {
  return (
    <>
      {need && <strong>{`${needLabels[need]}. `}</strong>}
      <span className="app-paragraphs">{words}</span>{" "}
      <span className="text-secondary">
        {needCertaintyLabels[certainty]}. Source: {source}, <Time day={datedOn} short />. Recorded
        by {writtenBy}, {organisation}.
      </span>
    </>
  );
}

/** AF-08: what is lived with is a need, and health should hear of it. It is no sign of danger. */
export function HealthPrompt({ reference }: { reference: string }) {
  return (
    <InsetText>
      <h3 className="govuk-heading-s">Involve a health partner</h3>
      <Paragraphs text="A mental health or neurodiversity need is recorded, and no health organisation has been asked yet. It is a need, and says nothing about risk. Health can say what would help." />
      <p className="govuk-body">
        <Link href={`/cases/${reference}/requests/ask`}>Ask a health organisation</Link>
      </p>
    </InsetText>
  );
}
