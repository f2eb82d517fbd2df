"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { slotSchema } from "@/lib/panels/agenda/schema";
import { changeSlot } from "./actions";

type Props = {
  itemId: string;
  caption: string;
  slot: { place: string; minutes: string; residentForce: string };
};

export function SlotForm({ itemId, caption, slot }: Props) {
  const form = useActionForm(slotSchema, changeSlot, slot);
  return (
    <ActionForm form={form} submitLabel="Save place and time" hidden={{ itemId }}>
      <PageHeading caption={caption}>Change place or time</PageHeading>
      <TextField
        name="place"
        label="Place under its heading"
        hint="1 is taken first."
        width={3}
        inputMode="numeric"
      />
      <TextField name="minutes" label="Minutes" width={3} inputMode="numeric" />
      <TextField
        name="residentForce"
        label="Police force where the person lives"
        hint="Only when it is not this area's own force. Its police then have to be there."
        optional
      />
    </ActionForm>
  );
}
