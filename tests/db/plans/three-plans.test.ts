import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import { type Context, withActor } from "@/lib/db/with-actor";
import { addPlanAction } from "@/lib/plans/actions/commands";
import { viewPlan } from "@/lib/plans/actions/list/queries";
import { decidePlan, submitPlan } from "@/lib/plans/approval/commands";
import { viewApproval, viewChanges } from "@/lib/plans/approval/queries";
import { createPlan } from "@/lib/plans/commands";
import {
  closeRound,
  enterComment,
  makeComment,
  openRound,
  settleComment,
} from "@/lib/plans/consultation/commands";
import { listComments, viewConsultation } from "@/lib/plans/consultation/queries";
import { saveEquality, signEquality } from "@/lib/plans/equality/commands";
import { benchmarkLabels, objectivesIn, themesIn } from "@/lib/plans/labels";
import { publishPlan, setPublicLines } from "@/lib/plans/publication/commands";
import { findPublicPlan, viewPublic } from "@/lib/plans/publication/queries";
import { getPlan } from "@/lib/plans/queries";
import type { AddPlanAction, CreatePlan } from "@/lib/plans/schema";
import { startVersion } from "@/lib/plans/versions/commands";
import { sectionLabels, templateSections } from "@/lib/reports/labels";
import { equalityAnswers, words } from "@/tests/support/consultation";
import { anActor, anArea } from "@/tests/support/factories";
import { aBody } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aPartnership } from "@/tests/support/plans";
import { reportOn } from "@/tests/support/reported";
import { wordsOf } from "@/tests/support/reports";

// Each of the three plans that the product was conceived from, built by the commands alone.

const today = dayOf(new Date());
const closesDay = addDays(today, 14);
const group = "Safer Wyvern partnership";

const as = <T>(who: Actor, work: (ctx: Context) => Promise<T>) => withActor(who, work);

async function aKeeper() {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  return { areaId, keeper, lead: await anActor("agency_lead", { areaId }) };
}

const period = { startDay: "2026-04-01", endDay: "2027-03-31" };
const create = (
  keeper: Actor,
  input: Pick<CreatePlan, "objectiveScheme" | "themeTemplate" | "covers">,
) => as(keeper, (ctx) => createPlan(ctx, { title: "Prevent plan", ...period, ...input }));

const details: Omit<
  AddPlanAction,
  "planId" | "themeId" | "objective" | "reference" | "text" | "ownerOrganisationId"
> = {
  ...{ ownerRole: "Head of community safety", startDay: "2026-04-01", dueDay: "2027-01-31" },
  ...{ priority: "high", workstream: "prevent", evidenceBasis: "background" },
  proportionality: "It is offered to everybody, and singles nobody out.",
  cohesionImpact: "It could be taken as being about one community, so all are asked.",
  ...{ contributorIds: [], benchmarks: [], forAreas: [] },
};

/** One action under each theme, led by the partner. */
async function fill(
  keeper: Actor,
  planId: string,
  lead: Actor,
  change: Partial<AddPlanAction> = {},
) {
  const plan = await as(keeper, (ctx) => getPlan(ctx, planId));
  const objective = objectivesIn[plan.objectiveScheme][1] ?? "intervene_2023";
  const made: string[] = [];
  for (const [index, theme] of plan.themes.entries()) {
    const led = { ownerOrganisationId: lead.organisationId, reference: `${index + 1}.1` };
    const { actionId } = await as(keeper, (ctx) =>
      addPlanAction(ctx, {
        ...details,
        ...{
          planId,
          themeId: theme.id,
          objective,
          text: `Deliver ${theme.title}`,
          ...led,
          ...change,
        },
      }),
    );
    made.push(actionId);
  }
  return made as [string, ...string[]];
}

const open = (keeper: Actor, planId: string, organisationIds: string[]) =>
  as(keeper, async (ctx) => {
    const bodies = ["Regional office", "Interfaith forum"];
    await openRound(ctx, { planId, question: words, closesDay, organisationIds, bodies });
    const { rounds } = await viewConsultation(ctx, planId);
    return rounds[0]?.id ?? "";
  });

const onAction = (id: string) => ({ about: "action", id }) as const;

