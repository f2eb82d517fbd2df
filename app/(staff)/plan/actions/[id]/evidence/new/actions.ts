"use server";

import type { Route } from "next";

import * as evidence from "@/lib/plans/evidence/commands";
import { addEvidenceSchema } from "@/lib/plans/evidence/schema";
import { submit } from "@/lib/request/submit";

export const addEvidence = submit(
  addEvidenceSchema,
  evidence.addEvidence,
  ({ actionId }) => `/plan/actions/${actionId}?done=evidence_added` as Route,
);
