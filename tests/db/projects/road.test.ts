import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, fromDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { totalsOfProject } from "@/lib/funding/queries";
import { makeAction } from "@/lib/profile/recommendations/commands";
import { addProject, editProject } from "@/lib/projects/commands";
import { linkProject, unlinkProject } from "@/lib/projects/links/commands";
import {
  listActionsOfProject,
  listProjectsOfAction,
  listProjectsOfEdition,
} from "@/lib/projects/links/queries";
import { addProjectMeasure, recordReached } from "@/lib/projects/measures/commands";
import {
  answerOutline,
  closeProject,
  decideBid,
  makeBid,
  putOutline,
  startDelivery,
  startEvaluation,
  withdrawProject,
} from "@/lib/projects/moves/commands";
import { addProvider, editProvider, recordCheck } from "@/lib/projects/providers/commands";
import { viewProvider } from "@/lib/projects/providers/queries";
import { listLessons, listProjects, viewProject } from "@/lib/projects/queries";
import { correctReturn, recordReturn } from "@/lib/projects/returns/commands";
import type { CorrectReturn, EditProvider } from "@/lib/projects/schema";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { anEdition, aRecommendation } from "@/tests/support/profile";
import {
  aBid,
  aProject,
  aProjectMeasure,
  aProvider,
  aRecordedReturn,
  aReturn,
  aWholeProject,
} from "@/tests/support/projects";
import { today } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const words = "It is said here in as many words as the form asks for, and in a few more besides.";

async function aProgramme() {
  const { id: areaId } = await anArea();
  return {
    areaId,
    keeper: await anActor("prevent_coordinator", { areaId }),
    steering: await anActor("steering_member", { areaId }),
    lead: await anActor("agency_lead", { areaId }),
    gold: await anActor("gold_reader", { areaId }),
    auditor: await anActor("auditor", { areaId }),
  };
}

const see = (who: Actor, id: string) => withActor(who, (ctx) => viewProject(ctx, id));
const stored = (id: string) => owner.project.findUniqueOrThrow({ where: { id } });
const eventsOf = async ({ userId }: Actor) =>
  (await owner.auditEvent.findMany({ where: { actor: userId } })).map(({ type }) => type);
const delivery = (projectId: string, version = 1) => ({
  ...{ projectId, version, startDay: today, endDay: addDays(today, 120) },
  ...{ deliveryPlan: words, safeguarding: words },
});

test("a project goes the whole road from idea to lessons, each step in its turn and on the record (8.10, 0.7)", async () => {
  const { keeper, gold } = await aProgramme();
  const { id: providerId } = await aProvider(keeper);
  const { projectId } = await withActor(keeper, (ctx) =>
    addProject(ctx, aWholeProject(keeper, { providerId })),
  );
  let version = 0;
  const on = () => ({ projectId, version: ++version });
  const then = (work: Parameters<typeof withActor>[1]) => withActor(keeper, work);

  await expect(see(gold, projectId)).rejects.toThrow(NotFound);
  await then((ctx) =>
    putOutline(ctx, { ...on(), outline: words, group: "Steering", outlineDay: today }),
  );
  const early = withActor(keeper, (ctx) =>
    makeBid(ctx, { projectId, version, funder: "Home Office", amount: 1, bidDay: today }),
  );
  await expect(early).rejects.toThrow(RuleBroken);
  await then((ctx) =>
    answerOutline(ctx, { ...on(), answer: "supported", reasons: words, answerDay: today }),
  );
  await then((ctx) =>
    makeBid(ctx, { ...on(), funder: "Home Office", amount: 2_450_050, bidDay: today }),
  );
  await then((ctx) =>
    decideBid(ctx, {
      ...on(),
      decision: "approved",
      awarded: 2_200_000,
      reasons: words,
      decidedDay: today,
    }),
  );
  const unmeasured = withActor(keeper, (ctx) =>
    startDelivery(ctx, delivery(projectId, version + 1)),
  );
  await expect(unmeasured).rejects.toThrow(/output or outcome/);
  await then((ctx) =>
    addProjectMeasure(ctx, {
      ...{ projectId, type: "output", name: "Evenings", unit: "sessions", target: 12 },
      source: "The register",
    }),
  );
  await then((ctx) => startDelivery(ctx, delivery(projectId, ++version)));
  await then((ctx) => startEvaluation(ctx, { ...on(), method: words }));
  await then((ctx) => closeProject(ctx, { ...on(), findings: words, lessons: words }));

  const { moves, bids, steps } = await see(keeper, projectId);
  expect(moves.map(({ toStatus }) => toStatus).toReversed()).toEqual([
    ...["idea", "outline", "bid", "approved", "delivery", "evaluation", "closed"],
  ]);
  expect(bids).toEqual([{ number: 1, pence: 2_450_050, awardedPence: 2_200_000 }]);
  expect(steps).toEqual([]);
  expect((await withActor(gold, listLessons)).projects.map(({ id }) => id)).toEqual([projectId]);
  expect(await eventsOf(keeper)).toContain("project.moved");
  expect(
    await owner.clock.count({ where: { path: `/plan/projects/${projectId}`, stoppedOn: null } }),
  ).toBe(0);
});

