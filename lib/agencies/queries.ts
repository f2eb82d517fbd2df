import "server-only";

import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";

/** The organisations of some areas, each once, by name. */
export const listOrganisations = ({ tx }: Context, areaIds: readonly string[]) =>
  tx.organisation.findMany({
    where: { organisationAreas: { some: { areaId: { in: [...areaIds] } } } },
    select: { id: true, name: true, kind: true },
    orderBy: { name: "asc" },
  });

/** Those of the reader's own area, to choose from. */
export async function listPartners(ctx: Context) {
  const organisations = await listOrganisations(ctx, [ctx.actor.areaId]);
  return organisations.map(({ id, name }) => ({ value: id, label: name }));
}

const toChooseFrom = {
  orderBy: [{ name: "asc" }, { id: "asc" }],
  take: 200,
} satisfies Prisma.GovernanceBodyFindManyArgs;

/** The bodies of this area that meet still: all, or those that have one of these powers. */
export const listStandingBodies = ({ actor, tx }: Context, powers?: readonly string[]) =>
  tx.governanceBody.findMany({
    where: {
      ...{ areaId: actor.areaId, endedOn: null },
      ...(powers && { powers: { hasSome: [...powers] } }),
    },
    select: { id: true, name: true },
    ...toChooseFrom,
  });

/** Those, and the bodies over this area that another area of the partnership keeps (3.5). */
export const listBodiesOver = ({ actor: { areaId }, tx }: Context) =>
  tx.governanceBody.findMany({
    where: {
      endedOn: null,
      OR: [{ areaId }, { partnership: { partnershipAreas: { some: { areaId } } } }],
    },
    select: { id: true, name: true },
    ...toChooseFrom,
  });

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
