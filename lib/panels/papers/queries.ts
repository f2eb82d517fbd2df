import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { type AssessmentPurpose, assessmentPurposes } from "@/lib/assessments/labels";
import { record } from "@/lib/audit/record";
import { type Day, dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { getItemToPrepare, getItemToSee } from "../queries";
import { isLatePaper } from "../rules";
import { type PaperKind, paperKinds } from "./labels";

export const paperFacts = {
  id: true,
  kind: true,
  addedAt: true,
  assessment: { select: { number: true, purpose: true } },
  plan: { select: { number: true } },
  attachment: { select: { id: true, name: true, removedAt: true } },
} as const;

type Assessed = { number: number; purpose: string };
const nameOfAssessment = ({ number, purpose }: Assessed) =>
  `${paperKinds.assessment} ${number}, ${assessmentPurposes[purpose as AssessmentPurpose].toLowerCase()}`;
const nameOfPlan = ({ number }: { number: number }) => `${paperKinds.support_plan} ${number}`;

type Found = {
  id: string;
  kind: string;
  addedAt: Date;
  assessment: Assessed | null;
  plan: { number: number } | null;
  attachment: { id: string; name: string; removedAt: Date | null } | null;
};

/** A paper as its reader is told of it. What they may not open, or was removed, is not there. */
export function toPaper(
  { id, kind, addedAt, assessment, plan, attachment }: Found,
  { heldOn, papersCloseDays }: { heldOn: Day; papersCloseDays: number },
) {
  const name =
    (assessment && nameOfAssessment(assessment)) ??
    (plan && nameOfPlan(plan)) ??
    (attachment && !attachment.removedAt ? attachment.name : null);
  if (!name) return [];
  const isLate = isLatePaper(dayOf(addedAt), heldOn, papersCloseDays);
  const attachmentId = attachment?.id ?? null;
  return [{ id, kind: kind as PaperKind, name, addedAt, isLate, attachmentId }];
}
export type Paper = ReturnType<typeof toPaper>[number];

/** The papers of an item, and for whoever prepares it what else could be one. The view is recorded. */
export async function viewPapers(ctx: Context, itemId: string) {
  const { actor, tx } = ctx;
  const item = await getItemToSee(ctx, itemId);
  const { id: caseId, reference, dataKeyId, parties, area } = item.case;
  const { heldOn, status } = item.meeting;
  const found = await tx.panelPaper.findMany({
    where: { itemId, withdrawnAt: null },
    orderBy: { addedAt: "asc" },
    select: paperFacts,
  });
  const mayPrepare = can(actor, "panel:list", parties) && status !== "closed";
  const choices = mayPrepare ? await listChoices(ctx, { itemId, caseId }) : [];
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "papers" } });
  const { papersCloseDays } = area;
  return {
    ...{ meeting: item.meeting, reference, mayPrepare, choices, papersCloseDays, now: ctx.now },
    papers: found.flatMap((paper) => toPaper(paper, { heldOn, papersCloseDays })),
  };
}

/** What of a case could be a paper and is none yet. */
export async function listChoices({ tx }: Context, of: { itemId: string; caseId: string }) {
  const { itemId, caseId } = of;
  const none = { none: { itemId, withdrawnAt: null } };
  const found = await tx.case.findUnique({
    where: { id: caseId },
    select: {
      assessments: {
        where: { status: { not: "draft" }, panelPapers: none },
        orderBy: { number: "desc" },
        select: { id: true, number: true, purpose: true },
      },
      supportPlans: {
        where: { panelPapers: none },
        orderBy: { number: "desc" },
        select: { id: true, number: true },
      },
    },
  });
  const files = await tx.attachment.findMany({
    where: { caseId, removedAt: null, scan: { in: ["clean", "not_scanned"] }, panelPapers: none },
    orderBy: { addedAt: "desc" },
    take: 50,
    select: { id: true, name: true },
  });
  const choice = (kind: PaperKind, id: string, name: string) => ({ kind, id, name });
  return [
    ...(found?.assessments ?? []).map((one) => choice("assessment", one.id, nameOfAssessment(one))),
    ...(found?.supportPlans ?? []).map((one) => choice("support_plan", one.id, nameOfPlan(one))),
    ...files.map(({ id, name }) => choice("document", id, name)),
  ];
}

/** A paper by its key, for whoever may take it away again. */
export async function getPaper(ctx: Context, paperId: string) {
  const found = await ctx.tx.panelPaper.findFirst({
    where: { id: paperId, withdrawnAt: null },
    select: { id: true, kind: true, itemId: true },
  });
  if (!found) throw new NotFound("paper", paperId);
  return { ...found, item: await getItemToPrepare(ctx, found.itemId) };
}

/** How long before its meetings this area closes papers, for whoever sets it. */
export async function getPapersClose({ actor, tx }: Context) {
  authorize(actor, "area:manage", { areaId: actor.areaId });
  const { papersCloseDays } = await tx.area.findUniqueOrThrow({
    where: { id: actor.areaId },
    select: { papersCloseDays: true },
  });
  return papersCloseDays;
}
