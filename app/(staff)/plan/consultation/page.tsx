import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ApprovalLinks } from "@/components/plans/approval-links";
import { CommentsTable } from "@/components/plans/comments-table";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { RoundCard } from "@/components/plans/round-card";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { consultationDoneLabels } from "@/lib/plans/consultation/labels";
import { viewConsultation } from "@/lib/plans/consultation/queries";
import { readConsultationAddress } from "@/lib/plans/consultation/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/consultation">;

export default async function ConsultationPage({ searchParams }: Props) {
  const { plan: planId, done } = readConsultationAddress(await searchParams);
  const seen = await load((ctx) => viewConsultation(ctx, planId));
  const { plan, rounds, comments, waiting, mayWrite, today } = seen;
  const isDraft = plan.status === "draft" || plan.status === "consultation";
  const mayOpen = mayWrite && isDraft && !rounds.some(({ isOpen }) => isOpen);
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>Consultation and comments</PageTitle>
      <DoneAlert done={done} labels={consultationDoneLabels} />
      <PageHeading caption={plan.title}>Consultation and comments</PageHeading>
      <PlanNavigation planId={plan.id} />
      <ApprovalLinks
        planId={plan.id}
        here="/plan/consultation"
        isLater={plan.replacesId !== null}
        mayWrite={mayWrite}
      />
      {rounds.length === 0 && (
        <p className="govuk-body">
          {isDraft
            ? "Nobody has been asked about this draft yet."
            : "Nobody was asked about this plan here before it was approved."}
        </p>
      )}
      {mayOpen && (
        <LinkButton href={`/plan/consultation/new?plan=${plan.id}`}>
          Put the draft out for consultation
        </LinkButton>
      )}
      {rounds.map((round) => (
        <RoundCard key={round.id} round={round} today={today} mayWrite={mayWrite} />
      ))}
      {rounds.length > 0 && (
        <>
          {waiting > 0 && (
            <p className="govuk-body">
              {waiting === 1 ? "1 comment waits" : `${waiting} comments wait`} for an answer. The
              plan cannot be approved before each has one.
            </p>
          )}
          <CommentsTable caption="Comments" comments={comments} empty="No comments yet." />
        </>
      )}
    </Main>
  );
}
