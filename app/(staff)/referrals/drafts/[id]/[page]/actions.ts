"use server";

import type { Route } from "next";

import * as drafts from "@/lib/referrals/drafts/commands";
import { keepPageSchema, savePageSchema } from "@/lib/referrals/drafts/schema";
import { autosave, submit, submitOrKeep } from "@/lib/request/submit";

type Saved = Awaited<ReturnType<typeof drafts.saveDraftPage>>;

function whereNext({ draftId, page, isInDanger, hasWarnings, next }: Saved): Route {
  const here = `/referrals/drafts/${draftId}`;
  if (isInDanger) return `${here}/stop` as Route;
  if (hasWarnings) return `${here}/${page}/warnings` as Route;
  return `${here}/${next ?? "check"}` as Route;
}

export const savePage = submitOrKeep(
  submit(savePageSchema, drafts.saveDraftPage, whereNext),
  submit(
    keepPageSchema,
    drafts.saveDraftPage,
    ({ draftId }) => `/referrals/drafts/${draftId}` as Route,
  ),
);

export const autosavePage = autosave(keepPageSchema, drafts.saveDraftPage);