test("the database takes no step that the road does not have, and leaves what is over as it was", async () => {
  const { keeper } = await aProgramme();
  const idea = await aProject(keeper);
  const closed = await aProject(keeper, { status: "closed" });

  await expect(
    owner.project.update({ where: { id: idea.id }, data: { status: "approved" } }),
  ).rejects.toThrow();
  await expect(
    owner.project.update({ where: { id: closed.id }, data: { title: "Other" } }),
  ).rejects.toThrow();
});

test("nothing is delivered without current due diligence, by the form or past it (8.10)", async () => {
  const { keeper } = await aProgramme();
  const unchecked = await aProvider(keeper, { isChecked: false });
  const lapsed = await aProvider(keeper, { expiresDay: addDays(today, -1) });
  for (const { id: providerId } of [unchecked, lapsed]) {
    const project = await aProject(keeper, { status: "approved", providerId });
    await aProjectMeasure(project, keeper);
    const starting = withActor(keeper, (ctx) => startDelivery(ctx, delivery(project.id)));

    await expect(starting).rejects.toThrow(/Due diligence/);
    const past = owner.project.update({
      where: { id: project.id },
      data: {
        ...{ status: "delivery", startsOn: new Date(), endsOn: new Date("2099-01-01") },
        ...{ deliveryPlan: words, safeguarding: words },
      },
    });
    await expect(past).rejects.toThrow();
    expect(await stored(project.id)).toMatchObject({ status: "approved", version: 1 });
  }
});

test("a check has a clock until it runs out, which the next one ends", async () => {
  const { keeper, steering, lead } = await aProgramme();
  const { providerId } = await withActor(keeper, (ctx) =>
    addProvider(ctx, {
      ...{ name: "Lantern workshop", organisationId: null, registration: null, address: null },
      contactPost: "Director",
    }),
  );
  const check = (checkedDay: string, expiresDay: string) =>
    withActor(keeper, (ctx) =>
      recordCheck(ctx, {
        ...{ providerId, kind: "finance", result: "passed", checkedBy: "Manager", note: words },
        ...{ checkedDay, expiresDay },
      }),
    );

  await check(addDays(today, -300), addDays(today, 10));
  await check(today, addDays(today, 365));
  await check(addDays(today, -400), addDays(today, 5));

  const clocks = await owner.clock.findMany({
    where: { path: `/plan/projects/providers/${providerId}` },
    orderBy: { dueOn: "asc" },
  });
  expect(clocks.map(({ outcome }) => outcome)).toEqual(["met", null]);
  expect(fromDateColumn(clocks[1]?.dueOn as Date)).toBe(addDays(today, 365));
  const { provider } = await withActor(steering, (ctx) => viewProvider(ctx, providerId));
  expect(provider.missing).toEqual(["governance", "safeguarding", "conduct"]);
  await expect(withActor(lead, (ctx) => viewProvider(ctx, providerId))).rejects.toThrow(NotFound);
});

