import "server-only";

import { can, mayEver } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import {
  type AssessmentRecord,
  assessmentFacts,
  mayDo,
  toAssessment,
} from "@/lib/benchmarks/queries";
import { isSpecifiedAuthority, partsOfDuty, yearsToAssess } from "@/lib/benchmarks/rules";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";

/** The organisations of this area that the duty names; for a lead, their own alone. */
export async function listAuthorities(ctx: Context) {
  const { actor } = ctx;
  const found = await listOrganisations(ctx, [actor.areaId]);
  const isTheirs = (id: string) =>
    can(actor, "compliance:read", {
      ...{ areaId: actor.areaId, planAreaIds: [actor.areaId], organisationId: id },
      isApproved: true,
    });
  return found
    .filter(({ id, kind }) => isSpecifiedAuthority(kind) && isTheirs(id))
    .map(({ id, name }) => ({ id, name }));
}

/** Those for which this writer may begin a round. */
export async function listAuthoritiesToStart(ctx: Context) {
  const { actor } = ctx;
  if (!mayEver(actor, "compliance:write")) throw new Forbidden("compliance:write");
  return { authorities: await listAuthorities(ctx), years: yearsToAssess(dayOf(ctx.now)) };
}

/** Who may own an answer: for an authority's own duty itself, and for the area's whoever works there. */
export async function listPartnersOf(ctx: Context, assessment: AssessmentRecord) {
  const { organisationId, of, parties } = assessment;
  if (organisationId) return [{ id: organisationId, name: of }];
  return listOrganisations(ctx, parties.planAreaIds ?? []);
}

/** Each specified authority beside what it last said of the duty, or that it has said nothing (1.2). */
export async function viewCompliance(ctx: Context) {
  const { actor, tx } = ctx;
  if (!mayEver(actor, "compliance:read")) throw new Forbidden("compliance:read");
  const authorities = await listAuthorities(ctx);
  const found = await tx.benchmarkAssessment.findMany({
    where: { areaId: actor.areaId, organisationId: { in: authorities.map(({ id }) => id) } },
    select: {
      ...assessmentFacts,
      answers: {
        select: {
          ...{ criterion: true, level: true, editedAt: true },
          evidence: { where: { endedAt: null }, select: { id: true } },
        },
      },
    },
    orderBy: [{ periodStart: "desc" }],
    take: 500,
  });
  const rounds = found
    .map(({ answers, ...one }) => ({ ...toAssessment(one), answers }))
    .filter((one) => mayDo(ctx, one, "read"));
  const rows = authorities.map(({ id, name }) => {
    const own = rounds.filter(({ organisationId }) => organisationId === id);
    const [latest] = own;
    const counted = (latest?.answers ?? []).map(({ evidence, ...answer }) => ({
      ...answer,
      evidence: evidence.length,
    }));
    const answered = counted.filter(({ level }) => level !== null);
    const times = answered.map(({ editedAt }) => editedAt.getTime());
    return {
      ...{ id, name, rounds: own.length },
      latest: latest && {
        ...{ id: latest.id, year: latest.year, status: latest.status },
        lastDay: times.length > 0 ? dayOf(new Date(Math.max(...times))) : null,
        parts: partsOfDuty(latest.scheme.criteria, counted),
      },
    };
  });
  await record(ctx, { type: "compliance.viewed", facts: { shown: rows.length } });
  return {
    rows,
    mayStart: mayEver(actor, "compliance:write") && authorities.length > 0,
    hasRegisters: mayEver(actor, "guidance:read"),
    isOwnOnly: actor.role === "agency_lead",
    isSubmittedOnly: actor.role === "gold_reader",
  };
}
