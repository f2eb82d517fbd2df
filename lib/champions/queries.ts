import "server-only";

import type { Actor } from "@/lib/access/actor";
import { authorize, can } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import type { ChampionKind, Sector } from "@/lib/champions/labels";
import {
  countedSectors,
  gapsIn,
  type SectorCount,
  sectorsFor,
  soonDays,
  standingOf,
  trainingOf,
} from "@/lib/champions/rules";
import type { ChampionAddress } from "@/lib/champions/schema";
import { addDays, type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";

export const pageSize = 25;
const exportedTo = 5_000;

const facts = {
  ...{ id: true, areaId: true, organisationId: true, sector: true, kind: true, name: true },
  ...{ post: true, contact: true, appointedOn: true, expiresOn: true, course: true },
  ...{ trainedUntil: true, lastContactOn: true, endedOn: true, endedBecause: true, version: true },
  organisation: { select: { name: true } },
} satisfies Prisma.ChampionSelect;
type Found = Prisma.ChampionGetPayload<{ select: typeof facts }>;

const dayOrNull = (column: Date | null) => column && fromDateColumn(column);

function toChampion(found: Found, today: Day) {
  const { appointedOn, expiresOn, trainedUntil, lastContactOn, endedOn, ...row } = found;
  const days = {
    appointedDay: fromDateColumn(appointedOn),
    expiresDay: fromDateColumn(expiresOn),
    trainedUntilDay: dayOrNull(trainedUntil),
    lastContactDay: dayOrNull(lastContactOn),
    endedDay: dayOrNull(endedOn),
  };
  return {
    ...row,
    ...days,
    sector: found.sector as Sector,
    kind: found.kind as ChampionKind,
    organisation: found.organisation.name,
    standing: standingOf(days, today),
    training: trainingOf({ course: found.course, ...days }, today),
  };
}
export type ChampionRecord = ReturnType<typeof toChampion>;

/** What a role reads of the register at the most, for the index to be asked by. */
const within = ({ role, areaId, organisationId }: Actor): Prisma.ChampionWhereInput =>
  role === "agency_lead" ? { areaId, organisationId } : { areaId };

function whereOf(actor: Actor, { sector, organisation, standing }: ChampionAddress, today: Day) {
  const now = toDateColumn(today);
  const soon = toDateColumn(addDays(today, soonDays));
  const asked: Record<NonNullable<typeof standing>, Prisma.ChampionWhereInput> = {
    in_date: { endedOn: null, expiresOn: { gt: soon } },
    expiring: { endedOn: null, expiresOn: { gte: now, lte: soon } },
    expired: { endedOn: null, expiresOn: { lt: now } },
    ended: { endedOn: { not: null } },
  };
  return {
    AND: [
      within(actor),
      standing ? asked[standing] : { endedOn: null },
      { ...(sector && { sector }), ...(organisation && { organisationId: organisation }) },
    ],
  } satisfies Prisma.ChampionWhereInput;
}

const orderBy = [
  { expiresOn: "asc" },
  { id: "asc" },
] satisfies Prisma.ChampionOrderByWithRelationInput[];

/** Whose it would be, were it of the actor's own organisation. */
const own = ({ areaId, organisationId }: Actor) => ({ areaId, organisationId });

type Counted = { sector: string; in_date: bigint; expiring: bigint; expired: bigint };

/** How many an area has of each sector, with the sectors that nobody in date speaks for (1.11). For those who oversee, without a name. */
export async function countSectors({ tx, now }: Context, areaId: string, kinds: readonly string[]) {
  const rows = await tx.$queryRaw<Counted[]>`
    select * from champion_sectors(${areaId}::uuid, ${dayOf(now)}::date)`;
  const counts: SectorCount[] = rows.map(({ sector, in_date, expiring, expired }) => ({
    sector: sector as Sector,
    ...{ inDate: Number(in_date), expiring: Number(expiring), expired: Number(expired) },
  }));
  const sectors = countedSectors(kinds, counts);
  return { sectors, gaps: gapsIn(sectors) };
}

/** The register, soonest to run out first; to a steering group, its counts alone. */
export async function viewChampions(ctx: Context, address: ChampionAddress) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const mayList = can(actor, "champion:read", own(actor));
  const mayCount = can(actor, "champion:sectors", own(actor));
  if (!mayList && !mayCount) throw new Forbidden("champion:read");

  const page = address.page ?? 1;
  const where = whereOf(actor, address, today);
  const total = mayList ? await tx.champion.count({ where }) : 0;
  const found = mayList
    ? await tx.champion.findMany({
        ...{ where, select: facts, orderBy },
        ...{ skip: (page - 1) * pageSize, take: pageSize },
      })
    : [];
  const organisations = mayCount ? await listOrganisations(ctx, [actor.areaId]) : [];
  const kinds = organisations.map(({ kind }) => kind);
  const counted = mayCount ? await countSectors(ctx, actor.areaId, kinds) : null;
  await record(ctx, { type: "champions.listed", facts: { page, shown: found.length } });
  return {
    ...{ mayList, counted, organisations, total, page, today },
    champions: found.map((one) => toChampion(one, today)),
    mayWrite: can(actor, "champion:write", own(actor)),
  };
}

/** Exactly the rows that were asked for, to be taken out: that is on the log. */
export async function exportChampions(ctx: Context, address: ChampionAddress) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  authorize(actor, "champion:read", own(actor));
  const where = whereOf(actor, address, today);
  const found = await tx.champion.findMany({ where, select: facts, orderBy, take: exportedTo });
  await record(ctx, {
    type: "champions.exported",
    facts: {
      ...{ sector: address.sector ?? null, standing: address.standing ?? null },
      ...{ organisationId: address.organisation ?? null, rows: found.length },
    },
  });
  return found.map((one) => toChampion(one, today));
}

export async function getChampion(
  { actor, tx, now }: Context,
  championId: string,
  permission: "champion:read" | "champion:write" = "champion:write",
): Promise<ChampionRecord> {
  const found = await tx.champion.findUnique({ where: { id: championId }, select: facts });
  if (!found) throw new NotFound("champion", championId);
  authorize(actor, permission, found);
  return toChampion(found, dayOf(now));
}

/** One of them, on a page of their own. */
export async function viewChampion(ctx: Context, championId: string) {
  const champion = await getChampion(ctx, championId, "champion:read");
  await record(ctx, { type: "champion.viewed", facts: { championId } });
  return {
    ...{ champion, today: dayOf(ctx.now) },
    mayWrite: can(ctx.actor, "champion:write", champion) && champion.standing !== "ended",
  };
}

/** One of them, to be changed: whoever has stepped down stays as they were. */
export async function getChampionToChange(ctx: Context, championId: string) {
  const champion = await getChampion(ctx, championId);
  if (champion.standing === "ended") throw new NotFound("champion", championId);
  return champion;
}

/** What the form of a new one needs: the organisations they may come from, and the sectors of each. */
export async function getOrganisationsForChampion(ctx: Context) {
  const { actor } = ctx;
  authorize(actor, "champion:write", own(actor));
  const organisations = await listOrganisations(ctx, [actor.areaId]);
  return {
    organisations: organisations
      .filter(({ id: organisationId }) =>
        can(actor, "champion:write", { areaId: actor.areaId, organisationId }),
      )
      .map(({ kind, ...organisation }) => ({ ...organisation, sectors: sectorsFor(kind) })),
  };
}
