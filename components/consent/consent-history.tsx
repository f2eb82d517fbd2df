import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import {
  askAgainReasons,
  type ConsentState,
  capacityAnswers,
  childAgreements,
  consentAuthorities,
  consentMethods,
  consentStates,
} from "@/lib/consent/labels";
import { type Day, formatDay } from "@/lib/dates";
import { supportTypes } from "@/lib/support/labels";

export type ConsentEntry = {
  id: string;
  number: number;
  strand: number;
  state: ConsentState;
  onDay: Day;
  details: Record<string, unknown>;
  recordedAt: Date;
  recordedByHat: { user: { name: string } } | null;
};

type Show = (value: string) => string | undefined;
const words =
  (labels: Readonly<Record<string, string>>): Show =>
  (value) =>
    labels[value];
const asIs: Show = (value) => value;
const yes: Show = () => "yes";

/** What an entry may say, with the words before it (C-05). */
const facts: [name: string, words: string, show: Show][] = [
  ["askedBy", "Asked by", asIs],
  ["askedOf", "Asked of", asIs],
  ["authority", "Whose consent", words(consentAuthorities)],
  ["givenBy", "Given by", asIs],
  ["relationship", "Relationship", asIs],
  ["childAgreement", "The child", words(childAgreements)],
  ["childWords", "What the child said", asIs],
  ["capacity", "Capacity", words(capacityAnswers)],
  ["capacityAssessedBy", "Capacity assessed by", asIs],
  ["capacityAssessedOn", "Capacity assessed on", (day) => formatDay(day)],
  ["bestInterests", "Capacity and best interests", asIs],
  ["method", "How", words(consentMethods)],
  ["witness", "Witness", asIs],
  ["explainedBy", "Explained by", asIs],
  ["language", "Language", asIs],
  ["interpreter", "Interpreter", asIs],
  ["leafletVersion", "Leaflet", asIs],
  ["toldOfSharing", "Told who information is shared with", yes],
  ["toldOfWithdrawal", "Told that it can be withdrawn at any time", yes],
  ["toldOfComplaints", "Told how to complain", yes],
  ["reason", "Because", words(askAgainReasons)],
  ["givenOn", "Given there on", (day) => formatDay(day)],
  ["remainingConcern", "What the panel thought", asIs],
  ["otherHelp", "Other help", asIs],
  ["reassessOn", "Further assessment on", (day) => formatDay(day)],
  ["reassessReason", "Because", asIs],
];

function Facts({ details }: Pick<ConsentEntry, "details">) {
  const said = facts.flatMap(([name, before, show]) => {
    const value = details[name];
    const after = typeof value === "string" && value ? show(value) : undefined;
    return after ? [{ before, after }] : [];
  });
  const types = Array.isArray(details.supportTypes) ? details.supportTypes : [];
  const support = types.map((type) => supportTypes[type as keyof typeof supportTypes]).join(", ");
  const all = support ? [...said, { before: "Support agreed to", after: support }] : said;
  if (all.length === 0) return null;
  return (
    <ul className="govuk-list">
      {all.map(({ before, after }) => (
        <li key={before + after}>
          {before}: {after}
        </li>
      ))}
    </ul>
  );
}

/** Every entry of the ledger, newest first. Each was written once. */
export function ConsentHistory(props: { entries: ConsentEntry[]; hasStrands?: boolean }) {
  const { entries, hasStrands = false } = props;
  return (
    <Table
      caption="How consent came to stand so"
      isWide
      columns={[{ text: "When" }, { text: "What" }, { text: "Recorded" }, { text: "By" }]}
      rows={entries.map(({ id, strand, state, onDay, details, recordedAt, recordedByHat }) => ({
        key: id,
        cells: [
          <Time key="day" day={onDay} short />,
          <div key="what">
            <strong>{consentStates[state]}</strong>
            {hasStrands && ` (consent ${strand})`}
            <Facts details={details} />
          </div>,
          <Time key="at" at={recordedAt} short />,
          recordedByHat?.user.name ?? "By the calendar",
        ],
      }))}
      empty="Nobody has been asked yet."
    />
  );
}
