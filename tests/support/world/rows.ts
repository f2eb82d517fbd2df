import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { owner } from "@/tests/support/owner";

// What every world writes the same, and where its rows wait until they are written.

export const at = new Date("2026-03-02T10:00:00Z");

export const day = new Date("2026-03-02");

export const fifty = "The panel heard every agency, and the reasons fill these fifty characters.";

type Table = Uncapitalize<Prisma.ModelName>;

type Rows<T extends Table> = Prisma.Args<PrismaClient[T], "createMany">["data"];

let waiting = new Map<Table, object[]>();

/** Keeps rows until their worlds are laid out, table by table in the order in which they were first named. */
export function lay<T extends Table>(table: T, rows: Rows<T>): void {
  const before = waiting.get(table) ?? [];
  waiting.set(table, before.concat(rows as object[]));
}

/** Writes what waits, each table at once: most of what a world costs is the way to the database and back. */
export async function layOut(): Promise<void> {
  const rows = waiting;
  waiting = new Map();
  const tables = owner as unknown as Record<
    Table,
    { createMany(all: { data: object[] }): Promise<unknown> }
  >;
  for (const [table, data] of rows) await tables[table].createMany({ data });
}
