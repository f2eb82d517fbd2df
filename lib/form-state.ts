import type { z } from "zod";

export type FormValues = Record<string, string | string[]>;

/** What to say, by field. The key "form" is about the form as a whole. */
export type FormErrors = Record<string, string[] | undefined>;

/** Somebody else saved first: who, when, and what each field says now. `values.version` answers to it. */
export type Conflict = {
  savedBy: string;
  savedAt: string;
  fields: ConflictField[];
};

/** `choices` are the words of a field that holds codes. */
export type ConflictField = {
  name: string;
  label: string;
  theirs: string;
  choices?: Readonly<Record<string, string>>;
};

/** What an action gives back when it did not go on: everything that was typed, and why it stopped. */
export type FormState = {
  values: FormValues;
  errors: FormErrors;
  attempt: number;
  conflict?: Conflict;
};

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

/** The key of a form that was opened in a role: it is sent in that role, or not at all. */
export const keyFor = (hatId: string | null, unique: string): string =>
  hatId ? `${hatId}.${unique}` : unique;

export function readKey(key: unknown): { hatId: string | null; unique: string | null } {
  if (typeof key !== "string") return { hatId: null, unique: null };
  const [unique = null, hatId = null] = key.split(".").reverse();
  return { hatId, unique };
}

/** What no key types, no database keeps, or only turns the words around it the other way about. */
const untypable = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What was typed, as the schemas receive it. A repeated name, or one that ends in "[]", is a list
 * (without its empty entries, so that "nothing ticked" is an empty list). Three boxes called x-day,
 * x-month and x-year become x = "31/3/2026". Files and the framework's own fields are left out.
 */
export function readForm(data: FormData): FormValues {
  const values: FormValues = {};
  if (!(data instanceof FormData)) return values; // sent by no form of ours, and refused like an empty one
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = data
      .getAll(name)
      .filter((value) => typeof value === "string")
      .map((value) => value.replace(untypable, ""));
    const [only] = all;
    if (only === undefined) continue;
    if (name.endsWith("[]")) values[name.slice(0, -2)] = all.filter((value) => value !== "");
    else values[name] = all.length > 1 ? all : only;
  }
  return foldDates(values);
}

function foldDates(values: FormValues): FormValues {
  for (const part of Object.keys(values).filter((name) => name.endsWith("-day"))) {
    const name = part.slice(0, -"-day".length);
    const boxes = [`${name}-day`, `${name}-month`, `${name}-year`];
    const parts = boxes.map((box) => values[box]);
    if (!parts.every((value) => typeof value === "string")) continue;
    for (const box of boxes) delete values[box];
    const typed = parts.map((value) => value.trim().replaceAll("/", " "));
    values[name] = typed.every((value) => value === "") ? "" : typed.join("/");
  }
  return values;
}

/** What a schema refused, by field, in the schema's own order. */
export function formErrors({ issues }: Pick<z.ZodError, "issues">): FormErrors {
  const errors: Record<string, string[]> = {};
  for (const { path, message } of issues) {
    const name = String(path[0] ?? "form");
    errors[name] = [...(errors[name] ?? []), message];
  }
  return errors;
}
