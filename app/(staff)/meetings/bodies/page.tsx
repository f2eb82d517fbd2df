import { LinkButton } from "@/components/form/button";
import { BodyTree } from "@/components/governance/body-tree";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewTree } from "@/lib/governance/bodies/queries";
import { load } from "@/lib/request/load";

export default async function BodiesPage() {
  const { bodies, mayWrite, mayReadMeetings } = await load(viewTree);
  return (
    <Main>
      <PageTitle>Who oversees the plan</PageTitle>
      <PageHeading>Who oversees the plan</PageHeading>
      {mayWrite && <LinkButton href="/meetings/bodies/new">Add a body</LinkButton>}
      {bodies.length > 0 ? (
        <BodyTree bodies={bodies} />
      ) : (
        <p className="govuk-body">No body has been set up yet.</p>
      )}
      {mayReadMeetings && (
        <p className="govuk-body">
          <Link href="/meetings">Meetings</Link>
          {" · "}
          <Link href="/meetings/escalations">Questions that were escalated</Link>
        </p>
      )}
    </Main>
  );
}
