// npm run bench: the production build on 10,000 cases, page by page, against a bare Node server that sends the same
// SQL under the same policies. One second of each in turn, so that a busy machine slows both.
//   --cases 10000   --slices 5   --warm 600
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { parseArgs } from "node:util";

import { encode } from "next-auth/jwt";

import type { Actor } from "@/lib/access/actor";
import type { Context } from "@/lib/db/with-actor";
import { demonstrationAccounts, demonstrationPassword } from "@/lib/demonstration";
import { testSettings } from "@/tests/support/settings";
import { recordStatements, type Sent } from "@/tests/support/statements";
import {
  benchFolder,
  type Filled,
  fillDatabase,
  keepResults,
  startBenchServer,
} from "./bench-database";
import { type Call, cpuOf, memoryOf, percentile, type Slice, slice } from "./bench-load";
import { connected, freePort } from "./database";

const { values: wish } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    slices: { type: "string", default: "5" },
    warm: { type: "string", default: "600" },
  },
});

type Operation = {
  name: string;
  marker: string;
  call: Call;
  /** What the page asks of the database; without it there is nothing to compare with. */
  work?: { actor: Actor; run: (ctx: Context) => Promise<unknown> };
};

const agent = new Agent({ keepAlive: true });
type Wish = { method?: string; headers?: Record<string, string>; body?: Buffer };

const send = (url: string, { method = "GET", headers = {}, body }: Wish = {}) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const text = `${answer.headers["x-action-redirect"] ?? ""} ${Buffer.concat(parts)}`;
        resolve({ status: answer.statusCode ?? 0, text });
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });

/** A form as a page's script sends it. */
async function post(
  url: string,
  { name, fields }: { name: string; fields: Record<string, string> },
  cookie: string,
) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(`_1_${field}`, value);
  form.set("0", JSON.stringify([{ values: {}, errors: {}, attempt: 0 }, "$K1"]));
  const whole = new Request(url, { method: "POST", body: form });
  const headers = {
    ...{ cookie, "next-action": actionIds[name] ?? "", accept: "text/x-component" },
    ...{ origin: new URL(url).origin, "content-type": whole.headers.get("content-type") ?? "" },
  };
  return send(url, { method: "POST", headers, body: Buffer.from(await whole.arrayBuffer()) });
}

type Found = { exportedName: string };
const manifest = ".next/server/server-reference-manifest.json";
const actionIds: Record<string, string> = existsSync(manifest)
  ? Object.fromEntries(
      Object.entries(JSON.parse(readFileSync(manifest, "utf8")).node as Record<string, Found>).map(
        ([id, { exportedName }]) => [exportedName, id],
      ),
    )
  : {};

async function cookieOf(adminUrl: string, { userId, hatId }: Actor): Promise<string> {
  const { newToken, tokenHash } = await import("@/lib/crypto/vault");
  const token = newToken();
  await connected(adminUrl, (client) =>
    client.query(
      `insert into sessions (token_hash, user_id, hat_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, now(), now() + interval '10 minutes', now() + interval '12 hours')`,
      [Buffer.from(tokenHash(token)), userId, hatId],
    ),
  );
  const value = await encode({
    token: { sid: token },
    secret: testSettings.AUTH_SECRET,
    maxAge: 43_200,
  });
  return `casebook=${value}`;
}

