import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import { type Context, withActor } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, Overtaken, Refusal, RuleBroken } from "@/lib/errors";
import { viewBody } from "@/lib/governance/bodies/queries";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { decidePlan, submitPlan } from "@/lib/plans/approval/commands";
import { viewApproval, viewChanges } from "@/lib/plans/approval/queries";
import {
  closeRound,
  enterComment,
  makeComment,
  openRound,
  settleComment,
} from "@/lib/plans/consultation/commands";
import {
  getComment,
  listCommentsOnAction,
  listCommentsWaiting,
  viewConsultation,
} from "@/lib/plans/consultation/queries";
import { saveEquality, signEquality } from "@/lib/plans/equality/commands";
import { viewEquality } from "@/lib/plans/equality/queries";
import { publishPlan, setPublicLines, withdrawPlan } from "@/lib/plans/publication/commands";
import { findPublicPlan, listPublicPlans, viewPublic } from "@/lib/plans/publication/queries";
import { movePlanSchema } from "@/lib/plans/schema";
import { movePlan } from "@/lib/plans/status/commands";
import { startVersion } from "@/lib/plans/versions/commands";
import {
  aComment,
  anEquality,
  aPublication,
  aPublicLine,
  aRound,
  aSubmission,
  equalityAnswers,
  words,
} from "@/tests/support/consultation";
import { anActor, anArea } from "@/tests/support/factories";
import { aBody } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aMeasure, aMilestone, aPlan, aPlanAction, someEvidence } from "@/tests/support/plans";
import { aRisk } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const closesDay = addDays(today, 20);
const plan = { about: "plan", id: null } as const;

const as = <T>(who: Actor, work: (ctx: Context) => Promise<T>) => withActor(who, work);
const recorded = (who: Actor, type: string) =>
  owner.auditEvent.count({ where: { actor: who.userId, type } });

/** A draft with an action, its co-ordinator, a partner who is asked and one who is not. */
async function aScene() {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  const [lead, other] = [
    await anActor("agency_lead", { areaId }),
    await anActor("agency_lead", { areaId }),
  ];
  const draft = await aPlan(keeper, { status: "draft" });
  const action = await aPlanAction(draft);
  return { areaId, keeper, lead, other, draft, action };
}

const asked = (planId: string, organisationIds: string[]) => ({
  ...{ planId, question: words, closesDay, organisationIds, bodies: ["Regional office"] },
});

test("a draft goes out until a day; those who are asked are told, by no word of the plan (4.3, IS-23)", async () => {
  const { keeper, lead, draft } = await aScene();
  const open = () => as(keeper, (ctx) => openRound(ctx, asked(draft.id, [lead.organisationId])));

  await open();

  const seen = await as(lead, (ctx) => viewConsultation(ctx, draft.id));
  expect(seen.plan.status).toBe("consultation");
  expect(seen.rounds).toMatchObject([
    { number: 1, closesDay, isOpen: true, mayComment: true, asked: { length: 2 } },
  ]);
  await expect(as(lead, listCommentsWaiting)).resolves.toMatchObject([
    { kind: "comment", dueDay: closesDay },
  ]);
  await expect(
    owner.notification.findMany({ where: { hatId: lead.hatId } }),
  ).resolves.toMatchObject([{ kind: "plan_consulted", reference: "Draft plan" }]);
  await expect(open()).rejects.toThrow("open already");
  await expect(recorded(keeper, "plan.consultation_opened")).resolves.toBe(1);
});

