"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { templateStatuses } from "@/lib/information/labels";
import { changeTemplateSchema } from "@/lib/information/schema";
import { changeTemplate } from "../actions";
import { TemplateFields } from "../template-fields";

type Template = Record<"name" | "question" | "lawfulBasis" | "days" | "status", string>;
type Props = { templateId: string; version: string; template: Template };

export function ChangeForm({ templateId, version, template }: Props) {
  const defaults = { ...template, version };
  const form = useActionForm(changeTemplateSchema, changeTemplate, defaults);
  return (
    <ActionForm
      form={form}
      hidden={{ templateId }}
      submitLabel="Save changes"
      cancel={<Link href="/cases/request-templates">Cancel and leave it as it is</Link>}
    >
      <PageHeading>Change a starting text for requests</PageHeading>
      <p className="govuk-body">What has been asked already keeps the words it was asked with.</p>
      <TemplateFields />
      <RadioField
        name="status"
        legend="Can requests start from it?"
        hint="Only while it is in use."
        options={templateStatuses}
      />
    </ActionForm>
  );
}
