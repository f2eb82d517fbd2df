import { expect, test } from "vitest";

import { RuleBroken } from "@/lib/errors";
import {
  assertSearchable,
  dateVariants,
  foldName,
  likenessOf,
  matchKeys,
  nameTokens,
  reasonsFor,
  type Search,
  soundKeys,
} from "@/lib/people/rules";
import { findPersonSchema } from "@/lib/people/schema";

// prettier-ignore
test.for([
  ["José  O’Neill-Smith", "jose oneill smith"],
  ["ŁUKASZ Groß", "lukasz gross"],
  ["Søren Æbel", "soren aebel"],
  ["J. R. Hartley", "j r hartley"],
  ["محمد", "محمد"],
  ["  ", ""],
] as const)("%s folds to %s", ([name, folded]) => {
  expect(foldName(name)).toBe(folded);
});

// prettier-ignore
test.for([
  ["Sam Reed", "Reed, Sam"],
  ["Ali al-Hassan", "Hassan Ali"],
  ["Ana de la Cruz", "Cruz Ana"],
  ["Ludwig van Dyke", "Dyke, Ludwig"],
] as const)("%s and %s have the same words", ([one, other]) => {
  expect(nameTokens(one)).toEqual(nameTokens(other));
});

test("what is kept of a name keeps its parts apart, so that swapped names can be told", () => {
  const keys = matchKeys({ forenames: "José Luis", surname: "O’Neill", otherNames: null });

  expect(keys.matchName).toBe("jose luis|oneill|");
  expect(keys.words).toEqual(["jose", "luis", "oneill"]);
  expect(keys.matchSound.split("|")).toHaveLength(3);
  expect(matchKeys({ forenames: null, surname: null }).matchName).toBe("||");
});

test("a name made of particles alone is still a name", () => {
  expect(nameTokens("Van")).toEqual(["van"]);
});

// prettier-ignore
test.for([
  ["Mohammed", "Muhammad"],
  ["Mohammed", "Mohamed"],
  ["Muhammad", "Mehmet"],
  ["Hussein", "Husayn"],
  ["Yusuf", "Youssef"],
  ["Omar", "Umar"],
  ["Aisha", "Ayesha"],
  ["Zainab", "Zeynab"],
  ["Fatima", "Fatemah"],
  ["Chowdhury", "Choudhry"],
  ["Qasim", "Kassim"],
  ["Khalid", "Kalid"],
  ["Stephen", "Steven"],
  ["Katherine", "Cathryn"],
  ["Sean", "Shaun"],
  ["Sarah", "Sara"],
  ["Philip", "Filip"],
  ["Wright", "Rite"],
  ["Abdul Rahman", "Abdulrahman"],
  ["Nawaz", "Navas"],
] as const)("%s and %s sound the same", ([one, other]) => {
  const heard = soundKeys(other);
  expect(soundKeys(one).some((key) => heard.includes(key))).toBe(true);
});

test.for([
  ["Mohammed", "Hamid Ali"],
  ["Smith", "Jones"],
  ["Ali", "Khan"],
  ["Sam", "Tom"],
  ["Anna", "Robin Reed"],
] as const)("%s and %s do not sound the same", ([one, other]) => {
  const heard = soundKeys(other);
  expect(soundKeys(one).some((key) => heard.includes(key))).toBe(false);
});

// prettier-ignore
test.for([
  ["2008-04-01", "2008-04-01", "same"],
  ["2008-04-01", "2008-01-04", "swapped"],
  ["2008-04-01", "2008-04-07", "one_digit"],
  ["2008-04-01", "2009-04-01", "one_digit"],
  ["2008-04-12", "2008-04-21", "turned"],
  ["2012-04-03", "2021-04-03", "turned"],
  ["2008-10-03", "2008-01-03", "turned"],
  ["2008-04-12", "2008-04-22", "one_digit"],
  ["2008-04-12", "2008-05-21", "same_year"],
  ["2008-04-01", "2008-11-23", "same_year"],
  ["2008-04-01", "2011-11-23", null],
] as const)("%s and %s: %s", ([one, other, likeness]) => {
  expect(likenessOf(one, other)).toBe(likeness);
});

test("the dates to look for are real, and each is like the date given", () => {
  const variants = dateVariants("2008-04-12");

  expect(variants).toContain("2008-12-04");
  expect(variants).toContain("2008-04-13");
  expect(variants).toContain("2008-04-21");
  expect(variants).not.toContain("2008-04-42");
  expect(variants.map((day) => likenessOf("2008-04-12", day))).not.toContain(null);
});

test("IS-19 somebody born in 2000 is looked for in years that the store knows", () => {
  expect(dateVariants("2000-04-26").filter((day) => day.startsWith("0000"))).toEqual([]);
});

test("IS-19 each likeness has its reason in words", () => {
  const reasons = reasonsFor({
    surname: "sounds",
    forenames: "same",
    isSwapped: true,
    dateOfBirth: "swapped",
    ageWithin: 0,
    postcode: "area",
  });

  expect(reasons).toEqual([
    "Surname sounds the same",
    "Forename is the same",
    "Forename and surname the other way round",
    "Day and month swapped",
    "Postcode is in the same area",
  ]);
  expect(reasonsFor({ ageWithin: 1 })).toEqual(["Age is within 1 year"]);
  expect(reasonsFor({})).toEqual([]);
});

const search: Search = {
  name: "Sam Reed",
  approximateAge: null,
  postcode: "NB1 2CD",
  place: null,
  reason: "New referral R-2026-000123",
};

// prettier-ignore
test.for([
  ["a name, a postcode and a reason", {}, true],
  ["a date of birth instead", { postcode: null, dateOfBirth: "2008-04-01" }, true],
  ["an age of nought instead", { postcode: null, approximateAge: 0 }, true],
  ["a place instead", { postcode: null, place: "Oakfield" }, true],
  ["a name alone", { postcode: null }, false],
  ["no reason", { reason: "         " }, false],
  ["no name", { name: " " }, false],
  ["one letter", { name: "S" }, false],
  ["a wildcard in the name", { name: "Sam%" }, false],
  ["a wildcard in the place", { postcode: null, place: "Oak*" }, false],
] as const)("IS-19 %s may be searched for: %s", ([, change, may]) => {
  const asked = { ...search, ...change };
  const attempt = () => assertSearchable(asked);
  const typed = { ...asked, approximateAge: asked.approximateAge?.toString() };

  if (may) expect(attempt).not.toThrow();
  else expect(attempt).toThrow(RuleBroken);
  expect(findPersonSchema.safeParse(typed).success).toBe(may);
});