test("a draft goes out with a round of comments and by no other road, by the pages or past them (4.3)", async () => {
  const { keeper, lead, draft } = await aScene();
  const { id: planId } = draft;
  const past = () =>
    as(keeper, ({ tx }) =>
      tx.plan.updateMany({ where: { id: planId }, data: { status: "consultation" } }),
    );
  const write = (status: string) =>
    as(keeper, ({ tx }) =>
      tx.plan.createMany({
        data: {
          ...{ areaId: draft.areaId, title: words, objectiveScheme: "prevent_2023", status },
          ...{ periodStart: new Date("2027-01-01"), periodEnd: new Date("2027-12-31") },
          createdAt: new Date(),
        },
      }),
    );
  const statusNow = async () =>
    (await owner.plan.findUniqueOrThrow({ where: { id: planId } })).status;

  expect(movePlanSchema.safeParse({ planId, version: "1", to: "consultation" }).success).toBe(
    false,
  );
  expect(movePlanSchema.safeParse({ planId, version: "1", to: "draft" }).success).toBe(true);
  await expect(past()).rejects.toThrow("when a round of comments is opened");
  await expect(write("consultation")).rejects.toThrow("begins as a draft");
  await write("draft");
  expect(await statusNow()).toBe("draft");

  await as(keeper, (ctx) => openRound(ctx, asked(planId, [lead.organisationId])));
  expect(await statusNow()).toBe("consultation");

  // Taken back once its round is closed, it goes out again with the next round and not with the last.
  const back = (ctx: Context) => movePlan(ctx, { planId, version: 2, to: "draft" });
  await expect(as(keeper, back)).rejects.toThrow("Close it first");
  const { id: roundId } = await owner.planRound.findFirstOrThrow({ where: { planId } });
  await as(keeper, (ctx) => closeRound(ctx, { roundId }));
  await as(keeper, back);
  await expect(past()).rejects.toThrow("when a round of comments is opened");
  await as(keeper, (ctx) => openRound(ctx, asked(planId, [])));
  expect(await statusNow()).toBe("consultation");
});

test("only organisations of the areas are asked, and only about a draft", async () => {
  const { keeper, draft } = await aScene();
  const stranger = await anActor("agency_lead", { areaId: (await anArea()).id });
  const open = (planId: string, organisationIds: string[]) =>
    as(keeper, (ctx) => openRound(ctx, asked(planId, organisationIds)));
  const approved = await aPlan(keeper);

  await expect(open(draft.id, [stranger.organisationId])).rejects.toThrow(FieldsRefused);
  await expect(open(approved.id, [])).rejects.toThrow(RuleBroken);
  await expect(owner.planRound.count({ where: { areaId: draft.areaId } })).resolves.toBe(0);
});

test("whoever is asked comments on a line while it is open; whoever is not cannot, by the page or past it", async () => {
  const { keeper, lead, other, draft, action } = await aScene();
  const round = await aRound(draft, { organisationIds: [lead.organisationId] });
  const line = { about: "action", id: action.id } as const;
  const say = (who: Actor) =>
    as(who, (ctx) => makeComment(ctx, { roundId: round.id, line, text: words }));
  const past = (who: Actor, change = {}) =>
    as(who, ({ tx }) =>
      tx.planComment.createMany({
        data: {
          ...{ roundId: round.id, planId: draft.id, areaId: draft.areaId, number: 9 },
          ...{ about: "plan", text: "x", sourceKind: "partner", saidOn: new Date(today) },
          ...{ organisationId: who.organisationId, madeByHatId: who.hatId, madeAt: new Date() },
          ...change,
        },
      }),
    );

  await say(lead);

  await expect(as(lead, listCommentsWaiting)).resolves.toEqual([]);
  await expect(as(keeper, listCommentsWaiting)).resolves.toMatchObject([
    { kind: "answer", count: 1 },
  ]);
  const { comments } = await as(other, (ctx) => viewConsultation(ctx, draft.id));
  expect(comments).toMatchObject([{ sourceKind: "partner", actionId: action.id, number: 1 }]);
  for (const who of [other, keeper]) await expect(say(who)).rejects.toThrow(Refusal);
  await expect(past(other)).rejects.toThrow();
  await expect(past(lead, { organisationId: other.organisationId })).rejects.toThrow();
  await expect(past(lead, { disposition: "accepted", reason: "x" })).rejects.toThrow();
  await as(keeper, (ctx) => closeRound(ctx, { roundId: round.id }));
  await expect(say(lead)).rejects.toThrow("takes no more comments");
  await expect(past(lead)).rejects.toThrow();
  await expect(owner.planComment.count({ where: { planId: draft.id } })).resolves.toBe(1);
});

