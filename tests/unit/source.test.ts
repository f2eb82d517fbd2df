import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

// SEC-16: what no test of behaviour would notice is looked for in the text.

const filesIn = (...folders: string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    )
    .filter((path) => /\.(ts|tsx)$/.test(path) && !path.includes("/generated/"));

const textOf = (path: string) => readFileSync(path, "utf8");
const product = [...filesIn("app", "components", "lib", "prisma"), "proxy.ts"];

test.for([
  ["SQL put together from text", /\$(?:query|execute)RawUnsafe|Prisma\.raw\(/],
  ["code made from text", /\beval\(|new Function\(/],
  ["markup made from text", /dangerouslySetInnerHTML|\.innerHTML\b/],
  ["anything kept between requests", /["']use cache["']|unstable_cache|\bdraftMode\(|force-static/],
  ["a setting that outlives its transaction", /set_config\([^)]*,\s*false\)/],
] as const)("nowhere is there %s", ([, pattern]) => {
  expect(product.filter((path) => pattern.test(textOf(path)))).toEqual([]);
});

test("no regular expression is made from what somebody sent", () => {
  // Made once, when the module loads, from words of our own.
  const made = product.filter((path) => /new RegExp\((?!["'`/])/.test(textOf(path)));

  expect(made.filter((path) => !/\/rules\.ts$/.test(path))).toEqual([]);
});

test("the primitives of cryptography are known to one folder", () => {
  const knowing = product.filter((path) => /from "(?:node:)?crypto"/.test(textOf(path)));

  expect(knowing.filter((path) => !path.startsWith("lib/crypto/"))).toEqual([]);
});

/** The text of each call that begins with the pattern, to its closing bracket. */
function callsOf(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(({ index, 0: opening }) => {
    let depth = 1;
    let end = index + opening.length;
    while (depth > 0 && end < text.length) {
      if (text[end] === "(") depth++;
      if (text[end] === ")") depth--;
      end++;
    }
    return text.slice(index, end);
  });
}

test("every read names what it wants", () => {
  const reads = filesIn("lib", "app").flatMap((path) =>
    callsOf(/\.find(?:Many|First|Unique)(?:OrThrow)?\(/g, textOf(path)).map((call) => [path, call]),
  );

  expect(reads.length).toBeGreaterThan(50);
  expect(reads.filter(([, call = ""]) => !/\bselect\b/.test(call))).toEqual([]);
});

test("a file of actions exports what a door made, and nothing else", () => {
  const doors = /^export const \w+ = (?:submit|submitOrKeep|autosave|door\.\w+|factor\.\w+)\b/;
  const actions = product.filter((path) => /^"use server";/m.test(textOf(path)));

  const exports = actions.flatMap((path) =>
    textOf(path)
      .split("\n")
      .filter((line) => /^export/.test(line))
      .map((line) => [path, line]),
  );

  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((path) => !path.endsWith("/actions.ts"))).toEqual([]);
  expect(exports.filter(([, line = ""]) => !doors.test(line))).toEqual([]);
  const doorFolder = /from "(@\/lib\/request\/(?:submit|sign-in|factor))"/;
  expect(actions.filter((path) => !doorFolder.test(textOf(path)))).toEqual([]);
});

test("no action is written inside a page", () => {
  const inline = product.filter((path) => /^\s+["']use server["']/m.test(textOf(path)));

  expect(inline).toEqual([]);
});
