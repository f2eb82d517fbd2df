import { expect, test } from "vitest";

import { printable } from "@/lib/paper/rules";
import { toPdf } from "@/lib/pdf";

const about = {
  title: "Panel pack, 3 December 2026",
  marking: "OFFICIAL-SENSITIVE",
  watermark: "Cora Reid, 1 December 2026 at 9:00am",
  createdAt: new Date("2026-12-01T09:00:00Z"),
};

const bytesOf = async (...given: Parameters<typeof toPdf>) =>
  Buffer.from(await new Response(toPdf(...given)).arrayBuffer()).toString("latin1");

test.for([
  ["Welsh", "Siân Tŵr ŷ ŵ"],
  ["Polish and Turkish", "Łukasz Şahin"],
  ["Greek and Cyrillic", "Ελένη Наталія"],
  ["Arabic and Hebrew", "محمد שרה"],
  ["letters that the font has not", "王小明 한글 தமிழ்"],
  ["a sign outside the first plane", "🙂 𐍈"],
  ["half a sign", "\ud83d"],
  ["what steers a machine", "a\u0000b\u001b[31m\u202e\r\nc"],
] as const)("a document takes a name in %s", async ([, name]) => {
  const bytes = await bytesOf([{ kind: "facts", rows: [["Person", name]] }], about);

  expect(bytes.startsWith("%PDF-1.7")).toBe(true);
  expect(bytes.trimEnd().endsWith("%%EOF")).toBe(true);
});

test("a document is tagged, titled, in its language, and each case is on a sheet of its own", async () => {
  const bytes = await bytesOf(
    [
      { kind: "heading", level: 1, text: "Panel pack" },
      { kind: "page" },
      { kind: "heading", level: 1, text: "PC-2026-000001" },
      { kind: "list", items: ["One", "Two"] },
      { kind: "page" },
      { kind: "text", text: "Long. ".repeat(2000) },
    ],
    about,
  );

  expect(bytes).toContain("/Marked true");
  expect(bytes).toContain("/Lang (en-GB)");
  expect(bytes).toContain("/DisplayDocTitle true");
  expect(bytes).toContain("/S /H1");
  expect(bytes.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
});

test("letters stay; what steers a machine or turns the line round goes", () => {
  expect(printable("Siân\r\nŵ 王")).toBe("Siân\nŵ 王");
  expect(printable("a\u0000b\u202ec")).toBe("a bc");
});
