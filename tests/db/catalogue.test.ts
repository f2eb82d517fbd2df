import { expect, test } from "vitest";

import { ask, type Column, columnsInSchema, ours } from "@/tests/support/catalogue";

const tables = `
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
   and c.relname <> '_prisma_migrations' and ${ours("c.oid")}`;
const functions = `
  from pg_proc p where p.pronamespace = 'public'::regnamespace and ${ours("p.oid")}`;

test("every table of ours has row-level security, and its owner is not above it", async () => {
  const all = await ask<{ name: string; guarded: boolean }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded ${tables}`,
  );

  expect(all.length).toBeGreaterThan(40);
  expect(all.filter(({ guarded }) => !guarded)).toEqual([]);
});

test("every view asks as whoever reads it, and none is kept", async () => {
  const bad = await ask(
    `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and ${ours("c.oid")}
        and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false))`,
  );

  expect(bad).toEqual([]);
});

test("every function that looks past a policy belongs to the keeper and finds its tables by a fixed path", async () => {
  const definers = await ask<{ name: string; owner: string; config: string[] | null }>(
    `select p.proname as name, p.proowner::regrole::text as owner, p.proconfig as config ${functions} and p.prosecdef`,
  );

  expect(definers.length).toBeGreaterThan(5);
  for (const { name, owner, config } of definers) {
    expect([name, owner]).toEqual([name, "casebook_keeper"]);
    expect([name, config?.[0]]).toEqual([name, "search_path=public, pg_temp"]);
  }
});

test("no such function can be called by just anybody", async () => {
  // A trigger's function cannot be called at all.
  const open = await ask(
    `select p.proname ${functions} and p.prosecdef and p.prorettype <> 'trigger'::regtype
        and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0)`,
  );

  expect(open).toEqual([]);
});

test("the application's role owns nothing, is above nothing, and belongs only to the role of the statistics", async () => {
  const [role] = await ask(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit, rolreplication,
            (select count(*)::int from pg_class where relowner = r.oid) +
            (select count(*)::int from pg_proc where proowner = r.oid) +
            (select count(*)::int from pg_database where datdba = r.oid) as owns,
            (select json_agg(m.roleid::regrole::text) from pg_auth_members m where m.member = r.oid) as roles
       from pg_roles r where rolname = 'casebook_app'`,
  );

  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolinherit: false,
    rolreplication: false,
    owns: 0,
    roles: ["casebook_stats"],
  });
});

const may = (privilege: string) =>
  ask<{ name: string }>(
    `select c.relname as name ${tables} and has_table_privilege('casebook_app', c.oid, '${privilege}') order by 1`,
  );

test("the application can delete what passes, and nothing of a case", async () => {
  const passing = [
    "framework_factors", // of a draft: what was published refuses
    "framework_sections",
    "idempotency_keys",
    "plan_action_contributors",
    "recovery_codes",
    "searches",
    "throttles",
  ];

  const names = (await may("delete")).map(({ name }) => name);

  expect(names.filter((name) => !passing.includes(name))).toEqual([]);
  await expect(may("truncate")).resolves.toEqual([]);
});

test("what was decided, consented to, moved or logged is never changed by the application", async () => {
  const changeable = await ask<{ name: string }>(
    `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relname in ('panel_decisions', 's36_decisions', 'case_moves', 'consents', 'screenings', 'audit_events', 'referral_texts')
        and has_column_privilege('casebook_app', c.oid, a.attnum, 'update')`,
  );

  expect(changeable).toEqual([{ name: "referral_texts.case_id" }]);
});

test("no protected column has a type whose index fails behind a policy", async () => {
  const slow = await ask(
    `select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      where a.attnum > 0 and not a.attisdropped and (t.typtype = 'e' or t.typname in ('numeric', 'citext'))
        and a.attrelid in (select c.oid ${tables})`,
  );

  expect(slow).toEqual([]);
});

test("the roles may do exactly what was last looked at", async () => {
  // Renewed, once the difference has been looked at, by running this file with -u.
  const held = await ask<{ role: string; thing: string; may: string }>(`
    select role, thing, string_agg(privilege, ', ' order by privilege) as may from (
      select x.grantee::regrole::text as role, c.relname as thing, lower(x.privilege_type) as privilege
        from pg_class c, aclexplode(c.relacl) x where c.oid in (select c.oid ${tables})
      union all
      select x.grantee::regrole::text, c.relname, lower(x.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attname) || ')'
        from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x
       where c.oid in (select c.oid ${tables}) group by 1, 2, x.privilege_type
      union all
      select x.grantee::regrole::text, p.proname || '()', 'execute'
        from (select p.* ${functions} and p.prosecdef and p.prorettype <> 'trigger'::regtype) p, aclexplode(p.proacl) x) held
     where role in ('casebook_app', 'casebook_stats', 'casebook_keeper', '-')
     group by role, thing order by role, thing`);
  const byRole: Record<string, Record<string, string>> = {};
  for (const { role, thing, may } of held) byRole[role] = { ...byRole[role], [thing]: may };

  await expect(`${JSON.stringify(byRole, null, 2)}\n`).toMatchFileSnapshot(
    "../security/privileges.json",
  );
});

test("every column that the Prisma schema names is in the database as it says, and the other way round", async () => {
  const inSchema = columnsInSchema();

  const rows = await ask<Column & { name: string }>(
    `select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as "isNullable"
       from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attnum > 0 and not a.attisdropped and c.oid in (select c.oid ${tables})`,
  );
  const inDatabase = new Map<string, Column[]>();
  for (const { name, ...column } of rows)
    inDatabase.set(name, [...(inDatabase.get(name) ?? []), column]);

  expect(inSchema.size).toBeGreaterThan(40);
  const sorted = (columns: Column[] = []) =>
    columns
      .map(({ column, type, isNullable }) => `${column} ${type}${isNullable ? " or null" : ""}`)
      .sort();
  for (const [name, columns] of inSchema)
    expect([name, sorted(columns)]).toEqual([name, sorted(inDatabase.get(name))]);
});
