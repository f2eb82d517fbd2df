import { BackLink } from "@/components/layout/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/request/load";
import { missedReasons, sessionStates } from "@/lib/support/sessions/labels";
import { getSession } from "@/lib/support/sessions/queries";
import { HoldForm, MissForm } from "./session-forms";

type Props = PageProps<"/cases/[ref]/support/sessions/[sessionId]">;

export default async function SessionPage({ params }: Props) {
  const { sessionId } = await params;
  const session = await load((ctx) => getSession(ctx, sessionId));
  const { reference } = session.case;
  const version = String(session.version);
  const isOpen = session.state === "planned";
  return (
    <>
      <PageTitle>{`Session on ${reference}`}</PageTitle>
      <BackLink href={`/cases/${reference}/support/sessions`}>Back to sessions</BackLink>
      <PageHeading caption={reference}>
        {isOpen ? "Record a session" : "A session with the mentor"}
      </PageHeading>
      <SummaryList
        rows={[
          { key: "Planned for", value: <Time day={session.plannedOn} /> },
          { key: "Where", value: session.place },
          { key: "How it stands", value: sessionStates[session.state] },
          ...(session.content
            ? [{ key: "What was done", value: <Paragraphs text={session.content} /> }]
            : []),
          ...(session.missedBecause
            ? [{ key: "Why", value: missedReasons[session.missedBecause] }]
            : []),
        ]}
      />
      {isOpen && (
        <>
          <HoldForm sessionId={session.id} version={version} reference={reference} />
          <MissForm sessionId={session.id} version={version} />
        </>
      )}
    </>
  );
}
