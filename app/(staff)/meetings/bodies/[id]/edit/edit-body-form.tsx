"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { BodyFields, type Choices } from "@/components/governance/body-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editBodySchema } from "@/lib/governance/schema";
import { editBody } from "../../actions";

type Props = { bodyId: string; name: string; values: FormValues; parents: Choices };

export function EditBodyForm({ bodyId, name, values, parents }: Props) {
  const form = useActionForm(editBodySchema, editBody, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ bodyId }}
      cancel={<Link href={`/meetings/bodies/${bodyId}`}>Cancel and go back to {name}</Link>}
    >
      <PageHeading caption={name}>Change this body</PageHeading>
      <BodyFields parents={parents} />
      <DateField
        name="endedDay"
        legend="When did it meet for the last time?"
        legendSize="s"
        hint="Only where it does not meet any more."
        optional
      />
    </ActionForm>
  );
}
