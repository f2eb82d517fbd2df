import { join } from "node:path";
import { Readable } from "node:stream";

import PDFDocument from "pdfkit";

import { type Block, printable, type Run } from "@/lib/paper/rules";

type About = {
  title: string;
  /** How it may be handled: at the top of every sheet (IS-22). */
  marking: string;
  /** Who took it out and when: across every sheet, so that a copy says whose it was. What is published has none. */
  watermark?: string;
  /** At the foot of every sheet, where there is no watermark to stand there. */
  footer?: string;
  createdAt: Date;
};

// The fonts built into readers have no letters but Western European ones. DejaVu has those of most
// alphabets that a name may be written in; a letter it lacks is drawn as a box.
const fonts = join(process.cwd(), "node_modules", "dejavu-fonts-ttf", "ttf");
const regular = join(fonts, "DejaVuSans.ttf");
const bold = join(fonts, "DejaVuSans-Bold.ttf");

const margin = 60;
const sizes = { 1: 18, 2: 14, 3: 11 } as const;
const body = 10.5;
/** A heading does not stand alone at the foot of a sheet. */
const headingNeeds = 70;

/** A document for paper: tagged and titled for those who listen to it, marked on every sheet. */
export function toPdf(blocks: readonly Block[], about: About): ReadableStream {
  const doc = new PDFDocument({
    ...{ size: "A4", margin, font: regular, bufferPages: true },
    ...{ tagged: true, pdfVersion: "1.7", lang: "en-GB", displayTitle: true },
    info: { Title: printable(about.title), CreationDate: about.createdAt },
  });
  const root = doc.struct("Document");
  doc.addStructure(root);
  const add: Add = (tag, write) => root.add(doc.struct(tag, {}, write));
  const mark = bookmarks(doc);

  blocks.forEach((block, index) => {
    if (block.kind === "heading") {
      if (doc.y > doc.page.height - margin - headingNeeds) doc.addPage();
      mark(block.level, block.text);
    }
    if (block.kind === "table") writeTable(doc, root, block);
    else if (block.kind !== "page") write(doc, add, block);
    else if (index > 0) doc.addPage();
  });
  root.end();
  markSheets(doc, about);
  doc.end();
  return Readable.toWeb(doc as unknown as Readable) as ReadableStream;
}

type Doc = InstanceType<typeof PDFDocument>;
type Struct = ReturnType<Doc["struct"]>;
type Add = (tag: string, write: () => void) => void;
type Simple = Exclude<Block, { kind: "page" } | { kind: "table" }>;
type Level = 1 | 2 | 3;

/** The headings, as the reader's own list of contents. */
function bookmarks(doc: Doc) {
  type Item = typeof doc.outline;
  const above: Partial<Record<Level, Item>> = {};
  return (level: Level, text: string) => {
    const parent = (level > 2 && above[2]) || (level > 1 && above[1]) || doc.outline;
    above[level] = parent.addItem(printable(text));
    if (level < 3) delete above[3];
    if (level < 2) delete above[2];
  };
}

function write(doc: Doc, add: Add, block: Simple): void {
  const paragraph = (text: string, gap = 0.6) =>
    doc.font(regular).fontSize(body).text(printable(text), { paragraphGap: 2 }).moveDown(gap);
  switch (block.kind) {
    case "heading":
      add(`H${block.level}`, () => {
        doc.moveDown(block.level === 3 ? 0.2 : 0.5);
        doc.font(bold).fontSize(sizes[block.level]).text(printable(block.text)).moveDown(0.3);
      });
      break;
    case "text":
      add("P", () => {
        if (!block.number && !block.runs) paragraph(block.text);
        else writeRuns(doc, block.number, block.runs ?? [{ text: block.text }]);
      });
      break;
    case "list":
      block.items.forEach((item, index) => {
        const sign = block.isNumbered ? `${index + 1}.` : "\u2022";
        add("P", () => paragraph(`${sign} ${item}`, 0.2));
      });
      doc.moveDown(0.4);
      break;
    case "facts":
      for (const [key, value] of block.rows)
        add("P", () => {
          doc
            .font(bold)
            .fontSize(body)
            .text(`${printable(key)}: `, { continued: true });
          doc.font(regular).text(printable(value)).moveDown(0.2);
        });
      doc.moveDown(0.4);
  }
}

/** A paragraph with its number before it, and some of it in bold. */
function writeRuns(doc: Doc, number: string | undefined, runs: readonly Run[]): void {
  doc.fontSize(body);
  if (number) doc.font(regular).text(`${number}  `, { continued: true });
  runs.forEach((run, index) => {
    doc
      .font(run.bold ? bold : regular)
      .text(printable(run.text), { continued: index < runs.length - 1, paragraphGap: 2 });
  });
  doc.moveDown(0.6);
}

const cellGap = 8;

/** Rows that are never cut by the end of a sheet, with cells that say whether they are headings. */
function writeTable(doc: Doc, root: Struct, { columns, rows }: Extract<Block, { kind: "table" }>) {
  const left = margin;
  const width = (doc.page.width - 2 * margin) / Math.max(1, columns.length);
  const table = doc.struct("Table");
  root.add(table);
  [columns, ...rows].forEach((cells, index) => {
    const isHeading = index === 0;
    doc.font(isHeading ? bold : regular).fontSize(9);
    const height = Math.max(
      ...cells.map((cell) => doc.heightOfString(printable(cell), { width: width - cellGap })),
    );
    if (doc.y + height + cellGap > doc.page.height - margin) doc.addPage();
    const top = doc.y;
    const row = doc.struct("TR");
    table.add(row);
    columns.forEach((_, column) => {
      const cell = printable(cells[column] ?? "");
      const at = left + column * width;
      const tag = isHeading ? "TH" : "TD";
      row.add(
        doc.struct(tag, {}, () => {
          doc.text(cell, at, top, { width: width - cellGap });
        }),
      );
    });
    row.end();
    doc.x = left;
    doc.y = top + height + cellGap / 2;
  });
  table.end();
  doc.moveDown(0.8);
}

/** The marking, the watermark and the number of each sheet, which are no part of what is read aloud. */
function markSheets(doc: Doc, { marking, watermark, footer = watermark ?? "" }: About): void {
  const { start, count } = doc.bufferedPageRange();
  for (let nth = start; nth < start + count; nth++) {
    doc.switchToPage(nth);
    const { width, height } = doc.page;
    doc.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    const line = { width: width - 2 * margin, lineBreak: false } as const;
    doc.markContent("Artifact", { type: "Pagination" });
    if (watermark) {
      doc.save().rotate(-45, { origin: [width / 2, height / 2] });
      doc.font(regular).fontSize(20).fillColor("#000000", 0.1);
      doc.text(printable(watermark), 0, height / 2 - 10, { width, align: "center" });
      doc.restore();
    }
    doc
      .fillColor("#000000", 1)
      .font(bold)
      .fontSize(marking.length > longMarking ? 7 : 10);
    doc.text(printable(marking), margin, 26, { ...line, align: "center" });
    doc.font(regular).fontSize(8);
    doc.text(printable(footer), margin, height - 34, line);
    const sheet = `${nth - start + 1} of ${count}`;
    doc.text(sheet, margin, height - 34, { ...line, align: "right" });
    doc.endMarkedContent();
  }
}

/** Longer than this, it would not fit on one line in the usual size. */
const longMarking = 60;
