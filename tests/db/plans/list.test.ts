import { expect, test } from "vitest";

import { withActor } from "@/lib/db/with-actor";
import { mostOnBoard, planPageSize, viewBoard, viewPlan } from "@/lib/plans/actions/list/queries";
import { listPlanActions } from "@/lib/plans/actions/queries";
import { mostOfPart, viewFrame } from "@/lib/plans/frame/queries";
import { type Rag, ragLabels, type Workstream, workstreamLabels } from "@/lib/plans/labels";
import { countsAsPrevent, type PlanFilter } from "@/lib/plans/rules";
import { viewTimeline } from "@/lib/plans/timeline/queries";
import { anActor, anArea } from "@/tests/support/factories";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

const rags = Object.keys(ragLabels) as Rag[];
const workstreams = Object.keys(workstreamLabels) as Workstream[];
const noon = new Date("2026-06-15T11:00:00Z");
/** The days on which 45 and 46 days have gone by at noon, and days on either side of it. */
const days = ["2026-02-01", "2026-04-30", "2026-05-01", "2026-06-14", "2026-06-16"];
const some = 130;

/** A long plan in which every colour, workstream and day meets every other. */
async function aLongPlan() {
  const keeper = await anActor("steering_member", { areaId: (await anArea()).id });
  const plan = await aPlan(keeper);
  const at = <One>(list: readonly One[], index: number) => list[index % list.length] as One;
  await Promise.all(
    Array.from({ length: some }, (_, n) =>
      aPlanAction(plan, {
        rag: at(rags, n),
        workstream: n % 3 === 0 ? at(workstreams, n) : "prevent",
        lastUpdate: at(days, Math.floor(n / 5)),
        startDay: at(days, Math.floor(n / 25)),
        dueDay: at(["2026-06-14", "2026-06-15", "2026-12-01"], n),
        reference: `1.${n + 1}`,
      }),
    ),
  );
  const as = <Found>(work: Parameters<typeof withActor<Found>>[1]) => withActor(keeper, work, noon);
  return { plan, as, all: await as((ctx) => listPlanActions(ctx, plan.id)) };
}

const tally = (found: { rag: Rag }[]) =>
  Object.fromEntries(rags.map((rag) => [rag, found.filter((one) => one.rag === rag).length]));

test("a long plan is read page by page; its counts and filters say in SQL what the rules say of each action (0.3, 8.2)", async () => {
  const { plan, as, all } = await aLongPlan();
  const view = (filter: PlanFilter & { page?: number }) =>
    as((ctx) => viewPlan(ctx, plan.id, filter));
  const shownBy = async (filter: PlanFilter) => {
    const pages = [await view(filter), await view({ ...filter, page: 2 })];
    const [first] = pages;
    const shown = pages
      .slice(0, first?.pages ?? 1)
      .flatMap(({ themes = [] }) => themes.flatMap(({ actions }) => actions));
    expect(shown).toHaveLength(first?.asked ?? -1);
    return shown.map(({ reference }) => reference).sort();
  };
  const expected = (is: (one: (typeof all)[number]) => boolean) =>
    all
      .filter(is)
      .map(({ reference }) => reference)
      .sort();

  const whole = await view({});
  expect(whole).toMatchObject({ total: some, asked: some, page: 1, pages: 2 });
  expect(whole.themes?.flatMap(({ actions }) => actions)).toHaveLength(planPageSize);
  expect(whole.counts).toEqual(tally(all.filter(countsAsPrevent)));
  expect(await shownBy({})).toEqual(expected(() => true));
  for (const rag of rags) {
    expect(await shownBy({ rag })).toEqual(expected((one) => one.rag === rag));
    expect(expected((one) => one.rag === rag).length).toBeGreaterThan(0);
  }
  expect(await shownBy({ workstream: "cohesion" })).toEqual(
    expected((one) => one.workstream === "cohesion"),
  );
  expect(await shownBy({ overdue: true, rag: "amber" })).toEqual(
    expected((one) => one.isOverdue && one.rag === "amber"),
  );
  expect(await shownBy({ objective: "ideology_2011" })).toEqual([]);
  expect(await shownBy({ objective: "people_2011" })).toEqual(expected(() => true));
  expect(await view({ page: 900 })).toMatchObject({ page: 2, pages: 2 });
  const wrong = expected((one) => one.rag === "red" || one.isStale || one.isOverdue);
  expect(whole).toMatchObject({ exceptionCount: wrong.length });
  expect(whole.exceptions).toHaveLength(mostOnBoard);
  for (const { reference } of whole.exceptions ?? []) expect(wrong).toContain(reference);
});

test("the board shows the soonest of each colour and counts them all; the timeline turns pages; the libraries show the first", async () => {
  const { plan, as, all } = await aLongPlan();

  const board = await as((ctx) => viewBoard(ctx, plan.id, {}));
  expect(board.counts).toEqual(tally(all));
  for (const rag of rags)
    expect(tally(board.actions)[rag]).toBe(Math.min(mostOnBoard, tally(all)[rag] ?? 0));
  const second = await as((ctx) => viewTimeline(ctx, plan.id, { page: 2 }));
  expect(second.themes.flatMap(({ actions }) => actions)).toHaveLength(some - planPageSize);
  const { libraries } = await as((ctx) => viewFrame(ctx, plan.id));
  const own = libraries.find(({ isOwn }) => isOwn)?.objectives;
  const followed = own?.find(({ objective }) => objective === "intervene_2023");
  expect(followed).toMatchObject({ count: some });
  expect(followed?.actions).toHaveLength(mostOfPart);
});

test("however long the plan, no way of reading it asks the database more than eight times", async () => {
  const { plan, as } = await aLongPlan();
  const ways = [
    () => as<unknown>((ctx) => viewPlan(ctx, plan.id, { page: 2 })),
    () => as<unknown>((ctx) => viewBoard(ctx, plan.id, {})),
    () => as<unknown>((ctx) => viewTimeline(ctx, plan.id)),
    () => as<unknown>((ctx) => viewFrame(ctx, plan.id)),
  ];
  for (const way of ways) expect((await countStatements(way)).count).toBeLessThan(9);
});
