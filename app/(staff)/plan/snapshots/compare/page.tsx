import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CompareFields } from "@/components/plans/compare-fields";
import { DifferenceTable } from "@/components/plans/difference-table";
import { snapshotName } from "@/components/plans/snapshot-name";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { compareSnapshots } from "@/lib/plans/snapshots/queries";
import { readCompareAddress } from "@/lib/plans/snapshots/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/snapshots/compare">;

export default async function ComparePage({ searchParams }: Props) {
  const { plan: planId, ...asked } = readCompareAddress(await searchParams);
  const compared = await load((ctx) => compareSnapshots(ctx, planId, asked));
  const { plan, snapshots, before, after, found } = compared;
  const back = (
    <BackLink href={`/plan/snapshots?plan=${plan.id}`}>Back to quarters and versions</BackLink>
  );
  if (!found || !before) {
    return (
      <Main back={back}>
        <PageTitle>Compare two states of the plan</PageTitle>
        <PageHeading caption={plan.title}>Compare two states</PageHeading>
        <p className="govuk-body">
          Nothing has been kept yet: no quarter of this plan has been closed.
        </p>
      </Main>
    );
  }
  const names = `${snapshotName(before)}, to ${after ? snapshotName(after) : "now"}`;
  return (
    <Main back={back}>
      <PageTitle>Compare two states of the plan</PageTitle>
      <PageHeading caption={plan.title}>{names}</PageHeading>
      <CompareFields
        planId={plan.id}
        snapshots={snapshots}
        from={before.id}
        to={after?.id ?? "now"}
      />
      <PrintButton />
      <DifferenceTable
        caption="What slipped, and why"
        differences={found.slipped}
        empty="Nothing slipped."
        isExplained
      />
      <DifferenceTable
        caption="What else changed"
        differences={found.moved}
        empty="Nothing else changed."
      />
      <Listed title="Added" actions={found.added} />
      <Listed title="No longer in the plan" actions={found.removed} />
      {found.same > 0 && (
        <p className="govuk-body">
          {found.same === 1 ? "1 action is" : `${found.same} actions are`} as before.
        </p>
      )}
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
