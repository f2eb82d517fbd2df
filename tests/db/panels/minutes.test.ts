import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { fileStream } from "@/lib/audit/record";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { viewCasePanel } from "@/lib/panels/case-file/queries";
import * as panels from "@/lib/panels/commands";
import { recordDecision } from "@/lib/panels/decisions/commands";
import * as minutes from "@/lib/panels/minutes/commands";
import {
  exportBlock,
  viewBlock,
  viewMinutes,
  viewMinutesToSign,
} from "@/lib/panels/minutes/queries";
import { aCase, anActor, anArea, anItem } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const said = "An uncommon sentence about tangerines, said of this case and of no other at all.";

/** A meeting of two cases that has been held and closed, with minutes written from its record. */
async function aHeldMeeting() {
  const { id: areaId } = await anArea();
  const chair = await anActor("chair", { areaId });
  const police = await anActor("panel_member", { areaId });
  const education = await anActor("panel_member", { areaId });
  const coordinator = await anActor("coordinator", { areaId });
  const seated = { chair, police, education };
  const found = await aCase({ areaId, caseStatus: "panel_listed", coordinator });
  const { id: itemId, meetingId } = await anItem(found, seated);
  const another = await aCase({ areaId, caseStatus: "panel_listed", coordinator });
  const { id: otherItem } = await anItem(another, seated, { meetingId });
  for (const id of [itemId, otherItem])
    await withActor(chair, (ctx) =>
      recordDecision(ctx, { itemId: id, outcome: "discussed_only", reasons: said }),
    );
  await withActor(chair, (ctx) =>
    panels.addPanelAction(ctx, {
      ...{ itemId, title: "Write to the family", ownerHatId: police.hatId },
      dueOn: addDays(dayOf(new Date()), 3),
    }),
  );
  const held = { areaId, ...seated, coordinator, meetingId, itemId, case: found, another };
  return { ...held, ...(await written(held)) };
}

type Held = { chair: Actor; meetingId: string; itemId: string };

async function written({ chair, meetingId, itemId }: Held) {
  await withActor(chair, (ctx) => minutes.closeAndMinute(ctx, { meetingId }));
  const { id: blockId } = await owner.minuteBlock.findUniqueOrThrow({ where: { itemId } });
  return { blockId };
}
type Meeting = Awaited<ReturnType<typeof aHeldMeeting>>;

const read = (who: Actor, { meetingId }: Pick<Meeting, "meetingId">) =>
  withActor(who, (ctx) => viewMinutes(ctx, meetingId));
const sign = ({ meetingId }: Pick<Meeting, "meetingId">, who: Actor) =>
  withActor(who, (ctx) => minutes.signMinutes(ctx, { meetingId }));
const change = (who: Actor, blockId: string, body: string, version = 1) =>
  withActor(who, (ctx) => minutes.changeBlock(ctx, { blockId, version, body }));
const comment = (who: Actor, blockId: string, words = "It was Tuesday") =>
  withActor(who, (ctx) => minutes.commentOnBlock(ctx, { blockId, comment: words }));
const correct = (who: Actor, blockId: string, correction = "It was Tuesday") =>
  withActor(who, (ctx) => minutes.correctBlock(ctx, { blockId, correction }));
const asSql = (
  who: Actor,
  work: (
    sql: (text: TemplateStringsArray, ...values: unknown[]) => Promise<number>,
  ) => Promise<number>,
) => withActor(who, ({ tx }) => work((text, ...values) => tx.$executeRaw(text, ...values)));

