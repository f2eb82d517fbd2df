import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { asStatistics, type Context, withActor } from "@/lib/db/with-actor";
import { publishDecision } from "@/lib/governance/publications/commands";
import { publishPlan } from "@/lib/plans/publication/commands";
import { publishReport } from "@/lib/reports/commands";
import { aSelfAssessment } from "@/tests/support/benchmarks";
import { aComment, aPublicLine, aRound } from "@/tests/support/consultation";
import { aConsultation } from "@/tests/support/consultations";
import { aCase, aMeeting, anActor, anArea, aSupportAction } from "@/tests/support/factories";
import { aLine } from "@/tests/support/funding";
import {
  aBoardMeeting,
  aBody,
  aHeldMeeting,
  anEscalation,
  approveMinutesOf,
  aSeat,
  twoBodies,
  words,
} from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { anImport } from "@/tests/support/plan-imports";
import { aPartnership, aPlan, aPlanAction, aSnapshot } from "@/tests/support/plans";
import { anEdition } from "@/tests/support/profile";
import { aProject, aReturn } from "@/tests/support/projects";
import { aFrozenReport, aReport } from "@/tests/support/reports";
import { aRisk } from "@/tests/support/risks";
import { aRequirement } from "@/tests/support/training";

const at = new Date();
const today = dayOf(at);

async function anAreaWithAPlan() {
  const { id: areaId } = await anArea();
  const as = (role: Role) => anActor(role, { areaId });
  const keeper = await as("prevent_coordinator");
  const plan = await aPlan(keeper);
  return { areaId, as, keeper, plan };
}

/** What the application would send if none of its own checks were there. */
const past = <T>(who: Actor, work: (tx: Context["tx"]) => Promise<T>) =>
  withActor(who, ({ tx }) => work(tx));

test("steps, figures and evidence are written by whoever leads the action, and by no other lead (0.5)", async () => {
  const { as, keeper, plan } = await anAreaWithAPlan();
  const [lead, other] = [await as("agency_lead"), await as("agency_lead")];
  const { id: actionId } = await aPlanAction(plan, { ownerOrganisationId: lead.organisationId });
  const of = { actionId, planId: plan.id, areaId: plan.areaId };
  const say = (who: Actor) =>
    past(who, (tx) =>
      tx.planEvidence.createMany({
        data: {
          ...{ ...of, title: "The register", place: "Shared drive", datedOn: toDateColumn(today) },
          ...{ editedByHatId: who.hatId, editedAt: at },
        },
      }),
    );

  await expect(say(other)).rejects.toThrow(/row-level security/);
  await say(lead);
  const change = (who: Actor) =>
    past(who, (tx) => tx.planEvidence.updateMany({ where: { actionId }, data: { place: "?" } }));

  expect([await change(other), await change(lead), await change(keeper)]).toEqual([
    { count: 0 },
    { count: 1 },
    { count: 1 },
  ]);
});

test("what is said of a draft, and what is uploaded for it, stays in its area", async () => {
  const { keeper, plan } = await anAreaWithAPlan();
  const away = await anActor("prevent_coordinator");
  await aComment(await aRound(plan));
  await aPublicLine(plan);
  await anImport(plan);
  const seen = (who: Actor) =>
    past(who, async (tx) => {
      const where = { planId: plan.id };
      return [
        ...[await tx.planRound.count({ where }), await tx.planAsked.count({ where })],
        ...[await tx.planComment.count({ where }), await tx.planPublicLine.count({ where })],
        await tx.planImport.count({ where }),
      ];
    });

  expect(await seen(keeper)).toEqual([1, 1, 1, 1, 1]);
  expect(await seen(away)).toEqual([0, 0, 0, 0, 0]);
});

test("whoever sat on a body until yesterday has none of its papers in the database either", async () => {
  const { as, keeper } = await anAreaWithAPlan();
  const body = await aBody(keeper);
  const [sits, sat] = [await as("steering_member"), await as("steering_member")];
  await aSeat(body, sits);
  await aSeat(body, sat, { untilDay: addDays(today, -1) });
  await aHeldMeeting(body, keeper);
  const seen = (who: Actor) =>
    past(who, async (tx) => {
      const where = { bodyId: body.id };
      return [
        await tx.governanceMeeting.count({ where }),
        await tx.governanceItem.count({ where }),
      ];
    });

  expect(await seen(sits)).toEqual([1, 1]);
  expect(await seen(sat)).toEqual([0, 0]);
});

