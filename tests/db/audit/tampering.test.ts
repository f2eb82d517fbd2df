import { afterEach, beforeAll, expect, test } from "vitest";

import { theSystem } from "@/lib/access/actor";
import { fileStream, record } from "@/lib/audit/record";
import { withActor } from "@/lib/db/with-actor";
import { verifyLog } from "@/scripts/audit";
import { addressesOf } from "@/scripts/database";
import { anActor, aReferral } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { behindTheBack, keepLog, rechain, reseal, restoreLog } from "@/tests/support/tamper";

const server = JSON.parse(process.env.TEST_SERVER ?? "{}");
const { ownerUrl } = addressesOf(server, process.env.TEST_DATABASE ?? "");

// Two files of the log, each half sealed by the first checkpoint and half by the second; one event waits.
let kept: string;
let other: string;
const copied = new Map<number, string>();
const idOf = new Map<string, string>();

const seal = () =>
  withActor(theSystem(), async ({ tx }) => {
    const [sealed] = await tx.$queryRaw<{ n: bigint; hash: string }[]>`select * from audit_seal()`;
    if (sealed) copied.set(Number(sealed.n), sealed.hash);
  });

beforeAll(async () => {
  const officer = await anActor("gateway_officer");
  const [one, two] = [await aReferral(), await aReferral()];
  [kept, other] = [fileStream(one.dataKeyId), fileStream(two.dataKeyId)];
  const write = async (dataKeyId: string, count: number) => {
    for (let i = 0; i < count; i++)
      await withActor(officer, (ctx) =>
        record(ctx, { type: "case.viewed", dataKeyId, facts: { page: `overview ${i}` } }),
      );
  };
  for (let round = 0; round < 2; round++) {
    await write(one.dataKeyId, 2);
    await write(two.dataKeyId, 3);
    await seal();
  }
  await write(one.dataKeyId, 1);
  for (const { id, stream, n } of await owner.auditEvent.findMany({
    select: { id: true, stream: true, n: true },
  }))
    idOf.set(`${stream === kept ? "kept" : "other"} ${n}`, `${id}`);
  await keepLog();
});

afterEach(restoreLog);

test("a log that nobody touched verifies, every event of it", async () => {
  await expect(verifyLog(ownerUrl, copied)).resolves.toEqual({
    events: 11,
    streams: 2,
    checkpoints: 2,
    waiting: 1,
    fault: null,
  });
});

// What was done; the row that is named, or the checkpoint; what is said of it.
// prettier-ignore
const done: [string, () => string, () => string, string][] = [
  [
    "a field is changed",
    () => `update audit_events set facts = '{"page": "plan"}' where stream = '${other}' and n = 2`,
    () => `event ${idOf.get("other 2")} `,
    "it was changed after it was written",
  ],
  [
    "somebody else is said to have done it",
    () => `update audit_events set actor = uuid_v7() where stream = '${other}' and n = 6`,
    () => `event ${idOf.get("other 6")} `,
    "it was changed after it was written",
  ],
  [
    "its time is changed",
    () => `update audit_events set at = at - interval '1 hour' where stream = '${kept}' and n = 1`,
    () => `event ${idOf.get("kept 1")} `,
    "it was changed after it was written",
  ],
  [
    "a row is removed",
    () => `delete from audit_events where stream = '${other}' and n = 3`,
    () => `event ${idOf.get("other 4")} `,
    "number 3 should be here",
  ],
  [
    "two rows change places",
    () => `update audit_events set n = -n where stream = '${other}' and n in (2, 3);
      update audit_events set n = 5 + n where stream = '${other}' and n < 0`,
    () => `event ${idOf.get("other 3")} `,
    "it does not follow the event before it",
  ],
  [
    "a row is put in",
    () => `insert into audit_events (stream, n, at, type, facts, prev, hash)
      select stream, n + 1, at, type, facts, hash, hash from audit_events where stream = '${kept}' and n = 5`,
    () => "(number 6 of ",
    "it was changed after it was written",
  ],
  [
    "the last event of a stream is removed",
    () => `delete from audit_events where stream = '${other}' and n = 6`,
    () => `event ${idOf.get("other 5")} `,
    "it is the last of its stream, which should end with number 6",
  ],
  [
    "the last event is removed, its head mended and its seal taken away",
    () => `delete from audit_events where stream = '${other}' and n = 6;
      delete from audit_seals where event_id = ${idOf.get("other 6")}; ${rechain(other)}`,
    () => "checkpoint 2",
    "it sealed 5 events and 4 are there",
  ],
  [
    "an event that no checkpoint holds yet is removed, and its head mended",
    () => `delete from audit_events where stream = '${kept}' and n = 5; ${rechain(kept)}`,
    () => `event ${idOf.get("kept 5")}`,
    "it was to be sealed and is gone",
  ],
  [
    "a whole stream is removed",
    () => `delete from audit_events where stream = '${other}'`,
    () => `stream ${other}`,
    "all 6 of its events are gone",
  ],
  [
    "a whole stream is removed with its head and its seals",
    () => `delete from audit_seals s using audit_events e where e.id = s.event_id and e.stream = '${other}';
      delete from audit_events where stream = '${other}'; delete from audit_heads where stream = '${other}'`,
    () => "checkpoint 1",
    "it sealed 5 events and 2 are there",
  ],
  [
    "a whole stream is rewritten, chain and head",
    () => `update audit_events set facts = '{}' where stream = '${other}'; ${rechain(other)}`,
    () => "checkpoint 1",
    "an event that it sealed was rewritten",
  ],
  [
    "a whole stream is removed and every checkpoint made anew",
    () => `delete from audit_seals s using audit_events e where e.id = s.event_id and e.stream = '${other}';
      delete from audit_events where stream = '${other}'; delete from audit_heads where stream = '${other}'; ${reseal}`,
    () => "checkpoint 1",
    "it differs from its copy",
  ],
  [
    "a whole stream is rewritten and every checkpoint made anew",
    () =>
      `update audit_events set facts = '{}' where stream = '${other}'; ${rechain(other)}; ${reseal}`,
    () => "checkpoint 1",
    "it differs from its copy",
  ],
  [
    "everything after a checkpoint is removed, and the checkpoint",
    () => `delete from audit_events e using audit_seals s where s.event_id = e.id and s.checkpoint is distinct from 1;
      delete from audit_seals where checkpoint is distinct from 1; delete from audit_checkpoints where n = 2; ${rechain(kept)}; ${rechain(other)}`,
    () => "checkpoint 2",
    "it was copied away and is no longer here",
  ],
  [
    "a checkpoint is changed",
    () => "update audit_checkpoints set events = 4 where n = 1",
    () => "checkpoint 1",
    "it sealed 4 events and 5 are there",
  ],
  [
    "the hash of a checkpoint is changed",
    () => "update audit_checkpoints set hash = sha256('x') where n = 2",
    () => "checkpoint 2",
    "it was changed after it was made",
  ],
  [
    "the first checkpoint is removed",
    () => "delete from audit_checkpoints where n = 1",
    () => "checkpoint 2",
    "checkpoint 1 should be here",
  ],
  [
    "a seal is taken away, so that its event can be changed later",
    () => `delete from audit_seals where event_id = ${idOf.get("kept 5")}`,
    () => `event ${idOf.get("kept 5")}`,
    "no checkpoint can seal it",
  ],
];

test.for(done)("seen and named, when %s (A-02)", async ([, sql, where, what]) => {
  await behindTheBack(sql());

  const { fault } = await verifyLog(ownerUrl, copied);

  expect(fault?.where).toContain(where());
  expect(fault?.what).toBe(what);
});
