import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound } from "@/lib/errors";
import { getDeputyChoices } from "./queries";
import type { EndDeputy, NameDeputy } from "./schema";

/** Names who stands in for a member when they cannot come. It opens no case: a deputy is seated at each meeting. */
export async function nameDeputy(ctx: Context, { hatId, deputyHatId }: NameDeputy) {
  const { actor, tx, now } = ctx;
  const { others } = await getDeputyChoices(ctx, hatId);
  if (!others.some(({ id }) => id === deputyHatId)) {
    throw new FieldsRefused({ deputyHatId: ["Select somebody from the same organisation"] });
  }
  await tx.panelDeputy.createMany({
    data: {
      ...{ areaId: actor.areaId, hatId, deputyHatId },
      ...{ namedByHatId: actor.hatId, namedAt: now },
    },
  });
  await record(ctx, { type: "deputy.named", facts: { hatId, deputyHatId } });
  return { hatId };
}

export async function endDeputy(ctx: Context, { deputyId }: EndDeputy) {
  const { actor, tx, now } = ctx;
  authorize(actor, "meeting:build", { areaId: actor.areaId });
  const { count } = await tx.panelDeputy.updateMany({
    where: { id: deputyId, areaId: actor.areaId, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) throw new NotFound("deputy", deputyId);
  await record(ctx, { type: "deputy.ended", facts: { deputyId } });
  return { deputyId };
}