async function operationsOf(origin: string, filled: Filled): Promise<Operation[]> {
  const { half, actors, adminUrl, long, panel, plan } = filled;
  const { withActor } = await import("@/lib/db/with-actor");
  const { listCases } = await import("@/lib/cases/list/queries");
  const { viewCase } = await import("@/lib/cases/overview/queries");
  const { viewHistory } = await import("@/lib/cases/history/queries");
  const { viewSittingItem } = await import("@/lib/panels/sitting/queries");
  const { searchCases } = await import("@/lib/cases/searches/commands");
  const { listGatewayQueue } = await import("@/lib/referrals/queue/queries");
  const { viewInsight } = await import("@/lib/insight/queries");
  const { viewPlan } = await import("@/lib/plans/actions/list/queries");
  const [mine, theirs] = [
    await cookieOf(adminUrl, half),
    await cookieOf(adminUrl, actors.gateway_officer),
  ];
  const steering = await cookieOf(adminUrl, actors.steering_member);
  const chairing = await cookieOf(adminUrl, panel.chair);
  const referrer = await cookieOf(adminUrl, actors.referrer);

  const list = { sort: "opened", dir: "desc", page: 1 } as const;
  const { cases } = await withActor(half, (ctx) => listCases(ctx, list));
  const reference = cases[0]?.reference ?? "";
  const words = (cases[0]?.personName ?? "a").split(" ").at(-1) ?? "a";
  const { path } = await withActor(half, (ctx) => searchCases(ctx, { words }));
  const search = path.split("search=")[1] ?? "";
  const waiting = await connected(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string; reference: string; version: number }>(
      "select id, reference, version from referrals where status = 'gateway' and area_id = $1 order by id",
      [half.areaId],
    );
    return rows;
  });

  const page = (name: string, at: string, cookie: string, marker: string): Operation => ({
    ...{ name, marker, call: () => send(`${origin}${at}`, { headers: { cookie } }) },
  });
  const account = demonstrationAccounts.find(({ role }) => role === "coordinator");
  const signIn = { email: account?.email ?? "", password: demonstrationPassword };
  let next = 0;
  return [
    {
      ...{ name: "sign in", marker: "/" },
      call: () => post(`${origin}/sign-in`, { name: "signIn", fields: signIn }, ""),
    },
    {
      ...page("case list", "/cases", mine, "PC-"),
      work: { actor: half, run: (ctx) => listCases(ctx, list) },
    },
    {
      ...page(
        "case list, filtered and sorted",
        "/cases?stage=in_support&sort=due&dir=asc",
        mine,
        "PC-",
      ),
      work: {
        actor: half,
        run: (ctx) => listCases(ctx, { ...list, stage: "in_support", sort: "due", dir: "asc" }),
      },
    },
    {
      ...page("case file", `/cases/${reference}`, mine, reference),
      work: { actor: half, run: (ctx) => viewCase(ctx, reference) },
    },
    {
      ...page(
        "chronology, 2,000 events",
        `/cases/${long}/chronology`,
        mine,
        "Show earlier entries",
      ),
      work: { actor: half, run: (ctx) => viewHistory(ctx, long, null) },
    },
    {
      ...page("panel screen", panel.path, chairing, `At the table: ${panel.reference}`),
      work: { actor: panel.chair, run: (ctx) => viewSittingItem(ctx, panel.itemId) },
    },
    {
      ...page("search", `/cases?search=${search}`, mine, "PC-"),
      work: { actor: half, run: (ctx) => listCases(ctx, { ...list, search }) },
    },
    {
      ...page("gateway queue", "/referrals", theirs, "R-"),
      work: {
        actor: actors.gateway_officer,
        run: (ctx) => listGatewayQueue(ctx, { status: "waiting", page: 1 }),
      },
    },
    {
      ...page("dashboard", "/insight", steering, "Insight"),
      work: { actor: actors.steering_member, run: (ctx) => viewInsight(ctx, undefined) },
    },
    {
      ...page(
        "plan list, 2,000 actions",
        `/plan?plan=${plan}`,
        steering,
        "A plan of 2,000 actions",
      ),
      work: { actor: actors.steering_member, run: (ctx) => viewPlan(ctx, plan, {}) },
    },
    {
      ...{ name: "create referral", marker: "/referrals/drafts/" },
      call: () => post(`${origin}/referrals/new`, { name: "startReferral", fields: {} }, referrer),
    },
    {
      ...{ name: "record update", marker: "/referrals/" },
      call: () => {
        const one = waiting[next++ % waiting.length];
        const turn = Math.floor((next - 1) / waiting.length);
        const version = String((one?.version ?? 0) + turn);
        const priority = turn % 2 ? "soon" : "urgent";
        const fields = { referralId: one?.id ?? "", version, priority };
        return post(
          `${origin}/referrals/${one?.reference}/priority`,
          { name: "setPriority", fields },
          theirs,
        );
      },
    },
  ];
}

/** What each page sends to the database, settings included, for the bare server to send again. */
async function statementsOf(operations: Operation[]): Promise<Record<string, Sent[]>> {
  const { withActor } = await import("@/lib/db/with-actor");
  const sentBy: Record<string, Sent[]> = {};
  for (const [index, { work }] of operations.entries())
    if (work) sentBy[index] = (await recordStatements(() => withActor(work.actor, work.run))).sent;
  return sentBy;
}

