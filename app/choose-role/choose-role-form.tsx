"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { chooseHatSchema } from "@/lib/sessions/schema";
import { chooseHat } from "./actions";

type Props = { options: { value: string; label: string; hint: string }[]; current: string };

export function ChooseRoleForm({ options, current }: Props) {
  const form = useActionForm(chooseHatSchema, chooseHat, { hatId: current });
  return (
    <ActionForm form={form} submitLabel="Work in this role">
      <PageHeading>Choose your role</PageHeading>
      <p className="govuk-body">
        What you can see and do follows from the role you work in. Each record says which role you
        were in.
      </p>
      <RadioField name="hatId" legend="Which role are you working in?" options={options} />
    </ActionForm>
  );
}
