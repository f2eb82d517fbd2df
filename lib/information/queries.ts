import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";

/** Only partners of this area share and are asked (IS-06). */
export async function assertPartners(
  { actor, tx }: Context,
  field: string,
  organisationIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(organisationIds)];
  const known = await tx.organisationArea.count({
    where: { areaId: actor.areaId, organisationId: { in: ids } },
  });
  if (known < ids.length)
    throw new FieldsRefused({ [field]: ["Select organisations that work in this area"] });
}