test("after its last day a round takes only what the co-ordinator writes down, with source and day (4.3, 4.7)", async () => {
  const { keeper, lead, draft } = await aScene();
  const late = { organisationIds: [lead.organisationId], closesDay: addDays(today, -1) };
  const { id: roundId } = await aRound(draft, late);
  const letter = { sourceKind: "body", sourceTitle: "Letter", saidDay: "2026-03-04" } as const;
  const event = { sourceKind: "event", sourceTitle: "Evening", saidDay: "2026-03-03" } as const;
  const enter = (who: Actor, source: typeof letter | typeof event) =>
    as(who, (ctx) => enterComment(ctx, { roundId, line: plan, text: words, ...source }));

  await expect(
    as(lead, (ctx) => makeComment(ctx, { roundId, line: plan, text: words })),
  ).rejects.toThrow("takes no more comments");
  await enter(keeper, letter);
  await enter(keeper, event);
  await expect(enter(lead, letter)).rejects.toThrow(Refusal);

  const { comments } = await as(keeper, (ctx) => viewConsultation(ctx, draft.id));
  expect(comments).toMatchObject([
    { number: 1, source: "Letter", saidDay: "2026-03-04" },
    { number: 2, source: "Evening", saidDay: "2026-03-03" },
  ]);
  await as(keeper, (ctx) => closeRound(ctx, { roundId }));
  await expect(enter(keeper, letter)).rejects.toThrow("has been closed");
});

const because = { reason: words };

test("a comment that is accepted changes its action in the same breath, and the action says after whom (4.7, 4.8)", async () => {
  const { keeper, lead, draft, action } = await aScene();
  const round = await aRound(draft);
  const { id: commentId } = await aComment(round, { actionId: action.id });
  const after = "Brief every school and every college";
  const change = { changedPart: "text", after } as const;
  const settle = (who: Actor, version: number) =>
    as(who, (ctx) =>
      settleComment(ctx, { commentId, version, disposition: "accepted", ...because, ...change }),
    );

  await expect(settle(lead, 1)).rejects.toThrow(Refusal);
  await expect(settle(keeper, 7)).rejects.toThrow(Overtaken);
  await settle(keeper, 1);

  await expect(as(lead, (ctx) => getPlanAction(ctx, action.id))).resolves.toMatchObject({
    text: after,
  });
  await expect(as(lead, (ctx) => listCommentsOnAction(ctx, action.id))).resolves.toMatchObject([
    { beforeText: "Brief every school", afterText: after, disposition: "accepted" },
  ]);
  await expect(settle(keeper, 2)).rejects.toThrow("answered already");
  const again = as(keeper, ({ tx }) =>
    tx.planComment.updateMany({ where: { id: commentId }, data: { reason: "Another" } }),
  );
  await expect(again).resolves.toMatchObject({ count: 0 });
  await expect(recorded(keeper, "plan.comment_settled")).resolves.toBe(1);
});

test("a comment on the whole is answered in words, and what is not accepted changes nothing", async () => {
  const { keeper, draft, action } = await aScene();
  const round = await aRound(draft);
  const whole = (await aComment(round)).id;
  const line = (await aComment(round, { actionId: action.id, number: 2 })).id;
  const settle = (input: Parameters<typeof settleComment>[1]) =>
    as(keeper, (ctx) => settleComment(ctx, input));
  const partly = { disposition: "partly", after: words, ...because } as const;

  const wrong = settle({ commentId: whole, version: 1, changedPart: "text", ...partly });
  await expect(wrong).rejects.toThrow(FieldsRefused);
  await settle({ commentId: whole, version: 1, changedPart: "elsewhere", ...partly });
  await settle({ commentId: line, version: 1, disposition: "not_accepted", ...because });

  await expect(as(keeper, (ctx) => getPlanAction(ctx, action.id))).resolves.toMatchObject({
    text: "Brief every school",
    detailsVersion: 1,
  });
  await expect(as(keeper, (ctx) => viewConsultation(ctx, draft.id))).resolves.toMatchObject({
    waiting: 0,
  });
});

