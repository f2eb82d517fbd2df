"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { besideAnswers, setBesideSchema } from "@/lib/panels/beside/schema";
import { setBeside } from "./actions";

export function BesideForm() {
  const form = useActionForm(setBesideSchema, setBeside);
  return (
    <ActionForm
      form={form}
      submitLabel="Set what the panel may do"
      cancel={<Link href="/admin/areas">Cancel and go back to the area</Link>}
    >
      <RadioField
        name="isAllowed"
        legend="May the panel offer support while the police investigate?"
        legendSize="s"
        options={besideAnswers}
      />
      <TextAreaField name="reason" label="Why does it change?" labelSize="s" rows={3} />
    </ActionForm>
  );
}
