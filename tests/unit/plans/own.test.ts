import { expect, test } from "vitest";

import { cannotStayAsBefore } from "@/lib/plans/updates/own/rules";
import { updateOwnSchema } from "@/lib/plans/updates/own/schema";

const id = "8b0a4c1e-6f0f-4c33-9d5b-0d8f3a1c2b4d";
const other = "9b0a4c1e-6f0f-4c33-9d5b-0d8f3a1c2b4d";
const row = (actionId: string, said: Record<string, string>) =>
  Object.fromEntries(Object.entries(said).map(([name, value]) => [`${name}-${actionId}`, value]));

test("of many actions those that something was said of are read, and the rest are left alone", () => {
  const form = {
    ...row(id, { version: "1", saying: "green", percent: "40", note: "" }),
    ...row(other, { version: "3", saying: "", percent: "", note: "" }),
  };

  expect(updateOwnSchema.parse(form)).toEqual([
    { actionId: id, version: 1, saying: "green", percent: 40, note: null },
  ]);
});

const reload = ["form"];
// prettier-ignore
test.for([
  ["nothing", {}, ["form"]],
  ["nothing of any", row(id, { version: "1", saying: "" }), ["form"]],
  ["a colour that asks why", row(id, { version: "1", saying: "red" }), [`saying-${id}`]],
  [
    "more than all of it",
    row(id, { version: "1", saying: "green", percent: "140" }),
    [`percent-${id}`],
  ],
  ["a field of no action", { "saying-x": "green" }, reload],
  ["a field that is not there", row(id, { version: "1", saying: "green", rag: "blue" }), reload],
  ["no version", row(id, { saying: "green" }), [`version-${id}`]],
] as const)("a form that says %s is refused, beside the field", ([, form, paths]) => {
  const { error } = updateOwnSchema.safeParse(form);

  expect([...new Set(error?.issues.map(({ path }) => path[0]))]).toEqual(paths);
});

const seen = { rag: "green", isStale: false, ragReason: null, recoveryPlan: null } as const;
// prettier-ignore
test.for([
  [{}, true],
  [{ rag: "grey" }, true],
  [{ rag: "amber", ragReason: "Late.", recoveryPlan: "A deputy." }, true],
  [{ rag: "amber", ragReason: "Late." }, false],
  [{ rag: "red", ragReason: "Late." }, true],
  [{ rag: "red" }, false],
  [{ rag: "amber", ragReason: "No update for 45 days.", recoveryPlan: "x", isStale: true }, false],
  [{ rag: "blue" }, false],
] as const)("an action that is %j may stay as before: %s", ([said, may]) => {
  expect(cannotStayAsBefore({ ...seen, ...said }) === null).toBe(may);
});
