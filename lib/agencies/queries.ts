import "server-only";

import type { Context } from "@/lib/db/with-actor";

/** The organisations of this area, to choose from. */
export async function listPartners({ actor, tx }: Context) {
  const rows = await tx.organisationArea.findMany({
    where: { areaId: actor.areaId },
    select: { organisation: { select: { id: true, name: true } } },
    orderBy: { organisation: { name: "asc" } },
  });
  return rows.map(({ organisation: { id, name } }) => ({ value: id, label: name }));
}