const saved = (planId: string, version = 0) => ({ planId, version, ...equalityAnswers });

test("the assessment is a record that is signed once; the plan's own word for it follows (4.10)", async () => {
  const { keeper, lead, draft } = await aScene();
  await owner.plan.update({ where: { id: draft.id }, data: { eiaStatus: "not_started" } });
  const planId = draft.id;
  const save = (who: Actor, version: number) =>
    as(who, (ctx) => saveEquality(ctx, saved(planId, version)));
  const sign = (version: number) =>
    as(keeper, (ctx) =>
      signEquality(ctx, { planId, version, signedBy: "Head of equality", signedDay: "2026-02-01" }),
    );
  const status = async () => (await as(lead, (ctx) => viewEquality(ctx, planId))).plan.eiaStatus;

  await expect(sign(1)).rejects.toThrow("no assessment that waits");
  await save(keeper, 0);
  await expect(status()).resolves.toBe("in_progress");
  await expect(save(keeper, 0)).rejects.toThrow(Overtaken);
  await expect(save(lead, 1)).rejects.toThrow(Refusal);
  await save(keeper, 1);
  await sign(2);
  await expect(status()).resolves.toBe("complete");
  await save(keeper, 0); // the next version of it, which the plan waits for again

  await expect(status()).resolves.toBe("in_progress");
  const { versions } = await as(keeper, (ctx) => viewEquality(ctx, planId));
  expect(versions).toMatchObject([
    { number: 2, signedBy: null },
    { number: 1, signedBy: "Head of equality", signedDay: "2026-02-01" },
  ]);
  const rewrite = as(keeper, ({ tx }) =>
    tx.planEquality.updateMany({ where: { planId, number: 1 }, data: { effect: "Another" } }),
  );
  await expect(rewrite).resolves.toMatchObject({ count: 0 });
});

const put = (planId: string, bodyId: string) => ({
  ...{ planId, bodyId, note: null, submittedDay: "2026-03-01" },
});
const yes = (planId: string) => ({
  ...{ planId, decision: "approved", decidedDay: "2026-03-20" },
});
const approve = (ctx: Context, planId: string) =>
  decidePlan(ctx, yes(planId) as Parameters<typeof decidePlan>[1]);

