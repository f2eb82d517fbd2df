import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import * as agenda from "@/lib/panels/agenda/commands";
import { getDueCase, viewAgenda } from "@/lib/panels/agenda/queries";
import { viewMeeting } from "@/lib/panels/meetings/queries";
import { aCase, aMeeting, anActor, anArea, anItem } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const heldOn = addDays(dayOf(new Date()), 10);
const reason = "The school cannot come this month.";

/** A planned meeting with a chair and police, and a coordinator with a case that is due for it. */
async function anAgenda(caseStatus = "panel_listed") {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const chair = await anActor("chair", { areaId, seat: "chair" });
  const police = await anActor("panel_member", { areaId, seat: "police" });
  const { id: meetingId } = await aMeeting({ calledBy: coordinator, heldOn, status: "planned" });
  for (const [seat, { hatId, userId, organisationId }] of Object.entries({ chair, police }))
    await owner.meetingMember.create({
      data: { meetingId, areaId, hatId, userId, organisationId, seat },
    });
  const found = await aCase({ areaId, caseStatus, coordinator });
  return { areaId, coordinator, chair, police, meetingId, case: found };
}
type Laid = Awaited<ReturnType<typeof anAgenda>>;

const look = (laid: Laid, meetingId = laid.meetingId) =>
  withActor(laid.coordinator, (ctx) => viewAgenda(ctx, meetingId));
const accept = (laid: Laid, who = laid.coordinator, caseId = laid.case.id) =>
  withActor(who, (ctx) => agenda.acceptDue(ctx, { meetingId: laid.meetingId, caseIds: [caseId] }));
const onAgenda = ({ agenda: { parts } }: Awaited<ReturnType<typeof look>>) =>
  parts.flatMap(({ items }) => items.map(({ reference }) => reference));
const readsCase = (who: Actor, id: string) =>
  withActor(who, ({ tx }) => tx.case.findUnique({ where: { id }, select: { id: true } }));

test.for([
  ["panel_listed", "new_case", "TL-04"],
  ["consent_pending", "consent", "6.4"],
  ["in_support", "monthly_review", "TL-06"],
] as const)("a case at %s is due by itself as %s (%s)", async ([status, kind]) => {
  const laid = await anAgenda(status);

  const { due, agenda: built } = await look(laid);

  expect(due).toMatchObject([{ reference: laid.case.reference, kind }]);
  expect(built.parts.flatMap(({ items }) => items)).toEqual([]);
});

test("a review after support is due by the meeting, and not before (TL-09)", async () => {
  const laid = await anAgenda("exited");
  const review = (dueOn: string) => ({ kind: "review_6m", dueOn: new Date(dueOn) });
  const { id: caseId, areaId } = laid.case;
  const { id } = await owner.review.create({
    data: { caseId, areaId, ...review(addDays(heldOn, 1)) },
    select: { id: true },
  });
  expect((await look(laid)).due).toEqual([]);

  await owner.review.update({ where: { id }, data: review(heldOn) });

  expect((await look(laid)).due).toMatchObject([{ kind: "review_6m", why: "review" }]);
});

test("another's case is not due on this coordinator's page, and cannot be put on from it (IS-01)", async () => {
  const laid = await anAgenda();
  const another = await anActor("coordinator", { areaId: laid.areaId });

  const { due } = await look({ ...laid, coordinator: another });

  expect(due).toEqual([]);
  await expect(accept(laid, another)).rejects.toThrow("not due any more");
  expect(await owner.panelItem.count({ where: { meetingId: laid.meetingId } })).toBe(0);
});

test("what is due goes on the agenda, is read by those invited, and each knows when it is taken", async () => {
  const laid = await anAgenda();

  await accept(laid);

  const view = await look(laid);
  expect(onAgenda(view)).toEqual([laid.case.reference]);
  expect(view.due).toEqual([]);
  expect(await readsCase(laid.police, laid.case.id)).toBeTruthy();
  const attendees = await owner.panelAttendee.findMany({ where: { meetingId: laid.meetingId } });
  expect(attendees.map(({ calledFor }) => calledFor)).toEqual(["14:25", "14:25"]);
  const [item] = await owner.panelItem.findMany({ where: { meetingId: laid.meetingId } });
  expect(item).toMatchObject({ kind: "new_case", minutes: 20, position: 1 });
});

