"use client";

import { ItemFields, type Partner } from "@/components/cases/item-fields";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { recordItemSchema } from "@/lib/information/schema";
import { recordItem } from "./actions";

type Props = { caseId: string; reference: string; partners: Partner[]; suppliers: Partner[] };

export function AddItemForm({ caseId, reference, partners, suppliers }: Props) {
  const form = useActionForm(recordItemSchema, recordItem, { caseId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ caseId }}
        submitLabel="Add information"
        cancel={<Link href={`/cases/${reference}/information`}>Cancel adding information</Link>}
      >
        <PageHeading caption={reference}>Add information</PageHeading>
        <SelectField
          name="suppliedById"
          label="Which organisation supplied this?"
          options={suppliers}
        />
        <ItemFields partners={partners} />
      </ActionForm>
    </div>
  );
}
