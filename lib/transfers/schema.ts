import { z } from "zod";

import { aChoice, aForm, anId, aText, aTick } from "@/lib/schema";
import { transferTellers } from "./labels";

/** What the other area needs to decide, and no name (T27). */
export const offerTransferSchema = aForm({
  caseId: anId(),
  toAreaId: anId("Select the area that will take the case"),
  summary: aText({
    name: "What the other area needs to know",
    enter: "Enter what the other area needs to know to decide",
    min: 50,
    max: 2000,
  }),
  reason: aText({ name: "Reason", enter: "Enter why the case moves", min: 20, max: 1000 }),
  toldBy: aChoice(transferTellers, "Select who has told the person"),
  agreement: aTick("Confirm that a sharing agreement with that area is signed and in date"),
});
export type OfferTransfer = z.output<typeof offerTransferSchema>;

export const withdrawTransferSchema = aForm({ transferId: anId() });
export type WithdrawTransfer = z.output<typeof withdrawTransferSchema>;

const answer = aForm({ transferId: anId() });

/** Saying no asks for a reason; saying yes, for the receipt that starts the old area's last six months. */
export const answerTransferSchema = z.discriminatedUnion(
  "answer",
  [
    answer.extend({
      answer: z.literal("accept"),
      receipt: aTick("Confirm that this area takes the case on"),
      agreement: aTick("Confirm that a sharing agreement with that area is signed and in date"),
    }),
    answer.extend({
      answer: z.literal("decline"),
      reason: aText({ name: "Reason", enter: "Enter why this area declines", min: 20, max: 1000 }),
    }),
  ],
  "Select whether this area takes the case on",
);
export type AnswerTransfer = z.output<typeof answerTransferSchema>;
