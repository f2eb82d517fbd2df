import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
import type { Dice } from "./dice";
import { at, day, lay } from "./rows";

export function plansOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  actors: Actor[],
) {
  const plans = [];
  for (const status of ["draft", "approved"]) {
    const areaId = random.pick(areas).id;
    const planAreaIds = random.chance(0.5) ? areas.map(({ id }) => id) : [areaId];
    const id = randomUUID();
    const ownerOrganisationId = random.pick(organisations).id;
    lay("plan", {
      id,
      areaId,
      title: "Plan",
      periodStart: day,
      periodEnd: new Date("2027-03-31"),
      status,
      objectiveScheme: "prevent_2023",
      createdAt: at,
    });
    lay(
      "planArea",
      planAreaIds.map((one) => ({ planId: id, areaId: one, status, keptBy: areaId })),
    );
    lay("planTheme", { id, planId: id, areaId, position: 1, title: "Channel" });
    lay("action", {
      id,
      areaId,
      kind: "plan",
      planId: id,
      title: "x",
      ownerOrganisationId,
      dueOn: day,
      firstDueOn: day,
      addedByHatId: (actors[0] as Actor).hatId,
      addedAt: at,
    });
    lay("planAction", {
      actionId: id,
      planId: id,
      areaId,
      themeId: id,
      objective: "causes_2023",
      reference: "1",
      ownerRole: "x",
      priority: "high",
      workstream: "prevent",
      proportionality: "x",
      lastUpdateOn: day,
    });
    lay("planUpdate", {
      id,
      actionId: id,
      planId: id,
      areaId,
      rag: "green",
      percent: 1,
      note: "x",
      updatedAt: at,
    });
    lay("planEscalation", { id, actionId: id, planId: id, areaId, reason: "x", raisedAt: at });
    whatAnActionHas(id, areaId, (actors[0] as Actor).hatId);
    whatIsAskedOf(id, areaId, (actors[0] as Actor).hatId);
    const parties: Parties = { areaId, planAreaIds, isApproved: status === "approved" };
    plans.push({ id, parties });
  }
  return plans;
}

/** What was asked of a plan, what it does to whom, who approved it and what of it is public. */
function whatIsAskedOf(id: string, areaId: string, hatId: string) {
  const of = { id, planId: id, areaId };
  lay("planRound", {
    ...{ ...of, number: 1, question: "x", closesOn: day },
    ...{ openedByHatId: hatId, openedAt: at },
  });
  lay("planAsked", { ...of, roundId: id, body: "x" });
  lay("planComment", {
    ...{ ...of, roundId: id, number: 1, about: "plan", text: "x", sourceKind: "body" },
    ...{ sourceTitle: "x", saidOn: day, madeByHatId: hatId, madeAt: at },
  });
  lay("planEquality", {
    ...{ ...of, number: 1, proposal: "x", affected: [], whoAffected: "x", evidence: "x" },
    ...{ effect: "x", mitigation: "x", cohesion: "x", writtenByHatId: hatId, writtenAt: at },
  });
  lay("planSubmission", {
    ...{ ...of, edition: 1, body: "x", submittedOn: day },
    ...{ submittedByHatId: hatId, submittedAt: at },
  });
  lay("planPublicLine", { ...of, themeId: id, text: "x", setByHatId: hatId, setAt: at });
  lay("planPublication", {
    ...{ ...of, slug: id, title: "x", coverage: "x", edition: 1, introduction: "x" },
    ...{ periodStart: day, periodEnd: day, approvedBy: "x", approvedOn: day, contact: "x" },
    ...{ contents: [], publishedOn: day, publishedByHatId: hatId, publishedAt: at },
  });
}

/** What an action of the plan is made of, and the plan as it was, under the plan's own id. */
function whatAnActionHas(id: string, areaId: string, hatId: string) {
  const row = { id, actionId: id, planId: id, areaId };
  const edited = { editedByHatId: hatId, editedAt: at };
  lay("planMilestone", { ...row, ...edited, title: "x", dueOn: day, firstDueOn: day });
  lay("planMeasure", {
    ...{ ...row, ...edited, name: "x", type: "output", unit: "x", better: "higher", target: 1 },
    source: "x",
  });
  lay("planActual", {
    ...{ ...row, measureId: id, number: 1, actual: 1, recordedByHatId: hatId, recordedAt: at },
    quarterOn: new Date("2026-01-01"),
  });
  lay("planEvidence", { ...row, ...edited, title: "x", place: "x", datedOn: day });
  lay("planSnapshot", {
    ...{ id, planId: id, areaId, kind: "quarter", takenOn: day, takenAt: at },
    quarterOn: new Date("2026-01-01"),
  });
  lay("planImport", {
    ...{ id, planId: id, areaId, name: "x", kind: "csv", bytes: 1, sha256: "x", rows: 1 },
    ...{ status: "discarded", uploadedByHatId: hatId, uploadedAt: at },
  });
  lay("planImportRow", {
    ...{ importId: id, actionId: id, areaId, row: 1, reference: "1" },
    ...{ actionVersion: 1, standingVersion: 1 },
  });
  lay("planSnapshotAction", {
    ...{ snapshotId: id, actionId: id, planId: id, areaId, reference: "1", title: "x", theme: "x" },
    ...{ objective: "causes_2023", workstream: "prevent", priority: "high", owner: "x" },
    ...{ ownerRole: "x", rag: "green", isStale: false, percent: 1, startOn: day, dueOn: day },
    ...{ firstDueOn: day, forAreas: [], milestones: [], measures: [] },
  });
}
