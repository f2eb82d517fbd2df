import "server-only";

import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type { Strand, Workstream } from "@/lib/plans/labels";
import { listCoverage } from "@/lib/plans/queries";
import type { Finding, Ideology, RiskStatus, SourceType } from "@/lib/risks/labels";
import { coverageOf, type Scores } from "@/lib/risks/rules";
import type { RiskAddress } from "@/lib/risks/schema";

export const riskFacts = {
  id: true,
  areaId: true,
  reference: true,
  finding: true,
  title: true,
  description: true,
  strand: true,
  workstream: true,
  ideology: true,
  sourceType: true,
  evidence: true,
  mentionsCommunity: true,
  communityEvidence: true,
  proportionality: true,
  controls: true,
  inherentLikelihood: true,
  inherentImpact: true,
  residualLikelihood: true,
  residualImpact: true,
  scoredBecause: true,
  scoredAt: true,
  ownerRole: true,
  reviewOn: true,
  status: true,
  agreedBy: true,
  agreedOn: true,
  closedBecause: true,
  closedOn: true,
  editedByHatId: true,
  editedAt: true,
  version: true,
  ownerOrganisation: { select: { id: true, name: true } },
  partnership: { select: { name: true, partnershipAreas: { select: { areaId: true } } } },
} satisfies Prisma.RiskSelect;

type Found = Prisma.RiskGetPayload<{ select: typeof riskFacts }>;

function scoresOf(found: Found): Scores | null {
  const { inherentLikelihood, inherentImpact, residualLikelihood, residualImpact } = found;
  if (!inherentLikelihood || !inherentImpact || !residualLikelihood || !residualImpact) return null;
  return { inherentLikelihood, inherentImpact, residualLikelihood, residualImpact };
}

/** An entry of the register as the rest of the code knows it. */
export function toRiskRecord(found: Found) {
  const { partnership, reviewOn, agreedOn, closedOn, ownerOrganisation, ...rest } = found;
  const parties: Parties = {
    areaId: found.areaId,
    planAreaIds: partnership?.partnershipAreas.map(({ areaId }) => areaId) ?? [found.areaId],
    isApproved: found.status === "agreed",
    organisationId: ownerOrganisation.id,
  };
  return {
    ...rest,
    finding: found.finding as Finding,
    strand: found.strand as Strand,
    workstream: found.workstream as Workstream,
    ideology: found.ideology as Ideology,
    sourceType: found.sourceType as SourceType,
    status: found.status as RiskStatus,
    scores: scoresOf(found),
    owner: ownerOrganisation,
    covers: partnership?.name ?? null,
    reviewDay: fromDateColumn(reviewOn),
    agreedDay: agreedOn && fromDateColumn(agreedOn),
    closedDay: closedOn && fromDateColumn(closedOn),
    parties,
  };
}
export type RiskRecord = ReturnType<typeof toRiskRecord>;

/** The whole register that this reader may see, with what it does not answer for. */
export async function viewRegister(ctx: Context, { closed, ideology }: RiskAddress) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "risk:read")) throw new Forbidden("risk:read");
  const found = await tx.risk.findMany({
    select: riskFacts,
    orderBy: [{ ideology: "asc" }, { reference: "asc" }],
    take: 500,
  });
  const all = found.map(toRiskRecord).filter(({ parties }) => can(actor, "risk:read", parties));
  const risks = all
    .filter(({ status }) => (closed === "yes") === (status === "closed"))
    .filter((risk) => !ideology || risk.ideology === ideology);
  await record(ctx, { type: "risks.listed", facts: { shown: risks.length } });
  return {
    risks,
    today: dayOf(now),
    coverage: coverageOf(all),
    closed: all.filter(({ status }) => status === "closed").length,
    mayWrite: mayEver(actor, "risk:write"),
    /** A partner reads what is theirs, and those above what was agreed: neither is told what is missing. */
    isWhole: !["agency_lead", "gold_reader"].includes(actor.role),
    isAgreedOnly: actor.role === "gold_reader",
  };
}

/** One entry, for somebody who may do this with it. */
export async function getRisk(
  { actor, tx }: Context,
  riskId: string,
  permission: Permission = "risk:read",
): Promise<RiskRecord> {
  const found = await tx.risk.findUnique({ where: { id: riskId }, select: riskFacts });
  if (!found) throw new NotFound("risk", riskId);
  const risk = toRiskRecord(found);
  authorize(actor, permission, risk.parties);
  return risk;
}

type Score = Scores & { id: string; reasons: string; at: Date; by: string };
type Review = {
  id: string;
  outcome: string;
  note: string;
  dueOn: Date;
  reviewedOn: Date;
  nextOn: Date;
  by: string;
  organisation: string;
};

/** An entry with what was scored and said of it, and the actions that answer it. */
export async function viewRisk(ctx: Context, riskId: string) {
  const { actor, tx, now } = ctx;
  const risk = await getRisk(ctx, riskId);
  const mayReadHistory = can(actor, "risk:history", risk.parties);
  const scored = mayReadHistory
    ? await tx.$queryRaw<Score[]>`
        select s.id::text as id, s.inherent_likelihood as "inherentLikelihood", s.inherent_impact as "inherentImpact",
               s.residual_likelihood as "residualLikelihood", s.residual_impact as "residualImpact",
               s.reasons, s.scored_at as at, u.name as by
          from risk_scores s join hats h on h.id = s.scored_by_hat join users u on u.id = h.user_id
         where s.risk_id = ${riskId}::uuid order by s.scored_at desc, s.id desc limit 50`
    : [];
  const reviews = mayReadHistory
    ? await tx.$queryRaw<Review[]>`
        select v.id::text as id, v.outcome, v.note, v.due_on as "dueOn", v.reviewed_on as "reviewedOn", v.next_on as "nextOn",
               u.name as by, o.name as organisation
          from risk_reviews v join hats h on h.id = v.reviewed_by_hat join users u on u.id = h.user_id
          join organisations o on o.id = h.organisation_id
         where v.risk_id = ${riskId}::uuid order by v.reviewed_at desc, v.id desc limit 50`
    : [];
  const isOpen = risk.status !== "closed";
  await record(ctx, { type: "risk.viewed", facts: { riskId } });
  return {
    risk,
    scored,
    reviews: reviews.map(({ dueOn, reviewedOn, nextOn, ...review }) => ({
      ...review,
      dueDay: fromDateColumn(dueOn),
      reviewedDay: fromDateColumn(reviewedOn),
      nextDay: fromDateColumn(nextOn),
    })),
    today: dayOf(now),
    mayReadHistory,
    mayWrite: isOpen && can(actor, "risk:write", risk.parties),
    mayReview: isOpen && can(actor, "risk:review", risk.parties),
  };
}

/** What the form of a new entry needs: which areas it may be for, and who may own it. */
export async function getRegisterToWrite(ctx: Context) {
  if (!mayEver(ctx.actor, "risk:write")) throw new Forbidden("risk:write");
  const coverage = await listCoverage(ctx);
  const areaIds = [
    ctx.actor.areaId,
    ...coverage.partnerships.flatMap(({ partnershipAreas }) =>
      partnershipAreas.map(({ areaId }) => areaId),
    ),
  ];
  const organisations = await listOrganisations(ctx, [...new Set(areaIds)]);
  return { ...coverage, organisations };
}

/** The same for an entry that is there. */
export async function getRiskToEdit(ctx: Context, riskId: string) {
  const risk = await getRisk(ctx, riskId, "risk:write");
  const organisations = await listOrganisations(ctx, risk.parties.planAreaIds ?? []);
  return { risk, organisations };
}
