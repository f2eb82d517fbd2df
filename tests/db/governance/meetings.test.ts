import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import {
  addBoardItem,
  fillBoardAgenda,
  moveBoardItem,
  takeOffBoardItem,
} from "@/lib/governance/agenda/commands";
import { addBoardAction, minuteItem } from "@/lib/governance/items/commands";
import {
  callCycle,
  cancelBoardMeeting,
  changeBoardMeeting,
} from "@/lib/governance/meetings/commands";
import {
  listBoardMeetings,
  viewBoardItem,
  viewBoardMeeting,
} from "@/lib/governance/meetings/queries";
import {
  addMinutesAddendum,
  approveBoardMinutes,
  takeBoardAttendance,
} from "@/lib/governance/minutes/commands";
import { addBoardPaper, withdrawBoardPaper } from "@/lib/governance/papers/commands";
import { viewPaper } from "@/lib/governance/papers/queries";
import { publishDecision, unpublishDecision } from "@/lib/governance/publications/commands";
import { listPublicDecisions } from "@/lib/governance/publications/queries";
import type { MinuteItem } from "@/lib/governance/schema";
import { readPublic } from "@/lib/request/read";
import { extendAction, updateAction } from "@/lib/tracker/commands";
import { getAction, listActions } from "@/lib/tracker/queries";
import { anActor, anArea } from "@/tests/support/factories";
import {
  aBoardItem,
  aBoardMeeting,
  aBody,
  aHeldMeeting,
  aPaper,
  approveMinutesOf,
  aSeat,
  words,
} from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { aRisk } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());

async function aSteeringGroup() {
  const { id: areaId } = await anArea();
  const as = (role: Role) => anActor(role, { areaId });
  const [keeper, chair, member] = [
    await as("prevent_coordinator"),
    await as("steering_member"),
    await as("steering_member"),
  ];
  const body = await aBody(keeper);
  const seats = {
    chair: await aSeat(body, chair, { role: "chair", fromDay: addDays(today, -400) }),
    member: await aSeat(body, member),
  };
  return { as, keeper, chair, member, outsider: await as("steering_member"), body, seats };
}

const minuted = (itemId: string, change: Partial<MinuteItem> = {}): MinuteItem => ({
  ...{ itemId, version: 1, note: "Members spoke of costs.", decisionKind: "agreed" },
  ...{ decision: "Agreed that the policy is put to cabinet.", exempt: false, ...change },
});

const eventsOf = async (who: Actor) =>
  (await owner.auditEvent.findMany({ where: { actor: who.userId } })).map(({ type }) => type);

test("a cycle is called once, its members are told, and each meeting moves or is cancelled alone (1.11)", async () => {
  const { keeper, chair, body } = await aSteeringGroup();
  const input = {
    ...{ bodyId: body.id, firstDay: addDays(today, 30), untilDay: addDays(today, 300) },
    ...{ startsAt: "10:00", place: "Town hall", link: null },
  };

  await withActor(keeper, (ctx) => callCycle(ctx, input));
  const again = withActor(keeper, (ctx) => callCycle(ctx, input));

  await expect(again).rejects.toThrow(FieldsRefused);
  const meetings = await withActor(chair, (ctx) => listBoardMeetings(ctx, { past: false }));
  expect(meetings.length).toBeGreaterThanOrEqual(3);
  const [first, second] = meetings.map(({ id }) => id) as [string, string];
  const heldDay = addDays(today, 31);
  await withActor(keeper, (ctx) =>
    changeBoardMeeting(ctx, { ...input, meetingId: first, version: 1, heldDay }),
  );
  const late = withActor(keeper, (ctx) =>
    cancelBoardMeeting(ctx, { meetingId: first, version: 1, reason: words }),
  );
  await expect(late).rejects.toThrow(Overtaken);
  await withActor(keeper, (ctx) =>
    cancelBoardMeeting(ctx, { meetingId: second, version: 1, reason: words }),
  );
  const told = await owner.notification.findMany({ where: { hatId: chair.hatId } });
  expect(told.map(({ kind }) => kind).sort()).toEqual([
    ...["board_called", "board_cancelled", "board_changed"],
  ]);
  const byMember = withActor(chair, (ctx) => callCycle(ctx, input));
  await expect(byMember).rejects.toThrow(Forbidden);
});

