import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound, Overtaken, Refusal, RuleBroken } from "@/lib/errors";
import { extendAction, updateAction } from "@/lib/tracker/commands";
import { exportActions, getAction, listActions, viewAction } from "@/lib/tracker/queries";
import type { UpdateAction } from "@/lib/tracker/schema";
import { aCase, anActor, anArea, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

type Traits = { kind?: "support" | "panel"; owner?: Actor; dueDay?: string; status?: string };

async function anAction(onCase: { id: string; areaId: string }, by: Actor, traits: Traits = {}) {
  const { kind = "support", owner: to = by, dueDay = "2026-12-01" } = traits;
  return owner.action.create({
    data: {
      areaId: onCase.areaId,
      kind,
      caseId: onCase.id,
      title: "Weekly mentoring",
      ownerOrganisationId: to.organisationId,
      ownerHatId: to.hatId,
      dueOn: new Date(dueDay),
      firstDueOn: new Date(dueDay),
      status: traits.status ?? "not_started",
      addedByHatId: by.hatId,
      addedAt: new Date("2026-06-01"),
    },
    select: { id: true },
  });
}

async function aSupportedCase({ consent = "given" } = {}) {
  const areaId = (await anArea()).id;
  const coordinator = await anActor("coordinator", { areaId });
  const mentor = await anActor("provider", { areaId });
  const onCase = await aCase({ areaId, coordinator, caseStatus: "in_support" });
  await aWorker(onCase.id, mentor);
  await owner.consent.create({
    data: {
      caseId: onCase.id,
      areaId,
      number: 1,
      state: consent,
      onDay: new Date("2026-06-01"),
      recordedAt: new Date("2026-06-01"),
    },
  });
  return { areaId, coordinator, mentor, onCase };
}

const start = (actionId: string, version = 1): UpdateAction => ({
  actionId,
  version,
  status: "in_progress",
  note: "The first meeting is booked.",
});
const update = (who: Actor, input: UpdateAction) =>
  withActor(who, (ctx) => updateAction(ctx, input));
const extend = (who: Actor, actionId: string, dueDay = "2027-01-15", version = 1) =>
  withActor(who, (ctx) =>
    extendAction(ctx, {
      actionId,
      version,
      dueDay,
      reason: "The mentor is away until the new year.",
    }),
  );
const stored = (id: string) => owner.action.findUniqueOrThrow({ where: { id } });

test("a mentor starts the support that is theirs, and it is on the log of the case", async () => {
  const { coordinator, mentor, onCase } = await aSupportedCase();
  const { id } = await anAction(onCase, coordinator, { owner: mentor });

  await update(mentor, start(id));

  expect(await stored(id)).toMatchObject({ status: "in_progress", version: 2 });
  await expect(
    owner.auditEvent.findMany({ where: { actor: mentor.userId, type: "action.updated" } }),
  ).resolves.toMatchObject([{ facts: { from: "not_started", to: "in_progress" } }]);
});

test("a mentor's tracker has their own actions, and nothing of another mentor's on the same case (IS-15)", async () => {
  const { areaId, coordinator, mentor, onCase } = await aSupportedCase();
  const other = await anActor("provider", { areaId });
  await aWorker(onCase.id, other);
  const mine = await anAction(onCase, coordinator, { owner: mentor });
  const theirs = await anAction(onCase, coordinator, { owner: other });
  await extend(coordinator, theirs.id);
  const all = (who: Actor) =>
    withActor(who, (ctx) => listActions(ctx, { tab: "all", state: "every" })).then(({ actions }) =>
      actions.map(({ id }) => id).sort(),
    );
  const extensions = (who: Actor) =>
    withActor(who, ({ tx }) => tx.actionExtension.count({ where: { actionId: theirs.id } }));

  expect(await all(mentor)).toEqual([mine.id]);
  expect(await all(other)).toEqual([theirs.id]);
  expect(await all(coordinator)).toEqual([mine.id, theirs.id].sort());
  const viewed = withActor(mentor, (ctx) => viewAction(ctx, theirs.id));
  await expect(viewed).rejects.toThrow(NotFound);
  await expect(update(mentor, start(theirs.id, 2))).rejects.toThrow(NotFound);
  expect([await extensions(mentor), await extensions(coordinator)]).toEqual([0, 1]);
});

test.for(["sought", "refused", "withdrawn", "lapsed"])(
  "while consent is %s, no support starts; the panel's own action may (C-09)",
  async (consent) => {
    const { coordinator, mentor, onCase } = await aSupportedCase({ consent });
    const support = await anAction(onCase, coordinator, { owner: mentor });
    const panel = await anAction(onCase, coordinator, { kind: "panel" });

    for (const who of [coordinator, mentor])
      await expect(update(who, start(support.id))).rejects.toThrow("before consent is given");
    await update(coordinator, start(panel.id));

    expect(await stored(support.id)).toMatchObject({ status: "not_started", version: 1 });
    expect(await stored(panel.id)).toMatchObject({ status: "in_progress" });
  },
);

test("the database refuses to start support without consent, whoever asks (C-09)", async () => {
  const { coordinator, onCase } = await aSupportedCase({ consent: "sought" });
  const { id } = await anAction(onCase, coordinator);

  const forced = withActor(coordinator, ({ tx }) =>
    tx.action.update({ where: { id }, data: { status: "in_progress" } }),
  );

  await expect(forced).rejects.toThrow("until consent is given");
});

test("a mentor cannot touch the support that somebody else gives", async () => {
  const { coordinator, mentor, onCase } = await aSupportedCase();
  const { id } = await anAction(onCase, coordinator);

  await expect(update(mentor, start(id))).rejects.toThrow(NotFound);
  await expect(extend(mentor, id)).rejects.toThrow(NotFound);
  expect(await stored(id)).toMatchObject({ version: 1 });
});

// prettier-ignore
test.for([
  ["coordinator", true],
  ["chair", true],
  ["panel_member", false],
  ["provider", false],
  ["governance_officer", false],
] as const)("a %s named on the case moves on what another owns: %s", async ([role, may]) => {
  const { areaId, coordinator, onCase } = await aSupportedCase();
  const { id } = await anAction(onCase, coordinator);
  const who = await anActor(role, { areaId });
  if (role !== "governance_officer") await aWorker(onCase.id, who);

  if (may) await expect(update(who, start(id))).resolves.toMatchObject({ actionId: id });
  else await expect(update(who, start(id))).rejects.toThrow(Refusal);
});

const strangers: Role[] = [
  "referrer",
  "agency_lead",
  "gateway_officer",
  "coordinator",
  "chair",
  "panel_member",
  "provider",
  "prevent_coordinator",
  "steering_member",
  "gold_reader",
  "governance_officer",
  "auditor",
  "administrator",
];
test.for(strangers)(
  "to a %s who is not on the case, its actions are not there (IS-01)",
  async (role) => {
    const { areaId, coordinator, onCase } = await aSupportedCase();
    const { id } = await anAction(onCase, coordinator, { dueDay: "2026-01-01" });
    const who = await anActor(role, { areaId });

    await expect(withActor(who, (ctx) => getAction(ctx, id))).rejects.toThrow(NotFound);
    await expect(update(who, start(id))).rejects.toThrow(NotFound);
    await expect(extend(who, id)).rejects.toThrow(NotFound);
    for (const tab of ["mine", "organisation", "overdue", "all"] as const)
      await expect(
        withActor(who, (ctx) => listActions(ctx, { tab, state: "every" })),
      ).resolves.toMatchObject({ actions: [], total: 0 });
  },
);

test("an extension keeps when it was first due, with its reason, and is recorded", async () => {
  const { coordinator, onCase } = await aSupportedCase();
  const { id } = await anAction(onCase, coordinator);

  await extend(coordinator, id);
  await extend(coordinator, id, "2027-02-15", 2);

  const action = await withActor(coordinator, (ctx) => viewAction(ctx, id));
  expect(action).toMatchObject({ dueDay: "2027-02-15", firstDueDay: "2026-12-01" });
  expect(action.extensions).toHaveLength(2);
  await expect(
    owner.auditEvent.count({ where: { actor: coordinator.userId, type: "action.extended" } }),
  ).resolves.toBe(2);
});

test("an extension goes forward, and what is finished stays finished", async () => {
  const { coordinator, onCase } = await aSupportedCase();
  const open = await anAction(onCase, coordinator);
  const done = await anAction(onCase, coordinator, { kind: "panel", status: "done" });

  await expect(extend(coordinator, open.id, "2026-11-30")).rejects.toThrow("must be after");
  await expect(extend(coordinator, done.id)).rejects.toThrow(RuleBroken);
  await expect(update(coordinator, start(done.id))).rejects.toThrow(RuleBroken);
  await expect(owner.actionExtension.count({ where: { actionId: open.id } })).resolves.toBe(0);
});

test("whoever was overtaken is told what stands, and may save again", async () => {
  const { coordinator, mentor, onCase } = await aSupportedCase();
  const { id } = await anAction(onCase, coordinator, { owner: mentor });
  await update(mentor, start(id));

  const told = await extend(coordinator, id).catch((error: unknown) => error);

  expect(told).toBeInstanceOf(Overtaken);
  expect((told as Overtaken).fields).toContainEqual(
    expect.objectContaining({ name: "status", theirs: "in_progress" }),
  );
  await expect(extend(coordinator, id, "2027-01-15", 2)).resolves.toMatchObject({ actionId: id });
});

test("a partner lead extends what their organisation leads, and not what others lead", async () => {
  const areaId = (await anArea()).id;
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const plan = await aPlan(keeper);
  const mine = await aPlanAction(plan, { ownerOrganisationId: lead.organisationId });
  const other = await aPlanAction(plan);

  await extend(lead, mine.id);
  await extend(keeper, other.id);

  await expect(extend(lead, other.id, "2027-02-15", 2)).rejects.toThrow(Forbidden);
  await expect(update(lead, start(mine.id, 2))).rejects.toThrow("updated in the plan");
  expect(await stored(mine.id)).toMatchObject({ version: 2, status: "in_progress" });
});

// prettier-ignore
test.for([
  ["steering_member", true],
  ["gold_reader", true],
  ["auditor", true],
  ["agency_lead", true],
  ["coordinator", false],
  ["referrer", false],
  ["administrator", false],
] as const)(
  "a %s finds the actions of the approved plan in the tracker: %s",
  async ([role, finds]) => {
    const areaId = (await anArea()).id;
    const keeper = await anActor("prevent_coordinator", { areaId });
    const { id } = await aPlanAction(await aPlan(keeper));
    await aPlanAction(await aPlan(keeper, { status: "draft" }));
    const who = await anActor(role, { areaId });

    const { actions } = await withActor(who, (ctx) => listActions(ctx, { tab: "all" }));

    expect(actions.map((action) => action.id)).toEqual(finds ? [id] : []);
  },
);

const winter = new Date("2026-12-15T09:00:00Z");

test("mine, my organisation's, overdue and all, soonest first; the file has the same rows", async () => {
  const { coordinator, mentor, onCase } = await aSupportedCase();
  const later = await anAction(onCase, coordinator, { dueDay: "2027-03-01" });
  const late = await anAction(onCase, coordinator, { owner: mentor, dueDay: "2026-12-01" });
  const done = await anAction(onCase, coordinator, { status: "done", dueDay: "2026-11-01" });
  const list = async (address: Parameters<typeof listActions>[1]) => {
    const listed = await withActor(coordinator, (ctx) => listActions(ctx, address), winter);
    const file = await withActor(coordinator, (ctx) => exportActions(ctx, address), winter);
    expect(file).toEqual(listed.actions);
    return listed.actions.map(({ id }) => id);
  };

  expect(await list({})).toEqual([later.id]);
  expect(await list({ tab: "organisation" })).toEqual([later.id]);
  expect(await list({ tab: "overdue" })).toEqual([late.id]);
  expect(await list({ tab: "all" })).toEqual([late.id, later.id]);
  expect(await list({ tab: "all", state: "every" })).toEqual([done.id, late.id, later.id]);
  expect(await list({ tab: "all", state: "finished" })).toEqual([done.id]);
  expect(await list({ tab: "all", kind: "panel" })).toEqual([]);
  await expect(
    owner.auditEvent.findMany({
      where: { actor: coordinator.userId, type: "actions.exported" },
      orderBy: { n: "asc" },
      take: 1,
    }),
  ).resolves.toMatchObject([{ facts: { tab: "mine", rows: 1, state: "open" } }]);
});

test("a page has 25 actions and counts them all", async () => {
  const { coordinator, onCase } = await aSupportedCase();
  for (let made = 0; made < 27; made += 1) await anAction(onCase, coordinator);

  const list = (page: number) => withActor(coordinator, (ctx) => listActions(ctx, { page }));

  await expect(list(1)).resolves.toMatchObject({ total: 27, actions: { length: 25 } });
  await expect(list(2)).resolves.toMatchObject({ total: 27, actions: { length: 2 } });
});

test("no page of the tracker asks the database more than eight times", async () => {
  const { coordinator, onCase } = await aSupportedCase();
  const { id } = await anAction(onCase, coordinator);
  await anAction(onCase, coordinator);

  const list = await countStatements(() => withActor(coordinator, (ctx) => listActions(ctx, {})));
  const one = await countStatements(() => withActor(coordinator, (ctx) => viewAction(ctx, id)));

  expect(list.count).toBeLessThan(9);
  expect(one.count).toBeLessThan(9);
});
