import { SummaryCard, type SummaryRow } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { closureCodes, pauseReasons } from "@/lib/cases/labels";
import { type Day, dayOf, formatDay } from "@/lib/dates";
import {
  type Outcome,
  outcomeLabels,
  type Seat,
  seats,
  tellers,
  type Vote,
  votes,
} from "@/lib/panels/labels";
import { careAnswers } from "@/lib/support/labels";
import { Quorum } from "./quorum";

type Detail = string | string[] | boolean | number | null;
export type Decision = {
  id: string;
  outcome: Outcome;
  reasons: string;
  vote: Vote;
  dissent: string | null;
  secondLook: string | null;
  decidedAt: Date;
  details: Record<string, Detail>;
  quorum: { isQuorate: boolean; present: Seat[]; missing: Seat[][] };
  decidedByHat: { user: { name: string }; organisation: { name: string } };
};

const words = (labels: Readonly<Record<string, string>>) => (value: string) =>
  labels[value] ?? value;
const asDay = (value: string) => formatDay(value as Day);

/** What a decision may say besides its reasons, in the order in which it is read. */
const questions: [name: string, key: string, show?: (value: string) => string][] = [
  ["optionsConsidered", "Options considered"],
  ["closureCode", "Why it ended", words(closureCodes)],
  ["careAnswer", "Health or social care", words(careAnswers)],
  ["careArrangements", "What was considered or arranged"],
  ["informationGap", "Information the panel waits for"],
  ["nextMeetingOn", "Next meeting", asDay],
  ["nextReviewOn", "Next review", asDay],
  ["planChanges", "Changes to the plan"],
  ["pauseReason", "Reason for the pause", words(pauseReasons)],
  ["onwardReferral", "Referred on", words({ yes: "Yes", no: "No" })],
  ["onwardTo", "Referred to"],
  ["receivingArea", "Receiving area"],
  ["newConcern", "New concern"],
  ["toldBy", "Who tells the person", words(tellers)],
  ["tellOn", "Told on", asDay],
  ["notTold", "Why the person is not told yet"],
];

/** One decision of the panel, as it was written. */
export function DecisionCard({ decision, level }: { decision: Decision; level?: 2 | 3 }) {
  const { outcome, reasons, vote, dissent, secondLook, decidedAt, details, quorum, decidedByHat } =
    decision;
  const said = questions.flatMap(([name, key, show]): SummaryRow[] => {
    const value = details[name];
    if (typeof value !== "string" || value === "") return [];
    return [{ key, value: show ? show(value) : <Paragraphs text={value} /> }];
  });
  return (
    <SummaryCard
      headingLevel={level}
      title={`${formatDay(dayOf(decidedAt))}: ${outcomeLabels[outcome]}`}
      rows={[
        { key: "Reasons", value: <Paragraphs text={reasons} /> },
        ...said,
        ...(secondLook ? [{ key: "Second look", value: <Paragraphs text={secondLook} /> }] : []),
        ...(outcome === "discussed_only" ? [] : [{ key: "Agreement", value: votes[vote] }]),
        ...(dissent
          ? [{ key: "Those who did not agree", value: <Paragraphs text={dissent} /> }]
          : []),
        {
          key: "In the room",
          value: (
            <>
              <Quorum proof={quorum} />
              <p className="govuk-body">
                {quorum.present.map((seat) => seats[seat]).join(", ") || "Nobody was recorded"}
              </p>
            </>
          ),
        },
        {
          key: "Recorded",
          value: (
            <>
              {decidedByHat.user.name}, {decidedByHat.organisation.name}, <Time at={decidedAt} />
            </>
          ),
        },
      ]}
    />
  );
}
