import { expect, test } from "vitest";

import { canServe } from "@/lib/db/ready";
import { withActor } from "@/lib/db/with-actor";
import { ready } from "@/lib/request/ready";
import { anActor } from "@/tests/support/factories";

// Every connection of the pool is taken, as when something is stuck behind a lock.

test("with every connection taken, the wait is short, the answer is clear, and nothing has to be restarted", async () => {
  const actor = await anActor("coordinator");
  const work = () => withActor(actor, ({ tx }) => tx.$queryRaw`select 1 as one`);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const taken: Promise<void>[] = [];
  for (let connection = 0; connection < 5; connection++) {
    await new Promise<void>((isTaken) => {
      const held = withActor(actor, async () => {
        isTaken();
        await released;
      });
      taken.push(held);
    });
  }

  // Nothing is released yet: whoever waits for a place without end never comes back.
  const [refused, isServing, answer] = await Promise.all([
    work().then(
      () => null,
      (error: Error) => error,
    ),
    canServe(),
    ready(),
  ]);

  expect(refused).toBeInstanceOf(Error);
  expect(isServing).toBe(false);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");

  release();
  await Promise.all(taken);
  await expect(work()).resolves.toEqual([{ one: 1 }]);
  expect((await ready()).status).toBe(200);
});
