import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CompareFields } from "@/components/plans/compare-fields";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { snapshotName } from "@/components/plans/snapshot-name";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { doneLabels } from "@/lib/plans/labels";
import { readPlanAddress } from "@/lib/plans/schema";
import { snapshotKinds } from "@/lib/plans/snapshots/labels";
import { listSnapshots } from "@/lib/plans/snapshots/queries";
import { load } from "@/lib/request/load";

const columns = [{ text: "State" }, { text: "Kind" }, { text: "Kept" }, { text: "By" }];

export default async function SnapshotsPage({ searchParams }: PageProps<"/plan/snapshots">) {
  const { plan: planId, done } = readPlanAddress(await searchParams);
  const { plan, snapshots, mayClose } = await load((ctx) => listSnapshots(ctx, planId));
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>Quarters and versions of the plan</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={plan.title}>Quarters and versions</PageHeading>
      <PlanNavigation planId={plan.id} />
      <p className="govuk-body">
        The plan is kept as it stands when it is approved and when a quarter closes. What was kept
        never changes. A quarter closes by itself two weeks after its end, if nobody has closed it.
      </p>
      {mayClose && (
        <LinkButton href={`/plan/snapshots/new?plan=${plan.id}`}>Close the quarter</LinkButton>
      )}
      <Table
        caption="Kept states"
        columns={columns}
        empty="Nothing has been kept yet: no quarter of this plan has been closed."
        rows={snapshots.map((one) => ({
          key: one.id,
          cells: [
            <Link key="link" href={`/plan/snapshots/${one.id}`}>
              {snapshotName(one)}
            </Link>,
            snapshotKinds[one.kind],
            <Time key="kept" day={one.takenDay} short />,
            one.takenBy ?? "The service",
          ],
        }))}
      />
      {snapshots.length > 0 && <CompareFields planId={plan.id} snapshots={snapshots} />}
    </Main>
  );
}