/** Every comment that waits is answered: those on an action in new words, those on the whole with a reason. */
async function settleAll(keeper: Actor, planId: string) {
  const comments = await as(keeper, (ctx) => listComments(ctx, planId));
  for (const { id: commentId, about, number } of comments) {
    const answer = { commentId, version: 1, reason: words };
    const change = { changedPart: "text", after: `Said anew after comment ${number}` } as const;
    await as(keeper, (ctx) =>
      settleComment(
        ctx,
        about === "action"
          ? { ...answer, ...change, disposition: "accepted" }
          : { ...answer, disposition: "not_accepted" },
      ),
    );
  }
}

async function assess(keeper: Actor, planId: string) {
  const signed = { signedBy: "Head of equality", signedDay: today };
  await as(keeper, (ctx) => saveEquality(ctx, { planId, version: 0, ...equalityAnswers }));
  await as(keeper, (ctx) => signEquality(ctx, { planId, version: 1, ...signed }));
}

async function approve(keeper: Actor, planId: string) {
  const named = { areaId: keeper.areaId, name: group };
  const { id: bodyId } =
    (await owner.governanceBody.findFirst({ where: named, select: { id: true } })) ??
    (await aBody(keeper, { name: group }));
  const put = { planId, bodyId, note: null, submittedDay: today };
  await as(keeper, (ctx) => submitPlan(ctx, put));
  const yes = { planId, decision: "approved", decidedDay: today } as const;
  await as(keeper, (ctx) => decidePlan(ctx, yes));
}

/** The report that the board approves it by: every section filled or "none", on the page, as PDF and as DOCX (0.15, BR-01). */
async function expectReport(keeper: Actor, planId: string, total: number) {
  const { id } = await owner.planSnapshot.findFirstOrThrow({ where: { planId, kind: "approval" } });
  const { empty, ...copies } = await reportOn(keeper, id);
  for (const [copy, text] of Object.entries(copies)) {
    const said = text.replaceAll(/\s+/g, " ");
    for (const code of templateSections.board) {
      expect([copy, code, said.includes(sectionLabels[code])]).toEqual([copy, code, true]);
      const words = `${wordsOf(code)} ${total} actions.`;
      expect([copy, code, said.includes(words)]).toEqual([copy, code, !empty.includes(code)]);
    }
    expect([copy, said.match(/\bNone\b/g)?.length]).toEqual([copy, empty.length]);
  }
}

test("the five elements, from the template to approval (0.1 to 0.4)", async () => {
  const { keeper, lead } = await aKeeper();
  const { planId } = await create(keeper, {
    ...{ objectiveScheme: "prevent_2023", themeTemplate: "five_elements", covers: "area" },
  });
  const [first] = await fill(keeper, planId, lead);
  const roundId = await open(keeper, planId, [lead.organisationId]);
  await as(lead, (ctx) => makeComment(ctx, { roundId, line: onAction(first), text: words }));
  await as(keeper, (ctx) => closeRound(ctx, { roundId }));
  await settleAll(keeper, planId);
  await assess(keeper, planId);

  await approve(keeper, planId);

  const seen = await as(lead, (ctx) => viewPlan(ctx, planId, {}));
  expect(seen.plan).toMatchObject({ status: "approved", edition: 1, approvedBy: group });
  expect(seen.themes?.map(({ title }) => title)).toEqual(themesIn("five_elements"));
  expect(seen.themes?.every(({ actions }) => actions.length === 1)).toBe(true);
  await expectReport(keeper, planId, 5);
});

test("the toolkit's eight parts over two areas, each with an action of its own (0.4, 3.5)", async () => {
  const { areaId, keeper, lead } = await aKeeper();
  const county = await anArea();
  const there = await anActor("agency_lead", { areaId: county.id });
  const partnership = await aPartnership([areaId, county.id]);
  const { planId } = await create(keeper, {
    ...{ objectiveScheme: "prevent_2023", themeTemplate: "toolkit_2024", covers: partnership.id },
  });
  const [first] = await fill(keeper, planId, lead);
  const plan = await as(keeper, (ctx) => getPlan(ctx, planId));
  await as(keeper, (ctx) =>
    addPlanAction(ctx, {
      ...{ ...details, benchmarks: ["training"], forAreas: [county.id] },
      ...{ planId, themeId: plan.themes[5]?.id ?? "", objective: "intervene_2023" },
      ...{ reference: "6.2", text: "Train the county", ownerOrganisationId: there.organisationId },
    }),
  );
  const roundId = await open(keeper, planId, [lead.organisationId, there.organisationId]);
  await as(there, (ctx) => makeComment(ctx, { roundId, line: onAction(first), text: words }));
  await as(keeper, (ctx) => closeRound(ctx, { roundId }));
  await settleAll(keeper, planId);
  await assess(keeper, planId);

  await approve(keeper, planId);

  const seen = await as(there, (ctx) => viewPlan(ctx, planId, { area: county.id }));
  expect(seen.plan).toMatchObject({ status: "approved", areas: { length: 2 } });
  expect(seen.themes?.map(({ title }) => title)).toEqual(Object.values(benchmarkLabels));
  expect(seen).toMatchObject({ total: 9, asked: 9 });
  const own = await as(keeper, (ctx) => viewPlan(ctx, planId, { area: areaId }));
  expect(own).toMatchObject({ total: 9, asked: 8 });
  await expectReport(keeper, planId, 9);
});

