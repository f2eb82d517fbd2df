import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import { answerFactor, startAssessment } from "@/lib/assessments/commands";
import * as commands from "@/lib/assessments/frameworks/commands";
import { listFrameworks, viewFramework } from "@/lib/assessments/frameworks/queries";
import { getCaseToAssess, viewAssessment } from "@/lib/assessments/queries";
import { type Context, withActor } from "@/lib/db/with-actor";
import { aCase, anActor, anArea, anAssessment } from "@/tests/support/factories";
import { aFramework, aPublishedFramework, publish } from "@/tests/support/frameworks";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

async function anOffice() {
  const ada = await anActor("administrator");
  return { ada, draft: await aFramework(ada) };
}

const question = {
  ...{ name: "Poor sleep", guidance: null, evidence: null },
  ...{ partlyNeedsEvidence: false, isHealth: false },
};

const doing =
  <Input, Answer>(command: (ctx: Context, input: Input) => Promise<Answer>) =>
  (actor: Actor, input: Input) =>
    withActor(actor, (ctx) => command(ctx, input));
const view = doing(viewFramework);
const addSection = doing(commands.addSection);
const addFactor = doing(commands.addFactor);
const movePart = doing(commands.movePart);
const removePart = doing(commands.removePart);
const publishIt = doing(commands.publishFramework);
const retire = doing(commands.retireFramework);

test("AF-01 every area begins with the 22 factors, 13, 6 and 3, and with headings of its own to fill", async () => {
  const { id: areaId } = await anArea();
  const ada = await anActor("administrator", { areaId });

  const listed = await withActor(ada, listFrameworks);

  expect(listed).toMatchObject([
    { name: "Professional judgement, with the area's own questions", sections: 4, factors: 0 },
    { name: "Vulnerability assessment, 22 factors (older cases)", sections: 3, factors: 22 },
  ]);
  const { sections, factors } = await view(ada, listed[1]?.id ?? "");
  expect(
    sections.map(({ code }) => factors.filter(({ section }) => section === code).length),
  ).toEqual([13, 6, 3]);
});

test("AF-01 a form is written, put in order, published and then asked of a person, in that order", async () => {
  const { ada, draft } = await anOffice();
  const { frameworkId, sectionId } = draft;
  await addFactor(ada, { ...question, sectionId });
  await addFactor(ada, { ...question, sectionId, name: "Left school" });
  await addSection(ada, { frameworkId, name: "At home", guidance: "Ask the family too" });
  const { factors } = await view(ada, frameworkId);
  await movePart(ada, { partId: factors[2]?.id ?? "", to: 1 });
  await movePart(ada, { partId: (await view(ada, frameworkId)).sections[1]?.id ?? "", to: 1 });

  await publishIt(ada, { frameworkId, isChecked: "yes" });

  await expect(view(ada, frameworkId)).resolves.toMatchObject({
    status: "published",
    publishedBy: expect.any(String),
    sections: [{ name: "At home" }, { name: "Daily life" }],
    factors: [{ name: "Left school" }, { name: "Few friends" }, { name: "Poor sleep" }],
  });
  const cora = await anActor("coordinator", { areaId: ada.areaId });
  const { id: caseId, reference } = await aCase({ areaId: ada.areaId, coordinator: cora });
  const { frameworks } = await withActor(cora, (ctx) => getCaseToAssess(ctx, reference));
  expect(frameworks.map(({ code }) => code)).toContain(draft.code);
  await withActor(cora, (ctx) =>
    startAssessment(ctx, { caseId, frameworkId: draft.code, purpose: "first" }),
  );
  await expect(withActor(cora, (ctx) => viewAssessment(ctx, reference))).resolves.toMatchObject({
    current: { framework: { name: "Our own questions", version: "1" } },
  });
  const types = await owner.auditEvent.findMany({
    where: { actor: ada.userId, type: { startsWith: "framework." } },
    select: { type: true },
    distinct: ["type"],
  });
  expect(types.map(({ type }) => type).sort()).toEqual([
    "framework.changed",
    "framework.published",
    "framework.viewed",
  ]);
});

test("AF-01 nobody begins an assessment with a draft, or with what was retired", async () => {
  const { ada, draft } = await anOffice();
  const cora = await anActor("coordinator", { areaId: ada.areaId });
  const { id: caseId } = await aCase({ areaId: ada.areaId, coordinator: cora });
  const start = () =>
    withActor(cora, (ctx) =>
      startAssessment(ctx, { caseId, frameworkId: draft.code, purpose: "first" }),
    );

  await expect(start()).rejects.toMatchObject({ name: "FieldsRefused" });
  await publish(draft.frameworkId);
  await retire(ada, { frameworkId: draft.frameworkId, isSure: "yes" });
  await expect(start()).rejects.toMatchObject({ name: "FieldsRefused" });

  const { hatId: authorHatId, areaId } = cora;
  const pinned = { frameworkId: draft.code, frameworkVersion: "1" };
  await expect(
    owner.assessment.create({
      data: {
        ...{ caseId, areaId, ...pinned, number: 1, purpose: "first" },
        authorHatId,
        startedAt: new Date(),
      },
    }),
  ).rejects.toThrow("AF-01");
});

