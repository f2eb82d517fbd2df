import { expect, test } from "vitest";
import { z } from "zod";

import {
  linkReferralSchema,
  recordDeconflictionSchema,
  screenReferralSchema,
} from "@/lib/referrals/screening/schema";

const id = "8b0a4c1e-6f0f-4c33-9d5b-0d8f3a1c2b4d";
const fifty = "x".repeat(50);
const base = { referralId: id, referrerInformed: "yes" };
const keep = {
  ...base,
  outcome: "continue",
  evidence: "possible",
  reasons: fifty,
  coordinatorId: id,
  organisationIds: [id],
  question: "What do you know of the person, and why it matters?",
  lawfulBasis: "safeguarding",
  dueDay: "2099-12-31",
};
const close = {
  ...base,
  outcome: "close",
  reasons: fifty,
  closureCode: "misguided",
  signpost: "early_help",
  signpostAnswer: "accepted",
  signpostTo: "Family hub, duty worker",
  signpostSaid: "They call the family this week.",
};

const errorsOf = (schema: z.ZodType, input: Record<string, unknown>) => {
  const { error } = schema.safeParse(input);
  if (!error) return [];
  const { formErrors, fieldErrors } = z.flattenError(error);
  return [...Object.keys(fieldErrors), ...(formErrors.length > 0 ? ["form"] : [])];
};

// prettier-ignore
test.for([
  ["T06 taken forward", keep, []],
  ["T06 with no partner named", { ...keep, organisationIds: [] }, ["organisationIds"]],
  ["T06 with no word on the evidence", { ...keep, evidence: undefined }, ["evidence"]],
  ["T06 with nobody to take it", { ...keep, coordinatorId: undefined }, ["coordinatorId"]],
  ["T04 closed", close, []],
  [
    "T04 closed with no other help",
    { ...close, signpost: "none", signpostAnswer: "not_needed" },
    [],
  ],
  [
    "T04 another need, and nobody to meet it",
    {
      ...{ ...close, closureCode: "not_radicalisation_other_need" },
      ...{ signpost: "none", signpostAnswer: "not_needed" },
    },
    ["signpost"],
  ],
  [
    "T04 another need, and a service for it",
    { ...close, closureCode: "not_radicalisation_other_need" },
    [],
  ],
  ["T04 no service, yet an answer", { ...close, signpost: "none" }, ["signpostAnswer"]],
  [
    "T04 a service that is not needed",
    { ...close, signpostAnswer: "not_needed" },
    ["signpostAnswer"],
  ],
  ["T04 a service without a name", { ...close, signpostTo: "" }, ["signpostTo"]],
  ["T04 a service, and not what was said", { ...close, signpostSaid: " " }, ["signpostSaid"]],
  ["T04 before the referrer is told", { ...close, referrerInformed: "no" }, ["referrerInformed"]],
  [
    "T04 never for a police investigation",
    { ...close, closureCode: "police_investigation" },
    ["closureCode"],
  ],
  ["keeping needs fifty characters", { ...keep, reasons: fifty.slice(1) }, ["reasons"]],
  ["closing needs fifty characters", { ...close, reasons: fifty.slice(1) }, ["reasons"]],
  ["T05 led by the police", { ...base, outcome: "police_led" }, []],
  [
    "T05 led by the police, with a story",
    { ...base, outcome: "police_led", reasons: fifty },
    ["form"],
  ],
  ["nothing chosen", base, ["outcome"]],
] as const)("screening: %s", ([, input, wrong]) => {
  expect(errorsOf(screenReferralSchema, input)).toEqual(wrong);
});

test("IS-24 deconfliction has no field to write in", () => {
  const check = { referralId: id, outcome: "clear" };

  expect(errorsOf(recordDeconflictionSchema, check)).toEqual([]);
  expect(errorsOf(recordDeconflictionSchema, { ...check, notes: "x" })).toEqual(["form"]);
});

test.for(["same", "not_same"])("saying that two people are %s needs reasons", (answer) => {
  const link = { referralId: id, otherReferralId: id, answer };

  expect(errorsOf(linkReferralSchema, { ...link, reasons: "x".repeat(20) })).toEqual([]);
  expect(errorsOf(linkReferralSchema, { ...link, reasons: "x".repeat(19) })).toEqual(["reasons"]);
});