test("a plan is put to a group once its assessment is complete and no comment waits, and is then approved (4.3, 4.10)", async () => {
  const { areaId, keeper, draft } = await aScene();
  const planId = draft.id;
  const gold = await anActor("gold_reader", { areaId });
  const goldReads = () => as(gold, (ctx) => viewApproval(ctx, planId));
  const body = await aBody(keeper, { name: "Steering group" });
  const elsewhere = await aBody(await anActor("prevent_coordinator"));
  const submit = ({ id } = body) => as(keeper, (ctx) => submitPlan(ctx, put(planId, id)));
  await expect(submit()).rejects.toThrow("out for consultation");
  const round = await aRound(draft);
  const out = { status: "consultation" };
  await owner.plan.update({ where: { id: planId }, data: out });
  await owner.planArea.updateMany({ where: { planId }, data: out });
  const { id: commentId } = await aComment(round);
  await owner.plan.update({ where: { id: planId }, data: { eiaStatus: "in_progress" } });

  await expect(submit()).rejects.toThrow("equality impact assessment has to be complete");
  await owner.plan.update({ where: { id: planId }, data: { eiaStatus: "complete" } });
  await expect(submit()).rejects.toThrow("still open");
  await as(keeper, (ctx) => closeRound(ctx, { roundId: round.id }));
  await expect(submit()).rejects.toThrow("1 comment on the plan waits");
  await expect(as(keeper, (ctx) => approve(ctx, planId))).rejects.toThrow("not been put to");
  await as(keeper, (ctx) =>
    settleComment(ctx, { commentId, version: 1, disposition: "not_accepted", ...because }),
  );
  await expect(submit(elsewhere)).rejects.toThrow(FieldsRefused);
  await submit();
  await expect(submit()).rejects.toThrow("with the group already");
  await expect(goldReads()).rejects.toThrow(NotFound);
  const early = { ...yes(planId), decidedDay: "2026-02-01" } as Parameters<typeof decidePlan>[1];
  await expect(as(keeper, (ctx) => decidePlan(ctx, early))).rejects.toThrow(FieldsRefused);
  await as(keeper, (ctx) => approve(ctx, planId));

  const seen = await goldReads();
  expect(seen.plan).toMatchObject({
    ...{ status: "approved", approvedBy: "Steering group", approvedDay: "2026-03-20" },
  });
  expect(seen.submissions).toMatchObject([
    { decision: "approved", edition: 1, group: { id: body.id }, decidedBy: "Steering group" },
  ]);
  const { plans } = await as(gold, (ctx) => viewBody(ctx, body.id));
  expect(plans).toMatchObject([{ decision: "approved", plan: { id: planId } }]);
  const past = owner.planSubmission.updateMany({
    where: { planId },
    data: { bodyId: elsewhere.id },
  });
  await expect(past).rejects.toThrow();
  await expect(owner.planSnapshot.count({ where: { planId, kind: "approval" } })).resolves.toBe(1);
  await expect(as(keeper, (ctx) => saveEquality(ctx, saved(planId)))).rejects.toThrow(
    "stays as it was",
  );
  await expect(recorded(keeper, "plan.decided")).resolves.toBe(1);
});

test("past the pages too, nothing is approved over comments that wait or without its assessment (4.3, 4.10)", async () => {
  const { keeper, draft } = await aScene();
  const round = await aRound(draft);
  await aComment(round);
  const move = () =>
    as(keeper, ({ tx }) =>
      tx.plan.updateMany({ where: { id: draft.id }, data: { status: "approved" } }),
    );

  await expect(move()).rejects.toThrow("Comments on the plan wait");
  await owner.plan.update({ where: { id: draft.id }, data: { eiaStatus: "in_progress" } });
  await expect(move()).rejects.toThrow("equality impact assessment");
});

test("what a group sends back is a draft again, with what it asks for", async () => {
  const { keeper } = await aScene();
  const sent = await aPlan(keeper, { status: "consultation" });
  await aSubmission(sent);
  const decided = { decidedDay: "2026-03-20" };
  const back = { planId: sent.id, decision: "returned", conditions: words, ...decided } as const;

  await as(keeper, (ctx) => decidePlan(ctx, back));

  const seen = await as(keeper, (ctx) => viewApproval(ctx, sent.id));
  expect(seen.plan).toMatchObject({ status: "draft", approvedBy: null });
  expect(seen.submissions).toMatchObject([{ decision: "returned", conditions: words }]);
});

