import "server-only";

import { authorize, can, type Parties } from "@/lib/access/policy";
import { listAttachments } from "@/lib/attachments/queries";
import { record } from "@/lib/audit/record";
import { getDataKey } from "@/lib/crypto/queries";
import { open } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { draftPlace } from "@/lib/referrals/drafts/queries";
import type { CoarseStatus, ReferralStatus } from "@/lib/referrals/labels";
import { printAnswers } from "@/lib/referrals/pages/rules";
import { canAdd, canWithdraw, toldStatus } from "@/lib/referrals/rules";
import type { Answers } from "@/lib/referrals/schema";

export const contactPlace = (referralId: string): string =>
  `referral_texts.sealed_contact.${referralId}`;

const referralFacts = {
  id: true,
  areaId: true,
  organisationId: true,
  createdById: true,
  reference: true,
  status: true,
  closureCode: true,
  submittedAt: true,
  caseId: true,
  dataKeyId: true,
  version: true,
  passedTold: true,
  passedToArea: { select: { name: true } },
} as const;

/** A referral by its reference, for somebody who wrote it or whose organisation did. */
export async function getReferral({ actor, tx }: Context, reference: string) {
  const found = await tx.referral.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: referralFacts,
  });
  if (!found?.submittedAt) throw new NotFound("referral", reference);
  const { areaId, organisationId, createdById: authorId } = found;
  const parties: Parties = { areaId, organisationId, authorId };
  authorize(actor, "referral:status", parties);
  const status = found.status as ReferralStatus;
  return { ...found, reference, status, submittedAt: found.submittedAt, parties };
}

const isAboutMine = ({ actor }: Context, { organisationId, createdById }: Owned) =>
  organisationId === actor.organisationId &&
  (createdById === actor.userId || actor.role === "agency_lead");
type Owned = { organisationId: string; createdById: string };

type Kept = { id: string; dataKeyId: string };

/** Everything that was sent, with what was sealed, in words. */
export async function readAnswers(ctx: Context, kept: Kept) {
  const text = await ctx.tx.referralText.findUnique({
    where: { referralId: kept.id },
    select: { answers: true, sealedContact: true, declarationVersion: true },
  });
  if (!text) throw new NotFound("referral text", kept.id);
  return { answers: await unsealed(ctx, kept, text), declaration: text.declarationVersion };
}

type Text = { answers: unknown; sealedContact: Uint8Array | null };

/** The answers of one level, with those that were sealed put back among them. */
export async function unsealed(ctx: Context, { id, dataKeyId }: Kept, text: Text) {
  const answers = text.answers as Record<string, unknown>;
  if (!text.sealedContact) return answers;
  const key = await getDataKey(ctx, dataKeyId);
  const sealed = JSON.parse(open(key, contactPlace(id), text.sealedContact).toString());
  return { ...answers, ...sealed } as Record<string, unknown>;
}

/**
 * A referral as those who sent it see it: how far it is in a word, and what they wrote. To anybody
 * else `mine` is null, and the gateway's own query says more.
 */
export async function viewReferral(ctx: Context, reference: string) {
  const referral = await getReferral(ctx, reference);
  const { status, closureCode, submittedAt } = referral;
  const told = (referral.passedTold as CoarseStatus | null) ?? toldStatus(status, closureCode);
  const passedTo = referral.passedToArea?.name ?? null;
  const common = { reference, submittedAt, told, passedTo };
  if (!isAboutMine(ctx, referral)) return { ...common, mine: null };
  authorize(ctx.actor, "referral:read", referral.parties);

  // What was written went on with it.
  const { answers } = passedTo ? { answers: {} } : await readAnswers(ctx, referral);
  const addenda = await ctx.tx.referralAddendum.findMany({
    where: { referralId: referral.id },
    orderBy: { addedAt: "asc" },
    select: { id: true, body: true, addedAt: true, author: { select: { name: true } } },
  });
  const files = await listAttachments(ctx, referral.id);
  const mayWrite = can(ctx.actor, "referral:write", referral.parties);
  await record(ctx, {
    type: "referral.viewed",
    dataKeyId: referral.dataKeyId,
    facts: { reference, page: "referrer" },
  });
  return {
    ...common,
    mine: {
      pages: printAnswers(answers).filter(({ rows }) => rows.length > 0),
      addenda,
      files,
      mayAdd: mayWrite && canAdd(status),
      mayWithdraw: mayWrite && canWithdraw(status),
    },
  };
}

