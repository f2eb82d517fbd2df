import "server-only";

import type { Actor } from "@/lib/access/actor";
import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type { DutyTheme, EiaStatus, ObjectiveScheme, PlanStatus } from "@/lib/plans/labels";
import { planInForce } from "@/lib/plans/rules";

/** The one select that policy and rules need of a plan, with its themes. */
export const planFacts = {
  id: true,
  areaId: true,
  title: true,
  periodStart: true,
  periodEnd: true,
  status: true,
  objectiveScheme: true,
  eiaStatus: true,
  approvedBy: true,
  approvedOn: true,
  version: true,
  edition: true,
  replacesId: true,
  marking: true,
  area: { select: { id: true, name: true } },
  partnership: {
    select: {
      name: true,
      steeringGroup: true,
      goldGroup: true,
      partnershipAreas: {
        select: { area: { select: { id: true, name: true } } },
        orderBy: { area: { name: "asc" } },
      },
    },
  },
  planAreas: { select: { areaId: true } },
  planThemes: { select: { id: true, title: true, dutyTheme: true }, orderBy: { position: "asc" } },
} satisfies Prisma.PlanSelect;

type Found = Prisma.PlanGetPayload<{ select: typeof planFacts }>;

/** A plan as the rest of the code knows it. A reader sees of its areas only their own. */
export function toPlanRecord({ planAreas, planThemes, area, partnership, ...found }: Found) {
  const parties: Parties = {
    areaId: found.areaId,
    planAreaIds: planAreas.map(({ areaId }) => areaId),
    isApproved: found.status === "approved",
  };
  return {
    ...found,
    status: found.status as PlanStatus,
    objectiveScheme: found.objectiveScheme as ObjectiveScheme,
    eiaStatus: found.eiaStatus as EiaStatus,
    startDay: fromDateColumn(found.periodStart),
    endDay: fromDateColumn(found.periodEnd),
    approvedDay: found.approvedOn && fromDateColumn(found.approvedOn),
    coverage: partnership?.name ?? area.name,
    /** The areas it is for, by name, whether the reader is of them or not. */
    areas: partnership?.partnershipAreas.map((one) => one.area) ?? [area],
    steeringGroup: partnership?.steeringGroup ?? "the steering group",
    themes: planThemes.map(({ dutyTheme, ...theme }) => ({
      ...theme,
      dutyTheme: dutyTheme as DutyTheme | null,
    })),
    parties,
  };
}

export type PlanRecord = ReturnType<typeof toPlanRecord>;

/** The same for the plan and all that hangs from it: one action, and whoever leads it. */
export const partiesOfAction = (parties: Parties, ownerOrganisationId: string): Parties => ({
  ...parties,
  organisationId: ownerOrganisationId,
});

/** Every plan for this area that the reader may see, newest first. */
export async function listPlans({ actor, tx }: Context): Promise<PlanRecord[]> {
  if (!mayEver(actor, "plan:read")) throw new Forbidden("plan:read");
  const found = await tx.plan.findMany({
    where: { planAreas: { some: { areaId: actor.areaId } } },
    select: planFacts,
    orderBy: [{ periodStart: "desc" }, { id: "desc" }],
    take: 50,
  });
  return found.map(toPlanRecord).filter(({ parties }) => can(actor, "plan:read", parties));
}

/** The plan asked for, or the one in force, or the newest; nothing when there is none. */
export async function findPlan(ctx: Context, planId?: string) {
  const plans = await listPlans(ctx);
  const today = dayOf(ctx.now);
  if (!planId) return { plans, plan: planInForce(plans, today) ?? plans[0] };
  const plan = plans.find(({ id }) => id === planId);
  if (!plan) throw new NotFound("plan", planId);
  return { plans, plan };
}

/** A plan by its key, for somebody who may do this with it. */
export async function getPlan(
  { actor, tx }: Context,
  planId: string,
  permission: Permission = "plan:read",
): Promise<PlanRecord> {
  const found = await tx.plan.findUnique({ where: { id: planId }, select: planFacts });
  if (!found) throw new NotFound("plan", planId);
  const plan = toPlanRecord(found);
  authorize(actor, permission, plan.parties);
  return plan;
}

/** A theme, for the co-ordinator who changes it. */
export async function getTheme(ctx: Context, themeId: string) {
  const found = await ctx.tx.planTheme.findUnique({
    where: { id: themeId },
    select: {
      id: true,
      planId: true,
      title: true,
      dutyTheme: true,
      version: true,
      editedAt: true,
      editedByHat: { select: { user: { select: { name: true } } } },
    },
  });
  if (!found) throw new NotFound("theme", themeId);
  const plan = await getPlan(ctx, found.planId, "plan:write");
  const { editedAt, editedByHat, ...theme } = found;
  const edited = editedAt && editedByHat ? { by: editedByHat.user.name, at: editedAt } : null;
  return { ...theme, dutyTheme: theme.dutyTheme as DutyTheme | null, edited, plan };
}

export type ThemeRecord = Awaited<ReturnType<typeof getTheme>>;

/** A plan to write in, with the organisations that may lead an action. */
export async function getPlanToWrite(ctx: Context, planId: string) {
  const plan = await getPlan(ctx, planId, "plan:write");
  return { ...plan, organisations: await listOrganisations(ctx, plan.parties.planAreaIds ?? []) };
}

/** What a new plan may be for: the co-ordinator's own area, or a partnership it belongs to. */
export async function listCoverage({ actor, tx }: Context) {
  if (!mayEver(actor, "plan:write")) throw new Forbidden("plan:write");
  const [area, partnerships] = [
    await tx.area.findUniqueOrThrow({ where: { id: actor.areaId }, select: { name: true } }),
    await listPartnerships(tx, actor),
  ];
  return { area: area.name, partnerships };
}

export const listPartnerships = (tx: Context["tx"], { areaId }: Actor) =>
  tx.partnership.findMany({
    where: { partnershipAreas: { some: { areaId } } },
    select: { id: true, name: true, partnershipAreas: { select: { areaId: true } } },
    orderBy: { name: "asc" },
  });

/** Those who wear a role in any area of the plan, whichever of them the writer may see. */
export async function listHatsOver(
  { tx }: Context,
  planId: string,
  roles: string[],
  organisationId: string | null = null,
): Promise<string[]> {
  const hats = await tx.$queryRaw<{ id: string }[]>`
    select h.id::text as id from hats h
     where h.ended_at is null and h.role = any (${roles})
       and (${organisationId}::uuid is null or h.organisation_id = ${organisationId}::uuid)
       and h.area_id in (
         select p.area_id from plans p where p.id = ${planId}::uuid
         union
         select a.area_id from plans p join partnership_areas a using (partnership_id) where p.id = ${planId}::uuid)`;
  return hats.map(({ id }) => id);
}
