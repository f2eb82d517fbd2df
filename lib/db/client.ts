import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "@/lib/db/generated/client";
import { pool } from "@/lib/db/pool";

const globals = globalThis as { casebookPrisma?: PrismaClient };

const mostNames = 1_000;
const names = new Map<string, string>();

/**
 * A statement with a name is planned once on each connection, not each time: behind row policies the plan
 * of a case file takes ten times as long to make as to follow.
 */
function nameOf({ sql }: { sql: string }): string {
  if (!names.has(sql) && names.size < mostNames) names.set(sql, `casebook_${names.size}`);
  return names.get(sql) ?? "";
}

globals.casebookPrisma ??= new PrismaClient({
  adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }),
});
export const prisma = globals.casebookPrisma;
