import { z } from "zod";

import { aDay } from "@/lib/dates";
import { addPlanActionSchema } from "@/lib/plans/schema";
import { editionKinds, profileDoneLabels } from "@/lib/profile/labels";
import {
  aChoice,
  aCoverage,
  aForm,
  anId,
  aText,
  aTick,
  aVersion,
  aWholeNumber,
  someIds,
} from "@/lib/schema";
import { aTextAboutNobody } from "@/lib/words/schema";

/** CT-01: facts about an edition. There is no field for the profile itself, and no file. */
export const addEditionSchema = aForm({
  covers: aCoverage(),
  kind: aChoice(editionKinds, "Select what kind of edition this is"),
  period: aText({ name: "Period", enter: "Enter the period, like 2026 to 2027", max: 60 }),
  versionLabel: aText({ name: "Version", enter: "Enter the version, like 1.0", max: 20 }),
  producedById: anId("Select who produced it"),
  datedDay: aDay({ name: "Date of the edition", past: true }),
  heldAt: aTextAboutNobody({
    name: "Where it is kept",
    enter: "Enter where the profile itself is kept",
    max: 200,
  }),
});
export type AddEdition = z.output<typeof addEditionSchema>;

export const writeSummarySchema = aForm({
  editionId: anId(),
  body: aTextAboutNobody({ name: "Summary", enter: "Enter the summary", min: 50, max: 6000 }),
  isOwnWords: aTick("Confirm that these are your own words, and nothing is copied (CT-01)"),
});
export type WriteSummary = z.output<typeof writeSummarySchema>;

export const clearSummarySchema = aForm({
  summaryId: anId(),
  clearedBy: aTextAboutNobody({
    name: "Post",
    enter: "Enter the post of whoever cleared it",
    max: 200,
  }),
  clearedDay: aDay({ name: "Date it was cleared", past: true }),
});
export type ClearSummary = z.output<typeof clearSummarySchema>;

export const logBriefingSchema = aForm({
  editionId: anId(),
  audience: aTextAboutNobody({
    name: "Audience",
    enter: "Enter who was briefed, as a body",
    max: 200,
  }),
  briefedBy: aTextAboutNobody({
    name: "Post",
    enter: "Enter the post of whoever gave the briefing",
    max: 200,
  }),
  briefedDay: aDay({ name: "Date of the briefing", past: true }),
  people: aWholeNumber({ name: "How many people", min: 1, max: 500 }),
  handling: aTextAboutNobody({
    name: "Handling",
    enter: "Enter how it was handled",
    max: 500,
  }),
});
export type LogBriefing = z.output<typeof logBriefingSchema>;

export const addAccessSchema = aForm({
  organisationId: anId("Select the organisation"),
  post: aTextAboutNobody({ name: "Post", enter: "Enter the post", max: 150 }),
  reason: aTextAboutNobody({
    name: "Reason",
    enter: "Enter why this post has to read the profile",
    min: 10,
    max: 500,
  }),
});
export type AddAccess = z.output<typeof addAccessSchema>;

/** CT-03: who no longer has to, and why the rest do. */
export const reviewAccessSchema = aForm({
  editionId: anId(),
  endIds: someIds("Select who no longer has to read it", { max: 100 }),
  reasons: aText({
    name: "Reasons",
    enter: "Enter why the posts that stay have to read it, and why the others do not",
    min: 20,
    max: 2000,
  }),
});
export type ReviewAccess = z.output<typeof reviewAccessSchema>;

export const addRecommendationSchema = aForm({
  editionId: anId(),
  text: aTextAboutNobody({
    name: "Recommendation",
    enter: "Enter the recommendation in your own words",
    min: 10,
    max: 1000,
  }),
});
export type AddRecommendation = z.output<typeof addRecommendationSchema>;

export const linkRecommendationSchema = aForm({
  recommendationId: anId(),
  actionId: anId("Select an action"),
});
export type LinkRecommendation = z.output<typeof linkRecommendationSchema>;

/** The whole of an action of the plan, and the recommendation it comes of, in one form (CT-02). */
export const makeActionSchema = addPlanActionSchema.safeExtend({ recommendationId: anId() });
export type MakeAction = z.output<typeof makeActionSchema>;

export const declineRecommendationSchema = aForm({
  recommendationId: anId(),
  version: aVersion(),
  reasons: aTextAboutNobody({
    name: "Reasons",
    enter: "Enter why the recommendation is not taken up",
    min: 20,
    max: 2000,
  }),
});
export type DeclineRecommendation = z.output<typeof declineRecommendationSchema>;

const profileAddress = z.object({
  done: z
    .enum(Object.keys(profileDoneLabels) as (keyof typeof profileDoneLabels)[])
    .optional()
    .catch(undefined),
});
export const readProfileAddress = (query: object) => profileAddress.parse(query);
