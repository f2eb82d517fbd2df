import { readdirSync, readFileSync } from "node:fs";

import { connected } from "@/scripts/database";

/** Asks the migrated database about itself. */
export const ask = <Row>(sql: string): Promise<Row[]> =>
  connected(process.env.TEST_OWNER_URL ?? "", async (client) => (await client.query(sql)).rows);

/** What is ours: not the history of migrations, and nothing that came with an extension. */
export const ours = (oid: string) => `
  not exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

export type Column = { column: string; type: string; isNullable: boolean };

const typeOf: Record<string, string> = {
  BigInt: "bigint",
  Boolean: "boolean",
  Bytes: "bytea",
  DateTime: "timestamp without time zone",
  Float: "double precision",
  Int: "integer",
  Json: "jsonb",
  String: "text",
  Unsupported: "tsvector", // words to be searched: the one type of ours that Prisma does not know
  "@db.Date": "date",
  "@db.Timestamptz": "timestamp with time zone",
  "@db.Uuid": "uuid",
};

function readColumn(line: string): Column | null {
  const [, name, type = "", many, optional, rest = ""] =
    line.match(/^ {2}(\w+)\s+(\w+)(\[\])?(\?)?(.*)$/) ?? [];
  if (!name || !typeOf[type]) return null; // a relation, or not a field
  const [native = ""] = rest.match(/@db\.\w+/) ?? [];
  return {
    column: rest.match(/@map\("(\w+)"\)/)?.[1] ?? name,
    type: `${typeOf[native] ?? typeOf[type]}${many ?? ""}`,
    isNullable: optional !== undefined,
  };
}

/** Every column that the Prisma schema names, by table. */
export function columnsInSchema(folder = "prisma/schema"): Map<string, Column[]> {
  const text = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
  const models = text.join("\n").matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm);
  return new Map(
    [...models].map(([, body = ""]) => [
      body.match(/@@map\("(\w+)"\)/)?.[1] ?? "a model without a table",
      body.split("\n").flatMap((line) => readColumn(line) ?? []),
    ]),
  );
}
