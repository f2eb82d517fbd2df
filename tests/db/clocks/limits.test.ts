import { expect, test } from "vitest";

import { startClock } from "@/lib/clocks/commands";
import { setDirector, setLimit } from "@/lib/clocks/limits/commands";
import { viewArea, viewLimit } from "@/lib/clocks/limits/queries";
import { setLimitSchema } from "@/lib/clocks/limits/schema";
import { type Day, instantAt } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden } from "@/lib/errors";
import { aCase, anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const at = (day: Day) => instantAt(day, "10:00");
const change = {
  kind: "consent_sought",
  count: 5,
  unit: "working_days",
  fromOn: "2026-03-10",
  reason: "Agreed by the panel",
} as const;

async function anAreaWithCases() {
  const { id: areaId } = await anArea();
  const admin = await anActor("administrator", { areaId });
  const cora = await anActor("coordinator", { areaId });
  const startOn = async (day: Day) => {
    const { id: caseId } = await aCase({
      areaId,
      caseStatus: "consent_pending",
      coordinator: cora,
    });
    return withActor(cora, (ctx) => startClock(ctx, "consent_sought", { areaId, caseId }), at(day));
  };
  return { areaId, admin, cora, startOn };
}

test("a limit counts for what starts from its first day on, and not before", async () => {
  const { admin, startOn } = await anAreaWithCases();
  await withActor(admin, (ctx) => setLimit(ctx, change));

  expect(await startOn("2026-03-09")).toBe("2026-03-23"); // ten working days
  expect(await startOn("2026-03-10")).toBe("2026-03-17"); // five
});

test("a limit is counted in what the area says it is, and in what it began with where it says nothing", async () => {
  const { areaId, admin, startOn } = await anAreaWithCases();
  const began = { areaId, kind: "consent_sought", count: 9, reason: "Before units were said" };
  await owner.areaLimit.create({
    data: {
      ...{ ...began, fromOn: new Date("2026-03-01"), setAt: new Date("2026-03-01") },
      setByHatId: admin.hatId,
    },
  });
  await withActor(admin, (ctx) => setLimit(ctx, { ...change, count: 8, unit: "days" }));

  expect(await startOn("2026-03-09")).toBe("2026-03-20"); // nine working days
  expect(await startOn("2026-03-10")).toBe("2026-03-18"); // eight days
  const { limit, changes } = await withActor(admin, (ctx) => viewLimit(ctx, "consent_sought"));
  expect(limit).toMatchObject({ count: 8, unit: "days" });
  expect(changes.map(({ unit }) => unit)).toEqual(["days", "working_days"]);
  const form = { ...change, count: "5", fromOn: "1/1/2099" };
  const refused = (more: object) =>
    setLimitSchema.safeParse({ ...form, ...more }).error?.issues.map(({ path }) => path[0]) ?? [];
  expect(refused({ unit: "months", count: "25" })).toEqual(["count"]);
  expect(refused({ unit: "months", count: "24" })).toEqual([]);
  expect(refused({ unit: "" })).toEqual(["unit"]);
});

test("the limits of one area are not those of another", async () => {
  const { admin } = await anAreaWithCases();
  const other = await anAreaWithCases();
  await withActor(admin, (ctx) => setLimit(ctx, change));

  expect(await other.startOn("2026-03-10")).toBe("2026-03-24");
});

test("each change is kept with who made it, from which day and why; the latest counts", async () => {
  const { admin, startOn } = await anAreaWithCases();
  await withActor(admin, (ctx) => setLimit(ctx, change), at("2026-03-01"));
  await withActor(admin, (ctx) => setLimit(ctx, { ...change, count: 3 }), at("2026-03-02"));

  const seen = await withActor(admin, (ctx) => viewLimit(ctx, "consent_sought"));

  expect(seen.changes).toMatchObject([
    { count: 3, from: "2026-03-10", reason: "Agreed by the panel" },
    { count: 5 },
  ]);
  expect(seen.changes[0]?.setBy).toContain("administrator");
  expect(await startOn("2026-03-10")).toBe("2026-03-13");
});

test("nobody but the administrator of the area changes a limit, and nobody rewrites one", async () => {
  const { areaId, cora, admin } = await anAreaWithCases();
  await withActor(admin, (ctx) => setLimit(ctx, change));

  await expect(withActor(cora, (ctx) => setLimit(ctx, change))).rejects.toThrow(Forbidden);
  await expect(
    withActor(admin, ({ tx }) => tx.areaLimit.updateMany({ data: { count: 1 } })),
  ).rejects.toThrow(/denied|permission/);
  expect(await owner.areaLimit.count({ where: { areaId } })).toBe(1);
});

test("the director is somebody who oversees here, set by the administrator alone", async () => {
  const { areaId, admin, cora } = await anAreaWithCases();
  const stella = await anActor("steering_member", { areaId });
  const set = (who: typeof admin, hatId: string) =>
    withActor(who, (ctx) => setDirector(ctx, { hatId }));

  await expect(set(cora, stella.hatId)).rejects.toThrow(Forbidden);
  await expect(set(admin, cora.hatId)).rejects.toThrow(FieldsRefused);
  await expect(set(admin, (await anActor("steering_member")).hatId)).rejects.toThrow(FieldsRefused);
  await set(admin, stella.hatId);

  const area = await owner.area.findUniqueOrThrow({ where: { id: areaId } });
  expect(area.directorHatId).toBe(stella.hatId);
});

test("the page of the area asks the database no more than eight times, and knows its bank holidays", async () => {
  const { admin } = await anAreaWithCases();

  const { count, value: answer } = await countStatements(() => withActor(admin, viewArea));

  expect(count).toBeLessThanOrEqual(8);
  expect(answer.holidays).toMatchObject({ from: "2024-01-01", to: "2028-12-26" });
  await expect(withActor(await anActor("coordinator"), viewArea)).rejects.toThrow(Forbidden);
});
