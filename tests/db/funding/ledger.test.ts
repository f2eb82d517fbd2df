import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { toCsv } from "@/lib/csv";
import { addDays, financialYearOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { addClaim, makeClaim, payClaim } from "@/lib/funding/claims/commands";
import { addEntry, addLine, correctEntry, editLine } from "@/lib/funding/commands";
import { fundAction } from "@/lib/funding/links/commands";
import { listLinesOfAction } from "@/lib/funding/links/queries";
import { addPost, editPost } from "@/lib/funding/posts/commands";
import { exportLedger, getLineToWrite, viewFunding, viewLine } from "@/lib/funding/queries";
import { addTotals, noTotals } from "@/lib/funding/rules";
import type { AddEntry } from "@/lib/funding/schema";
import { anActor, anArea } from "@/tests/support/factories";
import { aClaim, aLine, anEntry, aPost } from "@/tests/support/funding";
import { owner } from "@/tests/support/owner";
import { aPartnership, aPlan, aPlanAction } from "@/tests/support/plans";
import { aProject } from "@/tests/support/projects";
import { today } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const words = "Entered in the wrong line by mistake.";

async function aTreasury() {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  return {
    ...{ areaId, keeper, line: await aLine(keeper) },
    steering: await anActor("steering_member", { areaId }),
    gold: await anActor("gold_reader", { areaId }),
    lead: await anActor("agency_lead", { areaId }),
    auditor: await anActor("auditor", { areaId }),
  };
}

const see = (who: Actor) => withActor(who, (ctx) => viewFunding(ctx));
const entry = (lineId: string, change: Partial<AddEntry> = {}): AddEntry => ({
  ...{ lineId, kind: "spent", target: "line", amount: 12_345, enteredDay: today },
  words: "An invoice",
  ...change,
});
const enter = (who: Actor, input: AddEntry) => withActor(who, (ctx) => addEntry(ctx, input));
const eventsOf = async ({ userId }: Actor) =>
  (await owner.auditEvent.findMany({ where: { actor: userId } })).map(({ type }) => type);

test("the name and purpose of a line are changed, its money is not, and whoever was overtaken is told", async () => {
  const { keeper, steering, lead, line } = await aTreasury();
  const other = await aLine(keeper);
  const { name: taken } = await owner.fundingLine.findUniqueOrThrow({ where: { id: other.id } });
  const edit = (who: Actor, name = "Schools") =>
    withActor(who, (ctx) =>
      editLine(ctx, { lineId: line.id, version: 1, name, note: "Work with schools" }),
    );
  const before = await withActor(keeper, (ctx) => viewLine(ctx, line.id));

  await expect(edit(steering)).rejects.toThrow(Forbidden);
  await expect(edit(lead)).rejects.toThrow(NotFound);
  await expect(edit(keeper, taken)).rejects.toThrow(FieldsRefused);
  await edit(keeper);
  await expect(edit(keeper)).rejects.toThrow(Overtaken);

  const after = await withActor(steering, (ctx) => viewLine(ctx, line.id));
  expect(after.line).toMatchObject({ name: "Schools", note: "Work with schools", version: 2 });
  expect(after.totals).toEqual(before.totals);
  expect(await eventsOf(keeper)).toContain("funding.line_edited");
  const money = withActor(keeper, ({ tx }) =>
    tx.fundingLine.updateMany({ where: { id: line.id }, data: { source: "police" } }),
  );
  await expect(money).rejects.toThrow("permission denied");
});

test("a line begins with its budget, in whole pence, and is recorded (0.12)", async () => {
  const { keeper } = await aTreasury();
  const input = {
    ...{ covers: "area", name: "Police fund", source: "police" as const, note: null },
    ...{ yearDay: financialYearOf(today), budget: 2_450_050 },
  };

  const { lineId } = await withActor(keeper, (ctx) => addLine(ctx, input));
  const twice = withActor(keeper, (ctx) => addLine(ctx, input));

  await expect(twice).rejects.toThrow(FieldsRefused);
  expect(await owner.fundingEntry.findMany({ where: { lineId } })).toMatchObject([
    { kind: "budget", pence: 2_450_050n },
  ]);
  expect(await eventsOf(keeper)).toContain("funding.line_added");
});

test("entries, lines, and projects and posts come to the same, to the penny, in the database and on the page (0.12)", async () => {
  const { keeper, line, areaId } = await aTreasury();
  const other = await aLine(keeper, { budget: 700_001 });
  const { id: projectId } = await aProject(keeper, { status: "delivery" });
  const { id: postId } = await aPost(line, keeper);
  for (const [to, kind, pence, of] of [
    [line, "allocated", 333_333, { projectId }],
    [line, "allocated", 3_850_050, { postId }],
    [other, "allocated", 1, { projectId }],
    [line, "spent", 10, { projectId }],
    [line, "spent", 20, { postId }],
    [other, "spent", 30, {}],
    [other, "spent", -7, { projectId }],
    [line, "forecast", 99, {}],
  ] as const)
    await anEntry(to, keeper, kind, pence, of);

  const { grand, lines, targets } = await see(keeper);
  const sums = await owner.$queryRaw<{ by: string; kind: string; pence: bigint }[]>`
    select 'entry' as by, kind, sum(pence)::bigint as pence from funding_entries where area_id = ${areaId}::uuid group by kind
    union all select 'line', kind, sum(p)::bigint from (select kind, sum(pence) as p from funding_entries where area_id = ${areaId}::uuid group by line_id, kind) l group by kind
    union all select 'thing', kind, sum(p)::bigint from (select kind, sum(pence) as p from funding_entries where area_id = ${areaId}::uuid group by project_id, post_id, kind) t group by kind`;

  const inDatabase = (by: string) => ({
    ...noTotals(),
    ...Object.fromEntries(
      sums.filter((sum) => sum.by === by).map(({ kind, pence }) => [kind, Number(pence)]),
    ),
  });
  for (const by of ["entry", "line", "thing"]) expect(inDatabase(by)).toEqual(grand);
  expect(addTotals(lines.map(({ totals }) => totals))).toEqual(grand);
  expect(addTotals(targets.map(({ totals }) => totals))).toEqual(grand);
  expect(grand).toMatchObject({ budget: 5_700_001, allocated: 4_183_384, spent: 53 });
});

test("an entry is never changed, not even by whoever owns the table; its opposite puts it right, once (0.12)", async () => {
  const { keeper, line } = await aTreasury();
  await enter(keeper, entry(line.id));
  const made = await owner.fundingEntry.findFirstOrThrow({
    where: { lineId: line.id, kind: "spent" },
  });
  const correct = (entryId: string) =>
    withActor(keeper, (ctx) => correctEntry(ctx, { entryId, reasons: words }));

  await expect(
    owner.fundingEntry.update({ where: { id: made.id }, data: { pence: 1n } }),
  ).rejects.toThrow();
  await expect(owner.fundingEntry.delete({ where: { id: made.id } })).rejects.toThrow();
  await correct(made.id);
  await expect(correct(made.id)).rejects.toThrow(RuleBroken);

  const opposite = await owner.fundingEntry.findFirstOrThrow({ where: { correctsId: made.id } });
  expect(opposite.pence).toBe(-12_345n);
  await expect(correct(opposite.id)).rejects.toThrow(RuleBroken);
  const { totals } = await withActor(keeper, (ctx) => viewLine(ctx, line.id));
  expect(totals.spent).toBe(0);
  expect(await eventsOf(keeper)).toContain("funding.corrected");
});

test("a counter-entry that is not the whole opposite is refused by the database", async () => {
  const { keeper, line } = await aTreasury();
  const { id: correctsId } = await anEntry(line, keeper, "spent", 500);
  const { areaId, hatId } = keeper;
  const half = owner.fundingEntry.create({
    data: {
      ...{ lineId: line.id, areaId, kind: "spent", pence: -250n, words, correctsId },
      ...{ enteredOn: new Date(), enteredByHatId: hatId, enteredAt: new Date() },
    },
  });

  await expect(half).rejects.toThrow();
});

test("no more is allocated than the line has, by the form or past it", async () => {
  const { keeper, line } = await aTreasury();
  const { id: target } = await aProject(keeper);
  const allocate = (amount: number) =>
    enter(keeper, entry(line.id, { kind: "allocated", target, amount }));

  await allocate(5_000_000);
  await expect(allocate(1)).rejects.toThrow(RuleBroken);
  const past = anEntry(line, keeper, "allocated", 1, { projectId: target });

  await expect(past).rejects.toThrow();
});

test("what is entered fits the line and its year", async () => {
  const { keeper, line } = await aTreasury();
  const elsewhere = await aProject(await anActor("prevent_coordinator"));

  await expect(enter(keeper, entry(line.id, { target: elsewhere.id }))).rejects.toThrow(
    FieldsRefused,
  );
  const before = entry(line.id, { enteredDay: addDays(financialYearOf(today), -1) });
  await expect(enter(keeper, before)).rejects.toThrow(FieldsRefused);
  expect(await owner.fundingEntry.count({ where: { lineId: line.id } })).toBe(1);
});

test("a line pays for what its own area keeps: a neighbour's project in the partnership is read, and not paid for from here", async () => {
  const { areaId, keeper, line } = await aTreasury();
  const neighbour = await anActor("prevent_coordinator");
  const { id: partnershipId } = await aPartnership([areaId, neighbour.areaId]);
  const theirs = await aProject(neighbour, { partnershipId, status: "delivery" });
  const ours = await aProject(keeper, { partnershipId, status: "delivery" });

  await expect(enter(keeper, entry(line.id, { target: theirs.id }))).rejects.toThrow(FieldsRefused);
  await enter(keeper, entry(line.id, { target: ours.id }));
  const { targets } = await withActor(keeper, (ctx) => getLineToWrite(ctx, line.id));
  expect(targets.map(({ id }) => id)).toEqual([ours.id]);
});

test("the co-ordinator writes, steering and Gold read, a lead has their own projects' amounts, and nobody else any", async () => {
  const { keeper, steering, gold, lead, auditor, line } = await aTreasury();
  const theirs = await aProject(keeper, { ownerOrganisationId: lead.organisationId });
  const other = await aProject(keeper);
  await anEntry(line, keeper, "spent", 700, { projectId: theirs.id });
  await anEntry(line, keeper, "spent", 900, { projectId: other.id });

  for (const reader of [steering, gold])
    expect((await see(reader)).grand).toMatchObject({ budget: 5_000_000, spent: 1_600 });
  const own = await see(lead);
  expect(own).toMatchObject({ lines: [], grand: { budget: 0, spent: 700 }, isOwnOnly: true });
  expect(own.targets.map(({ id }) => id)).toEqual([theirs.id]);
  await expect(see(auditor)).rejects.toThrow(Forbidden);
  for (const outsider of [lead, auditor])
    await expect(withActor(outsider, (ctx) => viewLine(ctx, line.id))).rejects.toThrow(NotFound);
  for (const reader of [steering, gold])
    await expect(enter(reader, entry(line.id))).rejects.toThrow(Forbidden);
  expect(JSON.stringify(await see(gold))).not.toContain(theirs.reference);
});

test("the ledger goes out as far as its reader may see it, and nothing in it is run", async () => {
  const { keeper, lead, line } = await aTreasury();
  await anEntry(line, keeper, "spent", 5, { words: "=HYPERLINK(1)" });
  const out = (who: Actor) => withActor(who, exportLedger);

  const entries = await out(keeper);
  const csv = toCsv(
    ["For"],
    entries.map((one) => [one.words]),
  );

  expect(csv).toContain("'=HYPERLINK(1)");
  expect(await out(lead)).toEqual([]);
  expect(await eventsOf(keeper)).toContain("funding.exported");
});

test("a claim has a day and a clock, is made, and then paid, and not the other way (0.12)", async () => {
  const { keeper, line } = await aTreasury();
  const add = { lineId: line.id, title: "Quarter", dueDay: addDays(today, 20), amount: 600_001 };
  await withActor(keeper, (ctx) => addClaim(ctx, add));
  const claim = await owner.fundingClaim.findFirstOrThrow({ where: { lineId: line.id } });
  const on = { claimId: claim.id, amount: 600_000 };
  const pay = (version: number) =>
    withActor(keeper, (ctx) => payClaim(ctx, { ...on, version, paidDay: today }));
  const clocks = () => owner.clock.findMany({ where: { claimId: claim.id } });

  expect(await clocks()).toMatchObject([
    { kind: "funding_claim", stoppedOn: null, path: `/plan/funding/lines/${line.id}` },
  ]);
  await expect(pay(1)).rejects.toThrow(RuleBroken);
  await withActor(keeper, (ctx) => makeClaim(ctx, { ...on, version: 1, madeDay: today }));
  expect(await clocks()).toMatchObject([{ outcome: "met" }]);
  await expect(pay(1)).rejects.toThrow(Overtaken);
  await pay(2);
  await expect(pay(3)).rejects.toThrow(RuleBroken);
});

test("a post is planned, and then filled; whoever was overtaken is told (0.12)", async () => {
  const { keeper, line } = await aTreasury();
  const post = {
    ...{ title: "Prevent education officer", state: "planned" as const, fromDay: today },
    ...{ toDay: undefined, cost: 4_612_550, note: null },
  };
  await withActor(keeper, (ctx) => addPost(ctx, { lineId: line.id, ...post }));
  const { id: postId } = await owner.fundingPost.findFirstOrThrow({ where: { lineId: line.id } });
  const fill = () =>
    withActor(keeper, (ctx) => editPost(ctx, { postId, version: 1, ...post, state: "filled" }));

  await fill();
  await expect(fill()).rejects.toThrow(Overtaken);
  const { posts } = await withActor(keeper, (ctx) => viewLine(ctx, line.id));
  expect(posts).toMatchObject([{ state: "filled", cost: 4_612_550 }]);
});

test("an action says what pays for it, seen from both, by those who may see money", async () => {
  const { keeper, lead, line } = await aTreasury();
  const plan = await aPlan(keeper);
  const { id: actionId } = await aPlanAction(plan);
  const choose = (lineIds: string[]) =>
    withActor(keeper, (ctx) => fundAction(ctx, { actionId, lineIds }));
  const paying = (who: Actor) => withActor(who, (ctx) => listLinesOfAction(ctx, actionId));

  await choose([line.id]);
  expect((await paying(keeper)).map(({ id }) => id)).toEqual([line.id]);
  expect(await paying(lead)).toEqual([]);
  const { actions } = await withActor(keeper, (ctx) => viewLine(ctx, line.id));
  expect(actions).toMatchObject([{ id: actionId }]);
  await choose([]);
  expect(await paying(keeper)).toEqual([]);
  const foreign = await aLine(await anActor("prevent_coordinator"));
  await expect(choose([foreign.id])).rejects.toThrow(FieldsRefused);
});

test("the year and the line stay within eight questions to the database", async () => {
  const { keeper, line } = await aTreasury();
  await aClaim(line, keeper);
  await aPost(line, keeper);

  const year = await countStatements(() => see(keeper));
  const one = await countStatements(() => withActor(keeper, (ctx) => viewLine(ctx, line.id)));

  expect(year.count).toBeLessThanOrEqual(7); // and one for the session
  expect(one.count).toBeLessThanOrEqual(7);
});
