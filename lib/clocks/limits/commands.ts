import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { listDirectors, viewLimit } from "./queries";
import type { SetDirector, SetLimit } from "./schema";

/** A limit changes from a day on, with who, when and why. What it was stays readable. */
export async function setLimit(ctx: Context, { kind, count, unit, fromOn, reason }: SetLimit) {
  const { actor, tx, now } = ctx;
  await viewLimit(ctx, kind);
  await tx.areaLimit.createMany({
    data: {
      ...{ areaId: actor.areaId, kind, count, unit, reason, fromOn: toDateColumn(fromOn) },
      ...{ setByHatId: actor.hatId, setAt: now },
    },
  });
  await record(ctx, { type: "limit.set", facts: { kind, count, unit, fromOn } });
  return { kind };
}

/** Whom the longest overdue is brought to, by reference alone. */
export async function setDirector(ctx: Context, { hatId }: SetDirector) {
  const { actor, tx } = ctx;
  const possible = await listDirectors(ctx);
  if (!possible.some((one) => one.hatId === hatId))
    throw new FieldsRefused({ hatId: ["Select who is told"] });
  await tx.area.updateMany({ where: { id: actor.areaId }, data: { directorHatId: hatId } });
  await record(ctx, { type: "director.set", facts: { hatId } });
  return { hatId };
}
