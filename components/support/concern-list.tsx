import { Link } from "@/components/ui/link";
import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";

type Concern = {
  id: string;
  what: string;
  isAnyoneAtRisk: boolean;
  raisedAt: Date;
  answer: string | null;
  raisedByHat: { user: { name: string } };
};

type Props = { concerns: Concern[]; reference: string; mayAnswer: boolean };

/** Worries that came up in support, and what was done about each. */
export function ConcernList({ concerns, reference, mayAnswer }: Props) {
  return concerns.map((concern) => (
    <SummaryCard
      key={concern.id}
      title="Concern from support"
      rows={[
        {
          key: "Raised",
          value: (
            <>
              <Time at={concern.raisedAt} /> by {concern.raisedByHat.user.name}
            </>
          ),
        },
        { key: "Anybody at risk", value: concern.isAnyoneAtRisk ? "Yes" : "No" },
        { key: "What was seen or heard", value: <Paragraphs text={concern.what} /> },
        { key: "What was done", value: answerOf(concern, mayAnswer, reference) },
      ]}
    />
  ));
}

function answerOf({ id, answer }: Concern, mayAnswer: boolean, reference: string) {
  if (answer) return <Paragraphs text={answer} />;
  if (!mayAnswer) return "Waiting for an answer";
  return <Link href={`/cases/${reference}/support/concerns/${id}`}>Answer this concern</Link>;
}