test("minutes write themselves when the meeting closes, a block for each case (M-01)", async () => {
  const meeting = await aHeldMeeting();

  const view = await read(meeting.coordinator, meeting);

  expect(view.blocks.map(({ reference }) => reference)).toEqual([
    meeting.case.reference,
    meeting.another.reference,
  ]);
  expect(view.blocks[0]?.body).toContain(said);
  expect(view.blocks[0]?.body).toContain("Write to the family");
  expect(view.blocks[1]?.body).toContain("Actions: none.");
  expect(view.minutes?.attendance).toHaveLength(3);
  const told = await owner.notification.findMany({ where: { hatId: meeting.police.hatId } });
  expect(told.map(({ kind }) => kind)).toContain("minutes_drafted");
  const stream = fileStream(meeting.case.dataKeyId);
  const types = (await owner.auditEvent.findMany({ where: { stream } })).map(({ type }) => type);
  expect(types).toContain("decision.recorded");
});

test("M-01 the minutes of the meeting hold no word of a case, and what its block holds goes with the case's key", async () => {
  const { meetingId, chair, case: found, blockId } = await aHeldMeeting();
  const kept = await owner.$queryRaw<{ row: string }[]>`
    select to_jsonb(m)::text as row from minutes m where m.meeting_id = ${meetingId}::uuid
    union all select to_jsonb(b)::text || encode(b.sealed_body, 'escape') from minute_blocks b where b.meeting_id = ${meetingId}::uuid`;
  expect(kept).toHaveLength(3);
  for (const { row } of kept) expect(row).not.toContain("tangerines");
  expect(kept[0]?.row).not.toContain(found.reference);
  expect(await withActor(chair, (ctx) => viewBlock(ctx, blockId))).toMatchObject({
    body: expect.stringContaining("tangerines"),
  });

  await owner.dataKey.update({ where: { id: found.dataKeyId }, data: { wrapped: null } });

  await expect(withActor(chair, (ctx) => viewBlock(ctx, blockId))).rejects.toThrow(NotFound);
  const { blocks } = await read(chair, { meetingId });
  expect(blocks.map(({ id }) => id)).not.toContain(blockId);
});

test("the block stands under the case, for whoever reads what the panel did with it (M-01)", async () => {
  const { coordinator, areaId, case: found, another } = await aHeldMeeting();

  const panel = await withActor(coordinator, (ctx) => viewCasePanel(ctx, found.reference));

  expect(panel.minutes).toHaveLength(1);
  expect(panel.minutes[0]?.body).toContain("tangerines");
  const mentor = await anActor("provider", { areaId });
  await owner.caseWorker.create({
    data: {
      ...{ caseId: another.id, areaId, hatId: mentor.hatId },
      ...{ capacity: "provider", assignedAt: new Date() },
    },
  });
  const look = withActor(mentor, (ctx) => viewCasePanel(ctx, another.reference));
  await expect(look).rejects.toThrow(Forbidden);
});

test("M-02 the coordinator drafts, the members comment, the chair signs in five working days; nobody else does", async () => {
  const meeting = await aHeldMeeting();
  const { coordinator, chair, police, areaId, blockId, meetingId } = meeting;
  const stranger = await anActor("chair", { areaId });

  await change(coordinator, blockId, "The panel heard every organisation.");
  await expect(change(police, blockId, "Better", 2)).rejects.toThrow(Forbidden);
  await comment(police, blockId);
  await expect(comment(coordinator, blockId)).rejects.toThrow(Forbidden);
  for (const who of [coordinator, police])
    await expect(sign(meeting, who)).rejects.toThrow(Forbidden);
  await expect(sign(meeting, stranger)).rejects.toThrow("a chair who was at the meeting");
  await expect(correct(chair, blockId)).rejects.toThrow("draft");
  expect((await read(police, meeting)).blocks[0]).toMatchObject({
    body: "The panel heard every organisation.",
    comments: [{ body: "It was Tuesday" }],
  });

  await sign(meeting, chair);

  const { minutes: signed } = await read(police, meeting);
  expect(signed?.signedAt).not.toBeNull();
  const told = await owner.notification.findMany({ where: { hatId: police.hatId } });
  expect(told.map(({ kind }) => kind)).toContain("minutes_signed");
  await expect(sign(meeting, chair)).rejects.toThrow("signed already");
  const [event] = await owner.auditEvent.findMany({
    where: { actor: chair.userId, type: "minutes.signed" },
  });
  expect(event?.facts).toMatchObject({ meetingId, blocks: 2 });
});

