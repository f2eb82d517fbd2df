import { z } from "zod";

import { aDay, quarterOf } from "@/lib/dates";
import { betterLabels, measureTypeLabels } from "@/lib/plans/parts/labels";
import { aChoice, aForm, anId, anOptionalId, anOptionalText, aText, aVersion } from "@/lib/schema";

/** "1,250" or "87.5": a figure with two places at most. Nothing typed is nothing. */
function anOptionalFigure(name: string) {
  const wrong = `${name} must be a number, like 1,250 or 87.5`;
  return z
    .string({ error: wrong })
    .trim()
    .max(20, { error: wrong, abort: true })
    .transform((typed) => typed.replaceAll(",", ""))
    .refine((typed) => /^(-?\d{1,12}(\.\d{1,2})?)?$/.test(typed), wrong)
    .nullish()
    .transform((typed) => (typed ? Number(typed) : null));
}

const aFigure = (name: string) =>
  anOptionalFigure(name).refine(
    (figure): figure is number => figure !== null,
    `Enter ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  );

const details = {
  name: aText({ name: "Measure", enter: "Enter what is measured", max: 200 }),
  type: aChoice(measureTypeLabels, "Select the type of measure"),
  unit: aText({ name: "Unit", enter: "Enter the unit, like people or percent", max: 40 }),
  better: aChoice(betterLabels, "Select which way is better"),
  baseline: anOptionalFigure("The baseline"),
  target: aFigure("The target"),
  source: aText({ name: "Source", enter: "Enter where the figure comes from", max: 300 }),
};

export const addMeasureSchema = aForm({ actionId: anId(), ...details });
export type AddMeasure = z.output<typeof addMeasureSchema>;

export const editMeasureSchema = aForm({ measureId: anId(), version: aVersion(), ...details });
export type EditMeasure = z.output<typeof editMeasureSchema>;

export const recordActualSchema = aForm({
  measureId: anId(),
  version: aVersion(),
  quarter: aDay({ name: "Quarter" }).refine(
    (day) => quarterOf(day).start === day,
    "Select the quarter",
  ),
  forArea: anOptionalId("Select the area"),
  actual: aFigure("The figure"),
  note: anOptionalText({ name: "Note", max: 1000 }),
});
export type RecordActual = z.output<typeof recordActualSchema>;
