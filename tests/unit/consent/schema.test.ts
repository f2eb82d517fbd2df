import { expect, test } from "vitest";

import {
  afterRefusalSchema,
  giveConsentSchema,
  refuseConsentSchema,
  seekConsentSchema,
  withdrawConsentSchema,
} from "@/lib/consent/schema";

const id = "0190a0a0-0000-7000-8000-000000000001";
const form = {
  caseId: id,
  version: "1",
  givenOn: "3/3/2026",
  authority: "self",
  givenBy: "The person",
  childAgreement: "not_a_child",
  capacity: "no_doubt",
  explainedBy: "The coordinator",
  language: "English",
  leafletVersion: "2026.1",
  supportTypes: "mentoring",
  organisationIds: [id],
  toldOfSharing: "yes",
  toldOfWithdrawal: "yes",
  toldOfComplaints: "yes",
  method: "signed",
};
const fields = (answers: object) =>
  giveConsentSchema.safeParse(answers).error?.issues.map(({ path }) => path[0]) ?? [];

test("consent can be recorded when all of it is said (C-05)", () => {
  expect(giveConsentSchema.parse(form)).toMatchObject({
    givenOn: "2026-03-03",
    supportTypes: ["mentoring"],
    interpreter: null,
  });
});

test.for(Object.keys(form))("consent cannot be recorded without %s (C-05, C-06)", (field) => {
  const { [field]: _left, ...rest } = form as Record<string, unknown>;

  expect(fields(rest)).toContain(field);
});

const assessed = {
  capacity: "assessed_has_capacity",
  capacityAssessedBy: "A doctor",
  capacityAssessedOn: "2/3/2026",
};
const byParent = { authority: "parent", childAgreement: "agrees", relationship: "Mother" };

test.for([
  ["a parent, with the child's answer", byParent, []],
  [
    "a child who does not agree (C-02)",
    { ...byParent, childAgreement: "does_not_agree", childWords: "I would rather not" },
    [],
  ],
  [
    "a child who does not agree, with no word of why (C-02)",
    { ...byParent, childAgreement: "does_not_agree" },
    ["childWords"],
  ],
  [
    "a parent, with no word of the child",
    { ...byParent, childAgreement: "not_a_child" },
    ["childAgreement"],
  ],
  ["an adult, as if a child", { childAgreement: "agrees" }, ["childAgreement"]],
  ["somebody whose authority is not said", { ...byParent, relationship: "" }, ["relationship"]],
  ["a spoken yes, with a witness", { method: "witnessed_verbal", witness: "A nurse" }, []],
  ["a spoken yes, with no witness", { method: "witnessed_verbal" }, ["witness"]],
  ["a doubt that was resolved", { ...assessed, bestInterests: "Assessed" }, []],
  ["a doubt with no account of it (C-04)", assessed, ["bestInterests"]],
  [
    "a doubt that nobody assessed (C-04)",
    { capacity: "assessed_has_capacity", bestInterests: "Assessed" },
    ["capacityAssessedBy", "capacityAssessedOn"],
  ],
  [
    "somebody without capacity (C-04)",
    { ...assessed, capacity: "assessed_lacks_capacity", bestInterests: "x" },
    ["authority"],
  ],
  ["a yes yet to come", { givenOn: "3/3/2099" }, ["givenOn"]],
] as const)("consent from %s", ([, answers, wrong]) => {
  expect(fields({ ...form, ...answers })).toEqual(wrong);
});

test("withdrawing asks for nothing, and refusing for no reason (C-07)", () => {
  const refusal = { caseId: id, version: "1", refusedOn: "3/3/2026", authority: "self" };

  expect(withdrawConsentSchema.safeParse({ caseId: id }).success).toBe(true);
  expect(refuseConsentSchema.safeParse(refusal).success).toBe(true);
  expect(refuseConsentSchema.safeParse({ ...refusal, reason: "none" }).success).toBe(false);
});

test("asking is recorded with who asked whom", () => {
  const asked = {
    caseId: id,
    version: "0",
    soughtOn: "3/3/2026",
    askedBy: "The coordinator",
    askedOf: "A parent",
  };

  expect(seekConsentSchema.safeParse(asked).success).toBe(true);
  expect(seekConsentSchema.safeParse({ ...asked, askedBy: "" }).success).toBe(false);
});

const after = {
  caseId: id,
  remainingConcern: "The panel thought that little concern was left, since school is going well.",
  otherHelp: "The youth service",
  reassess: "no",
};

test.for([
  ["not again", {}, []],
  [
    "again, on a day and for a reason",
    { reassess: "yes", reassessOn: "3/3/2099", reassessReason: "x" },
    [],
  ],
  ["again, some day", { reassess: "yes", reassessReason: "x" }, ["reassessOn"]],
  ["again, for no reason", { reassess: "yes", reassessOn: "3/3/2099" }, ["reassessReason"]],
  ["neither", { reassess: undefined }, ["reassess"]],
] as const)("after a no the panel looks %s (C-10)", ([, answers, wrong]) => {
  const { error } = afterRefusalSchema.safeParse({ ...after, ...answers });

  expect(error?.issues.map(({ path }) => path[0]) ?? []).toEqual(wrong);
});
