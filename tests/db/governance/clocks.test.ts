import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { listLate } from "@/lib/clocks/late/queries";
import { takeDueSteps } from "@/lib/clocks/steps/commands";
import { addDays, type Day, dayOf, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { addBoardAction } from "@/lib/governance/items/commands";
import { extendAction, updateAction } from "@/lib/tracker/commands";
import { anActor, anArea } from "@/tests/support/factories";
import { aBody, aHeldMeeting, aSeat, words } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";

const today = dayOf(new Date());
const at = (day: Day) => instantAt(day, "10:00");

/** A lead of a partner who was asked for something by a group on which one steering member sits, and another does not. */
async function anAskedLead(dueDay: Day) {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const member = await anActor("steering_member", { areaId });
  const other = await anActor("steering_member", { areaId });
  await owner.organisationArea.createMany({
    data: { organisationId: lead.organisationId, areaId },
    skipDuplicates: true,
  });
  const body = await aBody(keeper);
  await aSeat(body, member);
  const { itemId } = await aHeldMeeting(body, keeper);
  await withActor(keeper, (ctx) =>
    addBoardAction(ctx, {
      ...{ itemId, text: "Write to every venue.", dueDay },
      ownerOrganisationId: lead.organisationId,
    }),
  );
  const { id } = await owner.action.findFirstOrThrow({ where: { bodyId: body.id } });
  return { areaId, keeper, lead, member, other, body, actionId: id };
}

const clocksOf = (actionId: string) =>
  owner.clock.findMany({ where: { actionId }, orderBy: { dueOn: "asc" } });
const update = (who: Actor, actionId: string, version: number, status: "done" | "cancelled") =>
  withActor(who, (ctx) => updateAction(ctx, { actionId, version, status, note: words }));

test("an action of a meeting has a clock: more time starts another, and what is done or cancelled stops it (2.8)", async () => {
  const { lead, actionId, body } = await anAskedLead(addDays(today, 12));
  const other = await anAskedLead(addDays(today, 12));
  expect(await clocksOf(actionId)).toMatchObject([
    {
      ...{ kind: "board_action", bodyId: body.id, reference: body.name, stoppedOn: null },
      ...{ dueOn: toDateColumn(addDays(today, 12)), path: `/actions/${actionId}` },
    },
  ]);

  await withActor(lead, (ctx) =>
    extendAction(ctx, { actionId, version: 1, dueDay: addDays(today, 30), reason: words }),
  );
  await update(lead, actionId, 2, "done");
  await update(other.lead, other.actionId, 1, "cancelled");

  expect((await clocksOf(actionId)).map(({ outcome }) => outcome)).toEqual(["cancelled", "met"]);
  expect((await clocksOf(other.actionId)).map(({ outcome }) => outcome)).toEqual(["cancelled"]);
});

test("whoever was asked is reminded and told that it is late, then those who sit on the body; it is on the late list (2.8)", async () => {
  const { areaId, keeper, lead, member, other, body, actionId } = await anAskedLead(today);
  const watch = (day: Day) => withActor(theSystem(areaId), takeDueSteps, at(day));
  await watch(today);
  await watch(addDays(today, 30));

  const steps = await owner.clockStep.findMany({ where: { areaId }, orderBy: { step: "asc" } });
  const toldAt = Object.fromEntries(steps.map(({ step, toldHats }) => [step, toldHats]));
  expect(toldAt).toMatchObject({
    ...{ reminder: [lead.hatId], overdue: [lead.hatId] },
    ...{ to_coordinator: [keeper.hatId], to_chair: [member.hatId] },
  });
  const lateFor = async (who: Actor) =>
    (await withActor(who, (ctx) => listLate(ctx, {}), at(addDays(today, 30)))).late;
  expect(await lateFor(keeper)).toMatchObject([
    { kind: "board_action", reference: body.name, path: `/actions/${actionId}` },
  ]);
  expect(await lateFor(await anActor("prevent_coordinator"))).toEqual([]);
  const read = (who: Actor) =>
    withActor(who, ({ tx }) => tx.clock.count({ where: { bodyId: body.id } }));
  expect([await read(member), await read(lead), await read(other)]).toEqual([1, 1, 0]);

  await update(lead, actionId, 1, "done");
  expect(await lateFor(keeper)).toEqual([]);
});