test("minutes that were approved take no paper and no attendance, and were approved at a later meeting (2.8)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const body = await aBody(keeper);
  const { id: memberId } = await aSeat(body, keeper);
  const { meetingId, itemId } = await aHeldMeeting(body, keeper);
  const earlier = await aBoardMeeting(body, keeper, { day: addDays(today, -60), status: "held" });
  const of = { meetingId, bodyId: body.id, areaId: body.areaId };
  const approve = past(keeper, (tx) =>
    tx.governanceMeeting.updateMany({
      where: { id: meetingId },
      data: {
        ...{ minutesText: "x", minutesApprovedAtId: earlier.id, minutesApprovedBy: "x" },
        ...{ minutesApprovedByHatId: keeper.hatId, minutesApprovedOn: toDateColumn(today) },
      },
    }),
  );

  await expect(approve).rejects.toThrow(/later meeting/);
  await approveMinutesOf(body, meetingId, keeper);
  const file = past(keeper, (tx) =>
    tx.governancePaper.createMany({
      data: {
        ...{ ...of, itemId, title: "x", marking: "official", bodyText: words },
        ...{ addedByHatId: keeper.hatId, addedAt: at },
      },
    }),
  );
  await expect(file).rejects.toThrow(/stay as they were/);
  const attend = past(keeper, (tx) =>
    tx.governanceAttendance.createMany({
      data: { ...of, memberId, state: "present", notedByHatId: keeper.hatId, notedAt: at },
    }),
  );

  await expect(attend).rejects.toThrow(/stay as they were/);
});

test("a decision is made public from approved minutes alone, in their words (2.8)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const body = await aBody(keeper);
  const { meetingId, itemId } = await aHeldMeeting(body, keeper, { isDecided: true });
  const item = await owner.governanceItem.findUniqueOrThrow({ where: { id: itemId } });
  const heldOn = toDateColumn(addDays(today, -30));
  const publish = (decision = item.decision ?? "") =>
    past(keeper, (tx) =>
      tx.governancePublication.createMany({
        data: {
          ...{ itemId, meetingId, bodyId: body.id, areaId: body.areaId, bodyName: body.name },
          ...{ heldOn, title: item.title, decisionKind: "agreed", decision },
          ...{ publishedByHatId: keeper.hatId, publishedAt: at },
        },
      }),
    );

  await expect(publish()).rejects.toThrow(/approved minutes/);
  await approveMinutesOf(body, meetingId, keeper);
  await expect(publish("Agreed something else.")).rejects.toThrow(/approved minutes/);
  await expect(publish()).resolves.toEqual({ count: 1 });
});

test("a question is answered by the body that was asked, and never by whoever asks (4.2)", async () => {
  const { areaId: northId, as, keeper, plan } = await anAreaWithAPlan();
  const south = await anActor("prevent_coordinator");
  const { id: partnershipId } = await aPartnership([northId, south.areaId]);
  const gold = await aBody(south, { kind: "gold", partnershipId });
  const steering = await aBody(keeper, { parentId: gold.id });
  const chair = await anActor("gold_reader", { areaId: south.areaId });
  await aSeat(gold, chair, { role: "chair" });
  const member = await as("gold_reader");
  await aSeat(gold, member);
  const { id: actionId } = await aPlanAction(plan, { rag: "red" });
  const { id } = await anEscalation(steering, gold, keeper, { actionId });
  const meeting = await aBoardMeeting(gold, south, { day: today, status: "held" });
  const answer = (who: Actor) =>
    past(who, (tx) =>
      tx.governanceEscalation.updateMany({
        where: { id },
        data: {
          ...{ state: "answered", answer: "Yes", answerReasons: words, answeredAtId: meeting.id },
          ...{ answeredByHatId: who.hatId, answeredAt: at },
        },
      }),
    );

  await expect(answer(keeper)).rejects.toThrow(/row-level security/);
  expect(await answer(member)).toEqual({ count: 0 });
  expect(await answer(chair)).toEqual({ count: 1 });
});

