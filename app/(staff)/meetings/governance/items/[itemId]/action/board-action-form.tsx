"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import type { Choices } from "@/components/governance/body-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addBoardActionSchema } from "@/lib/governance/schema";
import { addBoardAction } from "../../../actions";

type Props = { itemId: string; caption: string; organisations: Choices };

export function BoardActionForm({ itemId, caption, organisations }: Props) {
  const form = useActionForm(addBoardActionSchema, addBoardAction);
  return (
    <ActionForm
      form={form}
      submitLabel="Add action"
      hidden={{ itemId }}
      cancel={
        <Link href={`/meetings/governance/items/${itemId}`}>Cancel and go back to the item</Link>
      }
    >
      <PageHeading caption={caption}>Add an action</PageHeading>
      <TextAreaField name="text" label="What has to be done?" rows={3} />
      <SelectField
        name="ownerOrganisationId"
        label="Which organisation does it?"
        options={organisations}
      />
      <DateField name="dueDay" legend="By when?" legendSize="s" />
    </ActionForm>
  );
}
