import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { challengeCriterion, replyToChallenge } from "@/lib/benchmarks/challenges/commands";
import {
  answerCriterion,
  keepHistoric,
  recordReceipt,
  startAssessment,
  startDutyAssessment,
  submitAssessment,
} from "@/lib/benchmarks/commands";
import { endEvidence, linkEvidence, nameEvidence } from "@/lib/benchmarks/evidence/commands";
import { addBenchmarkAction } from "@/lib/benchmarks/plan-actions/commands";
import {
  exportAssessment,
  viewAssessment,
  viewAssessments,
  viewCriterion,
} from "@/lib/benchmarks/queries";
import { viewTrends } from "@/lib/benchmarks/trends/queries";
import { dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { listReasonsForAction } from "@/lib/risks/links/queries";
import { aChallenge, aSelfAssessment, lastYear, thisYear } from "@/tests/support/benchmarks";
import { anActor, anArea } from "@/tests/support/factories";
import { aBoardMeeting, aBody, aHeldMeeting, aSeat } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

const words = "It is said here in as many words as the form asks for.";
const today = dayOf(new Date());

async function aTownHall() {
  const { id: areaId } = await anArea();
  return {
    areaId,
    keeper: await anActor("prevent_coordinator", { areaId }),
    lead: await anActor("agency_lead", { areaId }),
    steering: await anActor("steering_member", { areaId }),
    gold: await anActor("gold_reader", { areaId }),
  };
}

const answerOf = (keeper: Actor, assessmentId: string, change: object = {}) => ({
  ...{ assessmentId, criterion: "partnership_group", version: 1, level: 2, answer: words },
  ...{ ownerOrganisationId: keeper.organisationId, ownerRole: "Head", ...change },
});
const submission = (assessmentId: string) => ({
  ...{ assessmentId, version: 1, statement: words, isFinal: "yes" as const },
});
const eventsOf = async (who: Actor) =>
  (await owner.auditEvent.findMany({ where: { actor: who.userId } })).map(({ type }) => type);

test("a self-assessment is begun with the words of its scheme, once a year, and is recorded (8.5, 1.13)", async () => {
  const { keeper } = await aTownHall();
  const start = (change: object = {}) =>
    withActor(keeper, (ctx) =>
      startAssessment(ctx, { scheme: "toolkit", year: thisYear, covers: "area", ...change }),
    );

  const { assessmentId } = await start();

  const answers = await owner.benchmarkAnswer.findMany({ where: { assessmentId } });
  expect(answers).toHaveLength(8);
  expect(answers.map(({ wording }) => wording)).toContain("Channel panel");
  expect(await eventsOf(keeper)).toContain("benchmark.started");
  await expect(start()).rejects.toMatchObject({ errors: { year: expect.anything() } });
  await expect(start({ year: 2019 })).rejects.toMatchObject({
    errors: { year: expect.anything() },
  });
  await expect(start({ year: lastYear })).resolves.toBeDefined();
});

test("NI35 is kept as a record of its own years in its own words, and nothing offers it as a new one (4.5, 8.5)", async () => {
  const { keeper } = await aTownHall();

  const { assessmentId } = await withActor(keeper, (ctx) => keepHistoric(ctx, { year: 2009 }));
  const { assessment } = await withActor(keeper, (ctx) => viewAssessment(ctx, assessmentId));

  expect(assessment).toMatchObject({ isHistoric: true, year: "2009 to 2010" });
  expect(assessment.answers[0]?.wording).toContain("Muslim communities");
  const later = owner.benchmarkAssessment.create({
    data: {
      ...{ areaId: keeper.areaId, scheme: "ni35", schemeVersion: "2008" },
      ...{ periodStart: new Date("2025-04-01"), periodEnd: new Date("2026-03-31") },
      ...{ startedByHatId: keeper.hatId, startedAt: new Date() },
    },
  });
  await expect(later).rejects.toThrow("ni35_is_history");
});

test("a criterion is answered with a level of its scheme and an owner, and whoever was overtaken is told", async () => {
  const { keeper } = await aTownHall();
  const { id } = await aSelfAssessment(keeper);
  const stranger = await anActor("agency_lead");
  const answer = (change: object = {}) =>
    withActor(keeper, (ctx) => answerCriterion(ctx, answerOf(keeper, id, change)));

  await expect(answer({ ownerOrganisationId: stranger.organisationId })).rejects.toThrow(
    FieldsRefused,
  );
  await answer();
  await expect(answer()).rejects.toThrow(Overtaken);

  const duty = await aSelfAssessment(keeper, { organisationId: keeper.organisationId });
  const beyond = withActor(keeper, (ctx) =>
    answerCriterion(ctx, answerOf(keeper, duty.id, { criterion: duty.criterion, level: 5 })),
  );
  await expect(beyond).rejects.toMatchObject({ errors: { level: expect.anything() } });
  expect(await eventsOf(keeper)).toContain("benchmark.answered");
});

test("evidence is linked from what is here or named, its words stay, and a link can end (1.13, 8.5)", async () => {
  const { keeper, lead } = await aTownHall();
  const action = await aPlanAction(await aPlan(keeper));
  const { id } = await aSelfAssessment(keeper);
  const on = { assessmentId: id, criterion: "training" };
  const elsewhere = await aPlanAction(await aPlan((await aTownHall()).keeper));
  const link = (actionId: string) =>
    withActor(keeper, (ctx) => linkEvidence(ctx, { ...on, what: ["action", actionId] }));

  await link(action.id);
  await withActor(keeper, (ctx) =>
    nameEvidence(ctx, { ...on, title: "Minutes", place: "Intranet", datedDay: today }),
  );
  await expect(link(elsewhere.id)).rejects.toThrow(FieldsRefused);

  const { answer } = await withActor(keeper, (ctx) => viewCriterion(ctx, id, "training"));
  expect(answer.evidence.map(({ kind }) => kind).sort()).toEqual(["action", "document"]);
  const [first] = answer.evidence;
  const end = (who: Actor) =>
    withActor(who, (ctx) => endEvidence(ctx, { assessmentId: id, evidenceId: first?.id ?? "" }));
  await expect(end(lead)).rejects.toThrow(Forbidden);
  await end(keeper);
  await expect(end(keeper)).rejects.toThrow(NotFound);
});

test("a meeting that was held shows an answer, and leads to its papers whoever reads those (1.13)", async () => {
  const { keeper, lead, steering } = await aTownHall();
  const body = await aBody(keeper);
  await aSeat(body, steering);
  const { meetingId } = await aHeldMeeting(body, keeper);
  const ahead = await aBoardMeeting(body, keeper);
  const strange = (await aTownHall()).keeper;
  const elsewhere = await aHeldMeeting(await aBody(strange), strange);
  const { id } = await aSelfAssessment(keeper);
  const on = { assessmentId: id, criterion: "training" };
  const link = (one: string) =>
    withActor(keeper, (ctx) => linkEvidence(ctx, { ...on, what: ["meeting", one] }));

  await link(meetingId);

  for (const one of [ahead.id, elsewhere.meetingId])
    await expect(link(one)).rejects.toThrow(FieldsRefused);
  const seenBy = async (who: Actor) => {
    const { answer } = await withActor(who, (ctx) => viewCriterion(ctx, id, "training"));
    return answer.evidence.map(({ title, meeting }) => [title, meeting?.id]);
  };
  const title = `Meeting of ${body.name}`;
  expect(await seenBy(keeper)).toEqual([[title, meetingId]]);
  expect(await seenBy(steering)).toEqual([[title, meetingId]]);
  expect(await seenBy(lead)).toEqual([[title, undefined]]); // who does not sit on it
  const { answerId } = await owner.benchmarkEvidence.findFirstOrThrow({ where: { meetingId } });
  const past = withActor(keeper, ({ tx, now }) =>
    tx.benchmarkEvidence.createMany({
      data: {
        ...{
          answerId,
          assessmentId: id,
          areaId: keeper.areaId,
          kind: "meeting",
          title,
          place: "x",
        },
        ...{ meetingId: ahead.id, datedOn: now, addedByHatId: keeper.hatId, addedAt: now },
      },
    }),
  );
  await expect(past).rejects.toThrow(/row-level security/);
});

test("a peer says whether a level is right, the assessor answers once, and nobody judges their own answer (8.5)", async () => {
  const { keeper, lead, steering, gold } = await aTownHall();
  const assessment = await aSelfAssessment(keeper, { level: 2 });
  const challenge = (who: Actor) =>
    withActor(who, (ctx) =>
      challengeCriterion(ctx, {
        ...{ assessmentId: assessment.id, criterion: assessment.criterion },
        ...{ verdict: "disagree", note: words },
      }),
    );

  await challenge(lead);
  await challenge(steering);
  await expect(challenge(keeper)).rejects.toThrow(NotFound);
  await expect(challenge(gold)).rejects.toThrow(NotFound);

  const [first] = await owner.benchmarkChallenge.findMany({
    where: { assessmentId: assessment.id },
  });
  const reply = (who: Actor) =>
    withActor(who, (ctx) => replyToChallenge(ctx, { challengeId: first?.id ?? "", reply: words }));
  await expect(reply(lead)).rejects.toThrow(Forbidden);
  await reply(keeper);
  await expect(reply(keeper)).rejects.toThrow(RuleBroken);
});

test("it is submitted when it is whole, and the database lets nobody change what was submitted (8.5, 4.5)", async () => {
  const { keeper, lead, gold } = await aTownHall();
  const bare = await aSelfAssessment(keeper, { level: 3, hasEvidence: false });
  const whole = await aSelfAssessment(keeper, { level: 3, year: lastYear });
  const { id: challengeId } = await aChallenge(whole, lead);
  const submit = (id: string, who = keeper) =>
    withActor(who, (ctx) => submitAssessment(ctx, submission(id)));
  const see = () => withActor(gold, (ctx) => viewAssessment(ctx, whole.id));

  await expect(submit(bare.id)).rejects.toThrow(RuleBroken);
  await expect(submit(whole.id)).rejects.toThrow(RuleBroken);
  await expect(submit(whole.id, lead)).rejects.toThrow(Forbidden);
  await expect(see()).rejects.toThrow(NotFound);
  await withActor(keeper, (ctx) => replyToChallenge(ctx, { challengeId, reply: words }));
  await submit(whole.id);

  await expect(see()).resolves.toMatchObject({ joint: 3 });
  const change = { level: 5, answer: words };
  const { answerId } = whole;
  await expect(
    owner.benchmarkAnswer.update({ where: { id: answerId }, data: change }),
  ).rejects.toThrow("stays as it was");
  await expect(
    owner.benchmarkAssessment.update({ where: { id: whole.id }, data: { statement: "Other" } }),
  ).rejects.toThrow("stays as it was");
  await expect(
    withActor(keeper, ({ tx, now }) =>
      tx.benchmarkEvidence.createMany({
        data: {
          ...{ answerId, assessmentId: whole.id, areaId: whole.areaId, kind: "document" },
          ...{ title: "x", place: "x", datedOn: now, addedByHatId: keeper.hatId, addedAt: now },
        },
      }),
    ),
  ).rejects.toThrow();
});

test("the database does not take a submission that is not whole, whoever sends it", async () => {
  const { keeper } = await aTownHall();
  const { hatId: submittedByHatId } = keeper;
  const data = { status: "submitted", statement: words, submittedOn: new Date(), submittedByHatId };

  for (const [traits, why] of [
    [{ year: thisYear }, "Every criterion"],
    [{ year: lastYear, level: 4, hasEvidence: false }, "has evidence"],
  ] as const) {
    const { id } = await aSelfAssessment(keeper, traits);
    await expect(owner.benchmarkAssessment.update({ where: { id }, data })).rejects.toThrow(why);
  }
});

test("the receipt is recorded once, after it was submitted, and is in the file (4.5)", async () => {
  const { keeper } = await aTownHall();
  const draft = await aSelfAssessment(keeper, { level: 2 });
  const { id } = await aSelfAssessment(keeper, { year: lastYear, level: 2, status: "submitted" });
  const receipt = (assessmentId: string) =>
    withActor(keeper, (ctx) =>
      recordReceipt(ctx, {
        ...{ assessmentId, version: 1, uploadedDay: today, receiptReference: "REC-77" },
      }),
    );

  await expect(receipt(draft.id)).rejects.toThrow(RuleBroken);
  await receipt(id);
  await expect(receipt(id)).rejects.toThrow(RuleBroken);

  const { assessment } = await withActor(keeper, (ctx) => exportAssessment(ctx, id));
  expect(assessment).toMatchObject({ receiptReference: "REC-77", uploadedDay: today });
  expect(await eventsOf(keeper)).toEqual(
    expect.arrayContaining(["benchmark.receipt_recorded", "benchmark.exported"]),
  );
});

test("a low level becomes an action of the plan and each leads to the other; a level that is not low does not (8.5)", async () => {
  const { keeper, lead } = await aTownHall();
  const plan = await aPlan(keeper);
  const low = await aSelfAssessment(keeper, { level: 1, status: "submitted" });
  const fine = await aSelfAssessment(keeper, { level: 3, year: lastYear });
  const add = (assessmentId: string, who = keeper) =>
    withActor(who, (ctx) =>
      addBenchmarkAction(ctx, {
        ...{ assessmentId, criterion: low.criterion, planId: plan.id, themeId: plan.themeId },
        ...{
          objective: "causes_2023",
          workstream: "prevent",
          reference: `B${assessmentId.slice(0, 5)}`,
        },
        ...{ text: "Raise it", ownerOrganisationId: keeper.organisationId, ownerRole: "Head" },
        ...{ contributorIds: [], startDay: today, dueDay: today, priority: "high" },
        ...{ evidenceBasis: "local", proportionality: words, cohesionImpact: words },
        ...{ benchmarks: ["partnership_group"], forAreas: [] },
      }),
    );

  await expect(add(fine.id)).rejects.toThrow(RuleBroken);
  await expect(add(low.id, lead)).rejects.toThrow(Forbidden);
  expect(await owner.planAction.count({ where: { planId: plan.id } })).toBe(0);
  await add(low.id);

  const { actions } = await withActor(keeper, (ctx) => viewAssessment(ctx, low.id));
  expect(actions).toMatchObject([{ criterion: low.criterion, text: "Raise it" }]);
  const reasons = await withActor(keeper, (ctx) =>
    listReasonsForAction(ctx, actions[0]?.actionId ?? ""),
  );
  expect(reasons).toMatchObject([
    { path: `/plan/assessments/${low.id}/criteria/${low.criterion}` },
  ]);
});

test("the annual statement carries meetings and suppressed figures, which stay as submitted (6.7, IS-21)", async () => {
  const { keeper, areaId } = await aTownHall();
  const { id } = await aSelfAssessment(keeper, {
    scheme: "channel_assurance",
    level: 2,
    year: lastYear,
  });
  const count = (n: number) => owner.$executeRaw`
    insert into stat_cells values (${areaId}::uuid, ${new Date(`${lastYear}-04-01`)}::date, 'referrals', 'all', 'all', ${n})
    on conflict (area_id, quarter, measure, dimension, category) do update set n = excluded.n`;
  await count(3);
  const see = () => withActor(keeper, (ctx) => viewAssessment(ctx, id));

  const referrals = (facts: { label: string; text: string }[]) =>
    facts.find(({ label }) => label.startsWith("Referrals"))?.text;
  const { facts } = await see();
  expect(facts[0]).toEqual({ label: "Meetings of the panel held", text: "0" });
  expect(referrals(facts)).not.toBe("3");
  await withActor(keeper, (ctx) => submitAssessment(ctx, submission(id)));
  const asSubmitted = (await see()).facts;
  await count(300);

  expect((await see()).facts).toEqual(asSubmitted);
});

test("an authority's lead answers for their own organisation and sees no other; a partner reads the area's (1.2)", async () => {
  const { keeper, lead, gold } = await aTownHall();
  const begin = (who: Actor, organisationId: string) =>
    withActor(who, (ctx) => startDutyAssessment(ctx, { organisationId, year: thisYear }));
  await owner.organisation.updateMany({
    where: { id: { in: [lead.organisationId, keeper.organisationId] } },
    data: { kind: "education" },
  });
  const other = await aSelfAssessment(keeper, { organisationId: keeper.organisationId });
  const area = await aSelfAssessment(keeper, { level: 2 });

  const { assessmentId } = await begin(lead, lead.organisationId);
  await expect(begin(lead, keeper.organisationId)).rejects.toThrow(FieldsRefused);
  await expect(withActor(lead, (ctx) => viewAssessment(ctx, other.id))).rejects.toThrow(NotFound);

  await expect(withActor(lead, (ctx) => viewAssessment(ctx, area.id))).resolves.toMatchObject({
    mayAnswer: false,
  });
  await expect(
    withActor(keeper, (ctx) => viewAssessment(ctx, assessmentId)),
  ).resolves.toBeDefined();
  await expect(withActor(gold, (ctx) => viewAssessment(ctx, assessmentId))).rejects.toThrow(
    NotFound,
  );
});

test("the trend is of what was submitted, oldest first, and every page asks few questions (8.5)", async () => {
  const { keeper } = await aTownHall();
  await aSelfAssessment(keeper, { level: 2, status: "submitted", year: lastYear });
  await aSelfAssessment(keeper, { level: 3, status: "submitted" });
  const statement = await aSelfAssessment(keeper, { scheme: "channel_assurance" });

  const { trend } = await withActor(keeper, (ctx) => viewTrends(ctx));
  const counts = [
    await countStatements(() => withActor(keeper, (ctx) => viewAssessments(ctx))),
    await countStatements(() => withActor(keeper, (ctx) => viewAssessment(ctx, statement.id))),
    await countStatements(() =>
      withActor(keeper, (ctx) => viewCriterion(ctx, statement.id, statement.criterion)),
    ),
  ];

  expect(trend.joint).toEqual([2, 3]);
  for (const { count, sent } of counts) expect(count, sent.join("\n")).toBeLessThanOrEqual(8);
});
