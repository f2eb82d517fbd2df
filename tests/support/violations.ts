import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import type { RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const contrast = "color-contrast";
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const quick: RunOptions = { resultTypes: ["violations"], preload: false, selectors: false };
const structure: RunOptions = {
  ...quick,
  runOnly: tags,
  rules: { [contrast]: { enabled: false } },
};
const colours: RunOptions = { ...quick, runOnly: [contrast] };

type Asked = { options: RunOptions; looks?: string[] };
type Violation = [rule: string, elements: string[]];

/**
 * Runs in the page. What a text looks like follows from the elements around it and what their styles hang on: their
 * names, classes and states; no element has a style of its own. Without looks it says which the page has; with them it
 * lets axe ask one text of each.
 */
async function askIn({
  options,
  looks,
}: Asked): Promise<{ violations: Violation[]; has: string[] }> {
  const there = window as unknown as { axe: typeof axe };
  const unlike = /^(id|for|name|value|href|action|autocomplete|aria-(label(ledby)?|describedby))$/;
  const partOf = (element: Element): string =>
    element.localName +
    [...element.attributes]
      .filter(({ name }) => !unlike.test(name))
      .map(({ name, value }) => `[${name}=${value}]`)
      .join("");
  const known = new Map<Element, string>();
  const lookOf = (element: Element): string => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const above = element.parentElement ? `${lookOf(element.parentElement)} ` : "";
    const look = above + partOf(element);
    known.set(element, look);
    return look;
  };
  const speaks = (element: Element) =>
    /^(input|select|textarea)$/.test(element.localName) ||
    [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
  const first = new Map<string, Element>();
  for (const element of document.body.querySelectorAll("*"))
    if (speaks(element) && element.checkVisibility() && !first.has(lookOf(element)))
      first.set(lookOf(element), element);
  const include = looks?.flatMap((look) => first.get(look) ?? []);
  const { violations } = await there.axe.run(include ? { include } : document, options);
  return {
    violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    has: [...first.keys()],
  };
}

/** How text has looked where axe found nothing against its colours. */
const legible = new Set<string>();

/**
 * What axe finds, each with the elements it means. It runs in the page itself: there are no frames here. Contrast is
 * most of its work, so it is asked of each look of text once, on whatever page it comes first.
 */
export async function violationsOn(page: Page): Promise<Violation[]> {
  await page.evaluate(source);
  const { violations, has } = await page.evaluate(askIn, { options: structure });
  const looks = has.filter((look) => !legible.has(look));
  if (looks.length === 0) return violations;
  const { violations: pale } = await page.evaluate(askIn, { options: colours, looks });
  if (pale.length === 0) for (const look of looks) legible.add(look);
  return [...violations, ...pale];
}
