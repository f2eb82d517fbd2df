import { z } from "zod";

import { aDay } from "@/lib/dates";
import { strandLabels, workstreamLabels } from "@/lib/plans/labels";
import {
  coveredIdeologyLabels,
  ideologyLabels,
  impactLabels,
  likelihoodLabels,
  reviewOutcomeLabels,
  riskDoneLabels,
  type Stage,
  sourceTypeLabels,
} from "@/lib/risks/labels";
import {
  aChoice,
  aCoverage,
  aForm,
  always,
  anId,
  anOptionalText,
  aText,
  aVersion,
  aYesNo,
} from "@/lib/schema";

const aScore = (labels: typeof likelihoodLabels | typeof impactLabels, select: string) =>
  aChoice(labels, select).transform(Number);

/** What both answers say of themselves. */
const common = {
  strand: aChoice(strandLabels, "Select the strand"),
  workstream: aChoice(workstreamLabels, "Select the workstream"),
  sourceType: aChoice(sourceTypeLabels, "Select what kind of source this rests on"),
  evidence: aText({ name: "Evidence", enter: "Enter the evidence", min: 20, max: 4000 }),
  mentionsCommunity: aYesNo("Select yes if a community is mentioned"),
  communityEvidence: anOptionalText({ name: "Statement of evidence", max: 2000 }),
  proportionality: aText({
    name: "Proportionality",
    enter: "Enter why this is proportionate, and how it could help or harm cohesion",
    min: 20,
    max: 2000,
  }),
  ownerOrganisationId: anId("Select which organisation owns this"),
  ownerRole: aText({ name: "Post of the owner", enter: "Enter the post of the owner", max: 200 }),
};

const ofRisk = {
  finding: z.literal("risk"),
  title: aText({ name: "Title", enter: "Enter a title", max: 150 }),
  description: aText({ name: "Description", enter: "Enter what could happen", min: 20, max: 4000 }),
  ideology: aChoice(ideologyLabels, "Select what this is about"),
  controls: aText({ name: "Controls", enter: "Enter what is in place", min: 10, max: 4000 }),
};

const ofBackground = {
  finding: z.literal("no_evidence"),
  description: aText({
    name: "Statement",
    enter: "Enter what was looked at, and what it showed",
    min: 20,
    max: 4000,
  }),
  ideology: aChoice(coveredIdeologyLabels, "Select which ideology this answers for"),
};

export const scoreFields = {
  inherentLikelihood: aScore(likelihoodLabels, "Select how likely this is before controls"),
  inherentImpact: aScore(impactLabels, "Select how serious this is before controls"),
  residualLikelihood: aScore(likelihoodLabels, "Select how likely this is after controls"),
  residualImpact: aScore(impactLabels, "Select how serious this is after controls"),
  scoreReasons: aText({
    name: "Reasons for the scores",
    enter: "Enter the reasons for the scores",
    min: 20,
    max: 2000,
  }),
};

const reviewDay = aDay({ name: "Review date", future: "not today" });
const added = { covers: aCoverage(), reviewDay };
const edited = { riskId: anId(), version: aVersion() };

type Mentions = { mentionsCommunity?: unknown; communityEvidence?: string | null };
/** Whoever names a community says on what evidence (domain 8.4). */
const statesEvidence = ({ mentionsCommunity, communityEvidence }: Mentions) =>
  mentionsCommunity !== true || (communityEvidence?.length ?? 0) >= 20;
const evidenceOfCommunity = {
  ...always,
  path: ["communityEvidence"],
  error: "Enter the evidence for what is said of the community, in 20 characters or more",
};
const kind = "Select whether this is a risk, or that there is no evidence of one";

/** A new entry: a risk with its scores, or the statement that there is no evidence above the background. */
export const addRiskSchema = z.discriminatedUnion(
  "finding",
  [
    aForm({ ...ofRisk, ...common, ...scoreFields, ...added }).refine(
      statesEvidence,
      evidenceOfCommunity,
    ),
    aForm({ ...ofBackground, ...common, ...added }).refine(statesEvidence, evidenceOfCommunity),
  ],
  kind,
);
export type AddRisk = z.output<typeof addRiskSchema>;

/** The words of an entry. Its scores and its review date are changed by acts of their own, with reasons. */
export const editRiskSchema = z.discriminatedUnion(
  "finding",
  [
    aForm({ ...ofRisk, ...common, ...edited }).refine(statesEvidence, evidenceOfCommunity),
    aForm({ ...ofBackground, ...common, ...edited }).refine(statesEvidence, evidenceOfCommunity),
  ],
  kind,
);
export type EditRisk = z.output<typeof editRiskSchema>;

export const scoreRiskSchema = aForm({ ...edited, ...scoreFields });
export type ScoreRisk = z.output<typeof scoreRiskSchema>;

const riskAddress = z.object({
  stage: z
    .enum(["inherent", "residual"] satisfies Stage[])
    .optional()
    .catch(undefined),
  closed: z.literal("yes").optional().catch(undefined),
  ideology: z
    .enum(Object.keys(coveredIdeologyLabels) as (keyof typeof coveredIdeologyLabels)[])
    .optional()
    .catch(undefined),
  done: z
    .enum(Object.keys(riskDoneLabels) as (keyof typeof riskDoneLabels)[])
    .optional()
    .catch(undefined),
});
export type RiskAddress = z.output<typeof riskAddress>;

/** What the address of the register may ask for. Anything else in it asks for nothing. */
export const readRiskAddress = (query: object): RiskAddress => riskAddress.parse(query);

export const reviewRiskSchema = aForm({
  ...edited,
  outcome: aChoice(reviewOutcomeLabels, "Select what the review found"),
  note: aText({ name: "Note", enter: "Enter what you looked at", min: 20, max: 2000 }),
  reviewDay,
});
export type ReviewRisk = z.output<typeof reviewRiskSchema>;

export const agreeRiskSchema = aForm({
  ...edited,
  agreedBy: aText({ name: "Group", enter: "Enter the group that agreed this entry", max: 200 }),
  agreedDay: aDay({ name: "Date it was agreed", past: true }),
});
export type AgreeRisk = z.output<typeof agreeRiskSchema>;

/** Closing asks for as much as keeping does. */
export const closeRiskSchema = aForm({
  ...edited,
  reasons: aText({
    name: "Reasons",
    enter: "Enter why this no longer has to be looked at",
    min: 20,
    max: 2000,
  }),
});
export type CloseRisk = z.output<typeof closeRiskSchema>;

export const linkRiskSchema = aForm({ riskId: anId(), actionId: anId("Select an action") });
export type LinkRisk = z.output<typeof linkRiskSchema>;