test("version 2 takes over all that hangs from version 1, and takes its place once it is approved (4.8)", async () => {
  const { keeper, lead } = await aScene();
  const first = await aPlan(keeper);
  const action = await aPlanAction(first, { reference: "1.1" });
  await aMilestone(first, action);
  const { id: measureId } = await aMeasure(first, action);
  const by = { recordedByHatId: keeper.hatId, recordedAt: new Date() };
  const of = { measureId, actionId: action.id, planId: first.id, areaId: first.areaId };
  await owner.planActual.create({
    data: { ...of, quarterOn: new Date("2026-01-01"), number: 1, actual: 12, ...by },
  });
  await someEvidence(first, action);
  const risk = await aRisk(keeper);
  await owner.riskAction.create({
    data: {
      ...{ riskId: risk.id, actionId: action.id, planId: first.id, areaId: first.areaId },
      ...{ linkedByHatId: keeper.hatId, linkedAt: new Date() },
    },
  });
  const start = (who: Actor) => as(who, (ctx) => startVersion(ctx, { planId: first.id }));

  await expect(start(lead)).rejects.toThrow(Refusal);
  const { planId } = await start(keeper);

  await expect(start(keeper)).rejects.toThrow("started already");
  const [copied] = await owner.planAction.findMany({ where: { planId } });
  expect(copied).toMatchObject({ reference: "1.1", continuesId: action.id, version: 1 });
  const actionId = copied?.actionId ?? "";
  await expect(as(lead, (ctx) => getPlanAction(ctx, actionId))).resolves.toMatchObject({
    plan: { edition: 2, status: "draft", eiaStatus: "not_started", replacesId: first.id },
    milestones: { length: 1 },
    measures: [{ latest: { actual: 12 } }],
    evidenceKept: { length: 1 },
  });
  await expect(owner.riskAction.count({ where: { actionId, riskId: risk.id } })).resolves.toBe(1);

  const second = { ...first, id: planId };
  const { id: commentId } = await aComment(await aRound(second), { actionId });
  const change = { changedPart: "text", after: "Brief every school and college" } as const;
  await as(keeper, (ctx) =>
    settleComment(ctx, { commentId, version: 1, disposition: "accepted", ...because, ...change }),
  );
  const status = { status: "consultation", eiaStatus: "complete" };
  await owner.plan.update({ where: { id: planId }, data: status });
  await aSubmission(second);
  await as(keeper, (ctx) => approve(ctx, planId));

  const changes = await as(lead, (ctx) => viewChanges(ctx, planId));
  expect(changes.found).toMatchObject({
    added: [],
    removed: [],
    reworded: [
      {
        action: { actionId },
        words: [{ from: "Brief every school", to: "Brief every school and college" }],
      },
    ],
  });
  expect(changes.comments).toMatchObject([
    { changedActionId: actionId, source: "Letter from the regional office" },
  ]);
  const statuses = await owner.planArea.findMany({
    where: { planId: { in: [first.id, planId] } },
    select: { planId: true, status: true },
  });
  expect(Object.fromEntries(statuses.map((one) => [one.planId, one.status]))).toEqual({
    [first.id]: "superseded",
    [planId]: "approved",
  });
  await expect(start(keeper)).rejects.toThrow("Only a plan that is approved");
});

/** An approved plan with something to publish. */
async function anApprovedPlan() {
  const scene = await aScene();
  const approved = await aPlan(scene.keeper);
  const action = await aPlanAction(approved, { reference: "1.1" });
  const by = { approvedBy: "Steering group", approvedOn: new Date("2026-01-10") };
  await owner.plan.update({ where: { id: approved.id }, data: by });
  return { ...scene, approved, action };
}

const stranger = theSystem();
const publish = (planId: string) => ({ planId, introduction: words, contact: "The town hall" });

test("a stranger reads the words that were published, frozen, and no other (0.4)", async () => {
  const { keeper, approved, action } = await anApprovedPlan();
  const planId = approved.id;
  const lines = [{ actionId: action.id, text: "Every school is offered a briefing" }];
  const set = (text: string) =>
    as(keeper, (ctx) =>
      setPublicLines(ctx, { themeId: approved.themeId, lines: [{ ...lines[0], text } as never] }),
    );
  const make = () => as(keeper, (ctx) => publishPlan(ctx, publish(planId)));

  await expect(make()).rejects.toThrow("Nothing of this plan is public yet");
  await set("Every school is offered a briefing");
  await make();
  const { live } = await as(keeper, (ctx) => viewPublic(ctx, planId));
  const slug = live?.slug ?? "";
  await set("Something that is not published yet");

  const page = await as(stranger, (ctx) => findPublicPlan(ctx, slug));
  expect(page).toMatchObject({
    ...{ edition: 1, approvedBy: "Steering group", approvedDay: "2026-01-10" },
    themes: [
      {
        title: "Channel",
        text: null,
        actions: [{ reference: "1.1", text: "Every school is offered a briefing" }],
      },
    ],
  });
  // Not who leads it, how it stands, nor why: nothing but what was chosen.
  expect(JSON.stringify(page)).not.toMatch(/Head of safeguarding|singled out|not published yet/);
  expect((await as(stranger, listPublicPlans)).filter((one) => one.slug === slug)).toMatchObject([
    { themes: [] },
  ]);

  await as(keeper, (ctx) => withdrawPlan(ctx, { planId, reasons: words }));
  await expect(as(stranger, (ctx) => findPublicPlan(ctx, slug))).resolves.toBeNull();
  const list = await as(stranger, listPublicPlans);
  expect(list.some((one) => one.slug === slug)).toBe(false);
  const again = as(keeper, (ctx) => withdrawPlan(ctx, { planId, reasons: words }));
  await expect(again).rejects.toThrow("Nothing of this plan is published");
  await expect(recorded(keeper, "plan.withdrawn")).resolves.toBe(1);
});