test("AF-01 what was published is refused any change, by the application and by the database", async () => {
  const { ada, draft } = await anOffice();
  const { frameworkId, sectionId, factorId, areaId } = draft;
  await publishIt(ada, { frameworkId, isChecked: "yes" });

  const name = "Something else";
  for (const change of [
    () => addSection(ada, { frameworkId, name, guidance: null }),
    () => addFactor(ada, { ...question, sectionId }),
    () => movePart(ada, { partId: factorId, to: 1 }),
    () => removePart(ada, { partId: factorId, isSure: "yes" }),
    () => withActor(ada, (ctx) => commands.renameFramework(ctx, { frameworkId, name })),
  ])
    await expect(change()).rejects.toMatchObject({ name: "RuleBroken" });
  for (const change of [
    () => owner.framework.update({ where: { id: frameworkId }, data: { name } }),
    () => owner.framework.update({ where: { id: frameworkId }, data: { status: "draft" } }),
    () => owner.frameworkSection.update({ where: { id: sectionId }, data: { name } }),
    () => owner.frameworkFactor.update({ where: { id: factorId }, data: { name } }),
    () => owner.frameworkFactor.delete({ where: { id: factorId } }),
    () => owner.frameworkSection.create({ data: { frameworkId, areaId, name, position: 2 } }),
  ])
    await expect(change()).rejects.toThrow("AF-01");
});

test("AF-01 an answer keeps the words it was asked in, though the next version asks in others", async () => {
  const { ada, draft } = await anOffice();
  const { frameworkId, code, factorCode } = draft;
  await publishIt(ada, { frameworkId, isChecked: "yes" });
  const cora = await anActor("coordinator", { areaId: ada.areaId });
  const { id: caseId, reference } = await aCase({ areaId: ada.areaId, coordinator: cora });
  await withActor(cora, (ctx) =>
    startAssessment(ctx, { caseId, frameworkId: code, purpose: "first" }),
  );
  const { id: assessmentId } = await owner.assessment.findFirstOrThrow({ where: { caseId } });
  const answer = (version: number, given: "partly" | "unknown") =>
    withActor(cora, (ctx) =>
      answerFactor(ctx, {
        ...{ assessmentId, version, factor: factorCode, answer: given, evidence: [], note: null },
      }),
    );
  await answer(0, "partly");

  const next = await withActor(ada, (ctx) => commands.startNextVersion(ctx, { frameworkId }));
  const { factors } = await view(ada, next.frameworkId);
  const { id: factorId, sectionId } = factors[0] ?? { id: "", sectionId: "" };
  await withActor(ada, (ctx) =>
    commands.changeFactor(ctx, {
      ...question,
      ...{ factorId, sectionId, version: 1, position: 1, name: "Sees nobody" },
    }),
  );
  await publishIt(ada, { frameworkId: next.frameworkId, isChecked: "yes" });
  await answer(1, "unknown");

  await expect(view(ada, frameworkId)).resolves.toMatchObject({ status: "retired" });
  await expect(withActor(cora, (ctx) => viewAssessment(ctx, reference))).resolves.toMatchObject({
    current: {
      frameworkVersion: "1",
      answers: [{ factor: factorCode, wording: "Few friends", answer: "unknown" }],
    },
  });
  await owner.assessmentAnswer.updateMany({ where: { assessmentId }, data: { wording: "Other" } });
  await expect(
    owner.assessmentAnswer.findFirst({ where: { assessmentId } }),
  ).resolves.toMatchObject({ wording: "Few friends" });
  await expect(
    owner.assessment.update({ where: { id: assessmentId }, data: { frameworkVersion: "2" } }),
  ).rejects.toThrow("AF-01");
});

test("AF-01 an answer to what the framework does not ask is refused by the database", async () => {
  const cora = await anActor("coordinator");
  const { areaId, hatId } = cora;
  const opened = await aCase({ areaId, coordinator: cora });
  const { id: assessmentId } = await anAssessment(opened, { author: cora });

  await expect(
    owner.assessmentAnswer.create({
      data: {
        ...{ assessmentId, caseId: opened.id, areaId, factor: "e01", wording: "Anything" },
        ...{ answer: "partly", answeredByHatId: hatId, answeredAt: new Date() },
      },
    }),
  ).rejects.toThrow("AF-01");
});