test("delivery sets a return for each quarter, with a clock that is the lead's (0.7)", async () => {
  const { keeper, lead } = await aProgramme();
  const { id: providerId } = await aProvider(keeper);
  const { organisationId: ownerOrganisationId } = lead;
  const project = await aProject(keeper, { status: "approved", providerId, ownerOrganisationId });
  await aProjectMeasure(project, keeper);

  await withActor(keeper, (ctx) => startDelivery(ctx, delivery(project.id)));

  const returns = await owner.projectReturn.findMany({ where: { projectId: project.id } });
  const clocks = await owner.clock.findMany({
    where: { returnId: { in: returns.map(({ id }) => id) } },
  });
  expect(returns.length).toBeGreaterThan(1);
  expect(clocks).toHaveLength(returns.length);
  expect(clocks[0]).toMatchObject({ kind: "project_return", ownerOrganisationId });
});

test("the lead records a return once; who oversees sees no small number, and the database gives them none (IS-21)", async () => {
  const { keeper, steering, lead, auditor } = await aProgramme();
  const { organisationId: ownerOrganisationId } = lead;
  const project = await aProject(keeper, { status: "delivery", ownerOrganisationId });
  const { id: returnId } = await aReturn(project);
  const report = (who: Actor) =>
    withActor(who, (ctx) =>
      recordReturn(ctx, {
        ...{ returnId, progress: words, completed: 20, continuing: 3, left: 0, helped_on: 9 },
      }),
    );

  await expect(report(steering)).rejects.toThrow(Forbidden);
  await report(lead);
  await expect(report(keeper)).rejects.toThrow(RuleBroken);

  for (const who of [keeper, lead])
    expect((await see(who, project.id)).returns[0]?.counts).toHaveLength(4);
  for (const who of [steering, auditor]) {
    const [shown] = (await see(who, project.id)).returns;
    expect(shown?.counts).toBeNull();
    expect(shown?.shown?.cells.continuing).toMatchObject({ kind: "small" });
    const raw = await withActor(who, ({ tx }) => tx.projectCount.count());
    expect(raw).toBe(0);
  }
  expect(await owner.clock.findMany({ where: { returnId } })).toMatchObject([{ outcome: "met" }]);
});

test("a recorded return is corrected with a reason: what it said is kept, its small numbers as hidden as before, and whoever was overtaken is told", async () => {
  const { keeper, steering, lead, gold } = await aProgramme();
  const project = await aProject(keeper, {
    ...{ status: "delivery", ownerOrganisationId: lead.organisationId },
  });
  const { id: returnId } = await aRecordedReturn(project, keeper);
  const correct = (who: Actor, change: Partial<CorrectReturn> = {}) =>
    withActor(who, (ctx) =>
      correctReturn(ctx, {
        ...{ returnId, version: 1, progress: `Corrected. ${words}`, reasons: "Two came twice." },
        ...{ completed: 18, continuing: 4, left: 0, helped_on: 9, ...change },
      }),
    );

  for (const who of [steering, gold]) await expect(correct(who)).rejects.toThrow(Forbidden);
  expect(await owner.projectReturnVersion.count({ where: { returnId } })).toBe(0);
  await correct(lead);
  await expect(correct(keeper)).rejects.toThrow(Overtaken);
  await correct(keeper, { version: 2, progress: words, reasons: "One was left out." });

  const [kept] = (await see(lead, project.id)).returns;
  expect(kept).toMatchObject({
    ...{ version: 3, progress: words, correctedBecause: "One was left out." },
    before: [
      { number: 2, because: "Two came twice.", progress: `Corrected. ${words}` },
      { number: 1, because: null, progress: words, writtenDay: today },
    ],
  });
  expect(kept?.before.map(({ counts }) => counts?.find((one) => one.people > 10)?.people)).toEqual([
    ...[18, 20],
  ]);
  const [seen] = (await see(steering, project.id)).returns;
  expect(seen).toMatchObject({ counts: null, before: [{ counts: null }, { counts: null }] });
  const past = withActor(keeper, ({ tx }) =>
    tx.projectReturn.updateMany({ where: { id: returnId }, data: { progress: "Rubbed out" } }),
  );
  await expect(past).rejects.toThrow("corrected with a reason");
  expect(
    await owner.auditEvent.count({
      where: { area: project.areaId, type: "project.return_corrected" },
    }),
  ).toBe(2);
});

