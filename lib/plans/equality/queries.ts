import "server-only";

import { can } from "@/lib/access/policy";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { Characteristic } from "@/lib/plans/equality/labels";
import { findPlan, getPlan } from "@/lib/plans/queries";

const select = {
  ...{ id: true, number: true, proposal: true, affected: true, whoAffected: true },
  ...{ evidence: true, effect: true, mitigation: true, cohesion: true, version: true },
  ...{ writtenAt: true, signedBy: true, signedOn: true },
  writtenByHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.PlanEqualitySelect;

type Found = Prisma.PlanEqualityGetPayload<{ select: typeof select }>;

const toAssessment = ({ writtenByHat, signedOn, affected, ...found }: Found) => ({
  ...found,
  affected: affected as Characteristic[],
  writtenBy: writtenByHat.user.name,
  writtenDay: dayOf(found.writtenAt),
  signedDay: signedOn && fromDateColumn(signedOn),
});

export type EqualityRecord = ReturnType<typeof toAssessment>;

/** Every version of the assessment of a plan, newest first. */
export async function listEquality({ tx }: Context, planId: string): Promise<EqualityRecord[]> {
  const found = await tx.planEquality.findMany({
    where: { planId },
    select,
    orderBy: { number: "desc" },
    take: 20,
  });
  return found.map(toAssessment);
}

export async function viewEquality(ctx: Context, planId: string | undefined) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const versions = await listEquality(ctx, plan.id);
  const isDraft = plan.status === "draft" || plan.status === "consultation";
  const isKeeper = can(ctx.actor, "plan:write", plan.parties);
  return { plan, versions, mayWrite: isDraft && isKeeper, mayPublish: isKeeper };
}

/** The version that is being written, if there is one, and the one before it to begin from. */
export async function getEqualityToWrite(ctx: Context, planId: string) {
  const plan = await getPlan(ctx, planId, "plan:write");
  const [latest] = await listEquality(ctx, planId);
  const open = latest && !latest.signedDay ? latest : null;
  return { plan, latest: latest ?? null, open };
}

export async function getEqualityToSign(ctx: Context, planId: string) {
  const { plan, open } = await getEqualityToWrite(ctx, planId);
  if (!open) throw new NotFound("assessment to sign", planId);
  return { plan, open };
}
