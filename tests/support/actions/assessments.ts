import type { Role } from "@/lib/access/labels";
import { anAssessment, anInformationItem } from "@/tests/support/factories";
import { aCaseInTown, type Town } from "@/tests/support/town";
import { type Acts, text } from "./acts";

const writers: Role[] = ["coordinator", "gateway_officer"];

const blocks = {
  ...{ protectiveFactors: text, alternativeExplanations: text, viewOfPersonAndFamily: text },
  ...{ whatChanged: text, planAndProportionality: text },
};
const judged = { judgement: text, confidence: "medium", gaps: "Nothing is missing" };
const judgement = {
  ...blocks,
  sections: { susceptibility: judged, risk: judged, needs: judged, protective: judged },
};

async function aDraft(
  town: Town,
  traits: { judgement?: typeof judgement; framework?: "legacy_22" } = {},
) {
  const opened = await aCaseInTown(town, "info_gathering");
  const { id } = await anAssessment(opened, { author: town.people.coordinator, ...traits });
  return { assessmentId: id, opened };
}

export const assessments: Acts = {
  startAssessment: {
    opens: writers,
    fill: async (town) => {
      const { id: caseId } = await aCaseInTown(town, "info_gathering");
      return { caseId, frameworkId: "legacy_22", purpose: "first" };
    },
  },
  answerFactor: {
    opens: writers,
    fill: async (town) => {
      const { assessmentId, opened } = await aDraft(town, { framework: "legacy_22" });
      const { id } = await anInformationItem(opened);
      return {
        ...{ assessmentId, version: "0", factor: "e01", answer: "present", evidence: [id] },
        note: text,
      };
    },
  },
  judgeSection: {
    opens: writers,
    fill: async (town) => {
      const { assessmentId } = await aDraft(town);
      return { ...judged, assessmentId, version: "1", section: "needs" };
    },
  },
  writeBlocks: {
    opens: writers,
    fill: async (town) => {
      const { assessmentId } = await aDraft(town);
      return { ...blocks, assessmentId, version: "1" };
    },
  },
  completeAssessment: {
    opens: writers,
    fill: async (town) => {
      const { assessmentId } = await aDraft(town, { judgement });
      return { assessmentId };
    },
  },
  countersignAssessment: {
    opens: ["chair", ...writers],
    // Somebody else wrote it (AF-07).
    fill: async (town, role) => {
      const { coordinator, gateway_officer } = town.people;
      const author = role === "coordinator" ? gateway_officer : coordinator;
      const opened = await aCaseInTown(town, "info_gathering");
      const { id } = await anAssessment(opened, { status: "complete", judgement, author });
      return { assessmentId: id, comment: text };
    },
  },
};