test("a provider’s details are changed by whoever keeps the register, once, and whoever was overtaken is told", async () => {
  const { keeper, steering, lead } = await aProgramme();
  const { id: providerId } = await aProvider(keeper);
  const other = await aProvider(keeper);
  const { name: taken } = await owner.provider.findUniqueOrThrow({ where: { id: other.id } });
  const edit = (who: Actor, change: Partial<EditProvider> = {}) =>
    withActor(who, (ctx) =>
      editProvider(ctx, {
        ...{ providerId, version: 1, name: "The trust", organisationId: null },
        ...{ registration: "1234567", address: "1 High Street", contactPost: "Head", ...change },
      }),
    );

  await expect(edit(steering)).rejects.toThrow(Forbidden);
  await expect(edit(lead)).rejects.toThrow(NotFound);
  await expect(edit(keeper, { name: taken.toUpperCase() })).rejects.toThrow(FieldsRefused);
  await edit(keeper);
  await expect(edit(keeper)).rejects.toThrow(Overtaken);

  const { provider } = await withActor(steering, (ctx) => viewProvider(ctx, providerId));
  expect(provider).toMatchObject({
    ...{ name: "The trust", address: "1 High Street", registration: "1234567", version: 2 },
    ...{ contactPost: "Head", edited: { by: expect.any(String) } },
  });
  expect(provider.checks).toHaveLength(4);
});

test("a partner has the projects of their own organisation, and of nobody else's", async () => {
  const { keeper, lead } = await aProgramme();
  const theirs = await aProject(keeper, { ownerOrganisationId: lead.organisationId });
  const other = await aProject(keeper);
  await aBid(theirs);
  await aBid(other);

  const { going } = await withActor(lead, listProjects);
  expect(going.map(({ id }) => id)).toEqual([theirs.id]);
  await expect(see(lead, other.id)).rejects.toThrow(NotFound);
  expect((await see(lead, theirs.id)).bids).toHaveLength(1);
  const writing = withActor(lead, (ctx) =>
    withdrawProject(ctx, { projectId: theirs.id, version: 1, reasons: words }),
  );
  await expect(writing).rejects.toThrow(Forbidden);
});

test("an auditor reads a project, and none of its money", async () => {
  const { keeper, auditor } = await aProgramme();
  const project = await aProject(keeper, { status: "delivery" });
  await aBid(project);

  const { bids, project: seen } = await see(auditor, project.id);
  const totals = await withActor(auditor, (ctx) => totalsOfProject(ctx, seen));
  const rows = await withActor(auditor, ({ tx }) => tx.projectBid.count());

  expect([bids, totals, rows]).toEqual([[], null, 0]);
});

test("a project is withdrawn with its reason, and its returns are waited for no longer", async () => {
  const { keeper } = await aProgramme();
  const project = await aProject(keeper, { status: "delivery" });
  const { id: returnId } = await aReturn(project);

  await withActor(keeper, (ctx) =>
    withdrawProject(ctx, { projectId: project.id, version: 1, reasons: words }),
  );

  expect(await stored(project.id)).toMatchObject({ status: "withdrawn", withdrawnBecause: words });
  expect(await owner.clock.findMany({ where: { returnId } })).toMatchObject([
    { outcome: "cancelled" },
  ]);
});

test("what the form cannot know is said beside the field, and whoever was overtaken is told", async () => {
  const { keeper } = await aProgramme();
  const stranger = await anActor("agency_lead");
  const foreign = await aProvider(await anActor("prevent_coordinator"));
  const project = await aProject(keeper);
  const { covers: _, ...whole } = aWholeProject(keeper, { title: "Another title" });
  const edit = () =>
    withActor(keeper, (ctx) => editProject(ctx, { ...whole, projectId: project.id, version: 1 }));

  for (const [field, change] of [
    ["ownerOrganisationId", { ownerOrganisationId: stranger.organisationId }],
    ["providerId", { providerId: foreign.id }],
    ["riskId", { basis: "risk", riskId: project.id, targetGroup: "Women" }],
  ] as const) {
    const adding = withActor(keeper, (ctx) => addProject(ctx, aWholeProject(keeper, change)));
    await expect(adding).rejects.toMatchObject({ errors: { [field]: expect.anything() } });
  }
  await edit();
  await expect(edit()).rejects.toThrow(Overtaken);
  expect(await owner.project.count({ where: { areaId: keeper.areaId } })).toBe(1);
});

