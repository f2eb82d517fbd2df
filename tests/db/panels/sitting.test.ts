import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound } from "@/lib/errors";
import * as panels from "@/lib/panels/commands";
import { recordDecision } from "@/lib/panels/decisions/commands";
import { saveDecisionDraft } from "@/lib/panels/drafts/commands";
import * as meetings from "@/lib/panels/meetings/commands";
import * as meetingQueries from "@/lib/panels/meetings/queries";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { findSittingVersion, viewSitting, viewSittingItem } from "@/lib/panels/sitting/queries";
import { aCase, anActor, anArea, anItem, aPlan } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const reasons = "The panel heard from every agency and agreed that support would help the person.";

async function aTable() {
  const { id: areaId } = await anArea();
  const chair = await anActor("chair", { areaId });
  const police = await anActor("panel_member", { areaId });
  const education = await anActor("panel_member", { areaId });
  const coordinator = await anActor("coordinator", { areaId });
  const seated = { chair, police, education };
  const found = await aCase({ areaId, caseStatus: "panel_listed", coordinator });
  const item = await anItem(found, seated);
  const { meetingId } = item;
  const another = await aCase({ areaId, caseStatus: "panel_listed", coordinator });
  const next = await anItem(another, seated, { meetingId });
  return { areaId, ...seated, coordinator, meetingId, case: found, itemId: item.id, next: next.id };
}
type Table = Awaited<ReturnType<typeof aTable>>;

const sees = (who: Actor, itemId: string) => withActor(who, (ctx) => viewSittingItem(ctx, itemId));
const version = (who: Actor, meetingId: string) =>
  withActor(who, (ctx) => findSittingVersion(ctx, meetingId)).then((found) => found.version);
const discuss = ({ chair, itemId }: Table) =>
  withActor(chair, (ctx) => recordDecision(ctx, { itemId, outcome: "discussed_only", reasons }));
const keep = (who: Actor, itemId: string, answers = { outcome: "adopt", reasons: "So far" }) =>
  withActor(who, (ctx) => saveDecisionDraft(ctx, { itemId, answers }));

test("what a chair types is kept under the case's key, for them alone, until the decision is recorded", async () => {
  const table = await aTable();
  const { areaId, chair, itemId, case: found } = table;
  const deputy = await anActor("chair", { areaId });
  await owner.caseWorker.create({
    data: {
      caseId: found.id,
      areaId,
      hatId: deputy.hatId,
      capacity: "chair",
      assignedAt: new Date(),
    },
  });

  await keep(chair, itemId);
  await keep(chair, itemId, { outcome: "defer", reasons: "A little more" });

  const { draft } = await sees(chair, itemId);
  expect(draft?.values).toEqual({ outcome: "defer", reasons: "A little more" });
  expect((await sees(deputy, itemId)).draft).toBeNull();
  const [row] = await owner.decisionDraft.findMany({ where: { itemId } });
  expect(Buffer.from(row?.sealed ?? []).toString()).not.toContain("A little more");

  await discuss(table);
  expect((await sees(chair, itemId)).draft).toBeNull();
  const rows = await owner.decisionDraft.findMany({ where: { itemId } });
  expect(rows.map(({ sealed }) => sealed)).toEqual([null]);
});

test("a draft is a chair's, and of an item that is not decided", async () => {
  const table = await aTable();
  const { chair, police, coordinator, itemId } = table;
  const stranger = await anActor("chair", { areaId: table.areaId });

  await expect(keep(police, itemId)).rejects.toThrow(Forbidden);
  await expect(keep(coordinator, itemId)).rejects.toThrow(Forbidden);
  await expect(keep(stranger, itemId)).rejects.toThrow(NotFound);

  await aPlan(table.case, coordinator);
  const adopt = { outcome: "adopt", optionsConsidered: "None", vote: "agreed", toldBy: "chair" };
  const decision = { ...adopt, itemId, reasons, tellOn: "1/12/2026" };
  await withActor(chair, (ctx) => recordDecision(ctx, recordDecisionSchema.parse(decision)));
  await expect(keep(chair, itemId)).rejects.toThrow("already decided");
  expect(await owner.decisionDraft.count({ where: { itemId } })).toBe(0);
});

