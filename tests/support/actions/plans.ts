import type { Role } from "@/lib/access/labels";
import { addDays } from "@/lib/dates";
import { aSupportAction } from "@/tests/support/factories";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, runners, text, today } from "./acts";

const ofOwner: Role[] = ["panel_member", "provider", "invitee"];
const ofPlan: Role[] = ["prevent_coordinator", "agency_lead"];

/** The action of a plan that the town's school leads. */
const aLedAction = async ({ people: { prevent_coordinator, agency_lead } }: Town) => {
  const plan = await aPlan(prevent_coordinator);
  const action = await aPlanAction(plan, { ownerOrganisationId: agency_lead.organisationId });
  return { ...action, themeId: plan.themeId };
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
});

export const plans: Acts = {
  addPlanAction: {
    opens: keeper,
    fill: async (town) => {
      const { id: planId, themeId } = await aPlan(town.people.prevent_coordinator);
      return { planId, themeId, ...details(town), dueDay: "1/12/2026" };
    },
  },
  addTheme: {
    opens: keeper,
    fill: async ({ people }) => {
      const { id: planId } = await aPlan(people.prevent_coordinator);
      return { planId, title: "Training" };
    },
  },
  assessEquality: {
    opens: keeper,
    fill: async ({ people }) => {
      const { id: planId } = await aPlan(people.prevent_coordinator, { status: "draft" });
      return { planId, version: "1", eiaStatus: "in_progress" };
    },
  },
  createPlan: {
    opens: keeper,
    fill: () => ({
      ...{ title: "Prevent plan 2027", startDay: "1/1/2027", endDay: "31/12/2027" },
      ...{ objectiveScheme: "prevent_2023", themeTemplate: "five_elements", covers: "area" },
    }),
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
      const { id: planId } = await aPlan(people.prevent_coordinator, { status: "draft" });
      return { planId, version: "1", to: "consultation" };
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
  updatePlanAction: {
    opens: ofPlan,
    fill: async (town) => {
      const { id: actionId } = await aLedAction(town);
      return { actionId, version: "1", rag: "green", percent: "40", note: "" };
    },
  },
};
