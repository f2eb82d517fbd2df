import { expect, test } from "vitest";

import { writeArchive } from "@/lib/archive";
import { RuleBroken } from "@/lib/errors";
import type { SpreadsheetProblem } from "@/lib/spreadsheets/labels";
import { readSpreadsheet } from "@/lib/spreadsheets/read";
import { toXlsx } from "@/lib/spreadsheets/write";
import { anOdsFile, aWorkbook, type Put } from "@/tests/support/workbook";

const only = (name: string, bytes: Buffer) => {
  const [first] = readSpreadsheet(name, bytes).sheets;
  if (!first) throw new Error("There is no sheet");
  return first;
};
const cellsOf = (name: string, bytes: Buffer) =>
  only(name, bytes).sheet.rows.map(({ cells }) => Object.values(cells));
const texts = (name: string, bytes: Buffer) =>
  cellsOf(name, bytes).map((cells) => cells.map(({ text }) => text));

const problemOf = (name: string, bytes: Buffer): SpreadsheetProblem | undefined => {
  try {
    return only(name, bytes).problem;
  } catch (refusal) {
    if (refusal instanceof RuleBroken) return refusal.detail.problem as SpreadsheetProblem;
    throw refusal;
  }
};

test("a workbook is read as it shows: words, numbers, days and shares", () => {
  const rows: Put[][] = [["Ref", "Due", "Done"], ["1.1", { serial: 46_387 }, { share: 0.45 }], [7]];

  expect(texts("plan.xlsx", aWorkbook(rows))).toEqual([
    ["Ref", "Due", "Done"],
    ["1.1", "2026-12-31", "45%"],
    ["7"],
  ]);
});

test("a cell over several rows says the same of each, and that it does; over several columns it is a title", () => {
  const rows: Put[][] = [["Plan"], ["Channel", "a"], ["", "b"], ["", "c"], ["Projects", "d"]];

  const found = cellsOf("plan.xlsx", aWorkbook(rows, { merges: ["A2:A4", "A1:C1"] }));

  expect(found.map(([cell]) => [cell?.text, cell?.note])).toEqual([
    ["Plan", undefined],
    ["Channel", undefined],
    ["Channel", "merged"],
    ["Channel", "merged"],
    ["Projects", undefined],
  ]);
});

test("a formula is never run: what it last gave is taken, and it says so", () => {
  const put = { formula: 'HYPERLINK("http://x.example","y")', gave: "Brief every school" };

  const [[cell, empty, broken] = []] = cellsOf(
    "plan.xlsx",
    aWorkbook([[put, { formula: "A1", gave: "" }, { broken: "#REF!" }]]),
  );

  expect(cell).toEqual({ text: "Brief every school", note: "formula" });
  expect(empty).toEqual({ text: "", note: "no_result" });
  expect(broken).toEqual({ text: "#REF!", note: "error" });
});

test("days of the old counting from 1904 are read as the days they are", () => {
  const parts = {
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="Plan" r:id="rId1"/></sheets></workbook>',
  };

  expect(texts("plan.xlsx", aWorkbook([[{ serial: 46_387 - 1_462 }]], { parts }))).toEqual([
    ["2026-12-31"],
  ]);
});

test("an OpenDocument sheet is read the same, its repeated and covered cells included", () => {
  const cell = (text: string, more = "") =>
    `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`;
  const day =
    '<table:table-cell office:value-type="date" office:date-value="2026-12-31T00:00:00"><text:p>31/12/26</text:p></table:table-cell>';
  const share =
    '<table:table-cell office:value-type="percentage" office:value="0.45"><text:p>45%</text:p></table:table-cell>';
  const noted =
    "<table:table-cell><office:annotation><text:p>Ask Jo</text:p></office:annotation><text:p>b</text:p></table:table-cell>";
  const rows = [
    `<table:table-row>${cell("Channel", 'table:number-rows-spanned="2"')}${cell("a", 'table:number-columns-repeated="2"')}${day}${share}</table:table-row>`,
    `<table:table-row><table:covered-table-cell/>${noted}</table:table-row>`,
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>',
  ];

  expect(texts("plan.ods", anOdsFile(rows.join("")))).toEqual([
    ["Channel", "a", "a", "2026-12-31", "45%"],
    ["Channel", "b"],
  ]);
});

// prettier-ignore
test.for([
  [
    "commas, quotes and lines",
    '\uFEFFRef,Action\r\n1.1,"Brief ""every""\nschool, college"\r\n',
    [
      ["Ref", "Action"],
      ["1.1", 'Brief "every"\nschool, college'],
    ],
  ],
  [
    "semicolons",
    "Ref;Action\n1.1;a, b\n",
    [
      ["Ref", "Action"],
      ["1.1", "a, b"],
    ],
  ],
  [
    "tabs",
    "Ref\tAction\n1.1\tb\n",
    [
      ["Ref", "Action"],
      ["1.1", "b"],
    ],
  ],
  [
    "what we have defused",
    "Ref,Action\n1.1,'=1+1\n1.2,'tis so\n",
    [
      ["Ref", "Action"],
      ["1.1", "=1+1"],
      ["1.2", "'tis so"],
    ],
  ],
] as const)("a CSV with %s is read", ([, text, rows]) => {
  expect(texts("plan.csv", Buffer.from(text))).toEqual(rows);
});

test.for([
  [
    "utf-16le",
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Ref,Ŵyn\n", "utf16le")]),
    "Ŵyn",
  ],
  ["windows-1252", Buffer.from("Ref,caf\xe9\n", "latin1"), "café"],
] as const)("a CSV in %s keeps its letters", ([, bytes, word]) => {
  expect(texts("plan.csv", bytes)).toEqual([["Ref", word]]);
});

