"use server";

import type { Route } from "next";

import * as minutes from "@/lib/panels/minutes/commands";
import { changeBlockSchema, commentSchema, correctionSchema } from "@/lib/panels/minutes/schema";
import { submit } from "@/lib/request/submit";

const backTo =
  (done: string) =>
  ({ meetingId, blockId }: { meetingId: string; blockId: string }) =>
    `/meetings/${meetingId}/minutes/${blockId}?done=${done}` as Route;

export const changeBlock = submit(changeBlockSchema, minutes.changeBlock, backTo("changed"));

export const commentOnBlock = submit(commentSchema, minutes.commentOnBlock, backTo("commented"));

export const correctBlock = submit(correctionSchema, minutes.correctBlock, backTo("corrected"));
