import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
import type { Dice } from "./dice";
import type { registerOf } from "./registers";
import { at, day, lay } from "./rows";

/** Self-assessments of areas and of authorities, open and submitted; what was done together; a change of guidance. */
export function benchmarksOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  actors: Actor[],
  plans: readonly { id: string }[],
  { partnership: { id: partnershipId, areaIds: together } }: ReturnType<typeof registerOf>,
) {
  const hatId = (actors[0] as Actor).hatId;
  const kinds = areas.flatMap(({ id: areaId }) =>
    (["toolkit", "engagement", "duty"] as const).map((scheme) => ({ areaId, scheme })),
  );
  const assessments = kinds.map(({ areaId, scheme }) => {
    const id = randomUUID();
    const isOwn = scheme === "duty";
    const organisationId = isOwn ? random.pick(organisations).id : null;
    const isShared = !isOwn && together.length > 0 && random.chance(0.5);
    const isSubmitted = random.chance(0.5);
    lay("benchmarkAssessment", {
      ...{ id, areaId, scheme, schemeVersion: "x", organisationId, periodStart: day },
      ...{ partnershipId: isShared ? partnershipId : null, periodEnd: new Date("2027-03-31") },
      ...{ startedByHatId: hatId, startedAt: at, status: isSubmitted ? "submitted" : "draft" },
      ...(isSubmitted && { statement: "x", submittedOn: day, submittedByHatId: hatId }),
    });
    const under = { id, answerId: id, assessmentId: id, areaId };
    lay("benchmarkAnswer", {
      ...{ id, assessmentId: id, areaId, criterion: "x", position: 0, wording: "x" },
      ...{ editedByHatId: hatId, editedAt: at },
    });
    lay("benchmarkEvidence", {
      ...{ ...under, kind: "document", title: "x", place: "x", datedOn: day },
      ...{ addedByHatId: hatId, addedAt: at },
    });
    lay("benchmarkChallenge", {
      ...{ ...under, verdict: "agree", note: "x", challengedOn: day, challengedByHatId: hatId },
      organisationId: random.pick(organisations).id,
    });
    const [plan] = plans;
    if (plan)
      lay("benchmarkAction", {
        ...{ ...under, actionId: plan.id, planId: plan.id, linkedByHatId: hatId, linkedAt: at },
      });
    const planAreaIds = isShared ? together : [areaId];
    const parties: Parties = { areaId, planAreaIds, organisationId, isApproved: isSubmitted };
    return { id, organisationId, parties };
  });
  const entries = areas.map(({ id: areaId }) => {
    const [whose, partner] = organisations as [{ id: string }, { id: string }];
    const entry = { areaId, organisationId: whose.id, partnerIds: [partner.id] };
    const id = randomUUID();
    lay("cooperationEntry", {
      ...{ ...entry, id, happenedOn: day, what: "x", place: "x" },
      ...{ loggedByHatId: hatId, loggedAt: at },
    });
    return { id, ...entry };
  });
  const reviews = areas.map(({ id: areaId }) => {
    const id = randomUUID();
    const organisationId = random.pick(organisations).id;
    lay("guidanceEdition", {
      ...{ id, areaId, title: id, versionLabel: "x", publishedOn: day, inForceOn: day },
      ...{ summary: "x", criteria: [], recordedByHatId: hatId, recordedAt: at },
    });
    lay("gapReview", { id, guidanceId: id, areaId, organisationId, dueOn: day });
    return { id, parties: { areaId, planAreaIds: [areaId], organisationId } as Parties };
  });
  return { assessments, entries, gapReviews: reviews };
}
