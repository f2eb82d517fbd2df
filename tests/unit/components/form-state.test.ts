import { expect, test } from "vitest";
import { z } from "zod";

import { type FormValues, formErrors, keyFor, readForm, readKey } from "@/lib/form-state";

const typed = (...entries: [string, string | File][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

test.for<[what: string, data: FormData, values: FormValues]>([
  ["one value", typed(["who", "Sam"]), { who: "Sam" }],
  ["an empty answer is an answer", typed(["who", ""]), { who: "" }],
  ["what was typed is not trimmed", typed(["who", " Sam "]), { who: " Sam " }],
  [
    "what cannot be typed is left out",
    typed(["who", "S\0a\u202em\u2066\u007f\r\n\tسامي"]),
    { who: "Sam\r\n\tسامي" },
  ],
  ["a name that comes twice is a list", typed(["who", "a"], ["who", "b"]), { who: ["a", "b"] }],
  ["a name ending in [] is a list of one", typed(["who[]", ""], ["who[]", "a"]), { who: ["a"] }],
  ["nothing ticked is an empty list", typed(["who[]", ""]), { who: [] }],
  [
    "the framework's fields are left out",
    typed(["$ACTION_1:0", "x"], ["$ACTION_KEY", "k"], ["who", "Sam"]),
    { who: "Sam" },
  ],
  ["a post that is no form is an empty one", [["who", "Sam"]] as unknown as FormData, {}],
  ["files are left out", typed(["file", new File(["x"], "x.txt")], ["who", "Sam"]), { who: "Sam" }],
  [
    "three boxes are a day",
    typed(["on-day", "31"], ["on-month", "3"], ["on-year", "2026"]),
    { on: "31/3/2026" },
  ],
  [
    "the month may be a name",
    typed(["on-day", "31"], ["on-month", " March "], ["on-year", "2026"]),
    { on: "31/March/2026" },
  ],
  [
    "a box left empty stays empty",
    typed(["on-day", "31"], ["on-month", "3"], ["on-year", ""]),
    { on: "31/3/" },
  ],
  [
    "three empty boxes are no answer",
    typed(["on-day", ""], ["on-month", " "], ["on-year", ""]),
    { on: "" },
  ],
  [
    "a slash in a box does not make a fourth",
    typed(["on-day", "1/2"], ["on-month", "3"], ["on-year", "2026"]),
    { on: "1 2/3/2026" },
  ],
  ["a box without its fellows is itself", typed(["rest-day", "monday"]), { "rest-day": "monday" }],
])("reading a form: %s", ([, data, values]) => {
  expect(readForm(data)).toEqual(values);
});

const unique = "0195f0a8-0000-7000-8000-000000000001";
const hatId = "0195f0a8-0000-7000-8000-000000000002";

test.for<[what: string, key: unknown, hatId: string | null, unique: string | null]>([
  ["of a form opened in a role", keyFor(hatId, unique), hatId, unique],
  ["of a form opened in none", keyFor(null, unique), null, unique],
  ["that is not there", undefined, null, null],
  ["that came twice", [unique, unique], null, null],
])("the key %s says which role it was", ([, key, hatId, unique]) => {
  expect(readKey(key)).toEqual({ hatId, unique });
});

test("what a schema refuses is said by field, and about the form when it is about no field", () => {
  const schema = z
    .strictObject({ who: z.string().min(2, "Enter who"), why: z.string({ error: "Enter why" }) })
    .refine(() => false, "These do not go together");

  expect(formErrors(z.safeParse(schema, { who: "" }).error ?? new z.ZodError([]))).toEqual({
    who: ["Enter who"],
    why: ["Enter why"],
  });
  expect(
    formErrors(z.safeParse(schema, { who: "Sam", why: "x" }).error ?? new z.ZodError([])),
  ).toEqual({ form: ["These do not go together"] });
});
