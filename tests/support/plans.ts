import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf } from "@/lib/dates";
import type { PlanStatus, Rag, Workstream } from "@/lib/plans/labels";
import { owner } from "./owner";

type PlanTraits = {
  status?: PlanStatus;
  areaIds?: string[];
  partnershipId?: string;
  startDay?: string;
  endDay?: string;
};

const today = dayOf(new Date());
/** A period whose last quarter has ended, whatever day it is. */
export const aroundToday = { startDay: addDays(today, -200), endDay: addDays(today, 165) };

/** A plan that this co-ordinator keeps, in force in 2026, with two themes. */
export async function aPlan(keeper: Actor, traits: PlanTraits = {}) {
  const { areaId } = keeper;
  const { status = "approved", areaIds = [areaId], partnershipId = null } = traits;
  const { startDay = "2026-01-01", endDay = "2026-12-31" } = traits;
  const { id } = await owner.plan.create({
    data: {
      areaId,
      partnershipId,
      title: "Prevent plan 2026",
      periodStart: new Date(startDay),
      periodEnd: new Date(endDay),
      status,
      objectiveScheme: "prevent_2023",
      eiaStatus: "complete",
      createdAt: new Date("2026-01-01"),
    },
    select: { id: true },
  });
  await owner.planArea.createMany({
    data: areaIds.map((area) => ({ planId: id, areaId: area, keptBy: areaId, status })),
  });
  const [theme] = await owner.planTheme.createManyAndReturn({
    data: ["Channel", "Projects"].map((title, position) => ({
      planId: id,
      areaId,
      title,
      position,
    })),
    select: { id: true },
  });
  return { id, areaId, keeper, themeId: theme?.id ?? "" };
}

export type APlan = Awaited<ReturnType<typeof aPlan>>;

type ActionTraits = {
  ownerOrganisationId?: string;
  rag?: Rag;
  workstream?: Workstream;
  startDay?: string;
  dueDay?: string;
  lastUpdate?: string;
  reference?: string;
  forAreas?: string[];
};

let counter = 0;

/** An action of a plan: the co-ordinator's own organisation leads it, unless said otherwise. */
export async function aPlanAction(plan: APlan, traits: ActionTraits = {}) {
  const { id: planId, areaId, keeper, themeId } = plan;
  const { rag = "green", startDay = "2026-01-01", dueDay = "2026-12-01" } = traits;
  const { lastUpdate = "2026-11-01", reference = `A${++counter}` } = traits;
  const { id } = await owner.action.create({
    data: {
      areaId,
      kind: "plan",
      planId,
      title: "Brief every school",
      ownerOrganisationId: traits.ownerOrganisationId ?? keeper.organisationId,
      startsOn: new Date(startDay),
      dueOn: new Date(dueDay),
      firstDueOn: new Date(dueDay),
      status: rag === "grey" ? "not_started" : "in_progress",
      addedByHatId: keeper.hatId,
      addedAt: new Date("2026-01-01"),
    },
    select: { id: true },
  });
  await owner.planAction.create({
    data: {
      actionId: id,
      planId,
      areaId,
      themeId,
      objective: "intervene_2023",
      reference,
      ownerRole: "Head of safeguarding",
      priority: "high",
      workstream: traits.workstream ?? "prevent",
      forAreas: traits.forAreas ?? [],
      proportionality: "Every school is asked, so that none is singled out.",
      rag,
      ragReason: rag === "amber" || rag === "red" ? "Venues are short." : null,
      lastUpdateOn: new Date(lastUpdate),
    },
  });
  return { id, planId, reference };
}

type Of = { id: string; planId: string };
const edited = (keeper: Actor) => ({
  editedByHatId: keeper.hatId,
  editedAt: new Date("2026-01-01"),
});

/** A step of an action that somebody is to reach. */
export async function aMilestone(
  { areaId, keeper }: APlan,
  { id: actionId, planId }: Of,
  due = "2026-06-30",
) {
  const dueOn = new Date(due);
  const { id } = await owner.planMilestone.create({
    data: {
      ...{
        actionId,
        planId,
        areaId,
        title: "Every school has been asked",
        dueOn,
        firstDueOn: dueOn,
      },
      ...edited(keeper),
    },
    select: { id: true },
  });
  return { id };
}

type MeasureTraits = { target?: number; better?: "higher" | "lower" };

/** Something of an action that is counted. */
export async function aMeasure(
  { areaId, keeper }: APlan,
  { id: actionId, planId }: Of,
  traits: MeasureTraits = {},
) {
  const { target = 40, better = "higher" } = traits;
  const { id } = await owner.planMeasure.create({
    data: {
      ...{ actionId, planId, areaId, name: "Schools briefed", type: "output", unit: "schools" },
      ...{ better, target, source: "The register of sessions", ...edited(keeper) },
    },
    select: { id: true },
  });
  return { id };
}

export async function someEvidence({ areaId, keeper }: APlan, { id: actionId, planId }: Of) {
  const { id } = await owner.planEvidence.create({
    data: {
      ...{ actionId, planId, areaId, title: "The register of sessions", place: "Shared drive" },
      ...{ datedOn: new Date("2026-02-01"), benchmark: "training", ...edited(keeper) },
    },
    select: { id: true },
  });
  return { id };
}

/** The plan as it was at the end of a quarter. */
export async function aSnapshot({ id: planId, areaId }: APlan, { id: actionId }: Of) {
  const [takenOn, quarterOn] = [new Date("2026-04-03"), new Date("2026-01-01")];
  const { id } = await owner.planSnapshot.create({
    data: { planId, areaId, kind: "quarter", quarterOn, takenOn, takenAt: takenOn },
    select: { id: true },
  });
  await owner.planSnapshotAction.create({
    data: {
      ...{ snapshotId: id, actionId, planId, areaId, reference: "A1", title: "Brief every school" },
      ...{ theme: "Channel", objective: "intervene_2023", workstream: "prevent", priority: "high" },
      ...{ owner: "The council", ownerRole: "Head of safeguarding", forAreas: [], rag: "grey" },
      ...{ isStale: false, percent: 0, startOn: takenOn, dueOn: takenOn, firstDueOn: takenOn },
      ...{ milestones: [], measures: [] },
    },
  });
  return { id };
}

/** Areas that share a steering group. */
export async function aPartnership(areaIds: string[]) {
  const { id } = await owner.partnership.create({
    data: { name: `Partnership ${randomUUID()}`, steeringGroup: "Wyvern steering group" },
    select: { id: true },
  });
  await owner.partnershipArea.createMany({
    data: areaIds.map((areaId) => ({ partnershipId: id, areaId })),
  });
  return { id };
}
