import type { Client } from "pg";
import { expect, test } from "vitest";

import { theSystem } from "@/lib/access/actor";
import { record } from "@/lib/audit/record";
import { withActor } from "@/lib/db/with-actor";
import { verifyLog } from "@/scripts/audit";
import { addressesOf, connected } from "@/scripts/database";
import { anActor, aReferral } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const server = JSON.parse(process.env.TEST_SERVER ?? "{}");
const { ownerUrl } = addressesOf(server, process.env.TEST_DATABASE ?? "");

/** Runs SQL as the application's own role, with the settings of a request. */
const asTheApplication = (sql: string, role = "governance_officer") =>
  connected(process.env.DATABASE_URL ?? "", async (client: Client) => {
    await client.query(`select set_config('app.actor_role', $1, false)`, [role]);
    return client.query(sql);
  });

test.for([
  ["change an event", "update audit_events set facts = '{}'"],
  ["remove an event", "delete from audit_events"],
  ["empty the log", "truncate audit_events"],
  [
    "write a hash",
    "insert into audit_events (stream, type, facts, hash) values ('x', 'x.y', '{}', '')",
  ],
  [
    "write what it follows",
    "insert into audit_events (stream, type, facts, prev) values ('x', 'x.y', '{}', '')",
  ],
  [
    "write its number",
    "insert into audit_events (stream, type, facts, n) values ('x', 'x.y', '{}', 7)",
  ],
  [
    "say who did it",
    "insert into audit_events (stream, type, facts, actor) values ('x', 'x.y', '{}', uuid_v7())",
  ],
  [
    "say in which hat",
    "insert into audit_events (stream, type, facts, hat) values ('x', 'x.y', '{}', uuid_v7())",
  ],
  [
    "say in which role",
    "insert into audit_events (stream, type, facts, role) values ('x', 'x.y', '{}', 'chair')",
  ],
  [
    "say when",
    "insert into audit_events (stream, type, facts, at) values ('x', 'x.y', '{}', now())",
  ],
  ["read the heads", "select from audit_heads"],
  ["move a head", "update audit_heads set n = 0"],
  ["read the checkpoints", "select from audit_checkpoints"],
  ["make a checkpoint", "insert into audit_checkpoints values (1, now(), 0, '', '', '')"],
  ["take a seal away", "delete from audit_seals"],
  ["mark an event as sealed", "update audit_seals set checkpoint = 1"],
  ["turn the links off", "alter table audit_events disable trigger audit_link"],
  ["turn triggers off", "set session_replication_role = replica"],
])("the application cannot %s", async ([, sql]) => {
  await expect(asTheApplication(sql ?? "")).rejects.toThrow(/permission denied|must be owner/);
});

test("an event says who did it, in which hat and role, whatever its writer would like to say (A-01)", async () => {
  const officer = await anActor("gateway_officer");
  const { dataKeyId } = await aReferral();

  await withActor(officer, (ctx) =>
    record(ctx, { type: "case.viewed", dataKeyId, facts: { actor: "somebody else" } }),
  );

  const [event] = await owner.auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 });
  expect(event).toMatchObject({
    actor: officer.userId,
    hat: officer.hatId,
    role: "gateway_officer",
    area: officer.areaId,
    type: "case.viewed",
  });
  expect(Math.abs(Date.now() - Number(event?.at))).toBeLessThan(60_000);
});

test("when its record cannot be written, a thing did not happen", async () => {
  const officer = await anActor("gateway_officer");
  const { dataKeyId, id } = await aReferral();

  const work = withActor(officer, async (ctx) => {
    await ctx.tx.notification.createMany({
      data: {
        areaId: officer.areaId,
        userId: officer.userId,
        hatId: officer.hatId,
        kind: "test",
        reference: id.slice(0, 8),
        path: "/home",
        createdAt: ctx.now,
      },
    });
    await record(ctx, { type: "case.viewed", dataKeyId, facts: { page: "\ud800" } });
  });

  await expect(work).rejects.toThrow();
  expect(await owner.notification.count({ where: { reference: id.slice(0, 8) } })).toBe(0);
});

test("while eight people write, every event is sealed, and once (A-02)", async () => {
  const officers = await Promise.all(Array.from({ length: 8 }, () => anActor("gateway_officer")));
  const files = await Promise.all(Array.from({ length: 3 }, () => aReferral()));
  let writing = true;

  const writers = officers.map(async (officer, mine) => {
    for (let i = 0; i < 25; i++)
      await withActor(officer, (ctx) =>
        record(ctx, { type: "case.viewed", dataKeyId: files[(mine + i) % 3]?.dataKeyId }),
      );
  });
  const seal = () => withActor(theSystem(), ({ tx }) => tx.$queryRaw`select * from audit_seal()`);
  const sealers = [1, 2].map(async () => {
    while (writing) await seal();
  });
  await Promise.all(writers);
  writing = false;
  await Promise.all(sealers);
  await seal();

  const { fault, events, waiting } = await verifyLog(ownerUrl);
  expect(fault).toBeNull();
  expect(waiting).toBe(0);
  const sealed = await connected(process.env.TEST_OWNER_URL ?? "", async (client) => {
    const { rows } = await client.query(
      "select (select sum(events)::int from audit_checkpoints) as counted, (select count(*)::int from audit_seals where checkpoint is not null) as marked",
    );
    return rows[0];
  });
  expect(sealed).toEqual({ counted: events, marked: events });
});
