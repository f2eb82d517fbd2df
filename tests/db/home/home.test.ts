import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import { withActor } from "@/lib/db/with-actor";
import { viewHome } from "@/lib/home/queries";
import type { Waiting } from "@/lib/home/waiting/labels";
import { aRound } from "@/tests/support/consultation";
import { aConsultation } from "@/tests/support/consultations";
import {
  aCase,
  aMeeting,
  anActor,
  anArea,
  anItem,
  aReferral,
  aWorker,
} from "@/tests/support/factories";
import { aLine, anEntry } from "@/tests/support/funding";
import { anEscalation, aSeat, twoBodies } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aMeasure, aPlan, aPlanAction } from "@/tests/support/plans";
import { aReport } from "@/tests/support/reports";
import { aRisk } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const morning = new Date("2026-11-20T09:00:00Z");
const home = (who: Actor, now = morning) => withActor(who, viewHome, now);
const waitingOf = async (who: Actor, kind: Waiting) =>
  (await home(who)).waiting.find((group) => group.kind === kind);

const roles = Object.keys(roleLabels) as Role[];

test.for(roles)("home for a %s asks the database no more than eight times", async (role) => {
  const who = await anActor(role);
  await home(who, new Date("2026-11-19T09:00:00Z"));

  const { count, value } = await countStatements(() => home(who));

  expect(count).toBeLessThan(9);
  expect(value.since).toEqual(new Date("2026-11-19T09:00:00Z"));
});

test("what is late comes first and is counted; beyond the first five stands how many there are", async () => {
  const areaId = (await anArea()).id;
  const gateway = await anActor("gateway_officer", { areaId });
  const referrals = [];
  for (let made = 0; made < 7; made += 1)
    referrals.push(await aReferral({ areaId, submittedAt: new Date("2026-11-18") }));
  const late = referrals[6]?.reference ?? "";
  await owner.referral.updateMany({
    where: { areaId },
    data: { screeningDueOn: new Date("2026-11-25") },
  });
  await owner.referral.updateMany({
    where: { areaId, reference: late },
    data: { screeningDueOn: new Date("2026-11-19") },
  });

  const group = await waitingOf(gateway, "to_screen");

  expect(group).toMatchObject({ total: 7, late: 1, items: { length: 5 } });
  expect(group?.items[0]).toEqual({
    text: late,
    path: `/referrals/${late}`,
    due: "2026-11-19",
    isLate: true,
  });
});

test("a coordinator sees their own cases by step, their late requests and what has no agenda", async () => {
  const areaId = (await anArea()).id;
  const [cora, carl] = [
    await anActor("coordinator", { areaId }),
    await anActor("coordinator", { areaId }),
  ];
  const asked = await anActor("referrer", { areaId });
  const gathering = await aCase({ areaId, coordinator: cora });
  const listed = await aCase({ areaId, coordinator: cora, caseStatus: "panel_listed" });
  const onAgenda = await aCase({ areaId, coordinator: cora, caseStatus: "panel_listed" });
  await anItem(onAgenda, { other: cora });
  await owner.informationRequest.create({
    data: {
      caseId: gathering.id,
      areaId,
      organisationId: asked.organisationId,
      reference: gathering.reference,
      dataKeyId: gathering.dataKeyId,
      personName: "Rowan Marsh",
      personBorn: "17 May 2009",
      question: "What do you know?",
      lawfulBasis: "safeguarding",
      dueOn: new Date("2026-11-10"),
      askedByHatId: cora.hatId,
      askedAt: new Date("2026-11-01"),
    },
  });

  const mine = await home(cora);

  expect(mine.steps).toMatchObject([
    { status: "info_gathering", count: 1, isCapped: false },
    { status: "panel_listed", count: 2, isCapped: false },
  ]);
  expect(await waitingOf(cora, "late_requests")).toMatchObject({
    total: 1,
    items: [{ text: gathering.reference, path: `/cases/${gathering.reference}/requests` }],
  });
  expect(await waitingOf(cora, "to_list")).toMatchObject({
    total: 1,
    items: [{ text: listed.reference }],
  });
  await expect(waitingOf(asked, "requests")).resolves.toMatchObject({
    items: [{ text: gathering.reference, isLate: true }],
  });
  expect(JSON.stringify(await home(asked))).not.toContain("Rowan");
  expect(await home(carl)).toMatchObject({ waiting: [], steps: [] });
});

