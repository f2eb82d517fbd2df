import { expect, test } from "vitest";

import { assertOneIsOpen } from "@/lib/referrals/screening/rules";

test("T04 what is said to be open already is named by its link, or is no reason", () => {
  const ended = [{ status: "closed_not_prevent" }, { status: "withdrawn" }] as const;

  expect(() => assertOneIsOpen([])).toThrow("Link the open referral");
  expect(() => assertOneIsOpen(ended)).toThrow("Link the open referral");
  expect(() => assertOneIsOpen([...ended, { status: "taken_forward" }])).not.toThrow();
});
