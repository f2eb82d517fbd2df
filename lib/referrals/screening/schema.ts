import { z } from "zod";

import { deconflictionOutcomes, gatewayClosureCodes, signpostTargets } from "@/lib/cases/labels";
import { guards } from "@/lib/cases/rules";
import { firstAskFields } from "@/lib/information/schema";
import {
  evidenceLabels,
  linkAnswerLabels,
  priorityLabels,
  signpostAnswerLabels,
  yesNoLabels,
} from "@/lib/referrals/labels";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalText,
  aText,
  aTick,
  aVersion,
  someIds,
} from "@/lib/schema";

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
  signpost: aChoice(signpostTargets, "Select the service suggested, or that there is none"),
  signpostAnswer: aChoice(signpostAnswerLabels, "Select what the service said"),
  // T29: asked when an earlier referral is known to be of the same person.
  lookedAt: someIds("Select the referrals you have read again"),
  secondLook: anOptionalText({ name: "What you looked at again", max: 2000 }),
  reasons,
  referrerInformed: aTick("Tell the referrer before you close this"),
})
  .refine(
    ({ signpost, signpostAnswer }) => (signpost === "none") === (signpostAnswer === "not_needed"),
    {
      when: ({ value }) => always.when({ value }) && hasBoth(value),
      path: ["signpostAnswer"],
      error: "Select a service with its answer, or that no other help is needed",
    },
  )
  .refine((given) => guards.helpNamed.holds(given), {
    path: ["signpost"],
    error: guards.helpNamed.otherwise,
    ...always,
  });

const hasBoth = (value: unknown) =>
  value instanceof Object && "signpost" in value && "signpostAnswer" in value;

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
