import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CompareFields } from "@/components/plans/compare-fields";
import { DifferenceTable } from "@/components/plans/difference-table";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { snapshotName } from "@/components/plans/snapshot-name";
import { WholeToPrint } from "@/components/plans/whole-to-print";
import { addressWith } from "@/components/ui/address";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { compareSnapshots } from "@/lib/plans/snapshots/queries";
import { pageOfChanges } from "@/lib/plans/snapshots/rules";
import { readCompareAddress } from "@/lib/plans/snapshots/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/snapshots/compare">;

export default async function ComparePage({ searchParams }: Props) {
  const { plan: planId, page: wanted = 1, all, ...asked } = readCompareAddress(await searchParams);
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
        <PlanNavigation planId={plan.id} />
        <p className="govuk-body">
          Nothing has been kept yet: no quarter of this plan has been closed.
        </p>
      </Main>
    );
  }
  const path = "/plan/snapshots/compare";
  const query = { plan: plan.id, from: before.id, to: after?.id ?? "now" };
  const { page, pages, ...shown } = pageOfChanges(found, all ? null : wanted);
  const names = `${snapshotName(before)}, to ${after ? snapshotName(after) : "now"}`;
  return (
    <Main back={back}>
      <PageTitle>Compare two states of the plan</PageTitle>
      <PageHeading caption={plan.title}>{names}</PageHeading>
      <PlanNavigation planId={plan.id} />
      <CompareFields planId={plan.id} snapshots={snapshots} from={query.from} to={query.to} />
      <p className="govuk-body">{inNumbers(found)}</p>
      <WholeToPrint path={path} query={query} pages={pages} isWhole={all === "yes"} />
      {pages > 1 && <ResultCount page={page} total={shown.all} of={["changes", "change"]} />}
      {(shown.slipped.length > 0 || found.slipped.length === 0) && (
        <DifferenceTable
          caption="What slipped, and why"
          differences={shown.slipped}
          empty="Nothing slipped."
          isExplained
        />
      )}
      {(shown.moved.length > 0 || found.moved.length === 0) && (
        <DifferenceTable
          caption="What else changed"
          differences={shown.moved}
          empty="Nothing else changed."
        />
      )}
      <Listed title="Added" actions={shown.added} />
      <Listed title="No longer in the plan" actions={shown.removed} />
      <Pagination
        page={page}
        pages={pages}
        href={(number) => addressWith(path, query, { page: `${number}` })}
      />
    </Main>
  );
}

type Found = ReturnType<typeof pageOfChanges>;
type Counted = Record<keyof Pick<Found, "slipped" | "moved" | "added" | "removed">, unknown[]>;

/** What the whole comparison found, whatever page of it is read. */
const inNumbers = ({ slipped, moved, added, removed, same }: Counted & { same: number }) =>
  `${slipped.length} slipped, ${moved.length} changed otherwise, ${added.length} added, ${removed.length} no longer in the plan, ${same} as before.`;

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
