/** A stretch of text in one weight. */
export type Run = { text: string; bold?: boolean; italic?: boolean };

/** What a document is made of, whether it is read on a page or on paper. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  /** A numbered paragraph carries its number; runs say the same as the text, with its weights. */
  | { kind: "text"; text: string; number?: string; runs?: Run[] }
  | { kind: "list"; items: string[]; isNumbered?: boolean }
  | { kind: "facts"; rows: [key: string, value: string][] }
  | { kind: "table"; columns: string[]; rows: string[][] }
  | { kind: "page" };

/** Letters of every alphabet stay; what only steers a machine, or turns the line round, goes. */
export const printable = (typed: string): string =>
  typed
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\p{Cc}/gu, (found) => (found === "\n" ? found : " "))
    .replaceAll(/\p{Bidi_Control}/gu, "");
