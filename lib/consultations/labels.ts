export const consultationStatuses = {
  open: "Being answered",
  signed_off: "Signed off",
  submitted: "Submitted",
} as const;
export type ConsultationStatus = keyof typeof consultationStatuses;

/** What our answer to a question is: our own, or what a regional body says (2.1). */
export const stanceLabels = {
  own: "Our own answer",
  support_whole: "We support the regional body’s answer as a whole",
  support_part: "We support the regional body’s answer in part",
  not_support: "We do not support the regional body’s answer",
  no_answer: "We give no answer",
} as const;
export type Stance = keyof typeof stanceLabels;

/** What has just been done, as the page says it afterwards. */
export const consultationDoneLabels = {
  consultation_added: "The consultation has been recorded",
  question_added: "The question has been added",
  contributor_asked: "They have been asked to contribute",
  reminded: "Those who have not contributed have been reminded",
  answered: "Your contribution has been recorded",
  drafted: "The draft answer has been saved",
  drafted_again: "The draft answer has been saved. The response has to be signed off again",
  signed_off: "It has been recorded who signed the response off",
  submitted: "The response has been frozen as it was submitted",
} as const;
