import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { AreaChoice } from "@/components/plans/area-choice";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { PlanTimeline } from "@/components/plans/plan-timeline";
import { addressWith } from "@/components/ui/address";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { readPlanAddress } from "@/lib/plans/schema";
import { viewTimeline } from "@/lib/plans/timeline/queries";
import { load } from "@/lib/request/load";

export default async function TimelinePage({ searchParams }: PageProps<"/plan/timeline">) {
  const { plan: planId, area, page: wanted } = readPlanAddress(await searchParams);
  const found = await load((ctx) =>
    viewTimeline(ctx, planId, { ...(area && { area }), ...(wanted && { page: wanted }) }),
  );
  const { plan, themes, today, page, pages } = found;
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>{`${plan.title}: timeline`}</PageTitle>
      <PageHeading caption={plan.title}>Timeline</PageHeading>
      <PlanNavigation planId={plan.id} />
      <AreaChoice path="/plan/timeline" planId={plan.id} areas={plan.areas} chosen={area} />
      <PrintButton />
      {themes.length === 0 && <p className="govuk-body">The plan has no actions yet.</p>}
      {themes.map(({ id, title, actions }) => (
        <PlanTimeline key={id} title={title} actions={actions} period={plan} today={today} />
      ))}
      <Pagination
        page={page}
        pages={pages}
        href={(number) =>
          addressWith("/plan/timeline", { plan: plan.id, area }, { page: `${number}` })
        }
      />
    </Main>
  );
}
