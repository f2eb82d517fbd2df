import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Facts } from "@/lib/cases/guards/rules";
import type { ClosureCode } from "@/lib/cases/labels";
import { listPattern } from "@/lib/cases/pattern/queries";
import { mayReadPattern } from "@/lib/cases/pattern/rules";
import { type CaseRecord, getCase } from "@/lib/cases/queries";
import { whyNot } from "@/lib/cases/rules";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import type { SignpostTarget } from "@/lib/signposts/labels";
import { listCaseOnward } from "@/lib/signposts/queries";

/** What T07 and T09 ask of a case. A request that ran out of time is waited for no longer. */
export async function section36Facts({ tx, now }: Context, caseId: string): Promise<Facts> {
  const today = dayOf(now);
  const [latest] = await tx.assessment.findMany({
    where: { caseId, status: { not: "draft" } },
    orderBy: { number: "desc" },
    take: 1,
    select: { status: true },
  });
  const requestsWaiting = await tx.informationRequest.count({
    where: { caseId, state: "asked", dueOn: { gte: toDateColumn(today) } },
  });
  return {
    today,
    requestsWaiting,
    isAssessmentComplete: latest !== undefined,
    isAssessmentCountersigned: latest?.status === "countersigned",
  };
}

const listDecisions = ({ tx }: Context, caseId: string) =>
  tx.section36Decision.findMany({
    where: { caseId },
    orderBy: { decidedAt: "desc" },
    select: {
      id: true,
      decision: true,
      reasons: true,
      otherReasons: true,
      signpost: true,
      secondLook: true,
      decidedAt: true,
      decidedByHat: {
        select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
      },
    },
  });

/** Where the section 36 decision of a case stands, and what this reader may do about it. */
export async function viewSection36(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "assessment:read");
  const { id: caseId, status, closureCode, dataKeyId } = caseRecord;
  const decisions = await listDecisions(ctx, caseId);
  const onward = decisions.length > 0 ? await listCaseOnward(ctx, caseRecord) : [];
  const mayReadLook = mayReadPattern(ctx.actor.role);
  const may = mayDo(ctx, caseRecord);
  const facts = may.send || may.decide ? await section36Facts(ctx, caseId) : {};
  const blocked = (id: "T07" | "T09", more: Facts = {}) =>
    whyNot(id, status, { isPaused: caseRecord.isPaused, ...facts, ...more }, ctx.actor.role) ??
    null;

  await record(ctx, { type: "case.viewed", dataKeyId, facts: { page: "section 36" } });
  return {
    reference,
    caseId,
    status,
    closureCode: closureCode as ClosureCode | null,
    may,
    whyNotSent: may.send ? blocked("T07") : null,
    // What the form itself asks is taken as given here: only the rest can stand in the way.
    whyNotYes: may.decide ? blocked("T09", { hasReasonableGrounds: true, reasons: "given" }) : null,
    today: dayOf(ctx.now),
    onward,
    decisions: decisions.map((made) => ({
      ...made,
      decision: made.decision as "yes" | "no",
      signpost: made.signpost as SignpostTarget | null,
      secondLook: mayReadLook ? made.secondLook : null,
    })),
  };
}

function mayDo({ actor }: Context, { parties, status }: CaseRecord) {
  return {
    send:
      status === "info_gathering" &&
      actor.role === "coordinator" &&
      can(actor, "assessment:write", parties),
    decide: status === "s36_decision" && can(actor, "section36:decide", parties),
  };
}

/** A case to decide about, for somebody whose decision it is. */
export async function getCaseToDecide(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "section36:decide");
  authorize(ctx.actor, "assessment:read", caseRecord.parties);
  await record(ctx, {
    type: "case.viewed",
    dataKeyId: caseRecord.dataKeyId,
    facts: { page: "section 36" },
  });
  const { id: caseId, status, referralId } = caseRecord;
  const pattern = await listPattern(ctx, referralId);
  return { caseId, status, pattern, here: pattern.find(({ id }) => id === referralId)?.reference };
}
