import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { dayOf } from "@/lib/dates";
import { type EscalationState, escalationStates } from "@/lib/governance/labels";

type Escalation = {
  id: string;
  question: string;
  state: EscalationState;
  answer: string | null;
  answerReasons: string | null;
  raisedAt: Date;
  toBody: { name: string };
};

/** What went up about an action, and the answer that came back (4.2). */
export function EscalationsList({ escalations }: { escalations: readonly Escalation[] }) {
  if (escalations.length === 0) return null;
  return (
    <Table
      caption="Questions that were escalated"
      columns={[{ text: "Question" }, { text: "Asked of" }, { text: "Answer" }]}
      rows={escalations.map(({ id, question, raisedAt, toBody, state, answer, answerReasons }) => ({
        key: id,
        cells: [
          <Link key="question" href={`/meetings/escalations/${id}`}>
            {question}
          </Link>,
          <span key="asked">
            {toBody.name}, <Time day={dayOf(raisedAt)} short />
          </span>,
          answer ? `${answer} ${answerReasons}` : escalationStates[state],
        ],
      }))}
    />
  );
}
