import { expect, test } from "vitest";

import { type Role, roleLabels } from "@/lib/access/labels";
import { assertLookedAgain, mayReadPattern } from "@/lib/cases/pattern/rules";
import { FieldsRefused } from "@/lib/errors";

const long = "Read both side by side: the worry is another one.";

// prettier-ignore
test.for([
  ["never referred before", [], [], null, []],
  ["before, and looked at again", ["one"], ["one"], long, []],
  ["before, and not confirmed", ["one"], [], long, ["lookedAt"]],
  ["before, and another ticked", ["one"], ["two"], long, ["lookedAt"]],
  ["twice before, and one of them ticked", ["one", "two"], ["two"], long, ["lookedAt"]],
  ["before, and nothing written", ["one", "two"], ["one", "two"], null, ["secondLook"]],
  ["before, and too little written", ["one"], ["one"], "Fine", ["secondLook"]],
  ["before, and neither", ["one"], [], null, ["lookedAt", "secondLook"]],
] as const)("T29 a second look: %s", ([, known, lookedAt, secondLook, wrong]) => {
  const look = () => assertLookedAgain(known, { lookedAt, secondLook });

  if (wrong.length === 0) return expect(look).not.toThrow();
  expect(look).toThrow(FieldsRefused);
  try {
    look();
  } catch (error) {
    expect(Object.keys((error as FieldsRefused).errors)).toEqual(wrong);
  }
});

test("T29 what was looked at again is for whoever reads the pattern, and nobody else on the case", () => {
  const may = (Object.keys(roleLabels) as Role[]).filter(mayReadPattern);

  expect(may.toSorted()).toEqual(["chair", "coordinator", "gateway_officer"]);
});
