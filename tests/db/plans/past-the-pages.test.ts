import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { withActor } from "@/lib/db/with-actor";
import { publishDecision } from "@/lib/governance/publications/commands";
import { publishPlan } from "@/lib/plans/publication/commands";
import { publishReport } from "@/lib/reports/commands";
import { aComment, aPublicLine, aRound } from "@/tests/support/consultation";
import { aCase, anActor, aSupportAction } from "@/tests/support/factories";
import { aLine } from "@/tests/support/funding";
import {
  aBoardMeeting,
  aBody,
  aHeldMeeting,
  approveMinutesOf,
  twoBodies,
  words,
} from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { anAreaWithAPlan, past } from "@/tests/support/past";
import { anImport } from "@/tests/support/plan-imports";
import { aPlan, aPlanAction, aSnapshot } from "@/tests/support/plans";
import { aProject } from "@/tests/support/projects";
import { aFrozenReport, aReport } from "@/tests/support/reports";
import { aRisk } from "@/tests/support/risks";
import { aRequirement } from "@/tests/support/training";

const at = new Date();
const today = dayOf(at);

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
