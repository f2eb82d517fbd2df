import "server-only";

import { record } from "@/lib/audit/record";
import { getCase, getCaseById } from "@/lib/cases/queries";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { latestPlan, needFacts, planFacts } from "../queries";
import { changedContents, needsChanged, needsIn } from "./rules";

export const listNeeds = ({ tx }: Context, caseId: string) =>
  tx.supportNeed.findMany({
    where: { caseId },
    orderBy: { addedAt: "asc" },
    take: 50,
    select: needFacts,
  });

/** The needs of a case as the next version of the plan will have them, for whoever writes it. */
export async function getNeedsToChange(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "support:write");
  const { id: caseId } = caseRecord;
  const plan = await latestPlan(ctx, caseId);
  const needs = await listNeeds(ctx, caseId);
  const next = (plan?.number ?? 0) + 1;
  return { caseId, reference, next, needs: needsIn(needs, next) };
}

/** One need, for whoever may take it out of the next version. */
export async function getNeedToEnd(ctx: Context, needId: string) {
  const found = await ctx.tx.supportNeed.findUnique({
    where: { id: needId },
    select: { ...needFacts, caseId: true },
  });
  if (!found) throw new NotFound("need", needId);
  return { ...found, case: await getCaseById(ctx, found.caseId, "support:write") };
}

/** One version of the plan beside the one before it, and what changed (T17). The view is recorded. */
export async function viewPlanVersion(ctx: Context, reference: string, number: number) {
  const caseRecord = await getCase(ctx, reference, "support:read");
  const { id: caseId, dataKeyId } = caseRecord;
  const found = await ctx.tx.supportPlan.findMany({
    where: { caseId, number: { in: [number, number - 1] } },
    orderBy: { number: "desc" },
    select: { ...planFacts, writtenByHat: { select: { user: { select: { name: true } } } } },
  });
  const plan = found.find((one) => one.number === number);
  if (!plan) throw new NotFound("version", String(number));
  const previous = found.find((one) => one.number === number - 1) ?? null;
  const needs = await listNeeds(ctx, caseId);
  await record(ctx, {
    type: "case.viewed",
    dataKeyId,
    facts: { reference, page: "support plan", number },
  });
  return {
    reference,
    plan,
    previous,
    changed: changedContents(plan, previous),
    needs: needsIn(needs, number),
    ...needsChanged(needs, number),
  };
}
