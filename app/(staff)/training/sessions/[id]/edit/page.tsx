import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { formatTime } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { getSessionToEdit } from "@/lib/training/sessions/queries";
import { SessionForm } from "../../session-form";

type Props = PageProps<"/training/sessions/[id]/edit">;

export default async function EditSessionPage({ params }: Props) {
  const { id } = await params;
  const { session, courses, organisations } = await load((ctx) => getSessionToEdit(ctx, id));
  const { title, venue, trainers, audience, status, heldDay, starts } = session;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/training/sessions/${id}`}>Back to the session</BackLink>}
    >
      <PageTitle>{`Change ${title}`}</PageTitle>
      <SessionForm
        title="Change the session"
        sessionId={id}
        courses={courses}
        organisations={organisations}
        values={{
          ...{ title, venue, trainers, audience, status, heldDay, starts: formatTime(starts) },
          courseId: session.course.id,
          hostOrganisationId: session.host.id,
          capacity: `${session.capacity}`,
          version: `${session.version}`,
        }}
      />
    </Main>
  );
}
