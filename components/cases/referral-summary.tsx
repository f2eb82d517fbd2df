import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  concernLabels,
  howKnownLabels,
  needLabels,
  notToldReasonLabels,
  toldLabels,
} from "@/lib/referrals/labels";

/** What a referrer wrote, page by page. It was written once and is read as it stands. */
export type ReferralAnswers = Partial<Record<string, Partial<Record<string, unknown>>>>;

const textOf = (answer: unknown) => (typeof answer === "string" ? answer : "");
const typed = (answer: unknown) => <Paragraphs text={textOf(answer)} />;

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
  const { concern = {}, explanation = {}, safeguards = {} } = answers;
  const rows: SummaryRow[] = [
    { key: "What happened", value: typed(concern.whatHappened) },
    { key: "When it was first noted", value: dayOrNothing(concern.firstNoted) },
    { key: "How this is known", value: labelled(howKnownLabels, concern.howKnown) },
    { key: "Type of concern", value: labelled(concernLabels, concern.concern) },
    { key: "What else could explain it", value: typed(explanation.otherExplanation) },
    { key: "Does the person know?", value: labelled(toldLabels, safeguards.told) },
    ...(safeguards.notToldReason
      ? [{ key: "Why not", value: labelled(notToldReasonLabels, safeguards.notToldReason) }]
      : []),
    { key: "Why this needs Prevent", value: typed(safeguards.proportionality) },
  ];
  return <SummaryList rows={rows} />;
}

/** What the person needs and what goes well for them. What is known is kept apart from what is suspected. */
export function NeedsSummary({ answers }: { answers: ReferralAnswers }) {
  const { needs = {}, safeguards = {} } = answers;
  return (
    <SummaryList
      rows={[
        { key: "What protects the person", value: typed(needs.strengths) },
        { key: "Needs that are known", value: labelled(needLabels, needs.needsKnown) },
        { key: "Needs that are suspected", value: labelled(needLabels, needs.needsSuspected) },
        { key: "More about these needs", value: typed(needs.needsDetail) },
        { key: "Support already given", value: typed(safeguards.supportGiven) },
      ]}
    />
  );
}