test("the panel is at one item at a time, and the end of each is when it was decided or left", async () => {
  const { coordinator, police, itemId, next, ...table } = await aTable();
  const begin = (who: Actor, id: string) =>
    withActor(who, (ctx) => panels.beginItem(ctx, { itemId: id }));
  const progress = async () =>
    (await withActor(coordinator, (ctx) => viewSitting(ctx, table.meetingId))).items.map(
      (item) => item.progress,
    );

  await expect(begin(police, itemId)).rejects.toThrow(Forbidden);
  expect(await progress()).toEqual(["to_come", "to_come"]);
  await begin(coordinator, itemId);
  expect(await progress()).toEqual(["now", "to_come"]);
  await begin(coordinator, next);
  expect(await progress()).toEqual(["left", "now"]);

  await discuss({ ...table, coordinator, police, itemId, next });
  expect(await progress()).toEqual(["decided", "now"]);
});

test("M-05 nobody hears a case who has not agreed to the confidentiality statement at this meeting", async () => {
  const { chair, police, education, meetingId, itemId } = await aTable();
  const take = (presentHatIds: string[], confidentiality: boolean) =>
    withActor(chair, (ctx) =>
      panels.recordItemAttendance(ctx, { itemId, presentHatIds, confidentiality }),
    );
  const agreed = async () =>
    (await owner.meetingMember.findMany({ where: { meetingId, confidentialAt: { not: null } } }))
      .map(({ hatId }) => hatId)
      .sort();

  await expect(take([chair.hatId, police.hatId], false)).rejects.toThrow(FieldsRefused);
  expect(await agreed()).toEqual([]);

  const presentHatIds = [chair.hatId, police.hatId];
  const statement = { meetingId, presentHatIds, confidentiality: "yes" } as const;
  await withActor(chair, (ctx) => meetings.recordAttendance(ctx, statement));
  expect(await agreed()).toEqual([chair.hatId, police.hatId].sort());
  await take([chair.hatId, police.hatId], false);
  await expect(take([chair.hatId, education.hatId], false)).rejects.toThrow(FieldsRefused);
  await take([chair.hatId, education.hatId], true);
  expect(await agreed()).toHaveLength(3);
});

test("a deputy of the same organisation takes the seat and its undecided cases, and nobody else does (IS-01)", async () => {
  const table = await aTable();
  const { areaId, chair, police, meetingId, itemId, next } = table;
  const { organisationId } = police;
  const deputy = await anActor("panel_member", { areaId, organisationId });
  const stranger = await anActor("panel_member", { areaId });
  await discuss(table);
  const seat = (who: Actor, { hatId }: Actor) =>
    withActor(who, (ctx) => meetings.seatDeputy(ctx, { meetingId, forHatId: police.hatId, hatId }));

  await expect(seat(chair, stranger)).rejects.toThrow(FieldsRefused);
  await expect(seat(police, deputy)).rejects.toThrow(Forbidden);
  await expect(sees(deputy, next)).rejects.toThrow(NotFound);

  await seat(chair, deputy);

  await expect(sees(deputy, itemId)).rejects.toThrow(NotFound);
  const { attendees } = await sees(deputy, next);
  expect(attendees.find(({ hatId }) => hatId === deputy.hatId)?.seat).toBe("police");
  expect(attendees.find(({ hatId }) => hatId === police.hatId)?.isPresent).toBe(false);
  await expect(seat(chair, deputy)).rejects.toThrow(FieldsRefused);
});

test("the named deputy of somebody invited is offered first, until they are a deputy no more (P-02)", async () => {
  const { areaId, chair, police, meetingId } = await aTable();
  const { organisationId } = police;
  await anActor("panel_member", { areaId, organisationId });
  const named = await anActor("panel_member", { areaId, organisationId });
  await anActor("panel_member", { areaId, organisationId });
  const deputy = { areaId, hatId: police.hatId, deputyHatId: named.hatId };
  const by = { namedByHatId: chair.hatId, namedAt: new Date() };
  const { id } = await owner.panelDeputy.create({ data: { ...deputy, ...by } });
  const offered = async () =>
    (await withActor(chair, (ctx) => meetingQueries.viewDeputies(ctx, meetingId))).others;

  const [first, ...rest] = await offered();
  expect(first?.id).toBe(named.hatId);
  expect(first?.standsInFor).toHaveLength(1);
  expect(rest.map(({ standsInFor }) => standsInFor)).toEqual([[], []]);
  await owner.panelDeputy.update({ where: { id }, data: { endedAt: new Date() } });
  expect((await offered()).every(({ standsInFor }) => standsInFor.length === 0)).toBe(true);
});

