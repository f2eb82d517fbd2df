"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { needKinds, needLabels } from "@/lib/cases/needs/labels";
import { addNeedSchema } from "@/lib/cases/needs/schema";
import { SaidFields } from "../said-fields";
import { addNeed } from "./actions";

export function AddNeedForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(addNeedSchema, addNeed, { caseId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ caseId }}
        submitLabel="Add to the case"
        cancel={<Link href={`/cases/${reference}/needs`}>Cancel adding this</Link>}
      >
        <PageHeading caption={reference}>Add a need, a strength or a view</PageHeading>
        <RadioField
          name="kind"
          legend="What are you adding?"
          hint="Each is kept by itself. Add one at a time."
          options={Object.entries(needKinds).map(([value, label]) => ({
            value,
            label,
            ...(value === "need" && {
              conditional: <SelectField name="need" label="Which need?" options={needLabels} />,
            }),
          }))}
        />
        <SaidFields />
      </ActionForm>
    </div>
  );
}