test("from a recommendation to an action, in one form, and to the project that carries it out, both ways (3.4, CT-02)", async () => {
  const { keeper, steering } = await aProgramme();
  const edition = await anEdition(keeper);
  const { id: recommendationId } = await aRecommendation(edition, keeper);
  const plan = await aPlan(keeper);
  const form = {
    ...{ recommendationId, planId: plan.id, themeId: plan.themeId, reference: "9.9" },
    ...{ text: "Brief every college", objective: "causes_2023", workstream: "prevent" },
    ...{ evidenceBasis: "local", proportionality: words, cohesionImpact: words, priority: "high" },
    ...{ benchmarks: [], forAreas: [], contributorIds: [], ownerRole: "Head" },
    ...{ ownerOrganisationId: keeper.organisationId, startDay: today, dueDay: addDays(today, 90) },
  } as const;
  type Form = Parameters<typeof makeAction>[1];
  const make = () => withActor(keeper, (ctx) => makeAction(ctx, form as unknown as Form));

  await make();
  await expect(make()).rejects.toThrow(FieldsRefused);
  const { actionId } = await owner.recommendationAction.findFirstOrThrow({
    where: { recommendationId },
  });
  const { id: projectId } = await aProject(keeper);
  await withActor(keeper, (ctx) => linkProject(ctx, { projectId, actionId }));

  const traced = await withActor(steering, (ctx) => listProjectsOfEdition(ctx, edition.id));
  expect(traced).toMatchObject([{ id: projectId, recommendationId }]);
  const forth = () => withActor(steering, (ctx) => listActionsOfProject(ctx, projectId));
  expect((await forth()).map((one) => one.actionId)).toEqual([actionId]);
  const back = await withActor(steering, (ctx) => listProjectsOfAction(ctx, actionId));
  expect(back.map(({ id }) => id)).toEqual([projectId]);
  await withActor(keeper, (ctx) => unlinkProject(ctx, { projectId, actionId }));
  expect(await forth()).toEqual([]);
});

test("an action of another area's plan is not linked", async () => {
  const { keeper } = await aProgramme();
  const { id: projectId } = await aProject(keeper);
  const away = await aPlanAction(await aPlan(await anActor("prevent_coordinator")));

  const linking = withActor(keeper, (ctx) => linkProject(ctx, { projectId, actionId: away.id }));

  await expect(linking).rejects.toThrow(FieldsRefused);
});

test("what was reached is recorded against the target", async () => {
  const { keeper } = await aProgramme();
  const project = await aProject(keeper);
  const { id: measureId } = await aProjectMeasure(project, keeper);
  const reach = () =>
    withActor(keeper, (ctx) =>
      recordReached(ctx, { measureId, version: 1, actual: 7, actualDay: today }),
    );

  await reach();
  await expect(reach()).rejects.toThrow(Overtaken);
  expect((await see(keeper, project.id)).measures).toMatchObject([{ target: 12, actual: 7 }]);
});

test("the list and a project with all that hangs on it stay within eight questions to the database", async () => {
  const { keeper } = await aProgramme();
  const project = await aProject(keeper, { status: "delivery" });
  await aReturn(project);
  await aProjectMeasure(project, keeper);

  const list = await countStatements(() => withActor(keeper, listProjects));
  const one = await countStatements(() =>
    withActor(keeper, async (ctx) => {
      const { project: seen } = await viewProject(ctx, project.id);
      await listActionsOfProject(ctx, project.id);
      await totalsOfProject(ctx, seen);
    }),
  );

  expect(list.count).toBeLessThanOrEqual(8);
  expect(one.count).toBeLessThanOrEqual(8);
});
