"use server";

import type { Route } from "next";

import * as bodies from "@/lib/governance/bodies/commands";
import * as meetings from "@/lib/governance/meetings/commands";
import {
  addBodySchema,
  addMemberSchema,
  addTermsSchema,
  callCycleSchema,
  editBodySchema,
  editMemberSchema,
} from "@/lib/governance/schema";
import { submit } from "@/lib/request/submit";

export const addBody = submit(
  addBodySchema,
  bodies.addBody,
  ({ bodyId }) => `/meetings/bodies/${bodyId}?done=body_added` as Route,
);

export const editBody = submit(
  editBodySchema,
  bodies.editBody,
  ({ bodyId }) => `/meetings/bodies/${bodyId}?done=body_edited` as Route,
);

export const addTerms = submit(
  addTermsSchema,
  bodies.addTerms,
  ({ bodyId }) => `/meetings/bodies/${bodyId}?done=terms_added` as Route,
);

export const addMember = submit(
  addMemberSchema,
  bodies.addMember,
  ({ bodyId }) => `/meetings/bodies/${bodyId}?done=member_added` as Route,
);

export const editMember = submit(
  editMemberSchema,
  bodies.editMember,
  ({ bodyId }) => `/meetings/bodies/${bodyId}?done=member_edited` as Route,
);

export const callCycle = submit(
  callCycleSchema,
  meetings.callCycle,
  ({ bodyId }) => `/meetings/bodies/${bodyId}?done=meetings_called` as Route,
);
