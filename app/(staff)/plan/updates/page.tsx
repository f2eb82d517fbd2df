import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Due } from "@/components/plans/due";
import { RagTag } from "@/components/plans/rag-tag";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Time } from "@/components/ui/time";
import { listOwnActions } from "@/lib/plans/updates/own/queries";
import { load } from "@/lib/request/load";
import { OwnForm } from "./own-form";

export default async function UpdatesPage() {
  const { actions, today } = await load(listOwnActions);
  return (
    <Main width="two-thirds" back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Update your actions</PageTitle>
      {actions.length === 0 ? (
        <>
          <PageHeading>Update your actions</PageHeading>
          <p className="govuk-body">
            Your organisation leads no open action of a plan in force, so there is nothing to say.
          </p>
        </>
      ) : (
        <OwnForm
          rows={actions.map((action) => ({
            actionId: action.actionId,
            reference: action.reference,
            version: `${action.version}`,
            percent: action.percent,
            about: (
              <>
                <p className="govuk-body">{action.text}</p>
                <p className="govuk-body-s">
                  <RagTag rag={action.rag} isStale={action.isStale} /> {action.percent}% done, due{" "}
                  <Due day={action.dueDay} today={today} isOverdue={action.isOverdue} />, last
                  update <Time day={action.lastUpdate} short />.{" "}
                  <Link href={`/plan/actions/${action.actionId}/update`}>
                    Say amber, red or done of {action.reference}
                  </Link>
                </p>
              </>
            ),
          }))}
        />
      )}
    </Main>
  );
}