test("a draft is not published, nor what is marked above OFFICIAL, by the page or past it", async () => {
  const { keeper, draft, approved } = await anApprovedPlan();
  await aPublicLine(approved);
  await aPublicLine(draft);
  const make = (planId: string) => as(keeper, (ctx) => publishPlan(ctx, publish(planId)));
  const past = ({ id: planId, areaId }: { id: string; areaId: string }) =>
    as(keeper, ({ tx, now }) =>
      tx.planPublication.createMany({
        data: {
          ...{ planId, areaId, slug: `past-${planId}`, title: "x", coverage: "x", edition: 1 },
          ...{ periodStart: now, periodEnd: now, approvedBy: "x", approvedOn: now },
          ...{ introduction: "x", contact: "x", contents: [], publishedOn: now },
          ...{ publishedByHatId: keeper.hatId, publishedAt: now },
        },
      }),
    );

  await expect(make(draft.id)).rejects.toThrow("Only a plan that is approved is published");
  await expect(past(draft)).rejects.toThrow();
  const secret = { marking: "official_sensitive" };
  await owner.plan.update({ where: { id: approved.id }, data: secret });
  await expect(make(approved.id)).rejects.toThrow("marked above OFFICIAL");
  await expect(past(approved)).rejects.toThrow();
  await expect(owner.planPublication.count({ where: { areaId: draft.areaId } })).resolves.toBe(0);
});

test("what was published stays word for word, and is its keeper's to withdraw", async () => {
  const { keeper, lead, approved } = await anApprovedPlan();
  const { slug } = await aPublication(approved);

  const change = owner.planPublication.updateMany({ where: { slug }, data: { title: "Another" } });
  await expect(change).rejects.toThrow("stays as it was");
  const other = as(lead, (ctx) => withdrawPlan(ctx, { planId: approved.id, reasons: words }));
  await expect(other).rejects.toThrow(Refusal);
  await as(keeper, (ctx) => withdrawPlan(ctx, { planId: approved.id, reasons: words }));
  const back = owner.planPublication.updateMany({
    where: { slug },
    data: { withdrawnAt: null, withdrawnByHatId: null, withdrawnBecause: null },
  });
  await expect(back).rejects.toThrow("stays as it was");
});

test("no page of the consultation asks the database more than eight times", async () => {
  const { keeper, draft, action } = await aScene();
  const round = await aRound(draft);
  const comment = await aComment(round, { actionId: action.id });
  await anEquality(draft);
  const first = await aPlan(keeper);
  await aPlanAction(first);
  const { planId } = await as(keeper, (ctx) => startVersion(ctx, { planId: first.id }));
  const pages: ((ctx: Context) => Promise<unknown>)[] = [
    (ctx) => viewConsultation(ctx, draft.id),
    (ctx) => getComment(ctx, comment.id, "plan:read"),
    (ctx) => viewEquality(ctx, draft.id),
    (ctx) => viewApproval(ctx, draft.id),
    (ctx) => viewChanges(ctx, planId),
    (ctx) => viewPublic(ctx, draft.id),
    listCommentsWaiting,
  ];

  for (const page of pages)
    expect((await countStatements<unknown>(() => as(keeper, page))).count).toBeLessThan(9);
});
