"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { itemKinds } from "@/lib/panels/labels";
import { itemSchema } from "@/lib/panels/schema";
import { addItem } from "./actions";

type Props = { meetingId: string; caption: string; cases: Option[]; organisations: Option[] };

export function ItemForm({ meetingId, caption, cases, organisations }: Props) {
  const form = useActionForm(itemSchema, addItem);
  return (
    <ActionForm form={form} submitLabel="Add to the agenda" hidden={{ meetingId }}>
      <PageHeading caption={caption}>Add a case to the agenda</PageHeading>
      <p className="govuk-body">
        Everybody invited to this meeting can then read the case, unless they have a conflict of
        interest on it.
      </p>
      <SelectField name="caseId" label="Case" options={cases} />
      <RadioField name="kind" legend="Why is it on the agenda?" options={itemKinds} small />
      <TextField
        name="residentForce"
        label="Police force where the person lives"
        hint="Only when it is not this area's own force. Its police then have to be there."
        optional
      />
      <SelectField
        name="keyOrganisationId"
        label="Organisation that knows most"
        hint="It then has to be there for this item."
        options={organisations}
        prompt="No organisation is named"
        optional
      />
    </ActionForm>
  );
}
