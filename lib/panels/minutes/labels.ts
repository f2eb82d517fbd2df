/** What minutes may be asked for by somebody outside the panel (M-06). */
export const exportPurposes = {
  subject_access: "The person asks what is held about them",
  court: "A court",
  inspection: "An inspection or independent review",
} as const;
export type ExportPurpose = keyof typeof exportPurposes;

/** What can be taken out of a copy, layer by layer. */
export const redactionLayers = {
  third_party: "What is about other people",
  referrer: "Who made the referral",
  harm: "What could cause serious harm if it was known",
} as const;
export type RedactionLayer = keyof typeof redactionLayers;

/**
 * What stands in the copy instead, so that nobody takes it for the whole. One for every layer: which of them
 * took out what, and so who made the referral, is not to be guessed from its place (IS-07).
 */
export const removed = "[Removed]";

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  drafted: "The minutes have been written from the record",
  changed: "The minutes of this case have been changed",
  commented: "Your comment is with the draft",
  signed: "The minutes have been signed",
  corrected: "The correction has been added",
  closed: "The meeting has been closed, and its minutes are written from the record",
} as const;
