import { randomUUID } from "node:crypto";

import { addDays, financialYearOf } from "@/lib/dates";
import { aClaim, aLine, anEntry, aPost } from "@/tests/support/funding";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import {
  aProject,
  aProjectMeasure,
  aProvider,
  aRecordedReturn,
  aReturn,
} from "@/tests/support/projects";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, text, today } from "./acts";

const keeperOf = ({ people }: Town) => people.prevent_coordinator;
const anew = () => randomUUID().slice(0, 8);

const words = ({ people }: Town) => ({
  ...{ title: "Sewing and talking", summary: text, objective: "intervene_2023" },
  ...{ "ideologies[]": "", basis: "general", recommendationId: "", riskId: "" },
  ...{ targetGroup: "", basisWords: text, providerId: "" },
  ownerOrganisationId: people.agency_lead.organisationId,
});

type Traits = NonNullable<Parameters<typeof aProject>[1]>;
const onProject = async (town: Town, traits: Traits = {}) => ({
  projectId: (await aProject(keeperOf(town), traits)).id,
  version: "1",
});

async function actionOf(town: Town) {
  const plan = await aPlan(keeperOf(town));
  return { planId: plan.id, actionId: (await aPlanAction(plan)).id };
}

async function toDeliver(town: Town) {
  const keeping = keeperOf(town);
  const { id: providerId } = await aProvider(keeping);
  const project = await aProject(keeping, { status: "approved", providerId });
  await aProjectMeasure(project, keeping);
  return { projectId: project.id, version: "1" };
}

const lineOf = async (town: Town) => ({ lineId: (await aLine(keeperOf(town))).id });
const post = { title: "Schools officer", state: "planned", fromDay: today, toDay: "" };

