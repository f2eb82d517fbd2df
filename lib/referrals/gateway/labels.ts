import { doneLabels as onwardDone } from "@/lib/signposts/labels";

/** What has just been done, said once on the page it leads to. */
export const doneLabels = {
  ...onwardDone,
  priority: "Priority set",
  deconfliction: "Deconfliction check recorded",
  linked: "Answer recorded",
  unlinked: "Answer taken back",
  passed: "Sent to the other area",
  continue: "Taken forward, and a case opened",
  close: "Referral closed",
  police_led: "Referral handed to the police",
} as const;
export type Done = keyof typeof doneLabels;

export const isDone = (code: unknown): code is Done =>
  typeof code === "string" && Object.hasOwn(doneLabels, code);

export const recipientLabels = { police: "Police", council: "Council" } as const;

export const clockOutcomeLabels = {
  met: "In time",
  missed: "Late",
  cancelled: "No longer needed",
} as const;
