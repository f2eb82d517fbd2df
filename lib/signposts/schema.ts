import { aChoice, always, anOptionalText } from "@/lib/schema";
import { signpostAnswerLabels, signpostTargets } from "./labels";

/** Asked wherever a concern is closed before the panel: which other help there is, who was asked, and what was said. */
export const signpostFields = {
  signpost: aChoice(signpostTargets, "Select the service suggested, or that there is none"),
  signpostAnswer: aChoice(signpostAnswerLabels, "Select what the service said"),
  signpostTo: anOptionalText({ name: "Service and who you spoke to", max: 200 }),
  signpostSaid: anOptionalText({ name: "What you told them, and what they said", max: 1000 }),
};

type Given = Partial<Record<keyof typeof signpostFields, unknown>>;
const isElsewhere = ({ signpost }: Given) => Boolean(signpost) && signpost !== "none";
const hasBoth = (value: unknown) =>
  value instanceof Object && "signpost" in value && "signpostAnswer" in value;

export const answerFits = ({ signpost, signpostAnswer }: Given): boolean =>
  (signpost === "none") === (signpostAnswer === "not_needed");
export const answerDoesNotFit = {
  when: ({ value }: { value: unknown }) => always.when({ value }) && hasBoth(value),
  path: ["signpostAnswer"],
  error: "Select a service with its answer, or that no other help is needed",
};

export const serviceIsNamed = (given: Given): boolean =>
  !isElsewhere(given) || Boolean(given.signpostTo);
export const serviceNotNamed = {
  path: ["signpostTo"],
  error: "Enter which service it is, and who you spoke to",
  ...always,
};

export const isSaid = (given: Given): boolean => !isElsewhere(given) || Boolean(given.signpostSaid);
export const notSaid = {
  path: ["signpostSaid"],
  error: "Enter what you told the service, and what it said",
  ...always,
};
