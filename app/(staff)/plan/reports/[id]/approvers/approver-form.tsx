"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { approverRoles } from "@/lib/reports/labels";
import { nameApproverSchema } from "@/lib/reports/schema";
import { nameApprover } from "../../actions";

export function ApproverForm({ reportId, hats }: { reportId: string; hats: Option[] }) {
  const form = useActionForm(nameApproverSchema, nameApprover);
  return (
    <ActionForm
      form={form}
      submitLabel="Name officer"
      hidden={{ reportId }}
      cancel={<Link href={`/plan/reports/${reportId}`}>Cancel and go back to the report</Link>}
    >
      <h2 className="govuk-heading-m">Name another officer</h2>
      <RadioField
        name="role"
        legend="What do they approve it for?"
        legendSize="s"
        options={approverRoles}
      />
      <TextField name="post" label="Post" hint="For example, Head of legal services" />
      <SelectField
        name="hatId"
        label="Who gives the approval here?"
        hint="They are told, and read the whole report from the day it is sent."
        options={[
          { value: "none", label: "Nobody: the officer has no account, and I record it" },
          ...hats,
        ]}
      />
    </ActionForm>
  );
}
