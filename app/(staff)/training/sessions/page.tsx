import { ButtonGroup, LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { SessionTag } from "@/components/training/session-tag";
import { addressWith } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/request/load";
import { audienceLabels } from "@/lib/training/labels";
import { perPage } from "@/lib/training/queries";
import { readTrainingAddress } from "@/lib/training/schema";
import { listSessions } from "@/lib/training/sessions/queries";

export default async function SessionsPage({ searchParams }: PageProps<"/training/sessions">) {
  const query = await searchParams;
  const { page } = readTrainingAddress(query);
  const found = await load((ctx) => listSessions(ctx, page));
  const { sessions, total, today, isOwnOnly, mayWrite } = found;
  return (
    <Main back={<BackLink href="/training">Back to training</BackLink>}>
      <PageTitle>{page > 1 ? `Training sessions (page ${page})` : "Training sessions"}</PageTitle>
      <PageHeading caption="Training">Sessions and seminars</PageHeading>
      {mayWrite && (
        <ButtonGroup>
          <LinkButton href="/training/sessions/new">Add a session</LinkButton>
        </ButtonGroup>
      )}
      {total > perPage && <ResultCount page={page} total={total} of={["sessions", "session"]} />}
      <Table
        caption="Every session, newest first"
        isCaptionHidden
        columns={[
          { text: "Session" },
          { text: "Day" },
          { text: "Venue" },
          { text: "For" },
          { text: isOwnOnly ? "Came from you" : "Came", numeric: true },
          { text: "Places", numeric: true },
          { text: "Status" },
        ]}
        rows={sessions.map((session) => ({
          key: session.id,
          cells: [
            <Link key="title" href={`/training/sessions/${session.id}`}>
              {session.title}
            </Link>,
            <Time key="day" day={session.heldDay} short />,
            session.venue,
            audienceLabels[session.audience],
            session.attended ?? "Not recorded",
            session.capacity,
            <SessionTag key="status" session={session} today={today} />,
          ],
        }))}
        empty="No session has been added yet."
      />
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(to) => addressWith("/training/sessions", query, { page: `${to}` })}
      />
    </Main>
  );
}
