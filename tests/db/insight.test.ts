import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { roleLabels } from "@/lib/access/labels";
import { mayEver } from "@/lib/access/policy";
import { addMonths, dayOf, quarterOf } from "@/lib/dates";
import { asStatistics, type Context, withActor } from "@/lib/db/with-actor";
import { exportInsight, viewInsight } from "@/lib/insight/queries";
import { cellText } from "@/lib/insight/rules";
import {
  aCase,
  aConsent,
  aMeeting,
  anActor,
  anArea,
  anItem,
  aReferral,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const view = (actor: Actor, code?: string) => withActor(actor, (ctx) => viewInsight(ctx, code));
const thisQuarter = quarterOf(dayOf(new Date())).start;
const lastQuarter = addMonths(thisQuarter, -3);

/** So many of one kind in one quarter, as the triggers would have counted them. */
const counted = (
  areaId: string,
  n: number,
  { quarter = lastQuarter, measure = "referrals", dimension = "all", category = "all" } = {},
) =>
  owner.$executeRaw`insert into stat_cells values
    (${areaId}::uuid, ${quarter}::date, ${measure}, ${dimension}, ${category}, ${n})`;

async function aReader(role: "steering_member" | "auditor" = "steering_member") {
  const { id: areaId } = await anArea();
  return anActor(role, { areaId });
}

test("IS-20 the role that reads counts can read nobody", async () => {
  const reader = await aReader();
  const { rows } = await withActor(reader, (ctx) =>
    asStatistics(ctx, async () => ({
      rows: await ctx.tx.$queryRaw<{ name: string; readable: boolean }[]>`
        select c.relname::text as name, has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select') as readable
          from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')`,
    })),
  );

  const readable = rows.filter((row) => row.readable).map(({ name }) => name);

  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "people",
      "referrals",
      "cases",
      "referral_texts",
      "equality_records",
      "users",
    ]),
  );
  expect(readable).toEqual(["stat_cells"]);
});

test("IS-20 the role that reads counts may call two functions of ours that look past a policy", async () => {
  const rows = await owner.$queryRaw<{ name: string }[]>`
    select p.proname::text as name from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
       and has_function_privilege('casebook_stats', p.oid, 'execute') order by 1`;

  expect(rows.map(({ name }) => name)).toEqual(["stats_due", "stats_meetings", "stats_plan"]);
});

const forbidden = {
  people: ({ tx }) => tx.$queryRaw`select id from people`,
  referrals: ({ tx }) => tx.$queryRaw`select id from referrals`,
  referral_texts: ({ tx }) => tx.$queryRaw`select answers from referral_texts`,
  cases: ({ tx }) => tx.$queryRaw`select id from cases`,
  equality_records: ({ tx }) => tx.$queryRaw`select ethnicity from equality_records`,
  users: ({ tx }) => tx.$queryRaw`select name from users`,
} satisfies Record<string, (ctx: Context) => Promise<unknown>>;

test.for(Object.entries(forbidden))(
  "IS-20 as statistics, %s cannot be selected from",
  async ([, select]) => {
    const reader = await aReader();

    await expect(withActor(reader, (ctx) => asStatistics(ctx, () => select(ctx)))).rejects.toThrow(
      /permission denied/,
    );
  },
);

test("IS-21 the application itself cannot read a count that was not made publishable", async () => {
  const reader = await aReader();

  await expect(
    withActor(reader, ({ tx }) => tx.$queryRaw`select n from stat_cells`),
  ).rejects.toThrow(/permission denied/);
});

test("another area's counts are not there", async () => {
  const [reader, other] = [await aReader(), await aReader()];
  await counted(reader.areaId, 30);
  await counted(other.areaId, 12);

  const { figures } = await view(reader);

  expect(cellText(figures?.pipeline.now.referrals ?? { kind: "small", low: 0, high: 4 })).toBe(
    "30",
  );
});

test("IS-21 a small count of a closed quarter is not in what a page is given", async () => {
  const reader = await aReader();
  for (const [category, n] of [
    ["education", 12],
    ["police", 7],
    ["health", 3],
  ] as const)
    await counted(reader.areaId, n, { dimension: "sector", category });
  await counted(reader.areaId, 22);

  const { figures } = await view(reader);

  if (!figures) throw new Error("There are no figures.");
  const { cells, total } = figures.sector.now;
  expect(cellText(total)).toBe("22");
  expect(Object.entries(cells).map(([code, cell]) => [code, cellText(cell)])).toEqual(
    expect.arrayContaining([
      ["health", "<5"],
      ["police", "7"],
      ["prison", "<5"],
    ]),
  );
  expect(cells.education?.kind).toBe("range");
});

test("the quarter that is not over shows three totals, and nothing that is broken down", async () => {
  const reader = await aReader();
  for (const measure of ["referrals", "discussed", "adopted"])
    await counted(reader.areaId, { referrals: 40, discussed: 20, adopted: 10 }[measure] ?? 0, {
      quarter: thisQuarter,
      measure,
    });
  await counted(reader.areaId, 40, {
    quarter: thisQuarter,
    dimension: "sector",
    category: "police",
  });

  const { soFar, figures, choices } = await view(reader, thisQuarter);

  expect(Object.values(soFar.pipeline).map(cellText)).toEqual(["40", "20", "10"]);
  expect(figures).toBeNull();
  expect(choices).toEqual([]);
});

