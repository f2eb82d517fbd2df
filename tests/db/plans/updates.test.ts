import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound, Overtaken, Refusal, RuleBroken } from "@/lib/errors";
import { getPlanAction } from "@/lib/plans/actions/queries";
import type { UpdatePlanAction } from "@/lib/plans/schema";
import { markStaleActions, updatePlanAction } from "@/lib/plans/updates/commands";
import { anActor, anArea, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPartnership, aPlan, aPlanAction } from "@/tests/support/plans";

async function aPlanWithALead() {
  const areaId = (await anArea()).id;
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const plan = await aPlan(keeper);
  const action = await aPlanAction(plan, { ownerOrganisationId: lead.organisationId });
  return { areaId, keeper, lead, plan, action };
}

const red = (actionId: string, version = 1): UpdatePlanAction => ({
  actionId,
  version,
  rag: "red",
  percent: 20,
  reason: "No venue can be found before the end of the year.",
  note: null,
});
const green = (actionId: string, version = 1): UpdatePlanAction => ({
  actionId,
  version,
  rag: "green",
  percent: 40,
  note: null,
});

const update = (who: Actor, input: UpdatePlanAction) =>
  withActor(who, (ctx) => updatePlanAction(ctx, input));

const stored = (actionId: string) =>
  owner.planAction.findUniqueOrThrow({
    where: { actionId },
    select: { rag: true, percent: true, isStale: true, version: true },
  });
const historyOf = (actionId: string) => owner.planUpdate.findMany({ where: { actionId } });

test("an owner's update is kept, moves the tracker and is recorded", async () => {
  const { lead, action } = await aPlanWithALead();

  await update(lead, green(action.id));

  expect(await stored(action.id)).toMatchObject({ rag: "green", percent: 40, version: 2 });
  expect(await historyOf(action.id)).toMatchObject([
    { rag: "green", percent: 40, isAutomatic: false, updatedByHatId: lead.hatId },
  ]);
  await expect(owner.action.findUniqueOrThrow({ where: { id: action.id } })).resolves.toMatchObject(
    { status: "in_progress" },
  );
  await expect(
    owner.auditEvent.findMany({ where: { actor: lead.userId, type: "plan_action.updated" } }),
  ).resolves.toMatchObject([{ facts: { actionId: action.id, from: "green", to: "green" } }]);
});

test("red goes to the steering group once, and leaving red ends it", async () => {
  const { areaId, keeper, lead, action } = await aPlanWithALead();
  const steering = await anActor("steering_member", { areaId });

  await update(lead, red(action.id));
  await update(lead, red(action.id, 2));

  const escalations = () => owner.planEscalation.findMany({ where: { actionId: action.id } });
  expect(await escalations()).toMatchObject([{ endedAt: null }]);
  const told = await owner.notification.findMany({
    where: { path: `/plan/actions/${action.id}` },
    select: { hatId: true, kind: true, reference: true },
  });
  expect(told).toHaveLength(2);
  for (const { hatId } of [steering, keeper])
    expect(told).toContainEqual({ hatId, kind: "action_red", reference: action.reference });

  await update(lead, green(action.id, 3));

  expect(await escalations()).toMatchObject([{ endedAt: expect.any(Date) }]);
});

test("a steering group over several areas is told of red in each of them", async () => {
  const { areaId, keeper, lead } = await aPlanWithALead();
  const county = await anArea();
  const partnership = await aPartnership([areaId, county.id]);
  const steering = await anActor("steering_member", { areaId: county.id });
  const plan = await aPlan(keeper, {
    areaIds: [areaId, county.id],
    partnershipId: partnership.id,
  });
  const action = await aPlanAction(plan, { ownerOrganisationId: lead.organisationId });

  await update(lead, red(action.id));

  await expect(
    owner.notification.count({
      where: { hatId: steering.hatId, path: `/plan/actions/${action.id}` },
    }),
  ).resolves.toBe(1);
});

