"use client";

import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";

type Props = { organisations: readonly { id: string; name: string }[] };

/** What is asked of a body that delivers. */
export const ProviderFields = ({ organisations }: Props) => (
  <>
    <TextField name="name" label="Name of the body" />
    <SelectField
      name="organisationId"
      label="Organisation of the partnership"
      hint="Leave it if the body is outside the partnership."
      options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      prompt="A body outside the partnership"
    />
    <TextField name="registration" label="Charity or company number" width={20} optional />
    <TextAreaField
      name="address"
      label="Address (optional)"
      hint="Of the body, and not of a person."
      rows={3}
    />
    <TextField
      name="contactPost"
      label="Post to contact"
      hint="A post, and no name. For example, director of programmes."
    />
  </>
);
