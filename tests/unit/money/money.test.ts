import { expect, test } from "vitest";

import { formatPence, plainPence } from "@/lib/money/rules";
import { anAmount } from "@/lib/money/schema";

const amount = anAmount({ name: "Amount" });
const signed = anAmount({ name: "Amount", mayBeLess: true });

test.for([
  ["1", 100],
  ["1.05", 105],
  ["0.29", 29],
  ["£1,234.56", 123_456],
  ["1234567", 123_456_700],
  ["9,999,999,999.99", 999_999_999_999],
] as const)("%s is %i pence, digit by digit", ([typed, pence]) => {
  expect(amount.parse(typed)).toBe(pence);
});

test.for(["", "0", "0.00", "1.5", "1.005", "12,34", "ten", "1e3", "-5", "10000000000.00"])(
  "%j is no amount",
  (typed) => {
    expect(amount.safeParse(typed).success).toBe(false);
  },
);

test("less than nothing is taken only where it may be", () => {
  expect(signed.parse("-20.50")).toBe(-2_050);
  expect(signed.parse("−£20.50")).toBe(-2_050);
  expect(amount.safeParse("-20.50").success).toBe(false);
});

test.for([
  [0, "£0.00", "0.00"],
  [5, "£0.05", "0.05"],
  [123_456_789, "£1,234,567.89", "1234567.89"],
  [-2_050, "−£20.50", "-20.50"],
] as const)("%i pence is said as %s", ([pence, said, plain]) => {
  expect([formatPence(pence), plainPence(pence)]).toEqual([said, plain]);
});
