import { expect, test } from "vitest";

import { asQuestionPage, printAnswers, questionsOf } from "@/lib/referrals/pages/rules";
import { splitAnswers, tidyPostcode } from "@/lib/referrals/rules";
import { pageKeys, referralPages } from "@/lib/referrals/schema";

const rowsOf = (answers: Record<string, unknown>) =>
  printAnswers(answers).flatMap(({ rows }) => rows.map(({ key, value }) => [key, value]));

test("every field of every page has a question to its name", () => {
  for (const page of pageKeys.filter((key) => key !== "declaration")) {
    const fields = Object.keys((referralPages[page].schema as { shape: object }).shape);
    expect([page, Object.keys(questionsOf[page]).sort()]).toEqual([page, fields.sort()]);
  }
});

// prettier-ignore
test.for([
  ["a code", { gender: "not_known" }, [["Gender", "Not known"]]],
  [
    "several codes",
    { needsKnown: ["trauma", "bullying"] },
    [["Needs that are known", "Trauma, Bullying"]],
  ],
  ["a day as kept", { dateOfBirth: "2011-05-17" }, [["Date of birth", "17 May 2011"]]],
  ["a day as typed", { dateOfBirth: "17/5/2011" }, [["Date of birth", "17 May 2011"]]],
  ["a day half typed", { dateOfBirth: "17//" }, [["Date of birth", "17//"]]],
  [
    "words with slashes",
    { strengths: "Art/music/2011" },
    [["What is going well, and who supports the person?", "Art/music/2011"]],
  ],
  ["nothing", { surname: "", forenames: null, needsKnown: [], nameUnknown: false }, []],
] as const)("%s is printed in words", ([, answers, rows]) => {
  expect(rowsOf(answers)).toEqual(rows);
});

test("a page is found by its name in an address, and nothing else is", () => {
  expect([asQuestionPage("person"), asQuestionPage("declaration"), asQuestionPage("x")]).toEqual([
    "person",
    undefined,
    undefined,
  ]);
});

// prettier-ignore
test.for([
  ["no", ["address", "contactDetails", "parentContact"]],
  [
    "yes",
    [
      "address",
      "contact",
      "contactDetails",
      "firstNoticedBy",
      "name",
      "parentContact",
      "preventLead",
      "role",
    ],
  ],
] as const)("what is sealed when anonymous is %s (IS-07, IS-20)", ([anonymous, hidden]) => {
  const fields = [
    "address",
    "contactDetails",
    "parentContact",
    "name",
    "role",
    "contact",
    "firstNoticedBy",
    "preventLead",
    "organisation",
    "ethnicity",
  ];
  const flat = { ...Object.fromEntries(fields.map((field) => [field, "x"])), anonymous };

  const { open, sealed } = splitAnswers(flat);

  expect(Object.keys(sealed).sort()).toEqual(hidden);
  expect({ ...open, ...sealed }).not.toHaveProperty("ethnicity");
  expect(Object.keys(open)).toContain("organisation");
});

test.for([
  ["nb14qt", "NB1 4QT"],
  [" NB12  4qt", "NB12 4QT"],
])("the postcode %j is kept as %j", ([typed, kept]) => {
  expect(tidyPostcode(typed ?? "")).toBe(kept);
});
