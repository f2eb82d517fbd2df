import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { FrozenActions } from "@/components/plans/frozen-actions";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { RagCounts } from "@/components/plans/rag-counts";
import { snapshotName } from "@/components/plans/snapshot-name";
import { WholeToPrint } from "@/components/plans/whole-to-print";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { getSnapshot } from "@/lib/plans/snapshots/queries";
import { readSnapshotAddress } from "@/lib/plans/snapshots/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/snapshots/[snapshotId]">;

export default async function SnapshotPage({ params, searchParams }: Props) {
  const { snapshotId } = await params;
  const asked = readSnapshotAddress(await searchParams);
  const snapshot = await load((ctx) => getSnapshot(ctx, snapshotId, asked));
  const { plan, actions, themes, counts, total, page, pages, takenDay, takenBy } = snapshot;
  const path = `/plan/snapshots/${snapshotId}`;
  return (
    <Main
      back={
        <BackLink href={`/plan/snapshots?plan=${plan.id}`}>Back to quarters and versions</BackLink>
      }
    >
      <PageTitle>{`${plan.title}: ${snapshotName(snapshot)}`}</PageTitle>
      <PageHeading caption={plan.title}>{snapshotName(snapshot)}</PageHeading>
      <PlanNavigation planId={plan.id} />
      <InsetText>
        The plan as it stood on <Time day={takenDay} />, kept by {takenBy ?? "the service"}. Nothing
        here changes any more.
      </InsetText>
      <p className="govuk-body app-no-print">
        <Link href={`/plan/snapshots/compare?plan=${plan.id}&from=${snapshotId}&to=now`}>
          See what has changed since then
        </Link>
      </p>
      <RagCounts counts={counts} total={total} />
      <WholeToPrint path={path} pages={pages} isWhole={asked.all === "yes"} />
      {pages > 1 && <ResultCount page={page} total={total} of={["actions", "action"]} />}
      {themes.map((theme) => (
        <FrozenActions
          key={theme}
          caption={theme}
          actions={actions.filter((action) => action.theme === theme)}
        />
      ))}
      <Pagination page={page} pages={pages} href={(number) => `${path}?page=${number}`} />
    </Main>
  );
}
