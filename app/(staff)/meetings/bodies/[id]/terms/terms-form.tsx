"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addTermsSchema } from "@/lib/governance/schema";
import { addTerms } from "../../actions";

export function TermsForm({ bodyId, name }: { bodyId: string; name: string }) {
  const form = useActionForm(addTermsSchema, addTerms);
  return (
    <ActionForm
      form={form}
      submitLabel="Add this version"
      hidden={{ bodyId }}
      cancel={<Link href={`/meetings/bodies/${bodyId}`}>Cancel and go back to {name}</Link>}
    >
      <PageHeading caption={name}>Add terms of reference</PageHeading>
      <TextAreaField
        name="bodyText"
        label="Terms of reference"
        hint="They stay as they are written. The versions before them stay too."
        rows={15}
      />
      <TextField name="adoptedBy" label="Who adopted them?" />
      <DateField name="adoptedDay" legend="When were they adopted?" legendSize="s" />
    </ActionForm>
  );
}
