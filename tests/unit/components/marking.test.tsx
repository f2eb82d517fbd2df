import { readdirSync, readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { CaseBanner } from "@/components/cases/case-banner";
import { MarkingBanner } from "@/components/layout/marking-banner";
import { PageFrame } from "@/components/layout/page-frame";
import { addDocumentSchema } from "@/lib/documents/schema";
import { toPdf } from "@/lib/pdf";

const marking = "OFFICIAL-SENSITIVE";
const textOf = (path: string) => readFileSync(path, "utf8");
const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((path) =>
  /(^|\/)page\.tsx$/.test(path),
);

/** Nothing of a person stands on these: whoever is not signed in sees them, or is choosing as whom to go on. */
const withoutMarking = /^(\(public\)|sign-in|choose-role)\//;

test("every page that may speak of a person stands in the frame that carries the marking (IS-22)", () => {
  const marked = pages.filter((path) => path.startsWith("(staff)/"));

  expect(pages.filter((path) => !marked.includes(path) && !withoutMarking.test(path))).toEqual([]);
  expect(
    marked.filter((path) => /^\(staff\)\/(cases|meetings)\//.test(path)).length,
  ).toBeGreaterThan(60);
  expect(textOf("app/(staff)/layout.tsx")).toContain("marking={<MarkingBanner />}");
  const framed = renderToStaticMarkup(<PageFrame marking={<MarkingBanner />}>A case</PageFrame>);
  expect(framed).toContain(marking);
  expect(framed.indexOf(marking)).toBeLessThan(framed.indexOf("A case"));
});

test("the pages for everybody carry no marking, since nothing of a person is on them (IS-22)", () => {
  expect(textOf("app/(public)/layout.tsx")).not.toMatch(/marking/i);
  expect(renderToStaticMarkup(<PageFrame>Help</PageFrame>)).not.toContain(marking);
});

test("a case says on each of its pages how it may be handled (IS-22)", () => {
  const file = {
    ...{ reference: "PC-2026-000001", name: "Rowan Marsh", age: 17, leadName: "The council" },
    status: "in_support",
    ...{ isPaused: false, pausedUntil: null, nextDueOn: null },
    today: "2026-11-01",
  } as const;

  expect(
    (["official", "official_sensitive"] as const).map((kept) =>
      renderToStaticMarkup(<CaseBanner file={{ ...file, marking: kept }} />).includes(marking),
    ),
  ).toEqual([false, true]);
});

test("every printed sheet has the marking at its head, and nothing hides it (IS-22)", () => {
  const css = textOf("components/styles/print.css");

  expect(css).toMatch(/@page marked \{\s*@top-center \{\s*content: "OFFICIAL-SENSITIVE"/);
  expect(css).toMatch(/body:has\(\.app-marking\) \{\s*page: marked;/);
  expect(css.match(/[^}]*\{\s*display: none[^}]*\}/g)?.join("")).not.toContain("app-marking");
});

test("the first printed sheet has the marking once: of the page itself, and not of the margin too (IS-22)", () => {
  expect(textOf("components/styles/print.css")).toMatch(
    /@page marked:first \{\s*@top-center \{\s*content: none;/,
  );
});

/** What is drawn on each sheet of a document with this marking. */
async function sheetsOf(given: string): Promise<string[]> {
  const about = { title: "Pack", watermark: "Cora Reid", createdAt: new Date(0), marking: given };
  const text = { kind: "text", text: "Long. ".repeat(2000) } as const;
  const stream = toPdf([text, { kind: "page" }, text], about);
  const bytes = Buffer.from(await new Response(stream).arrayBuffer()).toString("latin1");
  return [...bytes.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, body = ""]) => Buffer.from(body, "latin1"))
    .filter((body) => body[0] === 0x78) // deflated
    .map((body) => inflateSync(body).toString("latin1"))
    .filter((body) => body.includes("BDC"));
}

test("what a pack or the minutes are on paper is marked at the head of every sheet (IS-22)", async () => {
  expect(textOf("app/(staff)/meetings/[id]/pack/file/route.ts")).toContain(`marking: "${marking}"`);
  expect(textOf("app/(staff)/meetings/[id]/minutes/[blockId]/print/page.tsx")).toContain(marking);

  const [marked, unmarked] = [await sheetsOf(marking), await sheetsOf("")];

  expect(marked.length).toBeGreaterThan(3);
  expect(marked.filter((sheet, nth) => sheet === unmarked[nth])).toEqual([]);
});

test.for([
  ["official", true],
  ["official_sensitive", true],
  ["secret", false],
  ["top_secret", false],
] as const)("nothing above OFFICIAL may be stored: %s may be: %s (IS-22)", ([given, isKept]) => {
  const answered = addDocumentSchema.safeParse({ marking: given });

  const faults = answered.error?.issues.filter(({ path }) => path[0] === "marking") ?? [];
  expect(faults.length === 0).toBe(isKept);
});