test("a lead in another area of the partnership updates what their organisation leads", async () => {
  const { areaId, keeper } = await aPlanWithALead();
  const county = await anArea();
  const partnership = await aPartnership([areaId, county.id]);
  const lead = await anActor("agency_lead", { areaId: county.id });
  const plan = await aPlan(keeper, {
    areaIds: [areaId, county.id],
    partnershipId: partnership.id,
  });
  const action = await aPlanAction(plan, { ownerOrganisationId: lead.organisationId });

  await update(lead, red(action.id));

  expect(await stored(action.id)).toMatchObject({ rag: "red" });
});

test("a partner lead reads the actions of others and updates none of them", async () => {
  const { areaId, action } = await aPlanWithALead();
  const other = await anActor("agency_lead", { areaId });

  await expect(withActor(other, (ctx) => getPlanAction(ctx, action.id))).resolves.toMatchObject({
    actionId: action.id,
    mayUpdate: false,
    mayEdit: false,
  });
  await expect(update(other, green(action.id))).rejects.toThrow(Forbidden);
  expect(await stored(action.id)).toMatchObject({ version: 1 });
});

test("the database itself lets no lead change what another organisation leads", async () => {
  const { areaId, action } = await aPlanWithALead();
  const other = await anActor("agency_lead", { areaId });

  const changed = await withActor(other, ({ tx }) =>
    tx.planAction.updateMany({ where: { actionId: action.id }, data: { percent: 99 } }),
  );

  expect(changed.count).toBe(0);
});

// prettier-ignore
test.for([
  ["prevent_coordinator", true, true],
  ["agency_lead", true, false],
  ["steering_member", true, false],
  ["gold_reader", true, false],
  ["auditor", true, false],
  ["referrer", false, false],
  ["gateway_officer", false, false],
  ["coordinator", false, false],
  ["chair", false, false],
  ["panel_member", false, false],
  ["provider", false, false],
  ["governance_officer", false, false],
  ["administrator", false, false],
] as const)("a %s reads a plan action: %s, and updates it: %s", async ([role, reads, updates]) => {
  const { areaId, action } = await aPlanWithALead();
  const who = await anActor(role, { areaId });

  const read = withActor(who, (ctx) => getPlanAction(ctx, action.id));
  if (reads) await expect(read).resolves.toMatchObject({ mayUpdate: updates });
  else await expect(read).rejects.toThrow(NotFound);

  const written = update(who, green(action.id));
  if (updates) await expect(written).resolves.toMatchObject({ actionId: action.id });
  else await expect(written).rejects.toThrow(Refusal);
});

test("gold reads what is approved, and not a draft", async () => {
  const { areaId, keeper } = await aPlanWithALead();
  const gold = await anActor("gold_reader", { areaId });
  const draft = await aPlanAction(await aPlan(keeper, { status: "draft" }));

  await expect(withActor(gold, (ctx) => getPlanAction(ctx, draft.id))).rejects.toThrow(NotFound);
});

test("whoever was overtaken is told what the other wrote, and may save again", async () => {
  const { keeper, lead, action } = await aPlanWithALead();
  await update(lead, red(action.id));

  const second = update(keeper, green(action.id)).catch((error: unknown) => error);

  const told = await second;
  expect(told).toBeInstanceOf(Overtaken);
  const { fields, version } = told as Overtaken;
  expect(fields).toContainEqual(expect.objectContaining({ name: "rag", theirs: "red" }));
  expect(fields).toContainEqual(
    expect.objectContaining({
      name: "reason",
      theirs: "No venue can be found before the end of the year.",
    }),
  );
  await update(keeper, green(action.id, Number(version)));
  expect(await stored(action.id)).toMatchObject({ rag: "green", version: 3 });
});

test("what is done is done in full, and leaves nothing behind when it is not", async () => {
  const { lead, action } = await aPlanWithALead();

  const half = update(lead, {
    actionId: action.id,
    version: 1,
    rag: "blue",
    percent: 50,
    evidence: "The report of the last briefing is with the board.",
    note: null,
  });

  await expect(half).rejects.toThrow("must be 100 percent done");
  expect(await stored(action.id)).toMatchObject({ rag: "green", version: 1 });
  expect(await historyOf(action.id)).toEqual([]);
});

