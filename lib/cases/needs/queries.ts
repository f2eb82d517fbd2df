import "server-only";

import { can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Need, NeedCertainty, NeedKind } from "@/lib/cases/needs/labels";
import { shouldInvolveHealth } from "@/lib/cases/needs/rules";
import { type CaseRecord, getCase, getCaseById } from "@/lib/cases/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";

/** Every version of every entry of one case. Nobody writes more, and nobody reads further. */
const mostVersions = 500;

const entryFacts = {
  id: true,
  entryId: true,
  version: true,
  isCurrent: true,
  kind: true,
  need: true,
  certainty: true,
  words: true,
  source: true,
  datedOn: true,
  stands: true,
  changeReasons: true,
  writtenAt: true,
  writtenByHat: {
    select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
  },
} satisfies Prisma.NeedEntrySelect;

type Found = Prisma.NeedEntryGetPayload<{ select: typeof entryFacts }>;

const toEntry = ({ kind, need, certainty, datedOn, writtenAt, writtenByHat, ...row }: Found) => ({
  ...row,
  kind: kind as NeedKind,
  need: need as Need | null,
  certainty: certainty as NeedCertainty,
  datedOn: fromDateColumn(datedOn),
  writtenOn: dayOf(writtenAt),
  writtenBy: writtenByHat.user.name,
  organisation: writtenByHat.organisation.name,
});
export type NeedEntry = ReturnType<typeof toEntry>;

/** What stands now, in the order of its headings: for the first page of a case. */
export async function listNeeds(
  { tx }: Context,
  { id: caseId }: Pick<CaseRecord, "id">,
): Promise<NeedEntry[]> {
  const found = await tx.needEntry.findMany({
    where: { caseId, isCurrent: true, stands: true },
    orderBy: [{ datedOn: "desc" }, { id: "desc" }],
    take: 100,
    select: entryFacts,
  });
  return found.map(toEntry);
}

/** AF-08: whether this reader, who could ask a health partner, is to be reminded of it. */
export async function promptsHealth(
  { actor, tx }: Context,
  { id: caseId, parties }: CaseRecord,
  entries: readonly NeedEntry[],
): Promise<boolean> {
  const involved = { isHealthInvolved: false };
  if (!can(actor, "request:ask", parties) || !shouldInvolveHealth(entries, involved)) return false;
  const asked = await tx.informationRequest.findFirst({
    where: { caseId, state: { not: "cancelled" }, organisation: { kind: "health" } },
    select: { id: true },
  });
  return shouldInvolveHealth(entries, { isHealthInvolved: asked !== null });
}

/** Needs, strengths and views, with every version that stood before. */
export async function viewNeeds(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "needs:read");
  const { id: caseId, dataKeyId, parties } = caseRecord;
  const found = await ctx.tx.needEntry.findMany({
    where: { caseId },
    orderBy: [{ datedOn: "desc" }, { version: "desc" }, { id: "desc" }],
    take: mostVersions,
    select: entryFacts,
  });
  const all = found.map(toEntry);
  const current = all.filter(({ isCurrent }) => isCurrent);
  const isForHealth = await promptsHealth(ctx, caseRecord, current);

  await record(ctx, {
    type: "case.viewed",
    dataKeyId,
    facts: { page: "needs", entries: current.length },
  });
  return {
    entries: current.map((entry) => ({
      ...entry,
      earlier: all.filter(({ entryId, isCurrent }) => entryId === entry.entryId && !isCurrent),
    })),
    isForHealth,
    mayAdd: can(ctx.actor, "needs:add", parties),
    mayChange: can(ctx.actor, "needs:change", parties),
  };
}

/** What the form that adds an entry needs to know. */
export async function getCaseToAddNeed(ctx: Context, reference: string) {
  const { id: caseId } = await getCase(ctx, reference, "needs:add");
  return { caseId };
}

export const getCaseForNeed = (ctx: Context, caseId: string) =>
  getCaseById(ctx, caseId, "needs:add");

/** An entry as it is now, for somebody who may change it. */
export async function getNeedToChange(ctx: Context, entryId: string) {
  const found = await ctx.tx.needEntry.findFirst({
    where: { entryId, isCurrent: true },
    select: { ...entryFacts, caseId: true },
  });
  if (!found) throw new NotFound("need", entryId);
  const { caseId, ...row } = found;
  const caseRecord = await getCaseById(ctx, caseId, "needs:change");
  return { ...toEntry(row), case: caseRecord, savedAt: row.writtenAt };
}

/** The same, for the page that asks what changes. */
export async function viewNeed(ctx: Context, reference: string, entryId: string) {
  const { case: caseRecord, savedAt: _, ...entry } = await getNeedToChange(ctx, entryId);
  if (caseRecord.reference !== reference) throw new NotFound("need", entryId);
  await record(ctx, {
    type: "case.viewed",
    dataKeyId: caseRecord.dataKeyId,
    facts: { page: "needs", entryId },
  });
  return entry;
}