test("nothing of the plan is linked to an action of a case, nor to what its writer does not see (3.6)", async () => {
  const { areaId, keeper, plan } = await anAreaWithAPlan();
  const worker = await anActor("coordinator", { areaId });
  const { id: ofACase } = await aSupportAction(await aCase({ areaId }), worker);
  const away = await anActor("prevent_coordinator");
  const elsewhere = await aPlan(away);
  const { id: ofAnother } = await aPlanAction(elsewhere);
  const [{ id: riskId }, snapshot] = [
    await aRisk(away),
    await aSnapshot(elsewhere, { id: ofAnother, planId: elsewhere.id }),
  ];
  const project = await aProject(keeper);
  const line = await aLine(keeper);
  const { gold, steering } = await twoBodies(keeper);
  const meeting = await aBoardMeeting(gold, keeper);
  const needed = await aRequirement(keeper);
  const [{ id: planId }, by] = [plan, { linkedByHatId: keeper.hatId, linkedAt: at }];
  const link = {
    project: (actionId: string) =>
      past(keeper, (tx) =>
        tx.projectAction.createMany({
          data: { projectId: project.id, actionId, planId, areaId, ...by },
        }),
      ),
    money: (actionId: string) =>
      past(keeper, (tx) =>
        tx.fundingAction.createMany({
          data: { lineId: line.id, actionId, planId, areaId, ...by },
        }),
      ),
    agenda: (about: { actionId: string } | { riskId: string }) =>
      past(keeper, (tx) =>
        tx.governanceItem.createMany({
          data: {
            ...{ meetingId: meeting.id, bodyId: gold.id, areaId, position: 1, kind: "other" },
            ...{ title: "x", isExempt: false, addedByHatId: keeper.hatId, addedAt: at, ...about },
          },
        }),
      ),
    question: (about: { actionId: string } | { riskId: string }) =>
      past(keeper, (tx) =>
        tx.governanceEscalation.createMany({
          data: {
            ...{ areaId, fromBodyId: steering.id, toBodyId: gold.id, title: "x", ...about },
            ...{ question: words, options: words, recommendation: words },
            ...{ raisedByHatId: keeper.hatId, raisedAt: at },
          },
        }),
      ),
    training: (actionId: string) =>
      past(keeper, (tx) =>
        tx.trainingRequirement.updateMany({ where: { id: needed.id }, data: { actionId } }),
      ),
    evidence: () =>
      past(keeper, (tx) =>
        tx.project.updateMany({
          where: { id: project.id },
          data: { basis: "risk", targetGroup: "Young people", riskId },
        }),
      ),
    report: () =>
      past(keeper, (tx) =>
        tx.boardReport.createMany({
          data: {
            ...{ areaId, reference: "RPT-X-1", template: "board", title: "x", board: "x" },
            ...{ purpose: "decision", author: "x", contact: "x", snapshotId: snapshot.id },
            ...{ addedByHatId: keeper.hatId, addedAt: at, editedByHatId: keeper.hatId },
            editedAt: at,
          },
        }),
      ),
  };

  for (const actionId of [ofACase, ofAnother]) {
    await expect(link.project(actionId)).rejects.toThrow(/is not there/);
    await expect(link.money(actionId)).rejects.toThrow(/is not there/);
    await expect(link.training(actionId)).rejects.toThrow(/is not there/);
    await expect(link.agenda({ actionId })).rejects.toThrow(/is not there/);
    await expect(link.question({ actionId })).rejects.toThrow(/is not there/);
  }
  await expect(link.agenda({ riskId })).rejects.toThrow(/is not there/);
  await expect(link.question({ riskId })).rejects.toThrow(/is not there/);
  await expect(link.evidence()).rejects.toThrow(/is not there/);
  await expect(link.report()).rejects.toThrow(/is not there/);
  const { id: own } = await aPlanAction(plan);
  await link.project(own);
  await link.money(own);
  await link.training(own);
  await link.agenda({ actionId: own });
  await link.question({ actionId: own });
});

