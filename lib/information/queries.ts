import "server-only";

import { authorize } from "@/lib/access/policy";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { RequestState } from "./labels";

/** A request, for the organisation that was asked: its own, and enough of the case to answer. */
export async function getRequestToAnswer({ actor, tx }: Context, requestId: string) {
  const found = await tx.informationRequest.findUnique({
    where: { id: requestId },
    select: {
      id: true,
      caseId: true,
      areaId: true,
      organisationId: true,
      personName: true,
      personBorn: true,
      question: true,
      lawfulBasis: true,
      dueOn: true,
      state: true,
      askedAt: true,
      askedByHatId: true,
      answeredAt: true,
      answerNote: true,
      version: true,
      askedByHat: {
        select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
      },
    },
  });
  if (!found) throw new NotFound("request", requestId);
  const { areaId, organisationId } = found;
  authorize(actor, "request:answer", { areaId, organisationId });
  return { ...found, dueDay: fromDateColumn(found.dueOn), state: found.state as RequestState };
}
