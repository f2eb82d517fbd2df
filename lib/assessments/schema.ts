import type { z } from "zod";

import { assessmentPurposes, confidences, factorAnswers } from "@/lib/assessments/labels";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalText,
  aText,
  aVersion,
  someIds,
} from "@/lib/schema";

const aCode = (enter: string) => aText({ name: "Code", enter, max: 40 });

export const startAssessmentSchema = aForm({
  caseId: anId(),
  frameworkId: aCode("Select the framework"),
  purpose: aChoice(assessmentPurposes, "Select why you are assessing now"),
});
export type StartAssessment = z.output<typeof startAssessmentSchema>;

/** One factor. Each answer rests on items of information, and "present" on at least one (AF-02). */
export const answerSchema = aForm({
  assessmentId: anId(),
  version: aVersion(),
  factor: aCode("Select the question you are answering"),
  answer: aChoice(factorAnswers, "Select whether this is present"),
  evidence: someIds("Select the information this rests on"),
  note: anOptionalText({ name: "Note", max: 2000 }),
}).refine(({ answer, evidence }) => answer !== "present" || (evidence?.length ?? 0) > 0, {
  error: "Select at least one piece of evidence",
  path: ["evidence"],
  ...always,
});
export type Answer = z.output<typeof answerSchema>;

/** A judgement in words on one section, and how sure its author is. There is no number (AF-04). */
export const sectionJudgementSchema = aForm({
  assessmentId: anId(),
  version: aVersion(),
  section: aCode("Select the section you are writing about"),
  judgement: aText({ name: "Judgement", enter: "Enter your judgement", min: 20, max: 4000 }),
  confidence: aChoice(confidences, "Select how sure you are"),
  gaps: aText({
    name: "Gaps",
    enter: "Enter what is not known, or that nothing is missing",
    max: 2000,
  }),
});
export type SectionJudgement = z.output<typeof sectionJudgementSchema>;

const aBlock = (name: string, enter: string) => aText({ name, enter, max: 4000 });

/** What every assessment says, whatever its framework asks (AF-05). */
export const blocksSchema = aForm({
  assessmentId: anId(),
  version: aVersion(),
  protectiveFactors: aBlock("Protective factors", "Enter what protects the person"),
  alternativeExplanations: aBlock("Other explanations", "Enter what else could explain this"),
  viewOfPersonAndFamily: aBlock(
    "View of the person and family",
    "Enter what the person and family say, or why they have not been asked",
  ),
  whatChanged: aBlock(
    "What has changed",
    "Enter what has changed since the last assessment, or that this is the first",
  ),
  planAndProportionality: aBlock(
    "Proposed plan",
    "Enter the proposed plan, and why it is proportionate",
  ),
});
export type Blocks = z.output<typeof blocksSchema>;

export const completeAssessmentSchema = aForm({ assessmentId: anId() });
export type CompleteAssessment = z.output<typeof completeAssessmentSchema>;

export const countersignSchema = aForm({
  assessmentId: anId(),
  comment: anOptionalText({ name: "Comment", max: 2000 }),
});
export type Countersign = z.output<typeof countersignSchema>;
