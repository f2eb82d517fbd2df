import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { submitReferral } from "@/lib/referrals/commands";
import { attempt } from "@/lib/request/attempt";
import { once } from "@/lib/request/once";
import { connected } from "@/scripts/database";
import { declaration } from "@/tests/support/answers";
import { aDraft, aReadyArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

// A disk that is full fails a write with this code, wherever the write happens to be. A trigger raises
// it here in the same place, since no test can fill the disk of whoever runs it.
const diskFull = "53100";

const asOwner = (sql: string) =>
  connected(process.env.TEST_OWNER_URL ?? "", (client) => client.query(sql));

async function whileNothingCanBeWrittenTo<T>(table: string, work: () => Promise<T>): Promise<T> {
  await asOwner(`
    create or replace function no_space() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '${diskFull}'; end $$;
    create trigger no_space before insert or update on ${table} execute function no_space()`);
  try {
    return await work();
  } finally {
    await asOwner(`drop trigger no_space on ${table}`);
  }
}

const written = [
  ...["idempotency_keys", "clocks", "referrals", "people", "person_names", "equality_records"],
  ...["referral_texts", "referral_deliveries", "notifications", "outbox"],
  ...["audit_streams", "audit_events"],
];

const stateOf = (areaId: string) =>
  connected(process.env.TEST_OWNER_URL ?? "", async (client) => {
    const tables = written.filter((table) => !/^(idempotency|audit_events)/.test(table));
    const counts = tables.map(
      (table) =>
        `select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as sum
           from ${table} t where area_id = '${areaId}'`,
    );
    const log = `select 'audit_events', count(*)::text from audit_events where area = '${areaId}'`;
    return (await client.query([...counts, log].join(" union all "))).rows;
  });

test("a disk that is full, at whichever write it shows, loses nothing and keeps nothing by half (RF-07)", async () => {
  const { referrer, areaId } = await aReadyArea();
  const draft = await aDraft(referrer);
  const input = { ...draft, ...declaration };
  const key = randomUUID();
  const send = () =>
    attempt(referrer, (ctx) => once(ctx, key, input, () => submitReferral(ctx, input)));
  const before = await stateOf(areaId);

  for (const table of written) {
    const failed = await whileNothingCanBeWrittenTo(table, () =>
      send().then(
        (answer) => answer,
        (error: Error) => error,
      ),
    );
    // It is our failure, and is not said to be a refusal of theirs.
    expect([table, failed instanceof Error]).toEqual([table, true]);
    expect([table, String(failed)]).toEqual([table, expect.stringContaining("No space left")]);
    expect([table, await stateOf(areaId)]).toEqual([table, before]);
  }

  // Once there is room again the same form goes through, once.
  const [first, again] = [await send(), await send()];
  expect(first).toMatchObject({ ok: true, value: { reference: expect.stringMatching(/^R-/) } });
  expect(again).toEqual(first);
  expect(await owner.referralText.count({ where: { areaId } })).toBe(1);
});
