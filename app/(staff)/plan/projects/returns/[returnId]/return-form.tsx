"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { ReturnFields } from "@/components/projects/return-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { recordReturnSchema } from "@/lib/projects/schema";
import { recordReturn } from "../../actions";

type Props = Record<"returnId" | "projectId" | "reference" | "caption" | "period", string>;

export function ReturnForm({ returnId, projectId, reference, caption, period }: Props) {
  const form = useActionForm(recordReturnSchema, recordReturn);
  return (
    <ActionForm
      form={form}
      submitLabel="Record return"
      hidden={{ returnId }}
      cancel={<Link href={`/plan/projects/${projectId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={caption}>Record the return</PageHeading>
      <p className="govuk-body">{period}</p>
      <ReturnFields />
    </ActionForm>
  );
}
