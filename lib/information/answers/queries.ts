import "server-only";

import type { Actor } from "@/lib/access/actor";
import { authorize, mayEver, type Parties } from "@/lib/access/policy";
import { listPartners } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { itemFacts, opened } from "../items/queries";
import { requestFacts, toRequest } from "../requests/queries";
import { requestCell } from "../rules";

/** How somebody who is asked by name has to do with the case: to an organisation the case is not there. */
const asItConcerns = ({ hatId, userId }: Actor) =>
  ({
    caseWorkers: { where: { hatId, endedAt: null }, select: { hatId: true } },
    panelAttendees: { where: { hatId }, select: { hatId: true } },
    caseConflicts: { where: { userId }, select: { userId: true } },
  }) as const;
type Concerned = {
  caseWorkers: { hatId: string }[];
  panelAttendees: { hatId: string }[];
  caseConflicts: { userId: string }[];
};

const concernOf = (onCase: Concerned | null): Partial<Parties> => ({
  workerHatIds: onCase?.caseWorkers.map(({ hatId }) => hatId),
  attendeeHatIds: onCase?.panelAttendees.map(({ hatId }) => hatId),
  conflictedUserIds: onCase?.caseConflicts.map(({ userId }) => userId),
});

/** A request, for whoever was asked: its own organisation, or one person by name; and enough of the case to answer. */
export async function getRequestToAnswer({ actor, tx }: Context, requestId: string) {
  const found = await tx.informationRequest.findUnique({
    where: { id: requestId },
    select: { ...requestFacts, case: { select: asItConcerns(actor) } },
  });
  if (!found) throw new NotFound("request", requestId);
  const { case: onCase, ...request } = found;
  const { areaId, organisationId, forHatId } = request;
  const parties = { areaId, organisationId, forHatId, ...concernOf(onCase) };
  authorize(actor, "request:answer", parties);
  return toRequest(request);
}

/** The same for its page, with what this organisation has shared so far and whom it can name. */
export async function viewRequestToAnswer(ctx: Context, requestId: string) {
  const request = await getRequestToAnswer(ctx, requestId);
  const rows = await ctx.tx.informationItem.findMany({
    where: { requestId, suppliedById: ctx.actor.organisationId },
    orderBy: { enteredAt: "asc" },
    select: itemFacts,
  });
  const shared = await opened(ctx, request.dataKeyId, rows);
  const partners = await listPartners(ctx);

  await record(ctx, {
    type: "request.viewed",
    dataKeyId: request.dataKeyId,
    facts: { requestId },
  });
  return {
    ...request,
    shared,
    partners,
    today: dayOf(ctx.now),
    cell: requestCell(request, dayOf(ctx.now)),
  };
}

export const requestsOnAPage = 25;

/** What an organisation has been asked: what still waits for an answer, or what does not. */
export async function listRequestsToAnswer(
  ctx: Context,
  { page = 1, isSettled = false }: { page?: number; isSettled?: boolean } = {},
) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "request:answer")) throw new Forbidden("request:answer");
  const waiting = { in: ["asked", "part"] };
  const where = {
    areaId: actor.areaId,
    organisationId: actor.organisationId,
    ...(actor.role === "invitee" && { forHatId: actor.hatId }), // s.37(4)
    state: isSettled ? { notIn: waiting.in } : waiting,
  };
  const rows = await tx.informationRequest.findMany({
    where,
    orderBy: isSettled
      ? [{ answeredAt: "desc" }, { id: "desc" }]
      : [{ dueOn: "asc" }, { id: "asc" }],
    take: requestsOnAPage,
    skip: (page - 1) * requestsOnAPage,
    select: requestFacts,
  });
  const total = await tx.informationRequest.count({ where });
  const today = dayOf(now);

  await record(ctx, { type: "request.listed", facts: { rows: rows.length, page } });
  return {
    today,
    total,
    requests: rows.map((row) => {
      const request = toRequest(row);
      return { ...request, cell: requestCell(request, today) };
    }),
  };
}
