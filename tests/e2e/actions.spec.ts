import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

import { type APIRequestContext, request as newRequest } from "@playwright/test";
import { Client } from "pg";

import type { Role } from "@/lib/access/labels";
import { acts, ownActs } from "@/tests/support/actions";
import { everyRole, type Fields } from "@/tests/support/actions/acts";
import { doors } from "@/tests/support/doors";
import { cookieFor, expect, test } from "@/tests/support/journey";
import { aTown, type Town } from "@/tests/support/town";

test.describe.configure({ timeout: 300_000 });

const baseURL = process.env.APP_ORIGIN ?? "";
type Action = { id: string; name: string; route: string };

/** Every action that the production build lets be called, and a page it can be called through. */
function actionsOfTheBuild(): Action[] {
  type Found = { exportedName: string; workers: Record<string, unknown> };
  const path = ".next/server/server-reference-manifest.json";
  const { node }: { node: Record<string, Found> } = JSON.parse(readFileSync(path, "utf8"));
  return Object.entries(node).map(([id, { exportedName: name, workers }]) => {
    const [worker = ""] = Object.keys(workers);
    const route = worker.replace(/^app|\/\([a-z]+\)|\/page$/g, "") || "/";
    return { id, name, route };
  });
}

let town: Town;
/** Another area, with the same of everything. */
let away: Town;
const visitors = new Map<Role | "nobody", APIRequestContext>();
test.beforeAll(async () => {
  town = await aTown();
  away = await aTown();
  // No connection is kept: one that the server closes for want of use is not a refusal.
  const visitor = (cookie: object = {}) =>
    newRequest.newContext({
      baseURL,
      maxRedirects: 0,
      extraHTTPHeaders: { connection: "close", ...cookie },
    });
  visitors.set("nobody", await visitor());
  for (const role of everyRole) {
    const cookie = `casebook=${await cookieFor(town.people[role])}`;
    visitors.set(role, await visitor({ cookie }));
  }
});

type Sent = { fields?: Fields; headers?: object; isScript?: boolean };

/** Sends a form as a page's script would. Says whether the door was opened. */
async function post(
  who: Role | "nobody",
  { id, route }: Action,
  { fields = {}, headers = {}, isScript = false }: Sent = {},
) {
  const visitor = visitors.get(who);
  if (!visitor) throw new Error(`${who} is not in town`);
  const at = doors[route]?.at(town) ?? route;
  // What is sent comes first, and what refers to it last, as the framework reads it.
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(`_1_${name}`, value);
  const before = isScript ? [] : [{ values: {}, errors: {}, attempt: 0 }];
  form.append("0", JSON.stringify([...before, "$K1"]));
  const answer = await visitor.post(at, {
    headers: { "next-action": id, accept: "text/x-component", origin: baseURL, ...headers },
    multipart: form,
  });
  const [status, to = ""] = [answer.status(), answer.headers()["x-action-redirect"]];
  // A draft that saves itself leads nowhere: it is answered with when it was kept.
  const isKept = isScript && /^\d+:\{"savedAt":"[^"]+"\}$/m.test(await answer.text());
  return { status, isThrough: isKept || (to !== "" && !to.startsWith("/sign-in")) };
}

let database: Client;
let held: { name: string; where: string }[];
test.beforeAll(async () => {
  database = new Client({ connectionString: process.env.TEST_OWNER_URL });
  await database.connect();
  // One statement over every table, asked a thousand times: planned once, and without help that takes longer to come.
  await database.query("set plan_cache_mode = force_generic_plan");
  await database.query("set max_parallel_workers_per_gather = 0");
  const { rows } = await database.query<{ relname: string }>(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'area_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  held = [
    ...rows.map(({ relname }) => ({ name: relname, where: "area_id = $1" })),
    { name: "users", where: "id in (select user_id from hats where area_id = $1)" },
    { name: "areas", where: "id = $1" },
  ];
});
test.afterAll(() => database.end());

/**
 * What an area holds, and the accounts of whoever works there, but for the log and for when somebody last looked. A row
 * is known by its place and by the transaction that wrote it: whatever is added, changed or taken away shows, even when
 * it was written again as it had been.
 */
async function stateOf({ areaId }: Town) {
  const sums = held.map(
    ({ name, where }) =>
      `select '${name}' as name, count(*)::int as rows, coalesce(sum(hashtextextended(ctid::text || xmin::text, 0)), 0)::text as sum
         from ${name} where ${where}`,
  );
  const state = await database.query({
    name: "state of an area", // planned once
    text: `${sums.join(" union all ")} order by 1`,
    values: [areaId],
  });
  return state.rows;
}

const byName = new Map(actionsOfTheBuild().map((action) => [action.name, action]));
const actionCalled = (name: string) => {
  const action = byName.get(name);
  if (!action) throw new Error(`The build has no action ${name}`);
  return action;
};

