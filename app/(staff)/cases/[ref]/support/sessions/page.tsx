import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { ConcernList } from "@/components/support/concern-list";
import { EndReports } from "@/components/support/end-reports";
import { Engagement } from "@/components/support/engagement";
import { SessionTable } from "@/components/support/session-table";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { doneLabels } from "@/lib/support/sessions/labels";
import { viewSessions } from "@/lib/support/sessions/queries";

type Props = PageProps<"/cases/[ref]/support/sessions">;

export default async function SessionsPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { done } = await searchParams;
  const view = await load((ctx) => viewSessions(ctx, ref));
  const { reference, sessions, concerns, reports, engagements, may, today } = view;
  const here = `/cases/${reference}/support`;
  return (
    <>
      <PageTitle>{`Sessions on ${reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <BackLink href={here}>Back to the support plan</BackLink>
      <PageHeading caption={reference}>Sessions with the mentor</PageHeading>
      <div className="govuk-button-group">
        {may.plan && <LinkButton href={`${here}/sessions/plan`}>Plan a session</LinkButton>}
        {may.raise && (
          <LinkButton href={`${here}/concerns/raise`} variant="secondary">
            Raise a concern
          </LinkButton>
        )}
        {may.report && sessions.length > 0 && (
          <LinkButton href={`${here}/report`} variant="secondary">
            Write the end report
          </LinkButton>
        )}
      </div>
      <ConcernList concerns={concerns} reference={reference} mayAnswer={may.answer} />
      <Engagement engagements={engagements} />
      <SessionTable
        sessions={sessions}
        reference={reference}
        today={today}
        maySettle={may.settle}
      />
      <EndReports reports={reports} />
    </>
  );
}
