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

type Choice = { what: "coordinator" | "partner"; value: string; label: string };

/** Those organisations, and whoever coordinates cases here, in one question: whom a case is given to and who is asked. */
export async function listPartnersAndCoordinators({ actor, tx }: Context) {
  const rows = await tx.$queryRaw<Choice[]>`
    select 'partner' as what, o.id::text as value, o.name as label
      from organisation_areas a join organisations o on o.id = a.organisation_id
     where a.area_id = ${actor.areaId}::uuid
    union all
    select 'coordinator', h.id::text, u.name || ', ' || o.name
      from hats h join users u on u.id = h.user_id join organisations o on o.id = h.organisation_id
     where h.area_id = ${actor.areaId}::uuid and h.role = 'coordinator' and h.ended_at is null
     order by label, value`;
  const of = (wanted: Choice["what"]) =>
    rows.filter(({ what }) => what === wanted).map(({ value, label }) => ({ value, label }));
  return { partners: of("partner"), coordinators: of("coordinator") };
}
