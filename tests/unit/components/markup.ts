import { readFileSync } from "node:fs";

type Text = { text: string; classes?: string; isPageHeading?: boolean };

/** What the examples ask for, as far as our components offer it. */
export type Asked = {
  id?: string;
  idPrefix?: string;
  name?: string;
  text?: string;
  classes?: string;
  isPageHeading?: boolean;
  type?: string;
  href?: string;
  label?: Text;
  legend?: Text;
  fieldset?: { legend: Text };
  hint?: Text;
  errorMessage?: Text;
  maxlength?: number;
  prefix?: Text;
  suffix?: Text;
  values?: Record<string, number>;
  items?: {
    value?: string | number;
    text?: string;
    hint?: Text;
    divider?: string;
    checked?: boolean;
    href?: string;
  }[];
  summaryText?: string;
  open?: boolean;
  captionClasses?: string;
};

type Fixture = { name: string; html: string; options: Asked };

/** One official example of a GOV.UK component: what it asks for, and its HTML. */
export function official(component: string, example: string): Fixture {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  const { fixtures }: { fixtures: Fixture[] } = JSON.parse(readFileSync(file, "utf8"));
  const found = fixtures.find(({ name }) => name === example);
  if (!found) throw new Error(`GOV.UK has no example "${example}" of ${component}`);
  return found;
}

const voids = /^(br|hr|img|input|link|meta|area|col|wbr)$/;
const tagOrText =
  /<!--.*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*"[^"]*")?)*)\s*(\/?)>|([^<]+)/gs;

/** What a page is made of, without what does not matter: spaces, the order of attributes, hooks for scripts. */
export function markup(html: string): string[] {
  const found: string[] = [];
  for (const [, closing, tag, attributes, selfClosing, text] of html.matchAll(tagOrText)) {
    if (text !== undefined) {
      const words = decoded(text).replace(/\s+/g, " ").trim();
      const last = found.at(-1);
      if (words && last?.startsWith("“"))
        found[found.length - 1] = `${last.slice(0, -1)} ${words}”`;
      else if (words) found.push(`“${words}”`);
    } else if (tag && closing) {
      found.push(`</${tag}>`);
    } else if (tag && !/type="hidden"/.test(attributes ?? "")) {
      found.push(`<${[tag, ...sorted(attributes ?? "")].join(" ")}>`);
      if (selfClosing && !voids.test(tag)) found.push(`</${tag}>`);
    }
  }
  return found;
}

const forScripts = /^(data-|tabindex|aria-expanded)/;

function sorted(attributes: string): string[] {
  const pairs = [...attributes.matchAll(/([^\s=>/]+)(?:\s*=\s*"([^"]*)")?/g)];
  return pairs
    .map(([, name = "", value = ""]) => [name.toLowerCase(), decoded(value)] as const)
    .filter(([name]) => !forScripts.test(name))
    .map(([name, value]) => `${name}="${name === "class" ? classes(value) : value}"`)
    .sort();
}

const classes = (value: string) =>
  value
    .split(/\s+/)
    .filter((name) => name && !name.startsWith("govuk-js-"))
    .sort()
    .join(" ");

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', ctdot: "⋯" };

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name) => named[name] ?? whole);
}