async function untilUp(url: string) {
  for (let tries = 0; tries < 300; tries++) {
    if ((await send(url).catch(() => null))?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within 30 seconds.`);
}

const postmaster = () =>
  Number(readFileSync(`${benchFolder}/data/postmaster.pid`, "utf8").split("\n")[0]);
const sum = (slices: Slice[], of: (slice: Slice) => number) =>
  slices.reduce((total, one) => total + of(one), 0);

async function measure(
  operation: Operation,
  index: number,
  app: Served,
  bare: Served,
  queries: number,
) {
  const { name, call, marker, work } = operation;
  const warm = Math.ceil(Number(wish.warm) / 4);
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let turn = 0; turn < (name === "sign in" ? 10 : warm); turn++) await call();
    }),
  );
  const [ours, theirs]: [Slice[], Slice[]] = [[], []];
  const postgres = postmaster();
  for (let turn = 0; turn < Number(wish.slices); turn++) {
    ours.push(await slice({ call, marker, pid: app.pid, postgres }));
    if (!work) continue;
    const bareCall = () => send(`${bare.origin}/${index}`);
    theirs.push(await slice({ call: bareCall, marker: "bare", pid: bare.pid, postgres }));
  }
  const times = ours.flatMap((one) => one.times);
  const rates = theirs.map((one) => one.times.length);
  const n = times.length;
  return {
    name,
    n,
    wrong: sum(ours, (one) => one.wrong) + sum(theirs, (one) => one.wrong),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    appCpu: sum(ours, (one) => one.cpu) / n,
    postgresCpu: sum(ours, (one) => one.postgres) / n,
    queries,
    memory: memoryOf(app.pid),
    ratio: work ? n / sum(theirs, (one) => one.times.length) : null,
    // On a machine that drifted, or with few answers, the figures prove nothing.
    says:
      n < 40 || (rates.length > 0 && Math.max(...rates) > 1.5 * Math.min(...rates))
        ? "no conclusion"
        : "",
  };
}

type Served = { origin: string; pid: number; child: ChildProcess };

async function serve(
  args: string[],
  origin: string,
  ready: string,
  env: NodeJS.ProcessEnv,
): Promise<Served> {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  await untilUp(`${origin}${ready}`);
  return { origin, pid: child.pid ?? 0, child };
}

const server = await startBenchServer();
const served: Served[] = [];
try {
  const filled = await fillDatabase(server, Number(wish.cases));
  const [port, barePort] = [await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  const env = {
    ...{ ...process.env, ...testSettings, DATABASE_URL: filled.appUrl, APP_ORIGIN: origin },
    ...{ NODE_ENV: "production", PORT: String(port) },
  } as NodeJS.ProcessEnv;
  const app = await serve(
    ["node_modules/next/dist/bin/next", "start", "-p", String(port)],
    origin,
    "/api/ready",
    env,
  );
  served.push(app);
  const operations = await operationsOf(origin, filled);
  const sentBy = await statementsOf(operations);
  const file = `${benchFolder}/operations.json`;
  writeFileSync(file, JSON.stringify(sentBy));
  const bareArgs = ["--import", "tsx", "scripts/bench-bare.ts", file, String(barePort)];
  const bare = await serve(bareArgs, `http://127.0.0.1:${barePort}`, "/", env);
  served.push(bare);

  console.log(`\n${wish.cases} cases, four requests at a time`);
  console.log(
    "operation                          n  wrong   p50 ms   p95 ms  app cpu   pg cpu  queries   MB  ratio",
  );
  const results = [];
  for (const [index, operation] of operations.entries()) {
    const queries = (sentBy[index]?.length ?? -1) + 1; // and the one that reads the session
    const found = await measure(operation, index, app, bare, queries);
    results.push(found);
    const numbers = [found.p50, found.p95, found.appCpu, found.postgresCpu].map((value) =>
      value.toFixed(1).padStart(8),
    );
    console.log(
      `${found.name.padEnd(31)} ${String(found.n).padStart(4)} ${String(found.wrong).padStart(6)} ${numbers.join(" ")} ${String(found.queries || "–").padStart(8)} ${String(found.memory).padStart(4)} ${(found.ratio?.toFixed(3) ?? "–").padStart(6)}  ${found.says}`,
    );
  }
  keepResults("bench", { cases: Number(wish.cases), results, cpu: cpuOf(app.pid) });
} finally {
  for (const { child } of served) child.kill("SIGTERM");
  agent.destroy();
  const { pool } = await import("@/lib/db/pool");
  await pool.end();
  await server.stop();
  rmSync(benchFolder, { recursive: true, force: true });
}
process.exit(0);
