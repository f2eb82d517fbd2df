import { randomUUID } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { theSystem } from "@/lib/access/actor";
import { record } from "@/lib/audit/record";
import { readCopy } from "@/lib/audit/rules";
import { withActor } from "@/lib/db/with-actor";
import { sealLog, sweep, timers } from "@/lib/worker/timers";
import { anActor } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

test("the log is sealed, and the seal is copied away", async () => {
  const who = await anActor("coordinator");
  const copy = join(await mkdtemp(join(tmpdir(), "casebook-copy-")), "checkpoints");
  await withActor(who, (ctx) => record(ctx, { type: "test.happened" }));

  const sealed = await sealLog(new Date(), copy);
  const again = await sealLog(new Date(), copy);

  expect([sealed, again]).toEqual([1, 0]);
  const copied = readCopy(await readFile(copy, "utf8"));
  const [last] = await owner.$queryRaw<{ n: number; hash: string }[]>`
    select n::int as n, encode(hash, 'hex') as hash from audit_checkpoints order by n desc limit 1`;
  expect([...copied]).toEqual([[last?.n, last?.hash]]);
});

test("keys older than a week and searches older than a day are swept, and no others", async () => {
  const { userId, hatId, areaId } = await anActor("coordinator");
  const now = new Date("2026-11-20T09:00:00Z");
  const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);
  const keys = [8, 6].map((days) => ({
    actorId: userId,
    key: randomUUID(),
    requestHash: "x",
    createdAt: ago(days),
  }));
  await owner.idempotencyKey.createMany({ data: keys });
  await owner.savedSearch.createMany({
    data: [2, 0.5].map((days) => ({
      hatId,
      areaId,
      kind: "cases",
      terms: {},
      createdAt: ago(days),
    })),
  });

  const swept = await withActor(theSystem(), sweep, now);

  expect(swept).toEqual({ keys: 1, searches: 1 });
  await expect(
    owner.idempotencyKey.findMany({ where: { actorId: userId } }),
  ).resolves.toMatchObject([{ key: keys[1]?.key }]);
  await expect(owner.savedSearch.count({ where: { hatId } })).resolves.toBe(1);
});

test("nobody but the clock sweeps what is not theirs", async () => {
  const [mine, other] = [await anActor("coordinator"), await anActor("coordinator")];
  const createdAt = new Date("2026-01-01");
  const { hatId, areaId } = mine;
  await owner.savedSearch.create({ data: { hatId, areaId, kind: "cases", terms: {}, createdAt } });

  const swept = await withActor(other, sweep, new Date("2026-11-20"));

  expect(swept).toEqual({ keys: 0, searches: 0 });
});

test.for(timers)("the timer of $name runs, and again at once", async ({ run }) => {
  const now = new Date("2026-11-20T09:00:00Z");

  await run(now);

  await expect(run(now)).resolves.not.toThrow();
});
