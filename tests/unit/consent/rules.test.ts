import { expect, test } from "vitest";

import { type ClosureCode, closureCodes } from "@/lib/cases/labels";
import { disposeOn, retentionClassFor } from "@/lib/cases/rules";
import { type ConsentState, consentStates } from "@/lib/consent/labels";
import {
  assertConsentCanBecome,
  type Consent,
  eighteenthBirthday,
  isValid,
  lapseDue,
  scopeChanged,
  whoMustConsent,
} from "@/lib/consent/rules";
import { RuleBroken } from "@/lib/errors";

const states = Object.keys(consentStates) as ConsentState[];
const lawful = [
  "not_sought sought",
  "sought given",
  "sought refused",
  "given withdrawn",
  "given lapsed",
  "refused sought",
  "withdrawn sought",
  "lapsed sought",
];

test.for(states.flatMap((from) => states.map((to) => [from, to] as const)))(
  "consent that is %s becomes %s only if C-11 says so",
  ([from, to]) => {
    const move = () => assertConsentCanBecome(from, to);

    if (lawful.includes(`${from} ${to}`)) expect(move).not.toThrow();
    else expect(move).toThrow(RuleBroken);
  },
);

const teenager = { dateOfBirth: "2008-05-17", isChild: true };
const before = "2026-05-16";
const birthday = "2026-05-17";
const grown = { dateOfBirth: "1990-01-01", isChild: false };
const parents = ["parent", "guardian", "corporate_parent"];

test.for([
  ["C-02 an adult, the adult", grown, before, ["self"]],
  ["C-02 a child, a parent", teenager, before, parents],
  ["C-02 on the birthday, the person", teenager, birthday, ["self"]],
  [
    "C-02 of unknown birth, said to be a child",
    { dateOfBirth: null, isChild: true },
    before,
    parents,
  ],
  [
    "C-02 of unknown birth, said to be grown",
    { dateOfBirth: null, isChild: false },
    before,
    ["self"],
  ],
  [
    "C-04 an adult without capacity",
    { ...grown, lacksCapacity: true },
    before,
    ["court_deputy", "welfare_attorney"],
  ],
] as const)("%s consents", ([, person, day, authorities]) => {
  expect(whoMustConsent(person, day)).toEqual(authorities);
});

const byParent: Consent = { state: "given", authority: "parent", givenOn: "2026-03-01" };
const byPerson: Consent = { state: "given", authority: "self", givenOn: "2026-03-01" };

test.for([
  ["a parent's, for a child", byParent, teenager, before, true],
  ["C-03 a parent's, from the 18th birthday", byParent, teenager, birthday, false],
  ["a child's own", byPerson, teenager, before, false],
  ["an adult's own", byPerson, grown, before, true],
  ["a parent's, for an adult", byParent, grown, before, false],
  ["an adult's who lost capacity", byPerson, { ...grown, lacksCapacity: true }, before, false],
  ["before it was given", byPerson, grown, "2026-02-28", false],
  ["on the day it was given", byPerson, grown, "2026-03-01", true],
  ["given by nobody", { ...byPerson, authority: null }, grown, before, false],
  ["with no date", { ...byPerson, givenOn: null }, grown, before, false],
] as const)("consent, %s, is valid: %s", ([, consent, person, day, valid]) => {
  expect(isValid(consent, person, day)).toBe(valid);
});

test.for(states.filter((state) => state !== "given"))(
  "consent that is %s is not valid (C-01)",
  (state) => {
    expect(isValid({ ...byPerson, state }, grown, before)).toBe(false);
  },
);

test.for([
  ["2008-05-17", "2026-05-17"],
  ["2008-02-29", "2026-03-01"],
  ["2010-02-28", "2028-02-28"],
] as const)("somebody born on %s is 18 on %s", ([born, day]) => {
  expect(eighteenthBirthday(born)).toBe(day);
});

test.for([
  ["before the birthday", byParent, teenager, before, null],
  ["on the birthday", byParent, teenager, birthday, "turned_18"],
  [
    "when capacity is lost",
    byPerson,
    { ...grown, lacksCapacity: true },
    before,
    "capacity_changed",
  ],
  ["while it holds", byPerson, grown, before, null],
  ["after it was withdrawn", { ...byParent, state: "withdrawn" }, teenager, birthday, null],
] as const)("C-03 consent lapses %s: %s", ([, consent, person, day, reason]) => {
  expect(lapseDue(consent, person, day)).toBe(reason);
});

test.for([
  ["the same", ["mentoring"], ["a"], false],
  ["less", [], [], false],
  ["another kind of support", ["mentoring", "housing"], ["a"], true],
  ["another organisation", ["mentoring"], ["a", "b"], true],
] as const)(
  "support that is %s needs fresh consent: %s (T18)",
  ([, types, organisationIds, changed]) => {
    const agreed = { types: ["mentoring"], organisationIds: ["a"] };

    expect(scopeChanged(agreed, { types, organisationIds })).toBe(changed);
  },
);

test.for([true, false])(
  "a no is never kept longer than what would have followed it (C-08, child: %s)",
  (isChild) => {
    const keptUntil = (closure: ClosureCode) =>
      disposeOn(
        retentionClassFor(closure, isChild).retentionClass,
        "2026-03-12",
        isChild,
      ) as string;
    const has = (start: string) =>
      (Object.keys(closureCodes) as ClosureCode[])
        .filter((code) => code.startsWith(start))
        .map(keptUntil);

    for (const adopted of has("exit_")) {
      expect(keptUntil("consent_refused") <= adopted).toBe(true);
      expect(keptUntil("consent_withdrawn") <= adopted).toBe(true);
    }
    for (const notAdopted of has("not_adopted")) {
      expect(keptUntil("consent_refused") <= notAdopted).toBe(true);
    }
  },
);
