import type { Permission } from "@/lib/access/policy";
import { FieldsRefused } from "@/lib/errors";
import type { OnwardStage, OnwardState, SignpostAnswer } from "./labels";

/** How it stands with a service on the day that somebody is told of it. */
export const stateAfter = {
  accepted: "accepted",
  waiting: "waiting",
  declined_by_service: "not_accepted",
  declined_by_person: "not_accepted",
} as const satisfies Record<Exclude<SignpostAnswer, "not_needed">, OnwardState>;

/** Who asks after it: whoever runs the case; and the gateway, for what it said with a section 36 decision. */
export const askedBy = (stage: OnwardStage): Permission =>
  stage === "section_36" ? "signpost:answer" : "review:record";

/** Silence is an answer only once the service has been asked again. */
export function assertAskedAgain(state: OnwardState, chases: number): void {
  if (state !== "no_answer" || chases > 0) return;
  const sentence = "Ask the service again before you record that it did not answer";
  throw new FieldsRefused({ state: [sentence] });
}
