import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import {
  answerFactor,
  completeAssessment,
  countersignAssessment,
  judgeSection,
  startAssessment,
  writeBlocks,
} from "@/lib/assessments/commands";
import { viewAssessment, viewDraft, viewOverTime } from "@/lib/assessments/queries";
import { withActor } from "@/lib/db/with-actor";
import { aCase, anActor, anInformationItem, anItem, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

async function aCaseToAssess() {
  const cora = await anActor("coordinator");
  const chas = await anActor("chair", { areaId: cora.areaId });
  const opened = await aCase({ coordinator: cora, workers: [chas] });
  return { cora, chas, ...opened };
}

const start = (actor: Actor, caseId: string, frameworkId: "legacy_22" | "blank" = "legacy_22") =>
  withActor(actor, (ctx) => startAssessment(ctx, { caseId, frameworkId, purpose: "first" }));
const view = (actor: Actor, reference: string, number?: number) =>
  withActor(actor, (ctx) => viewAssessment(ctx, reference, number));

async function aDraft(frameworkId: "legacy_22" | "blank" = "legacy_22") {
  const opened = await aCaseToAssess();
  await start(opened.cora, opened.id, frameworkId);
  const { id: assessmentId } = await owner.assessment.findFirstOrThrow({
    where: { caseId: opened.id },
  });
  return { ...opened, assessmentId };
}

type Draft = Awaited<ReturnType<typeof aDraft>>;

const answer = (
  actor: Actor,
  { assessmentId }: Draft,
  more: Partial<Parameters<typeof answerFactor>[1]> = {},
) =>
  withActor(actor, (ctx) =>
    answerFactor(ctx, {
      assessmentId,
      version: 0,
      factor: "e01",
      answer: "not_present",
      evidence: [],
      note: null,
      ...more,
    }),
  );

const blocks = {
  protectiveFactors: "His grandmother and his art teacher.",
  alternativeExplanations: "A new school and few friends.",
  viewOfPersonAndFamily: "He says that he wants to be left alone.",
  whatChanged: "This is the first assessment.",
  planAndProportionality: "Mentoring, which asks little of him.",
};
const words = {
  judgement: "There is some grievance, and it is recent.",
  confidence: "medium",
  gaps: "What he watches at home is not known.",
} as const;

async function everythingWritten({ cora, assessmentId, reference }: Draft) {
  const { framework } = await withActor(cora, (ctx) => viewDraft(ctx, reference));
  await withActor(cora, (ctx) => writeBlocks(ctx, { assessmentId, version: 1, ...blocks }));
  for (const [index, { code }] of framework.sections.entries())
    await withActor(cora, (ctx) =>
      judgeSection(ctx, { assessmentId, version: index + 2, section: code, ...words }),
    );
}

test("an assessment pins its framework, and only one is written at a time (AF-01)", async () => {
  const { cora, id, reference } = await aCaseToAssess();

  await start(cora, id);

  await expect(view(cora, reference)).resolves.toMatchObject({
    current: { number: 1, status: "draft", frameworkId: "legacy_22", frameworkVersion: "2012" },
    coverage: { asked: 22, answered: 0, unknown: 0, notLookedAt: 22 },
    mayEdit: true,
    mayStart: false,
  });
  await expect(start(cora, id)).rejects.toMatchObject({ name: "RuleBroken" });
});

test.for(["chair", "panel_member", "governance_officer", "provider", "invitee"] as const)(
  "a %s on the case writes no assessment",
  async (role) => {
    const { areaId, ...opened } = await aCaseToAssess();
    const actor = await anActor(role, { areaId });
    if (role === "panel_member") await anItem({ areaId, id: opened.id }, { health: actor });
    else await aWorker(opened.id, actor);

    await expect(start(actor, opened.id)).rejects.toMatchObject({ name: "Forbidden" });
  },
);

test("somebody who is not on the case finds no assessment", async () => {
  const draft = await aDraft();
  const carl = await anActor("coordinator");

  await expect(view(carl, draft.reference)).rejects.toMatchObject({ name: "NotFound" });
  await expect(answer(carl, draft)).rejects.toMatchObject({ name: "NotFound" });
});

test("an answer keeps the words it was asked in", async () => {
  const draft = await aDraft();

  await answer(draft.cora, draft);

  await expect(view(draft.cora, draft.reference)).resolves.toMatchObject({
    current: {
      answers: [
        { factor: "e01", wording: "Feelings of grievance and injustice", answer: "not_present" },
      ],
    },
  });
});

test("the store refuses present without evidence, whoever asks (AF-02)", async () => {
  const draft = await aDraft();

  await expect(answer(draft.cora, draft, { answer: "present" })).rejects.toThrow(
    "present_has_evidence",
  );
  await expect(
    owner.assessmentAnswer.count({ where: { assessmentId: draft.assessmentId } }),
  ).resolves.toBe(0);
});

test("evidence is what the author can read, on this case", async () => {
  const draft = await aDraft();
  const { areaId } = draft;
  const gwen = await anActor("gateway_officer", { areaId });
  const mine = await anInformationItem(draft);
  const sealed = await anInformationItem(draft, { audience: "chair_and_coordinator" });
  const elsewhere = await anInformationItem(await aCase({ areaId, coordinator: draft.cora }));
  const present = (id: string) => ({ answer: "present" as const, evidence: [id] });

  await expect(answer(gwen, draft, present(sealed.id))).rejects.toMatchObject({
    name: "FieldsRefused",
  });
  await expect(answer(draft.cora, draft, present(elsewhere.id))).rejects.toMatchObject({
    name: "FieldsRefused",
  });
  await expect(answer(draft.cora, draft, present(mine.id))).resolves.toBeDefined();
  expect(
    (await withActor(gwen, (ctx) => viewDraft(ctx, draft.reference))).evidence.map(({ id }) => id),
  ).toEqual([mine.id]);
});

test("two people who answer one question are told of each other", async () => {
  const draft = await aDraft();
  const gwen = await anActor("gateway_officer", { areaId: draft.areaId });
  await answer(draft.cora, draft, { note: "First." });

  await expect(answer(gwen, draft, { answer: "unknown" })).rejects.toMatchObject({
    name: "Overtaken",
    version: "1",
    fields: [{ theirs: "Not present" }, { theirs: "First." }],
  });
  await answer(gwen, draft, { answer: "unknown", version: 1 });
  await expect(answer(draft.cora, draft, { version: 1 })).rejects.toMatchObject({
    name: "Overtaken",
  });
});

test("two people who write the same text are told of each other", async () => {
  const { cora, assessmentId } = await aDraft();
  const write = () =>
    withActor(cora, (ctx) => writeBlocks(ctx, { assessmentId, version: 1, ...blocks }));
  await write();

  await expect(write()).rejects.toMatchObject({
    name: "Overtaken",
    fields: expect.arrayContaining([expect.objectContaining({ theirs: blocks.protectiveFactors })]),
  });
});

test("an assessment without its blocks or judgements is not complete (AF-05)", async () => {
  const draft = await aDraft("blank");
  const complete = () =>
    withActor(draft.cora, (ctx) => completeAssessment(ctx, { assessmentId: draft.assessmentId }));

  await expect(complete()).rejects.toMatchObject({ name: "RuleBroken" });
  await everythingWritten(draft);
  await complete();

  await expect(view(draft.cora, draft.reference)).resolves.toMatchObject({
    current: { status: "complete" },
    mayEdit: false,
  });
  await expect(
    owner.clock.findMany({ where: { caseId: draft.id, kind: "assessment_refresh" } }),
  ).resolves.toHaveLength(1);
  await expect(
    owner.notification.findMany({ where: { hatId: draft.chas.hatId } }),
  ).resolves.toMatchObject([{ kind: "assessment_complete", reference: draft.reference }]);
  await expect(answer(draft.cora, draft)).rejects.toMatchObject({ name: "RuleBroken" });
});

test("a second reader countersigns, and never the author in another hat (AF-07)", async () => {
  const draft = await aDraft("blank");
  const { cora, chas, assessmentId, areaId, reference } = draft;
  const sameHuman = await anActor("gateway_officer", { areaId, userId: cora.userId });
  const pat = await anActor("panel_member", { areaId });
  await anItem(draft, { health: pat });
  const countersign = (actor: Actor) =>
    withActor(actor, (ctx) => countersignAssessment(ctx, { assessmentId, comment: null }));

  await expect(countersign(chas)).rejects.toMatchObject({ name: "RuleBroken" });
  await everythingWritten(draft);
  await withActor(cora, (ctx) => completeAssessment(ctx, { assessmentId }));
  await expect(countersign(cora)).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(countersign(sameHuman)).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(countersign(pat)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(view(chas, reference)).resolves.toMatchObject({ mayCountersign: true });
  await countersign(chas);

  await expect(view(cora, reference)).resolves.toMatchObject({
    current: { status: "countersigned" },
    mayStart: true,
  });
  await expect(
    owner.auditEvent.findFirst({ where: { actor: chas.userId, type: "assessment.countersigned" } }),
  ).resolves.toMatchObject({ facts: { number: 1 } });
});

test("the version before stands beside the new one, with what changed (AF-06)", async () => {
  const draft = await aDraft();
  const { cora, id, reference, assessmentId } = draft;
  await answer(cora, draft);
  await owner.assessment.update({ where: { id: assessmentId }, data: { status: "complete" } });
  await start(cora, id);
  const { id: second } = await owner.assessment.findFirstOrThrow({
    where: { caseId: id, number: 2 },
  });
  await answer(cora, { ...draft, assessmentId: second }, { answer: "unknown" });
  await answer(cora, { ...draft, assessmentId: second }, { factor: "e02" });

  const seen = await view(cora, reference);

  expect(seen).toMatchObject({
    current: { number: 2 },
    before: { number: 1 },
    changed: ["e01", "e02"],
  });
  await expect(view(cora, reference, 1)).resolves.toMatchObject({
    current: { number: 1 },
    before: null,
    mayEdit: false,
  });
  await expect(view(cora, reference, 9)).rejects.toMatchObject({ name: "NotFound" });
});

test("AF-04, AF-06 each question is followed over time in words, and each judgement with how sure its author was", async () => {
  const draft = await aDraft();
  const { cora, id, reference, assessmentId } = draft;
  await answer(cora, draft, { answer: "partly" });
  await everythingWritten(draft);
  await owner.assessment.update({ where: { id: assessmentId }, data: { status: "complete" } });
  await start(cora, id);

  const over = await withActor(cora, (ctx) => viewOverTime(ctx, reference));

  expect(over.versions.map(({ number }) => number)).toEqual([1, 2]);
  const codes = over.questions.map(({ code }) => code);
  expect([...codes.slice(0, 2), codes[13], codes[19]]).toEqual(["e01", "e02", "i01", "c01"]);
  expect(over.questions[0]).toMatchObject({
    name: "Feelings of grievance and injustice",
    said: [{ answer: "partly" }, { answer: null }],
    moved: [{ number: 2, words: "Was partly present, now not looked at" }],
  });
  expect(over.sections[0]).toMatchObject({
    name: "Engagement",
    words: [{ number: 1, confidence: "medium", gaps: words.gaps }],
  });
  const carl = await anActor("coordinator", { areaId: draft.areaId });
  await expect(withActor(carl, (ctx) => viewOverTime(ctx, reference))).rejects.toMatchObject({
    name: "NotFound",
  });
});

test.for([
  ["partly", ["Relevant mental health needs"]],
  ["not_present", []],
] as const)(
  "AF-08 a mental health question answered %s asks for health by %o",
  async ([given, needs]) => {
    const draft = await aDraft();
    await answer(draft.cora, draft, { factor: "e13", answer: given });

    await expect(view(draft.cora, draft.reference)).resolves.toMatchObject({
      healthNeeds: needs,
      mayAsk: true,
    });
  },
);

test("AF-07 the database takes no countersignature of the author, in any role, and of nobody at all", async () => {
  const { cora, chas, areaId, assessmentId: id } = await aDraft("blank");
  const sameHuman = await anActor("chair", { areaId, userId: cora.userId });
  const sign = (hatId: string | null) =>
    owner.assessment.update({
      where: { id },
      data: { status: "countersigned", countersignedByHatId: hatId, countersignedAt: new Date() },
    });

  await expect(sign(chas.hatId)).rejects.toThrow("AF-07"); // it is a draft still
  await owner.assessment.update({ where: { id }, data: { status: "complete" } });
  for (const hatId of [cora.hatId, sameHuman.hatId, null])
    await expect(sign(hatId)).rejects.toThrow("AF-07");
  await expect(sign(chas.hatId)).resolves.toMatchObject({ status: "countersigned" });
  await expect(
    owner.assessment.update({ where: { id }, data: { judgement: { whatChanged: "All" } } }),
  ).rejects.toThrow("AF-07");
});

test("coverage is counted and nothing is added up (AF-03, AF-04)", async () => {
  const draft = await aDraft();
  await answer(draft.cora, draft);
  await answer(draft.cora, draft, { factor: "e02", answer: "unknown" });

  const { coverage } = await view(draft.cora, draft.reference);

  expect(coverage).toEqual({ asked: 22, answered: 1, unknown: 1, notLookedAt: 20 });
});

test("the pages of the assessment take few statements", async () => {
  const draft = await aDraft();
  await anInformationItem(draft);
  await answer(draft.cora, draft);

  const counts = [
    await countStatements(() => view(draft.cora, draft.reference)),
    await countStatements(() => withActor(draft.cora, (ctx) => viewDraft(ctx, draft.reference))),
    await countStatements(() => withActor(draft.cora, (ctx) => viewOverTime(ctx, draft.reference))),
  ].map(({ count }) => count);

  expect(Math.max(...counts)).toBeLessThanOrEqual(6);
});
