import "server-only";

import type { Pool } from "pg";

import { pool } from "@/lib/db/pool";
import { demonstrationAccounts } from "@/lib/demonstration";

type Facts = {
  name: string;
  isSuperuser: boolean;
  passesRowSecurity: boolean;
  owned: string[];
  unguarded: string[];
  unforced: string[];
};

// Of the role itself and of every role it could put on.
const whatTheRoleMayDo = `
  with mine as (select oid, rolsuper, rolbypassrls from pg_roles where pg_has_role(current_user, oid, 'member')),
       ours as (select relname::text as name, relowner, relrowsecurity, relforcerowsecurity from pg_class
                 where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations')
  select current_user::text as name,
         (select bool_or(rolsuper) from mine) as "isSuperuser",
         (select bool_or(rolbypassrls) from mine) as "passesRowSecurity",
         array(select name from ours where relowner in (select oid from mine) order by 1) as owned,
         array(select name from ours where not relrowsecurity order by 1) as unguarded,
         array(select name from ours where relrowsecurity and not relforcerowsecurity order by 1) as unforced`;

const some = (names: string[]) =>
  names.length > 3
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : names.join(", ");

/** Why the database's role or tables are not safe to serve from: a sentence each, or none at all. */
export async function unsafeInDatabase(database: Pick<Pool, "query"> = pool): Promise<string[]> {
  const { rows } = await database.query<Facts>(whatTheRoleMayDo);
  const [facts] = rows;
  if (!facts) return ["The database does not say what its role may do."];
  const { name, isSuperuser, passesRowSecurity, owned, unguarded, unforced } = facts;
  const sentences: [isUnsafe: boolean, sentence: string][] = [
    [isSuperuser, `The database role ${name} is, or can become, a superuser.`],
    [passesRowSecurity, `The database role ${name} can bypass row-level security.`],
    [
      owned.length > 0,
      `The database role ${name} owns, or can become the owner of, tables: ${some(owned)}.`,
    ],
    [unguarded.length > 0, `Row-level security is not enabled on ${some(unguarded)}.`],
    [unforced.length > 0, `Row-level security is not forced on ${some(unforced)}.`],
  ];
  return sentences.filter(([isUnsafe]) => isUnsafe).map(([, sentence]) => sentence);
}

/** Accounts whose password is printed for everybody have no place in production. */
export async function demonstrationAccountsIn(
  database: Pick<Pool, "connect"> = pool,
): Promise<string[]> {
  const client = await database.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.actor_role', 'system', true)");
    const { rows } = await client.query<{ email: string }>(
      `select email from users join user_credentials on user_id = id
        where password_hash is not null and status = 'active' and lower(email) = any ($1) order by 1`,
      [demonstrationAccounts.map(({ email }) => email)],
    );
    const found = rows.map(({ email }) => email);
    return found.length === 0
      ? []
      : [`The accounts of the demonstration are in this database: ${some(found)}.`];
  } finally {
    await client.query("rollback");
    client.release();
  }
}
