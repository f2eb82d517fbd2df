import { expect, test } from "vitest";

import {
  emptyDraft,
  isOvertaken,
  pageAfter,
  pageStates,
  prefixesOf,
  warningsFor,
} from "@/lib/referrals/drafts/rules";
import { wholeReferral } from "@/tests/support/answers";

const today = "2026-03-31";
const saved = (answers: Parameters<typeof emptyDraft>[0]) => emptyDraft(answers);

test("a whole referral has nothing left to do, and goes on to be checked", () => {
  const draft = saved(wholeReferral);

  expect(pageStates(draft, today).map(({ state }) => state)).not.toContain("started");
  expect(pageAfter(draft, "referrer", today)).toBeNull();
});

// prettier-ignore
test.for([
  ["nothing is typed", {}, "safety", "person"],
  [
    "an adult",
    { person: { ...wholeReferral.person, dateOfBirth: "1/1/1980" } },
    "person-contact",
    "concern",
  ],
  ["an age that is not known yet", {}, "person-contact", "child"],
  ["the last page comes first", {}, "referrer", "safety"],
  [
    "the optional page is offered on the way",
    { ...wholeReferral, others: {} },
    "safeguards",
    "others",
  ],
  ["and not come back to", { ...wholeReferral, others: {} }, "referrer", null],
] as const)("after a page, %s: on to the next that is not finished", ([, answers, page, next]) => {
  expect(pageAfter(saved(answers), page, today)).toBe(next);
});

// prettier-ignore
test.for([
  ["nobody saved it before", undefined, 0, "me", false],
  ["nobody saved it since", { version: 3, editor: "other" }, 3, "me", false],
  ["another window saved it since", { version: 4, editor: "other" }, 3, "me", true],
  ["this window saved it itself", { version: 4, editor: "me" }, 3, "me", false],
] as const)("%s: overtaken %s", ([, last, version, editor, isSo]) => {
  const draft = { answers: {}, saves: last ? { person: last } : {} };

  expect(isOvertaken(draft, { page: "person", version, editor })).toBe(isSo);
});

const prefixes = prefixesOf([
  { name: "Northbridge", postcodePrefixes: ["NB1", "NB2"] },
  { name: "Wyvern County", postcodePrefixes: ["NB2"] },
]);

test("a prefix on a border has both authorities (RF-03)", () => {
  expect(prefixes).toEqual({ NB1: ["Northbridge"], NB2: ["Northbridge", "Wyvern County"] });
});

// prettier-ignore
test.for([
  [
    "the right authority",
    { "person-contact": { postcode: "NB1 4QT", localAuthority: "Northbridge" } },
    [],
  ],
  [
    "another authority",
    { "person-contact": { postcode: "NB1 4QT", localAuthority: "Wyvern County" } },
    ["person-contact"],
  ],
  ["no postcode", { "person-contact": { localAuthority: "Wyvern County" } }, []],
  [
    "a faith and no behaviour",
    { concern: { whatHappened: "It is because he prays." } },
    ["concern"],
  ],
  [
    "the same under another heading",
    { safeguards: { proportionality: "It is because he prays." } },
    ["safeguards"],
  ],
  ["behaviour", { concern: { whatHappened: "He told a friend he would hurt her." } }, []],
] as const)("%s: warned of on %s (RF-03, RF-05)", ([, answers, pages]) => {
  expect(warningsFor(answers, prefixes).map(({ page }) => page)).toEqual(pages);
});
