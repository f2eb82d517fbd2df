import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import {
  type MissedReason,
  missedReasons,
  type SessionState,
  sessionStates,
} from "@/lib/support/sessions/labels";

type Session = {
  id: string;
  plannedOn: Day;
  state: SessionState;
  place: string;
  content: string | null;
  missedBecause: MissedReason | null;
  providerHat: { user: { name: string } };
};

type Props = { sessions: Session[]; reference: string; today: Day; maySettle: boolean };

/** Every session, newest first. One whose day has come waits for its mentor. */
export function SessionTable({ sessions, reference, today, maySettle }: Props) {
  return (
    <Table
      caption="Sessions"
      isWide
      columns={[
        { text: "Day" },
        { text: "How it stands" },
        { text: "What was done" },
        { text: "Mentor" },
      ]}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: [
          <Time key="day" day={session.plannedOn} short />,
          <State
            key="state"
            session={session}
            waits={maySettle && session.plannedOn <= today}
            reference={reference}
          />,
          <div key="what">
            {session.content && <p className="govuk-body app-paragraphs">{session.content}</p>}
            {session.missedBecause && missedReasons[session.missedBecause]}
            <div className="text-secondary">{session.place}</div>
          </div>,
          session.providerHat.user.name,
        ],
      }))}
      empty="No session has been planned yet."
    />
  );
}

function State({
  session,
  waits,
  reference,
}: {
  session: Session;
  waits: boolean;
  reference: string;
}) {
  if (session.state !== "planned" || !waits) return sessionStates[session.state];
  return (
    <Link href={`/cases/${reference}/support/sessions/${session.id}`}>
      Record it<span className="govuk-visually-hidden">: {session.place}</span>
    </Link>
  );
}
