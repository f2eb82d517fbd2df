import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { listActionsOfRisk, listActionsToLink } from "@/lib/risks/links/queries";
import { getRisk } from "@/lib/risks/queries";
import { LinkForm } from "./link-form";
import { UnlinkForm } from "./unlink-form";

export default async function LinkRiskPage({ params }: PageProps<"/plan/risks/[id]/actions">) {
  const { id } = await params;
  const { risk, linked, all } = await load(async (ctx) => ({
    risk: await getRisk(ctx, id, "risk:write"),
    linked: await listActionsOfRisk(ctx, id),
    all: await listActionsToLink(ctx),
  }));
  const choices = all
    .filter((action) => !linked.some(({ actionId }) => actionId === action.id))
    .map((action) => ({
      value: action.id,
      label: `${action.reference} ${action.text} (${action.plan})`,
    }));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/risks/${id}`}>Back to {risk.reference}</BackLink>}
    >
      <PageTitle>{`Actions of ${risk.reference}`}</PageTitle>
      <PageHeading caption={`${risk.reference}: ${risk.title}`}>Actions that answer it</PageHeading>
      {linked.map(({ actionId, reference, text }) => (
        <UnlinkForm
          key={actionId}
          riskId={id}
          actionId={actionId}
          action={`${reference} ${text}`}
        />
      ))}
      {choices.length > 0 ? (
        <LinkForm riskId={id} choices={choices} />
      ) : (
        <p className="govuk-body">There is no other action in a plan that is not over.</p>
      )}
    </Main>
  );
}
