import "server-only";

import { record } from "@/lib/audit/record";
import { type Day, dayOf, fromDateColumn, quarterOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { getPlan } from "@/lib/plans/queries";
import type { SnapshotKind } from "@/lib/plans/snapshots/labels";
import { freeze, listSnapshots } from "@/lib/plans/snapshots/queries";
import { closesByItself, isQuarterOf, quarterToClose } from "@/lib/plans/snapshots/rules";
import type { CloseQuarter } from "@/lib/plans/snapshots/schema";

type Of = { id: string; areaId: string };

/** Keeps a plan as it stands. From then on the database lets nobody change what was kept. */
async function takeSnapshot(ctx: Context, plan: Of, kind: SnapshotKind, quarter: Day) {
  const { actor, tx, now } = ctx;
  const actions = await freeze(ctx, plan.id);
  const of = { planId: plan.id, areaId: plan.areaId };
  const { id: snapshotId } = await tx.planSnapshot.create({
    data: {
      ...{ ...of, kind, quarterOn: toDateColumn(quarter), takenOn: toDateColumn(dayOf(now)) },
      ...{ takenByHatId: actor.role === "system" ? null : actor.hatId, takenAt: now },
    },
    select: { id: true },
  });
  if (actions.length > 0)
    await tx.planSnapshotAction.createMany({
      data: actions.map(({ startDay, dueDay, firstDueDay, ...action }) => ({
        ...{ ...action, ...of, snapshotId, startOn: toDateColumn(startDay) },
        ...{ dueOn: toDateColumn(dueDay), firstDueOn: toDateColumn(firstDueDay) },
      })),
    });
  return { snapshotId };
}

/** The version that a group approved is kept beside the quarters. */
export const keepAsApproved = (ctx: Context, plan: Of) =>
  takeSnapshot(ctx, plan, "approval", quarterOf(dayOf(ctx.now)).start);

export async function closeQuarter(ctx: Context, { planId, quarter }: CloseQuarter) {
  const plan = await getPlan(ctx, planId, "plan:write");
  if (plan.status !== "approved")
    throw new RuleBroken("Only the quarters of a plan that is approved are closed");
  if (quarter !== quarterToClose(dayOf(ctx.now)) || !isQuarterOf(plan, quarter))
    throw new RuleBroken("Only the quarter of the plan that ended last can be closed");
  const { snapshots } = await listSnapshots(ctx, planId);
  if (snapshots.some((one) => one.kind === "quarter" && one.quarterDay === quarter))
    throw new RuleBroken("This quarter has been closed already, and stays as it was");
  const { snapshotId } = await takeSnapshot(ctx, plan, "quarter", quarter);
  await record(ctx, { type: "plan.quarter_closed", facts: { planId, snapshotId, quarter } });
  return { planId, snapshotId };
}

/** What nobody closed in the fortnight after its end closes by itself. As often as one likes: once closed, it is. */
export async function closeQuarters(ctx: Context): Promise<{ closed: number }> {
  const today = dayOf(ctx.now);
  const quarter = quarterToClose(today);
  if (!closesByItself(quarter, today)) return { closed: 0 };
  const open = await ctx.tx.plan.findMany({
    where: {
      status: "approved",
      planSnapshots: { none: { kind: "quarter", quarterOn: toDateColumn(quarter) } },
    },
    select: { id: true, areaId: true, periodStart: true, periodEnd: true },
    take: 100,
  });
  let closed = 0;
  for (const { periodStart, periodEnd, ...plan } of open) {
    const period = { startDay: fromDateColumn(periodStart), endDay: fromDateColumn(periodEnd) };
    if (!isQuarterOf(period, quarter)) continue;
    const { snapshotId } = await takeSnapshot(ctx, plan, "quarter", quarter);
    const facts = { planId: plan.id, snapshotId, quarter };
    await record(ctx, { type: "plan.quarter_closed", facts });
    closed += 1;
  }
  return { closed };
}
