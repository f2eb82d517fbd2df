import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { FrozenActions } from "@/components/plans/frozen-actions";
import { RagCounts } from "@/components/plans/rag-counts";
import { snapshotName } from "@/components/plans/snapshot-name";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { getSnapshot } from "@/lib/plans/snapshots/queries";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/snapshots/[snapshotId]">;

export default async function SnapshotPage({ params }: Props) {
  const { snapshotId } = await params;
  const snapshot = await load((ctx) => getSnapshot(ctx, snapshotId));
  const { plan, actions, themes, counts, takenDay, takenBy } = snapshot;
  return (
    <Main
      back={
        <BackLink href={`/plan/snapshots?plan=${plan.id}`}>Back to quarters and versions</BackLink>
      }
    >
      <PageTitle>{`${plan.title}: ${snapshotName(snapshot)}`}</PageTitle>
      <PageHeading caption={plan.title}>{snapshotName(snapshot)}</PageHeading>
      <InsetText>
        The plan as it stood on <Time day={takenDay} />, kept by {takenBy ?? "the service"}. Nothing
        here changes any more.
      </InsetText>
      <p className="govuk-body app-no-print">
        <Link href={`/plan/snapshots/compare?plan=${plan.id}&from=${snapshotId}&to=now`}>
          See what has changed since then
        </Link>
      </p>
      <PrintButton />
      <RagCounts counts={counts} total={actions.length} />
      {themes.map((theme) => (
        <FrozenActions
          key={theme}
          caption={theme}
          actions={actions.filter((action) => action.theme === theme)}
        />
      ))}
    </Main>
  );
}
