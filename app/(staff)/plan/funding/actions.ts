"use server";

import type { Route } from "next";

import * as claims from "@/lib/funding/claims/commands";
import * as funding from "@/lib/funding/commands";
import * as links from "@/lib/funding/links/commands";
import * as posts from "@/lib/funding/posts/commands";
import {
  addClaimSchema,
  addEntrySchema,
  addLineSchema,
  addPostSchema,
  correctEntrySchema,
  editLineSchema,
  editPostSchema,
  fundActionSchema,
  makeClaimSchema,
  payClaimSchema,
} from "@/lib/funding/schema";
import { submit } from "@/lib/request/submit";

export const addLine = submit(
  addLineSchema,
  funding.addLine,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=line_added` as Route,
);

export const addEntry = submit(
  addEntrySchema,
  funding.addEntry,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=entry_added` as Route,
);

export const correctEntry = submit(
  correctEntrySchema,
  funding.correctEntry,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=entry_corrected` as Route,
);

export const addPost = submit(
  addPostSchema,
  posts.addPost,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=post_added` as Route,
);

export const editPost = submit(
  editPostSchema,
  posts.editPost,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=post_changed` as Route,
);

export const addClaim = submit(
  addClaimSchema,
  claims.addClaim,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=claim_added` as Route,
);

export const makeClaim = submit(
  makeClaimSchema,
  claims.makeClaim,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=claim_made` as Route,
);

export const payClaim = submit(
  payClaimSchema,
  claims.payClaim,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=claim_paid` as Route,
);

export const fundAction = submit(
  fundActionSchema,
  links.fundAction,
  ({ actionId }) => `/plan/actions/${actionId}` as Route,
);

export const editLine = submit(
  editLineSchema,
  funding.editLine,
  ({ lineId }) => `/plan/funding/lines/${lineId}?done=line_changed` as Route,
);
