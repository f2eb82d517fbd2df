import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { type Context, withActor } from "@/lib/db/with-actor";
import { NotFound, Refusal, RuleBroken } from "@/lib/errors";
import { decidePlan } from "@/lib/plans/approval/commands";
import { recordActual } from "@/lib/plans/measures/commands";
import { closeQuarter, closeQuarters } from "@/lib/plans/snapshots/commands";
import {
  compareSnapshots,
  getQuarterToClose,
  getSnapshot,
  listSnapshots,
} from "@/lib/plans/snapshots/queries";
import { frozenCounts } from "@/lib/plans/snapshots/rules";
import type { SnapshotAddress } from "@/lib/plans/snapshots/schema";
import { viewTimeline } from "@/lib/plans/timeline/queries";
import { updatePlanAction } from "@/lib/plans/updates/commands";
import { extendAction } from "@/lib/tracker/commands";
import { aSubmission } from "@/tests/support/consultation";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aMeasure, aMilestone, aPlan, aPlanAction } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

const october = new Date("2026-10-05T09:00:00Z");
const november = new Date("2026-11-05T09:00:00Z");
const summer = "2026-07-01";

async function aScene() {
  const areaId = (await anArea()).id;
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const plan = await aPlan(keeper);
  const traits = { ownerOrganisationId: lead.organisationId, lastUpdate: "2026-09-20" };
  const action = await aPlanAction(plan, traits);
  await aMilestone(plan, action);
  const measure = await aMeasure(plan, action);
  return { areaId, keeper, lead, plan, action, measure };
}

const on = <T>(day: Date, who: Actor, work: (ctx: Context) => Promise<T>) =>
  withActor(who, work, day);
const close = (who: Actor, planId: string, quarter = summer, day = october) =>
  on(day, who, (ctx) => closeQuarter(ctx, { planId, quarter }));

test("the quarter closes into a snapshot with every action, step and figure, and is recorded", async () => {
  const { keeper, lead, plan, action, measure } = await aScene();
  const figure = { quarter: summer, forArea: null, actual: 41, note: null };
  await on(october, lead, (ctx) =>
    recordActual(ctx, { measureId: measure.id, version: 0, ...figure }),
  );

  const { snapshotId } = await close(keeper, plan.id);

  const kept = await on(october, lead, (ctx) => getSnapshot(ctx, snapshotId));
  expect(kept).toMatchObject({ kind: "quarter", quarterDay: summer, takenDay: "2026-10-05" });
  expect(kept.actions).toMatchObject([
    {
      ...{ actionId: action.id, rag: "green", theme: "Channel", dueDay: "2026-12-01" },
      milestones: [{ title: "Every school has been asked", state: "waiting" }],
      measures: [{ actual: 41, target: 40, standing: "met" }],
    },
  ]);
  expect(kept.counts).toMatchObject({ green: 1 });
  await expect(
    owner.auditEvent.count({ where: { actor: keeper.userId, type: "plan.quarter_closed" } }),
  ).resolves.toBe(1);
});

test("a quarter is closed once, by the co-ordinator, after it has ended, and of a plan in force", async () => {
  const { areaId, keeper, lead, plan } = await aScene();
  const draft = await aPlan(keeper, { status: "draft" });
  const stranger = await anActor("prevent_coordinator", { areaId: (await anArea()).id });
  const steering = await anActor("steering_member", { areaId });
  for (const who of [lead, stranger, steering])
    await expect(close(who, plan.id)).rejects.toThrow(Refusal);
  await expect(close(keeper, plan.id, "2026-10-01")).rejects.toThrow("ended last");
  await expect(close(keeper, plan.id, "2026-04-01")).rejects.toThrow("ended last");
  await expect(close(keeper, draft.id)).rejects.toThrow("approved");
  expect(await owner.planSnapshot.count({ where: { areaId } })).toBe(0);
  const { mayClose } = await on(october, keeper, (ctx) => listSnapshots(ctx, plan.id));
  expect(mayClose).toBe(true);

  await close(keeper, plan.id);

  await expect(close(keeper, plan.id)).rejects.toThrow(RuleBroken);
  const after = await on(october, keeper, (ctx) => listSnapshots(ctx, plan.id));
  expect(after).toMatchObject({ mayClose: false, snapshots: { length: 1 } });
  const again = on(october, keeper, (ctx) => getQuarterToClose(ctx, plan.id));
  await expect(again).rejects.toThrow(NotFound);
});

