import { Pool } from "pg";
import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { withActor } from "@/lib/db/with-actor";
import { aCase, anActor } from "@/tests/support/factories";

// SEC-6: a pool of five, four times as many at once, and nobody sees another's rows.

async function eightCoordinators() {
  return Promise.all(
    Array.from({ length: 8 }, async () => {
      const actor = await anActor("coordinator");
      const { id } = await aCase({ coordinator: actor });
      return { actor, caseId: id };
    }),
  );
}

/** Three thousand pieces of work, twenty at a time. Counts what each says of itself. */
async function under(load: (turn: number) => Promise<string>) {
  const counts: Record<string, number> = {};
  let turn = 0;
  const worker = async () => {
    while (turn < 3_000) {
      const said = await load(turn++);
      counts[said] = (counts[said] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  return counts;
}

/** A generator that gives the same row of numbers every time. */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test("three thousand requests on one pool each see their own rows, also when some of them break", async () => {
  const people = await eightCoordinators();
  const roll = chance(7);

  const counts = await under(async (turn) => {
    const { actor, caseId } = people[Math.floor(roll() * people.length)] ?? people[0] ?? fail();
    const [kind, breaks] = [turn % 3, roll()];
    const work = withActor(actor, async ({ tx }) => {
      if (breaks < 0.1) throw new Error("thrown before");
      if (breaks < 0.15) await tx.$queryRaw`select no_such_column from cases`;
      const seen =
        kind === 0
          ? await tx.case.findMany({ select: { id: true } })
          : await tx.$queryRaw<{ id: string }[]>`select id, pg_sleep(0.001)::text from cases`;
      const [{ me } = { me: "" }] = await tx.$queryRaw<
        { me: string }[]
      >`select actor_id()::text as me`;
      if (breaks > 0.9) throw new Error("thrown after");
      const isMine = me === actor.userId && seen.length === 1 && seen[0]?.id === caseId;
      return isMine ? "own rows" : "wrong rows";
    });
    return work.catch(() => "broke");
  });

  expect(counts["wrong rows"]).toBeUndefined();
  expect(counts["own rows"]).toBeGreaterThan(1_500);
  expect(counts.broke).toBeGreaterThan(300);
});

test("outside the wrapper nothing is seen, since nobody asks", async () => {
  await eightCoordinators();

  const rows = await prisma.case.findMany({ select: { id: true } });

  expect(rows).toEqual([]);
});

test("a wrapper that sets who is asking for the connection would be caught", async () => {
  const people = await eightCoordinators();
  const wrong = new Pool({ connectionString: process.env.DATABASE_URL, max: 5 });
  const withoutTransaction = async ({ userId, hatId, role, areaId, organisationId }: Actor) => {
    await wrong.query(
      `select set_config('app.actor_id', $1, false), set_config('app.actor_hat', $2, false),
              set_config('app.actor_role', $3, false), set_config('app.actor_area', $4, false),
              set_config('app.actor_organisation', $5, false)`,
      [userId, hatId, role, areaId, organisationId],
    );
    return (await wrong.query<{ id: string }>("select id from cases")).rows;
  };

  const counts = await under(async (turn) => {
    const { actor, caseId } = people[turn % people.length] ?? fail();
    const seen = await withoutTransaction(actor);
    return seen.length === 1 && seen[0]?.id === caseId ? "own rows" : "wrong rows";
  });
  await wrong.end();

  expect(counts["wrong rows"]).toBeGreaterThan(100);
});

function fail(): never {
  throw new Error("nobody there");
}

test("two that wait for each other both get done, the second of them when the first is through", async () => {
  const [cora, carl] = [await anActor("coordinator"), await anActor("coordinator")];
  let tries = 0;
  let bothHoldOne = () => {};
  const met = new Promise<void>((resolve) => {
    bothHoldOne = resolve;
  });
  const take = (actor: Actor, first: number, second: number) =>
    withActor(actor, async ({ tx }) => {
      await tx.$queryRaw`select pg_advisory_xact_lock(${first}::bigint)::text`;
      if (++tries === 2) bothHoldOne();
      await met;
      await tx.$queryRaw`select pg_advisory_xact_lock(${second}::bigint)::text`;
      return "done";
    });

  const answers = await Promise.all([take(cora, 1, 2), take(carl, 2, 1)]);

  expect(answers).toEqual(["done", "done"]);
  expect(tries).toBe(3);
});
