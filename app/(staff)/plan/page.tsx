import { Main } from "@/components/layout/main";
import { ContestFrame } from "@/components/plans/contest-frame";
import { PlanActionsTable } from "@/components/plans/plan-actions-table";
import { PlanFilterFields } from "@/components/plans/plan-filter-fields";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { PlanRegisters } from "@/components/plans/plan-registers";
import { PlanSummary } from "@/components/plans/plan-summary";
import { RagCounts } from "@/components/plans/rag-counts";
import { addressWith } from "@/components/ui/address";
import { Alert } from "@/components/ui/alert";
import { FilterPanel, SelectedFilters } from "@/components/ui/filter-panel";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { viewPlan } from "@/lib/plans/actions/list/queries";
import { doneLabels } from "@/lib/plans/labels";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";
import { NoPlan } from "./no-plan";
import { OtherPlans } from "./other-plans";
import { selectedFilters } from "./selected-filters";
import { TakeAway } from "./take-away";

export default async function PlanPage({ searchParams }: PageProps<"/plan">) {
  const chosen = readPlanAddress(await searchParams);
  const found = await load((ctx) => viewPlan(ctx, chosen.plan, chosen));
  if (!found.plan)
    return (
      <NoPlan
        mayWrite={found.mayWrite}
        mayReadProfile={found.mayReadProfile}
        mayReadMoney={found.mayReadMoney}
      />
    );

  const { plan, plans, themes, counts, exceptions, owners, total, today, mayWrite } = found;
  const { done, page: _, ...address } = chosen;
  const shown = themes.filter(({ id, actions }) => chosen.theme === id || actions.length > 0);
  return (
    <Main>
      <PageTitle>{plan.title}</PageTitle>
      {done && <Alert variant="success" title={doneLabels[done]} isAnnounced />}
      <PageHeading caption={plan.coverage}>{plan.title}</PageHeading>
      <PlanNavigation planId={plan.id} />
      {found.mayUpdate && (
        <p className="govuk-body app-no-print">
          <Link href="/plan/updates">Update your organisation’s actions on one page</Link>
        </p>
      )}
      <PlanSummary plan={plan} mayWrite={mayWrite} />
      <PlanRegisters mayReadProfile={found.mayReadProfile} mayReadMoney={found.mayReadMoney} />
      {found.exceptionsFirst && (
        <>
          <PlanActionsTable
            caption="Needs the group’s attention"
            actions={exceptions}
            today={today}
            empty="Nothing is red, overdue or without an update."
          />
          {found.exceptionCount > exceptions.length && (
            <p className="govuk-body">
              These are due soonest. {found.exceptionCount.toLocaleString("en-GB")} are red, overdue
              or without an update: the filters find them all.
            </p>
          )}
        </>
      )}
      <FilterPanel
        action="/plan"
        keep={{
          plan: address.plan,
          objective: address.objective,
          benchmark: address.benchmark,
        }}
        fields={
          <PlanFilterFields
            chosen={chosen}
            themes={plan.themes}
            owners={owners}
            areas={plan.areas}
          />
        }
      >
        <RagCounts counts={counts} total={total} />
        <SelectedFilters
          clearHref={addressWith("/plan", {}, { plan: address.plan })}
          filters={selectedFilters(address, plan.themes, owners, plan.areas)}
        />
        {shown.length === 0 && (
          <p className="govuk-body">
            {total === 0
              ? "The plan has no actions yet."
              : "No action of the plan is as you have asked. Clear the filters to see them all."}
          </p>
        )}
        {shown.map(({ id, title, actions }) => (
          <PlanActionsTable
            key={id}
            caption={title}
            actions={actions}
            today={today}
            empty="No actions under this theme."
          />
        ))}
        <Pagination
          page={found.page}
          pages={found.pages}
          href={(number) => addressWith("/plan", address, { page: `${number}` })}
        />
        <TakeAway address={{ ...address, plan: plan.id }} mayImport={mayWrite} />
        <OtherPlans plans={plans} planId={plan.id} />
      </FilterPanel>
      <ContestFrame counted={found.byWorkstream} />
    </Main>
  );
}
