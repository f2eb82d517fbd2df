import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { getAnswer } from "@/lib/governance/escalations/queries";
import { load } from "@/lib/request/load";
import { AddendumForm } from "./addendum-form";

export default async function AnswerAddendumPage({
  params,
}: PageProps<"/meetings/escalations/[id]/addendum">) {
  const { id } = await params;
  const escalation = await load((ctx) => getAnswer(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/escalations/${id}`}>Back to the question</BackLink>}
    >
      <PageTitle>{`Add an addendum: ${escalation.title}`}</PageTitle>
      {escalation.state === "answered" ? (
        <AddendumForm escalationId={id} title={escalation.title} />
      ) : (
        <>
          <PageHeading caption={escalation.title}>Add an addendum to the answer</PageHeading>
          <p className="govuk-body">There is no answer yet to add to.</p>
        </>
      )}
    </Main>
  );
}