test("REP-01 what happens is counted once, in the quarter in which it happens", async () => {
  const reader = await aReader();
  const { areaId } = reader;
  for (const [measure, n] of [
    ["referrals", 40],
    ["discussed", 20],
    ["adopted", 10],
  ] as const)
    await counted(areaId, n, { quarter: thisQuarter, measure });
  const chair = await anActor("chair", { areaId });
  const opened = await aCase({ areaId });
  await aReferral({ areaId });
  const item = await anItem(opened, { chair }, { meetingId: (await aMeeting({ areaId })).id });
  for (const outcome of ["discussed_only", "adopt"])
    await owner.panelDecision.create({
      data: {
        itemId: item.id,
        meetingId: item.meetingId,
        caseId: opened.id,
        areaId,
        outcome,
        reasons: "Every agency agreed that mentoring and help with housing are needed.",
        details: {},
        quorum: {},
        vote: "agreed",
        decidedByHatId: chair.hatId,
        decidedAt: new Date(),
      },
    });

  const { soFar } = await view(reader);

  expect(Object.values(soFar.pipeline).map(cellText)).toEqual(["42", "21", "11"]);
});

/** A case and its consent, taken from one answer to the next. */
async function answered(areaId: string, ...states: string[]) {
  const opened = await aCase({ areaId });
  for (const state of states) await aConsent(opened, { state });
  return opened;
}

test("C-12 each answer of an adopted case is counted once, in the quarter in which it is recorded", async () => {
  const { areaId } = await aReader();
  await answered(areaId, "sought", "given", "withdrawn", "withdrawn"); // What follows a no repeats it.
  await answered(areaId, "sought", "refused");
  const two = await answered(areaId, "sought", "given");
  const day = { onDay: new Date(), recordedAt: new Date(), details: {} };
  for (const [number, state] of [
    [3, "sought"],
    [4, "refused"],
  ] as const)
    await owner.consent.create({
      data: { caseId: two.id, areaId, number, state, strand: 2, ...day }, // One yes is enough.
    });

  const cells = await owner.$queryRaw`
    select quarter::text, category, n from stat_cells
     where area_id = ${areaId}::uuid and measure = 'consent' order by category`;

  expect(cells).toEqual([
    { quarter: thisQuarter, category: "given", n: 2 },
    { quarter: thisQuarter, category: "refused", n: 1 },
    { quarter: thisQuarter, category: "sought", n: 3 },
    { quarter: thisQuarter, category: "withdrawn", n: 1 },
  ]);
});

test("C-12, IS-21 consent is shown of a quarter that is over, in fives, and of no other", async () => {
  const reader = await aReader();
  const of = (category: string, n: number, quarter = lastQuarter) =>
    counted(reader.areaId, n, { quarter, measure: "consent", dimension: "consent", category });
  await of("sought", 13);
  await of("given", 9);
  await of("refused", 3);
  await of("given", 40, thisQuarter);

  const { figures } = await view(reader);

  expect(Object.values(figures?.consent.now ?? {}).map(cellText)).toEqual([
    "10 to 14",
    "5 to 9",
    "<5",
    "<5",
    "<5",
  ]);
  expect(JSON.stringify(figures?.consent)).not.toMatch(/13|40/);
});

test.for(["mentor", "reader of another area"] as const)(
  "C-12 a %s is told nothing of an area's consent",
  async (who) => {
    const { areaId } = await aReader();
    await counted(areaId, 30, { measure: "consent", dimension: "consent", category: "given" });

    if (who === "mentor") {
      const mentor = await anActor("provider", { areaId });
      await expect(view(mentor)).rejects.toMatchObject({ name: "Forbidden" });
      return;
    }
    const other = await aReader();
    await counted(other.areaId, 30);
    const { figures } = await view(other);
    expect(Object.values(figures?.consent.now ?? {}).map(cellText)).toEqual(Array(5).fill("<5"));
  },
);

test("every look is on the log with what was asked for, and so is every file", async () => {
  const reader = await aReader();
  await counted(reader.areaId, 30);

  await view(reader, lastQuarter);
  await withActor(reader, (ctx) => exportInsight(ctx, lastQuarter));

  const events = await owner.auditEvent.findMany({
    where: { actor: reader.userId },
    orderBy: { id: "asc" },
    select: { type: true, facts: true },
  });
  expect(events).toEqual([
    { type: "insight.viewed", facts: { period: lastQuarter } },
    { type: "insight.exported", facts: { period: lastQuarter } },
  ]);
});

test("a page of figures takes no more than eight statements", async () => {
  const reader = await aReader();
  await counted(reader.areaId, 30);

  const { count } = await countStatements(() => view(reader));

  expect(count).toBeLessThanOrEqual(8);
});

test.for(Object.keys(roleLabels) as (keyof typeof roleLabels)[])(
  "a %s sees the figures if the policy says so, and not otherwise",
  async (role) => {
    const { id: areaId } = await anArea();
    const actor = await anActor(role, { areaId });

    if (mayEver(actor, "insight:read")) await expect(view(actor)).resolves.toBeDefined();
    else await expect(view(actor)).rejects.toMatchObject({ name: "Forbidden" });
  },
);
