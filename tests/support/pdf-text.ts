import { inflateSync } from "node:zlib";

/** What is inside each stream of a PDF, unpacked where it is packed. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString("latin1");
  // What is packed may itself end in a return, so none is taken off.
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return body;
    }
  });
}

/** A sign may stand for several letters drawn as one, such as "ffi". */
const letter = (hex: string) =>
  Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le");

/** What each sign of a font stands for. Ours are given as lists: <first> <last> [<one> <one> …]. */
function lettersOf(map: string): string[] {
  const letters: string[] = [];
  for (const [, first = "", list = ""] of map.matchAll(/<(\w+)> <\w+> \[(.*?)\]/gs))
    for (const [index, [, hex = ""]] of [...list.matchAll(/<([\w ]+)>/g)].entries())
      letters[Number.parseInt(first, 16) + index] = letter(hex);
  return letters;
}

/** The words of a PDF that our own writer made, as each of its fonts would read them. */
export function textOf(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const fonts = streams.filter((one) => one.includes("begincmap")).map(lettersOf);
  const lines = streams.flatMap((one) => [...one.matchAll(/\[([^\]]*)\] TJ/g)]);
  const signs = lines.map(([, line = ""]) =>
    [...line.matchAll(/<(\w+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []),
  );
  return fonts
    .flatMap((font) =>
      signs.map((line) => line.map((sign) => font[Number.parseInt(sign, 16)] ?? "").join("")),
    )
    .join("\n");
}
