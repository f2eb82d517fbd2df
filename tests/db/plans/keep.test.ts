import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, Refusal } from "@/lib/errors";
import { addPlanAction, editPlanAction } from "@/lib/plans/actions/commands";
import { viewPlan } from "@/lib/plans/actions/list/queries";
import { getPlanAction, getPlanActionToEdit } from "@/lib/plans/actions/queries";
import { addTheme, createPlan } from "@/lib/plans/commands";
import { findPlan, getPlan } from "@/lib/plans/queries";
import type { AddPlanAction, CreatePlan } from "@/lib/plans/schema";
import { movePlan } from "@/lib/plans/status/commands";
import { anActor, anArea, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPartnership, aPlan, aPlanAction } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

const aKeeper = async () => anActor("prevent_coordinator", { areaId: (await anArea()).id });

const planned: CreatePlan = {
  title: "Prevent plan 2026 to 2027",
  startDay: "2026-04-01",
  endDay: "2027-03-31",
  objectiveScheme: "prevent_2023",
  themeTemplate: "five_elements",
  covers: "area",
};
const create = (who: Actor, input: Partial<CreatePlan> = {}) =>
  withActor(who, (ctx) => createPlan(ctx, { ...planned, ...input }));

test("a plan starts as a draft with the themes of its template, and is recorded", async () => {
  const keeper = await aKeeper();

  const { planId } = await create(keeper);

  const plan = await withActor(keeper, (ctx) => getPlan(ctx, planId));
  expect(plan).toMatchObject({ status: "draft", eiaStatus: "not_started" });
  expect(plan.themes.map(({ title }) => title)).toEqual([
    "Channel",
    "Projects",
    "Engagement",
    "Training and referral pathways",
    "Speakers and venues",
  ]);
  await expect(
    owner.auditEvent.count({ where: { actor: keeper.userId, type: "plan.created" } }),
  ).resolves.toBe(1);
});

test("the toolkit's eight parts are the other template", async () => {
  const keeper = await aKeeper();

  const { planId } = await create(keeper, { themeTemplate: "toolkit_2024" });

  const plan = await withActor(keeper, (ctx) => getPlan(ctx, planId));
  expect(plan.themes).toHaveLength(8);
});

test("a plan for a partnership is read in each of its areas, and in no other", async () => {
  const [keeper, county, elsewhere] = [await aKeeper(), await anArea(), await anArea()];
  const partnership = await aPartnership([keeper.areaId, county.id]);
  const [near, far] = [
    await anActor("steering_member", { areaId: county.id }),
    await anActor("steering_member", { areaId: elsewhere.id }),
  ];

  const { planId } = await create(keeper, { covers: partnership.id });

  const read = (who: Actor) => withActor(who, (ctx) => getPlan(ctx, planId));
  await expect(read(near)).resolves.toMatchObject({ id: planId });
  await expect(read(far)).rejects.toThrow(NotFound);
});

test("a co-ordinator cannot plan for a partnership that is not theirs, nor lend out another's plan", async () => {
  const [keeper, stranger] = [await aKeeper(), await aKeeper()];
  const theirs = await aPartnership([keeper.areaId]);
  const plan = await aPlan(keeper);

  await expect(create(stranger, { covers: theirs.id })).rejects.toThrow(FieldsRefused);
  const lend = withActor(stranger, ({ tx }) =>
    tx.planArea.createMany({
      data: [
        { planId: plan.id, areaId: stranger.areaId, keptBy: stranger.areaId, status: "approved" },
      ],
    }),
  );
  await expect(lend).rejects.toThrow();
  await expect(withActor(stranger, (ctx) => getPlan(ctx, plan.id))).rejects.toThrow(NotFound);
});

const dutyTheme = "capabilities_2023";

const notKeepers = [
  "agency_lead",
  "steering_member",
  "gold_reader",
  "auditor",
  "referrer",
  "gateway_officer",
  "coordinator",
  "chair",
  "panel_member",
  "provider",
  "governance_officer",
  "administrator",
] as const;