test("what was closed the database lets nobody change, take away or add to, not even its owner", async () => {
  const { keeper, plan, action } = await aScene();
  const { snapshotId } = await close(keeper, plan.id);
  const later = await aPlanAction(plan);
  const where = { snapshotId };
  const as = (work: (ctx: Context) => Promise<unknown>) => on(october, keeper, work);

  const [kept] = await owner.planSnapshotAction.findMany({ where });
  const changes = [
    () => owner.planSnapshot.updateMany({ where: { id: snapshotId }, data: { takenOn: november } }),
    () => owner.planSnapshot.deleteMany({ where: { id: snapshotId } }),
    () => owner.planSnapshotAction.updateMany({ where, data: { rag: "blue" } }),
    () => owner.planSnapshotAction.deleteMany({ where }),
    () => as(({ tx }) => tx.planSnapshotAction.updateMany({ where, data: { rag: "blue" } })),
    () => as(({ tx }) => tx.planSnapshotAction.deleteMany({ where })),
    () =>
      as(({ tx }) => {
        const row = { ...kept, actionId: later.id, milestones: [], measures: [] };
        return tx.planSnapshotAction.createMany({ data: [row as never] });
      }),
  ];

  for (const change of changes) await expect(change()).rejects.toThrow();
  expect(await owner.planSnapshotAction.findMany({ where })).toEqual([kept]);
  expect(kept?.actionId).toBe(action.id);
});

test("next quarter's changes leave a snapshot as it was, and the comparison says what slipped and why", async () => {
  const { keeper, lead, plan, action } = await aScene();
  const { snapshotId } = await close(keeper, plan.id);
  const before = JSON.stringify(await on(october, lead, (ctx) => getSnapshot(ctx, snapshotId)));
  const late = "No venue can be found before the end of the year.";
  const longer = "The venues were flooded and are being repaired.";
  await on(november, lead, (ctx) =>
    updatePlanAction(ctx, {
      ...{ actionId: action.id, version: 1, rag: "red", percent: 20, reason: late, note: null },
    }),
  );
  await on(november, lead, (ctx) =>
    extendAction(ctx, { actionId: action.id, version: 1, dueDay: "2026-12-31", reason: longer }),
  );
  const added = await aPlanAction(plan);

  const seen = await on(november, lead, (ctx) =>
    compareSnapshots(ctx, plan.id, { from: snapshotId, to: "now" }),
  );

  expect(seen.found?.slipped).toMatchObject([
    { slip: 30, turned: "worse", before: { rag: "green" }, after: { rag: "red", percent: 20 } },
  ]);
  expect(seen.found?.slipped[0]?.after).toMatchObject({ movedBecause: longer, ragReason: late });
  expect(seen.found?.added.map(({ actionId }) => actionId)).toEqual([added.id]);
  const again = await on(november, lead, (ctx) => getSnapshot(ctx, snapshotId));
  expect(JSON.stringify({ ...again, plan: null })).toBe(
    JSON.stringify({ ...JSON.parse(before), plan: null }),
  );
});

test("any two states are compared, whichever way round; one of another plan is not there", async () => {
  const { keeper, plan } = await aScene();
  const other = await aScene();
  const first = await close(keeper, plan.id);
  const january = new Date("2027-01-05T09:00:00Z");
  const second = await close(keeper, plan.id, "2026-10-01", january);
  const elsewhere = await close(other.keeper, other.plan.id);
  const view = (from?: string, to?: string) =>
    on(november, keeper, (ctx) => compareSnapshots(ctx, plan.id, { from, to }));

  const { found } = await view(second.snapshotId, first.snapshotId);
  expect(found).toMatchObject({ slipped: [], added: [], removed: [] });
  await expect(view(elsewhere.snapshotId)).rejects.toThrow(NotFound);
  const stranger = on(november, other.lead, (ctx) => getSnapshot(ctx, first.snapshotId));
  await expect(stranger).rejects.toThrow(NotFound);
});

