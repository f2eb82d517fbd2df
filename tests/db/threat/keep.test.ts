import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden } from "@/lib/errors";
import { setThreatLevel } from "@/lib/threat/commands";
import type { ThreatLevel } from "@/lib/threat/labels";
import { findThreatLevel, viewThreatLevel } from "@/lib/threat/queries";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPartnership } from "@/tests/support/plans";
import { today } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const set = (who: Actor, level: ThreatLevel, setDay = today) =>
  withActor(who, (ctx) => setThreatLevel(ctx, { level, setDay, note: "Nothing changes here." }));
const now = (who: Actor) => withActor(who, findThreatLevel);

test("the level is written down with its day and by whom, what it was stays, and the change is recorded (4.1, 8.4)", async () => {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  const steering = await anActor("steering_member", { areaId });

  await set(keeper, "substantial", addDays(today, -30));
  await set(keeper, "severe");

  const { levels, current, maySet } = await withActor(steering, viewThreatLevel);
  expect(levels.map(({ level }) => level)).toEqual(["severe", "substantial"]);
  expect(current).toMatchObject({ level: "severe", setDay: today, role: "prevent_coordinator" });
  expect(maySet).toBe(false);
  const events = await owner.auditEvent.findMany({
    where: { actor: keeper.userId, type: "threat.set" },
  });
  expect(events).toHaveLength(2);
});

test("a level before that of now, or the same again, is refused", async () => {
  const keeper = await anActor("prevent_coordinator");
  await set(keeper, "severe");

  await expect(set(keeper, "critical", addDays(today, -1))).rejects.toThrow(FieldsRefused);
  await expect(set(keeper, "severe")).rejects.toThrow(FieldsRefused);
  await expect(set(keeper, "critical")).resolves.toBeDefined();
});

test("only the co-ordinator sets it, those who read the plan read it, and nobody else is shown it (2.3)", async () => {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  await set(keeper, "severe");

  for (const role of ["steering_member", "agency_lead", "auditor", "gold_reader"] as const) {
    const who = await anActor(role, { areaId });
    expect(await now(who)).toMatchObject({ level: "severe" });
    await expect(set(who, "low")).rejects.toThrow(Forbidden);
  }
  for (const role of ["coordinator", "chair", "administrator"] as const) {
    const who = await anActor(role, { areaId });
    expect(await now(who)).toBeNull();
    await expect(withActor(who, viewThreatLevel)).rejects.toThrow(Forbidden);
  }
});

test("areas that share a steering group share what is written down, and others do not (3.5)", async () => {
  const [{ id: here }, { id: there }] = [await anArea(), await anArea()];
  const keeper = await anActor("prevent_coordinator", { areaId: here });
  const neighbour = await anActor("steering_member", { areaId: there });
  await set(keeper, "severe");
  expect(await now(neighbour)).toBeNull();

  await aPartnership([here, there]);

  expect(await now(neighbour)).toMatchObject({ level: "severe" });
  expect((await countStatements(() => now(neighbour))).count).toBeLessThanOrEqual(2);
});

test("no row of the history is changed or written in somebody else's name", async () => {
  const keeper = await anActor("prevent_coordinator");
  const other = await anActor("prevent_coordinator", { areaId: keeper.areaId });
  await set(keeper, "severe");

  const changing = () =>
    withActor(keeper, ({ tx }) => tx.threatLevel.updateMany({ data: { level: "low" } }));
  const forging = () =>
    withActor(keeper, ({ tx, actor }) =>
      tx.threatLevel.createMany({
        data: {
          ...{ areaId: actor.areaId, level: "low", setOn: new Date(today), note: "x" },
          ...{ recordedByHatId: other.hatId, recordedAt: new Date() },
        },
      }),
    );

  await expect(changing()).rejects.toThrow(/permission denied/);
  await expect(forging()).rejects.toThrow(/row-level security/);
});
