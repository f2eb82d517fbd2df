import "server-only";

import type { Role } from "@/lib/access/labels";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { openActions } from "../matters/queries";
import { getItemToPrepare } from "../queries";

/** What somebody is asked in for, and when: all that they are told of the agenda (IS-18, s.37(4)). */
export async function listInvitations({ actor, tx }: Context, meetingId: string) {
  const { hatId } = actor;
  const found = await tx.panelAttendee.findMany({
    where: { meetingId, hatId },
    orderBy: { calledFor: "asc" },
    select: {
      itemId: true,
      calledFor: true,
      case: {
        select: {
          reference: true,
          informationRequests: {
            where: { forHatId: hatId },
            orderBy: { dueOn: "asc" },
            take: 30,
            select: { id: true, question: true, dueOn: true, state: true },
          },
          actions: {
            where: { ...openActions, ownerHatId: hatId },
            orderBy: { dueOn: "asc" },
            take: 30,
            select: { title: true, dueOn: true, ownerOrganisation: { select: { name: true } } },
          },
        },
      },
    },
  });
  return found.map(({ case: { reference, informationRequests, actions }, ...called }) => ({
    ...called,
    reference,
    requests: informationRequests.map(({ dueOn, ...request }) => ({
      ...request,
      dueDay: fromDateColumn(dueOn),
    })),
    actions: actions.map(({ title, dueOn, ownerOrganisation }) => ({
      ...{ title, organisation: ownerOrganisation.name, dueOn: fromDateColumn(dueOn) },
    })),
  }));
}

/** Who is invited to an item for its case alone and is not in the room, so that it can be taken back. */
export async function listAskedIn(ctx: Context, itemId: string) {
  const { attendees, meeting, case: onCase } = await getItemToPrepare(ctx, itemId);
  const hatIds = attendees.filter(({ isPresent }) => !isPresent).map(({ hatId }) => hatId);
  const role: Role = "invitee";
  const people = await ctx.tx.hat.findMany({
    where: {
      id: { in: hatIds },
      OR: [{ role }, { meetingMembers: { some: { meetingId: meeting.id, oneItem: true } } }],
    },
    orderBy: [{ organisation: { name: "asc" } }, { user: { name: "asc" } }],
    take: 50,
    select: {
      id: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  });
  return { reference: onCase.reference, people };
}
