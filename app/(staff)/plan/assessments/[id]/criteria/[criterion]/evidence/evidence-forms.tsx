"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { endEvidenceSchema, linkEvidenceSchema, nameEvidenceSchema } from "@/lib/benchmarks/schema";
import {
  endBenchmarkEvidence,
  linkBenchmarkEvidence,
  nameBenchmarkEvidence,
} from "../../../../actions";

type On = { assessmentId: string; criterion: string };

/** Something that is here already. */
export function LinkForm({
  choices,
  ...on
}: On & { choices: readonly { value: string; label: string }[] }) {
  const form = useActionForm(linkEvidenceSchema, linkBenchmarkEvidence);
  return (
    <ActionForm form={form} submitLabel="Link it" hidden={on}>
      <h2 className="govuk-heading-m">Link what is here already</h2>
      <SelectField name="what" label="What shows it" options={choices} />
    </ActionForm>
  );
}

/** A paper, or a meeting of others with its minutes, that is kept elsewhere. */
export function NameForm(on: On) {
  const form = useActionForm(nameEvidenceSchema, nameBenchmarkEvidence);
  return (
    <ActionForm form={form} submitLabel="Add it" submitVariant="secondary" hidden={on}>
      <h2 className="govuk-heading-m">Name what is kept elsewhere</h2>
      <TextField name="title" label="Title" hint="Name no person." />
      <TextField
        name="place"
        label="Where it is kept"
        hint="For example, the board’s shared folder."
      />
      <DateField name="datedDay" legend="Date of the document or meeting" legendSize="s" />
    </ActionForm>
  );
}

type One = { assessmentId: string; evidenceId: string; title: string };

export function EndForm({ assessmentId, evidenceId, title }: One) {
  const form = useActionForm(endEvidenceSchema, endBenchmarkEvidence);
  return (
    <ActionForm
      form={form}
      submitLabel={`End the link to ${title}`}
      submitVariant="secondary"
      hidden={{ assessmentId, evidenceId }}
    />
  );
}
