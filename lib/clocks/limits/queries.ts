import "server-only";

import { type Role, roleLabels } from "@/lib/access/labels";
import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { ClockUnit } from "@/lib/clocks/labels";
import { getTimetable } from "@/lib/clocks/queries";
import { defaultLimits, type LimitedKind } from "@/lib/clocks/rules";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { limitedKinds } from "./schema";

const authorizeSetting = ({ actor }: Context) =>
  authorize(actor, "area:manage", { areaId: actor.areaId });

const person = {
  id: true,
  role: true,
  user: { select: { name: true } },
  organisation: { select: { name: true } },
} as const;

/** Whom the longest overdue may be brought to: somebody who oversees, and can open the figures. */
export const directing: readonly Role[] = [
  "steering_member",
  "gold_reader",
  "chair",
  "agency_lead",
];

async function history({ actor, tx }: Context, kind?: LimitedKind) {
  const found = await tx.areaLimit.findMany({
    where: { areaId: actor.areaId, ...(kind && { kind }) },
    orderBy: [{ fromOn: "desc" }, { setAt: "desc" }],
    take: 100,
    select: {
      ...{ id: true, kind: true, count: true, unit: true, fromOn: true, reason: true },
      setAt: true,
      setByHat: { select: { user: { select: { name: true } } } },
    },
  });
  return found.map(({ setByHat, fromOn, unit, ...row }) => ({
    ...row,
    kind: row.kind as LimitedKind,
    unit: (unit ?? defaultLimits[row.kind as LimitedKind].unit) as ClockUnit,
    from: fromDateColumn(fromOn),
    setBy: setByHat.user.name,
  }));
}

/** What this area allows today, what it has changed, and the days on which nobody works. */
export async function viewArea(ctx: Context) {
  authorizeSetting(ctx);
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const area = await tx.area.findUniqueOrThrow({
    where: { id: actor.areaId },
    select: {
      ...{ name: true, policeForce: true, directorHatId: true, papersCloseDays: true },
      ...{ trainingTarget: true, trainingStaleMonths: true },
      ...{ supportBesideInvestigation: true, areaNotices: { select: { id: true }, take: 1 } },
    },
  });
  const director = area.directorHatId
    ? await tx.hat.findUnique({
        where: { id: area.directorHatId },
        select: { ...person, endedAt: true },
      })
    : null;
  const { limits } = await getTimetable(ctx, { areaId: actor.areaId, on: today });
  const holidays = await tx.bankHoliday.aggregate({
    _min: { day: true },
    _max: { day: true, source: true },
  });
  await record(ctx, { type: "area.viewed" });
  return {
    today,
    name: area.name,
    policeForce: area.policeForce,
    papersCloseDays: area.papersCloseDays,
    trainingTarget: area.trainingTarget,
    trainingStaleMonths: area.trainingStaleMonths,
    isBesideAllowed: area.supportBesideInvestigation,
    hasNotice: area.areaNotices.length > 0,
    director: director && !director.endedAt ? toPerson(director) : null,
    limits,
    changes: await history(ctx),
    holidays: {
      from: holidays._min.day && fromDateColumn(holidays._min.day),
      to: holidays._max.day && fromDateColumn(holidays._max.day),
      source: holidays._max.source,
    },
  };
}

type Hat = { id: string; role: string; user: { name: string }; organisation: { name: string } };
const toPerson = ({ id, role, user, organisation }: Hat) => ({
  hatId: id,
  name: user.name,
  as: `${roleLabels[role as Role]}, ${organisation.name}`,
});

/** One limit, for somebody who may change it, with everything it was. */
export async function viewLimit(ctx: Context, kind: string) {
  authorizeSetting(ctx);
  const known = limitedKinds.find((one) => one === kind);
  if (!known) throw new NotFound("limit", kind);
  const { actor, now } = ctx;
  const { limits } = await getTimetable(ctx, { areaId: actor.areaId, on: dayOf(now) });
  await record(ctx, { type: "area.viewed", facts: { kind: known } });
  return { kind: known, limit: limits[known], changes: await history(ctx, known) };
}

/** Who could be told as the council's director. */
export async function listDirectors(ctx: Context) {
  authorizeSetting(ctx);
  const hats = await ctx.tx.hat.findMany({
    where: {
      areaId: ctx.actor.areaId,
      role: { in: [...directing] },
      endedAt: null,
      user: { status: "active" },
    },
    orderBy: { user: { name: "asc" } },
    take: 200,
    select: person,
  });
  return hats.map(toPerson);
}
