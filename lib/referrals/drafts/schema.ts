import { z } from "zod";

import { declarationSchema } from "@/lib/referrals/pages/schema";
import { draftPageSchema, pageKeys, referralPages } from "@/lib/referrals/schema";
import { aForm, anId, aVersion } from "@/lib/schema";

const editable = pageKeys.filter((key) => key !== "declaration");
const version = aVersion();

export const startReferralSchema = aForm({});

/** What travels with a page and is no answer: which draft and page, who writes in which window, and the version they read. */
const reload = "This form has changed. Reload the page and try again.";
const envelope = z.looseObject(
  { draftId: anId(), page: z.enum(editable, { error: reload }), editor: anId(), version },
  { error: reload },
);

type Issues = { issues: readonly { path: PropertyKey[]; message: string }[] };
const passOn = (ctx: z.core.$RefinementCtx, { issues }: Issues) => {
  for (const { path, message } of issues) ctx.addIssue({ code: "custom", path, message });
};

/** Keeps whatever was typed, right or not (RF-06). */
export const keepPageSchema = envelope.transform(
  ({ draftId, page, editor, version, ...rest }, ctx) => {
    const typed = draftPageSchema.safeParse(rest);
    if (!typed.success) passOn(ctx, typed.error);
    return { draftId, page, editor, version, answers: typed.data ?? {} };
  },
);
export type KeepPage = z.output<typeof keepPageSchema>;

/** Keeps what was typed once the page is finished: its own schema says when. */
export const savePageSchema = keepPageSchema.superRefine(({ page, answers }, ctx) => {
  const checked = referralPages[page].schema.safeParse(answers);
  if (!checked.success) passOn(ctx, checked.error);
});

export const discardDraftSchema = aForm({ draftId: anId() });
export type DiscardDraft = z.output<typeof discardDraftSchema>;

/** The declaration, and which draft it is about, as it was when it was read through. */
export const submitReferralSchema = declarationSchema.extend({
  draftId: anId(),
  draftVersion: aVersion(),
});
export type SubmitReferral = z.output<typeof submitReferralSchema>;
