import { z } from "zod";

import { importChoices, importDone } from "@/lib/plans/imports/labels";
import {
  evidenceBasisLabels,
  objectiveLabels,
  priorityLabels,
  workstreamLabels,
} from "@/lib/plans/labels";
import { leftOut } from "@/lib/plans/rows/rules";
import {
  type FallbackField,
  type Field,
  fallbackFields,
  fieldLabels,
  fields,
  neededFields,
} from "@/lib/plans/sheet/labels";
import type { Mapping } from "@/lib/plans/sheet/rules";
import {
  aChoice,
  aForm,
  anId,
  anOptionalChoice,
  anOptionalId,
  anOptionalText,
  aTick,
  aVersion,
} from "@/lib/schema";
import { mostColumns } from "@/lib/spreadsheets/rules";

const onImport = {
  importId: anId(),
  version: aVersion(),
};

export const columnOf = <F extends Field>(field: F) => `column-${field}` as const;
export const fallbackOf = <F extends FallbackField>(field: F) => `same-${field}` as const;

const aColumn = z
  .string({ error: "Select a column" })
  .regex(/^\d{0,2}$/, "Select a column")
  .transform((digits) => (digits === "" ? undefined : Number(digits)))
  .refine((column) => column === undefined || column < mostColumns, "Select a column")
  .optional();

const reasoned = (name: string) =>
  anOptionalText({ name, max: 1000 }).refine(
    (text) => !text || text.length >= 20,
    `${name} must be 20 characters or more`,
  );

const fallbacks = {
  "same-theme": anOptionalId("Select the theme"),
  "same-objective": anOptionalChoice(objectiveLabels, "Select the national objective"),
  "same-workstream": anOptionalChoice(workstreamLabels, "Select the workstream"),
  "same-priority": anOptionalChoice(priorityLabels, "Select the priority"),
  "same-ownerRole": anOptionalText({ name: "Post of the owner", max: 200 }),
  "same-evidenceBasis": anOptionalChoice(
    evidenceBasisLabels,
    "Select what local evidence there is",
  ),
  "same-proportionality": reasoned("Proportionality"),
  "same-cohesionImpact": reasoned("The effect on cohesion"),
} satisfies Record<`same-${FallbackField}`, z.ZodType>;

type Columns = { [F in Field as `column-${F}`]: typeof aColumn };
const columns = Object.fromEntries(fields.map((field) => [columnOf(field), aColumn])) as Columns;

type Answers = Record<string, unknown>;
const answered = (answers: Answers, name: string) =>
  answers[name] !== undefined && answers[name] !== null;

/** Each column says one thing, what a row cannot do without has a column, and of the rest something is said for all. */
function gapsIn(answers: Answers): { name: string; message: string }[] {
  const gaps: { name: string; message: string }[] = [];
  const taken = new Map<unknown, Field>();
  for (const field of fields.filter((one) => answered(answers, columnOf(one)))) {
    const name = columnOf(field);
    const other = taken.get(answers[name]);
    if (other) gaps.push({ name, message: `This column is already “${fieldLabels[other]}”` });
    taken.set(answers[name], field);
  }
  for (const field of neededFields)
    if (!answered(answers, columnOf(field)))
      gaps.push({
        name: columnOf(field),
        message: `Select the column for “${fieldLabels[field]}”`,
      });
  for (const field of fallbackFields)
    if (!answered(answers, columnOf(field)) && !answered(answers, fallbackOf(field)))
      gaps.push({
        name: columnOf(field),
        message: `Select a column for “${fieldLabels[field]}”, or say one thing for every row`,
      });
  return gaps;
}

const toMapping = (answers: Answers): Mapping => ({
  columns: Object.fromEntries(
    fields.flatMap((field) => {
      const column = answers[columnOf(field)];
      return column === undefined ? [] : [[field, column]];
    }),
  ),
  fallbacks: Object.fromEntries(
    fallbackFields.flatMap((field) => {
      const same = answers[fallbackOf(field)];
      return same ? [[field, same]] : [];
    }),
  ),
});

export const mapImportSchema = aForm({ ...onImport, ...columns, ...fallbacks }).transform(
  ({ importId, version, ...answers }, ctx) => {
    for (const { name, message } of gapsIn(answers))
      ctx.addIssue({ code: "custom", path: [name], message });
    return { importId, version, mapping: toMapping(answers) };
  },
);
export type MapImport = z.output<typeof mapImportSchema>;

const aMeaning = z.union([anId(), z.literal(leftOut)]);
const mostNames = 500;

/** Of each name that the plan does not know, "key-0" says which it is and "means-0" what it stands for, and so on. */
export const nameImportSchema = z
  .object(onImport, { error: "Reload the page and try again" })
  .catchall(z.string().max(400))
  .transform(({ importId, version, ...answers }, ctx) => {
    const choices: Record<string, string> = {};
    for (let n = 0; n < mostNames && `key-${n}` in answers; n++) {
      const meaning = aMeaning.safeParse(answers[`means-${n}`]);
      if (meaning.success) choices[answers[`key-${n}`] ?? ""] = meaning.data;
      else
        ctx.addIssue({
          ...{ code: "custom", path: [`means-${n}`] },
          message: "Select what this name stands for, or leave its rows out",
        });
    }
    return { importId, version, choices };
  });
export type NameImport = z.output<typeof nameImportSchema>;

/** What the page showed goes with the answer, so that nothing else is written than was looked at. */
export const applyImportSchema = aForm({
  ...onImport,
  seen: z.string({ error: "Reload the page and try again" }).max(60),
  choice: aChoice(importChoices, "Select what to import"),
});
export type ApplyImport = z.output<typeof applyImportSchema>;

export const undoImportSchema = aForm({
  importId: anId(),
  confirm: aTick("Tick the box to undo the whole import"),
});
export type UndoImport = z.output<typeof undoImportSchema>;

export const discardImportSchema = aForm({ importId: anId() });
export type DiscardImport = z.output<typeof discardImportSchema>;

const anAddressId = z.uuid().optional().catch(undefined);
const importAddress = z.object({
  plan: anAddressId,
  problem: z.string().max(40).optional().catch(undefined),
  done: z
    .enum(Object.keys(importDone) as (keyof typeof importDone)[])
    .optional()
    .catch(undefined),
});

/** What the address of an import may ask for. Anything else in it asks for nothing. */
export const readImportAddress = (query: object) => importAddress.parse(query);
