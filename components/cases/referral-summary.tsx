import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { needLabels } from "@/lib/cases/needs/labels";
import {
  concernLabels,
  howKnownLabels,
  notToldReasonLabels,
  toldLabels,
} from "@/lib/referrals/labels";

/** What a referrer wrote, in one level. It was written once and is read as it stands. */
export type ReferralAnswers = Partial<Record<string, unknown>>;

const textOf = (answer: unknown) => (typeof answer === "string" ? answer : "");
const typed = (answer: unknown) => {
  const text = textOf(answer).trim();
  return text ? <Paragraphs text={text} /> : undefined;
};

function labelled(labels: Readonly<Record<string, string>>, answer: unknown) {
  const codes = Array.isArray(answer) ? answer : [answer];
  const words = codes.flatMap((code) => (typeof code === "string" ? (labels[code] ?? []) : []));
  return words.join(", ") || undefined;
}

function dayOrNothing(answer: unknown) {
  const day = textOf(answer);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? <Time day={day} /> : undefined;
}

/** What was seen or heard, and what else could explain it. */
export function ReferralSummary({ answers }: { answers: ReferralAnswers }) {
  const rows: SummaryRow[] = [
    { key: "What happened", value: typed(answers.whatHappened) },
    { key: "When it was first noted", value: dayOrNothing(answers.firstNoted) },
    { key: "How this is known", value: labelled(howKnownLabels, answers.howKnown) },
    { key: "Type of concern", value: labelled(concernLabels, answers.concern) },
    { key: "What else could explain it", value: typed(answers.otherExplanation) },
    { key: "Does the person know?", value: labelled(toldLabels, answers.told) },
    ...(answers.notToldReason
      ? [{ key: "Why not", value: labelled(notToldReasonLabels, answers.notToldReason) }]
      : []),
    { key: "Why this needs Prevent", value: typed(answers.proportionality) },
  ];
  return <SummaryList rows={rows} />;
}

/** What the person needs and what goes well for them. What is known is kept apart from what is suspected. */
export function NeedsSummary({ answers }: { answers: ReferralAnswers }) {
  return (
    <SummaryList
      rows={[
        { key: "What protects the person", value: typed(answers.strengths) },
        { key: "Needs that are known", value: labelled(needLabels, answers.needsKnown) },
        { key: "Needs that are suspected", value: labelled(needLabels, answers.needsSuspected) },
        { key: "More about these needs", value: typed(answers.needsDetail) },
        { key: "Support already given", value: typed(answers.supportGiven) },
      ]}
    />
  );
}
