import "server-only";

import { authorize } from "@/lib/access/policy";
import { listAttachments } from "@/lib/attachments/queries";
import { record } from "@/lib/audit/record";
import { getDataKey } from "@/lib/crypto/queries";
import { open } from "@/lib/crypto/vault";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import {
  type Draft,
  emptyDraft,
  pageAfter,
  pageStates,
  prefixesOf,
  versionOf,
  warningsFor,
} from "@/lib/referrals/drafts/rules";
import { printAnswers, type QuestionPage } from "@/lib/referrals/pages/rules";
import { isCall } from "@/lib/referrals/schema";
import { anId } from "@/lib/schema";

export const draftPlace = (referralId: string): string => `referrals.sealed_draft.${referralId}`;

const draftFacts = {
  id: true,
  areaId: true,
  organisationId: true,
  createdById: true,
  reference: true,
  status: true,
  sealedDraft: true,
  draftSavedAt: true,
  endedAt: true,
  dataKeyId: true,
  version: true,
  createdAt: true,
} as const;

/** What is left of a draft once it is sent. */
type Sent = { sentAs: string };
const sentAs = (reference: string): Sent => ({ sentAs: reference });

/** A draft, for whoever writes it. Once it is sent, only its reference is left to give. */
export async function getDraft(ctx: Context, draftId: string) {
  const { actor, tx } = ctx;
  if (!anId().safeParse(draftId).success) throw new NotFound("draft", draftId);
  const found = await tx.referral.findUnique({ where: { id: draftId }, select: draftFacts });
  if (!found || (found.status === "draft" && found.endedAt)) throw new NotFound("draft", draftId);
  const { areaId, organisationId, createdById: authorId, reference, sealedDraft } = found;
  authorize(actor, "referral:write", { areaId, organisationId, authorId, isDraft: true });
  if (found.status !== "draft" && reference) return sentAs(reference);

  const key = await getDataKey(ctx, found.dataKeyId);
  const draft: Draft = sealedDraft
    ? JSON.parse(open(key, draftPlace(draftId), sealedDraft).toString())
    : emptyDraft();
  return { ...found, key, draft };
}

/** The same, held until the transaction ends: whoever else saves it waits. */
export async function getDraftToChange(ctx: Context, draftId: string) {
  if (!anId().safeParse(draftId).success) throw new NotFound("draft", draftId);
  await ctx.tx.$queryRaw`select id from referrals where id = ${draftId}::uuid for update`;
  return getDraft(ctx, draftId);
}

/** The pages of the form and how far each has come, for the task list. */
export async function viewDraft(ctx: Context, draftId: string) {
  const found = await getDraft(ctx, draftId);
  if ("sentAs" in found) return found;
  const { id, draft, draftSavedAt, createdAt, dataKeyId } = found;
  const files = await ctx.tx.attachment.count({ where: { referralId: id, removedAt: null } });
  await record(ctx, { type: "draft.viewed", dataKeyId, facts: { page: "task-list" } });
  return {
    id,
    savedAt: draftSavedAt,
    createdAt,
    files,
    isCall: isCall(draft.answers),
    pages: pageStates(draft, dayOf(ctx.now)),
  };
}

/** One page of the form with what was typed on it. */
export async function viewDraftPage(ctx: Context, draftId: string, page: QuestionPage) {
  const found = await getDraft(ctx, draftId);
  if ("sentAs" in found) return found;
  const { id, draft, dataKeyId } = found;
  if (page === "call" && !isCall(draft.answers)) throw new NotFound("page", page);
  const areas = page === "person-contact" ? await listAuthorities(ctx) : [];
  await record(ctx, { type: "draft.viewed", dataKeyId, facts: { page } });
  return {
    id,
    isCall: isCall(draft.answers),
    values: draft.answers[page] ?? {},
    version: versionOf(draft, page),
    authorities: areas.map(({ name }) => name),
  };
}

/** What to think about again on one page, and where to go on from there. */
export async function viewWarnings(ctx: Context, draftId: string, page: QuestionPage) {
  const found = await getDraft(ctx, draftId);
  if ("sentAs" in found) return found;
  const { id, draft, dataKeyId } = found;
  const warnings = warningsFor(draft.answers, prefixesOf(await listAuthorities(ctx)));
  await record(ctx, { type: "draft.viewed", dataKeyId, facts: { page: `${page}/warnings` } });
  return {
    id,
    warnings: warnings.filter((warning) => warning.page === page),
    next: pageAfter(draft, page, dayOf(ctx.now)),
  };
}

/** The files of a draft. */
export async function viewFiles(ctx: Context, draftId: string) {
  const found = await getDraft(ctx, draftId);
  if ("sentAs" in found) return found;
  const files = await listAttachments(ctx, found.id);
  await record(ctx, {
    type: "draft.viewed",
    dataKeyId: found.dataKeyId,
    facts: { page: "files" },
  });
  return { id: found.id, files };
}

/** Everything that was typed, before it is sent. */
export async function viewAnswers(ctx: Context, draftId: string) {
  const found = await getDraft(ctx, draftId);
  if ("sentAs" in found) return found;
  const { id, draft, version, dataKeyId } = found;
  const pages = pageStates(draft, dayOf(ctx.now));
  const areas = await listAuthorities(ctx);
  const files = await listAttachments(ctx, id);
  await record(ctx, { type: "draft.viewed", dataKeyId, facts: { page: "check" } });
  return {
    id,
    version,
    files,
    isCall: isCall(draft.answers),
    sections: pages.map(({ page }) => printPage(draft, page)),
    unfinished: pages
      .filter(({ state }) => state === "started" || state === "not_started")
      .map(({ page }) => page),
    warnings: warningsFor(draft.answers, prefixesOf(areas)),
    isDiscussed: draft.answers.safeguards?.discussedWithLead !== "no",
  };
}

const printPage = ({ answers }: Draft, page: QuestionPage) => {
  const [printed] = printAnswers(answers[page] ?? {}, [page], {
    withEmpty: true,
    isCall: isCall(answers),
  });
  return { page, title: printed?.title ?? "", rows: printed?.rows ?? [] };
};

export const listAuthorities = ({ tx }: Context) =>
  tx.area.findMany({ orderBy: { name: "asc" }, select: { name: true, postcodePrefixes: true } });
