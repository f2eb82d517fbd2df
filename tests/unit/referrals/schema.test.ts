import { expect, test } from "vitest";
import { z } from "zod";

import { othersSchema, personSchema, safeguardsSchema } from "@/lib/referrals/pages/schema";
import {
  type Answers,
  completeReferralSchema,
  draftPageSchema,
  flatten,
  missingFrom,
  pageKeys,
} from "@/lib/referrals/schema";

const today = "2026-03-31";

const adult: Answers = {
  safety: { immediateDanger: "no", otherSafeguarding: "no" },
  person: { forenames: "Sam", surname: "Reed", dateOfBirth: "30/3/2008", gender: "not_known" },
  "person-contact": { localAuthority: "Northbridge" },
  concern: {
    whatHappened: "He told two friends what he had watched. ".repeat(6),
    firstNoted: "2/3/2026",
    howKnown: "told_by_other",
    concern: "not_sure",
  },
  explanation: { otherExplanation: "It may have been said to shock his friends." },
  needs: { needsKnown: ["bullying"], strengths: "He is close to his grandmother." },
  safeguards: {
    discussedWithLead: "yes",
    told: "yes",
    proportionality: "School has tried other help and the worry remains.",
  },
  others: {},
  referrer: {
    name: "Ada Stone",
    role: "Safeguarding lead",
    organisation: "Oakfield Academy",
    sector: "education",
    subSector: "secondary",
    contact: "ada@oakfield.example",
    anonymous: "no",
  },
  declaration: { declared: "yes", version: "2026-01" },
};

const childPage = {
  parentNames: "Jo Reed",
  parentContact: "01632 960001",
  parentalResponsibility: "Jo Reed",
  spokenToChild: "yes",
  spokenToChildAccount: "He said that he was joking.",
  spokenToParents: "no",
  spokenToParentsAccount: "They have not answered yet.",
};

const withPage = (page: keyof Answers, fields: Record<string, string | string[]>): Answers => ({
  ...adult,
  [page]: { ...adult[page], ...fields },
});

const child = withPage("person", { dateOfBirth: "1/4/2008" });

test("RF-01 an empty form misses every page but the one that may stay empty", () => {
  expect(missingFrom({}, today)).toEqual(
    pageKeys.filter((key) => key !== "others" && key !== "call"),
  );
});

// prettier-ignore
test.for([
  ["all is there", adult, []],
  ["somebody may be in danger", withPage("safety", { immediateDanger: "yes" }), ["safety"]],
  ["the account is too short", withPage("concern", { whatHappened: "x".repeat(199) }), ["concern"]],
  ["the account is just long enough", withPage("concern", { whatHappened: "x".repeat(200) }), []],
  [
    "the account is too long",
    withPage("concern", { whatHappened: "x".repeat(10_001) }),
    ["concern"],
  ],
  ["RF-02 a child's page is not there", child, ["child"]],
  ["RF-02 a child's page is there", { ...child, child: childPage }, []],
  ["an old declaration", withPage("declaration", { version: "2020-01" }), ["declaration"]],
  ["a field that is not on the page", withPage("needs", { score: "9" }), ["needs"]],
  ["a sector's part of another sector", withPage("referrer", { sector: "health" }), ["referrer"]],
] as const)("RF-01 %s", ([, answers, missing]) => {
  expect(missingFrom(answers, today)).toEqual(missing);
  expect(completeReferralSchema(today).safeParse(answers).success).toBe(missing.length === 0);
});

test("what was typed about a child is not sent once the person proves to be an adult", () => {
  const sent = completeReferralSchema(today).parse({ ...adult, child: childPage });

  expect(sent.child).toBeUndefined();
});

test("a sent referral is kept in one level, and nothing is written over", () => {
  const sent = completeReferralSchema(today).parse({ ...child, child: childPage });
  const fields = Object.values(sent).flatMap((page) => Object.keys(page ?? {}));

  expect(Object.keys(flatten(sent)).sort()).toEqual(fields.sort());
  expect(flatten(sent).concern).toBe("not_sure");
});

const errorsOf = (schema: z.ZodType, page: Record<string, unknown>) =>
  Object.keys(z.flattenError(schema.safeParse(page).error ?? new z.ZodError([])).fieldErrors);

// prettier-ignore
test.for([
  ["a name and a date", { forenames: "A", surname: "B", dateOfBirth: "1/2/2010" }, []],
  ["an age alone", { forenames: "A", surname: "B", approximateAge: "14" }, []],
  ["newborn", { forenames: "A", surname: "B", approximateAge: "0" }, []],
  ["a name that is not known", { nameUnknown: "yes", approximateAge: "14" }, []],
  ["no names", { approximateAge: "14" }, ["forenames", "surname"]],
  ["neither date nor age", { forenames: "A", surname: "B" }, ["dateOfBirth"]],
  [
    "both date and age",
    { forenames: "A", surname: "B", dateOfBirth: "1/2/2010", approximateAge: "14" },
    ["approximateAge"],
  ],
  [
    "older than anybody",
    { forenames: "A", surname: "B", approximateAge: "111" },
    ["approximateAge"],
  ],
  ["an age in words", { forenames: "A", surname: "B", approximateAge: "ten" }, ["approximateAge"]],
  [
    "a date that is not real",
    { forenames: "A", surname: "B", dateOfBirth: "31/2/2010" },
    ["dateOfBirth"],
  ],
  ["born tomorrow", { forenames: "A", surname: "B", dateOfBirth: "1/1/2199" }, ["dateOfBirth"]],
] as const)("RF-02 %s", ([, person, wrong]) => {
  expect(errorsOf(personSchema, { gender: "female", ...person })).toEqual(wrong);
});

const because = { notToldReason: "risk_to_child", notToldExplanation: "He would be hurt." };

// prettier-ignore
test.for([
  ["told", { told: "yes" }, []],
  ["not told, and nothing more", { told: "no" }, ["notToldReason", "notToldExplanation"]],
  [
    "not told, with the code alone",
    { told: "unsafe", notToldReason: "risk_to_child" },
    ["notToldExplanation"],
  ],
  ["not told, with code and words", { told: "unsafe", ...because }, []],
  ["no answer", {}, ["told"]],
] as const)("IS-05 %s", ([, answers, wrong]) => {
  expect(
    errorsOf(safeguardsSchema, {
      discussedWithLead: "no",
      proportionality: "Other services were tried first.",
      ...answers,
    }),
  ).toEqual(wrong);
});

test("an agency with a contact needs a name", () => {
  expect(errorsOf(othersSchema, { agency3Contact: "Jo" })).toEqual(["agency3Name"]);
  expect(errorsOf(othersSchema, { agency3Name: "Harbour", agency3Contact: "Jo" })).toEqual([]);
});

test.for([
  [{ whatHappened: "not yet", needsKnown: ["bullying"], dateOfBirth: "31/2/" }, true],
  [{}, true],
  [{ whatHappened: "x".repeat(20_001) }, false],
  [Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`field${at}`, "x"])), false],
] as const)("RF-06 a draft keeps what was typed, within its size: %#", ([page, kept]) => {
  const parsed = draftPageSchema.safeParse(page);

  expect(parsed.success).toBe(kept);
  if (kept) expect(parsed.data).toEqual(page);
});
