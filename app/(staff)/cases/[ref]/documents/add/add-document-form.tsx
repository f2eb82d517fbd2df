"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { markingLabels } from "@/lib/cases/labels";
import { addDocumentSchema } from "@/lib/documents/schema";
import { audienceLabels } from "@/lib/information/labels";
import { addDocument } from "./actions";

type Props = { caseId: string; reference: string; partners: { value: string; label: string }[] };

export function AddDocumentForm({ caseId, reference, partners }: Props) {
  const form = useActionForm(addDocumentSchema, addDocument, { caseId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ caseId }}
        submitLabel="Continue to the file"
        cancel={<Link href={`/cases/${reference}/documents`}>Cancel adding a document</Link>}
      >
        <PageHeading caption={reference}>Add a document</PageHeading>
        <TextField
          name="title"
          label="What is the document?"
          hint="For example, school attendance report, autumn term. Leave out names."
        />
        <RadioField
          name="marking"
          legend="How is it marked?"
          hint="Nothing above OFFICIAL-SENSITIVE may be added."
          options={markingLabels}
        />
        <RadioField
          name="audience"
          legend="Who needs to see this?"
          hint="For everybody else it is not there at all. Your own organisation always sees what it supplied."
          options={Object.entries(audienceLabels).map(([value, label]) => ({
            value,
            label,
            ...(value === "named_organisations" && {
              conditional: (
                <CheckboxField
                  name="namedOrganisationIds"
                  legend="Which organisations?"
                  options={partners}
                  small
                />
              ),
            }),
          }))}
        />
      </ActionForm>
    </div>
  );
}
