import type { Opened } from "./casework";
import { during, played, type World } from "./world";

/** a panel member who knows somebody, and a coordinator who does, have nothing to do with the case. */
export function declareConflicts(world: World, cases: Opened[]): void {
  const inSupport = cases.filter(({ row }) => row.status === "in_support");
  declare(world, inSupport.at(2), "panel.health", "The person is a patient of a close relative.");
  const hers = played(world, "coordinator").hatId;
  const others = cases.filter(
    ({ coordinator, row }) => coordinator.hatId !== hers && row.status !== "retention",
  );
  declare(world, others.at(-1), "coordinator", "A neighbour of the person referred.");
}

function declare(world: World, opened: Opened | undefined, part: string, nature: string): void {
  if (!opened) return;
  const who = played(world, part);
  world.rows.caseConflict.push({
    caseId: opened.caseId,
    userId: who.userId,
    areaId: world.areaId,
    nature,
    declaredAt: during(world, world.today),
    declaredByHatId: who.hatId,
  });
}
