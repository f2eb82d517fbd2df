import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { getCaseToHandOver } from "./queries";
import type { HandOver } from "./schema";

/** Gives a case to another coordinator. Its clocks go on as they were: they are the case's (TL-09). */
export async function handOver(ctx: Context, { caseId, fromHatId, toHatId }: HandOver) {
  const { actor, tx, now } = ctx;
  const { case: caseRecord, workers, others } = await getCaseToHandOver(ctx, caseId);
  const from = workers.find(({ hatId }) => hatId === fromHatId);
  if (!from) throw new FieldsRefused({ fromHatId: ["Select who runs the case now"] });
  if (!others.some(({ id }) => id === toHatId)) {
    throw new FieldsRefused({ toHatId: ["Select another coordinator of this area"] });
  }
  const { areaId, reference, dataKeyId } = caseRecord;
  await tx.caseWorker.createMany({
    data: {
      caseId,
      areaId,
      hatId: toHatId,
      capacity: "coordinator",
      assignedAt: now,
      assignedByHatId: actor.hatId,
    },
  });
  const { count } = await tx.caseWorker.updateMany({
    where: { id: from.id, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this case. Reload it to see.");
  await notify(ctx, [toHatId], {
    kind: "case_assigned",
    reference,
    path: `/cases/${reference}`,
  });
  await record(ctx, {
    type: "case.handed_over",
    dataKeyId,
    facts: { reference, from: fromHatId, to: toHatId },
  });
  return { reference, keepsReading: actor.hatId !== fromHatId };
}
