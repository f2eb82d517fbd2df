"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addProviderSchema } from "@/lib/projects/schema";
import { addProvider } from "../../actions";

type Props = { organisations: readonly { id: string; name: string }[] };

export function ProviderForm({ organisations }: Props) {
  const form = useActionForm(addProviderSchema, addProvider);
  return (
    <ActionForm
      form={form}
      submitLabel="Add provider"
      cancel={<Link href="/plan/projects/providers">Cancel and go back to providers</Link>}
    >
      <PageHeading caption="Providers and due diligence">Add a provider</PageHeading>
      <TextField name="name" label="Name of the body" />
      <SelectField
        name="organisationId"
        label="Organisation of the partnership"
        hint="Leave it if the body is outside the partnership."
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        prompt="A body outside the partnership"
      />
      <TextField name="registration" label="Charity or company number" width={20} optional />
      <TextField
        name="contactPost"
        label="Post to contact"
        hint="A post, and no name. For example, director of programmes."
      />
    </ActionForm>
  );
}
