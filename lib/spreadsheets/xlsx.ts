import "server-only";

import type { Parts } from "@/lib/spreadsheets/parts";
import {
  type Cell,
  cellAt,
  dayOfSerial,
  mostSheets,
  type Room,
  refusedSheet,
  roomOfAFile,
} from "@/lib/spreadsheets/rules";
import { aSheet } from "@/lib/spreadsheets/sheet";
import { readXml } from "@/lib/spreadsheets/xml";

type Format = "day" | "percent" | "other";
type Book = { strings: string[]; formats: Format[]; is1904: boolean; room: Room };

/** Every sheet of a workbook of Excel. Formulas are not run: what they last gave is taken. */
export function readXlsx(parts: Parts) {
  const { sheets, is1904 } = sheetsOf(parts);
  const book = {
    strings: stringsOf(parts),
    formats: formatsOf(parts),
    is1904,
    room: roomOfAFile(),
  };
  return sheets.slice(0, mostSheets).map(({ name, path }) => {
    const part = parts.read(path);
    if (!part) throw refusedSheet("unreadable");
    return readSheet(name, part, book);
  });
}

function sheetsOf(parts: Parts) {
  const book = parts.read("xl/workbook.xml");
  if (!book) throw refusedSheet("unreadable");
  const paths = new Map<string, string>();
  readXml(parts.read("xl/_rels/workbook.xml.rels") ?? Buffer.from("<none/>"), {
    open(name, { Id = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      paths.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  let is1904 = false;
  readXml(book, {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const [, id = ""] = Object.entries(attributes).find(([key]) => key.endsWith(":id")) ?? [];
      const path = paths.get(id);
      if (path && /worksheets\//.test(path)) sheets.push({ name: attributes.name ?? "", path });
    },
  });
  return { sheets, is1904 };
}

/** Texts that cells share. How a word is to be spoken is no part of it. */
function stringsOf(parts: Parts): string[] {
  const strings: string[] = [];
  const part = parts.read("xl/sharedStrings.xml");
  if (!part) return strings;
  let [said, isText, isPhonetic] = ["", false, false];
  readXml(part, {
    open(name) {
      if (name === "si") said = "";
      if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    text(found) {
      if (isText) said += found;
    },
    close(name) {
      if (name === "si") strings.push(said);
      if (name === "rPh") isPhonetic = false;
      isText = false;
    },
  });
  return strings;
}

const dayFormats = /^(1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8])$/;

function formatOf(id: string, code: string | undefined): Format {
  const bare = code?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "") ?? "";
  if (/^(9|10)$/.test(id) || bare.includes("%")) return "percent";
  return dayFormats.test(id) || /[dy]/i.test(bare) ? "day" : "other";
}

function formatsOf(parts: Parts): Format[] {
  const [codes, formats]: [Map<string, string>, Format[]] = [new Map(), []];
  let isCell = false;
  readXml(parts.read("xl/styles.xml") ?? Buffer.from("<none/>"), {
    open(name, { numFmtId = "", formatCode = "" }) {
      if (name === "numFmt") codes.set(numFmtId, formatCode);
      if (name === "cellXfs") isCell = true;
      if (name === "xf" && isCell) formats.push(formatOf(numFmtId, codes.get(numFmtId)));
    },
    close(name) {
      if (name === "cellXfs") isCell = false;
    },
  });
  return formats;
}

type Raw = { type: string; style: number; value: string; inline: string; isFormula: boolean };

function readSheet(name: string, part: Buffer, book: Book) {
  const sheet = aSheet(name, book.room);
  let [row, column, inside] = [0, -1, ""];
  let raw: Raw | undefined;
  readXml(part, {
    open(element, { r, t = "n", s = "0", ref = "" }) {
      if (element === "row") {
        row = r ? Number(r) : row + 1;
        column = -1;
      } else if (element === "c") {
        const at = r ? cellAt(r) : undefined;
        column = at?.column ?? column + 1;
        raw = { type: t, style: Number(s), value: "", inline: "", isFormula: false };
      } else if (element === "f" && raw) raw.isFormula = true;
      else if (element === "mergeCell") {
        const [from, to] = ref.split(":").map(cellAt);
        if (from && to) sheet.merge(from, to);
      }
      inside = element;
    },
    text(found) {
      if (inside === "v" && raw) raw.value += found;
      if (inside === "t" && raw) raw.inline += found;
    },
    close(element) {
      inside = "";
      if (element !== "c" || !raw) return;
      sheet.put({ row, column }, toCell(raw, book));
      raw = undefined;
    },
  });
  return sheet.done();
}

function toCell(raw: Raw, book: Book): Cell {
  const cell = plainCell(raw, book);
  if (!raw.isFormula || cell.note) return cell;
  return { ...cell, note: cell.text === "" ? "no_result" : "formula" };
}

function plainCell({ type, style, value, inline }: Raw, { strings, formats, is1904 }: Book): Cell {
  if (type === "s") return { text: (strings[Number(value)] ?? "").trim() };
  if (type === "inlineStr") return { text: inline.trim() };
  if (type === "e") return { text: value, note: "error" };
  if (type === "b") return { text: value === "1" ? "Yes" : "No" };
  if (type === "d") return { text: value, day: value.slice(0, 10) };
  if (type !== "n" || value === "") return { text: value.trim() };
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  const format = formats[style];
  const day = format === "day" ? dayOfSerial(number + (is1904 ? 1_462 : 0)) : undefined;
  if (day) return { text: day, day, number };
  if (format === "percent") return { text: `${round(number * 100)}%`, number, isPercent: true };
  return { text: `${round(number)}`, number };
}

/** Without the dust that binary fractions leave. */
const round = (number: number): number => Number(number.toPrecision(12));
