import { sha256 } from "@/lib/crypto/vault";
import { aChance } from "./chance";
import { played, type World } from "./world";

const file = "Actions for later in the year.xlsx";

/** The actions that wait for later came from a spreadsheet. The plan has grown from them since, so that undoing it is refused, and says why. */
export function addPlanImport(world: World): void {
  const { rows, areaId } = world;
  const plan = rows.plan.findLast(({ status }) => status === "approved");
  const waiting = rows.planAction.filter(
    ({ planId, rag }) => planId === plan?.id && rag === "grey",
  );
  const [first] = rows.action.filter(({ id }) => waiting.some((one) => one.actionId === id));
  if (!plan?.id || !first) return;
  const importedAt = new Date(first.addedAt);
  const uploadedAt = new Date(importedAt.getTime() - 20 * 60_000);
  const id = aChance(20_261_123).id(uploadedAt);
  const keeper = played(world, "prevent").hatId;
  rows.planImport.push({
    ...{ id, planId: plan.id, areaId, name: file, kind: "xlsx", bytes: 14_336 },
    sha256: sha256(Buffer.from(file)),
    ...{ rows: waiting.length, status: "imported", version: 3 },
    ...{ added: waiting.length, changed: 0, leftOut: 0 },
    ...{ uploadedByHatId: keeper, uploadedAt, importedByHatId: keeper, importedAt },
  });
  for (const [index, { actionId, reference }] of waiting.entries())
    rows.planImportRow.push({
      ...{ importId: id, actionId, areaId, row: index + 2, reference },
      ...{ actionVersion: 1, standingVersion: 1 },
    });
}