test("M-02 signed minutes cannot be changed, by a form or by whoever reaches the database", async () => {
  const meeting = await aHeldMeeting();
  const { coordinator, chair, police, blockId, meetingId } = meeting;
  await sign(meeting, chair);

  await expect(change(coordinator, blockId, "Other words")).rejects.toThrow(RuleBroken);
  await expect(comment(police, blockId)).rejects.toThrow(RuleBroken);
  for (const who of [chair, coordinator]) {
    const bytes = new Uint8Array(40);
    await expect(
      asSql(
        who,
        (sql) => sql`update minute_blocks set sealed_body = ${bytes} where id = ${blockId}::uuid`,
      ),
    ).rejects.toThrow("cannot be changed");
    await expect(
      asSql(
        who,
        (sql) =>
          sql`update minute_blocks set signed_at = null, signed_by_hat = null where id = ${blockId}::uuid`,
      ),
    ).rejects.toThrow();
    await expect(
      asSql(who, (sql) => sql`delete from minute_blocks where id = ${blockId}::uuid`),
    ).rejects.toThrow("permission denied");
    await expect(
      asSql(who, (sql) => sql`delete from minutes where meeting_id = ${meetingId}::uuid`),
    ).rejects.toThrow("permission denied");
    await expect(
      asSql(
        who,
        (sql) => sql`update minutes set attendance = '[]' where meeting_id = ${meetingId}::uuid`,
      ),
    ).rejects.toThrow("permission denied");
  }
  await expect(
    asSql(
      chair,
      (sql) => sql`update minutes set signed_at = now() where meeting_id = ${meetingId}::uuid`,
    ),
  ).rejects.toThrow("cannot be changed");
  // The owner of the tables is held by it too.
  await expect(
    owner.minuteBlock.update({ where: { id: blockId }, data: { version: 9 } }),
  ).rejects.toThrow("cannot be changed");
  expect((await read(chair, meeting)).blocks[0]?.body).toContain("tangerines");
});

test("a draft can be changed in the database by those who write it, and signed by a chair alone (M-02)", async () => {
  const { coordinator, chair, police, blockId, meetingId } = await aHeldMeeting();
  const signAs = (who: Actor) =>
    asSql(
      who,
      (sql) =>
        sql`update minute_blocks set signed_at = now(), signed_by_hat = ${who.hatId}::uuid where id = ${blockId}::uuid`,
    );

  expect(
    await asSql(
      coordinator,
      (sql) => sql`update minute_blocks set version = 2 where id = ${blockId}::uuid`,
    ),
  ).toBe(1);
  expect(
    await asSql(
      police,
      (sql) => sql`update minute_blocks set version = 3 where id = ${blockId}::uuid`,
    ),
  ).toBe(0);
  await expect(signAs(coordinator)).rejects.toThrow("row-level security");
  expect(
    await asSql(
      coordinator,
      (sql) =>
        sql`update minutes set signed_at = now(), signed_by_hat = ${coordinator.hatId}::uuid where meeting_id = ${meetingId}::uuid`,
    ),
  ).toBe(0);
  expect(await signAs(chair)).toBe(1);
});

test("M-02 a correction stands below what was signed, by the chair alone", async () => {
  const meeting = await aHeldMeeting();
  const { chair, coordinator, police, blockId } = meeting;
  await sign(meeting, chair);

  await correct(chair, blockId);
  for (const who of [coordinator, police])
    await expect(correct(who, blockId)).rejects.toThrow(Forbidden);

  const [block] = (await read(police, meeting)).blocks;
  expect(block?.body).toContain("tangerines");
  expect(block?.addenda.map(({ body }) => body)).toEqual(["It was Tuesday"]);
});

