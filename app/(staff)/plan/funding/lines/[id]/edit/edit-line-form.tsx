"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editLineSchema } from "@/lib/funding/schema";
import { editLine } from "../../../actions";

type Props = { lineId: string; line: string; values: FormValues };

export function EditLineForm({ lineId, line, values }: Props) {
  const form = useActionForm(editLineSchema, editLine, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ lineId }}
      cancel={<Link href={`/plan/funding/lines/${lineId}`}>Cancel and go back to {line}</Link>}
    >
      <PageHeading caption={line}>Change the name and purpose</PageHeading>
      <p className="govuk-body">
        The budget and everything else about its money is changed by an entry in the ledger.
      </p>
      <TextField name="name" label="Name" hint="For example, Home Office projects" />
      <TextAreaField name="note" label="What it is for (optional)" rows={3} />
    </ActionForm>
  );
}
