import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { addMonths, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { listSeated } from "../meetings/queries";
import { deputyRoles } from "../rules";
import { attendanceOf } from "./rules";

const months = 12;

/** Everybody with a seat, who stands in for them, and how often they came in the last year. */
export async function viewMembers(ctx: Context) {
  const { actor, tx, now } = ctx;
  const seated = await listSeated(ctx);
  const rows = await tx.meetingMember.findMany({
    where: {
      areaId: actor.areaId,
      oneItem: false,
      meeting: {
        status: "closed",
        heldOn: { gte: toDateColumn(addMonths(dayOf(now), -months)) },
      },
    },
    take: 3000,
    select: {
      ...{ meetingId: true, hatId: true, isPresent: true, apologies: true, deputyForHatId: true },
    },
  });
  const deputies = await tx.panelDeputy.findMany({
    where: { areaId: actor.areaId, endedAt: null, deputyHat: { endedAt: null } },
    orderBy: { namedAt: "asc" },
    select: { id: true, hatId: true, deputyHat: { select: { user: { select: { name: true } } } } },
  });
  await record(ctx, { type: "members.viewed", facts: { members: seated.length } });
  return seated.map((member) => ({
    ...member,
    attendance: attendanceOf(member.id, rows),
    deputies: deputies
      .filter(({ hatId }) => hatId === member.id)
      .map(({ id, deputyHat }) => ({ id, name: deputyHat.user.name })),
  }));
}

/** A member, and who of their own organisation could stand in for them (P-02). */
export async function getDeputyChoices(ctx: Context, hatId: string) {
  const { actor, tx } = ctx;
  authorize(actor, "meeting:build", { areaId: actor.areaId });
  const member = (await listSeated(ctx)).find(({ id }) => id === hatId);
  if (!member) throw new NotFound("member of the panel", hatId);
  const others = await tx.hat.findMany({
    where: {
      areaId: actor.areaId,
      organisationId: member.organisationId,
      role: { in: [...deputyRoles] },
      endedAt: null,
      NOT: { userId: member.userId },
      panelDeputiesFor: { none: { hatId, endedAt: null } },
    },
    orderBy: { user: { name: "asc" } },
    take: 100,
    select: { id: true, user: { select: { name: true } } },
  });
  return { member, others };
}
