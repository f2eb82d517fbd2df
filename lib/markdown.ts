import MarkdownIt, { type Token } from "markdown-it";

import type { Block, Run } from "@/lib/paper/rules";

// What people write in a report: paragraphs, lists, headings, tables and weights. No markup of a
// browser's gets through, and no picture: a link is printed with its address, as on paper.
const reader = new MarkdownIt({ html: false, linkify: false }).disable(["image", "code"]);

/** Text in Markdown as blocks, which a page, a PDF and a DOCX show alike. */
export function readMarkdown(text: string): Block[] {
  const tokens = reader.parse(text, {});
  const blocks: Block[] = [];
  for (let index = 0; index < tokens.length; ) {
    const [block, next] = blockAt(tokens, index);
    if (block) blocks.push(block);
    index = next;
  }
  return blocks;
}

type Read = [block: Block | null, next: number];

function blockAt(tokens: Token[], index: number): Read {
  const token = tokens[index] as Token;
  switch (token.type) {
    case "heading_open":
      return [{ kind: "heading", level: 3, text: textAt(tokens, index + 1) }, index + 3];
    case "bullet_list_open":
    case "ordered_list_open": {
      const end = endOf(tokens, index);
      const isNumbered = token.type === "ordered_list_open";
      return [{ kind: "list", items: itemsIn(tokens.slice(index, end)), isNumbered }, end + 1];
    }
    case "table_open": {
      const end = endOf(tokens, index);
      return [tableIn(tokens.slice(index, end)), end + 1];
    }
    case "inline": {
      const runs = runsOf(token);
      const isWeighted = runs.some(({ bold, italic }) => bold || italic);
      return [{ kind: "text", text: joined(runs), ...(isWeighted && { runs }) }, index + 1];
    }
    case "fence":
      return [{ kind: "text", text: token.content.trim() }, index + 1];
    default:
      return [null, index + 1];
  }
}

/** Where what opens here closes. */
function endOf(tokens: Token[], index: number): number {
  const { type, level } = tokens[index] as Token;
  const closing = type.replace("_open", "_close");
  const found = tokens.findIndex(
    (one, at) => at > index && one.type === closing && one.level === level,
  );
  return found === -1 ? tokens.length : found;
}

const textAt = (tokens: Token[], index: number): string =>
  tokens[index]?.type === "inline" ? joined(runsOf(tokens[index])) : "";

/** A list inside a list is told in the items of the outer one, each by itself. */
const itemsIn = (tokens: Token[]): string[] =>
  tokens.filter(({ type }) => type === "inline").map((token) => joined(runsOf(token)));

function tableIn(tokens: Token[]): Block {
  const lines: string[][] = [];
  for (const token of tokens) {
    if (token.type === "tr_open") lines.push([]);
    if (token.type === "inline") lines.at(-1)?.push(joined(runsOf(token)));
  }
  const [columns = [], ...rows] = lines;
  return { kind: "table", columns, rows };
}

const joined = (runs: Run[]): string => runs.map(({ text }) => text).join("");

function runsOf(token: Token): Run[] {
  const runs: Run[] = [];
  const weight = { bold: 0, italic: 0 };
  let address = "";
  for (const { type, content, attrGet } of (token.children ?? []).map(seen)) {
    if (type === "strong_open") weight.bold += 1;
    else if (type === "strong_close") weight.bold -= 1;
    else if (type === "em_open") weight.italic += 1;
    else if (type === "em_close") weight.italic -= 1;
    else if (type === "link_open") address = `${attrGet("href") ?? ""}`;
    else if (type === "link_close") runs.push({ text: ` (${address})` });
    else if (type === "softbreak") runs.push({ text: " " });
    else if (type === "hardbreak") runs.push({ text: "\n" });
    else if (content)
      runs.push({
        text: content,
        ...(weight.bold > 0 && { bold: true }),
        ...(weight.italic > 0 && { italic: true }),
      });
  }
  return runs;
}

const seen = (token: Token) => ({
  type: token.type,
  content: token.content,
  attrGet: (name: string) => token.attrGet(name),
});
