import { expect, test } from "vitest";

import { Forbidden, NotFound, Refusal, RuleBroken } from "@/lib/errors";

test.for([
  [new NotFound("case", "c1"), { what: "case", id: "c1" }],
  [new Forbidden("decision:record"), { permission: "decision:record" }],
  [new RuleBroken("Consent comes first", { transition: "T15" }), { transition: "T15" }],
] as const)("%s is a refusal, with a detail for the log alone", ([refusal, detail]) => {
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal.detail).toEqual(detail);
  expect(refusal.message).not.toContain("c1");
});
