import { expect, test } from "vitest";

import { readMarkdown } from "@/lib/markdown";
import { plain } from "@/lib/reports/quarter/rules";

test.for([
  ["a paragraph", "It is said.", [{ kind: "text", text: "It is said." }]],
  ["a heading", "### Red", [{ kind: "heading", level: 3, text: "Red" }]],
  ["a list", "- one\n- two", [{ kind: "list", items: ["one", "two"], isNumbered: false }]],
  [
    "a numbered list",
    "1. one\n2. two",
    [{ kind: "list", items: ["one", "two"], isNumbered: true }],
  ],
  [
    "a table",
    "| A | B |\n| --- | --- |\n| 1 | 2 |",
    [{ kind: "table", columns: ["A", "B"], rows: [["1", "2"]] }],
  ],
  [
    "a weight",
    "It is **bold** now.",
    [
      {
        ...{ kind: "text", text: "It is bold now." },
        runs: [{ text: "It is " }, { text: "bold", bold: true }, { text: " now." }],
      },
    ],
  ],
  [
    "a link, with its address",
    "See [the guide](https://example.org/guide).",
    [{ kind: "text", text: "See the guide (https://example.org/guide)." }],
  ],
  [
    "markup of a browser's, which stays a text",
    "<script>alert(1)</script>",
    [{ kind: "text", text: "<script>alert(1)</script>" }],
  ],
  [
    "an address that would run, which stays a text",
    "[x](javascript:alert(1))",
    [{ kind: "text", text: "[x](javascript:alert(1))" }],
  ],
  [
    "a picture, which is none",
    "![x](https://example.org/x.png)",
    [{ kind: "text", text: "!x (https://example.org/x.png)" }],
  ],
] as const)("Markdown: %s", ([, typed, blocks]) => {
  expect(readMarkdown(typed)).toEqual(blocks);
});

test("what somebody typed into the plan is a text in the report, whatever signs are in it", () => {
  const typed = "A | B **c** _d_ [e](f) {{plan.red}} <g> # h";
  expect(readMarkdown(plain(typed))).toMatchObject([{ kind: "text", text: typed }]);
});
