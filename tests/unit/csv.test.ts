import { expect, test } from "vitest";

import { toCsv } from "@/lib/csv";

// prettier-ignore
test.for([
  ["plain", "plain"],
  ["=1+1", "'=1+1"],
  ["+44 20", "'+44 20"],
  ["-2", "'-2"],
  ["@sum", "'@sum"],
  ["\tx", `"'\tx"`],
  ["'=1+1", "''=1+1"],
  ["'twas", "'twas"],
  ["\n=1+1", `"'\n=1+1"`],
  ["＝1+1", "'＝1+1"],
  ["＠sum", "'＠sum"],
  ["a, b", '"a, b"'],
  ["a; b", '"a; b"'],
  ["a\u000Bb", "ab"],
  ['say "no"', '"say ""no"""'],
  ["two\nlines", '"two\nlines"'],
  ['=cmd|"x",1', `"'=cmd|""x"",1"`],
  ["Ŵyn", "Ŵyn"],
  ["", ""],
] as const)("a cell that says %o is written as %o", ([cell, written]) => {
  expect(toCsv(["Heading"], [[cell]])).toBe(`\uFEFFHeading\r\n${written}\r\n`);
});
