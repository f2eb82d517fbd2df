import { expect, test } from "vitest";

import { type ClosureCode, closureCodes } from "@/lib/cases/labels";
import { disposeOn, retentionClassFor } from "@/lib/cases/retention/rules";
import { type ConsentState, consentStates } from "@/lib/consent/labels";
import {
  assertConsentCanBecome,
  assertReassessInTime,
  type Consent,
  eighteenthBirthday,
  isValid,
  lapseDue,
  standingOf,
  strandsOf,
  uncovered,
  whoMustConsent,
} from "@/lib/consent/rules";
import { FieldsRefused, RuleBroken } from "@/lib/errors";

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

const mentoring = { types: ["mentoring"], organisationIds: ["a"] };
const housing = { types: ["housing"], organisationIds: ["b"] };
const whatever = { types: [], organisationIds: [] };

test.for([
  ["the same", [mentoring], ["mentoring", "a"], true],
  ["another kind of support", [mentoring], ["housing", "a"], false],
  ["by another organisation", [mentoring], ["mentoring", "b"], false],
  ["covered by the second of two consents", [mentoring, housing], ["housing", "b"], true],
  ["half by one consent and half by another", [mentoring, housing], ["housing", "a"], false],
  ["of any kind, where the consent names none", [whatever], ["housing", "b"], true],
  ["without any consent that lives", [], ["mentoring", "a"], false],
] as const)(
  "support that is %s is covered: %s (C-05, C-09)",
  ([, live, [type, organisationId], is]) => {
    const planned = [{ type, organisationId }];

    expect(uncovered(live, planned)).toEqual(is ? [] : planned);
  },
);

const entry = (number: number, strand: number, state: ConsentState) => ({ number, strand, state });

test.for([
  ["nothing yet", [], "not_sought"],
  ["asked", [entry(1, 1, "sought")], "sought"],
  ["one taken back, another living", [entry(3, 1, "withdrawn"), entry(2, 2, "given")], "given"],
  ["one living, another refused", [entry(1, 1, "given"), entry(2, 2, "refused")], "given"],
  ["both taken back", [entry(3, 1, "withdrawn"), entry(4, 2, "withdrawn")], "withdrawn"],
] as const)("a case with %s stands at the consent that lives (C-11): %s", ([, ledger, state]) => {
  expect(standingOf(strandsOf(ledger))).toBe(state);
});

test("each consent stands where its own last entry says, the newest consent first (C-11)", () => {
  const ledger = [entry(4, 1, "withdrawn"), entry(3, 2, "given"), entry(2, 2, "sought")];

  expect(strandsOf(ledger).map(({ strand, state }) => [strand, state])).toEqual([
    [2, "given"],
    [1, "withdrawn"],
  ]);
});

test.for([
  ["within the year", "2027-03-12", null, true],
  ["after more than a year", "2027-03-13", null, false],
  ["on the last day of keeping", "2026-09-01", "2026-09-01", true],
  ["when nothing is kept any more", "2026-09-02", "2026-09-01", false],
] as const)("a further assessment %s, on %s, is allowed: %s (C-08, C-10)", ([, on, last, is]) => {
  const decide = () => assertReassessInTime(on, "2026-03-12", last);

  if (is) expect(decide).not.toThrow();
  else expect(decide).toThrow(FieldsRefused);
});

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
