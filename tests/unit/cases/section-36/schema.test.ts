import { expect, test } from "vitest";
import { z } from "zod";

import { decideSection36Schema } from "@/lib/cases/section-36/schema";

const fifty = "x".repeat(50);
const base = {
  caseId: "8b0a4c1e-6f0f-4c33-9d5b-0d8f3a1c2b4d",
  reasonsFor: fifty,
  reasonsAgainst: fifty,
};
const no = {
  ...{ ...base, decision: "no", closureCode: "no_concern" },
  ...{ signpost: "none", signpostAnswer: "not_needed" },
};
const housing = {
  ...{ ...no, closureCode: "not_radicalisation_other_need", signpost: "housing" },
  ...{ signpostAnswer: "waiting", signpostTo: "Housing options", signpostSaid: "They will ring." },
};

// prettier-ignore
test.for([
  ["T09 yes, with the statement", { ...base, decision: "yes", statement: "yes" }, []],
  ["T09 yes, without the statement", { ...base, decision: "yes" }, ["statement"]],
  [
    "T09 yes, with one side only",
    { ...base, decision: "yes", statement: "yes", reasonsAgainst: "" },
    ["reasonsAgainst"],
  ],
  ["T08 no", no, []],
  ["T08 no, with one side only", { ...no, reasonsFor: "short" }, ["reasonsFor"]],
  [
    "T08 another need, and nobody to meet it",
    { ...no, closureCode: "not_radicalisation_other_need" },
    ["signpost"],
  ],
  ["T08 another need, and a service for it", housing, []],
  ["T08 a service without a name", { ...housing, signpostTo: "" }, ["signpostTo"]],
  ["T08 a service, and not what was said", { ...housing, signpostSaid: "" }, ["signpostSaid"]],
  [
    "T08 a service that is not needed",
    { ...housing, signpostAnswer: "not_needed" },
    ["signpostAnswer"],
  ],
  ["T08 no, without a reason code", { ...no, closureCode: "" }, ["closureCode"]],
] as const)("section 36: %s", ([, input, wrong]) => {
  const { error } = decideSection36Schema.safeParse(input);
  expect(Object.keys(z.flattenError(error ?? new z.ZodError([])).fieldErrors)).toEqual(wrong);
});