test("AF-02 a form may ask that partly present rests on something too, and the database asks the same", async () => {
  const { ada, draft } = await anOffice();
  const { sectionId, frameworkId, code } = draft;
  await addFactor(ada, { ...question, sectionId, partlyNeedsEvidence: true });
  const { factors } = await view(ada, frameworkId);
  const strict = factors[1]?.code ?? "";
  await publishIt(ada, { frameworkId, isChecked: "yes" });
  const cora = await anActor("coordinator", { areaId: ada.areaId });
  const { id: caseId } = await aCase({ areaId: ada.areaId, coordinator: cora });
  await withActor(cora, (ctx) =>
    startAssessment(ctx, { caseId, frameworkId: code, purpose: "first" }),
  );
  const { id: assessmentId } = await owner.assessment.findFirstOrThrow({ where: { caseId } });
  const answer = (factor: string) =>
    withActor(cora, (ctx) =>
      answerFactor(ctx, {
        ...{ assessmentId, version: 0, factor, answer: "partly", evidence: [], note: null },
      }),
    );

  await expect(answer(strict)).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(answer(draft.factorCode)).resolves.toBeDefined();
  const { areaId, hatId: answeredByHatId } = cora;
  await expect(
    owner.assessmentAnswer.create({
      data: {
        ...{ assessmentId, caseId, areaId, factor: strict, wording: "", answer: "partly" },
        ...{ answeredByHatId, answeredAt: new Date() },
      },
    }),
  ).rejects.toThrow("AF-02");
});

test("a section that asks something is not removed, and an empty one is", async () => {
  const { ada, draft } = await anOffice();
  const { sectionId, factorId, frameworkId } = draft;
  const remove = (partId: string) => removePart(ada, { partId, isSure: "yes" });

  await expect(remove(sectionId)).rejects.toMatchObject({ name: "RuleBroken" });
  await remove(factorId);
  await remove(sectionId);

  await expect(view(ada, frameworkId)).resolves.toMatchObject({ sections: [], factors: [] });
  await expect(publishIt(ada, { frameworkId, isChecked: "yes" })).rejects.toMatchObject({
    name: "RuleBroken",
  });
});

const others = (Object.keys(roleLabels) as Role[]).filter((role) => role !== "administrator");

test.for(others)("a %s keeps no form, and reads none that is a draft", async (role) => {
  const { ada, draft } = await anOffice();
  const actor = await anActor(role, { areaId: ada.areaId });

  await expect(view(actor, draft.frameworkId)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(
    withActor(actor, ({ tx }) => tx.framework.count({ where: { id: draft.frameworkId } })),
  ).resolves.toBe(0);
});

test("an administrator of another area finds no form here, and no administrator finds an assessment", async () => {
  const { ada, draft } = await anOffice();
  const other = await anActor("administrator", { areaId: (await anArea()).id });
  const cora = await anActor("coordinator", { areaId: ada.areaId });
  await anAssessment(await aCase({ areaId: ada.areaId, coordinator: cora }), { author: cora });

  await expect(view(other, draft.frameworkId)).rejects.toMatchObject({ name: "NotFound" });
  await expect(
    addSection(other, { frameworkId: draft.frameworkId, name: "Ours", guidance: null }),
  ).rejects.toMatchObject({ name: "NotFound" });
  await expect(withActor(ada, ({ tx }) => tx.assessment.count())).resolves.toBe(0);
  await expect(withActor(ada, ({ tx }) => tx.assessmentAnswer.count())).resolves.toBe(0);
});

test("two administrators who change one question are told of each other", async () => {
  const { ada, draft } = await anOffice();
  const { factorId, sectionId } = draft;
  const change = () =>
    withActor(ada, (ctx) =>
      commands.changeFactor(ctx, { ...question, factorId, sectionId, version: 1, position: 1 }),
    );
  await change();

  await expect(change()).rejects.toMatchObject({ name: "RuleBroken" });
});

test("AF-01 an assessment that goes to another area brings its questions, and nothing new is begun with them there", async () => {
  const ada = await anActor("administrator");
  const made = await aPublishedFramework(ada);
  const elsewhere = await anActor("coordinator", { areaId: (await anArea()).id });
  const opened = await aCase({ areaId: elsewhere.areaId, coordinator: elsewhere });

  await owner.assessment.create({
    data: {
      ...{ caseId: opened.id, areaId: elsewhere.areaId, number: 1, purpose: "first" },
      ...{ frameworkId: made.code, frameworkVersion: "1", status: "complete" },
      ...{ authorHatId: elsewhere.hatId, startedAt: new Date() },
    },
  });

  await expect(
    withActor(elsewhere, (ctx) => viewAssessment(ctx, opened.reference)),
  ).resolves.toMatchObject({
    current: { framework: { factors: [{ name: "Few friends", section: expect.any(String) }] } },
  });
  const { frameworks } = await withActor(elsewhere, (ctx) =>
    getCaseToAssess(ctx, opened.reference),
  );
  expect(frameworks.map(({ code }) => code)).not.toContain(made.code);
});

test("the pages of the forms take few statements", async () => {
  const { ada, draft } = await anOffice();

  const counts = [
    await countStatements(() => withActor(ada, listFrameworks)),
    await countStatements(() => view(ada, draft.frameworkId)),
  ].map(({ count }) => count);

  expect(Math.max(...counts)).toBeLessThanOrEqual(6);
});
