"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { priorityLabels } from "@/lib/referrals/labels";
import { setPrioritySchema } from "@/lib/referrals/screening/schema";
import { setPriority } from "./actions";

type Props = { id: string; reference: string; name: string; version: number; priority: string };

export function PriorityForm({ id, reference, name, version, priority }: Props) {
  const form = useActionForm(setPrioritySchema, setPriority, { version: `${version}`, priority });
  return (
    <ActionForm
      form={form}
      submitLabel="Set priority"
      hidden={{ referralId: id }}
      cancel={<Link href={`/referrals/${reference}`}>Cancel and go back to the referral</Link>}
    >
      <PageHeading caption={`${reference}, ${name}`}>
        How soon does this have to be read?
      </PageHeading>
      <RadioField
        name="priority"
        legend="Priority"
        hint="It orders the queue. It says nothing about the person."
        options={priorityLabels}
      />
    </ActionForm>
  );
}
