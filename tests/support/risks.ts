import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import type { Ideology } from "@/lib/risks/labels";
import type { AddRisk, ScoreRisk } from "@/lib/risks/schema";
import { owner } from "./owner";

export const today = dayOf(new Date());
const words = "It is said here in as many words as the form asks for.";

/** Everything that the form of a risk asks, answered. */
export const aWholeRisk = (keeper: Actor, change: Partial<AddRisk> = {}) =>
  ({
    ...{ finding: "risk", title: "Leaflets at the station", description: words },
    ...{ strand: "prevent", workstream: "prevent", ideology: "extreme_right_wing" },
    ...{ sourceType: "partner_data", evidence: words, proportionality: words },
    ...{ mentionsCommunity: false, communityEvidence: null, controls: words },
    ...{ inherentLikelihood: 4, inherentImpact: 3, residualLikelihood: 2, residualImpact: 3 },
    ...{ scoreReasons: words, ownerOrganisationId: keeper.organisationId, ownerRole: "Head" },
    ...{ covers: "area", reviewDay: addDays(today, 90) },
    ...change,
  }) as AddRisk;

/** The statement that there is none. */
export const aWholeStatement = (keeper: Actor, change: Partial<AddRisk> = {}) =>
  ({
    ...{ finding: "no_evidence", description: words, ideology: "islamist" },
    ...{ strand: "prevent", workstream: "prevent", sourceType: "national", evidence: words },
    ...{ proportionality: words, mentionsCommunity: false, communityEvidence: null },
    ...{ ownerOrganisationId: keeper.organisationId, ownerRole: "Head" },
    ...{ covers: "area", reviewDay: addDays(today, 90) },
    ...change,
  }) as AddRisk;

export const newScores = (riskId: string, version = 1): ScoreRisk => ({
  ...{ riskId, version, scoreReasons: words },
  ...{ inherentLikelihood: 4, inherentImpact: 5, residualLikelihood: 3, residualImpact: 4 },
});

type Traits = {
  ownerOrganisationId?: string;
  status?: "proposed" | "agreed" | "closed";
  reviewDay?: string;
  partnershipId?: string;
  ideology?: Ideology;
};

let counter = 0;

/** A risk of this co-ordinator's register. */
export async function aRisk(keeper: Actor, traits: Traits = {}) {
  const { areaId, hatId, organisationId } = keeper;
  const { status = "proposed", reviewDay = addDays(today, 90), partnershipId = null } = traits;
  const at = new Date();
  return owner.risk.create({
    data: {
      ...{ areaId, partnershipId, reference: `RSK-T-${++counter}`, finding: "risk", status },
      ...{ title: "Leaflets at the station", description: words, strand: "prevent" },
      ...{ workstream: "prevent", ideology: traits.ideology ?? "extreme_right_wing" },
      ...{ sourceType: "partner_data", evidence: words, mentionsCommunity: false },
      ...{ proportionality: words, controls: words, ownerRole: "Head of community safety" },
      ...{ inherentLikelihood: 4, inherentImpact: 3, residualLikelihood: 2, residualImpact: 3 },
      ...{ scoredBecause: words, scoredByHatId: hatId, scoredAt: at },
      ownerOrganisationId: traits.ownerOrganisationId ?? organisationId,
      reviewOn: toDateColumn(reviewDay),
      ...(status === "agreed" && { agreedBy: "Steering group", agreedOn: toDateColumn(today) }),
      ...(status === "closed" && { closedBecause: words, closedOn: toDateColumn(today) }),
      ...{ addedByHatId: hatId, addedAt: at, editedByHatId: hatId, editedAt: at },
    },
    select: { id: true, reference: true, areaId: true },
  });
}