test("P-07 a member of the panel builds no agenda", async () => {
  const laid = await anAgenda();

  await expect(accept(laid, laid.police)).rejects.toThrow(Forbidden);
  await expect(look({ ...laid, coordinator: laid.police })).rejects.toThrow(Forbidden);
});

test("what is left off returns at the next meeting by itself, and can be put on after all", async () => {
  const laid = await anAgenda();
  const { meetingId, areaId, coordinator } = laid;
  const { id: caseId, reference } = laid.case;

  await withActor(coordinator, (ctx) => agenda.leaveOff(ctx, { meetingId, caseId, reason }));

  const now = await look(laid);
  expect([now.due, now.leftOff]).toMatchObject([[], [{ reference, leftOff: reason }]]);
  const next = await aMeeting({ areaId, heldOn: addDays(heldOn, 28), status: "planned" });
  expect((await look(laid, next.id)).due).toMatchObject([{ reference, leftOff: null }]);
  await accept(laid);
  expect(onAgenda(await look(laid))).toEqual([reference]);
});

test("what is not due cannot be left off", async () => {
  const laid = await anAgenda("info_gathering");
  const { meetingId } = laid;
  const wish = { meetingId, caseId: laid.case.id, reason };

  const leave = withActor(laid.coordinator, (ctx) => agenda.leaveOff(ctx, wish));
  await expect(leave).rejects.toThrow("not due");
  const page = withActor(laid.coordinator, (ctx) =>
    getDueCase(ctx, meetingId, laid.case.reference),
  );
  await expect(page).rejects.toThrow(NotFound);
});

test("an item that is taken off takes its readers with it, and is due again (IS-01)", async () => {
  const laid = await anAgenda();
  await accept(laid);
  const [item] = await owner.panelItem.findMany({ where: { meetingId: laid.meetingId } });
  const itemId = item?.id ?? "";
  expect(await readsCase(laid.police, laid.case.id)).toBeTruthy();

  const byMember = withActor(laid.police, (ctx) => agenda.takeOff(ctx, { itemId, reason }));
  await expect(byMember).rejects.toThrow(Forbidden);
  await withActor(laid.coordinator, (ctx) => agenda.takeOff(ctx, { itemId, reason }));

  expect(await readsCase(laid.police, laid.case.id)).toBeNull();
  expect(await readsCase(laid.coordinator, laid.case.id)).toBeTruthy();
  expect(onAgenda(await look(laid))).toEqual([]);
  expect((await look(laid)).leftOff).toMatchObject([{ leftOff: reason }]);
});

test("an item that the panel has spoken of stays, whoever asks the database itself", async () => {
  const laid = await anAgenda();
  const { chair, police } = laid;
  const item = await anItem(laid.case, { chair, police }, { meetingId: laid.meetingId });
  const wish = { itemId: item.id, reason };
  const ask = (who: Actor) =>
    withActor(
      who,
      ({ tx }) =>
        tx.$queryRaw<{ done: boolean }[]>`select take_off_agenda(${item.id}::uuid) as done`,
    ).then(([answer]) => answer?.done);
  expect(await ask(police)).toBe(false);

  await owner.panelDecision.create({
    data: {
      ...{ itemId: item.id, meetingId: laid.meetingId, caseId: laid.case.id },
      ...{ areaId: laid.areaId, outcome: "discussed_only", reasons: reason, details: {} },
      ...{ quorum: {}, vote: "agreed", decidedByHatId: chair.hatId, decidedAt: new Date() },
    },
  });

  expect(await ask(laid.coordinator)).toBe(false);
  const take = withActor(laid.coordinator, (ctx) => agenda.takeOff(ctx, wish));
  await expect(take).rejects.toThrow("so it stays");
  expect(await owner.agendaLeftOff.count({ where: { meetingId: laid.meetingId } })).toBe(0);
});

