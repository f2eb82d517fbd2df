import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { threatLevels } from "@/lib/threat/labels";
import { getThreatLevelToSet } from "@/lib/threat/queries";
import type { SetThreatLevel } from "@/lib/threat/schema";

/** A row of its own, written once: what the level was stays readable (8.4, 4.1). */
export async function setThreatLevel(ctx: Context, { level, setDay, note }: SetThreatLevel) {
  const { actor, tx, now } = ctx;
  const current = await getThreatLevelToSet(ctx);
  if (current && setDay < current.setDay)
    throw new FieldsRefused({
      setDay: ["Date it was set must not be before that of the level now"],
    });
  if (current?.level === level && current.setDay === setDay)
    throw new FieldsRefused({
      level: [`The level is written down as ${threatLevels[level].toLowerCase()} since that day`],
    });
  await tx.threatLevel.createMany({
    data: {
      ...{ areaId: actor.areaId, level, setOn: toDateColumn(setDay), note },
      ...{ recordedByHatId: actor.hatId, recordedAt: now },
    },
  });
  await record(ctx, { type: "threat.set", facts: { level, setDay } });
  return {};
}
