import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ApprovalLinks } from "@/components/plans/approval-links";
import { EqualitySummary } from "@/components/plans/equality-summary";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { equalityDoneLabels } from "@/lib/plans/equality/labels";
import { viewEquality } from "@/lib/plans/equality/queries";
import { readEqualityAddress } from "@/lib/plans/equality/schema";
import { eiaStatusLabels } from "@/lib/plans/labels";
import { load } from "@/lib/request/load";

export default async function EqualityPage({ searchParams }: PageProps<"/plan/equality">) {
  const { plan: planId, done } = readEqualityAddress(await searchParams);
  const { plan, versions, mayWrite, mayPublish } = await load((ctx) => viewEquality(ctx, planId));
  const [latest, ...earlier] = versions;
  const isOpen = latest !== undefined && latest.signedDay === null;
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>Equality impact assessment</PageTitle>
      <DoneAlert done={done} labels={equalityDoneLabels} />
      <PageHeading caption={plan.title}>Equality impact assessment</PageHeading>
      <PlanNavigation planId={plan.id} />
      <ApprovalLinks
        planId={plan.id}
        here="/plan/equality"
        isLater={plan.replacesId !== null}
        mayWrite={mayPublish}
      />
      <p className="govuk-body">
        It is “{eiaStatusLabels[plan.eiaStatus]}”.{" "}
        {mayWrite && "The plan is put to no group before it is complete."}
      </p>
      {mayWrite && (
        <div className="govuk-button-group app-no-print">
          {isOpen && (
            <LinkButton href={`/plan/equality/sign?plan=${plan.id}`}>
              Record that it is signed off
            </LinkButton>
          )}
          <LinkButton
            href={`/plan/equality/edit?plan=${plan.id}`}
            variant={isOpen ? "secondary" : undefined}
          >
            {isOpen
              ? "Change the answers"
              : latest
                ? "Write the next version"
                : "Write the assessment"}
          </LinkButton>
        </div>
      )}
      {latest ? (
        <EqualitySummary assessment={latest} />
      ) : (
        <p className="govuk-body">No assessment of this plan has been written here.</p>
      )}
      {earlier.map((assessment) => (
        <section key={assessment.id}>
          <h2 className="govuk-heading-m">Version {assessment.number}, before</h2>
          <EqualitySummary assessment={assessment} />
        </section>
      ))}
    </Main>
  );
}
