import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import type { SetTraining } from "@/lib/training/schema";
import { getTrainingSettings } from "@/lib/training/settings/queries";

/** 85 in a hundred and a year, unless the area says otherwise (8.7). */
export async function setTraining(ctx: Context, { target, staleMonths }: SetTraining) {
  await getTrainingSettings(ctx);
  await ctx.tx.area.updateMany({
    where: { id: ctx.actor.areaId },
    data: { trainingTarget: target, trainingStaleMonths: staleMonths },
  });
  await record(ctx, { type: "training.settings_set", facts: { target, staleMonths } });
}
