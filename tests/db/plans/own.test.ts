import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, Refusal } from "@/lib/errors";
import { updateOwnActions } from "@/lib/plans/updates/own/commands";
import { listOwnActions } from "@/lib/plans/updates/own/queries";
import type { OwnUpdate } from "@/lib/plans/updates/own/schema";
import { remindOwners } from "@/lib/plans/updates/reminders/commands";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

async function aScene() {
  const areaId = (await anArea()).id;
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const plan = await aPlan(keeper);
  const led = { ownerOrganisationId: lead.organisationId, lastUpdate: "2026-10-20" };
  const [first, second] = [
    await aPlanAction(plan, { ...led, reference: "2.1" }),
    await aPlanAction(plan, { ...led, reference: "2.10" }),
  ];
  return { areaId, keeper, lead, plan, led, first, second };
}

const november = new Date("2026-11-05T09:00:00Z");
const say = (who: Actor, ...updates: OwnUpdate[]) =>
  withActor(who, (ctx) => updateOwnActions(ctx, updates), november);
const said = (actionId: string, input: Partial<OwnUpdate> = {}): OwnUpdate => ({
  ...{ actionId, version: 1, saying: "green", percent: 60, note: null },
  ...input,
});
const stored = (actionId: string) =>
  owner.planAction.findUniqueOrThrow({
    where: { actionId },
    select: { rag: true, percent: true, ragReason: true, recoveryPlan: true, version: true },
  });

test("a lead says of several actions how they stand, each kept as an update of its own (0.5)", async () => {
  const { lead, first, second } = await aScene();
  await owner.planAction.update({
    where: { actionId: second.id },
    data: { rag: "amber", ragReason: "Venues are short.", recoveryPlan: "Two more are asked." },
  });

  await say(lead, said(first.id), said(second.id, { saying: "same", percent: null }));

  expect(await stored(first.id)).toMatchObject({ rag: "green", percent: 60, version: 2 });
  expect(await stored(second.id)).toMatchObject({
    ...{ rag: "amber", percent: 0, version: 2 },
    ...{ ragReason: "Venues are short.", recoveryPlan: "Two more are asked." },
  });
  const updates = { actionId: { in: [first.id, second.id] }, updatedByHatId: lead.hatId };
  expect(await owner.planUpdate.count({ where: updates })).toBe(2);
  const events = { actor: lead.userId, type: "plan_action.updated" };
  expect(await owner.auditEvent.count({ where: events })).toBe(2);
});

test("if one of them was updated meanwhile, none is saved, and the form says which", async () => {
  const { lead, keeper, first, second } = await aScene();
  await say(keeper, said(second.id));

  const refused = await say(lead, said(first.id), said(second.id)).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(FieldsRefused);
  expect(Object.keys((refused as FieldsRefused).errors)).toEqual([`saying-${second.id}`]);
  expect(await stored(first.id)).toMatchObject({ percent: 0, version: 1 });
});

test("what cannot be true, and what nobody has explained, is said beside its action", async () => {
  const { lead, first, second } = await aScene();
  await owner.planAction.update({
    where: { actionId: second.id },
    data: { lastUpdateOn: new Date("2026-08-01") },
  });

  const grey = said(first.id, { saying: "grey", percent: 30 });
  const same = said(second.id, { saying: "same" });
  const refused = await say(lead, grey, same).catch((error: unknown) => error);

  expect(Object.keys((refused as FieldsRefused).errors)).toEqual([
    `percent-${first.id}`,
    `saying-${second.id}`,
  ]);
});

test("nobody says anything of another organisation's actions, nor finds them on the page (0.5)", async () => {
  const { areaId, keeper, plan, lead, first, second } = await aScene();
  const theirs = await aPlanAction(plan);
  const otherLead = await anActor("agency_lead", { areaId });
  const steering = await anActor("steering_member", { areaId });
  const list = (who: Actor) => withActor(who, listOwnActions, november);

  await expect(say(lead, said(first.id), said(theirs.id))).rejects.toThrow(Forbidden);
  await expect(say(otherLead, said(first.id))).rejects.toThrow(Refusal);
  await expect(say(steering, said(first.id))).rejects.toThrow(Refusal);

  expect(await stored(first.id)).toMatchObject({ version: 1 });
  const { actions } = await list(lead);
  expect(actions.map(({ actionId }) => actionId)).toEqual([first.id, second.id]);
  expect((await list(otherLead)).actions).toEqual([]);
  expect((await list(keeper)).actions.map(({ actionId }) => actionId)).toEqual([theirs.id]);
  await expect(list(steering)).rejects.toThrow(Forbidden);
  expect((await countStatements(() => list(lead))).count).toBeLessThan(9);
});

const remind = (day: string) => withActor(theSystem(), remindOwners, new Date(`${day}T06:00:00Z`));
const noticesOf = (who: Actor) =>
  owner.notification.findMany({
    where: { hatId: who.hatId, kind: "updates_due" },
    select: { reference: true, path: true },
  });

test("once a month a lead is told of what waits for a word, by reference and link alone (IS-23)", async () => {
  const { lead } = await aScene();

  await remind("2026-11-16");
  expect(await noticesOf(lead)).toEqual([]);
  await remind("2026-11-17");
  await remind("2026-11-18");

  expect(await noticesOf(lead)).toEqual([{ reference: "2.1, 2.10", path: "/plan/updates" }]);
  const mail = await owner.outboxMail.findMany({
    where: { userId: lead.userId, subject: { contains: "2.1, 2.10" } },
    select: { body: true },
  });
  expect(mail).toHaveLength(1);
  expect(mail[0]?.body).toContain("/plan/updates");
  expect(mail[0]?.body).not.toContain("school");
  await remind("2026-12-15");
  expect(await noticesOf(lead)).toHaveLength(2);
});

test("of a single action the link leads straight to its form; what was spoken of, or is done, waits for nothing", async () => {
  const { lead, plan, led, first, second } = await aScene();
  await say(lead, said(second.id));
  const done = await aPlanAction(plan, { ...led, rag: "blue" });
  await owner.action.update({ where: { id: done.id }, data: { status: "done" } });
  await aPlanAction(plan, { ...led, startDay: "2026-12-01" });

  await remind("2026-11-18");

  expect(await noticesOf(lead)).toEqual([
    { reference: "2.1", path: `/plan/actions/${first.id}/update` },
  ]);
});
