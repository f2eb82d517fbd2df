// A Node server with nothing but the SQL: what each page sent to the database, sent again under the same policies.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

import { Pool } from "pg";

import type { Sent } from "@/tests/support/statements";

const [operations = "", port = "0"] = process.argv.slice(2);
const sentBy: Record<string, Sent[]> = JSON.parse(readFileSync(operations, "utf8"));
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

async function replay(statements: Sent[]): Promise<unknown[]> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const answers: unknown[] = [];
    for (const { text, values } of statements)
      answers.push((await client.query(text, values)).rows);
    await client.query("commit");
    return answers;
  } finally {
    client.release();
  }
}

createServer((request, response) => {
  const statements = sentBy[request.url?.slice(1) ?? ""] ?? [];
  replay(statements).then(
    (answers) => response.end(JSON.stringify({ marker: "bare", answers })),
    (error) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(port), "127.0.0.1");