test("a plan on the objectives of 2011, with a letter, an event, its assessment, and approval as version 2 (4.3, 4.6 to 4.8, 4.10)", async () => {
  const { keeper, lead } = await aKeeper();
  const { planId: firstId } = await create(keeper, {
    ...{ objectiveScheme: "prevent_2011", themeTemplate: "five_elements", covers: "area" },
  });
  const [letterOn] = await fill(keeper, firstId, lead);
  const round = await open(keeper, firstId, [lead.organisationId]);
  await as(keeper, (ctx) => closeRound(ctx, { roundId: round }));
  await assess(keeper, firstId);
  await approve(keeper, firstId);

  const { planId } = await as(keeper, (ctx) => startVersion(ctx, { planId: firstId }));
  const next = await owner.planAction.findMany({
    where: { planId },
    select: { actionId: true, continuesId: true },
    orderBy: { reference: "asc" },
  });
  const [asLetter, asEvent] = next.map(({ actionId }) => actionId) as [string, string];
  expect(next[0]?.continuesId).toBe(letterOn);
  const roundId = await open(keeper, planId, [lead.organisationId]);
  const letter = { sourceKind: "body", sourceTitle: "Letter from the regional office" } as const;
  const event = { sourceKind: "event", sourceTitle: "Awareness evening, town hall" } as const;
  const said = { roundId, text: words, saidDay: today };
  const enter = (input: Parameters<typeof enterComment>[1]) =>
    as(keeper, (ctx) => enterComment(ctx, input));
  await enter({ ...said, ...letter, line: onAction(asLetter) });
  await enter({ ...said, ...event, line: onAction(asEvent) });
  await enter({ ...said, ...event, line: { about: "plan", id: null } });
  await as(keeper, (ctx) => closeRound(ctx, { roundId }));
  await settleAll(keeper, planId);
  await assess(keeper, planId);

  await approve(keeper, planId);

  const screen = await as(lead, (ctx) => viewApproval(ctx, planId));
  expect(screen).toMatchObject({
    plan: { status: "approved", edition: 2, objectiveScheme: "prevent_2011" },
    before: { id: firstId, status: "superseded" },
    equality: { signedBy: "Head of equality" },
    submissions: [{ decision: "approved", body: group, edition: 2 }],
  });
  expect(screen.actions.every(({ cohesionImpact }) => cohesionImpact)).toBe(true);
  const { found, comments } = await as(lead, (ctx) => viewChanges(ctx, planId));
  const changed = found?.reworded.map(({ action }) => action.actionId);
  expect(changed).toEqual([asLetter, asEvent]);
  expect(comments.map(({ source, changedActionId }) => [source, changedActionId])).toEqual([
    [letter.sourceTitle, asLetter],
    [event.sourceTitle, asEvent],
    [event.sourceTitle, null],
  ]);

  const themeId = screen.plan.themes[0]?.id ?? "";
  const lines = [{ actionId: asLetter, text: "What everybody may read" }];
  await as(keeper, (ctx) => setPublicLines(ctx, { themeId, lines }));
  await as(keeper, (ctx) =>
    publishPlan(ctx, { planId, introduction: words, contact: "The town hall" }),
  );
  const { live } = await as(keeper, (ctx) => viewPublic(ctx, planId));
  const page = await as(theSystem(), (ctx) => findPublicPlan(ctx, live?.slug ?? ""));
  expect(page).toMatchObject({ edition: 2, approvedBy: group, approvedDay: today });
  await expectReport(keeper, planId, 5);
});
