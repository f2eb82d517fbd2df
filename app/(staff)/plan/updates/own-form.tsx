"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { sayingLabels, updateOwnSchema } from "@/lib/plans/updates/own/schema";
import { updateOwnActions } from "./actions";

type Row = {
  actionId: string;
  reference: string;
  version: string;
  percent: number;
  about: ReactNode;
};

/** Every action of one's own, one under the other. What is left alone is not touched. */
export function OwnForm({ rows }: { rows: Row[] }) {
  const form = useActionForm(updateOwnSchema, updateOwnActions);
  const versions = rows.map(({ actionId, version }) => [`version-${actionId}`, version]);
  return (
    <ActionForm
      form={form}
      submitLabel="Save updates"
      hidden={Object.fromEntries(versions)}
      cancel={<Link href="/plan">Cancel and go back to the plan</Link>}
    >
      <PageHeading>Update your actions</PageHeading>
      <p className="govuk-body">
        Say how each one stands, and leave what you have nothing to say of. What turns amber or red,
        or is done, has a page of its own, since it asks why.
      </p>
      {rows.map(({ actionId, reference, percent, about }) => (
        <div key={actionId} className="govuk-form-group">
          <fieldset className="govuk-fieldset">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
              Action {reference}
            </legend>
            {about}
            <SelectField
              name={`saying-${actionId}`}
              label={`How does ${reference} stand?`}
              prompt="Nothing to say"
              options={sayingLabels}
            />
            <TextField
              name={`percent-${actionId}`}
              label={`How much of ${reference} is done?`}
              hint={`It was ${percent} percent. Leave it empty if it still is.`}
              suffix="percent"
              width={3}
              inputMode="numeric"
            />
            <TextField name={`note-${actionId}`} label={`Note on ${reference}`} optional />
          </fieldset>
        </div>
      ))}
    </ActionForm>
  );
}
