import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { type Context, withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, Refusal } from "@/lib/errors";
import { viewPlan } from "@/lib/plans/actions/list/queries";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { editTheme } from "@/lib/plans/commands";
import { setWaits } from "@/lib/plans/dependencies/commands";
import { getWaits } from "@/lib/plans/dependencies/queries";
import { addEvidence, editEvidence } from "@/lib/plans/evidence/commands";
import { viewFrame } from "@/lib/plans/frame/queries";
import { addMeasure, editMeasure, recordActual } from "@/lib/plans/measures/commands";
import { getMeasure, listMeasures } from "@/lib/plans/measures/queries";
import type { AddMeasure, RecordActual } from "@/lib/plans/measures/schema";
import { addMilestone, editMilestone } from "@/lib/plans/milestones/commands";
import { getMilestone } from "@/lib/plans/milestones/queries";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import {
  aMeasure,
  aMilestone,
  aPartnership,
  aPlan,
  aPlanAction,
  someEvidence,
} from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

const autumn = new Date("2026-11-20T09:00:00Z");
const as = <T>(who: Actor, work: (ctx: Context) => Promise<T>) => withActor(who, work, autumn);

/** A plan with one action that a partner leads, and everybody who may have to do with it. */
async function aScene() {
  const areaId = (await anArea()).id;
  const keeper = await anActor("prevent_coordinator", { areaId });
  const lead = await anActor("agency_lead", { areaId });
  const plan = await aPlan(keeper);
  const action = await aPlanAction(plan, { ownerOrganisationId: lead.organisationId });
  const other = await aPlanAction(plan);
  return { areaId, keeper, lead, plan, action, other };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const described: Omit<AddMeasure, "actionId"> = {
  ...{ name: "Schools briefed", type: "output", unit: "schools", better: "higher" },
  ...{ baseline: null, target: 40, source: "The register of sessions" },
};
const kept = {
  ...{ title: "Minutes of May", place: "Shared drive", datedDay: "2026-05-04" },
  benchmark: "training",
} as const;
const becauseLate = "The venue was closed for repairs.";

type Attempt = (who: Actor, scene: Scene, actionId: string) => Promise<unknown>;

/** What changes an action's parts, and who besides the co-ordinator may: the lead of the action, or nobody. */
const attempts: Record<string, { by: "lead" | "keeper"; event: string; attempt: Attempt }> = {
  "add a milestone": {
    by: "lead",
    event: "plan_action.milestone_added",
    attempt: (who, _, actionId) =>
      as(who, (ctx) => addMilestone(ctx, { actionId, title: "Half", dueDay: "2026-06-30" })),
  },
  "change a milestone": {
    by: "lead",
    event: "plan_action.milestone_edited",
    attempt: async (who, { plan }, id) => {
      const { id: milestoneId } = await aMilestone(plan, { id, planId: plan.id });
      const day = { title: "Half", dueDay: "2026-06-30", reason: null };
      return as(who, (ctx) =>
        editMilestone(ctx, { milestoneId, version: 1, ...day, state: "met", metDay: "2026-06-01" }),
      );
    },
  },
  "add evidence": {
    by: "lead",
    event: "plan_action.evidence_added",
    attempt: (who, _, actionId) => as(who, (ctx) => addEvidence(ctx, { actionId, ...kept })),
  },
  "change evidence": {
    by: "lead",
    event: "plan_action.evidence_edited",
    attempt: async (who, { plan }, id) => {
      const { id: evidenceId } = await someEvidence(plan, { id, planId: plan.id });
      return as(who, (ctx) => editEvidence(ctx, { evidenceId, version: 1, ...kept }));
    },
  },
  "record a figure": {
    by: "lead",
    event: "plan_action.actual_recorded",
    attempt: async (who, { plan }, id) => {
      const { id: measureId } = await aMeasure(plan, { id, planId: plan.id });
      const figure = { quarter: "2026-04-01", forArea: null, actual: 12, note: null };
      return as(who, (ctx) => recordActual(ctx, { measureId, version: 0, ...figure }));
    },
  },
  "add a measure": {
    by: "keeper",
    event: "plan_action.measure_added",
    attempt: (who, _, actionId) => as(who, (ctx) => addMeasure(ctx, { actionId, ...described })),
  },
  "change a measure": {
    by: "keeper",
    event: "plan_action.measure_edited",
    attempt: async (who, { plan }, id) => {
      const { id: measureId } = await aMeasure(plan, { id, planId: plan.id });
      return as(who, (ctx) => editMeasure(ctx, { measureId, version: 1, ...described }));
    },
  },
  "set what an action waits for": {
    by: "keeper",
    event: "plan_action.waits_set",
    attempt: (who, { other }, actionId) =>
      as(who, (ctx) => setWaits(ctx, { actionId, version: 1, needsIds: [other.id] })),
  },
  "change a theme": {
    by: "keeper",
    event: "plan.theme_edited",
    attempt: (who, { plan }) =>
      as(who, (ctx) =>
        editTheme(ctx, {
          ...{ themeId: plan.themeId, version: 1, title: "Training" },
          dutyTheme: "capabilities_2023",
        }),
      ),
  },
};

const partsOf = async ({ plan }: Scene) => {
  const where = { planId: plan.id };
  return JSON.stringify(
    await Promise.all([
      owner.planMilestone.findMany({ where: { ...where, state: "met" } }),
      owner.planActual.findMany({ where }),
      owner.planEvidence.findMany({ where: { ...where, version: 2 } }),
      owner.planMeasure.findMany({ where: { ...where, version: 2 } }),
      owner.planDependency.findMany({ where }),
      owner.planTheme.findMany({ where: { ...where, version: 2 } }),
    ]),
  );
};

test.for(Object.entries(attempts))(
  "to %s is for the co-ordinator, or for the lead of the action, and is recorded (0.5)",
  async ([, { by, event, attempt }]) => {
    const scene = await aScene();
    const { areaId, keeper, lead, action, other } = scene;
    const outsiders = [
      ...(by === "keeper" ? [lead] : []),
      await anActor("agency_lead", { areaId }), // of another organisation
      await anActor("steering_member", { areaId }),
      await anActor("gold_reader", { areaId }),
      await anActor("prevent_coordinator", { areaId: (await anArea()).id }),
      await anActor("coordinator", { areaId }),
    ];
    const before = await partsOf(scene);
    for (const who of outsiders)
      await expect(attempt(who, scene, action.id)).rejects.toThrow(Refusal);
    if (by === "lead") await expect(attempt(lead, scene, other.id)).rejects.toThrow(Forbidden);
    expect(await partsOf(scene)).toBe(before);

    const may = by === "lead" ? lead : keeper;
    await attempt(may, scene, action.id);

    await expect(
      owner.auditEvent.count({ where: { actor: may.userId, type: event } }),
    ).resolves.toBe(1);
  },
);

test.for(Object.entries(attempts))("nobody can %s of a plan that is superseded", async ([, it]) => {
  const scene = await aScene();
  await owner.plan.update({ where: { id: scene.plan.id }, data: { status: "superseded" } });

  await expect(it.attempt(scene.keeper, scene, scene.action.id)).rejects.toThrow("superseded");
});

test("a milestone that moves on says why, and what was once said stays", async () => {
  const { lead, plan, action } = await aScene();
  const { id: milestoneId } = await aMilestone(plan, action);
  const move = (dueDay: string, version: number, reason: string | null) =>
    as(lead, (ctx) =>
      editMilestone(ctx, { milestoneId, version, title: "Half", state: "waiting", dueDay, reason }),
    );

  await expect(move("2026-09-30", 1, null)).rejects.toThrow("why the date has moved");
  await move("2026-09-30", 1, becauseLate);
  await expect(move("2026-06-30", 1, null)).rejects.toThrow(Overtaken);
  await move("2026-09-30", 2, null);

  await expect(as(lead, (ctx) => getMilestone(ctx, milestoneId))).resolves.toMatchObject({
    ...{ dueDay: "2026-09-30", firstDueDay: "2026-06-30", slip: 92, isLate: true },
    ...{ reason: becauseLate, version: 3 },
  });
});

test("actions never wait for each other in a circle, by the page or past it", async () => {
  const { keeper, plan, action: a, other: b } = await aScene();
  const c = await aPlanAction(plan);
  const wait = (actionId: string, version: number, needsIds: string[]) =>
    as(keeper, (ctx) => setWaits(ctx, { actionId, version, needsIds }));
  await wait(a.id, 1, [b.id]);
  await wait(b.id, 1, [c.id]);

  await expect(wait(c.id, 1, [a.id])).rejects.toThrow(FieldsRefused);
  await expect(wait(a.id, 2, [a.id])).rejects.toThrow(FieldsRefused);
  const { mayNeed } = await as(keeper, (ctx) => getWaits(ctx, c.id));
  expect(mayNeed).toEqual([]);
  const past = as(keeper, ({ tx }) =>
    tx.planDependency.createMany({
      data: [
        {
          ...{ actionId: c.id, needsId: a.id, planId: plan.id, areaId: plan.areaId },
          ...{ addedByHatId: keeper.hatId, addedAt: autumn },
        },
      ],
    }),
  );
  await expect(past).rejects.toThrow("in a circle");

  // Ended, it no longer stands in the way; and it stays known.
  await wait(a.id, 2, []);
  await wait(c.id, 1, [a.id]);
  await expect(wait(a.id, 2, [])).rejects.toThrow(Overtaken);
  const read = await as(keeper, (ctx) => getPlanAction(ctx, a.id));
  expect(read).toMatchObject({ waitsFor: [], neededBy: [{ actionId: c.id }] });
  await expect(owner.planDependency.count({ where: { planId: plan.id } })).resolves.toBe(3);
});

test("who waits for whom is read by whoever reads the plan, and Gold once it is approved (SEC-1)", async () => {
  const { areaId, keeper, plan, action, other } = await aScene();
  await as(keeper, (ctx) =>
    setWaits(ctx, { actionId: action.id, version: 1, needsIds: [other.id] }),
  );
  const seenBy = async (role: Role, area = areaId) => {
    const who = await anActor(role, { areaId: area });
    return as(who, ({ tx }) => tx.planDependency.count({ where: { planId: plan.id } }));
  };

  const readers: Role[] = ["steering_member", "agency_lead", "auditor", "prevent_coordinator"];
  for (const role of [...readers, "gold_reader"] as const) expect(await seenBy(role)).toBe(1);
  for (const role of ["coordinator", "referrer", "administrator"] as const)
    expect(await seenBy(role)).toBe(0);
  expect(await seenBy("steering_member", (await anArea()).id)).toBe(0);
  await owner.planArea.updateMany({ where: { planId: plan.id }, data: { status: "draft" } });
  expect(await seenBy("gold_reader")).toBe(0);
});

test("an action waits for none of another plan", async () => {
  const { keeper, action } = await aScene();
  const elsewhere = await aPlanAction(await aPlan(keeper));

  const wait = as(keeper, (ctx) =>
    setWaits(ctx, { actionId: action.id, version: 1, needsIds: [elsewhere.id] }),
  );

  await expect(wait).rejects.toThrow(FieldsRefused);
});

const figure = (measureId: string, input: Partial<RecordActual> = {}): RecordActual => ({
  ...{ measureId, version: 0, quarter: "2026-04-01", forArea: null, actual: 12, note: null },
  ...input,
});

test("a figure is written once: a correction is the next, and the last counts", async () => {
  const { lead, plan, action } = await aScene();
  const { id } = await aMeasure(plan, action);
  const say = (input: Partial<RecordActual>) =>
    as(lead, (ctx) => recordActual(ctx, figure(id, input)));

  await say({ actual: 12 });
  await expect(say({ actual: 14 })).rejects.toThrow(Overtaken);
  await say({ version: 1, actual: 41 });
  await expect(say({ version: 2, quarter: "2027-01-01" })).rejects.toThrow(FieldsRefused);
  await expect(say({ version: 2, forArea: lead.areaId })).resolves.toBeTruthy();
  const stranger = await anArea();
  await expect(say({ version: 3, forArea: stranger.id })).rejects.toThrow("area of the plan");

  const seen = await as(lead, (ctx) => getMeasure(ctx, id));
  expect(seen).toMatchObject({ standing: "met", latest: { actual: 41 } });
  expect(seen.entries.map(({ actual }) => actual)).toEqual([12, 41, 12]);
  const rewrite = as(lead, ({ tx }) => tx.planActual.updateMany({ data: { actual: 99 } }));
  await expect(rewrite).rejects.toThrow();
});

test("the measures of cohesion work are shown beside Prevent's and never counted with them (0.3, 1.12)", async () => {
  const { keeper, plan, action } = await aScene();
  const cohesion = await aPlanAction(plan, { workstream: "cohesion" });
  const [ours, theirs] = [await aMeasure(plan, action), await aMeasure(plan, cohesion)];
  for (const { id } of [ours, theirs])
    await as(keeper, (ctx) => recordActual(ctx, figure(id, { actual: 50 })));

  const { measures, counts } = await as(keeper, (ctx) => listMeasures(ctx, plan.id));

  expect(measures.map(({ standing }) => standing)).toEqual(["met", "met"]);
  expect(counts).toEqual({ met: 1, not_met: 0, no_figure: 0 });
});

test("one plan for several areas is read for one of them: its actions, and its own figures (3.5)", async () => {
  const [city, county] = [await anArea(), await anArea()];
  const keeper = await anActor("prevent_coordinator", { areaId: city.id });
  const steering = await anActor("steering_member", { areaId: county.id });
  const { id: partnershipId } = await aPartnership([city.id, county.id]);
  const plan = await aPlan(keeper, { areaIds: [city.id, county.id], partnershipId });
  const both = await aPlanAction(plan);
  const own = await aPlanAction(plan, { forAreas: [city.id] });
  const { id: measureId } = await aMeasure(plan, both);
  await aMeasure(plan, own);
  await as(keeper, (ctx) => recordActual(ctx, figure(measureId, { actual: 50 })));
  const ofCounty = { version: 1, actual: 7, forArea: county.id };
  await as(keeper, (ctx) => recordActual(ctx, figure(measureId, ofCounty)));

  const seen = (area?: string) =>
    as(steering, (ctx) => viewPlan(ctx, plan.id, area ? { area } : {}));
  const idsFor = async (area?: string) =>
    (await seen(area)).themes
      ?.flatMap(({ actions }) => actions.map(({ actionId }) => actionId))
      .sort();
  const figures = (area?: string) => as(steering, (ctx) => listMeasures(ctx, plan.id, area));

  expect(await idsFor()).toEqual([both.id, own.id].sort());
  expect(await idsFor(city.id)).toEqual([both.id, own.id].sort());
  expect(await idsFor(county.id)).toEqual([both.id]);
  expect((await seen()).plan?.areas.map(({ id }) => id).sort()).toEqual(
    [city.id, county.id].sort(),
  );
  expect((await figures()).counts).toEqual({ met: 1, not_met: 0, no_figure: 1 });
  expect((await figures(county.id)).counts).toEqual({ met: 0, not_met: 1, no_figure: 0 });
});

test("a plan is read by either library, by the duty and by the toolkit with its evidence (0.2, 1.13)", async () => {
  const { lead, keeper, plan, action } = await aScene();
  await owner.planAction.update({
    where: { actionId: action.id },
    data: { benchmarks: ["training"] },
  });
  await someEvidence(plan, action);
  const theme = { themeId: plan.themeId, version: 1, title: "Training" };
  const change = (dutyTheme: "capabilities_2023" | "capabilities_2015") =>
    as(keeper, (ctx) => editTheme(ctx, { ...theme, dutyTheme }));
  await expect(change("capabilities_2015")).rejects.toThrow(FieldsRefused);
  await change("capabilities_2023");
  await expect(change("capabilities_2023")).rejects.toThrow(Overtaken);

  const frame = await as(lead, (ctx) => viewFrame(ctx, plan.id));

  const under = (objective: string) =>
    frame.libraries
      .flatMap(({ objectives }) => objectives)
      .find((one) => one.objective === objective)?.actions.length;
  // Both actions intervene early, which grew out of two objectives of 2011 and not out of the third.
  expect(under("intervene_2023")).toBe(2);
  expect(under("people_2011")).toBe(2);
  expect(under("institutions_2011")).toBe(2);
  expect(under("ideology_2011")).toBe(0);
  const [training] = frame.benchmarks.filter(({ benchmark }) => benchmark === "training");
  expect(training).toMatchObject({ actions: [{ actionId: action.id }], evidence: { length: 1 } });
  const answered = frame.duties.flatMap(({ parts }) => parts).filter(({ themes }) => themes.length);
  expect(answered.map(({ duty }) => duty)).toEqual(["capabilities_2015", "capabilities_2023"]);
});

test("what an action is made of is not there for whoever may not read its plan (IS-01)", async () => {
  const { plan, action } = await aScene();
  const stranger = await anActor("steering_member", { areaId: (await anArea()).id });
  const [milestone, measure] = [await aMilestone(plan, action), await aMeasure(plan, action)];

  await expect(as(stranger, (ctx) => getMilestone(ctx, milestone.id))).rejects.toThrow(NotFound);
  await expect(as(stranger, (ctx) => getMeasure(ctx, measure.id))).rejects.toThrow(NotFound);
  await expect(as(stranger, (ctx) => viewFrame(ctx, plan.id))).rejects.toThrow(NotFound);
  await expect(as(stranger, (ctx) => listMeasures(ctx, plan.id))).rejects.toThrow(NotFound);
});

test("a part is of the plan that its action is of, whatever is sent (0.5)", async () => {
  const { keeper, plan } = await aScene();
  const theirs = await aScene();
  const put = (planId: string) =>
    as(keeper, ({ tx }) =>
      tx.planMilestone.createMany({
        data: [
          {
            ...{ actionId: theirs.action.id, planId, areaId: keeper.areaId, title: "x" },
            ...{ dueOn: autumn, firstDueOn: autumn, editedByHatId: keeper.hatId, editedAt: autumn },
          },
        ],
      }),
    );

  await expect(put(plan.id)).rejects.toThrow();
  await expect(put(theirs.plan.id)).rejects.toThrow();
});

test("no page of the parts asks the database more than eight times", async () => {
  const { keeper, plan, action } = await aScene();
  const [milestone, measure] = [await aMilestone(plan, action), await aMeasure(plan, action)];
  await someEvidence(plan, action);
  await as(keeper, (ctx) => recordActual(ctx, figure(measure.id)));
  const pages = [
    () => as(keeper, (ctx) => getPlanAction(ctx, action.id)),
    () => as(keeper, (ctx) => getMilestone(ctx, milestone.id)),
    () => as(keeper, (ctx) => getMeasure(ctx, measure.id)),
    () => as(keeper, (ctx) => getWaits(ctx, action.id)),
    () => as(keeper, (ctx) => listMeasures(ctx, plan.id)),
    () => as(keeper, (ctx) => viewFrame(ctx, plan.id)),
  ];

  for (const page of pages) expect((await countStatements<unknown>(page)).count).toBeLessThan(9);
});
