import "server-only";

import { authorize, type Permission } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { CloseReason, ConcernStatus } from "@/lib/concerns/labels";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { HowKnown } from "@/lib/referrals/labels";
import { anId } from "@/lib/schema";

const byHat = { select: { user: { select: { name: true } } } } as const;

const concernFacts = {
  id: true,
  areaId: true,
  organisationId: true,
  createdByHatId: true,
  about: true,
  noticed: true,
  noticedOn: true,
  howKnown: true,
  status: true,
  closeReason: true,
  outcomeReasons: true,
  decidedAt: true,
  referralId: true,
  version: true,
  createdAt: true,
  createdByHat: byHat,
  decidedByHat: byHat,
  concernChecks: {
    orderBy: { addedAt: "asc" },
    select: {
      id: true,
      spokenTo: true,
      whatTheySaid: true,
      otherExplanation: true,
      addedAt: true,
      addedByHatId: true,
      addedByHat: byHat,
    },
  },
} as const;

/** A concern with its checks, for somebody of the organisation that noticed it. */
export async function getConcern(
  { actor, tx }: Context,
  concernId: string,
  permission: Permission = "concern:read",
) {
  if (!anId().safeParse(concernId).success) throw new NotFound("concern", concernId);
  const found = await tx.concern.findUnique({ where: { id: concernId }, select: concernFacts });
  if (!found) throw new NotFound("concern", concernId);
  const { areaId, organisationId } = found;
  authorize(actor, permission, { areaId, organisationId });
  return {
    ...found,
    noticedOn: fromDateColumn(found.noticedOn),
    status: found.status as ConcernStatus,
    howKnown: found.howKnown as HowKnown,
    closeReason: found.closeReason as CloseReason | null,
  };
}
export type ConcernRecord = Awaited<ReturnType<typeof getConcern>>;

/** Everything about a concern. The draft or referral that came of it is named to whoever may open it. */
export async function viewConcern(ctx: Context, concernId: string) {
  const concern = await getConcern(ctx, concernId);
  const shared = concern.referralId
    ? await ctx.tx.referral.findUnique({
        where: { id: concern.referralId },
        select: { id: true, reference: true, createdById: true },
      })
    : null;
  await record(ctx, { type: "concern.viewed", facts: { concernId } });
  const isMine = shared?.createdById === ctx.actor.userId;
  return {
    ...concern,
    sharedAs: shared?.reference ?? null,
    draftId: shared && !shared.reference && isMine ? shared.id : null,
  };
}

export type ConcernView = Awaited<ReturnType<typeof viewConcern>>;
export const pageSize = 25;
export type ConcernFilters = { status?: ConcernStatus; page: number };

/** The concerns of one's own organisation, newest first. */
export async function listConcerns(ctx: Context, { status, page }: ConcernFilters) {
  const { actor, tx } = ctx;
  const { areaId, organisationId } = actor;
  authorize(actor, "concern:read", { areaId, organisationId });
  const where = { areaId, organisationId, ...(status && { status }) };
  const total = await tx.concern.count({ where });
  const rows = await tx.concern.findMany({
    where,
    orderBy: { createdAt: "desc" },
    skip: (page - 1) * pageSize,
    take: pageSize,
    select: {
      id: true,
      about: true,
      noticedOn: true,
      status: true,
      createdByHat: byHat,
    },
  });
  await record(ctx, { type: "concerns.listed", facts: { status: status ?? null, page } });
  return {
    total,
    rows: rows.map(({ createdByHat, noticedOn, ...row }) => ({
      ...row,
      status: row.status as ConcernStatus,
      noticedOn: fromDateColumn(noticedOn),
      noticedBy: createdByHat.user.name,
    })),
  };
}
