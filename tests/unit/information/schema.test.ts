import { expect, test } from "vitest";
import { z } from "zod";

import {
  answerRequestSchema,
  askForInformationSchema,
  ownField,
  recordItemSchema,
} from "@/lib/information/schema";

const id = "8b0a4c1e-6f0f-4c33-9d5b-0d8f3a1c2b4d";
const item = {
  kind: "fact",
  text: "She moved school in May.",
  source: "School register",
  asOf: "2/3/2026",
  reliability: "reliable",
  corroboration: "corroborated",
  necessity: "The panel needs to know which school supports her.",
  audience: "all_partners",
  lawfulBasis: "council_statutory",
};
const entry = { caseId: id, suppliedById: id, ...item };

const errorsOf = (schema: z.ZodType, input: object) =>
  Object.keys(z.flattenError(schema.safeParse(input).error ?? new z.ZodError([])).fieldErrors);

// prettier-ignore
test.for([
  ["everything is said", entry, []],
  ["IS-09 nobody says what kind", { ...entry, kind: undefined }, ["kind"]],
  ["IS-09 a kind of its own", { ...entry, kind: "rumour" }, ["kind"]],
  ["IS-09 no source", { ...entry, source: " " }, ["source"]],
  ["IS-09 no date", { ...entry, asOf: "" }, ["asOf"]],
  ["IS-09 nothing on corroboration", { ...entry, corroboration: "" }, ["corroboration"]],
  ["IS-02 no lawful basis", { ...entry, lawfulBasis: "" }, ["lawfulBasis"]],
  ["IS-06 no reason to need it", { ...entry, necessity: "" }, ["necessity"]],
  ["IS-11 no supplier", { ...entry, suppliedById: "" }, ["suppliedById"]],
  [
    "named organisations, none named",
    { ...entry, audience: "named_organisations" },
    ["namedOrganisationIds"],
  ],
  [
    "named organisations, one named",
    { ...entry, audience: "named_organisations", namedOrganisationIds: id },
    [],
  ],
] as const)("an item is refused unless typed: %s", ([, input, wrong]) => {
  expect(errorsOf(recordItemSchema, input)).toEqual(wrong);
});

// prettier-ignore
test.for([
  ["answered", { answer: "answered", ...item }, []],
  ["answered with nothing", { answer: "answered", ...item, text: "" }, ["text"]],
  ["part, saying the rest", { answer: "part", ...item, stillMissing: "Dates" }, []],
  ["part, and no more", { answer: "part", ...item }, ["stillMissing"]],
  ["nil, and where", { answer: "nil", searched: "Both case systems" }, []],
  ["nil, and no more", { answer: "nil" }, ["searched"]],
  ["IS-08 declined, and why", { answer: "declined", reasons: "Not needed for this purpose." }, []],
  ["IS-08 declined, briefly", { answer: "declined", reasons: "No." }, ["reasons"]],
  ["no answer", {}, ["answer"]],
] as const)("answering a request: %s", ([, input, wrong]) => {
  expect(errorsOf(answerRequestSchema, { requestId: id, ...input })).toEqual(wrong);
});

const other = "3f1c2a90-7b1d-4c58-8a55-6a1f0e9d7c21";
const words = "What do you know of attendance since September?";
const ask = {
  ...{ caseId: id, organisationIds: [id], hatIds: [], question: words },
  ...{ lawfulBasis: "safeguarding", dueDay: "1/3/2199" },
};

// prettier-ignore
test.for([
  ["one question for all", ask, []],
  [
    "each has its own, and there is no common one",
    { ...ask, question: "", [ownField(id)]: words },
    [],
  ],
  [
    "one has its own and another has none, with no common one",
    { ...ask, organisationIds: [id, other], question: "", [ownField(id)]: words },
    ["question"],
  ],
  ["somebody is asked by name alone", { ...ask, organisationIds: [], hatIds: [other] }, []],
  ["nobody is asked", { ...ask, organisationIds: [] }, ["organisationIds"]],
  [
    "a question for one that is not asked",
    { ...ask, [ownField(other)]: words },
    ["organisationIds"],
  ],
  ["a box left empty for one that is not asked", { ...ask, [ownField(other)]: " " }, []],
  ["a question of its own that is too short", { ...ask, [ownField(id)]: "What?" }, [ownField(id)]],
  ["a common question that is too short", { ...ask, question: "What?" }, ["question"]],
  ["IS-02 no lawful basis", { ...ask, lawfulBasis: "" }, ["lawfulBasis"]],
  ["a field that no form has", { ...ask, areaId: words }, ["form"]],
] as const)("asking many at once: %s", ([, input, wrong]) => {
  expect(errorsOf(askForInformationSchema, input)).toEqual(wrong);
});

test("what is asked of each is read from its own box", () => {
  const typed = {
    ...ask,
    organisationIds: [id, other],
    [ownField(id)]: ` ${words} `,
    [ownField(other)]: "",
  };

  expect(askForInformationSchema.parse(typed)).toMatchObject({
    own: { [id]: words },
    question: ask.question,
  });
  expect(askForInformationSchema.parse(typed).own).not.toHaveProperty(other);
});
