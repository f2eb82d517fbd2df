"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Progress } from "@/components/ui/progress";
import { importChoices } from "@/lib/plans/imports/labels";
import { applyImportSchema } from "@/lib/plans/imports/schema";
import type { RowOutcome } from "@/lib/plans/rows/labels";
import { applyImport } from "./actions";

type Props = {
  importId: string;
  version: string;
  seen: string;
  counts: Record<RowOutcome, number>;
};

const rows = (count: number) => (count === 1 ? "1 row" : `${count} rows`);

/** Nothing is chosen beforehand: to leave rows out is a choice of whoever imports. */
export function ApplyForm({ importId, version, seen, counts }: Props) {
  const form = useActionForm(applyImportSchema, applyImport, { version });
  const { added, changed, wrong } = counts;
  if (added + changed === 0)
    return (
      <p className="govuk-body">
        There is nothing to import: no row without a mistake adds or changes anything.
      </p>
    );
  const choices =
    wrong > 0
      ? [{ value: "right", label: importChoices.right, hint: `${rows(wrong)} would be left out.` }]
      : [{ value: "all", label: importChoices.all }];
  return (
    <ActionForm form={form} submitLabel="Import into the plan" hidden={{ importId, seen }}>
      <RadioField
        name="choice"
        legend={`Import ${rows(added + changed)}?`}
        hint="All of it is written, or nothing. It can be undone as long as nobody has changed what it wrote."
        options={choices}
      />
      {form.pending && <Progress label="Importing" value={null} />}
    </ActionForm>
  );
}