const old = Buffer.from("d0cf11e0a1b11ae1d0cf11e0a1b11ae1", "hex");
const ours = aWorkbook([["Ref"]]);
const part = (name: string, body = "x") => aWorkbook([["Ref"]], { parts: { [name]: body } });
const entity =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
const outside =
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>';
const manyTimes = "<row>".concat('<c t="s"><v>0</v></c>'.repeat(99), "</row>").repeat(30);
const sameWords = writeArchive([
  { name: "mimetype", body: "application/vnd.oasis.opendocument.spreadsheet" },
  {
    name: "content.xml",
    body: `<x><table:table><table:table-row table:number-rows-repeated="5000"><table:table-cell table:number-columns-repeated="100"><text:p>${"x".repeat(100)}</text:p></table:table-cell></table:table-row></table:table></x>`,
  },
]);
const long = Array.from({ length: 5_060 }, (_, row): Put[] => [`${row}`]);
const manyColumns = [Array.from({ length: 101 }, (_, column): Put => `c${column}`)];

// prettier-ignore
test.for([
  ["nothing", "plan.xlsx", Buffer.alloc(0), "empty"],
  ["a workbook with macros by its name", "plan.xlsm", ours, "macros"],
  ["a workbook with macros inside", "plan.xlsx", part("xl/vbaProject.bin"), "macros"],
  [
    "a workbook with macros of the old kind",
    "plan.xlsx",
    part("xl/macrosheets/sheet1.xml"),
    "macros",
  ],
  [
    "a workbook that says it has macros",
    "plan.xlsx",
    part(
      "[Content_Types].xml",
      '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    ),
    "macros",
  ],
  [
    "an OpenDocument sheet with macros",
    "plan.ods",
    writeArchive([
      { name: "mimetype", body: "application/vnd.oasis.opendocument.spreadsheet" },
      { name: "Basic/Standard/x.xml", body: "x" },
    ]),
    "macros",
  ],
  ["a file with a password, or of the old kind", "plan.xlsx", old, "protected"],
  [
    "an OpenDocument sheet with a password",
    "plan.ods",
    anOdsFile("", "<manifest><encryption-data/></manifest>"),
    "protected",
  ],
  ["entities that grow", "plan.xlsx", part("xl/worksheets/sheet1.xml", entity), "unsafe"],
  ["an entity that fetches", "plan.xlsx", part("xl/sharedStrings.xml", outside), "unsafe"],
  [
    "XML that ends too soon",
    "plan.xlsx",
    part("xl/worksheets/sheet1.xml", "<worksheet><sheetData>"),
    "unreadable",
  ],
  ["half an archive", "plan.xlsx", ours.subarray(0, ours.length / 2), "unreadable"],
  [
    "an archive of something else",
    "plan.xlsx",
    writeArchive([{ name: "a.txt", body: "a" }]),
    "wrong_kind",
  ],
  [
    "what unpacks to too much",
    "plan.xlsx",
    part("xl/sharedStrings.xml", " ".repeat(50_000_001)),
    "too_much",
  ],
  [
    "a few words that stand in every cell",
    "plan.xlsx",
    aWorkbook([], {
      parts: {
        "xl/sharedStrings.xml": `<sst><si><t>${"x".repeat(9_000)}</t></si></sst>`,
        "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${manyTimes}</sheetData></worksheet>`,
      },
    }),
    "too_much",
  ],
  ["one cell that is repeated until it is a book", "plan.ods", sameWords, "too_much"],
  ["too many rows", "plan.xlsx", aWorkbook(long), "too_many_rows"],
  ["too many columns", "plan.xlsx", aWorkbook(manyColumns), "too_many_columns"],
  [
    "a million rows that are all the same",
    "plan.ods",
    anOdsFile(
      '<table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>',
    ),
    "too_many_rows",
  ],
  ["a CSV whose quotes do not end", "plan.csv", Buffer.from('Ref,Action\n1,"a\n'), "unreadable"],
  [
    "a picture that is called CSV",
    "plan.csv",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    "wrong_kind",
  ],
  ["a PDF", "plan.pdf", Buffer.from("%PDF-1.7"), "wrong_kind"],
  ["a good workbook", "plan.xlsx", ours, undefined],
] as const)("%s is refused for what it is", ([, name, bytes, problem]) => {
  expect(problemOf(name, bytes)).toBe(problem);
});

test("a workbook of ours comes back as it was written, and what begins like a formula is words", () => {
  const columns = ["Ref", "Action", "Due", "Done", "Count"].map((text) => ({ text, width: 10 }));
  const bytes = toXlsx("A plan: 1/2", columns, [
    ["1.1", '=HYPERLINK("x") & <b>', { day: "2026-12-31" }, { percent: 45 }, 3],
    ["1.2", " two\nlines ", "", { percent: 7 }, 0],
  ]);

  expect(cellsOf("plan.xlsx", bytes)).toEqual([
    columns.map(({ text }) => ({ text })),
    [
      { text: "1.1" },
      { text: '=HYPERLINK("x") & <b>' },
      { text: "2026-12-31", day: "2026-12-31", number: 46_387 },
      { text: "45%", number: 0.45, isPercent: true },
      { text: "3", number: 3 },
    ],
    [
      { text: "1.2" },
      { text: "two\nlines" },
      { text: "7%", number: 0.07, isPercent: true },
      { text: "0", number: 0 },
    ],
  ]);
  expect(bytes.includes("<f>")).toBe(false);
});
