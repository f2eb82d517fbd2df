/** When the person is told (TR-02). */
export const tellingStages = {
  referral: "That somebody shared a concern",
  panel: "That the panel considers it",
  adoption: "That the panel offers support",
  exit: "That support has ended",
  erasure: "That what was kept has been erased",
} as const;
export type TellingStage = keyof typeof tellingStages;

export const toldWhom = {
  person: "The person",
  parent: "A parent or guardian",
  both: "The person and a parent or guardian",
} as const;
export type ToldWhom = keyof typeof toldWhom;

export const tellingMethods = {
  in_person: "In person",
  telephone: "By telephone",
  letter: "By letter",
  through_agency: "Through an organisation that knows them",
} as const;
export type TellingMethod = keyof typeof tellingMethods;

/** What information governance does about somebody who has not been told (TR-03). */
export const untoldOutcomes = {
  told: "They have been told",
  ask_coordinator: "Ask the coordinator to tell them",
  exemption_holds: "The reason not to tell them still holds",
} as const;

/** What has just been done, as the page says it afterwards. */
export const doneLabels = {
  recorded: "It has been recorded",
  settled: "What was decided has been recorded",
} as const;

/** Which wording of the public notice this is (TR-01). It changes with the words. */
export const privacyNoticeVersion = "Version 2, November 2026";
