"use server";

import type { Route } from "next";

import * as papers from "@/lib/panels/papers/commands";
import { attachPaperSchema, withdrawPaperSchema } from "@/lib/panels/papers/schema";
import { submit } from "@/lib/request/submit";

type Back = { meetingId: string; itemId: string };
const backTo =
  (done: string) =>
  ({ meetingId, itemId }: Back) =>
    `/meetings/${meetingId}/items/${itemId}/papers?done=${done}` as Route;

export const attachPaper = submit(attachPaperSchema, papers.attachPaper, backTo("paper_attached"));
export const withdrawPaper = submit(
  withdrawPaperSchema,
  papers.withdrawPaper,
  backTo("paper_withdrawn"),
);
