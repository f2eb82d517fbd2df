"use server";

import type { Route } from "next";

import * as challenges from "@/lib/benchmarks/challenges/commands";
import * as benchmarks from "@/lib/benchmarks/commands";
import * as cooperation from "@/lib/benchmarks/cooperation/commands";
import * as evidence from "@/lib/benchmarks/evidence/commands";
import * as guidance from "@/lib/benchmarks/guidance/commands";
import type { BenchmarkDone } from "@/lib/benchmarks/labels";
import * as planned from "@/lib/benchmarks/plan-actions/commands";
import {
  addBenchmarkActionSchema,
  answerCriterionSchema,
  answerGapSchema,
  challengeSchema,
  endEvidenceSchema,
  keepHistoricSchema,
  linkEvidenceSchema,
  logCooperationSchema,
  nameEvidenceSchema,
  recordGuidanceSchema,
  recordReceiptSchema,
  replySchema,
  startAssessmentSchema,
  startDutySchema,
  submitAssessmentSchema,
} from "@/lib/benchmarks/schema";
import { submit } from "@/lib/request/submit";

type Where = { assessmentId: string; criterion?: string };

const at =
  (done: BenchmarkDone) =>
  ({ assessmentId, criterion }: Where) =>
    `/plan/assessments/${assessmentId}${criterion ? `/criteria/${criterion}` : ""}?done=${done}` as Route;

export const startBenchmarks = submit(
  startAssessmentSchema,
  benchmarks.startAssessment,
  at("started"),
);

export const startDutyRound = submit(
  startDutySchema,
  benchmarks.startDutyAssessment,
  at("started"),
);

export const keepHistoric = submit(keepHistoricSchema, benchmarks.keepHistoric, at("started"));

export const answerCriterion = submit(
  answerCriterionSchema,
  benchmarks.answerCriterion,
  at("saved"),
);

export const linkBenchmarkEvidence = submit(
  linkEvidenceSchema,
  evidence.linkEvidence,
  at("evidence_added"),
);

export const nameBenchmarkEvidence = submit(
  nameEvidenceSchema,
  evidence.nameEvidence,
  at("evidence_added"),
);

export const endBenchmarkEvidence = submit(
  endEvidenceSchema,
  evidence.endEvidence,
  at("evidence_ended"),
);

export const challengeCriterion = submit(
  challengeSchema,
  challenges.challengeCriterion,
  at("challenged"),
);

export const replyToChallenge = submit(replySchema, challenges.replyToChallenge, at("replied"));

export const submitBenchmarks = submit(
  submitAssessmentSchema,
  benchmarks.submitAssessment,
  at("submitted"),
);

export const recordBenchmarkReceipt = submit(
  recordReceiptSchema,
  benchmarks.recordReceipt,
  at("receipt"),
);

export const addBenchmarkAction = submit(
  addBenchmarkActionSchema,
  planned.addBenchmarkAction,
  at("action_added"),
);

export const logCooperation = submit(
  logCooperationSchema,
  cooperation.logCooperation,
  () => "/plan/assessments/co-operation?done=logged" as Route,
);

export const recordGuidance = submit(
  recordGuidanceSchema,
  guidance.recordGuidance,
  ({ guidanceId }) => `/plan/assessments/guidance/${guidanceId}?done=guidance_recorded` as Route,
);

export const answerGapReview = submit(
  answerGapSchema,
  guidance.answerGapReview,
  ({ guidanceId }) => `/plan/assessments/guidance/${guidanceId}?done=gap_answered` as Route,
);
