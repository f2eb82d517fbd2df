import type { Role } from "@/lib/access/labels";
import { addDays, quarterOf } from "@/lib/dates";
import { quarterToClose } from "@/lib/plans/snapshots/rules";
import { aSupportAction } from "@/tests/support/factories";
import {
  aMeasure,
  aMilestone,
  aPlan,
  aPlanAction,
  aroundToday,
  someEvidence,
} from "@/tests/support/plans";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, runners, text, today } from "./acts";

const ofOwner: Role[] = ["panel_member", "provider", "invitee"];
const ofPlan: Role[] = ["prevent_coordinator", "agency_lead"];

/** The action of a plan that the town's school leads. */
const aLedAction = async ({ people: { prevent_coordinator, agency_lead } }: Town) => {
  const plan = await aPlan(prevent_coordinator);
  const action = await aPlanAction(plan, { ownerOrganisationId: agency_lead.organisationId });
  return { ...action, plan, themeId: plan.themeId };
};

/** Something to do for the person: its owner's, where that is all that lets a role at it. */
const supportFor = ({ cases, people }: Town, role: Role) => {
  const isOwner = ofOwner.includes(role);
  const whose = isOwner ? { owner: people[role] } : {};
  return aSupportAction(cases.supported, people.coordinator, whose);
};

const details = ({ people }: Town) => ({
  ...{ objective: "intervene_2023", workstream: "prevent", reference: "3.2", text },
  ownerOrganisationId: people.agency_lead.organisationId,
  ...{ ownerRole: "Head of safeguarding", "contributorIds[]": [people.referrer.organisationId] },
  ...{ startDay: "1/1/2026", priority: "high", proportionality: text },
  ...{ evidenceBasis: "local", cohesionImpact: text, "benchmarks[]": ["training"] },
  "forAreas[]": [],
});

const measured = {
  ...{ name: "Schools briefed", type: "output", unit: "schools", better: "higher" },
  ...{ baseline: "", target: "40", source: "The register of sessions" },
};
/** A day of the plan that has passed, whatever day it is. */
const planned = "2026-02-01";

export const plans: Acts = {
  addPlanAction: {
    opens: keeper,
    fill: async (town) => {
      const { id: planId, themeId } = await aPlan(town.people.prevent_coordinator);
      return { planId, themeId, ...details(town), dueDay: "1/12/2026" };
    },
  },
  addEvidence: {
    opens: ofPlan,
    fill: async (town) => {
      const { id: actionId } = await aLedAction(town);
      const evidence = { title: text, place: "Shared drive", datedDay: "1/2/2026" };
      return { actionId, ...evidence, benchmark: "training" };
    },
  },
  addMeasure: {
    opens: keeper,
    fill: async (town) => ({ actionId: (await aLedAction(town)).id, ...measured }),
  },
  addMilestone: {
    opens: ofPlan,
    fill: async (town) => {
      const { id: actionId } = await aLedAction(town);
      return { actionId, title: text, dueDay: "1/6/2026" };
    },
  },
  addTheme: {
    opens: keeper,
    fill: async ({ people }) => {
      const { id: planId } = await aPlan(people.prevent_coordinator);
      return { planId, title: "Training", dutyTheme: "capabilities_2023" };
    },
  },
  closeQuarter: {
    opens: keeper,
    fill: async ({ people }) => {
      const { id: planId } = await aPlan(people.prevent_coordinator, aroundToday);
      return { planId, quarter: quarterToClose(today) };
    },
  },
  createPlan: {
    opens: keeper,
    fill: () => ({
      ...{ title: "Prevent plan 2027", startDay: "1/1/2027", endDay: "31/12/2027" },
      ...{ objectiveScheme: "prevent_2023", themeTemplate: "five_elements", covers: "area" },
    }),
  },
  editEvidence: {
    opens: ofPlan,
    fill: async (town) => {
      const action = await aLedAction(town);
      const { id: evidenceId } = await someEvidence(action.plan, action);
      const evidence = { title: text, place: "Shared drive", datedDay: "1/2/2026" };
      return { evidenceId, version: "1", ...evidence, benchmark: "" };
    },
  },
  editMeasure: {
    opens: keeper,
    fill: async (town) => {
      const action = await aLedAction(town);
      const { id: measureId } = await aMeasure(action.plan, action);
      return { measureId, version: "1", ...measured };
    },
  },
  editMilestone: {
    opens: ofPlan,
    fill: async (town) => {
      const action = await aLedAction(town);
      const { id: milestoneId } = await aMilestone(action.plan, action);
      const moved = { title: text, dueDay: "1/9/2026", state: "waiting", reason: text };
      return { milestoneId, version: "1", ...moved };
    },
  },
  editTheme: {
    opens: keeper,
    fill: async ({ people }) => {
      const { themeId } = await aPlan(people.prevent_coordinator);
      return { themeId, version: "1", title: "Training", dutyTheme: "capabilities_2023" };
    },
  },
  editPlanAction: {
    opens: keeper,
    fill: async (town) => {
      const { id: actionId, themeId } = await aLedAction(town);
      return { actionId, version: "1", themeId, ...details(town) };
    },
  },
  extendAction: {
    opens: [...runners, ...ofOwner, ...ofPlan],
    alone: [...ofOwner, ...ofPlan],
    fill: async (town, role) => {
      const { id } = await (ofPlan.includes(role) ? aLedAction(town) : supportFor(town, role));
      const dueDay = addDays(today, 400);
      return { actionId: id, version: "1", dueDay, reason: text };
    },
  },
  movePlan: {
    opens: keeper,
    fill: async ({ people }) => {
      const { id: planId } = await aPlan(people.prevent_coordinator, {
        status: "consultation",
      });
      return { planId, version: "1", to: "draft" };
    },
  },
  recordActual: {
    opens: ofPlan,
    fill: async (town) => {
      const action = await aLedAction(town);
      const { id: measureId } = await aMeasure(action.plan, action);
      const figure = { quarter: quarterOf(planned).start, actual: "12", note: "" };
      return { measureId, version: "0", ...figure };
    },
  },
  setWaits: {
    opens: keeper,
    fill: async (town) => {
      const { plan, ...action } = await aLedAction(town);
      const { id } = await aPlanAction(plan);
      return { actionId: action.id, version: "1", "needsIds[]": [id] };
    },
  },
  updateAction: {
    opens: [...runners, ...ofOwner],
    alone: ofOwner,
    fill: async (town, role) => {
      const { id: actionId } = await supportFor(town, role);
      return { actionId, version: "1", status: "in_progress", note: "" };
    },
  },
  updateOwnActions: {
    opens: ofPlan,
    fill: async (town) => {
      const { id } = await aLedAction(town);
      return { [`version-${id}`]: "1", [`saying-${id}`]: "green", [`percent-${id}`]: "40" };
    },
  },
  updatePlanAction: {
    opens: ofPlan,
    fill: async (town) => {
      const { id: actionId } = await aLedAction(town);
      return { actionId, version: "1", rag: "green", percent: "40", note: "" };
    },
  },
};
