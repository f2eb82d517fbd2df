// npm run bench:sql: what the database does for each hot query, as the application's role, at several sizes. Runs the
// real queries, keeps what they sent, and asks Postgres to explain and time each statement under the same policies.
//   --cases 10000,100000,1000000   how many      --plans   also prints the plan of each statement that is late
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";

import type { Client } from "pg";

import type { Actor } from "@/lib/access/actor";
import type { Context } from "@/lib/db/with-actor";
import { recordStatements, type Sent } from "@/tests/support/statements";
import {
  benchFolder,
  type Filled,
  fillDatabase,
  keepResults,
  median,
  startBenchServer,
} from "./bench-database";
import { connected } from "./database";

const { values: wish } = parseArgs({
  options: { cases: { type: "string", default: "10000,100000" }, plans: { type: "boolean" } },
});
const rounds = 11;

type Work = (ctx: Context) => Promise<unknown>;
type Measured = { query: string; reader: string; limit: number; work: Work; actor: Actor };

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

/** Tables of which every row was looked at, unless there are only a few. */
const scansIn = (plan: Plan): string[] => [
  ...(plan["Node Type"] === "Seq Scan" &&
  (plan["Actual Rows"] ?? 0) + (plan["Rows Removed by Filter"] ?? 0) > 1_000
    ? [plan["Relation Name"] ?? "?"]
    : []),
  ...(plan.Plans ?? []).flatMap(scansIn),
];

async function explain(client: Client, { text, values }: Sent) {
  const { rows } = await client.query(`explain (analyze, timing off, format json) ${text}`, values);
  const [found] = rows[0]["QUERY PLAN"] as [{ Plan: Plan; "Execution Time": number }];
  return { ms: found["Execution Time"], scans: scansIn(found.Plan) };
}

/** Who is asking, for as long as this transaction lasts. */
const settings = (actor: Actor): Sent => ({
  text: `select set_config('app.actor_id', $1, true), set_config('app.actor_hat', $2, true),
    set_config('app.actor_role', $3, true), set_config('app.actor_area', $4, true), set_config('app.actor_organisation', $5, true)`,
  values: [actor.userId, actor.hatId, actor.role, actor.areaId, actor.organisationId],
});

const isRead = ({ text }: Sent) =>
  /^\s*(select|with)/i.test(text) && !/set_config|pg_advisory/i.test(text);

async function printPlan(client: Client, { text, values }: Sent) {
  const { rows } = await client.query(`explain (analyze) ${text}`, values);
  console.log(`${text}\n${rows.map((row) => `  ${row["QUERY PLAN"]}`).join("\n")}\n`);
}

async function measure(appUrl: string, { actor, work, limit }: Measured) {
  const { withActor } = await import("@/lib/db/with-actor");
  const { sent } = await recordStatements(() => withActor(actor, work));
  const role = sent.findIndex(({ text }) => /set local role/i.test(text));
  return connected(appUrl, async (client) => {
    const times: number[] = [];
    const scans = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      await client.query("begin");
      const { text, values } = settings(actor);
      await client.query(text, values);
      let total = 0;
      for (const [index, statement] of sent.entries()) {
        if (index === role || /reset role/i.test(statement.text))
          await client.query(statement.text);
        if (!isRead(statement)) continue;
        const { ms, scans: seen } = await explain(client, statement);
        total += ms;
        for (const table of seen) scans.add(table);
        const isLate = ms > limit || seen.length > 0;
        if (wish.plans && isLate && round === rounds - 1) await printPlan(client, statement);
      }
      await client.query("rollback");
      times.push(total);
    }
    return { ms: median(times), statements: sent.length, scans: [...scans] };
  });
}

