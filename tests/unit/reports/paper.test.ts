import { inflateRawSync } from "node:zlib";

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Paper } from "@/components/reports/paper";
import { toDocx } from "@/lib/docx";
import { readMarkdown } from "@/lib/markdown";
import { toPdf } from "@/lib/pdf";
import {
  blocksOf,
  markingOf,
  publicPartOf,
  slideBlocks,
  slidesOf,
  withCaseworkNote,
} from "@/lib/reports/rules";
import { textOf } from "@/tests/support/pdf-text";
import { aFrozenReport, exemptSection, wordsOf } from "@/tests/support/reports";

const whole = aFrozenReport({
  sections: aFrozenReport().sections.map((one) =>
    one.code === "supporting"
      ? { ...one, body: "| Colour | Actions |\n| --- | --- |\n| Red | 2 |\n\n- One point" }
      : one,
  ),
});
const createdAt = new Date("2026-11-22T10:00:00Z");

const pdfOf = async (report: typeof whole) => {
  const about = {
    title: report.title,
    marking: markingOf(report),
    footer: "RPT-T-1-v1",
    createdAt,
  };
  const stream = toPdf(blocksOf(report, readMarkdown), about);
  return Buffer.from(await new Response(stream).arrayBuffer());
};

/** What is inside a file of a zip archive, by the list at its end. */
function unzipped(zip: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  for (let at = zip.indexOf("PK\x01\x02", 0, "latin1"); at !== -1; ) {
    const [method, packed, named] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), 46];
    const [nameLength, extra, comment] = [28, 30, 32].map((from) => zip.readUInt16LE(at + from));
    const name = zip.toString("utf8", at + named, at + named + (nameLength ?? 0));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(start, start + packed);
    files[name] = (method === 8 ? inflateRawSync(body) : body).toString("utf8");
    const next = at + named + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    at = zip.toString("latin1", next, next + 4) === "PK\x01\x02" ? next : -1;
  }
  return files;
}

const docxOf = async (report: typeof whole) => {
  const about = { title: report.title, marking: markingOf(report), footer: "RPT-T-1-v1" };
  return unzipped(Buffer.from(await toDocx(blocksOf(report, readMarkdown), about)));
};

test("the PDF says every section with its number, its marking, its pages and its bookmarks (BR-05)", async () => {
  const pdf = await pdfOf(whole);
  const said = textOf(pdf);

  for (const words of ["Prevent plan", "1. Summary", "1.1", wordsOf("legal"), "For decision"])
    expect(said).toContain(words);
  expect(said).toContain("NOT FOR PUBLICATION");
  expect(said).toMatch(/1 of \d/);
  const raw = pdf.toString("latin1");
  for (const part of [
    "/Outlines",
    "/Marked true",
    "/Lang (en-GB)",
    "/S /Table",
    "/S /TH",
    "/S /H2",
  ])
    expect(raw).toContain(part);
});

test("the public PDF leaves out what is exempt (BR-03)", async () => {
  expect(textOf(await pdfOf(whole))).toContain(wordsOf(exemptSection));
  const said = textOf(await pdfOf(publicPartOf(whole)));
  expect(said).not.toContain(wordsOf(exemptSection));
  expect(said).not.toContain("NOT FOR PUBLICATION");
});

test("the DOCX has headings as styles, its language, its title, its marking, its pages and a table with a heading row", async () => {
  const files = await docxOf(whole);
  const body = files["word/document.xml"] ?? "";

  for (const part of ['w:val="Title"', 'w:val="Heading1"', 'w:val="Heading2"', "<w:tblHeader"])
    expect(body).toContain(part);
  for (const words of ["1. Summary", "1.1", wordsOf("legal")]) expect(body).toContain(words);
  expect(files["word/styles.xml"]).toContain('w:val="en-GB"');
  expect(files["docProps/core.xml"]).toContain("<dc:title>Prevent plan</dc:title>");
  const around = Object.entries(files).filter(([name]) => /word\/(header|footer)\d/.test(name));
  const edges = around.map(([, xml]) => xml).join("\n");
  expect(edges).toContain("NOT FOR PUBLICATION");
  expect(edges).toContain("NUMPAGES");
});

test("the public DOCX leaves out what is exempt (BR-03)", async () => {
  expect((await docxOf(whole))["word/document.xml"]).toContain(wordsOf(exemptSection));
  const said = JSON.stringify(await docxOf(publicPartOf(whole)));
  expect(said).not.toContain(wordsOf(exemptSection));
});

test("the outline for slides is a document with one heading to a page (3.1)", async () => {
  const slides = slidesOf(publicPartOf(whole), readMarkdown);
  const about = { title: whole.title, marking: "OFFICIAL", footer: "x" };
  const files = unzipped(Buffer.from(await toDocx(slideBlocks(slides), about)));
  const body = files["word/document.xml"] ?? "";

  expect(body.match(/<w:pageBreakBefore/g)).toHaveLength(slides.length - 1);
  expect(body).toContain("Red: 2");
});

test("whose casework is counted stands beside the counts on the page, in the PDF, in the document and on the slides (3.5)", async () => {
  const alone = "The counts of casework here are of Northbridge alone.";
  const counting = (ofOneArea: string | null) =>
    aFrozenReport({
      sections: whole.sections.map((one) =>
        one.code === "supporting"
          ? { ...one, body: withCaseworkNote("- {{casework.referrals}} came", ofOneArea) }
          : one,
      ),
    });
  const said = async (report: typeof whole) => {
    const page = Paper({ blocks: blocksOf(report, readMarkdown) });
    return {
      page: renderToStaticMarkup(page).includes(alone),
      pdf: textOf(await pdfOf(report))
        .replaceAll(/\s+/g, " ")
        .includes(alone),
      docx: ((await docxOf(report))["word/document.xml"] ?? "").includes(alone),
      slides: slidesOf(report, readMarkdown).some(({ lines }) => lines.includes(alone)),
    };
  };

  expect(await said(counting("Northbridge"))).toEqual({
    ...{ page: true, pdf: true, docx: true, slides: true },
  });
  expect(await said(counting(null))).toEqual({
    ...{ page: false, pdf: false, docx: false, slides: false },
  });
});
