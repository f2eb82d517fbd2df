import { writeArchive } from "@/lib/archive";
import { columnName } from "@/lib/spreadsheets/rules";

/** A cell as it is kept: words, a number, a number that is shown as a day or a share, or a formula with what it gave. */
export type Put =
  | string
  | number
  | { serial: number }
  | { share: number }
  | { formula: string; gave: string }
  | { broken: string };

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function cell(at: string, put: Put, strings: string[]): string {
  if (put === "") return "";
  if (typeof put === "string") {
    strings.push(`<si><t>${escaped(put)}</t></si>`);
    return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
  }
  if (typeof put === "number") return `<c r="${at}"><v>${put}</v></c>`;
  if ("serial" in put) return `<c r="${at}" s="1"><v>${put.serial}</v></c>`;
  if ("share" in put) return `<c r="${at}" s="2"><v>${put.share}</v></c>`;
  if ("broken" in put) return `<c r="${at}" t="e"><v>${put.broken}</v></c>`;
  return `<c r="${at}" t="str"><f>${escaped(put.formula)}</f><v>${escaped(put.gave)}</v></c>`;
}

type Traits = {
  merges?: string[];
  /** Parts added to the archive, or put in the place of ours. */
  parts?: Record<string, string>;
};

/** A workbook as Excel saves one: words in a table of their own, days as numbers with a format. */
export function aWorkbook(
  rows: readonly (readonly Put[])[],
  { merges = [], parts = {} }: Traits = {},
) {
  const strings: string[] = [];
  const lines = rows.map((cells, row) => {
    const made = cells.map((put, column) => cell(`${columnName(column)}${row + 1}`, put, strings));
    return `<row r="${row + 1}">${made.join("")}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const all: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns:r="${relationships}"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/styles.xml":
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${lines.join("")}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    "xl/sharedStrings.xml": `<sst>${strings.join("")}</sst>`,
    ...parts,
  };
  return writeArchive(Object.entries(all).map(([name, body]) => ({ name, body })));
}

/** The rows of a table of LibreOffice, as it writes them. */
export const anOdsFile = (rows: string, manifest = "<manifest/>") =>
  writeArchive([
    { name: "mimetype", body: "application/vnd.oasis.opendocument.spreadsheet" },
    { name: "META-INF/manifest.xml", body: manifest },
    {
      name: "content.xml",
      body: `<office:document-content><office:body><office:spreadsheet><table:table table:name="Plan">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ]);

const owners = ["Wyvern Police", "Youth Offending Team", "Northbridge College", "Street pastors"];
const dates: Put[] = [{ serial: 46_387 }, "2026-12-31", "31/12/2026", "31 Dec 2026", "Dec 2026"];
const rags = ["Green", "A", "On track", "Not started", "Complete"];

export const messyHeadings = [
  ...["Ref", "Theme", "Action", "Lead agency", "Lead officer", "Start", "Deadline", "RAG status"],
  ...["% complete", "Comments"],
];

/**
 * Three hundred rows as a co-ordinator has them: a title over the headings, themes merged over their rows, dates in four
 * formats and a month alone, owners that nobody here knows, two pairs of rows with one reference.
 */
export function aMessyWorkbook(themes: readonly string[], rows = 300) {
  const each = Math.ceil(rows / themes.length);
  const body = Array.from({ length: rows }, (_, index): Put[] => [
    index === 100 ? "1.50" : index === 200 ? "1.51" : `1.${index}`,
    index % each === 0 ? (themes[index / each] ?? "") : "",
    `Do the thing that is number ${index}`,
    owners[index % owners.length] ?? "",
    "Head of safeguarding",
    index === 0 ? "20/04/2026" : "01/04/2026",
    dates[index % dates.length] ?? "",
    rags[index % rags.length] ?? "",
    index % rags.length === 4 ? "" : { share: 0 },
    index % rags.length === 0 ? "" : "The venue was late, and another is being found.",
  ]);
  const first = 4;
  const merges = themes.map((_, index) => {
    const from = first + index * each;
    return `B${from}:B${Math.min(from + each, first + rows) - 1}`;
  });
  const title: Put[] = ["Prevent action plan 2026"];
  return aWorkbook([title, [], messyHeadings, ...body], { merges: [...merges, "A1:J1"] });
}
