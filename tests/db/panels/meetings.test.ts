import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, formatDay } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound } from "@/lib/errors";
import { viewCasePanel } from "@/lib/panels/case-file/queries";
import * as panels from "@/lib/panels/commands";
import { recordDecision } from "@/lib/panels/decisions/commands";
import * as meetings from "@/lib/panels/meetings/commands";
import { listMeetings, viewMeeting } from "@/lib/panels/meetings/queries";
import { viewItem } from "@/lib/panels/queries";
import { viewSittingItem } from "@/lib/panels/sitting/queries";
import { aCase, anActor, anArea, anItem, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const day = addDays(dayOf(new Date()), 10);
const about = {
  ...{ title: "Channel panel", heldOn: day, startsAt: "14:00", place: "Room 4" },
  ...{ lastsMinutes: null, link: null, isExtraordinary: false, areaIds: [] },
};
const reasons = "The panel spoke about this case and wants to know more before it decides.";

/** An area of its own: a coordinator with a case, and people with seats. */
async function aPanel(caseStatus = "panel_listed") {
  const { id: areaId } = await anArea();
  const chair = await anActor("chair", { areaId, seat: "chair" });
  const police = await anActor("panel_member", { areaId, seat: "police" });
  const education = await anActor("panel_member", { areaId, seat: "education" });
  const coordinator = await anActor("coordinator", { areaId });
  const found = await aCase({ areaId, caseStatus, coordinator });
  const members = [chair, police, education];
  return { areaId, chair, police, education, coordinator, members, case: found };
}
type Panel = Awaited<ReturnType<typeof aPanel>>;

const call = ({ coordinator, members }: Panel) =>
  withActor(coordinator, (ctx) =>
    meetings.callMeeting(ctx, { ...about, memberHatIds: members.map(({ hatId }) => hatId) }),
  );

async function aCalledMeeting() {
  const panel = await aPanel();
  const { meetingId } = await call(panel);
  const item = { meetingId, caseId: panel.case.id, kind: "new_case" as const };
  const wish = { ...item, residentForce: null, keyOrganisationId: null };
  return { ...panel, meetingId, wish };
}

async function aListedCase() {
  const panel = await aCalledMeeting();
  const { itemId } = await withActor(panel.coordinator, (ctx) => panels.addItem(ctx, panel.wish));
  return { ...panel, itemId };
}

const seesItem = (who: Actor, itemId: string) => withActor(who, (ctx) => viewItem(ctx, itemId));
const seesCase = (who: Actor, id: string) =>
  withActor(who, ({ tx }) => tx.case.findUnique({ where: { id }, select: { id: true } }));

test("a coordinator calls a meeting, and those with seats are invited and told", async () => {
  const panel = await aPanel();

  const { meetingId } = await call(panel);

  const members = await owner.meetingMember.findMany({ where: { meetingId } });
  expect(members.map(({ seat }) => seat).sort()).toEqual(["chair", "education", "police"]);
  const told = await owner.notification.findMany({ where: { hatId: panel.police.hatId } });
  expect(told).toMatchObject([
    { kind: "meeting_called", reference: `Panel meeting on ${formatDay(day)}` },
  ]);
  expect(
    await owner.auditEvent.findMany({ where: { actor: panel.coordinator.userId } }),
  ).toMatchObject([{ type: "meeting.called" }]);
});

test("somebody without a seat is not invited by way of the form, and nothing is kept", async () => {
  const panel = await aPanel();
  const elsewhere = await anActor("panel_member", { seat: "police" });

  const calling = call({ ...panel, members: [...panel.members, elsewhere] });

  await expect(calling).rejects.toThrow(FieldsRefused);
  expect(await owner.meeting.count({ where: { areaId: panel.areaId } })).toBe(0);
});

test("a panel member cannot call a meeting", async () => {
  const panel = await aPanel();

  await expect(call({ ...panel, coordinator: panel.police })).rejects.toThrow(Forbidden);
});

test("a meeting is known to those who run panels in its area and to those invited (IS-01)", async () => {
  const panel = await aCalledMeeting();
  const stranger = await anActor("panel_member", { areaId: panel.areaId });
  const elsewhere = await anActor("chair");
  const list = (who: Actor) =>
    withActor(who, (ctx) => listMeetings(ctx, { past: false, page: 1 })).then(({ total }) => total);

  expect([await list(panel.police), await list(panel.coordinator)]).toEqual([1, 1]);
  expect([await list(stranger), await list(elsewhere)]).toEqual([0, 0]);
  const open = withActor(stranger, (ctx) => viewMeeting(ctx, panel.meetingId));
  await expect(open).rejects.toThrow(NotFound);
});

test("a case on the agenda is read by those invited, from then on (IS-01)", async () => {
  const panel = await aCalledMeeting();
  expect(await seesCase(panel.police, panel.case.id)).toBeNull();

  const { itemId } = await withActor(panel.coordinator, (ctx) => panels.addItem(ctx, panel.wish));

  expect(await seesCase(panel.police, panel.case.id)).toEqual({ id: panel.case.id });
  await expect(seesItem(panel.police, itemId)).resolves.toMatchObject({ kind: "new_case" });
});

test("a case comes before a meeting once, and only for what its stage allows", async () => {
  const panel = await aListedCase();
  const add = (kind: "new_case" | "review_6m") =>
    withActor(panel.coordinator, (ctx) => panels.addItem(ctx, { ...panel.wish, kind }));

  await expect(add("new_case")).rejects.toThrow("on the agenda already");
  await owner.panelItem.count();
  await expect(add("review_6m")).rejects.toThrow("does not come before the panel for that");
});

test("somebody who does not run the case cannot put it on an agenda", async () => {
  const panel = await aCalledMeeting();
  const another = await anActor("coordinator", { areaId: panel.areaId });

  const add = withActor(another, (ctx) => panels.addItem(ctx, panel.wish));

  await expect(add).rejects.toThrow(NotFound);
  expect(await owner.panelItem.count({ where: { meetingId: panel.meetingId } })).toBe(0);
});

test("somebody with a conflict is not made a reader by the agenda (IS-18)", async () => {
  const panel = await aCalledMeeting();
  const { userId } = panel.police;
  await owner.caseConflict.create({
    data: { caseId: panel.case.id, areaId: panel.areaId, userId, declaredAt: new Date() },
  });

  const { itemId } = await withActor(panel.coordinator, (ctx) => panels.addItem(ctx, panel.wish));

  await expect(seesItem(panel.police, itemId)).rejects.toThrow(NotFound);
  expect(await seesCase(panel.police, panel.case.id)).toBeNull();
  expect(await owner.panelAttendee.count({ where: { itemId, userId } })).toBe(0);
  const { reference } = panel.case;
  expect(await owner.notification.count({ where: { userId, reference } })).toBe(0);
});

test("a declared conflict takes the item, the case and its notices away at once (Q-07, IS-18)", async () => {
  const panel = await aListedCase();
  const { police, chair, itemId } = panel;
  const notices = () =>
    owner.notification.count({
      where: { hatId: police.hatId, reference: panel.case.reference },
    });
  const mails = () =>
    owner.outboxMail.count({
      where: { userId: police.userId, subject: { endsWith: panel.case.reference } },
    });
  expect([await notices(), await mails()]).toEqual([1, 1]);

  await withActor(police, (ctx) =>
    panels.declareConflict(ctx, { itemId, hatId: police.hatId, nature: "A relative" }),
  );

  await expect(seesItem(police, itemId)).rejects.toThrow(NotFound);
  expect(await seesCase(police, panel.case.id)).toBeNull();
  expect([await notices(), await mails()]).toEqual([0, 0]);
  const meeting = await withActor(police, (ctx) => viewMeeting(ctx, panel.meetingId));
  expect(meeting.items).toEqual([]);
  const { attendees, quorum } = await seesItem(chair, itemId);
  expect(attendees.find(({ hatId }) => hatId === police.hatId)?.hasConflict).toBe(true);
  expect(quorum.missing).toContainEqual(["police"]);
});

test("a chair who has a conflict finds nothing, and cannot decide (Q-07, IS-18)", async () => {
  const panel = await aListedCase();
  const { chair, itemId } = panel;
  await withActor(chair, (ctx) =>
    panels.declareConflict(ctx, { itemId, hatId: chair.hatId, nature: "A neighbour" }),
  );

  const decide = withActor(chair, (ctx) =>
    recordDecision(ctx, { itemId, outcome: "discussed_only", reasons }),
  );

  await expect(decide).rejects.toThrow(NotFound);
  const look = withActor(chair, (ctx) => viewSittingItem(ctx, itemId));
  await expect(look).rejects.toThrow(NotFound);
  const { items } = await withActor(chair, (ctx) => viewMeeting(ctx, panel.meetingId));
  expect(items).toEqual([]);
});

test("a chair may record somebody else's conflict, and a member only their own", async () => {
  const panel = await aListedCase();
  const { chair, police, education, itemId } = panel;
  const conflict = { itemId, hatId: education.hatId, nature: "Teaches the person's sister" };

  const byMember = withActor(police, (ctx) => panels.declareConflict(ctx, conflict));
  await expect(byMember).rejects.toThrow(Forbidden);
  await expect(seesItem(education, itemId)).resolves.toBeTruthy();

  await withActor(chair, (ctx) => panels.declareConflict(ctx, conflict));
  await expect(seesItem(education, itemId)).rejects.toThrow(NotFound);
});

test("somebody asked in for one case sees that item and not the rest of the agenda (IS-18)", async () => {
  const panel = await aListedCase();
  const { areaId, coordinator, meetingId, itemId } = panel;
  const other = await aCase({ areaId, caseStatus: "panel_listed", coordinator });
  const later = await aCase({ areaId, caseStatus: "panel_listed", coordinator });
  const add = (caseId: string) =>
    withActor(coordinator, (ctx) => panels.addItem(ctx, { ...panel.wish, caseId }));
  const { itemId: otherItem } = await add(other.id);
  const housing = await anActor("panel_member", { areaId });

  await withActor(coordinator, (ctx) =>
    panels.inviteToItem(ctx, { itemId, hatId: housing.hatId, seat: "housing" }),
  );
  const { itemId: laterItem } = await add(later.id);

  const { items } = await withActor(housing, (ctx) => viewMeeting(ctx, meetingId));
  expect(items.map(({ id }) => id)).toEqual([itemId]);
  await expect(seesItem(housing, otherItem)).rejects.toThrow(NotFound);
  await expect(seesItem(housing, laterItem)).rejects.toThrow(NotFound);
});

test("somebody with a conflict is not asked in again (Q-07)", async () => {
  const panel = await aListedCase();
  const { userId, hatId } = await anActor("panel_member", { areaId: panel.areaId });
  await owner.caseConflict.create({
    data: { caseId: panel.case.id, areaId: panel.areaId, userId, declaredAt: new Date() },
  });

  const invite = withActor(panel.coordinator, (ctx) =>
    panels.inviteToItem(ctx, { itemId: panel.itemId, hatId, seat: "health" }),
  );

  await expect(invite).rejects.toThrow(FieldsRefused);
});

const run = (panel: { chair: Actor; meetingId: string }, command: typeof meetings.startMeeting) =>
  withActor(panel.chair, (ctx) => command(ctx, { meetingId: panel.meetingId }));

test("attendance makes an item quorate, and says in words who is still needed (Q-01 to Q-04)", async () => {
  const panel = await aListedCase();
  const { chair, police, education, meetingId, itemId } = panel;
  const take = (present: Actor[]) =>
    withActor(chair, (ctx) =>
      meetings.recordAttendance(ctx, {
        meetingId,
        presentHatIds: present.map(({ hatId }) => hatId),
        confidentiality: "yes",
      }),
    );
  await expect(take([chair])).rejects.toThrow("Start the meeting");
  await run(panel, meetings.startMeeting);

  await take([chair, education]);
  expect((await seesItem(chair, itemId)).quorum).toMatchObject({
    isQuorate: false,
    missing: [["police"]],
  });

  await take([chair, education, police]);
  expect((await seesItem(chair, itemId)).quorum.isQuorate).toBe(true);
  const sorry = await owner.meetingMember.findMany({ where: { meetingId, apologies: true } });
  expect(sorry).toEqual([]);
});

test("somebody may leave the room for one item", async () => {
  const panel = await aListedCase();
  const { chair, itemId } = panel;
  await run(panel, meetings.startMeeting);

  const leave = (who: Actor, presentHatIds: string[]) =>
    withActor(who, (ctx) =>
      panels.recordItemAttendance(ctx, { itemId, presentHatIds, confidentiality: true }),
    );
  await leave(panel.coordinator, [chair.hatId]);

  expect((await seesItem(chair, itemId)).quorum.present).toEqual(["chair"]);
  await expect(leave(panel.police, [])).rejects.toThrow(Forbidden);
});

test("only a chair starts and closes a meeting, in that order, with every item spoken of", async () => {
  const panel = await aListedCase();
  const { chair, coordinator, itemId } = panel;

  await expect(run({ ...panel, chair: coordinator }, meetings.startMeeting)).rejects.toThrow(
    Forbidden,
  );
  await expect(run(panel, meetings.closeMeeting)).rejects.toThrow("Planned");
  await run(panel, meetings.startMeeting);
  await expect(run(panel, meetings.closeMeeting)).rejects.toThrow("every item");

  await withActor(chair, (ctx) =>
    recordDecision(ctx, { itemId, outcome: "discussed_only", reasons }),
  );
  await run(panel, meetings.closeMeeting);

  const late = withActor(chair, (ctx) =>
    recordDecision(ctx, { itemId, outcome: "discussed_only", reasons }),
  );
  await expect(late).rejects.toThrow("has been closed");
});

test("an action from the panel is given to somebody at the item, who is told (M-04)", async () => {
  const panel = await aListedCase();
  const { itemId, coordinator, police } = panel;
  const add = (who: Actor, ownerHatId: string) =>
    withActor(who, (ctx) =>
      panels.addPanelAction(ctx, { itemId, title: "Speak to the school", ownerHatId, dueOn: day }),
    );

  await add(coordinator, police.hatId);

  expect(await owner.action.findMany({ where: { caseId: panel.case.id } })).toMatchObject([
    { kind: "panel", ownerHatId: police.hatId, status: "not_started" },
  ]);
  const stranger = await anActor("panel_member", { areaId: panel.areaId });
  await expect(add(coordinator, stranger.hatId)).rejects.toThrow(FieldsRefused);
  await expect(add(police, police.hatId)).rejects.toThrow(Forbidden);
});

test("an item of a meeting somebody is not invited to is not there, though they read the case by another", async () => {
  const panel = await aListedCase();
  const later = await anActor("panel_member", { areaId: panel.areaId });
  const another = await anItem({ id: panel.case.id, areaId: panel.areaId }, { health: later });

  await expect(seesItem(later, another.id)).resolves.toBeTruthy();
  await expect(seesItem(later, panel.itemId)).rejects.toThrow(NotFound);
  const { items } = await withActor(later, (ctx) => viewCasePanel(ctx, panel.case.reference));
  expect(items.map(({ id }) => id)).toEqual([another.id]);
});

test("the pages of a meeting ask the database no more than eight times, however many items", async () => {
  const { id: areaId } = await anArea();
  const chair = await anActor("chair", { areaId });
  const council = await anOrganisation(areaId, "council");
  const police = await anActor("panel_member", { areaId, organisationId: council.id });
  const first = await anItem(await aCase({ areaId, caseStatus: "panel_listed" }), {
    chair,
    police,
  });
  for (let more = 0; more < 3; more++) {
    const found = await aCase({ areaId, caseStatus: "panel_listed" });
    await anItem(found, { chair, police }, { meetingId: first.meetingId });
  }
  const count = async (work: Parameters<typeof withActor>[1]) =>
    (await countStatements(() => withActor(chair, work))).count;

  const meeting = await count((ctx) => viewMeeting(ctx, first.meetingId));
  const item = await count((ctx) => viewItem(ctx, first.id));
  const decision = await count((ctx) => viewSittingItem(ctx, first.id));
  const list = await count((ctx) => listMeetings(ctx, { past: false, page: 1 }));

  for (const asked of [meeting, item, decision, list]) expect(asked).toBeLessThanOrEqual(8);
  expect([meeting, item, decision, list]).toEqual([6, 5, 7, 4]);
});