test("an agenda is made from what is due, and what was taken off it stays off (0.11)", async () => {
  const { keeper, body, chair } = await aSteeringGroup();
  const plan = await aPlan(keeper);
  await aPlanAction(plan, { rag: "red" });
  await aPlanAction(plan, { rag: "green" });
  await aRisk(keeper, { reviewDay: addDays(today, 10) });
  await aRisk(keeper, { reviewDay: addDays(today, 200) });
  await aHeldMeeting(body, keeper); // undecided, so that it is a matter arising
  const { id: meetingId } = await aBoardMeeting(body, keeper);

  await withActor(keeper, (ctx) => fillBoardAgenda(ctx, { meetingId }));

  const { value: seen, count } = await countStatements(() =>
    withActor(keeper, (ctx) => viewBoardMeeting(ctx, meetingId)),
  );
  expect(count).toBeLessThanOrEqual(8);
  expect(seen.items.map(({ kind }) => kind)).toEqual([
    ...["minutes", "matters_arising", "red_action", "risk_review"],
  ]);
  const red = seen.items.find(({ kind }) => kind === "red_action");
  const off = { itemId: red?.id ?? "", version: 1, reason: words };
  await withActor(keeper, (ctx) => takeOffBoardItem(ctx, off));
  const nothing = withActor(keeper, (ctx) => fillBoardAgenda(ctx, { meetingId }));
  await expect(nothing).rejects.toThrow(/already/);
  const byChair = withActor(chair, (ctx) => fillBoardAgenda(ctx, { meetingId }));
  await expect(byChair).rejects.toThrow(Forbidden);
});

test("items are added and reordered, and papers are read by those who sit on the body alone", async () => {
  const { keeper, member, outsider, body, as } = await aSteeringGroup();
  const { id: meetingId } = await aBoardMeeting(body, keeper);
  const { id: itemId } = await aBoardItem(body, meetingId, keeper);

  await withActor(keeper, (ctx) =>
    addBoardItem(ctx, { meetingId, kind: "other", title: "Next", detail: null, exempt: false }),
  );
  await withActor(keeper, (ctx) => moveBoardItem(ctx, { itemId, to: "down" }));
  await withActor(keeper, (ctx) =>
    addBoardPaper(ctx, {
      ...{ itemId, title: "Draft", marking: "official_sensitive", form: "text" },
      ...{ link: null, bodyText: words },
    }),
  );

  const { items } = await withActor(member, (ctx) => viewBoardMeeting(ctx, meetingId));
  expect(items.map(({ title }) => title)).toEqual(["Next", "Venue hire policy"]);
  const paperId = items[1]?.papers[0]?.id ?? "";
  await expect(withActor(member, (ctx) => viewPaper(ctx, paperId))).resolves.toMatchObject({
    paper: { bodyText: words },
  });
  const others = [outsider, await as("auditor"), await as("gold_reader"), await as("coordinator")];
  for (const who of others) {
    await expect(withActor(who, (ctx) => viewPaper(ctx, paperId))).rejects.toThrow(NotFound);
    await expect(withActor(who, (ctx) => viewBoardMeeting(ctx, meetingId))).rejects.toThrow(
      NotFound,
    );
  }
  await withActor(keeper, (ctx) => withdrawBoardPaper(ctx, { paperId, reason: words }));
  const twice = withActor(keeper, (ctx) => withdrawBoardPaper(ctx, { paperId, reason: words }));
  await expect(twice).rejects.toThrow(RuleBroken);
  const last = withActor(keeper, (ctx) => moveBoardItem(ctx, { itemId, to: "down" }));
  await expect(last).rejects.toThrow(RuleBroken);
});