test("a superseded plan stays as it was", async () => {
  const { keeper } = await aPlanWithALead();
  const action = await aPlanAction(await aPlan(keeper, { status: "superseded" }));

  await expect(update(keeper, green(action.id))).rejects.toThrow(RuleBroken);
});

const mark = (now: string) => withActor(theSystem(), markStaleActions, new Date(now));

test("45 days without an update turn an action amber by themselves, once (8.2)", async () => {
  const { areaId, keeper, lead, plan } = await aPlanWithALead();
  const silent = await aPlanAction(plan, {
    ownerOrganisationId: lead.organisationId,
    lastUpdate: "2026-08-01",
  });
  const steering = await anActor("steering_member", { areaId });

  await mark("2026-09-15T09:00:00Z");
  expect(await stored(silent.id)).toMatchObject({ rag: "green", isStale: false });

  await mark("2026-09-16T09:00:00Z");
  await mark("2026-09-16T09:01:00Z");

  expect(await stored(silent.id)).toMatchObject({ rag: "amber", isStale: true });
  expect(await historyOf(silent.id)).toMatchObject([{ rag: "amber", isAutomatic: true }]);
  const told = await owner.notification.findMany({
    where: { path: `/plan/actions/${silent.id}`, kind: "action_stale" },
    select: { hatId: true },
  });
  expect(told.map(({ hatId }) => hatId).sort()).toEqual([lead.hatId, keeper.hatId].sort());
  expect(told.map(({ hatId }) => hatId)).not.toContain(steering.hatId);
});

test("an update after the silence stands, and the clock begins again", async () => {
  const { lead, plan } = await aPlanWithALead();
  const silent = await aPlanAction(plan, {
    ownerOrganisationId: lead.organisationId,
    lastUpdate: "2026-08-01",
  });
  await mark("2026-09-16T09:00:00Z");

  await withActor(
    lead,
    (ctx) => updatePlanAction(ctx, green(silent.id)),
    new Date("2026-09-17T09:00:00Z"),
  );
  await mark("2026-09-18T09:00:00Z");

  expect(await stored(silent.id)).toMatchObject({ rag: "green", isStale: false });
});

test("silence never makes red look better, and does not wake what is done or not yet in force", async () => {
  const { keeper, plan } = await aPlanWithALead();
  const long = { lastUpdate: "2026-08-01" };
  const isRed = await aPlanAction(plan, { rag: "red", ...long });
  const isDone = await aPlanAction(plan, { rag: "blue", ...long });
  const isLater = await aPlanAction(plan, { rag: "grey", startDay: "2026-09-10", ...long });
  const isDraft = await aPlanAction(await aPlan(keeper, { status: "draft" }), long);

  await mark("2026-09-16T09:00:00Z");

  expect(await stored(isRed.id)).toMatchObject({ rag: "red", isStale: true });
  expect(await stored(isDone.id)).toMatchObject({ rag: "blue", isStale: false });
  expect(await stored(isLater.id)).toMatchObject({ rag: "grey", isStale: false });
  expect(await stored(isDraft.id)).toMatchObject({ rag: "green", isStale: false });
});

test("a co-ordinator in a voluntary organisation keeps the plan and reaches no case (3.6)", async () => {
  const areaId = (await anArea()).id;
  const charity = await anOrganisation(areaId, "voluntary");
  const keeper = await anActor("prevent_coordinator", { areaId, organisationId: charity.id });
  const action = await aPlanAction(await aPlan(keeper));

  await expect(update(keeper, green(action.id))).resolves.toMatchObject({ actionId: action.id });
  const cases = await withActor(keeper, ({ tx }) =>
    Promise.all([
      tx.case.count(),
      tx.referral.count(),
      tx.person.count(),
      tx.informationItem.count(),
    ]),
  );
  expect(cases).toEqual([0, 0, 0, 0]);
});