test("every action that can be called is in the table, and the table knows no other", () => {
  const inTable = [...Object.keys(acts), ...ownActs];

  expect([...byName.keys()].sort()).toEqual(inTable.sort());
});

test("a post that does not come from our own pages is turned away, whatever it asks for", async () => {
  const foreign = [
    { origin: "" },
    { origin: "null" },
    { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" },
    { "sec-fetch-site": "cross-site" },
  ];
  for (const [index, [name, { opens, fill }]] of Object.entries(acts).entries()) {
    const action = actionCalled(name);
    const [entitled = "administrator"] = opens;
    const fields = await fill(town, entitled);
    const before = await stateOf(town);
    // One door turns them all away: each action is tried from elsewhere, and in one of the other ways in turn.
    for (const headers of [
      { origin: "https://elsewhere.example" },
      foreign[index % foreign.length] ?? {},
    ]) {
      const { status } = await post(entitled, action, { fields, headers });
      expect([name, headers, status]).toEqual([name, headers, 403]);
    }
    expect(await stateOf(town)).toEqual(before);
  }
});

test("an empty form changes nothing, whoever sends it to whatever action", async () => {
  const before = await stateOf(town);
  for (const [name, { opens }] of Object.entries(acts)) {
    if (name === "startReferral" || name === "startCall") continue; // its form is empty
    // That the others are turned away, a whole form shows below.
    for (const who of ["nobody", ...opens.slice(0, 1)] as const) {
      const { isThrough } = await post(who, actionCalled(name));
      expect([name, who, isThrough]).toEqual([name, who, false]);
    }
  }
  expect(await stateOf(town)).toEqual(before);
});

const isKey = (value: string) => /^([0-9a-f-]{36}|(R|PC)-\d{4}-\d+)$/.test(value);

/** The fields that name something. A window names itself as it likes. */
const keysIn = (fields: Fields) =>
  Object.keys(fields).filter(
    (name) => name !== "editor" && [fields[name] ?? ""].flat().some(isKey),
  );

for (const [name, act] of Object.entries(acts)) {
  const {
    opens,
    alone = [],
    pointsAway = [],
    passesOver = false,
    isKeylessScript: isScript = false,
    fill,
  } = act;

  test(`with a whole form ${name} is for ${opens.join(", ")}, and nobody else`, async () => {
    const action = actionCalled(name);
    const [entitled = "administrator"] = opens;
    const fields = await fill(town, entitled);
    const before = await stateOf(town);
    for (const who of ["nobody", ...everyRole] as const) {
      const isAnother = who !== entitled && who !== "nobody" && alone.includes(who);
      if (who !== "nobody" && opens.includes(who) && !isAnother) continue;
      const { isThrough } = await post(who, action, { fields, isScript });
      expect([who, isThrough]).toEqual([who, false]);
    }
    expect(await stateOf(town)).toEqual(before);

    // The very form goes through from whoever it is for; that it does from each of them is shown below.
    const { isThrough } = await post(entitled, action, { fields, isScript });
    expect([entitled, isThrough]).toEqual([entitled, true]);
    expect(await stateOf(town)).not.toEqual(before);
  });

  test(`${name} touches nothing of another area, whichever key of it is put into the form (IS-01)`, async () => {
    const action = actionCalled(name);
    for (const role of opens) {
      const [own, theirs] = [await fill(town, role), await fill(away, role)];
      const keys = keysIn(theirs).filter((field) => !pointsAway.includes(field));
      const forged = keys.map((field) => ({ ...own, [field]: theirs[field] ?? "" }));
      const [here, there] = [await stateOf(town), await stateOf(away)];
      for (const fields of forged.length > 0 ? [...forged, theirs] : []) {
        const { isThrough } = await post(role, action, { fields, isScript });
        expect([role, fields, isThrough]).toEqual([role, fields, passesOver]);
      }
      expect(await stateOf(town)).toEqual(here);
      // Nothing else was wrong with it: with its own keys it goes through.
      const { isThrough } = await post(role, action, { fields: own, isScript });
      expect([role, isThrough]).toEqual([role, true]);
      expect(await stateOf(town)).not.toEqual(here);
      expect(await stateOf(away)).toEqual(there);
    }
  });

  if (!isScript)
    test(`${name} is done once, when its form is sent twice`, async () => {
      const action = actionCalled(name);
      const [entitled = "administrator"] = opens;
      const fields = { ...(await fill(town, entitled)), key: randomUUID() };
      expect(await post(entitled, action, { fields })).toMatchObject({ isThrough: true });
      const once = await stateOf(town);

      expect(await post(entitled, action, { fields })).toMatchObject({ isThrough: true });
      expect(await stateOf(town)).toEqual(once);
    });
}
