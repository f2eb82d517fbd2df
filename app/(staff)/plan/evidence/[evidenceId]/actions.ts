"use server";

import type { Route } from "next";

import * as evidence from "@/lib/plans/evidence/commands";
import { editEvidenceSchema } from "@/lib/plans/evidence/schema";
import { submit } from "@/lib/request/submit";

export const editEvidence = submit(
  editEvidenceSchema,
  evidence.editEvidence,
  ({ actionId }) => `/plan/actions/${actionId}?done=evidence_edited` as Route,
);
