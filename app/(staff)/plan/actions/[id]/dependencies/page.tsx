import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { getWaits } from "@/lib/plans/dependencies/queries";
import { load } from "@/lib/request/load";
import { WaitsForm } from "./waits-form";

type Props = PageProps<"/plan/actions/[id]/dependencies">;

export default async function DependenciesPage({ params }: Props) {
  const { id } = await params;
  const { action, mayNeed, isAlone } = await load((ctx) => getWaits(ctx, id));
  const { actionId, reference } = action;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`What action ${reference} waits for`}</PageTitle>
      {mayNeed.length === 0 ? (
        <>
          <PageHeading caption={`Action ${reference}`}>What does this action wait for?</PageHeading>
          <p className="govuk-body">
            {isAlone
              ? "It is the only action of its plan, so there is none that it could wait for. Add another to the plan first."
              : "Every other action of the plan waits for this one already, so that there is none that it could wait for: each would wait for the other."}
          </p>
        </>
      ) : (
        <WaitsForm
          actionId={actionId}
          reference={reference}
          version={`${action.detailsVersion}`}
          needsIds={action.waitsFor.map((one) => one.actionId)}
          others={mayNeed.map((one) => ({
            value: one.actionId,
            label: `${one.reference} ${one.action.title}`,
          }))}
        />
      )}
    </Main>
  );
}
