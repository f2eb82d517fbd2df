import { z } from "zod";

import { aForm, anId, aWholeNumber } from "@/lib/schema";
import { type PaperKind, paperKinds } from "./labels";

const choose = "Select a paper";
const uuid = z.uuid();

/** A paper is chosen from a list, as what it is and which: "assessment:<its key>". */
const aPaper = z.string({ error: choose }).transform((typed, ctx) => {
  const [kind = "", id] = typed.split(":");
  const key = uuid.safeParse(id);
  if (key.success && Object.keys(paperKinds).includes(kind)) {
    return { kind: kind as PaperKind, id: key.data };
  }
  ctx.addIssue(choose);
  return z.NEVER;
});

export const attachPaperSchema = aForm({ itemId: anId(), paper: aPaper });
export type AttachPaper = z.output<typeof attachPaperSchema>;

export const withdrawPaperSchema = aForm({ paperId: anId() });
export type WithdrawPaper = z.output<typeof withdrawPaperSchema>;

/** How long before a meeting an area closes its papers. */
export const papersCloseSchema = aForm({
  days: aWholeNumber({ name: "Working days", min: 0, max: 20 }),
});
export type PapersClose = z.output<typeof papersCloseSchema>;
