import "server-only";

import { authorize, can, mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { CaseStatus } from "@/lib/cases/labels";
import { getCase, getCaseById } from "@/lib/cases/queries";
import { liveStatuses } from "@/lib/cases/rules";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { TransferStatus, TransferTeller } from "./labels";

const offer = {
  id: true,
  areaId: true,
  toAreaId: true,
  reference: true,
  stage: true,
  isChild: true,
  summary: true,
  reason: true,
  toldBy: true,
  status: true,
  offeredByHatId: true,
  offeredAt: true,
  answeredAt: true,
  answerReason: true,
  newReference: true,
  area: { select: { name: true } },
  toArea: { select: { name: true } },
  offeredByHat: { select: { user: { select: { name: true } } } },
} as const;

type Coded = { stage: string; status: string; toldBy: string };
const toTransfer = <Row extends Coded>(row: Row) => ({
  ...row,
  stage: row.stage as CaseStatus,
  status: row.status as TransferStatus,
  toldBy: row.toldBy as TransferTeller,
});

/** A case that may be offered to another area (T27). */
export const getCaseToOffer = (ctx: Context, caseId: string) =>
  getCaseById(ctx, caseId, "transfer:offer");

/** An offer that is not answered yet, for whoever runs the case it is of. */
export async function getOfferToWithdraw(ctx: Context, transferId: string) {
  const found = await ctx.tx.caseTransfer.findUnique({
    where: { id: transferId },
    select: { caseId: true, toAreaId: true, status: true },
  });
  if (!found) throw new NotFound("offer", transferId);
  const { reference, dataKeyId } = await getCaseToOffer(ctx, found.caseId);
  return { ...found, reference, dataKeyId };
}

/** Where a case could go, where it was offered, and where it came from. The view is recorded. */
export async function viewTransfers(ctx: Context, reference: string) {
  const { actor, tx } = ctx;
  const caseRecord = await getCase(ctx, reference, "transfer:read");
  const { id: caseId, areaId, dataKeyId, status, isPaused, parties } = caseRecord;
  const found = await tx.caseTransfer.findMany({
    where: { OR: [{ caseId }, { newCaseId: caseId }] },
    orderBy: { offeredAt: "desc" },
    select: { ...offer, newCaseId: true },
  });
  const areas = await tx.area.findMany({
    where: { id: { not: areaId } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "transfer" } });
  const isLive = liveStatuses.some((live) => live === status);
  return {
    reference,
    caseId,
    areas,
    isPaused,
    mayWithdraw: can(actor, "transfer:offer", parties),
    mayOffer:
      can(actor, "transfer:offer", parties) &&
      isLive &&
      !isPaused &&
      areas.length > 0 &&
      !found.some((one) => one.status === "offered"),
    cameFrom: found.filter((one) => one.newCaseId === caseId).map(toTransfer),
    offers: found.filter((one) => one.newCaseId !== caseId).map(toTransfer),
  };
}

/** Cases that other areas offer to this one, the unanswered first. */
export async function listOffers(ctx: Context) {
  const { actor, tx } = ctx;
  if (!mayEver(actor, "transfer:answer")) throw new NotFound("page", "transfers");
  const found = await tx.caseTransfer.findMany({
    where: { toAreaId: actor.areaId },
    orderBy: [{ answeredAt: { sort: "desc", nulls: "first" } }, { offeredAt: "desc" }],
    take: 50,
    select: offer,
  });
  await record(ctx, { type: "transfers.listed", facts: { shown: found.length } });
  return found.map(toTransfer);
}

/** One offer, for somebody of the receiving area who may answer it. */
export async function getOffer({ actor, tx }: Context, transferId: string) {
  const found = await tx.caseTransfer.findUnique({ where: { id: transferId }, select: offer });
  if (!found) throw new NotFound("offer", transferId);
  const { areaId, toAreaId } = found;
  authorize(actor, "transfer:answer", { areaId, toAreaId });
  return toTransfer(found);
}

/** The same for its page. The view is recorded. */
export async function viewOffer(ctx: Context, transferId: string) {
  const found = await getOffer(ctx, transferId);
  await record(ctx, { type: "transfer.viewed", facts: { reference: found.reference } });
  return found;
}
