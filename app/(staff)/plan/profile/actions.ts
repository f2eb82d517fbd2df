"use server";

import type { Route } from "next";

import * as access from "@/lib/profile/access/commands";
import * as profile from "@/lib/profile/commands";
import * as recommendations from "@/lib/profile/recommendations/commands";
import {
  addAccessSchema,
  addEditionSchema,
  addRecommendationSchema,
  clearSummarySchema,
  declineRecommendationSchema,
  linkRecommendationSchema,
  logBriefingSchema,
  makeActionSchema,
  reviewAccessSchema,
  writeSummarySchema,
} from "@/lib/profile/schema";
import * as summaries from "@/lib/profile/summaries/commands";
import { submit } from "@/lib/request/submit";

export const addEdition = submit(
  addEditionSchema,
  profile.addEdition,
  ({ editionId }) => `/plan/profile/${editionId}?done=edition_added` as Route,
);

export const logBriefing = submit(
  logBriefingSchema,
  profile.logBriefing,
  ({ editionId }) => `/plan/profile/${editionId}?done=briefing_logged` as Route,
);

export const writeSummary = submit(
  writeSummarySchema,
  summaries.writeSummary,
  ({ editionId }) => `/plan/profile/${editionId}?done=summary_written` as Route,
);

export const clearSummary = submit(
  clearSummarySchema,
  summaries.clearSummary,
  ({ editionId }) => `/plan/profile/${editionId}?done=summary_cleared` as Route,
);

export const addAccess = submit(
  addAccessSchema,
  access.addAccess,
  () => "/plan/profile?done=access_added" as Route,
);

export const reviewAccess = submit(
  reviewAccessSchema,
  access.reviewAccess,
  ({ editionId }) => `/plan/profile/${editionId}?done=access_reviewed` as Route,
);

export const addRecommendation = submit(
  addRecommendationSchema,
  recommendations.addRecommendation,
  ({ editionId }) => `/plan/profile/${editionId}?done=recommendation_added` as Route,
);

export const linkRecommendation = submit(
  linkRecommendationSchema,
  recommendations.linkRecommendation,
  ({ editionId }) => `/plan/profile/${editionId}?done=recommendation_linked` as Route,
);

export const unlinkRecommendation = submit(
  linkRecommendationSchema,
  recommendations.unlinkRecommendation,
  ({ editionId }) => `/plan/profile/${editionId}?done=recommendation_unlinked` as Route,
);

export const declineRecommendation = submit(
  declineRecommendationSchema,
  recommendations.declineRecommendation,
  ({ editionId }) => `/plan/profile/${editionId}?done=recommendation_declined` as Route,
);

export const makeAction = submit(
  makeActionSchema,
  recommendations.makeAction,
  ({ editionId }) => `/plan/profile/${editionId}?done=recommendation_planned` as Route,
);