test("a self-assessment stays in its area, shows what is seen there, and is judged by others (8.5)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const away = await anActor("prevent_coordinator");
  const lead = await as("agency_lead");
  const { id: assessmentId, answerId } = await aSelfAssessment(keeper, { level: 2 });
  const duty = await aSelfAssessment(lead, { level: 2, organisationId: lead.organisationId });
  const beside = await anActor("agency_lead", { areaId, organisationId: lead.organisationId });
  const [edition, { id: actionId }] = [await anEdition(away), await aPlanAction(await aPlan(away))];
  const show = (link: { kind: string; editionId?: string; actionId?: string }) =>
    past(keeper, (tx) =>
      tx.benchmarkEvidence.createMany({
        data: {
          ...{ answerId, assessmentId, areaId, title: "x", place: "x", ...link },
          ...{ datedOn: toDateColumn(today), addedByHatId: keeper.hatId, addedAt: at },
        },
      }),
    );
  const judge = (who: Actor, of: { id: string; answerId: string }) =>
    past(who, (tx) =>
      tx.benchmarkChallenge.createMany({
        data: {
          ...{ answerId: of.answerId, assessmentId: of.id, areaId, verdict: "agree", note: "x" },
          ...{ organisationId: who.organisationId, challengedByHatId: who.hatId },
          challengedOn: toDateColumn(today),
        },
      }),
    );
  const area = { id: assessmentId, answerId };
  const seen = (who: Actor) =>
    past(who, (tx) => tx.benchmarkAnswer.count({ where: { id: answerId } }));

  await expect(show({ kind: "profile_edition", editionId: edition.id })).rejects.toThrow(
    /security/,
  );
  await expect(show({ kind: "action", actionId })).rejects.toThrow(/security/);
  await expect(judge(keeper, area)).rejects.toThrow(/security/);
  await expect(judge(beside, duty)).rejects.toThrow(/security/);
  await judge(lead, area);
  expect([await seen(keeper), await seen(away)]).toEqual([1, 0]);
});

test("what was done together is read by whoever was part of it, and meetings are counted in their own area (2.5, 6.7)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const [one, other, none] = [
    await as("agency_lead"),
    await as("agency_lead"),
    await as("agency_lead"),
  ];
  await owner.cooperationEntry.create({
    data: {
      ...{ areaId, organisationId: one.organisationId, partnerIds: [other.organisationId] },
      ...{ happenedOn: toDateColumn(today), what: words, place: "x" },
      ...{ loggedByHatId: one.hatId, loggedAt: at },
    },
  });
  const seen = (who: Actor) => past(who, (tx) => tx.cooperationEntry.count());
  const { id: elsewhere } = await anArea();
  for (const of of [areaId, elsewhere, elsewhere]) await aMeeting({ areaId: of, status: "closed" });
  const held = await withActor(keeper, (ctx) =>
    asStatistics(
      ctx,
      () => ctx.tx.$queryRaw<{ n: number }[]>`
        select n::int from stats_meetings('2000-01-01', '2100-01-01') where measure = 'held'`,
    ),
  );

  expect([await seen(one), await seen(other), await seen(none)]).toEqual([1, 1, 0]);
  expect(held).toEqual([{ n: 1 }]);
});

test("a project and its returns stay in their area, and what was returned stays as it was (0.7)", async () => {
  const { keeper } = await anAreaWithAPlan();
  const away = await anActor("prevent_coordinator");
  const project = await aProject(keeper, { status: "delivery" });
  const { id } = await aReturn(project);
  const seen = (who: Actor) =>
    past(who, async (tx) => [
      await tx.project.count({ where: { id: project.id } }),
      await tx.projectReturn.count({ where: { id } }),
    ]);
  const report = (progress: string) =>
    past(keeper, (tx) =>
      tx.projectReturn.updateMany({
        where: { id },
        data: {
          ...{ progress, shown: {}, recordedOn: toDateColumn(today) },
          recordedByHatId: keeper.hatId,
        },
      }),
    );

  expect([await seen(keeper), await seen(away)]).toEqual([
    [1, 1],
    [0, 0],
  ]);
  expect(await report("As planned.")).toEqual({ count: 1 });
  await expect(report("Otherwise.")).rejects.toThrow(/corrected with a reason/);
});

test("only somebody of the area is asked to approve a report before it is published (BR-02)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const { id: reportId } = await aReport(keeper);
  const name = ({ hatId }: Actor, post: string) =>
    past(keeper, (tx) =>
      tx.reportApprover.createMany({
        data: {
          ...{ reportId, areaId, role: "finance", post, hatId },
          ...{ namedByHatId: keeper.hatId, namedAt: at },
        },
      }),
    );

  await expect(name(await anActor("steering_member"), "x")).rejects.toThrow(/of the area/);
  await expect(name(await as("steering_member"), "y")).resolves.toEqual({ count: 1 });
});

