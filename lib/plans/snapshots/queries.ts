import "server-only";

import { can } from "@/lib/access/policy";
import { dayOf, fromDateColumn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { planActionFacts, toPlanAction } from "@/lib/plans/actions/queries";
import type { Objective, Priority, Rag, Workstream } from "@/lib/plans/labels";
import type { Better, MilestoneState } from "@/lib/plans/parts/labels";
import { latestFor, standingOf } from "@/lib/plans/parts/rules";
import { findPlan, getPlan, type PlanRecord } from "@/lib/plans/queries";
import { byReference } from "@/lib/plans/rules";
import type { SnapshotKind } from "@/lib/plans/snapshots/labels";
import {
  compare,
  countedByColour,
  type FrozenAction,
  type FrozenMeasure,
  type FrozenMilestone,
  frozenCounts,
  isQuarterOf,
  pageWithin,
  quarterToClose,
  snapshotPageSize,
} from "@/lib/plans/snapshots/rules";
import type { SnapshotAddress } from "@/lib/plans/snapshots/schema";

/** What is kept of a step and of a measure: what was, and not who wrote it. */
const parts = {
  milestones: {
    select: { id: true, title: true, dueOn: true, state: true, reason: true },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  },
  measures: {
    select: {
      ...{ id: true, name: true, unit: true, better: true, target: true },
      actuals: {
        select: { quarterOn: true, forArea: true, number: true, actual: true },
        orderBy: [{ quarterOn: "desc" }, { number: "desc" }],
        take: 200,
      },
    },
    orderBy: { id: "asc" },
  },
} satisfies Prisma.PlanActionSelect;

/** Every action of a plan as a snapshot taken now would keep it. */
export async function freeze({ tx, now }: Context, planId: string): Promise<FrozenAction[]> {
  const today = dayOf(now);
  const found = await tx.planAction.findMany({
    where: { planId },
    select: {
      ...planActionFacts,
      theme: { select: { title: true } },
      ...parts,
      action: {
        select: {
          ...planActionFacts.action.select,
          actionExtensions: { select: { reason: true }, orderBy: { extendedAt: "desc" }, take: 1 },
        },
      },
    },
  });
  return found.map(({ theme, milestones, measures, ...one }) => {
    const { text, owner, lastUpdate: _, ...action } = toPlanAction(one, today);
    return {
      ...{ actionId: action.actionId, reference: action.reference, title: text },
      ...{ theme: theme.title, objective: action.objective, workstream: action.workstream },
      ...{ priority: action.priority, owner: owner.name, ownerRole: action.ownerRole },
      ...{ forAreas: action.forAreas, rag: action.rag, isStale: action.isStale },
      ...{ ragReason: action.ragReason, recoveryPlan: action.recoveryPlan },
      ...{ percent: action.percent, startDay: action.startDay, dueDay: action.dueDay },
      firstDueDay: action.firstDueDay,
      movedBecause: one.action.actionExtensions[0]?.reason ?? null,
      milestones: milestones.map(({ dueOn, state, ...step }) => ({
        ...step,
        dueDay: fromDateColumn(dueOn),
        state: state as MilestoneState,
      })),
      measures: measures.map(({ actuals, better, ...measure }) => {
        const latest = latestFor(
          actuals.map(({ quarterOn, ...entry }) => ({
            ...entry,
            quarterDay: fromDateColumn(quarterOn),
          })),
        );
        const { actual = null, quarterDay = null } = latest ?? {};
        const aim = { better: better as Better, target: measure.target };
        return { ...measure, standing: standingOf(aim, latest?.actual), actual, quarterDay };
      }),
    };
  });
}

const snapshotSelect = {
  id: true,
  planId: true,
  kind: true,
  quarterOn: true,
  takenOn: true,
  takenByHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.PlanSnapshotSelect;

type Found = Prisma.PlanSnapshotGetPayload<{ select: typeof snapshotSelect }>;

const toSnapshot = ({ takenByHat, quarterOn, takenOn, kind, ...found }: Found) => ({
  ...found,
  kind: kind as SnapshotKind,
  quarterDay: fromDateColumn(quarterOn),
  takenDay: fromDateColumn(takenOn),
  takenBy: takenByHat?.user.name ?? null,
});

export type SnapshotRecord = ReturnType<typeof toSnapshot>;

async function snapshotsOf({ tx }: Context, planId: string) {
  const found = await tx.planSnapshot.findMany({
    where: { planId },
    select: snapshotSelect,
    orderBy: { takenAt: "desc" },
    take: 50,
  });
  return found.map(toSnapshot);
}

/** The states of a plan that were kept, newest first, and the quarter that waits to be closed. */
export async function listSnapshots(ctx: Context, planId: string | undefined) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const snapshots = await snapshotsOf(ctx, plan.id);
  const quarter = openQuarter(plan, snapshots, ctx);
  return {
    plan,
    snapshots,
    mayClose: quarter !== null && can(ctx.actor, "plan:write", plan.parties),
  };
}

/** The quarter that has ended and that nobody has closed yet. */
function openQuarter(plan: PlanRecord, snapshots: SnapshotRecord[], { now }: Context) {
  const quarter = quarterToClose(dayOf(now));
  const isClosed = snapshots.some((one) => one.kind === "quarter" && one.quarterDay === quarter);
  return plan.status === "approved" && isQuarterOf(plan, quarter) && !isClosed ? quarter : null;
}

/** What would be kept if the quarter were closed now, for the co-ordinator who closes it. */
export async function getQuarterToClose(ctx: Context, planId: string) {
  const plan = await getPlan(ctx, planId, "plan:write");
  const quarter = openQuarter(plan, await snapshotsOf(ctx, planId), ctx);
  if (!quarter) throw new NotFound("quarter to close", planId);
  const actions = await freeze(ctx, planId);
  return { plan, quarter, actions, counts: frozenCounts(actions) };
}

/** Every action of a plan as a snapshot kept it, or some of them. */
export async function listFrozenActions(
  { tx }: Context,
  snapshotId: string,
  keys?: string[],
): Promise<FrozenAction[]> {
  const found = await tx.planSnapshotAction.findMany({
    where: { snapshotId, ...(keys && { actionId: { in: keys } }) },
    select: {
      ...{ actionId: true, reference: true, title: true, theme: true, objective: true },
      ...{ workstream: true, priority: true, owner: true, ownerRole: true, forAreas: true },
      ...{ rag: true, isStale: true, ragReason: true, recoveryPlan: true, percent: true },
      ...{ startOn: true, dueOn: true, firstDueOn: true, movedBecause: true },
      ...{ milestones: true, measures: true },
    },
  });
  return found
    .map(({ startOn, dueOn, firstDueOn, ...one }) => ({
      ...one,
      objective: one.objective as Objective,
      workstream: one.workstream as Workstream,
      priority: one.priority as Priority,
      rag: one.rag as Rag,
      startDay: fromDateColumn(startOn),
      dueDay: fromDateColumn(dueOn),
      firstDueDay: fromDateColumn(firstDueOn),
      milestones: one.milestones as FrozenMilestone[],
      measures: one.measures as FrozenMeasure[],
    }))
    .sort(byReference);
}

/** A version as it was approved last, or as it stands where nobody kept it then. */
export async function versionBefore(ctx: Context, planId: string): Promise<FrozenAction[]> {
  const kept = await ctx.tx.planSnapshot.findFirst({
    where: { planId, kind: "approval" },
    select: { id: true },
    orderBy: { takenAt: "desc" },
  });
  return kept ? listFrozenActions(ctx, kept.id) : freeze(ctx, planId);
}

type Counted = { workstream: Workstream; rag: Rag; count: number };
type Read = { counted: Counted[]; themes: string[]; keys: string[] };

/** byReference of the rules, as Postgres says it: 1.10 comes after 1.9. */
const inOrder = Prisma.sql`array(
  select lpad(part[1], 12, '0') collate "C"
    from regexp_matches(reference, '[0-9]+|[^0-9]+', 'g') with ordinality as parts (part, place) order by place)`;

/** How the actions of a snapshot stood, all of them, and which of them one page shows: theme by theme, as they are numbered. */
async function readFrozen({ tx }: Context, snapshotId: string, page: number | null) {
  const size = page === null ? 10_000 : snapshotPageSize;
  const [found] = await tx.$queryRaw<[Read]>`
    with seen as materialized (
      select action_id::text as id, theme, workstream, rag, ${inOrder} as number
        from plan_snapshot_actions where snapshot_id = ${snapshotId}::uuid),
    counted as (select workstream, rag, count(*)::int as count from seen group by 1, 2),
    placed as (select id, theme, number, min(number) over (partition by theme) as begins from seen),
    shown as (
      select * from placed order by begins, theme, number, id limit ${size}
      offset (select least(${(page ?? 1) - 1}, greatest(0, (count(*) - 1) / ${size})) * ${size} from seen))
    select (select coalesce(jsonb_agg(counted), '[]') from counted) as counted,
           array(select theme from shown group by begins, theme order by begins, theme) as themes,
           array(select id from shown) as keys`;
  return found;
}

/** A plan as it was: a page of it, or all of it to print. */
export async function getSnapshot(
  ctx: Context,
  snapshotId: string,
  { page: wanted = 1, all }: SnapshotAddress = {},
) {
  const found = await ctx.tx.planSnapshot.findUnique({
    where: { id: snapshotId },
    select: snapshotSelect,
  });
  if (!found) throw new NotFound("snapshot", snapshotId);
  const plan = await getPlan(ctx, found.planId);
  const { counted, themes, keys } = await readFrozen(ctx, snapshotId, all ? null : wanted);
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const { page, pages } = pageWithin(wanted, total);
  return {
    ...{ ...toSnapshot(found), plan, themes, total, counts: countedByColour(counted) },
    actions: await listFrozenActions(ctx, snapshotId, keys),
    ...(all ? { page: 1, pages: 1 } : { page, pages }),
  };
}

/** What became of a plan between two of its snapshots, or since one of them. */
export async function compareSnapshots(
  ctx: Context,
  planId: string | undefined,
  { from, to }: { from?: string | undefined; to?: string | undefined },
) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const snapshots = await snapshotsOf(ctx, plan.id);
  const known = (id: string) => {
    const found = snapshots.find((one) => one.id === id);
    if (!found) throw new NotFound("snapshot", id);
    return found;
  };
  const before = from ? known(from) : snapshots[0];
  if (!before) return { plan, snapshots, before: null, after: null, found: null };
  const after = to && to !== "now" ? known(to) : null;
  const found = compare(
    await listFrozenActions(ctx, before.id),
    after ? await listFrozenActions(ctx, after.id) : await freeze(ctx, plan.id),
  );
  return { plan, snapshots, before, after, found };
}
