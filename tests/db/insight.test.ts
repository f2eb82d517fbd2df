import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { roleLabels } from "@/lib/access/labels";
import { mayEver } from "@/lib/access/policy";
import { addMonths, dayOf, quarterOf } from "@/lib/dates";
import { asStatistics, type Context, withActor } from "@/lib/db/with-actor";
import { exportInsight, viewInsight } from "@/lib/insight/queries";
import { cellText } from "@/lib/insight/rules";
import { aCase, aMeeting, anActor, anArea, anItem, aReferral } from "@/tests/support/factories";
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

  expect(rows.map(({ name }) => name)).toEqual(["stats_due", "stats_plan"]);
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
