import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getSessionsToWrite } from "@/lib/training/sessions/queries";
import { SessionForm } from "../session-form";

export default async function NewSessionPage() {
  const { courses, organisations } = await load(getSessionsToWrite);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/training/sessions">Back to the sessions</BackLink>}
    >
      <PageTitle>Add a session</PageTitle>
      <SessionForm title="Add a session" courses={courses} organisations={organisations} />
    </Main>
  );
}
