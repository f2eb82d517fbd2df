import "server-only";

import type { Role } from "@/lib/access/labels";
import { record } from "@/lib/audit/record";
import { dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { coversFor, maySetCover } from "./rules";

const hatFacts = {
  id: true,
  userId: true,
  areaId: true,
  organisationId: true,
  role: true,
  user: { select: { name: true } },
} as const;

/** Somebody's role in which they will be away, for whoever may set who covers, and who could. */
export async function getHatToCover({ actor, tx }: Context, hatId: string) {
  const found = await tx.hat.findFirst({ where: { id: hatId, endedAt: null }, select: hatFacts });
  if (!found) throw new NotFound("role", hatId);
  const hat = { ...found, role: found.role as Role };
  if (!maySetCover(actor, hat)) throw new NotFound("role", hatId);
  const { roles, isInside } = coversFor(hat.role);
  const others = await tx.hat.findMany({
    where: {
      areaId: hat.areaId,
      role: { in: [...roles] },
      endedAt: null,
      userId: { not: hat.userId },
      user: { status: "active" },
      ...(isInside && { organisationId: hat.organisationId }),
    },
    orderBy: { user: { name: "asc" } },
    take: 100,
    select: {
      id: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  });
  return { ...hat, others };
}

/** The covers that this reader set or is part of, from today on, and the form for one more. */
export async function viewAbsences(ctx: Context, forHatId?: string) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const away = await getHatToCover(ctx, forHatId ?? actor.hatId);
  const found = await tx.absence.findMany({
    where: { areaId: actor.areaId, endedAt: null, toOn: { gte: toDateColumn(today) } },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      fromOn: true,
      toOn: true,
      hat: { select: hatFacts },
      coverHat: { select: { id: true, user: { select: { name: true } } } },
    },
  });
  const colleagues =
    actor.role === "agency_lead"
      ? await tx.hat.findMany({
          where: {
            areaId: actor.areaId,
            organisationId: actor.organisationId,
            endedAt: null,
            id: { not: actor.hatId },
          },
          orderBy: { user: { name: "asc" } },
          take: 50,
          select: hatFacts,
        })
      : [];
  await record(ctx, { type: "absences.viewed", facts: { shown: found.length } });
  return {
    today,
    away: { hatId: away.id, name: away.user.name, isMe: away.id === actor.hatId },
    others: away.others,
    colleagues: colleagues.map(({ id, user, role }) => ({
      id,
      name: user.name,
      role: role as Role,
    })),
    absences: found.map(({ id, fromOn, toOn, hat, coverHat }) => ({
      id,
      from: fromDateColumn(fromOn),
      to: fromDateColumn(toOn),
      who: hat.id === actor.hatId ? "You" : hat.user.name,
      cover: coverHat.id === actor.hatId ? "You" : coverHat.user.name,
      mayEnd: maySetCover(actor, { ...hat, role: hat.role as Role }),
    })),
  };
}
