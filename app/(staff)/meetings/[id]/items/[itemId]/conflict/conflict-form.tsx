"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { WarningText } from "@/components/ui/text";
import { conflictSchema } from "@/lib/panels/schema";
import { declareConflict } from "./actions";

type Props = { itemId: string; reference: string; hatId: string; people: Option[] };

/** The chair may record it for somebody else; anybody else speaks for themselves. */
export function ConflictForm({ itemId, reference, hatId, people }: Props) {
  const form = useActionForm(conflictSchema, declareConflict);
  const isAsked = people.length > 0;
  return (
    <ActionForm
      form={form}
      submitLabel="Record the conflict of interest"
      submitVariant="warning"
      hidden={isAsked ? { itemId } : { itemId, hatId }}
    >
      <PageHeading caption={reference}>Declare a conflict of interest</PageHeading>
      <WarningText>
        From now on this case, its papers and its notices are not there for whoever has the
        conflict, and they do not count towards the quorum. This cannot be undone here.
      </WarningText>
      {isAsked && <RadioField name="hatId" legend="Who has the conflict?" options={people} small />}
      <TextAreaField
        name="nature"
        label="What is the conflict?"
        hint={`For example, ${isAsked ? "they know" : "you know"} the person or the family.`}
        rows={3}
      />
    </ActionForm>
  );
}
