import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

import { type Block, printable, type Run } from "@/lib/paper/rules";

type About = {
  title: string;
  /** How it may be handled: in the header of every page (IS-22). */
  marking: string;
  footer: string;
};

const headings = {
  1: HeadingLevel.TITLE,
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
} as const;

/** The same blocks as a document that a clerk can go on with: headings are styles, and the language is said. */
export function toDocx(blocks: readonly Block[], { title, marking, footer }: About) {
  const document = new Document({
    ...{ title: printable(title), creator: "Prevent Casebook", description: printable(footer) },
    styles: {
      default: {
        document: { run: { font: "Arial", size: 22, language: { value: "en-GB" } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 200 } } },
        heading1: { run: { size: 28, bold: true }, paragraph: spaced },
        heading2: { run: { size: 24, bold: true }, paragraph: spaced },
      },
    },
    numbering: {
      config: [
        {
          reference: "numbered",
          levels: [
            {
              ...{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: start },
              style: { paragraph: { indent: { left: 720, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [centred(marking)] }) },
        footers: { default: new Footer({ children: [pageNumbers(footer)] }) },
        children: paragraphsOf(blocks),
      },
    ],
  });
  return Packer.toBuffer(document);
}

const start = AlignmentType.START;
const spaced = { spacing: { before: 280, after: 120 } };

const centred = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: printable(text), bold: true, size: 18 })],
  });

const pageNumbers = (footer: string) =>
  new Paragraph({
    alignment: AlignmentType.END,
    children: [
      new TextRun({ text: `${printable(footer)} – page `, size: 16 }),
      new TextRun({ children: [PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES], size: 16 }),
    ],
  });

function paragraphsOf(blocks: readonly Block[]): (Paragraph | Table)[] {
  let breaks = false;
  let lists = 0;
  return blocks.flatMap((block, index): (Paragraph | Table)[] => {
    if (block.kind === "page") {
      breaks = index > 0;
      return [];
    }
    if (block.kind === "list") lists += 1;
    const made = oneBlock(block, breaks, lists);
    breaks = false;
    return made;
  });
}

type Shown = Exclude<Block, { kind: "page" }>;

function oneBlock(block: Shown, pageBreakBefore: boolean, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          ...{ heading: headings[block.level], pageBreakBefore },
          children: [new TextRun(printable(block.text))],
        }),
      ];
    case "text":
      return [
        new Paragraph({
          spacing: { after: 140 },
          ...(block.number && { indent: { left: 720, hanging: 720 } }),
          children: [
            ...(block.number ? [new TextRun(`${block.number}\t`)] : []),
            ...(block.runs ?? [{ text: block.text }]).map(toRun),
          ],
        }),
      ];
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            ...(block.isNumbered
              ? { numbering: { reference: "numbered", level: 0, instance: list } }
              : { bullet: { level: 0 } }),
            children: [new TextRun(printable(item))],
          }),
      );
    case "facts":
      return block.rows.map(
        ([key, value]) =>
          new Paragraph({
            children: [
              new TextRun({ text: `${printable(key)}: `, bold: true }),
              new TextRun(printable(value)),
            ],
          }),
      );
    case "table":
      return [toTable(block), new Paragraph("")];
  }
}

const toRun = ({ text, bold, italic }: Run) =>
  new TextRun({ text: printable(text), ...(bold && { bold }), ...(italic && { italics: true }) });

const toTable = ({ columns, rows }: Extract<Block, { kind: "table" }>) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map((text) => toCell(text, true)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((_, index) => toCell(cells[index] ?? "", false)),
          }),
      ),
    ],
  });

const toCell = (text: string, bold: boolean) =>
  new TableCell({
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ children: [new TextRun({ text: printable(text), bold })] })],
  });
