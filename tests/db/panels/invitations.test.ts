import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import { type Context, withActor } from "@/lib/db/with-actor";
import { answerRequest } from "@/lib/information/answers/commands";
import { viewRequestToAnswer } from "@/lib/information/answers/queries";
import { inviteToItem } from "@/lib/panels/commands";
import { withdrawInvitation } from "@/lib/panels/invitations/commands";
import { listAskedIn } from "@/lib/panels/invitations/queries";
import { listMeetings, viewMeeting } from "@/lib/panels/meetings/queries";
import { viewPack } from "@/lib/panels/packs/queries";
import { viewItem } from "@/lib/panels/queries";
import { aCase, aMeeting, anActor, anArea, anItem, aRequest } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

let areaId: string;
beforeAll(async () => {
  areaId = (await anArea()).id;
});

const day = addDays(dayOf(new Date()), 12);
const shared = {
  answer: "answered",
  kind: "fact",
  text: "Attendance fell to half in October.",
  source: "Attendance register",
  asOf: "2026-01-15",
  reliability: "reliable",
  corroboration: "corroborated",
  necessity: "It answers the question.",
  audience: "all_partners",
  namedOrganisationIds: [] as string[],
  lawfulBasis: "safeguarding",
} as const;

/** A case on the agenda of a meeting to come; and nobody is asked in for it yet. */
async function anAgenda() {
  const cora = await anActor("coordinator", { areaId });
  const chas = await anActor("chair", { areaId });
  const opened = await aCase({ areaId, coordinator: cora, caseStatus: "panel_listed" });
  const meeting = await aMeeting({ areaId, calledBy: cora, heldOn: day, status: "planned" });
  const item = await anItem(
    opened,
    { chair: chas },
    { meetingId: meeting.id, kind: "monthly_review" },
  );
  return { cora, chas, opened, meeting, item };
}
type Agenda = Awaited<ReturnType<typeof anAgenda>>;

const invite = ({ cora, item }: Agenda, { hatId }: Actor) =>
  withActor(cora, (ctx) => inviteToItem(ctx, { itemId: item.id, hatId, seat: "education" }));

async function askedIn(role: "invitee" | "panel_member" = "invitee") {
  const agenda = await anAgenda();
  const tess = await anActor(role, { areaId });
  await invite(agenda, tess);
  const put = { organisationId: tess.organisationId, forHatId: tess.hatId, askedBy: agenda.cora };
  const { id: requestId } = await aRequest(agenda.opened, put);
  return { ...agenda, tess, requestId };
}
type AskedIn = Awaited<ReturnType<typeof askedIn>>;

const seen = (actor: Actor, work: (ctx: Context) => Promise<unknown>) =>
  withActor(actor, work).then(
    () => true,
    (refusal: { name: string }) => {
      if (refusal.name !== "NotFound" && refusal.name !== "Forbidden") throw refusal;
      return false;
    },
  );

/** What they find: the meeting, its pack, the request, and how many meetings are listed. */
const finds = async (
  tess: Actor,
  { meeting, requestId }: { meeting: Agenda["meeting"]; requestId: string },
) => ({
  meeting: await seen(tess, (ctx) => viewMeeting(ctx, meeting.id)),
  pack: await seen(tess, (ctx) => viewPack(ctx, meeting.id)),
  request: await seen(tess, (ctx) => viewRequestToAnswer(ctx, requestId)),
  meetings: (await withActor(tess, (ctx) => listMeetings(ctx, { past: false, page: 1 }))).total,
  notices: await owner.notification.count({ where: { hatId: tess.hatId } }),
});
const all = { meeting: true, pack: true, request: true, meetings: 1, notices: 1 };
const nothing = { meeting: false, pack: false, request: false, meetings: 0, notices: 0 };

const decide = ({ item, opened, chas }: AskedIn, outcome = "continue") =>
  owner.panelDecision.create({
    data: {
      ...{ itemId: item.id, meetingId: item.meetingId, caseId: opened.id, areaId, outcome },
      ...{ reasons: "The panel agreed. ".repeat(5), details: {}, quorum: {}, vote: "agreed" },
      ...{ decidedByHatId: chas.hatId, decidedAt: new Date() },
    },
  });
const setStatus = ({ meeting }: AskedIn, status: string) =>
  owner.meeting.update({ where: { id: meeting.id }, data: { status } });

test("s.37(4) before anybody asks them in, and while they are asked in, is two things", async () => {
  const agenda = await anAgenda();
  const tess = await anActor("invitee", { areaId });
  const put = { organisationId: tess.organisationId, forHatId: tess.hatId, askedBy: agenda.cora };
  const { id: requestId } = await aRequest(agenda.opened, put);
  await expect(finds(tess, { ...agenda, requestId })).resolves.toEqual(nothing);

  await invite(agenda, tess);

  await expect(finds(tess, { ...agenda, requestId })).resolves.toEqual(all);
});

