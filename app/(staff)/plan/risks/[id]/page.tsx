import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { LinkedActions } from "@/components/risks/linked-actions";
import { RiskHistory } from "@/components/risks/risk-history";
import { RiskSummary } from "@/components/risks/risk-summary";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { riskDoneLabels } from "@/lib/risks/labels";
import { listActionsOfRisk } from "@/lib/risks/links/queries";
import { viewRisk } from "@/lib/risks/queries";
import { readRiskAddress } from "@/lib/risks/schema";

type Props = PageProps<"/plan/risks/[id]">;

export default async function RiskPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readRiskAddress(await searchParams);
  const { seen, actions } = await load(async (ctx) => ({
    seen: await viewRisk(ctx, id),
    actions: await listActionsOfRisk(ctx, id),
  }));
  const { risk, scored, reviews, today, mayReadHistory, mayReview, mayWrite } = seen;
  const at = `/plan/risks/${risk.id}`;
  return (
    <Main back={<BackLink href="/plan/risks">Back to the risk register</BackLink>}>
      <PageTitle>{risk.reference}</PageTitle>
      <DoneAlert done={done} labels={riskDoneLabels} />
      <PageHeading caption={risk.reference}>{risk.title}</PageHeading>
      {mayReview && (
        <div className="govuk-button-group">
          <LinkButton href={`${at}/review`}>Record a review</LinkButton>
          {mayWrite && (
            <>
              <LinkButton variant="secondary" href={`${at}/edit`}>
                Change the words
              </LinkButton>
              {risk.scores && (
                <LinkButton variant="secondary" href={`${at}/scores`}>
                  Change the scores
                </LinkButton>
              )}
              <LinkButton variant="secondary" href={`${at}/actions`}>
                Link actions
              </LinkButton>
              {risk.status === "proposed" && (
                <LinkButton variant="secondary" href={`${at}/agree`}>
                  Record that it was agreed
                </LinkButton>
              )}
              <LinkButton
                variant="secondary"
                href={`/meetings/escalations/new?about=risk&of=${risk.id}`}
              >
                Escalate a question
              </LinkButton>
              <LinkButton variant="secondary" href={`${at}/close`}>
                Close it
              </LinkButton>
            </>
          )}
        </div>
      )}
      <RiskSummary risk={risk} today={today} />
      <LinkedActions
        caption="Actions that answer it"
        actions={actions}
        empty="No action of a plan is linked to it."
      />
      {mayReadHistory && <RiskHistory scored={scored} reviews={reviews} />}
    </Main>
  );
}
