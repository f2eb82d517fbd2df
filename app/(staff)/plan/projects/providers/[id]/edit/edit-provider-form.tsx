"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { ProviderFields } from "@/components/projects/provider-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editProviderSchema } from "@/lib/projects/schema";
import { editProvider } from "../../../actions";

type Props = {
  providerId: string;
  name: string;
  organisations: readonly { id: string; name: string }[];
  values: FormValues;
};

export function EditProviderForm({ providerId, name, organisations, values }: Props) {
  const form = useActionForm(editProviderSchema, editProvider, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ providerId }}
      cancel={
        <Link href={`/plan/projects/providers/${providerId}`}>Cancel and go back to {name}</Link>
      }
    >
      <PageHeading caption={name}>Change the details</PageHeading>
      <ProviderFields organisations={organisations} />
    </ActionForm>
  );
}
