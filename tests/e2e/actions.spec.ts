import { readFileSync } from "node:fs";

import { type APIRequestContext, request as newRequest } from "@playwright/test";

import type { Role } from "@/lib/access/labels";
import { connected } from "@/scripts/database";
import { acts, everyRole, otherActs, ownActs } from "@/tests/support/actions";
import type { Fields } from "@/tests/support/actions/acts";
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
const visitors = new Map<Role | "nobody", APIRequestContext>();
test.beforeAll(async () => {
  town = await aTown();
  visitors.set("nobody", await newRequest.newContext({ baseURL, maxRedirects: 0 }));
  for (const role of everyRole) {
    const cookie = `casebook=${await cookieFor(town.people[role])}`;
    const extraHTTPHeaders = { cookie };
    visitors.set(role, await newRequest.newContext({ baseURL, maxRedirects: 0, extraHTTPHeaders }));
  }
});

/** Sends a form as a page's script would. Says whether the door was opened. */
async function post(
  who: Role | "nobody",
  { id, route }: Action,
  { fields = {}, headers = {} }: { fields?: Fields; headers?: object } = {},
) {
  const visitor = visitors.get(who);
  if (!visitor) throw new Error(`${who} is not in town`);
  const at = doors[route]?.at(town) ?? route;
  // What is sent comes first, and what refers to it last, as the framework reads it.
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(`_1_${name}`, value);
  form.append("0", JSON.stringify([{ values: {}, errors: {}, attempt: 0 }, "$K1"]));
  const answer = await visitor.post(at, {
    headers: { "next-action": id, accept: "text/x-component", origin: baseURL, ...headers },
    multipart: form,
  });
  const [status, to = ""] = [answer.status(), answer.headers()["x-action-redirect"]];
  return { status, isThrough: to !== "" && !to.startsWith("/sign-in") };
}

/** What the town holds, but for the log and for when somebody last looked. */
const stateOfTheTown = () =>
  connected(process.env.TEST_OWNER_URL ?? "", async (client) => {
    const { rows } = await client.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'area_id'
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    const sums = rows.map(
      ({ relname }) =>
        `select '${relname}' as name, count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as sum
           from ${relname} t where area_id = '${town.areaId}'`,
    );
    const state = await client.query(sums.join(" union all "));
    return state.rows;
  });

const byName = new Map(actionsOfTheBuild().map((action) => [action.name, action]));
const actionCalled = (name: string) => {
  const action = byName.get(name);
  if (!action) throw new Error(`The build has no action ${name}`);
  return action;
};

test("every action that can be called is in the table, and the table knows no other", () => {
  const inTable = [...Object.keys(acts), ...ownActs, ...otherActs];

  expect([...byName.keys()].sort()).toEqual(inTable.sort());
});

test("a post that does not come from our own pages is turned away, whatever it asks for", async () => {
  for (const [name, { opens, fill }] of Object.entries(acts)) {
    const action = actionCalled(name);
    const [entitled = "administrator"] = opens;
    const fields = await fill(town, entitled);
    const before = await stateOfTheTown();
    for (const headers of [
      { origin: "" },
      { origin: "null" },
      { origin: "https://elsewhere.example" },
      { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const { status } = await post(entitled, action, { fields, headers });
      expect([name, headers, status]).toEqual([name, headers, 403]);
    }
    expect(await stateOfTheTown()).toEqual(before);
  }
});

test("an empty form changes nothing, whoever sends it to whatever action", async () => {
  const before = await stateOfTheTown();
  for (const name of [...otherActs, ...Object.keys(acts)]) {
    if (name === "startReferral") continue; // its form is empty
    for (const who of ["nobody", ...everyRole] as const) {
      const { isThrough } = await post(who, actionCalled(name));
      expect([name, who, isThrough]).toEqual([name, who, false]);
    }
  }
  expect(await stateOfTheTown()).toEqual(before);
});

for (const [name, { opens, fill }] of Object.entries(acts))
  test(`with a whole form ${name} is for ${opens.join(", ")}, and nobody else`, async () => {
    const action = actionCalled(name);
    const [entitled = "administrator"] = opens;
    const refused = await fill(town, entitled);
    const before = await stateOfTheTown();
    for (const who of ["nobody", ...everyRole] as const) {
      if (who !== "nobody" && opens.includes(who)) continue;
      const { isThrough } = await post(who, action, { fields: refused });
      expect([who, isThrough]).toEqual([who, false]);
    }
    expect(await stateOfTheTown()).toEqual(before);

    for (const role of opens) {
      const fields = await fill(town, role);
      const then = await stateOfTheTown();
      const { isThrough } = await post(role, action, { fields });
      expect([role, isThrough]).toEqual([role, true]);
      expect(await stateOfTheTown()).not.toEqual(then);
    }
  });