test("a chair finds decisions to record, assessments to read and the next meeting", async () => {
  const areaId = (await anArea()).id;
  const chair = await anActor("chair", { areaId });
  const cora = await anActor("coordinator", { areaId });
  const onCase = await aCase({ areaId, coordinator: cora, caseStatus: "panel_listed" });
  await aWorker(onCase.id, chair);
  const today = await aMeeting({ areaId, heldOn: "2026-11-20" });
  const item = await anItem(onCase, { chair }, { meetingId: today.id });

  expect(await waitingOf(chair, "decisions")).toMatchObject({
    items: [{ text: onCase.reference, path: `/meetings/${today.id}/items/${item.id}` }],
  });
  expect(await waitingOf(chair, "meetings")).toMatchObject({
    items: [{ path: `/meetings/${today.id}`, due: "2026-11-20" }],
  });
});

test("a meeting that is cancelled is not among the next ones, and a case on its agenda waits for another", async () => {
  const areaId = (await anArea()).id;
  const coordinator = await anActor("coordinator", { areaId });
  const onCase = await aCase({ areaId, caseStatus: "panel_listed" });
  await aWorker(onCase.id, coordinator);
  const { id: meetingId } = await aMeeting({ areaId, heldOn: "2026-11-25", status: "planned" });
  await anItem(onCase, { other: coordinator }, { meetingId });
  const waits = async () => [
    (await waitingOf(coordinator, "meetings"))?.total,
    (await waitingOf(coordinator, "to_list"))?.total,
  ];

  expect(await waits()).toEqual([1, undefined]);
  await owner.meeting.update({ where: { id: meetingId }, data: { status: "cancelled" } });
  expect(await waits()).toEqual([undefined, 1]);
});

test("TL-03 the gateway sees when its decision is due, and not what else of the case is late", async () => {
  const areaId = (await anArea()).id;
  const gateway = await anActor("gateway_officer", { areaId });
  const { id: caseId } = await aCase({ areaId, caseStatus: "s36_decision" });
  const clock = { areaId, caseId, startedOn: new Date("2026-11-01") };
  await owner.clock.createMany({
    data: [
      {
        ...clock,
        kind: "s36_decision",
        ownerRole: "gateway_officer",
        dueOn: new Date("2026-11-24"),
      },
      { ...clock, kind: "case_review", ownerRole: "coordinator", dueOn: new Date("2026-11-12") },
    ],
  });

  expect(await waitingOf(gateway, "to_decide")).toMatchObject({
    late: 0,
    items: [{ due: "2026-11-24" }],
  });
});

test("a mentor finds the actions that are theirs, by reference alone", async () => {
  const areaId = (await anArea()).id;
  const mentor = await anActor("provider", { areaId });
  const cora = await anActor("coordinator", { areaId });
  const onCase = await aCase({ areaId, coordinator: cora, caseStatus: "in_support" });
  await aWorker(onCase.id, mentor);
  const action = await owner.action.create({
    data: {
      areaId,
      kind: "support",
      caseId: onCase.id,
      title: "Mentoring for Rowan",
      ownerOrganisationId: mentor.organisationId,
      ownerHatId: mentor.hatId,
      dueOn: new Date("2026-11-19"),
      firstDueOn: new Date("2026-11-19"),
      addedByHatId: cora.hatId,
      addedAt: morning,
    },
    select: { id: true },
  });

  const mine = await home(mentor);

  expect(mine.waiting).toEqual([
    {
      kind: "actions",
      total: 1,
      late: 1,
      items: [
        { text: onCase.reference, path: `/actions/${action.id}`, due: "2026-11-19", isLate: true },
      ],
    },
  ]);
});

test("the plan speaks to each: exceptions to steering, overdue updates to owners, the plan to gold", async () => {
  const areaId = (await anArea()).id;
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const plan = await aPlan(keeper);
  const red = await aPlanAction(plan, { rag: "red", lastUpdate: "2026-11-15" });
  const silent = await aPlanAction(plan, {
    ownerOrganisationId: lead.organisationId,
    lastUpdate: "2026-10-10",
  });
  const [steering, gold] = [
    await anActor("steering_member", { areaId }),
    await anActor("gold_reader", { areaId }),
  ];

  expect(await waitingOf(steering, "exceptions")).toMatchObject({
    total: 1,
    items: [{ path: `/plan/actions/${red.id}` }],
  });
  expect(await waitingOf(lead, "plan_actions")).toMatchObject({
    total: 1,
    items: [{ path: `/plan/actions/${silent.id}` }],
  });
  const { waiting, toRead } = await home(gold);
  expect(toRead).toMatchObject([
    { kind: "approved_plan", items: [{ path: `/plan?plan=${plan.id}` }] },
  ]);
  expect(waiting).toEqual([]);
  expect(await waitingOf(gold, "exceptions")).toBeUndefined();
});