test("what goes to everybody names no case and no referral, wherever its words came from (IS-23)", async () => {
  const { keeper, plan } = await anAreaWithAPlan();
  const body = await aBody(keeper);
  const named = "Agreed to write about PC-2026-0012.";
  const { meetingId, itemId } = await aHeldMeeting(body, keeper, { isDecided: true });
  await owner.governanceItem.update({ where: { id: itemId }, data: { decision: named } });
  await approveMinutesOf(body, meetingId, keeper);
  const { id: reportId, version } = await aReport(keeper, {
    status: "in_approval",
    hasApproval: true,
  });
  const says = (words: object) =>
    owner.reportVersion.updateMany({
      where: { reportId },
      data: { content: { ...aFrozenReport(), ...words } as unknown as Prisma.InputJsonValue },
    });
  await aPublicLine(plan);
  await owner.planTheme.update({ where: { id: plan.themeId }, data: { title: "R-2026-0007" } });
  await owner.plan.update({
    where: { id: plan.id },
    data: { approvedBy: "Steering group", approvedOn: toDateColumn(today) },
  });
  const report = (isPublic: boolean) =>
    withActor(keeper, (ctx) => publishReport(ctx, { reportId, version, isPublic }));

  await expect(withActor(keeper, (ctx) => publishDecision(ctx, { itemId }))).rejects.toThrow(
    /names a case/,
  );
  for (const words of [{ title: named }, { contact: "Ask for pc 2026 0012" }]) {
    await says(words);
    await expect(report(true)).rejects.toThrow(/names a case/);
  }
  await expect(
    withActor(keeper, (ctx) =>
      publishPlan(ctx, { planId: plan.id, introduction: words, contact: "The council" }),
    ),
  ).rejects.toThrow(/names a case/);
  await expect(report(false)).resolves.toEqual({ reportId });
});

test("a report is in the database for whoever may read it, as far as it has come, and its text for its keeper (BR-03)", async () => {
  const { as, keeper } = await anAreaWithAPlan();
  const [steering, gold] = [await as("steering_member"), await as("gold_reader")];
  const away = await anActor("steering_member");
  const ids = [
    await aReport(keeper),
    await aReport(keeper, { status: "in_approval" }),
    await aReport(keeper, { status: "published" }),
  ].map(({ id }) => id);
  const seen = (who: Actor) =>
    past(who, async (tx) => [
      await tx.boardReport.count({ where: { id: { in: ids } } }),
      await tx.reportSection.count({ where: { reportId: { in: ids } } }),
      await tx.reportVersion.count({ where: { reportId: { in: ids } } }),
    ]);

  expect((await seen(keeper))[0]).toBe(3);
  expect(await seen(steering)).toEqual([2, 0, 6]);
  expect(await seen(gold)).toEqual([1, 0, 1]);
  expect(await seen(away)).toEqual([0, 0, 0]);
});

test("a response is there for those who were asked, with their own words, and its questions stay once it is signed (2.1)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const [asked, beside] = [await as("steering_member"), await as("steering_member")];
  const open = await aConsultation(keeper, { contributorHatId: asked.hatId });
  const signed = await aConsultation(keeper, { status: "signed_off" });
  const of = { consultationId: open.id, areaId, questionId: open.questionId };
  await owner.consultationContributor.create({
    data: {
      ...{ consultationId: open.id, areaId, hatId: beside.hatId, askedAt: at },
      askedByHatId: keeper.hatId,
    },
  });
  await owner.consultationAnswer.createMany({
    data: [asked, beside].map(({ hatId }) => ({ ...of, hatId, body: "x", saidAt: at })),
  });
  const seen = (who: Actor) =>
    past(who, async (tx) => [
      await tx.consultation.count({ where: { id: { in: [open.id, signed.id] } } }),
      await tx.consultationAnswer.count({ where: { consultationId: open.id } }),
    ]);
  const draft = (id: string) =>
    past(keeper, (tx) =>
      tx.consultationQuestion.updateMany({ where: { id }, data: { draft: "x" } }),
    );

  expect([await seen(keeper), await seen(asked), await seen(await as("steering_member"))]).toEqual([
    [2, 2],
    [1, 1],
    [0, 0],
  ]);
  expect([await draft(open.questionId), await draft(signed.questionId)]).toEqual([
    { count: 1 },
    { count: 0 },
  ]);
});
