import { randomUUID } from "node:crypto";

import { addDays } from "@/lib/dates";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { anEdition, aRecommendation, aSummary } from "@/tests/support/profile";
import { aRisk } from "@/tests/support/risks";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, text, today } from "./acts";

const keeperOf = ({ people }: Town) => people.prevent_coordinator;

/** A word that no form has sent before. */
const anew = () => randomUUID().slice(0, 8);

/** An area has one current edition: the one before it goes, as it does when another is recorded. */
const supersedeIn = ({ areaId }: Town) =>
  owner.profileEdition.updateMany({
    where: { areaId, status: "current" },
    data: { status: "superseded" },
  });

async function aFreshEdition(town: Town, traits: { isAccessReviewed?: boolean } = {}) {
  await supersedeIn(town);
  return anEdition(keeperOf(town), traits);
}

const aFreshRecommendation = async (town: Town) =>
  (await aRecommendation(await aFreshEdition(town), keeperOf(town))).id;

const words = ({ people }: Town) => ({
  ...{ finding: "risk", title: "Leaflets", description: text, ideology: "none" },
  ...{ strand: "prevent", workstream: "prevent", sourceType: "national", evidence: text },
  ...{ mentionsCommunity: "no", communityEvidence: "", proportionality: text, controls: text },
  ...{ ownerOrganisationId: people.agency_lead.organisationId, ownerRole: "Head" },
});

const scores = {
  ...{ inherentLikelihood: "4", inherentImpact: "3" },
  ...{ residualLikelihood: "2", residualImpact: "3", scoreReasons: text },
};

const riskOf = async (town: Town) => ({
  riskId: (
    await aRisk(keeperOf(town), { ownerOrganisationId: town.people.agency_lead.organisationId })
  ).id,
  version: "1",
});

const actionOf = async (town: Town) => {
  const plan = await aPlan(keeperOf(town));
  return (await aPlanAction(plan)).id;
};

/** Linked already, as the co-ordinator would have done. */
async function linked(town: Town) {
  const plan = await aPlan(keeperOf(town));
  const { id: actionId } = await aPlanAction(plan);
  const { areaId } = town;
  const by = { linkedByHatId: keeperOf(town).hatId, linkedAt: new Date() };
  return { actionId, link: { actionId, planId: plan.id, areaId, ...by } };
}

/** The registers that a plan rests on: risks, the local profile, the national threat level. */
export const registers: Acts = {
  addRisk: {
    opens: keeper,
    fill: (town) => ({
      ...{ ...words(town), ...scores },
      ...{ covers: "area", reviewDay: addDays(today, 90) },
    }),
  },
  editRisk: {
    opens: keeper,
    fill: async (town) => ({ ...words(town), ...(await riskOf(town)) }),
  },
  scoreRisk: { opens: keeper, fill: async (town) => ({ ...scores, ...(await riskOf(town)) }) },
  reviewRisk: {
    opens: ["prevent_coordinator", "agency_lead"],
    fill: async (town) => ({
      ...(await riskOf(town)),
      ...{ outcome: "unchanged", note: text, reviewDay: addDays(today, 100) },
    }),
  },
  agreeRisk: {
    opens: keeper,
    fill: async (town) => ({
      ...(await riskOf(town)),
      ...{ agreedBy: "Steering group", agreedDay: today },
    }),
  },
  closeRisk: {
    opens: keeper,
    fill: async (town) => ({ ...(await riskOf(town)), reasons: text }),
  },
  linkRisk: {
    opens: keeper,
    fill: async (town) => ({ riskId: (await riskOf(town)).riskId, actionId: await actionOf(town) }),
  },
  unlinkRisk: {
    opens: keeper,
    fill: async (town) => {
      const { riskId } = await riskOf(town);
      const { actionId, link } = await linked(town);
      await owner.riskAction.create({ data: { ...link, riskId } });
      return { riskId, actionId };
    },
  },
  addEdition: {
    opens: keeper,
    fill: async (town) => {
      await supersedeIn(town); // another has to be of a later day than the current one
      return {
        ...{ covers: "area", kind: "refresh", period: "2026 to 2027", versionLabel: "1.1" },
        ...{ producedById: town.people.agency_lead.organisationId, datedDay: today },
        heldAt: "The secure reading room",
      };
    },
  },
  logBriefing: {
    opens: keeper,
    fill: async (town) => ({
      editionId: (await aFreshEdition(town, { isAccessReviewed: true })).id,
      ...{ audience: "Steering group", briefedBy: "Head of unit", briefedDay: today },
      ...{ people: "9", handling: text },
    }),
  },
  writeSummary: {
    opens: keeper,
    fill: async (town) => ({
      editionId: (await aFreshEdition(town)).id,
      ...{ body: text, isOwnWords: "yes" },
    }),
  },
  clearSummary: {
    opens: keeper,
    fill: async (town) => {
      const { id: summaryId } = await aSummary(await aFreshEdition(town), keeperOf(town));
      return { summaryId, clearedBy: "Head of unit", clearedDay: today };
    },
  },
  addAccess: {
    opens: keeper,
    fill: ({ people }, role) => ({
      ...{ organisationId: people.agency_lead.organisationId, post: `Head for ${role} ${anew()}` },
      reason: text,
    }),
  },
  reviewAccess: {
    opens: keeper,
    fill: async (town) => ({
      editionId: (await aFreshEdition(town)).id,
      "endIds[]": "",
      reasons: text,
    }),
  },
  addRecommendation: {
    opens: keeper,
    fill: async (town) => ({ editionId: (await aFreshEdition(town)).id, text: "Brief colleges." }),
  },
  linkRecommendation: {
    opens: keeper,
    fill: async (town) => ({
      recommendationId: await aFreshRecommendation(town),
      actionId: await actionOf(town),
    }),
  },
  unlinkRecommendation: {
    opens: keeper,
    fill: async (town) => {
      const recommendationId = await aFreshRecommendation(town);
      const { actionId, link } = await linked(town);
      await owner.recommendationAction.create({ data: { ...link, recommendationId } });
      return { recommendationId, actionId };
    },
  },
  declineRecommendation: {
    opens: keeper,
    fill: async (town) => ({
      recommendationId: await aFreshRecommendation(town),
      ...{ version: "1", reasons: text },
    }),
  },
  setThreatLevel: {
    opens: keeper,
    fill: async ({ areaId }) => {
      const orderBy = { recordedAt: "desc" } as const;
      const now = await owner.threatLevel.findFirst({ where: { areaId }, orderBy });
      return { level: now?.level === "severe" ? "critical" : "severe", setDay: today, note: text };
    },
  },
};