/** Projects, those who deliver them, and the money. */
export const projects: Acts = {
  addProject: { opens: keeper, fill: (town) => ({ ...words(town), covers: "area" }) },
  editProject: {
    opens: keeper,
    fill: async (town) => ({ ...words(town), ...(await onProject(town)) }),
  },
  putOutline: {
    opens: keeper,
    fill: async (town) => ({
      ...(await onProject(town)),
      ...{ outline: text, group: "Steering group", outlineDay: today },
    }),
  },
  answerOutline: {
    opens: keeper,
    fill: async (town) => ({
      ...(await onProject(town, { status: "outline" })),
      ...{ answer: "supported", reasons: text, answerDay: today },
    }),
  },
  makeBid: {
    opens: keeper,
    fill: async (town) => ({
      ...(await onProject(town, { status: "outline", answer: "supported" })),
      ...{ funder: "Home Office", amount: "12,500.50", bidDay: today },
    }),
  },
  decideBid: {
    opens: keeper,
    fill: async (town) => ({
      ...(await onProject(town, { status: "bid" })),
      ...{ decision: "refused", reasons: text, decidedDay: today },
    }),
  },
  startDelivery: {
    opens: keeper,
    fill: async (town) => ({
      ...(await toDeliver(town)),
      ...{ startDay: today, endDay: addDays(today, 100) },
      ...{ deliveryPlan: text, safeguarding: text },
    }),
  },
  startEvaluation: {
    opens: keeper,
    fill: async (town) => ({
      ...(await onProject(town, { status: "delivery" })),
      method: text,
    }),
  },
  closeProject: {
    opens: keeper,
    fill: async (town) => ({
      ...(await onProject(town, { status: "evaluation" })),
      ...{ findings: text, lessons: text },
    }),
  },
  withdrawProject: {
    opens: keeper,
    fill: async (town) => ({ ...(await onProject(town)), reasons: text }),
  },
  linkProject: {
    opens: keeper,
    fill: async (town) => ({
      projectId: (await onProject(town)).projectId,
      actionId: (await actionOf(town)).actionId,
    }),
  },
  unlinkProject: {
    opens: keeper,
    fill: async (town) => {
      const { projectId } = await onProject(town);
      const { planId, actionId } = await actionOf(town);
      const by = { linkedByHatId: keeperOf(town).hatId, linkedAt: new Date() };
      await owner.projectAction.create({
        data: { projectId, planId, actionId, areaId: town.areaId, ...by },
      });
      return { projectId, actionId };
    },
  },
  addProjectMeasure: {
    opens: keeper,
    fill: async (town) => ({
      projectId: (await onProject(town)).projectId,
      ...{ type: "output", name: "Evenings", unit: "sessions", target: "12" },
      source: "The register",
    }),
  },
  recordReached: {
    opens: keeper,
    fill: async (town) => ({
      measureId: (await aProjectMeasure(await aProject(keeperOf(town)), keeperOf(town))).id,
      ...{ version: "1", actual: "7", actualDay: today },
    }),
  },
  recordReturn: {
    opens: ["prevent_coordinator", "agency_lead"],
    fill: async (town) => {
      const { organisationId: ownerOrganisationId } = town.people.agency_lead;
      const project = await aProject(keeperOf(town), { status: "delivery", ownerOrganisationId });
      return {
        ...{ returnId: (await aReturn(project)).id, progress: text },
        ...{ completed: "12", continuing: "3", left: "1", helped_on: "0" },
      };
    },
  },
  correctReturn: {
    opens: ["prevent_coordinator", "agency_lead"],
    fill: async (town) => {
      const { organisationId: ownerOrganisationId } = town.people.agency_lead;
      const project = await aProject(keeperOf(town), { status: "delivery", ownerOrganisationId });
      return {
        returnId: (await aRecordedReturn(project, keeperOf(town))).id,
        ...{ version: "1", progress: text, reasons: text },
        ...{ completed: "12", continuing: "3", left: "1", helped_on: "0" },
      };
    },
  },
  addProvider: {
    opens: keeper,
    fill: (_, role) => ({
      ...{ name: `A trust for ${role} ${anew()}`, organisationId: "", registration: "" },
      ...{ address: "", contactPost: "Director" },
    }),
  },
  editProvider: {
    opens: keeper,
    fill: async (town, role) => ({
      providerId: (await aProvider(keeperOf(town), { isChecked: false })).id,
      ...{ version: "1", name: `A trust for ${role} ${anew()}`, organisationId: "" },
      ...{ registration: "1234567", address: "1 High Street", contactPost: "Director" },
    }),
  },
  recordCheck: {
    opens: keeper,
    fill: async (town) => ({
      providerId: (await aProvider(keeperOf(town), { isChecked: false })).id,
      ...{ kind: "finance", result: "passed", checkedBy: "Manager", checkedDay: today },
      ...{ expiresDay: addDays(today, 300), note: text },
    }),
  },
  makeAction: {
    opens: keeper,
    fill: async (town) => {
      const { people, recommendation } = town;
      const plan = await aPlan(keeperOf(town));
      return {
        ...{ recommendationId: recommendation, planId: plan.id, themeId: plan.themeId },
        ...{ reference: anew(), text, objective: "causes_2023", workstream: "prevent" },
        ...{ evidenceBasis: "local", proportionality: text, cohesionImpact: text },
        ...{ "benchmarks[]": "", "forAreas[]": "", "contributorIds[]": "" },
        ...{ ownerOrganisationId: people.agency_lead.organisationId, ownerRole: "Head" },
        ...{ startDay: today, dueDay: addDays(today, 90), priority: "high" },
      };
    },
  },
  addLine: {
    opens: keeper,
    fill: (_, role) => ({
      ...{ covers: "area", name: `Line for ${role} ${anew()}`, source: "police" },
      ...{ yearDay: financialYearOf(today), budget: "24,500.50", note: "" },
    }),
  },
  editLine: {
    opens: keeper,
    fill: async (town, role) => ({
      ...(await lineOf(town)),
      ...{ version: "1", name: `Line of ${role} ${anew()}`, note: "Work with schools" },
    }),
  },
  addEntry: {
    opens: keeper,
    fill: async (town) => ({
      ...(await lineOf(town)),
      ...{ kind: "spent", target: "line", amount: "120.05", enteredDay: today, words: "Invoice" },
    }),
  },
  correctEntry: {
    opens: keeper,
    fill: async (town) => ({
      entryId: (await anEntry(await aLine(keeperOf(town)), keeperOf(town), "spent", 1_234)).id,
      reasons: text,
    }),
  },
  addPost: {
    opens: keeper,
    fill: async (town) => ({ ...(await lineOf(town)), ...post, cost: "38,500", note: "" }),
  },
  editPost: {
    opens: keeper,
    fill: async (town) => ({
      postId: (await aPost(await aLine(keeperOf(town)), keeperOf(town))).id,
      ...{ ...post, version: "1", state: "filled", cost: "38,500", note: "" },
    }),
  },
  addClaim: {
    opens: keeper,
    fill: async (town) => ({
      ...(await lineOf(town)),
      ...{ title: "The quarter", dueDay: addDays(today, 30), amount: "6,000" },
    }),
  },
  makeClaim: {
    opens: keeper,
    fill: async (town) => ({
      claimId: (await aClaim(await aLine(keeperOf(town)), keeperOf(town))).id,
      ...{ version: "1", madeDay: today, amount: "6,000" },
    }),
  },
  payClaim: {
    opens: keeper,
    fill: async (town) => ({
      claimId: (await aClaim(await aLine(keeperOf(town)), keeperOf(town), { isMade: true })).id,
      ...{ version: "1", paidDay: today, amount: "6,000" },
    }),
  },
  fundAction: {
    opens: keeper,
    fill: async (town) => ({
      actionId: (await actionOf(town)).actionId,
      "lineIds[]": (await lineOf(town)).lineId,
    }),
  },
};
