"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { publishPlanSchema } from "@/lib/plans/publication/schema";
import { publishPlan } from "../actions";

type Props = Record<"planId" | "title" | "introduction" | "contact", string>;

export function PublishForm({ planId, title, introduction, contact }: Props) {
  const form = useActionForm(publishPlanSchema, publishPlan, { introduction, contact });
  return (
    <ActionForm
      form={form}
      submitLabel="Publish for everybody to read"
      hidden={{ planId }}
      cancel={
        <Link href={`/plan/public?plan=${planId}`}>Cancel and go back to the public version</Link>
      }
    >
      <PageHeading caption={title}>Preview and publish</PageHeading>
      <p className="govuk-body">
        Anybody on the internet can then read it without an account, word for word as it is now.
      </p>
      <TextAreaField name="introduction" label="What is this plan?" />
      <TextAreaField
        name="contact"
        label="Where can people ask about it?"
        hint="A team with its address or number, not a person."
        rows={3}
      />
    </ActionForm>
  );
}
