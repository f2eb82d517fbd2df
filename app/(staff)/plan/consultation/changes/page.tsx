import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CommentsTable } from "@/components/plans/comments-table";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { RewordedTable } from "@/components/plans/reworded-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { viewChanges } from "@/lib/plans/approval/queries";
import { readConsultationAddress } from "@/lib/plans/consultation/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/consultation/changes">;

export default async function ChangesPage({ searchParams }: Props) {
  const { plan: planId } = readConsultationAddress(await searchParams);
  const { plan, before, comments, found } = await load((ctx) => viewChanges(ctx, planId));
  const back = `/plan/approval?plan=${plan.id}`;
  return (
    <Main back={<BackLink href={back}>Back to the approval</BackLink>}>
      <PageTitle>What this version changes</PageTitle>
      <PageHeading caption={plan.title}>What version {plan.edition} changes</PageHeading>
      <PlanNavigation planId={plan.id} />
      <PrintButton />
      {before && found ? (
        <>
          <p className="govuk-body">Against version {before.edition}, as it was approved.</p>
          <RewordedTable reworded={found.reworded} comments={comments} />
          <Listed title="Added" actions={found.added} />
          <Listed title="No longer in the plan" actions={found.removed} />
        </>
      ) : (
        <p className="govuk-body">
          This is the first version, so there is none to compare it with.
        </p>
      )}
      <CommentsTable
        caption="Comments that changed the draft"
        comments={comments.filter(({ afterText }) => afterText)}
        empty="No comment changed the draft."
      />
    </Main>
  );
}

type Named = { actionId: string; reference: string; title: string };

const Listed = ({ title, actions }: { title: string; actions: Named[] }) =>
  actions.length > 0 && (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {actions.map(({ actionId, reference, title: text }) => (
          <li key={actionId}>
            {reference} {text}
          </li>
        ))}
      </ul>
    </>
  );
