"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { decisionKinds } from "@/lib/governance/labels";
import { minuteItemSchema } from "@/lib/governance/schema";
import { minuteItem } from "../../../actions";

type Props = { itemId: string; caption: string; values: FormValues };

export function WriteForm({ itemId, caption, values }: Props) {
  const form = useActionForm(minuteItemSchema, minuteItem, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save"
      hidden={{ itemId }}
      cancel={
        <Link href={`/meetings/governance/items/${itemId}`}>Cancel and go back to the item</Link>
      }
    >
      <PageHeading caption={caption}>Write up the item</PageHeading>
      <TextAreaField name="note" label="What was said" optional />
      <SelectField
        name="decisionKind"
        label="Kind of decision"
        optional
        options={decisionKinds}
        prompt="Nothing was decided"
      />
      <TextAreaField
        name="decision"
        label="Decision, as it is minuted"
        hint="Leave this empty where nothing was decided: it then comes back to the next meeting."
        rows={3}
        optional
      />
      <RadioField
        name="exempt"
        legend="Is this exempt from publication?"
        legendSize="s"
        hint="What is exempt is never shown to the public."
        options={{ no: "No", yes: "Yes" }}
      />
    </ActionForm>
  );
}
