import { expect, test } from "vitest";

import { can } from "@/lib/access/policy";
import { withActor } from "@/lib/db/with-actor";
import { aCase, anActor } from "@/tests/support/factories";

test("a coordinator reads the cases they are named on, and no others (IS-01)", async () => {
  const [cora, carl] = [await anActor("coordinator"), await anActor("coordinator")];
  const { id } = await aCase({ coordinator: cora });

  const read = (who: typeof cora) =>
    withActor(who, ({ tx }) => tx.case.findUnique({ where: { id }, select: { id: true } }));

  await expect(read(cora)).resolves.toEqual({ id });
  await expect(read(carl)).resolves.toBeNull();
  expect(can(cora, "case:read", { areaId: cora.areaId, workerHatIds: [cora.hatId] })).toBe(true);
});

test("work inside work is refused, since it would take a second connection", async () => {
  const cora = await anActor("coordinator");

  const nested = withActor(cora, () => withActor(cora, async () => 1));

  await expect(nested).rejects.toThrow("withActor inside withActor");
});
