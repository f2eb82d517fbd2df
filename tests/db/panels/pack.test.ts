import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { exportPack, viewPack } from "@/lib/panels/packs/queries";
import {
  aCase,
  aMeeting,
  anActor,
  anArea,
  anItem,
  aPlan,
  aSupportAction,
  aWorker,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const heldOn = addDays(dayOf(new Date()), 10);

/** Two cases on an agenda: police are there for both, health for the first, a teacher asked in for the second. */
async function aPack() {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const chair = await anActor("chair", { areaId });
  const police = await anActor("panel_member", { areaId });
  const health = await anActor("panel_member", { areaId });
  const teacher = await anActor("invitee", { areaId });
  const { id: meetingId } = await aMeeting({ calledBy: coordinator, heldOn, status: "planned" });
  const on = { areaId, coordinator };
  const first = await aCase({
    ...on,
    caseStatus: "panel_listed",
    person: { surname: "Firstcase" },
  });
  const second = await aCase({ ...on, caseStatus: "in_support", person: { surname: "Łęcki" } });
  await aPlan(second, coordinator);
  await owner.assessment.create({
    data: {
      ...{
        caseId: first.id,
        areaId,
        frameworkId: "legacy_22",
        frameworkVersion: "2012",
        number: 1,
      },
      ...{ purpose: "first", status: "complete", authorHatId: coordinator.hatId },
      ...{ startedAt: new Date(), judgement: { protectiveFactors: "A grandmother he trusts" } },
    },
  });
  await anItem(first, { chair, police, health }, { meetingId });
  const kind = "monthly_review";
  await anItem(second, { chair, police, other: teacher }, { meetingId, kind });
  return { areaId, coordinator, chair, police, health, teacher, meetingId, first, second };
}

const words = async (who: Actor, meetingId: string) => {
  const { blocks } = await withActor(who, (ctx) => viewPack(ctx, meetingId));
  return JSON.stringify(blocks);
};

test("a pack holds the assessment, the plan and the rest of each case that its reader is there for", async () => {
  const { coordinator, police, meetingId, first, second } = await aPack();

  for (const who of [coordinator, police]) {
    const pack = await words(who, meetingId);
    for (const one of ["Firstcase", "A grandmother he trusts", "Łęcki", "Back at college"])
      expect(pack).toContain(one);
    expect(pack).toContain(first.reference);
    expect(pack).toContain(second.reference);
  }
});

test("whoever is there for one case gets that case alone (IS-18)", async () => {
  const { health, meetingId, first, second } = await aPack();

  const pack = await words(health, meetingId);

  expect(pack).toContain(first.reference);
  expect(pack).not.toContain(second.reference);
  expect(pack).not.toContain("Łęcki");
});

test("a case on the agenda that somebody reads by another meeting is not in their pack of this one (IS-18)", async () => {
  const { areaId, health, meetingId, second } = await aPack();
  const { id: elsewhere } = await aMeeting({ areaId });
  await anItem(second, { health }, { meetingId: elsewhere });

  expect(await words(health, meetingId)).not.toContain(second.reference);
});

test("somebody with a conflict finds nothing of that case, not its number and no gap in the times (Q-07, IS-18)", async () => {
  const { areaId, police, meetingId, first, second } = await aPack();
  await owner.caseConflict.create({
    data: { caseId: first.id, areaId, userId: police.userId, declaredAt: new Date() },
  });

  const pack = await words(police, meetingId);

  expect(pack).not.toContain(first.reference);
  expect(pack).not.toContain("Firstcase");
  expect(pack).toContain(`2:25pm: ${second.reference}`);
});

test("an invitee gets when they are wanted and their own action, and no assessment or plan (IS-15)", async () => {
  const { coordinator, teacher, meetingId, first, second } = await aPack();
  const other = await anActor("provider", { areaId: second.areaId });
  await aSupportAction(second, coordinator, { owner: teacher });
  await owner.action.updateMany({
    where: { ownerHatId: teacher.hatId },
    data: { title: "Meet before school" },
  });
  await aSupportAction(second, coordinator, { owner: other });

  const pack = await words(teacher, meetingId);

  expect(pack).toContain(second.reference);
  expect(pack).toContain("Meet before school");
  for (const hidden of [first.reference, "Łęcki", "Back at college", "Meet every week"])
    expect(pack).not.toContain(hidden);
});

test("there is no pack for a mentor, though the case is theirs, nor for whoever is not invited (IS-01)", async () => {
  const { areaId, meetingId, second } = await aPack();
  const mentor = await anActor("provider", { areaId });
  await aWorker(second.id, mentor);
  const stranger = await anActor("panel_member", { areaId });

  await expect(words(mentor, meetingId)).rejects.toThrow(NotFound);
  await expect(words(stranger, meetingId)).rejects.toThrow(NotFound);
  const officer = await anActor("governance_officer", { areaId });
  await expect(words(officer, meetingId)).rejects.toThrow(NotFound);
});

test("each pack is on the log of its reader and of every case in it, and says whose copy it is", async () => {
  const { health, meetingId, first } = await aPack();

  await withActor(health, (ctx) => viewPack(ctx, meetingId));
  const { watermark } = await withActor(health, (ctx) => exportPack(ctx, meetingId));

  const events = await owner.auditEvent.findMany({ where: { actor: health.userId } });
  expect(events.map(({ type }) => type).sort()).toEqual([
    ...["case.viewed", "case.viewed", "pack.exported", "pack.viewed"],
  ]);
  const ofCase = events.filter(({ type }) => type === "case.viewed");
  expect(ofCase[0]?.facts).toEqual({ reference: first.reference, page: "pack" });
  const { name } = await owner.user.findUniqueOrThrow({ where: { id: health.userId } });
  expect(watermark.startsWith(name)).toBe(true);
});

test("a pack asks the database no more than eight times, however many cases", async () => {
  const { areaId, coordinator, chair, police, meetingId } = await aPack();
  for (let more = 0; more < 3; more++) {
    const found = await aCase({ areaId, coordinator, caseStatus: "panel_listed" });
    await anItem(found, { chair, police }, { meetingId });
  }

  const { count } = await countStatements(() =>
    withActor(police, (ctx) => viewPack(ctx, meetingId)),
  );

  expect(count).toBe(7);
});
