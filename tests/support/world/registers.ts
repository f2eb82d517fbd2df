import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
import type { Dice } from "./dice";
import { projectsOf } from "./projects";
import { at, day, lay } from "./rows";

const scored = {
  ...{ inherentLikelihood: 2, inherentImpact: 2, residualLikelihood: 1, residualImpact: 1 },
  ...{ scoredBecause: "x", scoredAt: at, controls: "x" },
};

/** Risks that wait, are agreed and are closed; an edition of the profile; the national level. One area's alone, or a partnership's. */
export function registerOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  actors: Actor[],
) {
  const hatId = (actors[0] as Actor).hatId;
  const partnershipId = randomUUID();
  lay("partnership", { id: partnershipId, name: partnershipId, steeringGroup: "x" });
  const together = random.chance(0.5) ? areas.map(({ id }) => id) : [];
  lay(
    "partnershipArea",
    together.map((areaId) => ({ partnershipId, areaId })),
  );
  const covered = (areaId: string) => {
    const isShared = together.length > 0 && random.chance(0.5);
    return {
      planAreaIds: isShared ? together : [areaId],
      partnershipId: isShared ? partnershipId : null,
    };
  };
  const risks = (["proposed", "agreed", "closed"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const organisationId = random.pick(organisations).id;
    const { planAreaIds, partnershipId: shared } = covered(areaId);
    lay("risk", {
      ...{ id, areaId, partnershipId: shared, reference: id, finding: "risk", title: "x", status },
      ...{ description: "x", strand: "prevent", workstream: "prevent", ideology: "none" },
      ...{ sourceType: "national", evidence: "x", mentionsCommunity: false, proportionality: "x" },
      ...{ ...scored, scoredByHatId: hatId, ownerOrganisationId: organisationId, ownerRole: "x" },
      ...{ reviewOn: day, addedByHatId: hatId, addedAt: at, editedByHatId: hatId, editedAt: at },
      ...(status === "agreed" && { agreedBy: "x", agreedOn: day }),
      ...(status === "closed" && { closedBecause: "x", closedOn: day }),
    });
    lay("riskReview", {
      ...{ id, riskId: id, areaId, dueOn: day, reviewedOn: day, nextOn: day, outcome: "unchanged" },
      ...{ note: "x", reviewedByHatId: hatId, reviewedAt: at },
    });
    const parties: Parties = {
      ...{ areaId, planAreaIds, organisationId, isApproved: status === "agreed" },
    };
    return { id, isOpen: status !== "closed", parties };
  });
  const profiles = [true, false].map((isCleared, index) => {
    const id = randomUUID();
    const areaId = (areas[index] as { id: string }).id;
    const { planAreaIds, partnershipId: shared } = covered(areaId);
    const added = { addedByHatId: hatId, addedAt: at };
    lay("profileEdition", {
      ...{ id, areaId, partnershipId: shared, reference: id, kind: "annual", period: "x" },
      ...{ versionLabel: "1", producedById: (organisations[0] as { id: string }).id },
      ...{ datedOn: day, heldAt: "x", refreshDueOn: new Date("2026-06-02"), ...added },
    });
    lay("profileSummary", {
      ...{ id, editionId: id, areaId, number: 1, body: "x", writtenByHatId: hatId, writtenAt: at },
      ...(isCleared && { clearedBy: "x", clearedOn: day, clearedByHatId: hatId }),
    });
    lay("profileAccess", {
      ...{ id, areaId, organisationId: (organisations[0] as { id: string }).id },
      ...{ post: "x", reason: "x", ...added },
    });
    lay("profileAccessReview", {
      ...{ editionId: id, areaId, kept: 1, ended: 0, reasons: "x" },
      ...{ reviewedByHatId: hatId, reviewedAt: at },
    });
    lay("profileBriefing", {
      ...{ id, editionId: id, areaId, audience: "x", briefedBy: "x", briefedOn: day, people: 1 },
      ...{ handling: "x", loggedByHatId: hatId, loggedAt: at },
    });
    lay("profileRecommendation", { id, editionId: id, areaId, number: 1, text: "x", ...added });
    return { id, isCleared, parties: { areaId, planAreaIds } as Parties };
  });
  const levels = areas.map(({ id: areaId }) => {
    const id = randomUUID();
    lay("threatLevel", {
      ...{ id, areaId, level: "substantial", setOn: day, note: "x" },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    const planAreaIds = together.length > 0 ? together : [areaId];
    return { id, parties: { areaId, planAreaIds } as Parties };
  });
  return {
    ...{ risks, profiles, levels, partnership: { id: partnershipId, areaIds: together } },
    ...projectsOf(random, areas, organisations, hatId, covered),
    trained: trainingOf(random, areas, organisations, hatId),
    champions: championsOf(random, areas, organisations, hatId),
    profiled: profiledOf(areas, hatId, together),
  };
}

/** In each area one course for one group, a session of it, and what one organisation says of itself. */
function trainingOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  hatId: string,
) {
  const edited = { editedByHatId: hatId, editedAt: at };
  return areas.map(({ id: areaId }) => {
    const id = randomUUID();
    const organisationId = random.pick(organisations).id;
    const row = { id, areaId };
    lay("trainingRoleGroup", { ...row, name: "x", who: "x", foundIn: ["other"], ...edited });
    lay("trainingCourse", { ...row, name: "x", kind: "wrap", level: 1, about: "x", ...edited });
    lay("trainingRequirement", { ...row, roleGroupId: id, courseId: id, ...edited });
    lay("trainingDeclaration", {
      ...{ ...row, requirementId: id, organisationId, asAtOn: day, inScope: 2, trained: 1 },
      ...{ evidence: "x", declaredByHatId: hatId, declaredAt: at },
    });
    lay("trainingSession", {
      ...{ ...row, courseId: id, title: "x", heldOn: day, starts: "x", venue: "x", capacity: 9 },
      ...{ hostOrganisationId: organisationId, trainers: "x", audience: "staff", ...edited },
    });
    lay("trainingAttendance", {
      ...{ ...row, sessionId: id, organisationId, roleGroupId: id, attended: 1 },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    lay("trainingMaterial", {
      ...{ ...row, sessionId: id, title: "x", bodyText: "x", addedByHatId: hatId, addedAt: at },
    });
    return { id, parties: { areaId, organisationId } as Parties };
  });
}

/** In each area one who speaks for Prevent in some organisation. */
const championsOf = (
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  hatId: string,
) =>
  areas.map(({ id: areaId }) => {
    const id = randomUUID();
    const organisationId = random.pick(organisations).id;
    lay("champion", {
      ...{ id, areaId, organisationId, sector: "other", kind: "internal", name: "x", post: "x" },
      ...{ contact: "x", appointedOn: day, expiresOn: new Date("2027-03-02") },
      ...{ addedByHatId: hatId, addedAt: at, editedByHatId: hatId, editedAt: at },
    });
    return { id, parties: { areaId, organisationId } as Parties };
  });

/** What each area says of itself to those it works with. */
const profiledOf = (areas: readonly { id: string }[], hatId: string, together: string[]) =>
  areas.map(({ id: areaId }) => {
    const id = randomUUID();
    lay("areaPriority", {
      ...{ id, areaId, yearOn: new Date("2026-04-01"), status: "priority", source: "x" },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    lay("areaPost", {
      ...{ id, areaId, kind: "prevent_lead", name: "x", about: "x", contact: "x", fromOn: day },
      ...{ addedByHatId: hatId, addedAt: at },
    });
    lay("areaPostContact", {
      ...{ id, areaId, postId: id, contact: "x", replacedByHatId: hatId, replacedAt: at },
    });
    const neighbourAreaIds = together.length > 0 ? together : [areaId];
    return { id, parties: { areaId, neighbourAreaIds } as Parties };
  });
