import { join } from "node:path";
import { Readable } from "node:stream";

import PDFDocument from "pdfkit";

import { type Block, printable } from "@/lib/paper/rules";

type About = {
  title: string;
  /** How it may be handled: at the top of every sheet (IS-22). */
  marking: string;
  /** Who took it out and when: across every sheet, so that a copy says whose it was. */
  watermark: string;
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

/** A document for paper: tagged and titled for those who listen to it, marked on every sheet. */
export function toPdf(blocks: readonly Block[], about: About): ReadableStream {
  const doc = new PDFDocument({
    ...{ size: "A4", margin, font: regular, bufferPages: true },
    ...{ tagged: true, pdfVersion: "1.7", lang: "en-GB", displayTitle: true },
    info: { Title: printable(about.title), CreationDate: about.createdAt },
  });
  const root = doc.struct("Document");
  doc.addStructure(root);
  const add = (tag: string, write: () => void) => root.add(doc.struct(tag, {}, write));

  blocks.forEach((block, index) => {
    if (block.kind !== "page") write(doc, add, block);
    else if (index > 0) doc.addPage();
  });
  root.end();
  markSheets(doc, about);
  doc.end();
  return Readable.toWeb(doc as unknown as Readable) as ReadableStream;
}

type Doc = InstanceType<typeof PDFDocument>;
type Add = (tag: string, write: () => void) => void;

function write(doc: Doc, add: Add, block: Exclude<Block, { kind: "page" }>): void {
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
      add("P", () => paragraph(block.text));
      break;
    case "list":
      for (const item of block.items) add("P", () => paragraph(`\u2022 ${item}`, 0.2));
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

/** The marking, the watermark and the number of each sheet, which are no part of what is read aloud. */
function markSheets(doc: Doc, { marking, watermark }: About): void {
  const { start, count } = doc.bufferedPageRange();
  for (let nth = start; nth < start + count; nth++) {
    doc.switchToPage(nth);
    const { width, height } = doc.page;
    doc.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    const line = { width: width - 2 * margin, lineBreak: false } as const;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.save().rotate(-45, { origin: [width / 2, height / 2] });
    doc.font(regular).fontSize(20).fillColor("#000000", 0.1);
    doc.text(printable(watermark), 0, height / 2 - 10, { width, align: "center" });
    doc.restore();
    doc.fillColor("#000000", 1).font(bold).fontSize(10);
    doc.text(marking, margin, 26, { ...line, align: "center" });
    doc.font(regular).fontSize(8);
    doc.text(printable(watermark), margin, height - 34, line);
    const sheet = `${nth - start + 1} of ${count}`;
    doc.text(sheet, margin, height - 34, { ...line, align: "right" });
    doc.endMarkedContent();
  }
}