/** The same to take away on paper, which is on the log as such. */
export async function printReferral(ctx: Context, reference: string) {
  const viewed = await viewReferral(ctx, reference);
  if (!viewed.mine) throw new NotFound("referral", reference);
  const { dataKeyId } = await getReferral(ctx, reference);
  const { name: printedBy } = await ctx.tx.user.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { name: true },
  });
  await record(ctx, { type: "referral.printed", dataKeyId, facts: { reference } });
  return { ...viewed, mine: viewed.mine, printedBy, printedAt: ctx.now };
}

export const pageSize = 25;

/** What somebody has sent, or for its lead what the organisation has, newest first; and their own drafts. */
export async function listMyReferrals(ctx: Context, page: number) {
  const { actor, tx } = ctx;
  const { areaId, organisationId, userId } = actor;
  const where = {
    areaId,
    organisationId,
    status: { not: "draft" },
    ...(actor.role !== "agency_lead" && { createdById: userId }),
  };
  const total = await tx.referral.count({ where });
  const rows = await tx.referral.findMany({
    where,
    orderBy: { submittedAt: "desc" },
    skip: (page - 1) * pageSize,
    take: pageSize,
    select: {
      reference: true,
      status: true,
      closureCode: true,
      passedTold: true,
      submittedAt: true,
      author: { select: { name: true } },
      person: { select: { forenames: true, surname: true } },
    },
  });
  const drafts = await listMyDrafts(ctx);
  await record(ctx, { type: "referrals.listed", facts: { page: String(page) } });
  return {
    total,
    drafts,
    rows: rows.map(
      ({ status, closureCode, passedTold, person, author, reference, submittedAt }) => ({
        reference: reference ?? "",
        submittedAt,
        author: author.name,
        name: nameOf(person),
        told:
          (passedTold as CoarseStatus | null) ?? toldStatus(status as ReferralStatus, closureCode),
      }),
    ),
  };
}

type Named = { forenames?: unknown; surname?: unknown } | null | undefined;
const nameOf = (person: Named) =>
  [person?.forenames, person?.surname].filter(Boolean).join(" ") || null;

const draftsShown = 10;

/** A person's own drafts, by the name they typed: it is how they tell one from another. */
export async function listMyDrafts({ actor, tx }: Context) {
  const drafts = await tx.referral.findMany({
    where: {
      createdById: actor.userId,
      organisationId: actor.organisationId,
      areaId: actor.areaId,
      status: "draft",
      endedAt: null,
    },
    orderBy: { createdAt: "desc" },
    take: draftsShown,
    select: { id: true, createdAt: true, draftSavedAt: true, sealedDraft: true, dataKeyId: true },
  });
  if (drafts.length === 0) return [];
  const keys = await tx.dataKey.findMany({
    where: { id: { in: drafts.map(({ dataKeyId }) => dataKeyId) } },
    select: { id: true, wrapped: true },
  });
  return drafts.map(({ id, createdAt, draftSavedAt, sealedDraft, dataKeyId }) => {
    const wrapped = keys.find((key) => key.id === dataKeyId)?.wrapped;
    const answers: Answers =
      wrapped && sealedDraft
        ? JSON.parse(open({ id: dataKeyId, wrapped }, draftPlace(id), sealedDraft).toString())
            .answers
        : {};
    return { id, createdAt, savedAt: draftSavedAt, name: nameOf(answers.person) };
  });
}
