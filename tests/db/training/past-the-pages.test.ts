import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { aSelfAssessment } from "@/tests/support/benchmarks";
import { anActor, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { anAreaWithAPlan, past } from "@/tests/support/past";
import { aDeclaration, aRequirement, aTrainingSession } from "@/tests/support/training";

const at = new Date();
const refused = /row-level/;

async function aRegister() {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const lead = async () =>
    anActor("agency_lead", { areaId, organisationId: (await anOrganisation(areaId)).id });
  const [school, college] = [await lead(), await lead()];
  const needed = await aRequirement(keeper);
  const { id: sessionId } = await aTrainingSession(keeper, needed.course.id);
  const away = await anActor("prevent_coordinator");
  return { areaId, as, keeper, school, college, needed, sessionId, away };
}
type Register = Awaited<ReturnType<typeof aRegister>>;

const attendance = (
  { areaId, sessionId, needed }: Register,
  { organisationId }: Pick<Actor, "organisationId">,
  { hatId }: Pick<Actor, "hatId">,
) => ({
  ...{ sessionId, areaId, organisationId, roleGroupId: needed.group.id, attended: 1 },
  ...{ recordedByHatId: hatId, recordedAt: at },
});

test("what is to be learnt is there for partners of the area, and how many have for those who oversee and for each organisation its own (2.6)", async () => {
  const register = await aRegister();
  const { areaId, as, keeper, school, college, needed, sessionId, away } = register;
  await owner.trainingMaterial.create({
    data: {
      ...{ sessionId, areaId, title: "x", bodyText: "x" },
      ...{ addedByHatId: keeper.hatId, addedAt: at },
    },
  });
  for (const one of [school, college]) {
    await aDeclaration(needed, one);
    await owner.trainingAttendance.create({ data: attendance(register, one, keeper) });
  }
  const seen = (who: Actor) =>
    past(who, async ({ trainingRoleGroup, trainingCourse, trainingRequirement, ...tx }) => {
      const where = { areaId };
      return [
        await trainingRoleGroup.count({ where }),
        await trainingCourse.count({ where }),
        await trainingRequirement.count({ where }),
        await tx.trainingSession.count({ where }),
        await tx.trainingMaterial.count({ where }),
        await tx.trainingDeclaration.count({ where }),
        await tx.trainingAttendance.count({ where }),
      ];
    });
  const known = [1, 1, 1, 1, 1];

  for (const who of [keeper, await as("steering_member"), await as("auditor")])
    expect(await seen(who)).toEqual([...known, 2, 2]);
  expect(await seen(school)).toEqual([...known, 1, 1]);
  const branch = await anActor("agency_lead", { organisationId: school.organisationId });
  for (const who of [away, branch, await as("gold_reader"), await as("coordinator")])
    expect(await seen(who)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test("what is to be learnt is written by the co-ordinator of the area alone (2.6)", async () => {
  const register = await aRegister();
  const { areaId, as, keeper, school, needed, sessionId, away } = register;
  const edited = { editedByHatId: keeper.hatId, editedAt: at };
  const other = await aRequirement(keeper);
  const writes = (who: Actor): (() => Promise<unknown>)[] => [
    () =>
      past(who, (tx) =>
        tx.trainingRoleGroup.createMany({
          data: { areaId, name: randomUUID(), who: "x", foundIn: ["health"], ...edited },
        }),
      ),
    () =>
      past(who, (tx) =>
        tx.trainingCourse.createMany({
          data: { areaId, name: randomUUID(), kind: "wrap", level: 1, about: "x", ...edited },
        }),
      ),
    () =>
      past(who, (tx) =>
        tx.trainingRequirement.createMany({
          data: { areaId, roleGroupId: other.group.id, courseId: needed.course.id, ...edited },
        }),
      ),
    () =>
      past(who, (tx) =>
        tx.trainingSession.createMany({
          data: {
            ...{ areaId, courseId: needed.course.id, title: "x", heldOn: at, starts: "10:00" },
            ...{ venue: "x", hostOrganisationId: keeper.organisationId, capacity: 1 },
            ...{ trainers: "x", audience: "staff", ...edited },
          },
        }),
      ),
    () =>
      past(who, (tx) =>
        tx.trainingMaterial.createMany({
          data: {
            ...{ sessionId, areaId, title: "x", bodyText: "x" },
            ...{ addedByHatId: keeper.hatId, addedAt: at },
          },
        }),
      ),
  ];
  const changes = (who: Actor) =>
    past(who, async ({ trainingRoleGroup, trainingCourse, trainingRequirement, ...tx }) => [
      (await trainingRoleGroup.updateMany({ where: { areaId }, data: { who: "y" } })).count,
      (await trainingCourse.updateMany({ where: { areaId }, data: { about: "y" } })).count,
      (await trainingRequirement.updateMany({ where: { areaId }, data: { target: 1 } })).count,
      (await tx.trainingSession.updateMany({ where: { areaId }, data: { venue: "y" } })).count,
    ]);

  for (const who of [school, await as("steering_member"), away]) {
    for (const write of writes(who)) await expect(write()).rejects.toThrow(refused);
    expect(await changes(who)).toEqual([0, 0, 0, 0]);
  }
  for (const write of writes(keeper)) await expect(write()).resolves.toEqual({ count: 1 });
  expect(await changes(keeper)).toEqual([3, 3, 3, 2]);
});

test("who was trained is declared by the organisation itself or the co-ordinator, in their own name, while it is needed (2.7)", async () => {
  const { areaId, as, keeper, school, college, needed, away } = await aRegister();
  const ended = await aRequirement(keeper, { endedDay: "2026-01-01" });
  const foreign = await anOrganisation();
  const declare = (who: Actor, change: object = {}) =>
    past(who, (tx) =>
      tx.trainingDeclaration.createMany({
        data: {
          ...{ requirementId: needed.id, areaId, organisationId: school.organisationId },
          ...{ asAtOn: at, inScope: 2, trained: 1, evidence: "x" },
          ...{ declaredByHatId: who.hatId, declaredAt: at, ...change },
        },
      }),
    );
  const not: [Actor, object?][] = [
    [college],
    [await as("steering_member")],
    [away],
    [await anActor("agency_lead", { organisationId: school.organisationId })],
    [school, { declaredByHatId: keeper.hatId }],
    [school, { requirementId: ended.id }],
    [keeper, { organisationId: foreign.id }],
  ];

  for (const [who, change] of not)
    await expect(declare(who, change), `${who.role} ${JSON.stringify(change)}`).rejects.toThrow(
      refused,
    );
  for (const who of [school, keeper]) await expect(declare(who)).resolves.toEqual({ count: 1 });
});

test("who came to a session is counted by the co-ordinator, of partners, and not of one that was cancelled (2.6)", async () => {
  const register = await aRegister();
  const { as, keeper, school, needed, away } = register;
  const { id: cancelled } = await aTrainingSession(keeper, needed.course.id, {
    status: "cancelled",
  });
  const foreign = await anOrganisation();
  const count = (who: Actor, change: object = {}) =>
    past(who, (tx) =>
      tx.trainingAttendance.createMany({
        data: { ...attendance(register, school, who), ...change },
      }),
    );
  const not: [Actor, object?][] = [
    [school],
    [await as("steering_member")],
    [away],
    [keeper, { recordedByHatId: school.hatId }],
    [keeper, { sessionId: cancelled }],
    [keeper, { organisationId: foreign.id }],
  ];

  for (const [who, change] of not)
    await expect(count(who, change), `${who.role} ${JSON.stringify(change)}`).rejects.toThrow(
      refused,
    );
  await expect(count(keeper)).resolves.toEqual({ count: 1 });
});

test("a figure shows a criterion met for those alone who see it (2.6)", async () => {
  const { areaId, keeper, needed, away } = await aRegister();
  const show = async (who: Actor) => {
    const { id: assessmentId, answerId } = await aSelfAssessment(who, { level: 2 });
    return past(who, (tx) =>
      tx.benchmarkEvidence.createMany({
        data: {
          ...{ answerId, assessmentId, areaId: who.areaId, kind: "training_figure", title: "x" },
          ...{ place: "x", requirementId: needed.id, figure: "x", datedOn: at },
          ...{ addedByHatId: who.hatId, addedAt: at },
        },
      }),
    );
  };

  await expect(show(away)).rejects.toThrow(refused);
  expect(keeper.areaId).toBe(areaId);
  await expect(show(keeper)).resolves.toEqual({ count: 1 });
});