test("M-03 what is written into minutes names organisations: a name from the room is sent back, or never gets in", async () => {
  const meeting = await aHeldMeeting();
  const { coordinator, chair, police, blockId, itemId, case: found } = meeting;
  const { name } = await owner.user.findUniqueOrThrow({ where: { id: police.userId } });

  await expect(change(coordinator, blockId, `${name} would have waited.`)).rejects.toThrow(
    "Name the organisation and not the person",
  );
  await change(coordinator, blockId, "The police would have waited.");
  await sign(meeting, chair);
  await expect(correct(chair, blockId, `It was ${name}.`)).rejects.toThrow(FieldsRefused);

  const again = await anItem({ ...found, areaId: meeting.areaId }, { chair, police });
  const reasons = `${name} said that it was enough, and everybody else agreed with that in the end.`;
  await withActor(chair, (ctx) =>
    recordDecision(ctx, { itemId: again.id, outcome: "discussed_only", reasons }),
  );
  const { blockId: later } = await written({ ...again, chair, itemId: again.id });
  const { body } = await withActor(chair, (ctx) => viewBlock(ctx, later));
  expect(itemId).not.toBe(again.id);
  expect(body).not.toContain(name);
  expect(body).toMatch(/Said: Organisation \w+ said that it was enough/);
});

test("M-04 the action log names the organisation, the day and how it stands", async () => {
  const meeting = await aHeldMeeting();

  const { actions } = await read(meeting.police, meeting);

  expect(actions).toMatchObject([
    { title: "Write to the family", status: "not_started", reference: meeting.case.reference },
  ]);
  const stranger = await anActor("panel_member", { areaId: meeting.areaId });
  await expect(read(stranger, meeting)).rejects.toThrow(NotFound);
});

const take = (
  who: Actor,
  blockId: string,
  purpose: "subject_access" | "court",
  without: ("harm" | "third_party" | "referrer")[] = [],
) => withActor(who, (ctx) => exportBlock(ctx, blockId, { purpose, without }));

test("M-06 a copy leaves out what its layers take out, and is on the log of the case", async () => {
  const meeting = await aHeldMeeting();
  const { coordinator, police, blockId, case: found } = meeting;
  const school = await owner.organisation.findUniqueOrThrow({
    where: { id: found.referral.referrer.organisationId },
  });
  const body = `[harm]The flat is watched.[/harm] ${school.name} wrote of [third party]his brother[/third party].`;
  await change(coordinator, blockId, body);

  const court = await take(coordinator, blockId, "court", ["harm"]);
  expect(court.body).toBe(`[Removed] ${school.name} wrote of his brother.`);
  const person = await take(coordinator, blockId, "subject_access");
  expect(person.body).toBe("[Removed] [Removed] wrote of [Removed].");
  await expect(take(police, blockId, "court")).rejects.toThrow(Forbidden);

  const stream = fileStream(found.dataKeyId);
  const events = await owner.auditEvent.findMany({ where: { stream, type: "minutes.exported" } });
  expect(events.map(({ facts }) => facts)).toMatchObject([
    { purpose: "court", without: ["harm"] },
    { purpose: "subject_access", without: ["third_party", "referrer", "harm"] },
  ]);
});

test("M-06 a copy for the person names no organisation, so that none is missed among those in the room (IS-07)", async () => {
  const { coordinator, blockId, case: found, police } = await aHeldMeeting();
  const school = found.referral.referrer.organisationId;
  const names = await owner.organisation.findMany({
    where: { id: { in: [school, police.organisationId, coordinator.organisationId] } },
  });
  await change(coordinator, blockId, `In the room: ${names.map(({ name }) => name).join(", ")}.`);

  const { body } = await take(coordinator, blockId, "subject_access");

  expect(body).toBe("In the room: [Removed], [Removed], [Removed].");
  const court = await take(coordinator, blockId, "court", ["harm"]);
  expect(court.body).toContain(names[0]?.name);
});

test("M-06 a mark that is not closed is sent back, since it would take out the rest", async () => {
  const { coordinator, blockId } = await aHeldMeeting();

  await expect(change(coordinator, blockId, "[harm]The flat")).rejects.toThrow("both ends");
});