test("the co-ordinator or the chair writes down what was decided, and not before the meeting", async () => {
  const { keeper, chair, member, body } = await aSteeringGroup();
  const { meetingId, itemId } = await aHeldMeeting(body, keeper);
  const toCome = await aBoardMeeting(body, keeper);
  const ahead = await aBoardItem(body, toCome.id, keeper);

  await withActor(chair, (ctx) => minuteItem(ctx, minuted(itemId)));

  const { item } = await withActor(member, (ctx) => viewBoardItem(ctx, itemId));
  expect(item).toMatchObject({ decisionKind: "agreed", version: 2 });
  const byMember = withActor(member, (ctx) => minuteItem(ctx, minuted(itemId, { version: 2 })));
  await expect(byMember).rejects.toThrow(Forbidden);
  const late = withActor(keeper, (ctx) => minuteItem(ctx, minuted(itemId)));
  await expect(late).rejects.toThrow(Overtaken);
  const early = withActor(keeper, (ctx) => minuteItem(ctx, minuted(ahead.id)));
  await expect(early).rejects.toThrow(/not been held yet/);
  expect(await eventsOf(chair)).toContain("board_item.minuted");
  expect(meetingId).not.toBe(toCome.id);
});

test("an action of a meeting is in the one tracker, with whoever was asked, and comes back until it is done (2.8)", async () => {
  const { keeper, member, outsider, body, as } = await aSteeringGroup();
  const lead = await as("agency_lead");
  const other = await as("agency_lead");
  await owner.organisationArea.createMany({
    data: { organisationId: lead.organisationId, areaId: lead.areaId },
    skipDuplicates: true,
  });
  const { itemId } = await aHeldMeeting(body, keeper);
  const { id: meetingId } = await aBoardMeeting(body, keeper);
  const input = { itemId, text: "Write to every venue.", dueDay: addDays(today, 40) };

  await withActor(keeper, (ctx) =>
    addBoardAction(ctx, { ...input, ownerOrganisationId: lead.organisationId }),
  );

  const { id: actionId } = await owner.action.findFirstOrThrow({ where: { bodyId: body.id } });
  const { actions } = await withActor(lead, (ctx) => listActions(ctx, {}));
  expect(actions).toMatchObject([{ id: actionId, kind: "governance", parent: body.name }]);
  await expect(withActor(member, (ctx) => getAction(ctx, actionId))).resolves.toMatchObject({
    mayUpdate: false,
  });
  for (const who of [outsider, other, await as("chair")])
    await expect(withActor(who, (ctx) => getAction(ctx, actionId))).rejects.toThrow(NotFound);
  const { due } = await withActor(keeper, (ctx) => viewBoardMeeting(ctx, meetingId));
  expect(due.map(({ title }) => title)).toContain("Write to every venue.");
  await withActor(lead, (ctx) =>
    extendAction(ctx, { actionId, version: 1, dueDay: addDays(today, 60), reason: words }),
  );
  await withActor(lead, (ctx) =>
    updateAction(ctx, { actionId, version: 2, status: "done", note: "All have been written to." }),
  );
  const after = await withActor(keeper, (ctx) => viewBoardMeeting(ctx, meetingId));
  expect(after.due.map(({ title }) => title)).not.toContain("Write to every venue.");
});

test("attendance says that a meeting was held; its minutes are approved at the next and then stay (2.8)", async () => {
  const { keeper, chair, member, body, seats } = await aSteeringGroup();
  const meeting = await aBoardMeeting(body, keeper, { day: addDays(today, -30) });
  const { id: itemId } = await aBoardItem(body, meeting.id, keeper);
  const attend = {
    meetingId: meeting.id,
    version: 1,
    deputyIds: [],
    apologyIds: [seats.member.id],
  };
  const take = (presentIds: string[]) =>
    withActor(keeper, (ctx) => takeBoardAttendance(ctx, { ...attend, presentIds }));
  await expect(take([])).rejects.toThrow(/Select who came/);
  await expect(take([seats.member.id])).rejects.toThrow(/one of the lists only/);

  await take([seats.chair.id]);
  await withActor(keeper, (ctx) => minuteItem(ctx, minuted(itemId)));
  const next = await aBoardMeeting(body, keeper, { day: addDays(today, -1), status: "held" });
  const approve = (who: Actor, approvedAtId: string) =>
    withActor(who, (ctx) =>
      approveBoardMinutes(ctx, { meetingId: meeting.id, version: 2, approvedAtId }),
    );
  await expect(approve(chair, meeting.id)).rejects.toThrow(/later meeting/);
  await expect(approve(keeper, next.id)).rejects.toThrow(/holds the chair/);
  await expect(approve(member, next.id)).rejects.toThrow(Forbidden);
  await approve(chair, next.id);

  const seen = await withActor(member, (ctx) => viewBoardMeeting(ctx, meeting.id));
  expect(seen.meeting).toMatchObject({
    isApproved: true,
    minutesText: expect.stringContaining("Agreed: Agreed that the policy is put to cabinet."),
  });
  expect(seen.approvedAtDay).toBe(addDays(today, -1));
  const rewrite = withActor(keeper, (ctx) => minuteItem(ctx, minuted(itemId, { version: 2 })));
  await expect(rewrite).rejects.toThrow(/stay as they are/);
  const bySql = withActor(keeper, ({ tx }) =>
    tx.governanceItem.updateMany({ where: { id: itemId }, data: { decision: "x" } }),
  );
  await expect(bySql).rejects.toThrow(/stay as they were/);
  const unapprove = withActor(keeper, ({ tx }) =>
    tx.governanceMeeting.updateMany({ where: { id: meeting.id }, data: { minutesText: "x" } }),
  );
  await expect(unapprove).rejects.toThrow(/stay as they were/);
  await withActor(chair, (ctx) =>
    addMinutesAddendum(ctx, { meetingId: meeting.id, text: "The date was the third." }),
  );
  const early = withActor(chair, (ctx) =>
    addMinutesAddendum(ctx, { meetingId: next.id, text: "The date was the third." }),
  );
  await expect(early).rejects.toThrow(RuleBroken);
});