test.for(notKeepers)("a %s neither starts a plan nor moves one nor adds to it", async (role) => {
  const keeper = await aKeeper();
  const plan = await aPlan(keeper, { status: "consultation" });
  const who = await anActor(role, { areaId: keeper.areaId });
  const onPlan = { planId: plan.id, version: 1 };
  const attempts = [
    () => create(who),
    () => withActor(who, (ctx) => movePlan(ctx, { ...onPlan, to: "draft" })),
    () => withActor(who, (ctx) => addTheme(ctx, { planId: plan.id, title: "Mine", dutyTheme })),
    () => add(who, plan),
  ];

  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(Refusal);

  await expect(owner.planAction.count({ where: { planId: plan.id } })).resolves.toBe(0);
  await expect(owner.plan.findUnique({ where: { id: plan.id } })).resolves.toMatchObject({
    status: "consultation",
  });
});

test("two co-ordinators who move a plan at once: the second is told", async () => {
  const keeper = await aKeeper();
  const { id: planId } = await aPlan(keeper, { status: "consultation" });
  const move = (version: number) =>
    withActor(keeper, (ctx) => movePlan(ctx, { planId, version, to: "draft" }));
  await owner.plan.update({ where: { id: planId }, data: { version: 2 } });

  await expect(move(1)).rejects.toThrow(Overtaken);
  await move(2);

  await expect(owner.plan.findUnique({ where: { id: planId } })).resolves.toMatchObject({
    ...{ status: "draft", version: 3 },
  });
});

test("a plan has each theme once", async () => {
  const keeper = await aKeeper();
  const { planId } = await create(keeper);
  const theme = (title: string) =>
    withActor(keeper, (ctx) => addTheme(ctx, { planId, title, dutyTheme }));

  await theme("Online harms");

  await expect(theme("online HARMS")).rejects.toThrow("already has a theme");
  await expect(withActor(keeper, (ctx) => getPlan(ctx, planId))).resolves.toMatchObject({
    themes: { length: 6 },
  });
});

const described = {
  objective: "intervene_2023",
  workstream: "prevent",
  reference: "2.1",
  text: "Brief every designated lead",
  ownerRole: "Head of safeguarding",
  startDay: "2026-04-01",
  dueDay: "2026-09-30",
  priority: "high",
  evidenceBasis: "background",
  proportionality: "Offered to every school alike, so that none is singled out.",
  cohesionImpact: "It may be taken as being about one community, so it is offered to all.",
} as const;
const chosen = { contributorIds: [] as string[], benchmarks: [], forAreas: [] };

const add = (
  who: Actor,
  plan: { id: string; themeId: string },
  input: Partial<AddPlanAction> = {},
) =>
  withActor(who, (ctx) =>
    addPlanAction(ctx, {
      ...described,
      ...chosen,
      planId: plan.id,
      themeId: plan.themeId,
      ownerOrganisationId: who.organisationId,
      ...input,
    }),
  );

test("an action names its owner's post and organisation, who are told, and its contributors", async () => {
  const keeper = await aKeeper();
  const { areaId } = keeper;
  const lead = await anActor("agency_lead", { areaId });
  const contributor = await anOrganisation(areaId);
  const plan = await aPlan(keeper);

  const { actionId } = await add(keeper, plan, {
    ownerOrganisationId: lead.organisationId,
    contributorIds: [contributor.id],
  });

  await expect(withActor(lead, (ctx) => getPlanAction(ctx, actionId))).resolves.toMatchObject({
    reference: "2.1",
    rag: "grey",
    dueDay: "2026-09-30",
    firstDueDay: "2026-09-30",
    contributors: [contributor],
    mayUpdate: true,
    mayEdit: false,
  });
  await expect(
    owner.notification.findMany({ where: { hatId: lead.hatId } }),
  ).resolves.toMatchObject([
    { kind: "action_given", reference: "2.1", path: `/plan/actions/${actionId}` },
  ]);
});

test("an action fits its plan: scheme, theme, organisations, and a reference of its own", async () => {
  const keeper = await aKeeper();
  const [plan, other] = [await aPlan(keeper), await aPlan(keeper)];
  const stranger = await anOrganisation();
  await add(keeper, plan);
  const wrong: [string, Partial<AddPlanAction>][] = [
    ["objective", { objective: "people_2011" }],
    ["themeId", { themeId: other.themeId }],
    ["ownerOrganisationId", { ownerOrganisationId: stranger.id }],
    ["contributorIds", { contributorIds: [stranger.id] }],
    ["reference", {}],
  ];

  for (const [field, input] of wrong) {
    const refused = await add(keeper, plan, input).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FieldsRefused);
    expect(Object.keys((refused as FieldsRefused).errors)).toEqual([field]);
  }
  await expect(owner.planAction.count({ where: { planId: plan.id } })).resolves.toBe(1);
});