test("whoever saved second is told, and keeps what they typed", async () => {
  const { coordinator, chair, blockId } = await aHeldMeeting();
  await change(coordinator, blockId, "The first words.");

  await expect(change(chair, blockId, "The second words.")).rejects.toThrow(Overtaken);

  const { body } = await withActor(chair, (ctx) => viewBlock(ctx, blockId));
  expect(body).toBe("The first words.");
});

test("to whoever has a conflict neither the block is there nor a gap where it was (IS-18)", async () => {
  const meeting = await aHeldMeeting();
  const { police, areaId, blockId, case: found, another } = meeting;
  await owner.caseConflict.create({
    data: { caseId: found.id, areaId, userId: police.userId, declaredAt: new Date() },
  });

  const { blocks, actions, unwritten } = await read(police, meeting);

  expect(blocks.map(({ reference }) => reference)).toEqual([another.reference]);
  expect([actions, unwritten]).toEqual([[], 0]);
  await expect(withActor(police, (ctx) => viewBlock(ctx, blockId))).rejects.toThrow(NotFound);
  await expect(comment(police, blockId)).rejects.toThrow(NotFound);
  const rows = await withActor(police, ({ tx }) =>
    tx.minuteBlock.findMany({ where: { id: blockId }, select: { id: true } }),
  );
  expect(rows).toEqual([]);
});

test("a case that the chair may not know is signed by the deputy, and the chair's signature does not touch it (Q-07)", async () => {
  const meeting = await aHeldMeeting();
  const { areaId, chair, meetingId, itemId, case: found, blockId } = meeting;
  const deputy = await anActor("chair", { areaId });
  const who = { meetingId, ...deputy, seat: "deputy_chair", isPresent: true };
  const { role: _, ...seatedAs } = who;
  await owner.meetingMember.create({ data: seatedAs });
  await owner.panelAttendee.create({ data: { ...seatedAs, itemId, caseId: found.id } });
  await owner.caseConflict.create({
    data: { caseId: found.id, areaId, userId: chair.userId, declaredAt: new Date() },
  });

  await sign(meeting, chair);
  const state = () => owner.minuteBlock.findUniqueOrThrow({ where: { id: blockId } });
  expect((await state()).signedAt).toBeNull();

  await sign(meeting, deputy);
  expect((await state()).signedByHatId).toBe(deputy.hatId);
});

test("minutes are written once the meeting is over, by those who run panels, and not twice", async () => {
  const meeting = await aHeldMeeting();
  const { coordinator, police, meetingId, areaId, chair } = meeting;
  const write = (who: Actor, id = meetingId) =>
    withActor(who, (ctx) => minutes.writeMinutes(ctx, { meetingId: id }));

  await write(coordinator);
  expect(await owner.minuteBlock.count({ where: { meetingId } })).toBe(2);
  await expect(write(police)).rejects.toThrow(Forbidden);
  const open = await anItem(await aCase({ areaId, caseStatus: "panel_listed" }), { chair });
  await expect(write(chair, open.meetingId)).rejects.toThrow("once the meeting is closed");
  await expect(read(chair, open)).rejects.toThrow(NotFound);
});

test("the pages of the minutes ask the database no more than eight times", async () => {
  const { chair, coordinator, meetingId, blockId, case: found } = await aHeldMeeting();
  const count = async (work: Parameters<typeof withActor>[1], who = chair) =>
    (await countStatements(() => withActor(who, work))).count;

  const counts = [
    await count((ctx) => viewMinutes(ctx, meetingId)),
    await count((ctx) => viewMinutesToSign(ctx, meetingId)),
    await count((ctx) => viewBlock(ctx, blockId)),
    await count((ctx) => exportBlock(ctx, blockId, { purpose: "court", without: ["referrer"] })),
    await count((ctx) => viewCasePanel(ctx, found.reference), coordinator),
  ];

  for (const asked of counts) expect(asked).toBeLessThanOrEqual(7); // and one for the session
});
