import { z } from "zod";

// The kinds of answer that forms are made of. Each has words of its own for every way to go wrong,
// so that zod's never reach a person.

/** What is told to whoever sends what no form of ours asks. */
export const reload = "This form has changed since it was opened. Reload the page and try again.";
const count = new Intl.NumberFormat("en-GB");
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const tooLong = (name: string, max: number) =>
  `${name} must be ${count.format(max)} characters or fewer`;

/** A form takes the fields it names and no others. */
export const aForm = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, { error: reload });

/** A hidden field by default; a list to choose from brings words of its own. */
export const anId = (select = reload) => z.uuid({ error: select });

/** A row of a list that may be left alone. */
export const anOptionalId = (select = reload) =>
  z
    .union([anId(select), z.literal("")], { error: select })
    .nullish()
    .transform((id) => id || null);

/** The writer's own area, or a partnership by its key. */
export const aCoverage = (select = "Select which areas this is for") =>
  z.union([z.literal("area"), anId(select)], { error: select });

/** Boxes to tick whose values are rows, so that the list is not known here. */
export function someIds(select: string, { min = 0, max = 50 } = {}) {
  return z.preprocess(
    (ticked: string | string[] | undefined) => [ticked ?? []].flat(),
    z.array(anId(select), { error: select }).min(min, select).max(max, `Select ${max} or fewer`),
  );
}

type Text = { name: string; enter?: string; min?: number; max: number };

export function aText({ name, enter = `Enter ${lower(name)}`, min = 1, max }: Text) {
  return z
    .string({ error: enter })
    .trim()
    .min(1, { error: enter, abort: true })
    .min(min, `${name} must be ${count.format(min)} characters or more`)
    .max(max, tooLong(name, max));
}

/** Text that may be left out, and is then nothing at all. */
export function anOptionalText({ name, max }: { name: string; max: number }) {
  return z
    .string({ error: `Enter ${lower(name)} as text` })
    .trim()
    .max(max, tooLong(name, max))
    .nullish()
    .transform((text) => text || null);
}

const https = "Link must begin with https://";

/** An address of the web that may be left out. */
export const anOptionalLink = () =>
  z
    .union([z.url({ protocol: /^https$/, error: https }), z.literal("")], { error: https })
    .nullish()
    .transform((url) => url || null);

const keysOf = <Code extends string>(labels: Record<Code, unknown>) =>
  Object.keys(labels) as Code[];

/** One of the codes of a table in labels.ts. */
export function aChoice<Code extends string>(labels: Record<Code, unknown>, select: string) {
  return z.enum(keysOf(labels), { error: select });
}

export function anOptionalChoice<Code extends string>(
  labels: Record<Code, unknown>,
  select: string,
) {
  return z
    .union([z.enum(keysOf(labels)), z.literal("")], { error: select })
    .nullish()
    .transform((code) => code || null);
}

/** Boxes to tick. A browser sends one ticked box as a word, and none as nothing. */
export function someChoices<Code extends string>(
  labels: Record<Code, unknown>,
  select: string,
  { min = 0 }: { min?: number } = {},
) {
  return z.preprocess(
    (ticked: string | string[] | undefined) => [ticked ?? []].flat(),
    z
      .array(z.enum(keysOf(labels), { error: select }), { error: select })
      .min(min, select)
      .max(keysOf(labels).length, select),
  );
}

/** Yes or no, with neither chosen beforehand. */
export const aYesNo = (select: string) =>
  z.enum(["yes", "no"], { error: select }).transform((answer) => answer === "yes");

/** One box that has to be ticked. */
export const aTick = (tick: string) => z.literal("yes", { error: tick });

/** One box that may be ticked. */
export const anOptionalTick = (name: string) =>
  z
    .literal("yes", { error: `Tick or clear ${lower(name)}` })
    .optional()
    .transform((ticked) => ticked === "yes");

type WholeNumber = { name: string; min: number; max: number };

export function aWholeNumber({ name, min, max }: WholeNumber) {
  return anOptionalWholeNumber({ name, min, max }).refine(
    (value): value is number => value !== null,
    `Enter ${lower(name)}`,
  );
}

/** Which state of a row the form was opened with, so that a second writer is told of the first. */
export const aVersion = () => aWholeNumber({ name: "Version", min: 0, max: 1_000_000 });

/** A whole number that may be left out, and is then nothing at all. */
export function anOptionalWholeNumber({ name, min, max }: WholeNumber) {
  const wrong = `${name} must be a whole number from ${count.format(min)} to ${count.format(max)}`;
  return z
    .string({ error: wrong })
    .trim()
    .regex(/^\d{0,12}$/, { error: wrong, abort: true })
    .nullish()
    .transform((digits) => (digits ? Number(digits) : null))
    .refine((value) => value === null || (value >= min && value <= max), wrong);
}

/** For checks across fields: made even while other fields are wrong, so that all is said at once. */
export const always = { when: ({ value }: { value: unknown }) => value instanceof Object };
