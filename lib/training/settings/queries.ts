import "server-only";

import { authorize } from "@/lib/access/policy";
import type { Context } from "@/lib/db/with-actor";

/** What the area aims at, and for how long a declaration is relied on, for somebody who may set it. */
export async function getTrainingSettings({ actor, tx }: Context) {
  authorize(actor, "area:manage", { areaId: actor.areaId });
  const { trainingTarget: target, trainingStaleMonths: staleMonths } =
    await tx.area.findUniqueOrThrow({
      where: { id: actor.areaId },
      select: { trainingTarget: true, trainingStaleMonths: true },
    });
  return { target, staleMonths };
}
