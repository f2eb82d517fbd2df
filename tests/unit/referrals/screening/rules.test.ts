import { expect, test } from "vitest";

import { FieldsRefused } from "@/lib/errors";
import { assertLookedAgain, assertOneIsOpen } from "@/lib/referrals/screening/rules";

const long = "Read both side by side: the worry is another one.";

// prettier-ignore
test.for([
  ["never referred before", 0, false, null, []],
  ["before, and looked at again", 1, true, long, []],
  ["before, and not confirmed", 1, false, long, ["hasLookedAgain"]],
  ["before, and nothing written", 2, true, null, ["secondLook"]],
  ["before, and too little written", 2, true, "Fine", ["secondLook"]],
  ["before, and neither", 3, false, null, ["hasLookedAgain", "secondLook"]],
] as const)("T29 a second look: %s", ([, sameBefore, hasLookedAgain, secondLook, wrong]) => {
  const look = () => assertLookedAgain(sameBefore, { hasLookedAgain, secondLook });

  if (wrong.length === 0) return expect(look).not.toThrow();
  expect(look).toThrow(FieldsRefused);
  try {
    look();
  } catch (error) {
    expect(Object.keys((error as FieldsRefused).errors)).toEqual(wrong);
  }
});

test("T04 what is said to be open already is named by its link, or is no reason", () => {
  const ended = [{ status: "closed_not_prevent" }, { status: "withdrawn" }] as const;

  expect(() => assertOneIsOpen([])).toThrow("Link the open referral");
  expect(() => assertOneIsOpen(ended)).toThrow("Link the open referral");
  expect(() => assertOneIsOpen([...ended, { status: "taken_forward" }])).not.toThrow();
});
