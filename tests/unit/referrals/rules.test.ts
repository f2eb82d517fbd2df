import { expect, test } from "vitest";

import { outwardOf } from "@/lib/people/rules";
import type { ReferralStatus } from "@/lib/referrals/labels";
import {
  ageBand,
  authoritiesFor,
  authorityWarning,
  coarseStatus,
  currentDeclaration,
  declarations,
  generalisations,
  isSubSectorOf,
  mayBeChild,
} from "@/lib/referrals/rules";

// prettier-ignore
test.for([
  [0, "10_and_under"],
  [10, "10_and_under"],
  [11, "11_15"],
  [14, "11_15"],
  [15, "11_15"],
  [16, "16_17"],
  [17, "16_17"],
  [18, "18_20"],
  [20, "18_20"],
  [21, "21_25"],
  [26, "26_30"],
  [31, "31_40"],
  [50, "41_50"],
  [51, "over_50"],
  [110, "over_50"],
  [null, "unknown"],
] as const)("somebody of %s counts under %s", ([age, band]) => {
  expect(ageBand(age)).toBe(band);
});

test.for([
  [17, true],
  [18, false],
  [null, true],
] as const)("RF-02 at %s the questions about a child are asked: %s", ([age, asked]) => {
  expect(mayBeChild(age)).toBe(asked);
});

// prettier-ignore
test.for([
  ["draft", false, null],
  ["submitted", false, "received"],
  ["gateway", false, "being_assessed"],
  ["taken_forward", false, "taken_forward"],
  ["closed_not_prevent", true, "closed_other_help"],
  ["closed_not_prevent", false, "closed"],
  ["case_ended", true, "closed_other_help"],
  ["case_ended", false, "closed"],
  ["police_led", true, "closed"],
  ["withdrawn", true, "closed"],
] as const satisfies [ReferralStatus, boolean, string | null][])(
  "IS-16 the referrer of a %s referral, signposted %s, is told %s",
  ([status, signposted, told]) => {
    expect(coarseStatus(status, signposted)).toBe(told);
  },
);

test.for([
  ["primary", "education", true],
  ["primary", "health", false],
  ["acute", "health", true],
  ["housing", "community", false],
] as const)("%s is part of %s: %s", ([subSector, sector, is]) => {
  expect(isSubSectorOf(subSector, sector)).toBe(is);
});

test.for([
  ["NB1 2AB", "NB1"],
  ["nb12ab", "NB1"],
  [" nb12 3cd ", "NB12"],
  ["M1 1AE", "M1"],
  ["NB12", "NB12"],
])("the outward part of %s is %s", ([postcode, outward]) => {
  expect(outwardOf(postcode ?? "")).toBe(outward);
});

const prefixes = { NB: ["Northbridge"], NB1: ["Wyvern"], NB20: ["Northbridge", "Wyvern"] };

test.for([
  ["NB5 1AA", ["Northbridge"]],
  ["NB1 1AA", ["Wyvern"]],
  ["NB12 1AA", ["Northbridge"]],
  ["NB20 1AA", ["Northbridge", "Wyvern"]],
  ["ZZ1 1AA", []],
] as const)("RF-03 %s lies in %s", ([postcode, authorities]) => {
  expect(authoritiesFor(postcode, prefixes)).toEqual(authorities);
});

test.for([
  ["NB1 1AA", "Wyvern", null],
  ["NB20 1AA", "Wyvern", null],
  ["ZZ1 1AA", "Wyvern", null],
  ["NB5 1AA", "Wyvern", "NB5 1AA looks as if it is in Northbridge. Check the local authority."],
] as const)("RF-03 %s with %s warns: %s", ([postcode, authority, warning]) => {
  expect(authorityWarning(postcode, authority, prefixes)).toBe(warning);
});

test.for([
  "I am worried because he prays.",
  "I am worried because he prays, and he told a friend so.",
  "It is her hijab.",
  "He has grown a beard and goes to the mosque.",
  "The family are Muslim.",
  "She is a Polish Catholic.",
  "They are all the same.",
  "He argued with those Christians.",
  "It is typical of their culture.",
  "A group of Asian lads.",
])("RF-05 asks for the behaviour: %s", (sentence) => {
  expect(generalisations(`He threw a chair. ${sentence} He left.`)).toEqual([sentence]);
});

test.for([
  "He said that he hates Muslims and would hurt one.",
  "She shared a video which praised an attack on a mosque.",
  "He supports an Islamist group.",
  "He watches films of attacks every night.",
  "She drew a plan of the school.",
  "He wore a black coat.",
  "I am worried because he said Muslims should be hurt.",
  "They are all in the same class.",
  "",
])("RF-05 lets pass: %s", (sentence) => {
  expect(generalisations(sentence)).toEqual([]);
});

test("the declaration that is shown is one of those kept", () => {
  expect(declarations[currentDeclaration]).toContain("intelligence service");
});
