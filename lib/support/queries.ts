import "server-only";

import { can } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { type CaseRecord, getCase } from "@/lib/cases/queries";
import type { ClockKind } from "@/lib/clocks/labels";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import type { ActionStatus } from "@/lib/tracker/labels";
import { isConsentGiven } from "@/lib/tracker/queries";
import type { FundingSource, SupportType } from "./labels";
import { whyPlanStands } from "./rules";

export const planFacts = {
  id: true,
  number: true,
  consentAsked: true,
  nature: true,
  provider: true,
  delivery: true,
  objective: true,
  exitCriteria: true,
  safeguardingContact: true,
  writtenAt: true,
} as const;

/** The plan as it stands. Earlier versions are kept beside it. */
export const latestPlan = ({ tx }: Context, caseId: string) =>
  tx.supportPlan.findFirst({ where: { caseId }, orderBy: { number: "desc" }, select: planFacts });
export type SupportPlanVersion = NonNullable<Awaited<ReturnType<typeof latestPlan>>>;

/** Whether the plan may be written now: when it last was, and when the panel last decided to revise it (T17). */
export async function planStanding(ctx: Context, caseId: string) {
  const plan = await latestPlan(ctx, caseId);
  const revision = await ctx.tx.panelDecision.findFirst({
    where: { caseId, outcome: "revise_plan" },
    orderBy: { decidedAt: "desc" },
    select: { decidedAt: true },
  });
  return { plan, writtenAt: plan?.writtenAt ?? null, revisedAt: revision?.decidedAt ?? null };
}

/** Every action of the plan; for a mentor, their own and no more (IS-15). */
async function listSupportActions({ actor, tx }: Context, caseId: string) {
  const own = actor.role === "provider" ? { ownerHatId: actor.hatId } : {};
  const found = await tx.action.findMany({
    where: { caseId, kind: "support", ...own },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      title: true,
      supportType: true,
      funding: true,
      measure: true,
      startsOn: true,
      dueOn: true,
      status: true,
      note: true,
      needId: true,
      ownerOrganisation: { select: { name: true } },
      ownerHat: { select: { user: { select: { name: true } } } },
    },
  });
  return found.map(({ startsOn, dueOn, ...action }) => ({
    ...action,
    supportType: action.supportType as SupportType | null,
    funding: action.funding as FundingSource | null,
    status: action.status as ActionStatus,
    startsOn: startsOn && fromDateColumn(startsOn),
    dueOn: fromDateColumn(dueOn),
  }));
}

const mentorClocks = ["provider_contact", "provider_silence"] satisfies ClockKind[];

/** The plan of a case, what it does, and how the mentor stands. The view is recorded. */
export async function viewSupport(ctx: Context, reference: string) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCase(ctx, reference, "support:read");
  const { id: caseId, dataKeyId, parties, status } = caseRecord;
  const plans = await tx.supportPlan.findMany({
    where: { caseId },
    orderBy: { number: "desc" },
    take: 20,
    select: { ...planFacts, writtenByHat: { select: { user: { select: { name: true } } } } },
  });
  const actions = await listSupportActions(ctx, caseId);
  const isGiven = await isConsentGiven(ctx, caseId);
  const mayHandOver = can(actor, "consent:hand_over", parties);
  const around = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      clocks: {
        where: { kind: { in: mentorClocks }, stoppedOn: null },
        orderBy: { dueOn: "asc" },
        select: { kind: true, dueOn: true },
      },
      caseWorkers: mentorsOf,
      supportNeeds: { orderBy: { addedAt: "asc" }, take: 50, select: needFacts },
      consentForms: {
        where: { handedByHatId: actor.hatId },
        orderBy: { handedAt: "desc" },
        take: 10,
        select: ownForm,
      },
      panelDecisions: {
        where: { outcome: "revise_plan" },
        orderBy: { decidedAt: "desc" },
        take: 1,
        select: { decidedAt: true },
      },
    },
  });
  const [revision] = around.panelDecisions;
  const writtenAt = plans[0]?.writtenAt ?? null;
  const revisedAt = revision?.decidedAt ?? null;
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "support" } });
  const isLive = ["panel_listed", "consent_pending", "in_support"].includes(status);
  const mayWrite = can(actor, "support:write", parties) && isLive;
  return {
    caseId,
    reference,
    status,
    plan: plans[0] ?? null,
    earlier: plans.slice(1),
    needs: around.supportNeeds,
    actions,
    isGiven,
    providers: around.caseWorkers.map(toProvider),
    clocks: around.clocks.map(({ kind, dueOn }) => ({
      kind: kind as ClockKind,
      dueOn: fromDateColumn(dueOn),
    })),
    forms: around.consentForms.map((form) => ({
      ...form,
      signedOn: fromDateColumn(form.signedOn),
    })),
    today: dayOf(now),
    may: {
      handOver: mayHandOver && (status === "consent_pending" || status === "in_support"),
      write: mayWrite,
      writePlan: mayWrite && whyPlanStands({ status, writtenAt, revisedAt }) === null,
      contact: can(actor, "support:contact", parties) && around.clocks.length > 0,
      addAction: mayWrite && plans.length > 0,
      sessions: can(actor, "session:read", { ...parties, ownerHatId: actor.hatId }),
    },
  };
}

