"use server";

import type { Route } from "next";

import { submit } from "@/lib/request/submit";
import * as reviews from "@/lib/reviews/commands";
import { reviewSchema } from "@/lib/support/schema";

export const recordReview = submit(
  reviewSchema,
  reviews.recordReview,
  ({ reference, opened }) =>
    `/cases/${reference}/reviews?done=${opened ? "opened" : "reviewed"}` as Route,
);