test("a partner lead sees the measures to report, the risks they own and the drafts to comment on; steering the risks nobody has reviewed", async () => {
  const areaId = (await anArea()).id;
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const other = await anActor("agency_lead", { areaId });
  const steering = await anActor("steering_member", { areaId });
  const { organisationId } = lead;
  const plan = await aPlan(keeper);
  const led = await aPlanAction(plan, { ownerOrganisationId: organisationId });
  const measure = await aMeasure(plan, led);
  const risk = await aRisk(keeper, { ownerOrganisationId: organisationId });
  await owner.risk.update({ where: { id: risk.id }, data: { reviewOn: new Date("2026-11-19") } });
  const draft = await aPlan(keeper, { status: "consultation" });
  await aRound(draft, { organisationIds: [organisationId], closesDay: "2026-12-10" });

  const paths = async (who: Actor, kind: Waiting) =>
    (await waitingOf(who, kind))?.items.map(({ path }) => path);
  expect(await paths(lead, "measures")).toEqual([`/plan/measures/${measure.id}`]);
  expect(await paths(lead, "risks")).toEqual([`/plan/risks/${risk.id}`]);
  expect(await paths(lead, "comments")).toEqual([`/plan/consultation?plan=${draft.id}`]);
  expect(await paths(steering, "unreviewed")).toEqual([`/plan/risks/${risk.id}`]);
  for (const kind of ["measures", "risks", "comments"] as const)
    expect(await paths(other, kind)).toBeUndefined();

  await owner.planActual.create({
    data: {
      ...{ measureId: measure.id, actionId: led.id, planId: plan.id, areaId, number: 1 },
      ...{ quarterOn: new Date("2026-07-01"), actual: 12, recordedByHatId: lead.hatId },
      recordedAt: morning,
    },
  });
  expect(await paths(lead, "measures")).toBeUndefined();
});

test("what boards ask of somebody is on their home: approvals, contributions, questions, what is overspent; and, beside it, what was published", async () => {
  const areaId = (await anArea()).id;
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const gold = await anActor("gold_reader", { areaId });
  const steering = await anActor("steering_member", { areaId });
  const report = await aReport(keeper, { status: "in_approval", approverHatId: lead.hatId });
  const given = await aReport(keeper, {
    ...{ status: "in_approval", approverHatId: lead.hatId, hasApproval: true },
  });
  const asked = await aConsultation(keeper, { contributorHatId: lead.hatId });
  const groups = await twoBodies(keeper);
  await aSeat(groups.gold, gold);
  await aSeat(groups.steering, steering);
  const red = await aPlanAction(await aPlan(keeper), { rag: "red" });
  const question = await anEscalation(groups.steering, groups.gold, keeper, { actionId: red.id });
  const [within, over] = [
    await aLine(keeper, { budget: 100 }),
    await aLine(keeper, { budget: 100 }),
  ];
  await anEntry(within, keeper, "spent", 100);
  await anEntry(over, keeper, "spent", 101);
  const published = await aReport(keeper, { status: "published" });

  const now = new Date();
  const paths = async (who: Actor, kind: Waiting, list: "waiting" | "toRead" = "waiting") =>
    (await home(who, now))[list]
      .find((group) => group.kind === kind)
      ?.items.map(({ path }) => path);
  expect(await paths(lead, "approvals")).toEqual([`/plan/reports/${report.id}`]);
  expect(await paths(lead, "approvals")).not.toContain(`/plan/reports/${given.id}`);
  expect(await paths(lead, "contributions")).toEqual([`/plan/consultations/${asked.id}`]);
  expect(await paths(gold, "questions")).toEqual([`/meetings/escalations/${question.id}`]);
  expect(await paths(steering, "questions")).toBeUndefined(); // they asked it
  expect(await paths(steering, "overspent")).toEqual([`/plan/funding/lines/${over.id}`]);
  expect(await paths(gold, "reports", "toRead")).toEqual([`/plan/reports/${published.id}`]);
  expect(await paths(gold, "reports")).toBeUndefined();
  expect(await paths(gold, "questions", "toRead")).toBeUndefined();
  for (const kind of ["approvals", "contributions"] as const)
    expect(await paths(steering, kind)).toBeUndefined();
});

test("news is what moved since the last visit, and a visit lasts until half an hour of quiet", async () => {
  const areaId = (await anArea()).id;
  const cora = await anActor("coordinator", { areaId });
  const old = await aCase({ areaId, coordinator: cora, openedAt: new Date("2026-11-01") });
  const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);

  const first = await home(cora, at("09:00"));
  const moved = await aCase({ areaId, coordinator: cora, openedAt: at("09:30") });
  const second = await home(cora, at("10:00"));
  const again = await home(cora, at("10:20"));
  const later = await home(cora, at("14:00"));

  expect(first).toMatchObject({ since: null, changes: [] });
  expect(second.since).toEqual(at("09:00"));
  expect(second.changes.map(({ text }) => text)).toEqual([moved.reference]);
  expect(again).toMatchObject({ since: at("09:00"), changes: second.changes });
  expect(later).toMatchObject({ since: at("10:20"), changes: [] });
  expect(old.reference).not.toBe(moved.reference);
});
