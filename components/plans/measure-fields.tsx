"use client";

import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { betterLabels, measureTypeLabels } from "@/lib/plans/parts/labels";

/** What a measure says of itself. Its figures come quarter by quarter. */
export function MeasureFields() {
  return (
    <>
      <TextField name="name" label="What is measured?" />
      <RadioField
        name="type"
        legend="What kind of measure is it?"
        legendSize="s"
        options={[
          {
            value: "input",
            label: measureTypeLabels.input,
            hint: "What is put in, like money or hours",
          },
          {
            value: "output",
            label: measureTypeLabels.output,
            hint: "What is done, like sessions held",
          },
          {
            value: "outcome",
            label: measureTypeLabels.outcome,
            hint: "What is different afterwards",
          },
          { value: "quality", label: measureTypeLabels.quality, hint: "How well it is done" },
        ]}
      />
      <TextField
        name="unit"
        label="Unit"
        hint="For example, people, sessions or percent"
        width={20}
      />
      <RadioField
        name="better"
        legend="Which way is better?"
        legendSize="s"
        options={betterLabels}
      />
      <TextField
        name="baseline"
        label="Baseline"
        hint="The figure before the action began, if anybody counted"
        width={10}
        inputMode="decimal"
        optional
      />
      <TextField name="target" label="Target" width={10} inputMode="decimal" />
      <TextField name="source" label="Where does the figure come from?" />
    </>
  );
}
