"use server";

import type { Route } from "next";

import * as consultations from "@/lib/consultations/commands";
import {
  addConsultationSchema,
  addQuestionSchema,
  answerQuestionSchema,
  askContributorSchema,
  draftAnswerSchema,
  remindContributorsSchema,
  signOffSchema,
  submitResponseSchema,
} from "@/lib/consultations/schema";
import { submit } from "@/lib/request/submit";

const then =
  (done: string, page = "") =>
  ({ consultationId }: { consultationId: string }) =>
    `/plan/consultations/${consultationId}${page}?done=${done}` as Route;

export const addConsultation = submit(
  addConsultationSchema,
  consultations.addConsultation,
  then("consultation_added"),
);

export const addQuestion = submit(
  addQuestionSchema,
  consultations.addQuestion,
  then("question_added"),
);

export const askContributor = submit(
  askContributorSchema,
  consultations.askContributor,
  then("contributor_asked"),
);

export const remindContributors = submit(
  remindContributorsSchema,
  consultations.remindContributors,
  then("reminded"),
);

export const answerQuestion = submit(
  answerQuestionSchema,
  consultations.answerQuestion,
  then("answered"),
);

export const draftAnswer = submit(
  draftAnswerSchema,
  consultations.draftAnswer,
  ({ consultationId, wasSigned }) =>
    `/plan/consultations/${consultationId}?done=${wasSigned ? "drafted_again" : "drafted"}` as Route,
);

export const signOff = submit(signOffSchema, consultations.signOff, then("signed_off"));

export const submitResponse = submit(
  submitResponseSchema,
  consultations.submitResponse,
  then("submitted"),
);
