import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { submitAssessment } from "@/lib/benchmarks/commands";
import { linkEvidence } from "@/lib/benchmarks/evidence/commands";
import { viewCriterion } from "@/lib/benchmarks/queries";
import { addDays, addMonths, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { listWaiting } from "@/lib/home/waiting/queries";
import { addRequirement, declareTraining, editRequirement } from "@/lib/training/commands";
import { saveCourse, saveGroup } from "@/lib/training/courses/commands";
import { viewCourses } from "@/lib/training/courses/queries";
import { trainingFigures, viewRequirement, viewTraining } from "@/lib/training/queries";
import {
  addMaterial,
  recordAttendance,
  saveSession,
  withdrawMaterial,
} from "@/lib/training/sessions/commands";
import { listSessions, viewSession } from "@/lib/training/sessions/queries";
import { setTraining } from "@/lib/training/settings/commands";
import { aSelfAssessment } from "@/tests/support/benchmarks";
import { anActor, anArea, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";
import { aDeclaration, aMaterial, aRequirement, aTrainingSession } from "@/tests/support/training";

const words = "It is said here in as many words as the form asks for.";
const today = dayOf(new Date());

/** An area with its co-ordinator, two schools with a lead each, and those who oversee. */
async function somewhere() {
  const { id: areaId } = await anArea();
  const lead = async () =>
    anActor("agency_lead", { areaId, organisationId: (await anOrganisation(areaId)).id });
  return {
    keeper: await anActor("prevent_coordinator", {
      ...{ areaId, organisationId: (await anOrganisation(areaId, "voluntary")).id },
    }),
    school: await lead(),
    college: await lead(),
    steering: await anActor("steering_member", {
      ...{ areaId, organisationId: (await anOrganisation(areaId, "council")).id },
    }),
    gold: await anActor("gold_reader", {
      ...{ areaId, organisationId: (await anOrganisation(areaId, "police")).id },
    }),
  };
}

const saying = (requirementId: string, { organisationId }: Actor, trained: number) => ({
  ...{ requirementId, organisationId, inScope: 20, trained, asAtDay: today, evidence: words },
});
const matrixOf = (who: Actor) => withActor(who, (ctx) => viewTraining(ctx, 1));

test("the matrix takes the organisations together, and a lead has their own figures alone (2.6)", async () => {
  const { keeper, school, college, steering, gold } = await somewhere();
  const needed = await aRequirement(keeper);
  await withActor(school, (ctx) => declareTraining(ctx, saying(needed.id, school, 18)));

  const { value, count, sent } = await countStatements(() => matrixOf(keeper));

  expect(count, sent.join("\n")).toBeLessThanOrEqual(8);
  expect(value.requirements).toMatchObject([
    { id: needed.id, figure: { percent: 90, declared: 1, expected: 2, standing: "met" } },
  ]);
  expect((await matrixOf(steering)).requirements[0]?.figure.percent).toBe(90);
  expect((await matrixOf(college)).requirements[0]?.figure).toMatchObject({
    ...{ percent: null, standing: "not_declared", expected: 1 },
  });
  expect((await matrixOf(school)).requirements[0]?.figure).toMatchObject({ percent: 90 });
  const seen = await withActor(college, (ctx) => viewRequirement(ctx, needed.id, 1));
  expect(seen.organisations.map(({ organisationId }) => organisationId)).toEqual([
    college.organisationId,
  ]);
  expect(seen.declarations).toEqual([]);
  await expect(matrixOf(gold)).rejects.toThrow(Forbidden);
});

test("what was declared last counts, and what was declared before stays", async () => {
  const { keeper, school } = await somewhere();
  const needed = await aRequirement(keeper, { target: 95 });
  await aDeclaration(needed, school, { trained: 20, declaredAt: new Date(0) });
  await withActor(keeper, (ctx) => declareTraining(ctx, saying(needed.id, school, 4)));

  const { value, count, sent } = await countStatements(() =>
    withActor(keeper, (ctx) => viewRequirement(ctx, needed.id, 1)),
  );

  expect(count, sent.join("\n")).toBeLessThanOrEqual(8);
  expect(value.figure).toMatchObject({ percent: 20, target: 95, standing: "below" });
  expect(value.declarations.map(({ trained }) => trained)).toEqual([4, 20]);
  expect(value.organisations).toHaveLength(2);
});

test("nobody declares for another organisation, of nobody's group, or more than there are (2.7)", async () => {
  const { keeper, school, college, steering } = await somewhere();
  const needed = await aRequirement(keeper);
  const ofCouncils = await aRequirement(keeper, { foundIn: ["council"] });
  const ended = await aRequirement(keeper, { endedDay: today });
  const declare = (who: Actor, input: ReturnType<typeof saying>) =>
    withActor(who, (ctx) => declareTraining(ctx, input));

  await expect(declare(school, saying(needed.id, college, 1))).rejects.toThrow(FieldsRefused);
  await expect(declare(school, saying(ofCouncils.id, school, 1))).rejects.toThrow(NotFound);
  await expect(declare(keeper, saying(ended.id, school, 1))).rejects.toThrow(NotFound);
  await expect(declare(steering, saying(needed.id, school, 1))).rejects.toThrow(Forbidden);
  await expect(declare(keeper, saying(needed.id, school, 21))).rejects.toThrow();
  const elsewhere = await somewhere();
  await expect(declare(elsewhere.keeper, saying(needed.id, school, 1))).rejects.toThrow(NotFound);
  expect(await owner.trainingDeclaration.count({ where: { areaId: keeper.areaId } })).toBe(0);
});

test("the database itself keeps a lead from declaring for another, and everybody from changing what was declared", async () => {
  const { keeper, school, college } = await somewhere();
  const needed = await aRequirement(keeper);
  const { id } = await aDeclaration(needed, school);
  const row = {
    ...{ requirementId: needed.id, areaId: keeper.areaId, inScope: 2, trained: 1 },
    ...{ asAtOn: new Date(today), evidence: words, declaredByHatId: school.hatId },
    ...{ organisationId: college.organisationId, declaredAt: new Date() },
  };

  await expect(
    withActor(school, ({ tx }) => tx.trainingDeclaration.createMany({ data: row })),
  ).rejects.toThrow(/row-level security/);
  for (const who of [school, keeper])
    await expect(
      withActor(who, ({ tx }) =>
        tx.trainingDeclaration.updateMany({ where: { id }, data: { trained: 0 } }),
      ),
    ).rejects.toThrow(/permission denied/);
});

test("a figure is out of date after what the area allows, and the administrator says how long that is", async () => {
  const { keeper, school } = await somewhere();
  const administrator = await anActor("administrator", { areaId: keeper.areaId });
  const needed = await aRequirement(keeper);
  await aDeclaration(needed, school, { trained: 16, asAtDay: addMonths(today, -7) });
  const figure = async () => (await matrixOf(keeper)).requirements[0]?.figure;

  expect(await figure()).toMatchObject({ stale: 0, target: 85, standing: "below" });
  await withActor(administrator, (ctx) => setTraining(ctx, { target: 80, staleMonths: 6 }));
  expect(await figure()).toMatchObject({ stale: 1, target: 80, standing: "met" });
  await expect(
    withActor(keeper, (ctx) => setTraining(ctx, { target: 1, staleMonths: 6 })),
  ).rejects.toThrow(Forbidden);
});

test("what a group needs is kept by the co-ordinator, ended and taken up again with what was declared", async () => {
  const { keeper, school } = await somewhere();
  const needed = await aRequirement(keeper);
  const { id: requirementId, group, course } = needed;
  await aDeclaration(needed, school);
  const edit = (who: Actor, version: number, isNeeded: boolean) =>
    withActor(who, (ctx) =>
      editRequirement(ctx, { requirementId, version, target: 60, actionId: null, isNeeded }),
    );
  const pair = { roleGroupId: group.id, courseId: course.id, target: null, actionId: null };

  await expect(withActor(keeper, (ctx) => addRequirement(ctx, pair))).rejects.toThrow(
    "The group needs this course already",
  );
  await edit(keeper, 1, false);
  expect((await matrixOf(keeper)).total).toBe(0);
  await expect(edit(keeper, 1, true)).rejects.toThrow(Overtaken);
  await expect(edit(school, 2, true)).rejects.toThrow(Forbidden);
  await withActor(keeper, (ctx) => addRequirement(ctx, pair));
  expect((await matrixOf(keeper)).requirements[0]?.figure).toMatchObject({ declared: 1 });
});

const aKey = /^[0-9a-f-]{36}$/;

test("courses and groups are known to every partner, and written by the co-ordinator alone", async () => {
  const { keeper, school } = await somewhere();
  const { course, group } = await aRequirement(keeper);
  const newCourse = {
    ...{ courseId: null, version: null, name: "WRAP", kind: "wrap" as const, level: 2 },
    ...{ refreshMonths: null, about: words },
  };
  const newGroup = {
    ...{ groupId: null, version: null, name: "Wardens", who: words },
    foundIn: ["council" as const],
  };
  const both = async (who: Actor) => {
    await withActor(who, (ctx) => saveCourse(ctx, newCourse));
    await withActor(who, (ctx) => saveGroup(ctx, newGroup));
  };

  await expect(both(school)).rejects.toThrow(Forbidden);
  await both(keeper);
  const saved = await owner.auditEvent.findMany({
    where: {
      actor: keeper.userId,
      type: { in: ["training.course_saved", "training.group_saved"] },
    },
    orderBy: { id: "asc" },
  });
  expect(saved.map(({ facts }) => facts)).toEqual([
    { courseId: expect.stringMatching(aKey) },
    { groupId: expect.stringMatching(aKey) },
  ]);
  await expect(both(keeper)).rejects.toThrow("There is one of that name already");
  await withActor(keeper, (ctx) =>
    saveGroup(ctx, { ...newGroup, groupId: group.id, version: 1, name: "Wardens of parks" }),
  );
  await expect(
    withActor(keeper, (ctx) =>
      saveCourse(ctx, { ...newCourse, courseId: course.id, version: 0, name: "WRAP 3" }),
    ),
  ).rejects.toThrow(Overtaken);
  const { courses, groups, mayWrite } = await withActor(school, viewCourses);
  expect(courses.map(({ name }) => name)).toEqual([course.name, "WRAP"]);
  expect(groups.map(({ name }) => name)).toEqual(["Wardens", "Wardens of parks"]);
  expect(mayWrite).toBe(false);
});

test("councillors are briefed at a session with its attendance and its materials (4.9)", async () => {
  const { keeper, school, college, steering } = await somewhere();
  const { course, group } = await aRequirement(keeper);
  const { sessionId } = await withActor(keeper, (ctx) =>
    saveSession(ctx, {
      ...{ sessionId: null, version: null, courseId: course.id, title: "Members' seminar" },
      ...{ heldDay: today, starts: "14:00", venue: "Council chamber", capacity: 40 },
      ...{ hostOrganisationId: steering.organisationId, trainers: "Prevent co-ordinator" },
      ...{ audience: "councillors", status: "held" },
    }),
  );
  const counting = (who: Actor, { organisationId }: Actor, attended: number) =>
    withActor(who, (ctx) =>
      recordAttendance(ctx, { sessionId, organisationId, roleGroupId: group.id, attended }),
    );
  const adding = (who: Actor) =>
    withActor(who, (ctx) =>
      addMaterial(ctx, { sessionId, title: "Slides", link: null, bodyText: words }),
    );

  await counting(keeper, steering, 3);
  await counting(keeper, steering, 31);
  await counting(keeper, school, 2);
  await adding(keeper);
  await expect(counting(school, school, 9)).rejects.toThrow(Forbidden);
  await expect(adding(school)).rejects.toThrow(Forbidden);

  const { value, count, sent } = await countStatements(() =>
    withActor(keeper, (ctx) => viewSession(ctx, sessionId)),
  );
  expect(count, sent.join("\n")).toBeLessThanOrEqual(8);
  expect(value.attendance.map(({ attended }) => attended).sort()).toEqual([2, 31]);
  expect(value.materials).toMatchObject([{ title: "Slides", bodyText: words }]);
  const own = await withActor(school, (ctx) => viewSession(ctx, sessionId));
  expect(own.attendance.map(({ attended }) => attended)).toEqual([2]);
  expect(own.materials).toHaveLength(1);
  const listed = async (who: Actor) =>
    (await withActor(who, (ctx) => listSessions(ctx, 1))).sessions.map(({ attended }) => attended);
  expect(await listed(steering)).toEqual([33]);
  expect(await listed(college)).toEqual([null]);
  const list = await countStatements(() => listed(keeper));
  expect(list.count, list.sent.join("\n")).toBeLessThanOrEqual(8);
});

test("material is taken back for a reason, and stays on the record as taken back (4.9)", async () => {
  const { keeper, school } = await somewhere();
  const { course } = await aRequirement(keeper);
  const session = await aTrainingSession(keeper, course.id);
  const { id: materialId } = await aMaterial(session, keeper);
  const take = (who: Actor) =>
    withActor(who, (ctx) => withdrawMaterial(ctx, { materialId, reason: words }));
  const past = (who: Actor, by: Actor) =>
    withActor(who, ({ tx }) =>
      tx.trainingMaterial.updateMany({
        where: { id: materialId },
        data: {
          ...{ withdrawnBecause: words, withdrawnAt: new Date(), withdrawnByHatId: by.hatId },
        },
      }),
    );

  await expect(take(school)).rejects.toThrow(Forbidden);
  await expect(past(school, school)).resolves.toEqual({ count: 0 });
  await expect(past(keeper, school)).rejects.toThrow();
  const before = await withActor(school, (ctx) => viewSession(ctx, session.id));
  expect(before.materials).toMatchObject([{ withdrawnAt: null, bodyText: expect.any(String) }]);
  await take(keeper);
  await expect(take(keeper)).rejects.toThrow("taken back before");
  await expect(past(keeper, keeper)).resolves.toEqual({ count: 0 });

  const { materials } = await withActor(school, (ctx) => viewSession(ctx, session.id));
  expect(materials).toMatchObject([
    { title: "Slides", withdrawnBecause: words, link: null, bodyText: null },
  ]);
  await expect(
    owner.auditEvent.count({
      where: { actor: keeper.userId, type: "training_session.material_withdrawn" },
    }),
  ).resolves.toBe(1);
});

test("nobody is counted before a session, or at one that was cancelled", async () => {
  const { keeper, school } = await somewhere();
  const { course, group } = await aRequirement(keeper);
  const coming = { status: "planned", heldDay: addDays(today, 3) } as const;
  const sessions = [
    await aTrainingSession(keeper, course.id, coming),
    await aTrainingSession(keeper, course.id, { status: "cancelled" }),
  ];
  const { organisationId } = school;

  for (const { id: sessionId } of sessions)
    await expect(
      withActor(keeper, (ctx) =>
        recordAttendance(ctx, { sessionId, organisationId, roleGroupId: group.id, attended: 1 }),
      ),
    ).rejects.toThrow(RuleBroken);
  expect(await owner.trainingAttendance.count({ where: { areaId: keeper.areaId } })).toBe(0);
});

test("a lead's home names what falls short in their organisation, and nothing that does not", async () => {
  const { keeper, school } = await somewhere();
  const [silent, below, stale, met] = [
    await aRequirement(keeper),
    await aRequirement(keeper),
    await aRequirement(keeper, { refreshMonths: 3 }),
    await aRequirement(keeper, { target: 50 }),
  ];
  await aRequirement(keeper, { foundIn: ["council"] });
  await aRequirement(keeper, { endedDay: today });
  await aDeclaration(below, school, { trained: 16 });
  await aDeclaration(stale, school, { trained: 20, asAtDay: addMonths(today, -4) });
  await aDeclaration(met, school, { trained: 10 });

  const waiting = await withActor(school, (ctx) => listWaiting(ctx, today));

  const gap = waiting.find(({ kind }) => kind === "training");
  expect(gap?.items.map(({ path }) => path).sort()).toEqual(
    [silent, below, stale].map(({ id }) => `/training/requirements/${id}`).sort(),
  );
  expect(gap?.late).toBe(1);
});

test("a figure shows that a criterion is met: as of today until it is submitted, and then as it was (2.6)", async () => {
  const { keeper, school } = await somewhere();
  const needed = await aRequirement(keeper);
  const at = new Date(Date.now() - 60_000);
  await aDeclaration(needed, school, { trained: 10, declaredAt: at });
  const { id: assessmentId } = await aSelfAssessment(keeper, { level: 3 });
  const { criterion } = await owner.benchmarkAnswer.findFirstOrThrow({
    ...{ where: { assessmentId }, select: { criterion: true } },
  });
  const see = () => withActor(keeper, (ctx) => viewCriterion(ctx, assessmentId, criterion));
  const titles = async () =>
    (await see()).answer.evidence
      .filter(({ kind }) => kind === "training_figure")
      .map(({ title }) => title);

  await withActor(keeper, (ctx) =>
    linkEvidence(ctx, { assessmentId, criterion, what: ["training_figure", needed.id] }),
  );
  await aDeclaration(needed, school, { trained: 19 });

  expect(await titles()).toEqual([expect.stringContaining("50% in date (10 of 20)")]);
  expect((await see()).figures?.get(needed.id)).toContain("95% in date (19 of 20)");

  await withActor(keeper, (ctx) =>
    submitAssessment(ctx, { assessmentId, version: 1, statement: words, isFinal: "yes" }),
  );
  await aDeclaration(needed, school, { trained: 0, declaredAt: new Date(Date.now() + 60_000) });

  expect(await titles()).toEqual([expect.stringContaining("95% in date (19 of 20)")]);
  expect((await see()).figures?.size).toBe(0);
});

test("every figure is an organisation's own word, for the registers that rest on it", async () => {
  const { keeper, school, college } = await somewhere();
  const needed = await aRequirement(keeper);
  await aDeclaration(needed, school);

  const figures = await withActor(keeper, (ctx) => trainingFigures(ctx));

  expect(figures).toHaveLength(2);
  expect(figures.find((one) => one.organisationId === school.organisationId)).toMatchObject({
    ...{ requirementId: needed.id, roleGroup: needed.group.name, inScope: 20, trained: 10 },
  });
  expect(figures.find((one) => one.organisationId === college.organisationId)).toMatchObject({
    ...{ inScope: null, trained: null, asAtDay: null, isStale: false },
  });
});