test("the way back from seating a deputy is to the meeting until it sits, and there is none once it is over", async () => {
  const { areaId, chair, police, meetingId } = await aTable();
  const { organisationId } = police;
  const { hatId } = await anActor("panel_member", { areaId, organisationId });
  const become = (status: string) =>
    owner.meeting.update({ where: { id: meetingId }, data: { status } });
  const view = () => withActor(chair, (ctx) => meetingQueries.viewDeputies(ctx, meetingId));

  expect((await view()).isSitting).toBe(true);
  await become("planned");
  expect((await view()).isSitting).toBe(false);
  const seated = await withActor(chair, (ctx) =>
    meetings.seatDeputy(ctx, { meetingId, forHatId: police.hatId, hatId }),
  );
  expect(seated).toEqual({ meetingId, isSitting: false });
  await become("cancelled");
  await expect(view()).rejects.toThrow(NotFound);
});

test("a deputy with a conflict is not brought to the case by taking a seat (IS-18)", async () => {
  const { areaId, chair, police, meetingId, case: found, itemId, next } = await aTable();
  const { organisationId } = police;
  const { hatId, userId, ...deputy } = await anActor("panel_member", { areaId, organisationId });
  await owner.caseConflict.create({
    data: { caseId: found.id, areaId, userId, declaredAt: new Date() },
  });

  await withActor(chair, (ctx) =>
    meetings.seatDeputy(ctx, { meetingId, forHatId: police.hatId, hatId }),
  );

  await expect(sees({ ...deputy, hatId, userId }, itemId)).rejects.toThrow(NotFound);
  await expect(sees({ ...deputy, hatId, userId }, next)).resolves.toBeTruthy();
});

test("whoever declares a conflict at the table finds nothing of the case from then on, and no gap in the order (Q-07, IS-18)", async () => {
  const { police, chair, meetingId, itemId, next, case: found } = await aTable();
  const { hatId } = police;
  const before = await version(police, meetingId);

  await withActor(police, (ctx) =>
    panels.declareConflict(ctx, { itemId, hatId, nature: "A neighbour" }),
  );

  await expect(sees(police, itemId)).rejects.toThrow(NotFound);
  const { place } = await sees(police, next);
  expect(place).toEqual({ number: 1, total: 1, previous: null, next: null });
  const { items } = await withActor(police, (ctx) => viewSitting(ctx, meetingId));
  expect(items.map(({ id }) => id)).toEqual([next]);
  expect(await version(police, meetingId)).not.toBe(before);
  const hits = await withActor(police, ({ tx }) =>
    tx.caseReader.findMany({ where: { caseId: found.id }, select: { reference: true } }),
  );
  expect(hits).toEqual([]);

  const { quorum } = await sees(chair, itemId);
  expect(quorum).toMatchObject({ isQuorate: false, missing: [["police"]] });
  expect((await sees(chair, itemId)).outcomes).toEqual(["discussed_only"]);
});

test("the word that a watching page asks for changes with what its reader may see, and with nothing else (IS-18)", async () => {
  const table = await aTable();
  const { police, education, chair, meetingId, itemId } = table;
  await withActor(education, (ctx) =>
    panels.declareConflict(ctx, { itemId, hatId: education.hatId, nature: "Teaches her" }),
  );
  const [knows, knowsNot] = [await version(police, meetingId), await version(education, meetingId)];
  expect(await version(police, meetingId)).toBe(knows);

  await withActor(chair, (ctx) => panels.beginItem(ctx, { itemId }));
  await discuss(table);

  expect(await version(police, meetingId)).not.toBe(knows);
  expect(await version(education, meetingId)).toBe(knowsNot);
  const stranger = await anActor("panel_member", { areaId: table.areaId });
  await expect(version(stranger, meetingId)).rejects.toThrow(NotFound);
});

test("a meeting that has not begun is not at the table yet", async () => {
  const { chair, meetingId, itemId } = await aTable();
  await owner.meeting.update({ where: { id: meetingId }, data: { status: "planned" } });

  await expect(withActor(chair, (ctx) => viewSitting(ctx, meetingId))).rejects.toThrow(NotFound);
  await expect(sees(chair, itemId)).rejects.toThrow(NotFound);
  await expect(version(chair, meetingId)).rejects.toThrow(NotFound);
});

test("the pages of the table ask the database no more than eight times", async () => {
  const { chair, meetingId, itemId } = await aTable();
  await keep(chair, itemId);
  const count = async (work: Parameters<typeof withActor>[1]) =>
    (await countStatements(() => withActor(chair, work))).count;

  expect(await count((ctx) => viewSitting(ctx, meetingId))).toBeLessThanOrEqual(8);
  expect(await count((ctx) => viewSittingItem(ctx, itemId))).toBe(7); // and one for the session
  expect(await count((ctx) => findSittingVersion(ctx, meetingId))).toBe(2);
});