type Ending = readonly [how: string, end: (it: AskedIn) => Promise<unknown>, left: object];
const endings: Ending[] = [
  ["the panel has decided", (it) => decide(it), nothing],
  ["the meeting is closed", (it) => setStatus(it, "closed"), nothing],
  ["the meeting is cancelled", (it) => setStatus(it, "cancelled"), nothing],
  [
    "the invitation is withdrawn",
    ({ cora, item, tess }) =>
      withActor(cora, (ctx) => withdrawInvitation(ctx, { itemId: item.id, hatId: tess.hatId })),
    nothing,
  ],
  [
    "the item goes to a later meeting",
    ({ cora, item }) =>
      withActor(cora, ({ tx }) => tx.$queryRaw`select take_off_agenda(${item.id}::uuid)`),
    nothing,
  ],
  [
    "they declare a conflict of interest",
    ({ opened, tess }) =>
      owner.caseConflict.create({
        data: { caseId: opened.id, userId: tess.userId, areaId, declaredAt: new Date() },
      }),
    nothing,
  ],
  ["the panel has only spoken of it", (it) => decide(it, "discussed_only"), all],
  ["the meeting has begun", (it) => setStatus(it, "in_progress"), all],
];

test.for(endings)("s.37(4) what an invitee finds when %s", async ([, end, left]) => {
  const it = await askedIn();

  await end(it);

  await expect(finds(it.tess, it)).resolves.toEqual(left);
});

test.for(endings)(
  "s.37(4) whether a member asked in for one case reads it when %s",
  async ([, end, left]) => {
    const it = await askedIn("panel_member");
    const reads = () =>
      owner.caseReader.count({ where: { hatId: it.tess.hatId, caseId: it.opened.id } });
    const opens = () => seen(it.tess, (ctx) => viewItem(ctx, it.item.id));
    expect([await reads(), await opens()]).toEqual([1, true]);

    await end(it);

    const isLeft = left === all;
    expect([await reads(), await opens()]).toEqual([isLeft ? 1 : 0, isLeft]);
    expect(await seen(it.tess, (ctx) => viewMeeting(ctx, it.meeting.id))).toBe(isLeft);
  },
);

test("a member of the whole meeting reads on when the panel has decided (IS-01)", async () => {
  const it = await askedIn("panel_member");
  const where = { meetingId: it.meeting.id, hatId: it.tess.hatId };
  await owner.meetingMember.updateMany({ where, data: { oneItem: false } });

  await decide(it);

  await expect(seen(it.tess, (ctx) => viewItem(ctx, it.item.id))).resolves.toBe(true);
  await expect(seen(it.tess, (ctx) => viewMeeting(ctx, it.meeting.id))).resolves.toBe(true);
});

test("they answer what they are asked by name, and see what they shared, until the item is over (IS-11)", async () => {
  const it = await askedIn();
  const { tess, requestId, opened } = it;

  await withActor(tess, (ctx) => answerRequest(ctx, { requestId, ...shared }));

  const view = () => withActor(tess, (ctx) => viewRequestToAnswer(ctx, requestId));
  await expect(view()).resolves.toMatchObject({ shared: [{ text: shared.text }] });
  await expect(
    owner.informationItem.findMany({ where: { caseId: opened.id } }),
  ).resolves.toMatchObject([{ suppliedById: tess.organisationId, requestId }]);
  await decide(it);
  await expect(view()).rejects.toMatchObject({ name: "NotFound" });
});

test("nobody else who is asked in answers it, and nobody at all when the item is over", async () => {
  const it = await askedIn();
  const other = await anActor("invitee", { areaId, organisationId: it.tess.organisationId });
  await invite(it, other);
  const answer = (actor: Actor) =>
    withActor(actor, (ctx) => answerRequest(ctx, { requestId: it.requestId, ...shared }));

  await expect(answer(other)).rejects.toMatchObject({ name: "NotFound" });
  await decide(it);
  await expect(answer(it.tess)).rejects.toMatchObject({ name: "NotFound" });
  await expect(owner.informationItem.count({ where: { caseId: it.opened.id } })).resolves.toBe(0);
});

test("whoever builds the agenda sees whose invitation can be taken back; it is on the log, and is done once", async () => {
  const { cora, chas, item, tess } = await askedIn();
  const listed = () => withActor(cora, (ctx) => listAskedIn(ctx, item.id));
  const withdraw = (actor: Actor, hatId: string) =>
    withActor(actor, (ctx) => withdrawInvitation(ctx, { itemId: item.id, hatId }));
  expect((await listed()).people.map(({ id }) => id)).toEqual([tess.hatId]);

  await withdraw(cora, tess.hatId);

  expect((await listed()).people).toEqual([]);
  const where = { actor: cora.userId, type: "invitation.withdrawn" };
  await expect(owner.auditEvent.count({ where })).resolves.toBe(1);
  await expect(withdraw(cora, tess.hatId)).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(withdraw(cora, chas.hatId)).rejects.toMatchObject({ name: "RuleBroken" });
  expect((await countStatements(listed)).count).toBeLessThanOrEqual(8);
});

test("an invitation is not taken back by a member of the panel, nor of somebody who is in the room", async () => {
  const it = await askedIn();
  const pat = await anActor("panel_member", { areaId });
  await invite(it, pat);
  const input = { itemId: it.item.id, hatId: it.tess.hatId };
  await expect(withActor(pat, (ctx) => withdrawInvitation(ctx, input))).rejects.toMatchObject({
    name: "Forbidden",
  });
  const where = { itemId: it.item.id, hatId: it.tess.hatId };
  await owner.panelAttendee.updateMany({ where, data: { isPresent: true } });

  await expect(withActor(it.cora, (ctx) => withdrawInvitation(ctx, input))).rejects.toMatchObject({
    name: "RuleBroken",
  });
  await expect(finds(it.tess, it)).resolves.toEqual(all);
});