test("the version that a group approves is kept", async () => {
  const { keeper } = await aScene();
  const plan = await aPlan(keeper, { status: "consultation" });
  await aPlanAction(plan);
  await aSubmission(plan);
  const approval = { decision: "approved", decidedDay: "2026-10-01" } as const;

  await on(october, keeper, (ctx) => decidePlan(ctx, { planId: plan.id, ...approval }));

  const { snapshots } = await on(october, keeper, (ctx) => listSnapshots(ctx, plan.id));
  expect(snapshots).toMatchObject([{ kind: "approval", takenDay: "2026-10-05" }]);
  const [kept] = snapshots;
  const version = await on(october, keeper, (ctx) => getSnapshot(ctx, kept?.id ?? ""));
  expect(version.actions).toHaveLength(1);
});

test("a snapshot is read 25 actions at a time, as they are numbered, and counted whole", async () => {
  const { keeper, plan } = await aScene();
  for (let number = 1; number <= 29; number += 1)
    await aPlanAction(plan, { reference: `1.${number}`, rag: number > 20 ? "grey" : "green" });
  const { snapshotId } = await close(keeper, plan.id);
  const read = (asked: SnapshotAddress) =>
    on(october, keeper, (ctx) => getSnapshot(ctx, snapshotId, asked));
  const inOrder = Array.from({ length: 29 }, (_, index) => `1.${index + 1}`);

  const { value: first, count } = await countStatements(() => read({}));
  const last = await read({ page: 2 });
  const whole = await read({ all: "yes" });

  expect(count).toBeLessThan(9);
  expect(first.actions.map(({ reference }) => reference)).toEqual(inOrder.slice(0, 25));
  expect(last.actions.map(({ reference }) => reference).slice(0, 4)).toEqual(inOrder.slice(25));
  expect([first.pages, last.actions.length, whole.actions.length]).toEqual([2, 5, 30]);
  expect(await read({ page: 900 })).toEqual(last);
  for (const { total, counts } of [first, last, whole]) {
    expect(total).toBe(30);
    expect(counts).toEqual(frozenCounts(whole.actions));
  }
});

test("a quarter that nobody closed closes by itself after a fortnight, once", async () => {
  const { keeper, plan } = await aScene();
  const closed = await aScene();
  await close(closed.keeper, closed.plan.id);
  const draft = await aPlan(keeper, { status: "draft" });
  const run = (day: string) => on(new Date(day), theSystem(), closeQuarters);
  const ofPlans = (...ids: string[]) =>
    owner.planSnapshot.findMany({
      where: { planId: { in: ids } },
      select: { planId: true, takenByHatId: true },
    });

  await run("2026-10-14T09:00:00Z");
  expect(await ofPlans(plan.id, draft.id)).toEqual([]);
  await run("2026-10-15T09:00:00Z");
  await run("2026-10-16T09:00:00Z");

  expect(await ofPlans(plan.id, draft.id)).toEqual([{ planId: plan.id, takenByHatId: null }]);
  expect(await ofPlans(closed.plan.id)).toHaveLength(1);
  expect(await owner.planSnapshotAction.count({ where: { planId: plan.id } })).toBe(1);
});

test("no page of quarters, versions or time asks the database more than eight times", async () => {
  const { keeper, plan, action } = await aScene();
  const waiting = () => on(october, keeper, (ctx) => getQuarterToClose(ctx, plan.id));
  expect((await countStatements<unknown>(waiting)).count).toBeLessThan(9);
  const { snapshotId } = await close(keeper, plan.id);
  const as = <T>(work: (ctx: Context) => Promise<T>) => on(october, keeper, work);
  const pages = [
    () => as((ctx) => listSnapshots(ctx, plan.id)),
    () => as((ctx) => getSnapshot(ctx, snapshotId)),
    () => as((ctx) => compareSnapshots(ctx, plan.id, { from: snapshotId, to: "now" })),
    () => as((ctx) => viewTimeline(ctx, plan.id)),
  ];

  for (const page of pages) expect((await countStatements<unknown>(page)).count).toBeLessThan(9);
  const { themes } = await as((ctx) => viewTimeline(ctx, plan.id));
  expect(themes).toMatchObject([{ actions: [{ actionId: action.id, milestones: { length: 1 } }] }]);
});