test("a decision is public once its minutes are approved, and not if it is exempt; withdrawn, it is gone (2.8)", async () => {
  const { keeper, chair, body } = await aSteeringGroup();
  const open = await aHeldMeeting(body, keeper, { isDecided: true });
  const exempt = await aBoardItem(body, open.meetingId, keeper, {
    isExempt: true,
    isDecided: true,
  });
  const publish = (who: Actor, itemId: string) =>
    withActor(who, (ctx) => publishDecision(ctx, { itemId }));
  const shown = async () =>
    (await readPublic((ctx) => listPublicDecisions(ctx, 1))).decisions.filter(
      ({ bodyName }) => bodyName === body.name,
    );

  await expect(publish(keeper, open.itemId)).rejects.toThrow(/once the minutes are approved/);
  await approveMinutesOf(body, open.meetingId, keeper);
  await expect(publish(keeper, exempt.id)).rejects.toThrow(/exempt/);
  await expect(publish(chair, open.itemId)).rejects.toThrow(Forbidden);
  await publish(keeper, open.itemId);

  expect(await shown()).toMatchObject([{ title: "Venue hire policy", decisionKind: "agreed" }]);
  const other = {
    ...{ itemId: exempt.id, meetingId: open.meetingId, bodyId: body.id, areaId: body.areaId },
    ...{ bodyName: body.name, heldOn: new Date(addDays(today, -30)), title: "Venue hire policy" },
    ...{ decisionKind: "agreed", decision: "Agreed that the policy is put to cabinet." },
    ...{ publishedByHatId: keeper.hatId, publishedAt: new Date() },
  };
  const bySql = withActor(keeper, ({ tx }) => tx.governancePublication.createMany({ data: other }));
  await expect(bySql).rejects.toThrow(/not exempt/);
  const { itemId } = open;
  await withActor(keeper, (ctx) => unpublishDecision(ctx, { itemId, reason: words }));
  expect(await shown()).toEqual([]);
  await expect(publish(keeper, itemId)).rejects.toThrow(/before/);
});

test("what hangs from a meeting is of its own body and area, whoever writes it", async () => {
  const { keeper, body } = await aSteeringGroup();
  const stranger = await anActor("prevent_coordinator");
  const { meetingId, itemId } = await aHeldMeeting(body, keeper);

  const read = withActor(stranger, (ctx) => viewBoardMeeting(ctx, meetingId));
  await expect(read).rejects.toThrow(NotFound);
  const write = withActor(stranger, ({ tx }) =>
    tx.governanceItem.createMany({
      data: {
        ...{ meetingId, bodyId: body.id, areaId: stranger.areaId, position: 2, kind: "other" },
        ...{ title: "x", isExempt: false, addedByHatId: stranger.hatId, addedAt: new Date() },
      },
    }),
  );

  await expect(write).rejects.toThrow();
  await expect(aPaper(body, meetingId, itemId, keeper)).resolves.toBeTruthy();
});
