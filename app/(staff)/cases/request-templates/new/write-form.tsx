"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { writeTemplateSchema } from "@/lib/information/schema";
import { writeTemplate } from "../actions";
import { TemplateFields } from "../template-fields";

export function WriteForm() {
  const form = useActionForm(writeTemplateSchema, writeTemplate);
  return (
    <ActionForm
      form={form}
      submitLabel="Save as a draft"
      cancel={<Link href="/cases/request-templates">Cancel and write none</Link>}
    >
      <PageHeading>Write a starting text for requests</PageHeading>
      <p className="govuk-body">Nobody can start from it until it is put in use.</p>
      <TemplateFields />
    </ActionForm>
  );
}
