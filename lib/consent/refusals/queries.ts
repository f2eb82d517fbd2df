import "server-only";

import { getCaseById } from "@/lib/cases/queries";
import { fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { anId } from "@/lib/schema";
import type { ReassessmentOutcome } from "../labels";

/** The further assessments after a no, newest first (C-10). */
export const reassessmentFacts = {
  orderBy: { number: "desc" },
  take: 20,
  select: {
    id: true,
    number: true,
    reason: true,
    dueOn: true,
    heldOn: true,
    outcome: true,
    finding: true,
    decidedByHat: { select: { user: { select: { name: true } } } },
  },
} as const satisfies Prisma.Case$reassessmentsArgs;

type Found = Prisma.ReassessmentGetPayload<Pick<typeof reassessmentFacts, "select">>;

export const toReassessment = (one: Found) => ({
  ...one,
  dueOn: fromDateColumn(one.dueOn),
  heldOn: one.heldOn && fromDateColumn(one.heldOn),
  outcome: one.outcome as ReassessmentOutcome | null,
});

/** A further assessment, for the chair who records it. */
export async function getReassessment(ctx: Context, reassessmentId: string) {
  if (!anId().safeParse(reassessmentId).success) throw new NotFound("assessment", reassessmentId);
  const found = await ctx.tx.reassessment.findUnique({
    where: { id: reassessmentId },
    select: {
      id: true,
      number: true,
      reason: true,
      dueOn: true,
      heldOn: true,
      version: true,
      caseId: true,
      case: { select: { disposeOn: true } },
    },
  });
  if (!found) throw new NotFound("assessment", reassessmentId);
  const caseRecord = await getCaseById(ctx, found.caseId, "case:close");
  const { disposeOn } = found.case;
  return {
    ...found,
    dueOn: fromDateColumn(found.dueOn),
    disposeOn: disposeOn && fromDateColumn(disposeOn),
    case: caseRecord,
  };
}
