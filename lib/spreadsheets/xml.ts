import "server-only";

import { SaxesParser } from "saxes";

import { refusedSheet } from "@/lib/spreadsheets/rules";

type Attributes = Record<string, string>;
type Reader = {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Reads a part of a workbook, element by element. It has no business with a document type, and so
 * with entities of its own: one that declares any is refused before anything is expanded.
 */
export function readXml(bytes: Buffer, { open, text, close }: Reader): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on("doctype", () => {
    throw refusedSheet("unsafe");
  });
  parser.on("error", () => {
    throw refusedSheet("unreadable");
  });
  parser.on("opentag", ({ name, attributes }) => open?.(localName(name), attributes));
  parser.on("closetag", ({ name }) => close?.(localName(name)));
  parser.on("text", (found) => text?.(found));
  parser.on("cdata", (found) => text?.(found));
  parser.write(bytes.toString("utf8")).close();
}
