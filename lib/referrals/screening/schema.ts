import { z } from "zod";
import { guards } from "@/lib/cases/guards/rules";
import { deconflictionOutcomes, gatewayClosureCodes } from "@/lib/cases/labels";
import { lookFields } from "@/lib/cases/pattern/schema";
import { firstAskFields } from "@/lib/information/schema";
import {
  evidenceLabels,
  linkAnswerLabels,
  priorityLabels,
  yesNoLabels,
} from "@/lib/referrals/labels";
import { aChoice, aForm, always, anId, aText, aTick, aVersion } from "@/lib/schema";
import * as signposts from "@/lib/signposts/schema";

// Saying no takes as much writing as saying yes, so there is one field for both.
const reasons = aText({
  name: "Reasons",
  enter: "Enter the reasons for your decision",
  min: 50,
  max: 4000,
});

const referrerInformed = aChoice(yesNoLabels, "Select whether the referrer has been told");

/** A police investigation is a code on the police-led outcome, and no way to close (T05). */
export const { police_investigation: _, ...closureCodes } = gatewayClosureCodes;

// Fields in the order in which they are asked, since what is wrong is said in that order.

const keepOn = aForm({
  referralId: anId(),
  outcome: z.literal("continue"),
  evidence: aChoice(evidenceLabels, "Select how much there is to go on"),
  coordinatorId: z.uuid({ error: "Select the coordinator who takes this forward" }),
  ...firstAskFields, // who is asked first, and why
  reasons,
  referrerInformed,
});

const close = aForm({
  referralId: anId(),
  outcome: z.literal("close"),
  closureCode: aChoice(closureCodes, "Select why this is being closed"),
  ...signposts.signpostFields,
  ...lookFields, // T29
  reasons,
  referrerInformed: aTick("Tell the referrer before you close this"),
})
  .refine(signposts.answerFits, signposts.answerDoesNotFit)
  .refine(signposts.serviceIsNamed, signposts.serviceNotNamed)
  .refine(signposts.isSaid, signposts.notSaid)
  .refine((given) => guards.helpNamed.holds(given), {
    path: ["signpost"],
    error: guards.helpNamed.otherwise,
    ...always,
  });

/** No reasons and no narrative: a code is all that is kept (T05, IS-24). */
const policeLed = aForm({
  referralId: anId(),
  outcome: z.literal("police_led"),
  referrerInformed,
});

/** What the gateway decides (T04 to T06). */
export const screenReferralSchema = z.discriminatedUnion(
  "outcome",
  [keepOn, close, policeLed],
  "Select what happens to this referral",
);
export type ScreenReferral = z.output<typeof screenReferralSchema>;

export const setPrioritySchema = aForm({
  referralId: anId(),
  version: aVersion(),
  priority: aChoice(priorityLabels, "Select how soon this has to be read"),
});
export type SetPriority = z.output<typeof setPrioritySchema>;

/** A code, and no field to write in (IS-24). */
export const recordDeconflictionSchema = aForm({
  referralId: anId(),
  outcome: aChoice(deconflictionOutcomes, "Select what the check found"),
});
export type RecordDeconfliction = z.output<typeof recordDeconflictionSchema>;

/** Two records and whether they are of one person. Either answer needs its reasons. */
export const linkReferralSchema = aForm({
  referralId: anId(),
  otherReferralId: anId(),
  answer: aChoice(linkAnswerLabels, "Select whether this is the same person"),
  reasons: aText({
    name: "Reasons",
    enter: "Enter the reasons for your answer",
    min: 20,
    max: 2000,
  }),
});
export type LinkReferral = z.output<typeof linkReferralSchema>;

export const undoLinkSchema = aForm({
  linkId: anId(),
  reasons: aText({
    name: "Reasons",
    enter: "Enter why the link was wrong",
    min: 20,
    max: 2000,
  }),
});
export type UndoLink = z.output<typeof undoLinkSchema>;