/** What is asked most, and how long the database may take over it (milliseconds). */
async function whatIsAsked(filled: Filled): Promise<Measured[]> {
  const { few, half, actors, adminUrl, long, panel, plan } = filled;
  const { countCases, listCases } = await import("@/lib/cases/list/queries");
  const { viewHistory } = await import("@/lib/cases/history/queries");
  const { viewSittingItem } = await import("@/lib/panels/sitting/queries");
  const { searchCases } = await import("@/lib/cases/searches/commands");
  const { viewCase } = await import("@/lib/cases/overview/queries");
  const { listGatewayQueue } = await import("@/lib/referrals/queue/queries");
  const { viewHome } = await import("@/lib/home/queries");
  const { findEarlierReferrals } = await import("@/lib/people/queries");
  const { viewPlan } = await import("@/lib/plans/actions/list/queries");
  const { freeze } = await import("@/lib/plans/snapshots/queries");
  const { withActor } = await import("@/lib/db/with-actor");
  const list = { sort: "opened", dir: "desc", page: 1 } as const;

  const of = async (reader: string, actor: Actor): Promise<Measured[]> => {
    const { cases } = await withActor(actor, (ctx) => listCases(ctx, list));
    const [one] = cases;
    const [surname = "a"] = (one?.personName ?? "").split(" ").slice(-1);
    const { path } = await withActor(actor, (ctx) => searchCases(ctx, { words: surname }));
    const search = path.split("search=")[1];
    const asked = (query: string, limit: number, work: Work) => ({
      ...{ query, reader, limit, work, actor },
    });
    return [
      asked("case list", 1, (ctx) => listCases(ctx, list)),
      asked("case list, one stage", 1, (ctx) => listCases(ctx, { ...list, stage: "in_support" })),
      asked("case list, by date due", 1, (ctx) =>
        listCases(ctx, { ...list, sort: "due", dir: "asc" }),
      ),
      asked("capped count", 1, (ctx) => countCases(ctx, {}, null)),
      asked("search by name", 2, (ctx) => listCases(ctx, { ...list, ...(search && { search }) })),
      asked("case file", 1, (ctx) => viewCase(ctx, one?.reference ?? "")),
      asked("home", 5, (ctx) => viewHome(ctx)),
    ];
  };

  const [person] = await connected(adminUrl, async (client) => {
    const { rows } = await client.query(
      `select p.referral_id as "referralId", r.data_key_id as "dataKeyId", p.forenames, p.surname, p.date_of_birth::text as "dateOfBirth", p.postcode
         from people p join referrals r on r.id = p.referral_id
        where p.area_id = $1 and p.date_of_birth is not null and p.surname is not null and r.status = 'gateway' order by p.id limit 1`,
      [few.areaId],
    );
    return rows;
  });
  const gateway = actors.gateway_officer;
  const described = { ...person, approximateAge: null, ageOn: "2026-11-21" as const, place: null };
  return [
    ...(await of("5 cases", few)),
    ...(await of("half of them", half)),
    {
      ...{ query: "chronology, 2,000 events", reader: "half of them", limit: 2, actor: half },
      work: (ctx) => viewHistory(ctx, long, null),
    },
    {
      ...{ query: "panel screen", reader: "chair", limit: 1, actor: panel.chair },
      work: (ctx) => viewSittingItem(ctx, panel.itemId),
    },
    {
      ...{ query: "gateway queue", reader: "gateway", limit: 1, actor: gateway },
      work: (ctx) => listGatewayQueue(ctx, { status: "waiting", page: 1 }),
    },
    {
      ...{ query: "case list", reader: "gateway", limit: 1, actor: gateway },
      work: (ctx) => listCases(ctx, list),
    },
    {
      ...{ query: "plan list, 2,000 actions", reader: "steering", limit: 20 },
      ...{ actor: actors.steering_member, work: (ctx) => viewPlan(ctx, plan, {}) },
    },
    {
      ...{ query: "quarter, 2,000 actions", reader: "co-ordinator", limit: 200 },
      ...{ actor: actors.prevent_coordinator, work: (ctx) => freeze(ctx, plan) },
    },
    {
      ...{ query: "person matching", reader: "gateway", limit: 50, actor: gateway },
      work: (ctx) => findEarlierReferrals(ctx, described),
    },
  ];
}

/** How long the whole of a quarter of 2,000 actions takes to close, rows and log and all (milliseconds). */
async function measureQuarter({ actors, plan }: Filled): Promise<number> {
  const { closeQuarter } = await import("@/lib/plans/snapshots/commands");
  const { quarterToClose } = await import("@/lib/plans/snapshots/rules");
  const { dayOf } = await import("@/lib/dates");
  const { withActor } = await import("@/lib/db/with-actor");
  const times: number[] = [];
  const kept = new Error("not kept: the next round closes it again");
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    await withActor(actors.prevent_coordinator, async (ctx) => {
      await closeQuarter(ctx, { planId: plan, quarter: quarterToClose(dayOf(ctx.now)) });
      throw kept;
    }).catch((error: unknown) => {
      if (error !== kept) throw error;
    });
    times.push(performance.now() - began);
  }
  return median(times);
}

async function measureAll(cases: number) {
  const server = await startBenchServer();
  try {
    const filled = await fillDatabase(server, cases);
    console.log(`\n${cases.toLocaleString("en-GB")} cases`);
    console.log("query                     reader             ms   limit   reads all of");
    const results: Record<string, unknown>[] = [];
    for (const asked of await whatIsAsked(filled)) {
      const { ms, statements, scans } = await measure(filled.appUrl, asked);
      const { query, reader, limit } = asked;
      results.push({ cases, query, reader, ms, limit, statements, scans });
      const isLate = ms > limit || scans.length > 0 ? "  *" : "";
      console.log(
        `${query.padEnd(25)} ${reader.padEnd(13)} ${ms.toFixed(2).padStart(7)} ${String(limit).padStart(7)}   ${scans.join(", ")}${isLate}`,
      );
    }
    const quarter = await measureQuarter(filled);
    console.log(`A quarter of 2,000 actions is closed in ${quarter.toFixed(0)} ms.`);
    const { pool } = await import("@/lib/db/pool");
    await pool.end();
    keepResults(`bench-sql-${cases}`, { rounds, results, quarter });
  } finally {
    await server.stop();
    rmSync(benchFolder, { recursive: true, force: true });
  }
}

/** Each size in a process of its own, since the application knows one database. */
const again = (cases: string) =>
  new Promise<void>((resolve, reject) => {
    const args = ["--conditions=react-server", "--import", "tsx", "scripts/bench-sql.ts"];
    spawn(process.execPath, [...args, "--cases", cases, ...(wish.plans ? ["--plans"] : [])], {
      stdio: "inherit",
    }).once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${cases} cases: ended with ${code}`)),
    );
  });

const sizes = wish.cases.split(",");
if (sizes.length > 1) for (const size of sizes) await again(size);
else await measureAll(Number(wish.cases));