test("changing an action keeps its history and replaces its contributors; who was overtaken is told", async () => {
  const keeper = await aKeeper();
  const lead = await anActor("agency_lead", { areaId: keeper.areaId });
  const [first, second] = [
    await anOrganisation(keeper.areaId),
    await anOrganisation(keeper.areaId),
  ];
  const plan = await aPlan(keeper);
  const { actionId } = await add(keeper, plan, { contributorIds: [first.id] });
  const { dueDay: _, ...rest } = described;
  const edit = (who: Actor, version: number) =>
    withActor(who, (ctx) =>
      editPlanAction(ctx, {
        ...rest,
        ...chosen,
        actionId,
        version,
        themeId: plan.themeId,
        text: "Brief every lead twice",
        ownerOrganisationId: lead.organisationId,
        contributorIds: [second.id],
      }),
    );

  await expect(edit(lead, 1)).rejects.toThrow(Forbidden);
  await edit(keeper, 1);

  const read = await withActor(keeper, (ctx) => getPlanActionToEdit(ctx, actionId));
  expect(read.action).toMatchObject({ text: "Brief every lead twice", contributors: [second] });
  await expect(owner.notification.count({ where: { hatId: lead.hatId } })).resolves.toBe(1);
  const overtaken = await edit(keeper, 1).catch((error: unknown) => error);
  expect(overtaken).toBeInstanceOf(Overtaken);
  expect(overtaken).toMatchObject({ version: "2" });
});

const spring = new Date("2026-05-01T09:00:00Z");

test("the plan in force is shown, its counts are of Prevent work alone, and filters leave them be", async () => {
  const keeper = await aKeeper();
  await aPlan(keeper, { status: "superseded" });
  const plan = await aPlan(keeper);
  await aPlan(keeper, { status: "draft" });
  const lastUpdate = "2026-04-20";
  await aPlanAction(plan, { rag: "red", lastUpdate, dueDay: "2026-04-30" });
  await aPlanAction(plan, { rag: "green", lastUpdate });
  await aPlanAction(plan, { rag: "green", lastUpdate, workstream: "cohesion" });
  const steering = await anActor("steering_member", { areaId: keeper.areaId });

  const view = (filter: Parameters<typeof viewPlan>[2]) =>
    withActor(steering, (ctx) => viewPlan(ctx, undefined, filter), spring);
  const all = await view({});
  const cohesion = await view({ workstream: "cohesion" });
  const late = await view({ overdue: true });

  expect(all.plan?.id).toBe(plan.id);
  expect(all).toMatchObject({
    counts: { red: 1, green: 1, amber: 0, blue: 0, grey: 0 },
    total: 3,
    exceptionsFirst: true,
  });
  expect(all.exceptions?.map(({ rag }) => rag)).toEqual(["red"]);
  const shown = (found: typeof all) => found.themes?.flatMap(({ actions }) => actions);
  expect(shown(all)).toHaveLength(3);
  expect(shown(cohesion)?.map(({ workstream }) => workstream)).toEqual(["cohesion"]);
  expect(cohesion).toMatchObject({ counts: { green: 1, red: 1 } });
  expect(shown(late)?.map(({ rag }) => rag)).toEqual(["red"]);
});

test("another plan is a choice in the address; one of another area is not there", async () => {
  const [keeper, stranger] = [await aKeeper(), await aKeeper()];
  await aPlan(keeper);
  const draft = await aPlan(keeper, { status: "draft" });
  const theirs = await aPlan(stranger);

  await expect(withActor(keeper, (ctx) => findPlan(ctx, draft.id))).resolves.toMatchObject({
    plan: { id: draft.id },
  });
  await expect(withActor(keeper, (ctx) => findPlan(ctx, theirs.id))).rejects.toThrow(NotFound);
});

test("no plan page asks the database more than eight times", async () => {
  const keeper = await aKeeper();
  const plan = await aPlan(keeper);
  const { id } = await aPlanAction(plan);
  await aPlanAction(plan);

  const pages = [
    () => withActor(keeper, (ctx) => viewPlan(ctx, undefined, {})),
    () => withActor(keeper, (ctx) => getPlanAction(ctx, id)),
    () => withActor(keeper, (ctx) => getPlanActionToEdit(ctx, id)),
  ];

  for (const page of pages) expect((await countStatements<unknown>(page)).count).toBeLessThan(9);
});
