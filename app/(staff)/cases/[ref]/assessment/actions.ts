"use server";

import type { Route } from "next";

import * as assessments from "@/lib/assessments/commands";
import {
  answerSchema,
  blocksSchema,
  completeAssessmentSchema,
  countersignSchema,
  sectionJudgementSchema,
  startAssessmentSchema,
} from "@/lib/assessments/schema";
import { submit } from "@/lib/request/submit";

type Of = { reference: string };

export const startAssessment = submit(
  startAssessmentSchema,
  assessments.startAssessment,
  ({ reference }: Of) => `/cases/${reference}/assessment?done=started` as Route,
);

export const answerFactor = submit(
  answerSchema,
  assessments.answerFactor,
  ({ reference }: Of) => `/cases/${reference}/assessment?done=saved` as Route,
);

export const judgeSection = submit(
  sectionJudgementSchema,
  assessments.judgeSection,
  ({ reference }: Of) => `/cases/${reference}/assessment?done=saved` as Route,
);

export const writeBlocks = submit(
  blocksSchema,
  assessments.writeBlocks,
  ({ reference }: Of) => `/cases/${reference}/assessment?done=saved` as Route,
);

export const completeAssessment = submit(
  completeAssessmentSchema,
  assessments.completeAssessment,
  ({ reference }: Of) => `/cases/${reference}/assessment?done=complete` as Route,
);

export const countersignAssessment = submit(
  countersignSchema,
  assessments.countersignAssessment,
  ({ reference }: Of) => `/cases/${reference}/assessment?done=countersigned` as Route,
);