/** Row policies keep these from a mentor (IS-15). */
export const needFacts = {
  id: true,
  need: true,
  objective: true,
  measure: true,
  addedIn: true,
  endedIn: true,
  version: true,
} satisfies Prisma.SupportNeedSelect;

/** What a mentor sees of a form they handed over, and what became of it. */
const ownForm = {
  id: true,
  signedOn: true,
  givenBy: true,
  note: true,
  handedAt: true,
  state: true,
  returnReason: true,
} satisfies Prisma.ConsentFormSelect;

const mentorsOf = {
  where: { capacity: "provider", endedAt: null },
  orderBy: { assignedAt: "asc" },
  select: {
    hatId: true,
    hat: {
      select: {
        organisationId: true,
        user: { select: { name: true } },
        organisation: { select: { name: true } },
      },
    },
  },
} satisfies Prisma.CaseWorkerFindManyArgs;

type Mentor = Prisma.CaseWorkerGetPayload<typeof mentorsOf>;
const toProvider = ({ hat, hatId }: Mentor) => ({ hatId, ...hat });

/** The mentors at work on a case. */
async function listProviders({ tx }: Context, caseId: string) {
  const { where, orderBy, select } = mentorsOf;
  const mentors = await tx.caseWorker.findMany({ where: { ...where, caseId }, orderBy, select });
  return mentors.map(toProvider);
}

/** Who could give support on a case, for the coordinator who writes the plan. */
export async function getSupportChoices(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "support:write");
  const { id: caseId, areaId } = caseRecord;
  const organisations = await listOrganisations(ctx, [areaId]);
  const providers = await listProviders(ctx, caseId);
  const plan = await latestPlan(ctx, caseId);
  const needs = await ctx.tx.supportNeed.findMany({
    where: { caseId, endedIn: null },
    orderBy: { addedAt: "asc" },
    take: 50,
    select: { id: true, objective: true },
  });
  return { caseId, reference, organisations, providers, plan, needs };
}

/** Mentors of this area who are not on the case yet. */
export async function listMentors(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "support:write");
  const mentors = await ctx.tx.hat.findMany({
    where: {
      areaId: caseRecord.areaId,
      role: "provider",
      endedAt: null,
      caseWorkersHat: { none: { caseId: caseRecord.id, endedAt: null } },
    },
    orderBy: { user: { name: "asc" } },
    take: 100,
    select: {
      id: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  });
  return { caseId: caseRecord.id, reference, mentors };
}

/** The page of one contact: whoever may record it, and nothing of the case besides. */
export async function getCaseToContact(ctx: Context, reference: string) {
  const { id: caseId }: CaseRecord = await getCase(ctx, reference, "support:contact");
  return { caseId, reference };
}
