import "server-only";

import { can, mayEver, type Parties } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { yearOf, yearsToAssess } from "@/lib/benchmarks/rules";
import type { BenchmarkAddress } from "@/lib/benchmarks/schema";
import { dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";

type Entry = { areaId: string; organisationId: string; partnerIds: readonly string[] };

/** Whoever was part of it reads it as their own. */
export const partiesOfEntry = (organisation: string, { areaId, ...entry }: Entry): Parties => ({
  ...{ areaId, planAreaIds: [areaId] },
  organisationId: entry.partnerIds.includes(organisation) ? organisation : entry.organisationId,
});

/** What was done together, newest first, by partner and by period (2.5). */
export async function viewCooperation(ctx: Context, { partner, year }: BenchmarkAddress) {
  const { actor, tx } = ctx;
  if (!mayEver(actor, "cooperation:read")) throw new Forbidden("cooperation:read");
  const organisations = await listOrganisations(ctx, [actor.areaId]);
  const period = year && yearOf(year);
  const found = await tx.cooperationEntry.findMany({
    where: {
      areaId: actor.areaId,
      ...(partner && { OR: [{ organisationId: partner }, { partnerIds: { has: partner } }] }),
      ...(period && {
        happenedOn: { gte: toDateColumn(period.start), lte: toDateColumn(period.end) },
      }),
    },
    select: {
      ...{ id: true, areaId: true, organisationId: true, partnerIds: true, happenedOn: true },
      ...{ what: true, place: true },
    },
    orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
    take: 200,
  });
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? "Another area";
  const entries = found
    .filter((entry) => can(actor, "cooperation:read", partiesOfEntry(actor.organisationId, entry)))
    .map(({ happenedOn, organisationId, partnerIds, ...entry }) => ({
      ...entry,
      happenedDay: fromDateColumn(happenedOn),
      organisation: nameOf(organisationId),
      partners: partnerIds.map(nameOf).sort((one, other) => one.localeCompare(other)),
    }));
  await record(ctx, { type: "cooperation.listed", facts: { shown: entries.length } });
  return {
    ...{ entries, organisations, years: yearsToAssess(dayOf(ctx.now)) },
    mayWrite: mayEver(actor, "cooperation:write"),
  };
}

/** Whose entry it may be, and whom it may have been done with. */
export async function getCooperationToLog(ctx: Context) {
  const { actor } = ctx;
  if (!mayEver(actor, "cooperation:write")) throw new Forbidden("cooperation:write");
  const organisations = await listOrganisations(ctx, [actor.areaId]);
  const { areaId } = actor;
  const own = organisations.filter(({ id: organisationId }) =>
    can(actor, "cooperation:write", { areaId, planAreaIds: [areaId], organisationId }),
  );
  return { own, organisations };
}
