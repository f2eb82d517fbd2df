import { expect, test } from "vitest";

import { dispositionOf, kindByName, sizeText, tidyName } from "@/lib/attachments/rules";

// prettier-ignore
test.for([
  ["letter.pdf", "pdf"],
  ["LETTER.PDF", "pdf"],
  ["photo.jpeg", "jpg"],
  ["letter.pdf.exe", undefined],
  ["letter.docm", undefined],
  ["drawing.svg", undefined],
  ["pdf", undefined],
] as const)("%s is taken as %s by its name", ([name, kind]) => {
  expect(kindByName(name)).toBe(kind);
});

test.for([
  ["../../etc/letter.pdf", "letter.pdf"],
  ["C:\\Users\\lead\\letter.pdf", "letter.pdf"],
  ["letter\u202efdp.pdf", "letterfdp.pdf"],
  ["letter\r\nX-Evil: 1.pdf", "letterX-Evil: 1.pdf"],
  [`${"x".repeat(300)}.pdf`, `${"x".repeat(100)}.pdf`],
  ["", "file"],
] as const)("the name %j is kept as %j", ([given, kept]) => {
  expect(tidyName(given)).toBe(kept);
});

test("a header is made of a name without being ended by it, and letters of every language survive", () => {
  const header = dispositionOf('ŵ "x"; filename=evil.html\r\n.pdf');

  expect(header).toMatch(/^attachment; /);
  expect(header).not.toMatch(/[\r\n]/);
  expect(header.split('"')).toHaveLength(3);
  expect(header).toContain("filename*=UTF-8''%C5%B5");
});

test("a size is said in words a person knows", () => {
  expect([sizeText(12), sizeText(48_200), sizeText(2_340_000)]).toEqual([
    "1 kB",
    "48 kB",
    "2.3 MB",
  ]);
});