async function twoItems() {
  const laid = await anAgenda();
  const second = await aCase({
    ...{ areaId: laid.areaId, caseStatus: "panel_listed", coordinator: laid.coordinator },
  });
  await accept(laid);
  await accept(laid, laid.coordinator, second.id);
  const [first, last] = await owner.panelItem.findMany({
    where: { meetingId: laid.meetingId },
    orderBy: { position: "asc" },
  });
  if (!first || !last) throw new Error("Two items were laid out");
  return { ...laid, second, first, last };
}

test("P-07 the panel takes its cases in the order it likes: the coordinator moves an item, and its people are told the new time", async () => {
  const laid = await twoItems();
  const move = (itemId: string, direction: "up" | "down") =>
    withActor(laid.coordinator, (ctx) => agenda.moveItem(ctx, { itemId, direction }));

  await move(laid.last.id, "up");
  expect(onAgenda(await look(laid))).toEqual([laid.second.reference, laid.case.reference]);
  const called = await owner.panelAttendee.findMany({ where: { itemId: laid.first.id } });
  expect(called.map(({ calledFor }) => calledFor)).toEqual(["14:45", "14:45"]);

  await move(laid.last.id, "down");
  expect(onAgenda(await look(laid))).toEqual([laid.case.reference, laid.second.reference]);
});

test("place and minutes are set by number, and whose police have to come (P-03)", async () => {
  const laid = await twoItems();
  const slot = { itemId: laid.last.id, place: 1, minutes: 35, residentForce: "Eastmere" };
  const change = (who: Actor) => withActor(who, (ctx) => agenda.changeSlot(ctx, slot));
  await expect(change(laid.police)).rejects.toThrow(Forbidden);

  await change(laid.coordinator);

  const { agenda: built } = await look(laid);
  const times = built.parts.flatMap(({ items }) => items.map((item) => item.startsAt));
  expect(times).toEqual(["14:25", "15:00"]);
  const { items } = await withActor(laid.chair, (ctx) => viewMeeting(ctx, laid.meetingId));
  const first = items.find(({ id }) => id === laid.last.id);
  expect(first?.quorum.missing).toContainEqual(["resident_police"]);
});

test("somebody asked in for one case is told when, and nothing of the rest (IS-18)", async () => {
  const laid = await twoItems();
  const teacher = await anActor("invitee", { areaId: laid.areaId });
  const { areaId, meetingId, last } = laid;
  const { hatId, userId, organisationId } = teacher;
  const who = { areaId, meetingId, hatId, userId, organisationId, seat: "other" };
  await owner.meetingMember.create({ data: { ...who, oneItem: true } });
  await owner.panelAttendee.create({
    data: { ...who, itemId: last.id, caseId: laid.second.id, calledFor: "14:45" },
  });

  const view = await withActor(teacher, (ctx) => viewMeeting(ctx, meetingId));

  expect(view.calledFor).toEqual([
    {
      ...{ itemId: last.id, calledFor: "14:45", reference: laid.second.reference },
      ...{ requests: [], actions: [] },
    },
  ]);
  expect([view.items, view.arising]).toEqual([[], []]);
});

test("what an earlier meeting asked for arises until it is done (M-04)", async () => {
  const laid = await anAgenda();
  const { areaId, coordinator } = laid;
  const earlier = await aMeeting({ areaId, heldOn: addDays(heldOn, -28), status: "closed" });
  const { id } = await owner.action.create({
    data: {
      ...{ areaId, kind: "panel", caseId: laid.case.id, meetingId: earlier.id, title: "Ask" },
      ...{ ownerOrganisationId: coordinator.organisationId, addedByHatId: coordinator.hatId },
      ...{ dueOn: new Date(heldOn), firstDueOn: new Date(heldOn), addedAt: new Date() },
    },
    select: { id: true },
  });
  expect((await look(laid)).arising).toMatchObject([{ reference: laid.case.reference }]);

  await owner.action.update({ where: { id }, data: { status: "done" } });

  expect((await look(laid)).arising).toEqual([]);
});

test("the agenda asks the database no more than eight times, however much is due", async () => {
  const laid = await twoItems();
  const { areaId, coordinator } = laid;
  for (const caseStatus of ["in_support", "consent_pending", "panel_listed"])
    await aCase({ areaId, caseStatus, coordinator });

  const { count, value } = await countStatements(() => look(laid));

  expect(value.due).toHaveLength(3);
  expect(count).toBe(6);
});
