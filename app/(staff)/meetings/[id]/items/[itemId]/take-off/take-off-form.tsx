"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { takeOffSchema } from "@/lib/panels/agenda/schema";
import { takeOff } from "./actions";

type Props = { itemId: string; reference: string };

export function TakeOffForm({ itemId, reference }: Props) {
  const form = useActionForm(takeOffSchema, takeOff);
  return (
    <ActionForm form={form} submitLabel="Take off the agenda" hidden={{ itemId }}>
      <PageHeading caption={reference}>Take an item off the agenda</PageHeading>
      <p className="govuk-body">
        Whoever reads the case only because of this item cannot read it any more. If the case is
        still due, it comes back by itself at the next meeting.
      </p>
      <TextAreaField name="reason" label="Why is it taken off?" maxLength={500} rows={4} />
    </ActionForm>
  );
}
