"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as risks from "@/lib/risks/commands";
import * as links from "@/lib/risks/links/commands";
import * as reviews from "@/lib/risks/reviews/commands";
import {
  addRiskSchema,
  agreeRiskSchema,
  closeRiskSchema,
  editRiskSchema,
  linkRiskSchema,
  reviewRiskSchema,
  scoreRiskSchema,
} from "@/lib/risks/schema";

export const addRisk = submit(
  addRiskSchema,
  risks.addRisk,
  ({ riskId }) => `/plan/risks/${riskId}?done=risk_added` as Route,
);

export const editRisk = submit(
  editRiskSchema,
  risks.editRisk,
  ({ riskId }) => `/plan/risks/${riskId}?done=risk_edited` as Route,
);

export const scoreRisk = submit(
  scoreRiskSchema,
  risks.scoreRisk,
  ({ riskId }) => `/plan/risks/${riskId}?done=risk_scored` as Route,
);

export const reviewRisk = submit(
  reviewRiskSchema,
  reviews.reviewRisk,
  ({ riskId }) => `/plan/risks/${riskId}?done=risk_reviewed` as Route,
);

export const agreeRisk = submit(
  agreeRiskSchema,
  reviews.agreeRisk,
  ({ riskId }) => `/plan/risks/${riskId}?done=risk_agreed` as Route,
);

export const closeRisk = submit(
  closeRiskSchema,
  reviews.closeRisk,
  ({ riskId }) => `/plan/risks/${riskId}?done=risk_closed` as Route,
);

export const linkRisk = submit(
  linkRiskSchema,
  links.linkRisk,
  ({ riskId }) => `/plan/risks/${riskId}?done=risk_linked` as Route,
);

export const unlinkRisk = submit(
  linkRiskSchema,
  links.unlinkRisk,
  ({ riskId }) => `/plan/risks/${riskId}?done=risk_unlinked` as Route,
);
