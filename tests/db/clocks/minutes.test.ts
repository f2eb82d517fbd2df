import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { listLate } from "@/lib/clocks/late/queries";
import { setLimit } from "@/lib/clocks/limits/commands";
import { takeDueSteps } from "@/lib/clocks/steps/commands";
import { addDays, type Day, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { closeAndMinute, signMinutes } from "@/lib/panels/minutes/commands";
import { aCase, aMeeting, anActor, anArea, anItem } from "@/tests/support/factories";
import { someMinutes } from "@/tests/support/minutes";
import { owner } from "@/tests/support/owner";

// A meeting on Tuesday 3 March 2026, whose minutes are to be signed by Tuesday 10 March.
const heldOn = "2026-03-03";
const at = (day: Day) => instantAt(day, "10:00");

async function aPanel() {
  const { id: areaId } = await anArea();
  const [chair, deputy, cora, mel, director] = [
    await anActor("chair", { areaId }),
    await anActor("chair", { areaId }),
    await anActor("coordinator", { areaId }),
    await anActor("panel_member", { areaId }),
    await anActor("steering_member", { areaId }),
  ] as const;
  await owner.area.update({ where: { id: areaId }, data: { directorHatId: director.hatId } });
  const { id: meetingId } = await aMeeting({ areaId, calledBy: cora, heldOn });
  for (const [hat, seat] of [
    [chair, "chair"],
    [deputy, "deputy_chair"],
  ] as const)
    await owner.meetingMember.upsert({
      where: { meetingId_hatId: { meetingId, hatId: hat.hatId } },
      create: {
        ...{ meetingId, hatId: hat.hatId, userId: hat.userId, areaId, seat, isPresent: true },
        organisationId: hat.organisationId,
      },
      update: { isPresent: true },
    });
  return { areaId, chair, deputy, cora, mel, director, meetingId };
}
type Panel = Awaited<ReturnType<typeof aPanel>>;

const close = ({ chair, meetingId }: Panel, day: Day = heldOn) =>
  withActor(chair, (ctx) => closeAndMinute(ctx, { meetingId }), at(day));
const sign = ({ meetingId }: Panel, who: Actor, day: Day) =>
  withActor(who, (ctx) => signMinutes(ctx, { meetingId }), at(day));
const watch = ({ areaId }: Panel, day: Day) => withActor(theSystem(areaId), takeDueSteps, at(day));
const late = (who: Actor, day: Day) =>
  withActor(who, (ctx) => listLate(ctx, { page: 1 }), at(day)).then((list) =>
    list.late.filter(({ kind }) => kind === "sign_minutes"),
  );

const clockOf = ({ meetingId }: Panel) =>
  owner.clock.findMany({
    where: { meetingId },
    select: { ownerRole: true, startedOn: true, dueOn: true, stoppedOn: true, outcome: true },
  });

async function toldIn(panel: Panel) {
  const steps = await owner.clockStep.findMany({
    where: { clock: { meetingId: panel.meetingId } },
    orderBy: [{ takenAt: "asc" }],
  });
  return steps.map(({ step, toldHats }) => [step, toldHats.toSorted()]);
}
const chairsOf = ({ chair, deputy }: Panel) => [chair.hatId, deputy.hatId].sort();

test("M-02 the days to sign are a clock of the chair's, from the meeting on, that stops when they are signed in time", async () => {
  const panel = await aPanel();

  await close(panel);
  expect(await clockOf(panel)).toEqual([
    {
      ...{ ownerRole: "chair", stoppedOn: null, outcome: null },
      ...{ startedOn: toDateColumn(heldOn), dueOn: toDateColumn("2026-03-10") },
    },
  ]);
  await sign(panel, panel.chair, "2026-03-10");

  expect(await clockOf(panel)).toMatchObject([
    { stoppedOn: toDateColumn("2026-03-10"), outcome: "met" },
  ]);
  await watch(panel, "2026-04-30");
  expect(await toldIn(panel)).toEqual([]);
  expect(await late(panel.chair, "2026-04-30")).toEqual([]);
});

test("M-02 minutes that nobody signs are reminded of, overdue, and brought to the director, each once", async () => {
  const panel = await aPanel();
  await close(panel);

  await watch(panel, "2026-03-05");
  expect(await toldIn(panel)).toEqual([]);
  for (let day = "2026-03-06"; day < "2026-04-10"; day = addDays(day, 1)) await watch(panel, day);

  expect(await toldIn(panel)).toEqual([
    ["reminder", chairsOf(panel)],
    ["overdue", chairsOf(panel)],
    ["to_director", [panel.director.hatId]],
  ]);
  const notices = await owner.notification.findMany({
    where: { areaId: panel.areaId, kind: { startsWith: "clock_" } },
    select: { reference: true, path: true },
  });
  expect(notices).toContainEqual({
    reference: "Panel meeting on 3 March 2026",
    path: `/meetings/${panel.meetingId}/minutes`,
  });
  await sign(panel, panel.chair, "2026-04-10");
  expect(await clockOf(panel)).toMatchObject([{ outcome: "missed" }]);
});

test("M-02 what is late is on the list of those who run panels in the area, and of nobody else", async () => {
  const panel = await aPanel();
  const other = await aPanel();
  await close(panel);

  const shown = await late(panel.cora, "2026-03-13");

  expect(shown).toMatchObject([
    {
      ...{ reference: "Panel meeting on 3 March 2026", days: 3, ownerRole: "chair" },
      ...{ deputy: "coordinator", path: `/meetings/${panel.meetingId}/minutes` },
    },
  ]);
  expect(await late(panel.chair, "2026-03-13")).toHaveLength(1);
  expect(await late(panel.cora, "2026-03-10")).toEqual([]);
  expect(await late(other.cora, "2026-03-13")).toEqual([]);
  const gateway = await anActor("gateway_officer", { areaId: panel.areaId });
  expect(await late(gateway, "2026-03-13")).toEqual([]);
  const seen = await withActor(panel.mel, ({ tx }) => tx.clock.count());
  expect(seen).toBe(0);
});

test("M-02 a case that one chair may not know keeps the clock running until the other has signed it", async () => {
  const panel = await aPanel();
  const { areaId, cora, chair, deputy, meetingId } = panel;
  const found = await aCase({ areaId, caseStatus: "panel_listed", coordinator: cora });
  const item = await anItem(found, { chair, deputy_chair: deputy }, { meetingId });
  await owner.caseConflict.create({
    data: {
      ...{ caseId: found.id, areaId, userId: chair.userId, nature: "They are cousins" },
      ...{ declaredAt: at(heldOn), declaredByHatId: chair.hatId },
    },
  });
  await owner.meeting.update({ where: { id: meetingId }, data: { status: "closed" } });
  await someMinutes(item, found, cora);
  await owner.minutes.update({ where: { meetingId }, data: { dueOn: toDateColumn("2026-03-10") } });

  await sign(panel, chair, "2026-03-05");
  expect(await clockOf(panel)).toMatchObject([{ stoppedOn: null }]);
  await sign(panel, deputy, "2026-03-06");

  expect(await clockOf(panel)).toMatchObject([{ stoppedOn: toDateColumn("2026-03-06") }]);
});

test("M-02 an area may allow another number of days", async () => {
  const panel = await aPanel();
  const administrator = await anActor("administrator", { areaId: panel.areaId });
  await withActor(
    administrator,
    (ctx) =>
      setLimit(ctx, {
        ...{ kind: "sign_minutes", count: 8, unit: "working_days", fromOn: "2026-03-01" },
        reason: "The chair sits in two areas.",
      }),
    at("2026-02-27"),
  );

  await close(panel);

  expect(await clockOf(panel)).toMatchObject([{ dueOn: toDateColumn("2026-03-13") }]);
});
