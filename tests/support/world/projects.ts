import { randomUUID } from "node:crypto";

import type { Parties } from "@/lib/access/policy";
import type { Dice } from "./dice";
import { at, day, lay } from "./rows";

type Covered = (areaId: string) => { planAreaIds: string[]; partnershipId: string | null };

/** Projects that wait, are approved, delivered and withdrawn, with all that hangs on them; and a line of money for each. */
export function projectsOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  hatId: string,
  covered: Covered,
) {
  const edited = { editedByHatId: hatId, editedAt: at };
  const added = { addedByHatId: hatId, addedAt: at };
  const projects = (["idea", "approved", "delivery", "withdrawn"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const organisationId = random.pick(organisations).id;
    const { planAreaIds, partnershipId } = covered(areaId);
    lay("provider", { id, areaId, reference: id, name: id, contactPost: "x", ...added });
    lay("providerCheck", {
      ...{ id, providerId: id, areaId, kind: "finance", result: "passed", checkedBy: "x" },
      ...{ checkedOn: day, expiresOn: new Date("2027-03-02"), note: "x" },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    lay("project", {
      ...{ id, areaId, partnershipId, reference: id, title: "x", summary: "x", status },
      ...{ objective: "causes_2023", basis: "general", basisWords: "x", providerId: id },
      ...{ ownerOrganisationId: organisationId, outline: "x", outlineGroup: "x", outlineOn: day },
      ...{ answer: "supported", answerReasons: "x", answerOn: day, funder: "x", bidOn: day },
      ...{ decisionReasons: "x", decidedOn: day, startsOn: day, endsOn: new Date("2027-03-02") },
      ...{ deliveryPlan: "x", safeguarding: "x", ...added, ...edited },
      ...(status === "withdrawn" && { withdrawnBecause: "x", withdrawnOn: day }),
    });
    const row = { id, projectId: id, areaId };
    lay("projectBid", { ...row, number: 1, pence: 1n });
    lay("projectMeasure", {
      ...{ ...row, ...edited, type: "output", name: "x", unit: "sessions", target: 1, source: "x" },
    });
    lay("projectReturn", {
      ...{ ...row, periodStart: day, periodEnd: day, dueOn: new Date("2026-04-02") },
    });
    lay("projectReturnVersion", {
      ...{ returnId: id, projectId: id, areaId, number: 1, progress: "x", writtenOn: day },
      writtenByHatId: hatId,
    });
    lay("projectCount", { returnId: id, projectId: id, areaId, outcome: "left", people: 1 });
    lay("fundingLine", {
      ...{ id, areaId, partnershipId, reference: id, name: id, source: "police", ...added },
      yearOn: new Date("2026-04-01"),
    });
    const ofLine = { id, lineId: id, areaId };
    lay("fundingPost", {
      ...ofLine,
      ...edited,
      title: "x",
      state: "vacant",
      fromOn: day,
      costPence: 1n,
    });
    lay("fundingEntry", {
      ...{ ...ofLine, projectId: id, kind: "spent", pence: 1n, enteredOn: day, words: "x" },
      ...{ enteredByHatId: hatId, enteredAt: at },
    });
    lay("fundingClaim", { ...ofLine, ...edited, title: "x", dueOn: day, pence: 1n });
    const isApproved = status === "approved" || status === "delivery";
    const parties: Parties = { areaId, planAreaIds, organisationId, isApproved };
    return { id, parties };
  });
  return { projects };
}
