import { expect, test } from "vitest";

import { found, piecesOf, textFiltersFrom } from "@/lib/cases/texts/rules";

const marked = (word: string) => `${found.begins}${word}${found.ends}`;

test("a snippet comes in pieces, and what was looked for is marked", () => {
  const pieces = piecesOf(`He was ${marked("bullied")} on the ${marked("bus")}`);

  expect(pieces.map(({ text, isFound }) => [text, isFound])).toEqual([
    ["He was ", false],
    ["bullied", true],
    [" on the ", false],
    ["bus", true],
  ]);
  expect(new Set(pieces.map(({ at }) => at)).size).toBe(4);
  expect(piecesOf(marked("bus")).map(({ isFound }) => isFound)).toEqual([true]);
  expect(piecesOf("")).toEqual([]);
});

test("an address that says nothing plainly asks for nothing", () => {
  const search = "0198c0de-0000-7000-8000-000000000001";
  expect(textFiltersFrom({ search, kind: "item", state: "open" })).toEqual({
    ...{ search, source: "item", state: "open" },
  });
  expect(textFiltersFrom({ search: "bus", kind: "people", state: ["open"] })).toEqual({});
});
