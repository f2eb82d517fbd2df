"use server";

import type { Route } from "next";

import * as consultation from "@/lib/plans/consultation/commands";
import {
  closeRoundSchema,
  enterCommentSchema,
  makeCommentSchema,
  openRoundSchema,
  settleCommentSchema,
} from "@/lib/plans/consultation/schema";
import { submit } from "@/lib/request/submit";

export const openRound = submit(
  openRoundSchema,
  consultation.openRound,
  ({ planId }) => `/plan/consultation?plan=${planId}&done=round_opened` as Route,
);

export const closeRound = submit(
  closeRoundSchema,
  consultation.closeRound,
  ({ planId }) => `/plan/consultation?plan=${planId}&done=round_closed` as Route,
);

export const makeComment = submit(
  makeCommentSchema,
  consultation.makeComment,
  ({ planId }) => `/plan/consultation?plan=${planId}&done=comment_made` as Route,
);

export const enterComment = submit(
  enterCommentSchema,
  consultation.enterComment,
  ({ planId }) => `/plan/consultation?plan=${planId}&done=comment_entered` as Route,
);

export const settleComment = submit(
  settleCommentSchema,
  consultation.settleComment,
  ({ commentId }) => `/plan/consultation/comments/${commentId}?done=comment_settled` as Route,
);
