import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, fromDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound } from "@/lib/errors";
import { viewAgenda } from "@/lib/panels/agenda/queries";
import { exportCalendar, exportCalendarEntry } from "@/lib/panels/calendar/queries";
import { addItem } from "@/lib/panels/commands";
import { callMeeting } from "@/lib/panels/meetings/commands";
import { listMeetings, viewMeeting } from "@/lib/panels/meetings/queries";
import { viewItem } from "@/lib/panels/queries";
import * as series from "@/lib/panels/series/commands";
import { aCase, anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const today = dayOf(new Date());
const first = addDays(today, 10);
const where = { startsAt: "14:00", lastsMinutes: null, place: "Room 4", link: null };
const reason = "The chair is away and so is the deputy.";

async function aPanel() {
  const { id: areaId, name } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const chair = await anActor("chair", { areaId, seat: "chair" });
  const police = await anActor("panel_member", { areaId, seat: "police" });
  return { areaId, name, coordinator, chair, police };
}
type Panel = Awaited<ReturnType<typeof aPanel>>;

const hats = (...people: Actor[]) => people.map(({ hatId }) => hatId);
const plan = (panel: Panel, who = panel.coordinator) =>
  withActor(who, (ctx) =>
    series.planSeries(ctx, {
      ...{ ...where, title: "Channel panel", pattern: "every_four_weeks" },
      ...{ firstOn: first, untilOn: addDays(first, 84) },
      memberHatIds: hats(panel.chair, panel.police),
    }),
  );
const meetingsOf = ({ areaId }: Panel) =>
  owner.meeting.findMany({ where: { areaId }, orderBy: { heldOn: "asc" } });

async function aSeries() {
  const panel = await aPanel();
  await plan(panel);
  const meetings = await meetingsOf(panel);
  const [meeting] = meetings;
  if (!meeting) throw new Error("A series has a first meeting");
  const found = await aCase({
    ...{ areaId: panel.areaId, caseStatus: "panel_listed", coordinator: panel.coordinator },
  });
  return { ...panel, meeting, meetings, case: found };
}

const list = ({ coordinator }: Panel, { id: meetingId }: { id: string }, caseId: string) =>
  withActor(coordinator, (ctx) =>
    addItem(ctx, {
      ...{ meetingId, caseId, kind: "new_case", residentForce: null, keyOrganisationId: null },
    }),
  );
const readsCase = (who: Actor, id: string) =>
  withActor(who, ({ tx }) => tx.case.findUnique({ where: { id }, select: { id: true } }));

test("a series is called at once, each meeting with its people, who are told once (TL-05)", async () => {
  const panel = await aPanel();

  await plan(panel);

  const meetings = await meetingsOf(panel);
  expect(meetings.map(({ seriesOn }) => seriesOn && fromDateColumn(seriesOn))).toEqual(
    [0, 28, 56, 84].map((days) => addDays(first, days)),
  );
  const members = await owner.meetingMember.count({ where: { areaId: panel.areaId } });
  expect(members).toBe(8);
  expect(await owner.notification.count({ where: { hatId: panel.police.hatId } })).toBe(1);
});

test("a member of the panel calls no series, and nothing is kept", async () => {
  const panel = await aPanel();

  await expect(plan(panel, panel.police)).rejects.toThrow(Forbidden);
  expect(await meetingsOf(panel)).toEqual([]);
});

const change = (who: Actor, { id, version }: { id: string; version: number }) =>
  withActor(who, (ctx) =>
    series.changeMeeting(ctx, {
      ...{ ...where, meetingId: id, version, title: "Channel panel", lastsMinutes: 90 },
      heldOn: addDays(first, 1),
    }),
  );

test("one meeting is moved without the others, and its calendar entry becomes a newer one", async () => {
  const laid = await aSeries();
  const before = await withActor(laid.police, (ctx) => exportCalendarEntry(ctx, laid.meeting.id));

  await change(laid.coordinator, laid.meeting);

  const after = await withActor(laid.police, (ctx) => exportCalendarEntry(ctx, laid.meeting.id));
  expect([before, after].map((text) => /SEQUENCE:\d+/.exec(text)?.[0])).toEqual([
    "SEQUENCE:0",
    "SEQUENCE:1",
  ]);
  const [moved, ...others] = await meetingsOf(laid);
  expect(moved).toMatchObject({ lastsMinutes: 90, seriesOn: new Date(first) });
  expect(others).toEqual(laid.meetings.slice(1));
  const told = await owner.notification.findMany({ where: { hatId: laid.police.hatId } });
  expect(told.map(({ kind }) => kind).sort()).toEqual(["meeting_called", "meeting_changed"]);
});

test("a second change on the same page is told of the first, and a member changes nothing", async () => {
  const laid = await aSeries();
  await expect(change(laid.police, laid.meeting)).rejects.toThrow(Forbidden);
  await change(laid.coordinator, laid.meeting);

  await expect(change(laid.chair, laid.meeting)).rejects.toThrow("just changed");
});

test("a meeting that is cancelled has no agenda and no readers, and what was due is due again (IS-01)", async () => {
  const laid = await aSeries();
  const { id: meetingId, version } = laid.meeting;
  await list(laid, laid.meeting, laid.case.id);
  expect(await readsCase(laid.police, laid.case.id)).toBeTruthy();
  const cancel = (who: Actor) =>
    withActor(who, (ctx) => series.cancelMeeting(ctx, { meetingId, version, reason }));
  await expect(cancel(laid.police)).rejects.toThrow(Forbidden);

  await cancel(laid.coordinator);

  expect(await readsCase(laid.police, laid.case.id)).toBeNull();
  const [cancelled, next] = await meetingsOf(laid);
  expect([cancelled?.status, next?.status]).toEqual(["cancelled", "planned"]);
  const due = await withActor(laid.coordinator, (ctx) => viewAgenda(ctx, next?.id ?? ""));
  expect(due.due).toMatchObject([{ reference: laid.case.reference }]);
  const entry = await withActor(laid.police, (ctx) => exportCalendarEntry(ctx, meetingId));
  expect(entry).toContain("METHOD:CANCEL");
  await expect(list(laid, laid.meeting, laid.case.id)).rejects.toThrow("has been cancelled");
  await expect(cancel(laid.coordinator)).rejects.toThrow("Cancelled");
});

test("a calendar holds the meetings somebody is asked to, and no word of who or what (IS-23)", async () => {
  const laid = await aSeries();
  await list(laid, laid.meeting, laid.case.id);
  await owner.meeting.update({
    where: { id: laid.meeting.id },
    data: { title: "About Rowan Marsh", place: "12 Elm Street", link: "https://meet.example/x" },
  });

  const text = await withActor(laid.police, exportCalendar);

  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  expect(text).not.toMatch(/Rowan|Elm|meet\.example|PC-|Channel/);
  const stranger = await anActor("panel_member", { areaId: laid.areaId });
  expect(await withActor(stranger, exportCalendar)).not.toContain("BEGIN:VEVENT");
  const provider = await anActor("provider", { areaId: laid.areaId });
  await expect(withActor(provider, exportCalendar)).rejects.toThrow(Forbidden);
  const entry = withActor(stranger, (ctx) => exportCalendarEntry(ctx, laid.meeting.id));
  await expect(entry).rejects.toThrow(NotFound);
});

test("more people of one's own area join a meeting, and each item but where they have a conflict (P-04, Q-07)", async () => {
  const laid = await aSeries();
  const { areaId, coordinator } = laid;
  const other = await aCase({ areaId, caseStatus: "panel_listed", coordinator });
  await list(laid, laid.meeting, laid.case.id);
  await list(laid, laid.meeting, other.id);
  const health = await anActor("panel_member", { areaId, seat: "health" });
  await owner.caseConflict.create({
    data: { caseId: other.id, areaId, userId: health.userId, declaredAt: new Date() },
  });
  const invite = (who: Actor, ...people: Actor[]) =>
    withActor(who, (ctx) =>
      series.inviteMembers(ctx, { meetingId: laid.meeting.id, memberHatIds: hats(...people) }),
    );
  await expect(invite(laid.police, health)).rejects.toThrow(Forbidden);
  await expect(invite(coordinator, await anActor("panel_member"))).rejects.toThrow(FieldsRefused);
  await expect(invite(coordinator, laid.police)).rejects.toThrow(FieldsRefused);

  await invite(coordinator, health);

  expect(await readsCase(health, laid.case.id)).toBeTruthy();
  expect(await readsCase(health, other.id)).toBeNull();
});

test("nobody opens an agenda to themself, by the page or past it (IS-01)", async () => {
  const laid = await aSeries();
  const { areaId } = laid;
  await list(laid, laid.meeting, laid.case.id);
  const deputy = await anActor("chair", { areaId, seat: "deputy_chair" });
  const { userId, hatId, organisationId } = deputy;
  const meetingId = laid.meeting.id;

  await expect(
    withActor(deputy, (ctx) =>
      series.inviteMembers(ctx, { meetingId, memberHatIds: hats(deputy) }),
    ),
  ).rejects.toThrow(FieldsRefused);
  const seated = { meetingId, hatId, areaId, userId, organisationId, seat: "deputy_chair" };
  await withActor(deputy, async ({ tx }) => {
    await tx.meetingMember.createMany({ data: seated });
    await tx.$executeRaw`select join_agenda(${meetingId}::uuid, ${hatId}::uuid)`;
  });

  expect(await readsCase(deputy, laid.case.id)).toBeNull();
});

/** A meeting that one area calls for two (P-08). */
async function aJointMeeting() {
  const host = await aPanel();
  const guest = await aPanel();
  const { meetingId } = await withActor(host.coordinator, (ctx) =>
    callMeeting(ctx, {
      ...{ ...where, title: "Joint panel", heldOn: first, isExtraordinary: true },
      ...{ areaIds: [guest.areaId], memberHatIds: hats(host.chair, host.police) },
    }),
  );
  const caseOf = ({ areaId, coordinator }: Panel) =>
    aCase({ areaId, caseStatus: "panel_listed", coordinator });
  const cases = { host: await caseOf(host), guest: await caseOf(guest) };
  return { host, guest, meetingId, cases };
}

test("a joint meeting is known in each area it serves, and in no other (P-08)", async () => {
  const { host, guest, meetingId } = await aJointMeeting();
  const another = await aPanel();
  const total = (who: Actor) =>
    withActor(who, (ctx) => listMeetings(ctx, { past: false, page: 1 })).then(
      (found) => found.total,
    );

  expect([await total(host.coordinator), await total(guest.coordinator)]).toEqual([1, 1]);
  expect([await total(another.coordinator), await total(guest.police)]).toEqual([0, 0]);
  const view = await withActor(guest.chair, (ctx) => viewMeeting(ctx, meetingId));
  expect(view.areas).toEqual([host.name, guest.name]);
  const told = await owner.notification.findMany({ where: { hatId: guest.coordinator.hatId } });
  expect(told).toMatchObject([{ kind: "meeting_called" }]);
});

test("each area brings its own cases and people, and reads nothing of the other's (P-08, IS-01)", async () => {
  const { host, guest, meetingId, cases } = await aJointMeeting();
  await withActor(guest.coordinator, (ctx) =>
    series.inviteMembers(ctx, { meetingId, memberHatIds: hats(guest.chair, guest.police) }),
  );
  const { itemId } = await list(host, { id: meetingId }, cases.host.id);
  const { itemId: guestItem } = await list(guest, { id: meetingId }, cases.guest.id);

  const items = (who: Actor) =>
    withActor(who, (ctx) => viewMeeting(ctx, meetingId)).then((view) =>
      view.items.map(({ id }) => id),
    );
  expect([await items(host.chair), await items(host.police)]).toEqual([[itemId], [itemId]]);
  expect([await items(guest.chair), await items(guest.police)]).toEqual([[guestItem], [guestItem]]);
  expect(await readsCase(guest.police, cases.host.id)).toBeNull();
  const seen = withActor(host.chair, (ctx) => viewItem(ctx, guestItem));
  await expect(seen).rejects.toThrow(NotFound);
  const ofGuest = await withActor(guest.chair, (ctx) => viewItem(ctx, guestItem));
  expect(ofGuest.attendees.map(({ seat }) => seat).sort()).toEqual(["chair", "police"]);
});

test("only the area that called a joint meeting moves or cancels it (P-08)", async () => {
  const { host, guest, meetingId } = await aJointMeeting();
  const { version } = await owner.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const cancel = (who: Actor) =>
    withActor(who, (ctx) => series.cancelMeeting(ctx, { meetingId, version, reason }));

  await expect(cancel(guest.coordinator)).rejects.toThrow(Forbidden);
  await expect(change(guest.coordinator, { id: meetingId, version })).rejects.toThrow(Forbidden);
  await expect(cancel(host.coordinator)).resolves.toEqual({ meetingId });
});
