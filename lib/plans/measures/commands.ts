import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { getMeasure, type MeasureOfAction } from "@/lib/plans/measures/queries";
import type { AddMeasure, EditMeasure, RecordActual } from "@/lib/plans/measures/schema";
import { betterLabels, measureTypeLabels } from "@/lib/plans/parts/labels";
import { quartersOf } from "@/lib/plans/parts/rules";
import { assertPlanIsOpen } from "@/lib/plans/rules";

export async function addMeasure(ctx: Context, { actionId, ...details }: AddMeasure) {
  const { actor, tx, now } = ctx;
  const { plan } = await getPlanAction(ctx, actionId, "plan:write");
  assertPlanIsOpen(plan);
  await tx.planMeasure.createMany({
    data: {
      ...details,
      ...{ actionId, planId: plan.id, areaId: plan.areaId },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  await record(ctx, { type: "plan_action.measure_added", facts: { planId: plan.id, actionId } });
  return { actionId };
}

export async function editMeasure(ctx: Context, input: EditMeasure) {
  const { actor, tx, now } = ctx;
  const { measureId, version, ...details } = input;
  const seen = await getMeasure(ctx, measureId, "plan:write");
  const { plan, actionId } = seen.action;
  assertPlanIsOpen(plan);
  const { count } = await tx.planMeasure.updateMany({
    where: { id: measureId, version },
    data: { ...details, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  if (count === 0) throw measureOvertaken(seen);
  await record(ctx, {
    type: "plan_action.measure_edited",
    facts: { planId: plan.id, actionId, measureId },
  });
  return { measureId };
}

const measureOvertaken = (seen: MeasureOfAction) =>
  new Overtaken(
    seen.edited.by,
    `on ${formatInstant(seen.edited.at)}`,
    [
      { name: "name", label: "Measure", theirs: seen.name },
      { name: "type", label: "Type", theirs: seen.type, choices: measureTypeLabels },
      { name: "unit", label: "Unit", theirs: seen.unit },
      { name: "better", label: "Which way is better", theirs: seen.better, choices: betterLabels },
      { name: "baseline", label: "Baseline", theirs: `${seen.baseline ?? ""}` },
      { name: "target", label: "Target", theirs: `${seen.target}` },
      { name: "source", label: "Source", theirs: seen.source },
    ],
    seen.version,
  );

/** A figure is written once. Whoever corrects it writes the next, having seen the one before. */
export async function recordActual(ctx: Context, input: RecordActual) {
  const { actor, tx, now } = ctx;
  const { measureId, version, quarter, forArea, actual, note } = input;
  const seen = await getMeasure(ctx, measureId, "plan:update");
  const { plan, actionId } = seen.action;
  assertPlanIsOpen(plan);
  if (!quartersOf(plan, dayOf(now)).includes(quarter))
    throw new FieldsRefused({ quarter: ["Select a quarter of the plan that has begun"] });
  if (forArea && !plan.areas.some(({ id }) => id === forArea))
    throw new FieldsRefused({ forArea: ["Select an area of the plan"] });
  const last = seen.entries.reduce((most, entry) => Math.max(most, entry.number), 0);
  if (last !== version) throw figureOvertaken(seen, last);

  await tx.planActual.createMany({
    data: {
      ...{ measureId, actionId, planId: plan.id, areaId: plan.areaId, forArea, actual, note },
      quarterOn: toDateColumn(quarter),
      number: last + 1,
      ...{ recordedByHatId: actor.hatId, recordedAt: now },
    },
  });
  await record(ctx, {
    type: "plan_action.actual_recorded",
    facts: { planId: plan.id, actionId, measureId, quarter },
  });
  return { measureId };
}

function figureOvertaken({ entries }: MeasureOfAction, last: number): Overtaken {
  const newest = entries.find(({ number }) => number === last);
  return new Overtaken(
    newest?.by ?? "Somebody else",
    newest ? `on ${formatInstant(newest.recordedAt)}` : "since you opened this page",
    [
      { name: "quarter", label: "Quarter", theirs: newest?.quarterDay ?? "" },
      { name: "actual", label: "Figure", theirs: `${newest?.actual ?? ""}` },
      { name: "note", label: "Note", theirs: newest?.note ?? "" },
    ],
    last,
  );
}
