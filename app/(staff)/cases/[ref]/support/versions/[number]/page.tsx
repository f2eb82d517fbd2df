import { BackLink } from "@/components/layout/back-link";
import { NeedsTable } from "@/components/support/needs-table";
import { PlanComparison } from "@/components/support/plan-comparison";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { viewPlanVersion } from "@/lib/support/needs/queries";
import { versionOf } from "@/lib/support/needs/rules";

type Props = PageProps<"/cases/[ref]/support/versions/[number]">;

export default async function VersionPage({ params }: Props) {
  const { ref, number } = await params;
  const view = await load((ctx) => viewPlanVersion(ctx, ref, versionOf(number)));
  const { reference, plan, previous, changed, needs, added, ended } = view;
  return (
    <>
      <PageTitle>{`Support plan of ${reference}, version ${plan.number}`}</PageTitle>
      <BackLink href={`/cases/${reference}/support`}>Back to the support plan</BackLink>
      <PageHeading caption={reference}>{`Support plan, version ${plan.number}`}</PageHeading>
      <PlanComparison plan={plan} previous={previous} changed={changed} />
      <NeedsTable caption="Needs in this version" needs={needs} />
      {previous && added.length > 0 && (
        <NeedsTable caption={`Not in version ${previous.number}`} needs={added} />
      )}
      {previous && ended.length > 0 && (
        <NeedsTable caption={`Only in version ${previous.number}`} needs={ended} />
      )}
    </>
  );
}
