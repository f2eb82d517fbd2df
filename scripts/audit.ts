// Walks the whole log and works out every hash again, outside the database, so that nothing in it has to be believed.
import { createHash } from "node:crypto";

import type { Client } from "pg";

import {
  type Checkpoint,
  type Fault,
  faultOfCheckpoint,
  faultOfCopy,
  faultOfEvent,
  faultOfHead,
  type Head,
  type LoggedEvent,
} from "@/lib/audit/rules";
import { connected } from "./database";

const sha256 = (hex: string): string =>
  createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");

/** What a hash covers: the hash before it, then the columns as the migration wrote them down. */
const hashOf = ({ prev, covered }: LoggedEvent): string =>
  createHash("sha256").update(Buffer.from(prev, "hex")).update(covered).digest("hex");

export type Verified = { events: number; streams: number; checkpoints: number; waiting: number };
type Verdict = Verified & { fault: Fault | null };

const allEvents = `
  declare walk no scroll cursor for
  select id::text, stream, n::int, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash,
         json_build_array(stream, n, (extract(epoch from at) * 1000000)::bigint, area, actor, hat, role,
                          type, facts, encode(sealed_detail, 'hex'))::text as covered
    from audit_events order by stream, n, id`;

const allSealed = `
  declare walk no scroll cursor for
  select s.event_id::text as id, s.checkpoint::int, encode(e.hash, 'hex') as hash
    from audit_seals s left join audit_events e on e.id = s.event_id
   order by s.checkpoint nulls last, s.event_id`;

/** Every row of a query, ten thousand at a time. */
async function* walk<Row>(client: Client, cursor: string): AsyncGenerator<Row> {
  await client.query(cursor);
  for (;;) {
    const { rows } = await client.query("fetch 10000 from walk");
    if (rows.length === 0) break;
    yield* rows as Row[];
  }
  await client.query("close walk");
}

async function verifyStreams(client: Client, verified: Verified): Promise<Fault | null> {
  const { rows } = await client.query<Head>(
    "select stream, n::int, encode(hash, 'hex') as hash from audit_heads",
  );
  const heads = new Map(rows.map((head) => [head.stream, head]));
  const endOf = (last: LoggedEvent | null) => {
    if (!last) return null;
    verified.streams++;
    const head = heads.get(last.stream) ?? null;
    heads.delete(last.stream);
    return faultOfHead(last, head);
  };

  let before: LoggedEvent | null = null;
  for await (const event of walk<LoggedEvent>(client, allEvents)) {
    if (before && before.stream !== event.stream) {
      const fault = endOf(before);
      if (fault) return fault;
      before = null;
    }
    const fault = faultOfEvent(event, before, hashOf(event), sha256);
    if (fault) return fault;
    before = event;
    verified.events++;
  }
  const fault = endOf(before);
  const [left] = heads.values(); // a head whose stream is gone
  return fault ?? (left ? faultOfHead(null, left) : null);
}

async function verifyCheckpoints(
  client: Client,
  verified: Verified,
  copied: ReadonlyMap<number, string>,
): Promise<Fault | null> {
  const { rows } = await client.query<Checkpoint>(
    `select n::int, events::int, encode(root, 'hex') as root, encode(prev, 'hex') as prev,
            encode(hash, 'hex') as hash from audit_checkpoints order by n`,
  );
  const leaves = new Map<number, string[]>(rows.map(({ n }) => [n, []]));
  type Seal = { id: string; checkpoint: number | null; hash: string | null };
  for await (const { id, checkpoint, hash } of walk<Seal>(client, allSealed)) {
    if (!hash) return { where: `event ${id}`, what: "it was to be sealed and is gone" };
    if (checkpoint === null) verified.waiting++;
    else leaves.get(checkpoint)?.push(hash);
  }
  let before: Checkpoint | null = null;
  for (const checkpoint of rows) {
    const fault = faultOfCheckpoint(checkpoint, before, leaves.get(checkpoint.n) ?? [], sha256);
    if (fault) return fault;
    before = checkpoint;
    verified.checkpoints++;
  }
  return (
    (await unsealed(client)) ?? faultOfCopy(new Map(rows.map(({ n, hash }) => [n, hash])), copied)
  );
}

/** An event that neither a checkpoint holds nor the queue for the next one. */
async function unsealed(client: Client): Promise<Fault | null> {
  const { rows } = await client.query(
    `select id::text from audit_events e
      where not exists (select from audit_seals s where s.event_id = e.id) order by id limit 1`,
  );
  return rows[0] ? { where: `event ${rows[0].id}`, what: "no checkpoint can seal it" } : null;
}

/**
 * Verifies the log as it stands at one moment, as the role that owns its functions: no other may read
 * all of it. Stops at the first row that is wrong. `copied` are the checkpoints that were copied away.
 */
export function verifyLog(
  ownerUrl: string,
  copied: ReadonlyMap<number, string> = new Map(),
): Promise<Verdict> {
  return connected(ownerUrl, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local role casebook_keeper");
    const verified: Verified = { events: 0, streams: 0, checkpoints: 0, waiting: 0 };
    const fault =
      (await verifyStreams(client, verified)) ??
      (await verifyCheckpoints(client, verified, copied));
    await client.query("rollback");
    return { ...verified, fault };
  });
}
