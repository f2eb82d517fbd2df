"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { ProviderFields } from "@/components/projects/provider-fields";
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
      <ProviderFields organisations={organisations} />
    </ActionForm>
  );
}
