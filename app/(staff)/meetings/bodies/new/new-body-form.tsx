"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { BodyFields, type Choices } from "@/components/governance/body-fields";
import { type Coverage, CoverageField } from "@/components/risks/coverage-field";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addBodySchema } from "@/lib/governance/schema";
import { addBody } from "../actions";

export function NewBodyForm({ coverage, parents }: { coverage: Coverage; parents: Choices }) {
  const form = useActionForm(addBodySchema, addBody);
  return (
    <ActionForm
      form={form}
      submitLabel="Add body"
      cancel={<Link href="/meetings/bodies">Cancel and go back to who oversees the plan</Link>}
    >
      <PageHeading>Add a body</PageHeading>
      <CoverageField {...coverage} />
      <BodyFields parents={parents} />
    </ActionForm>
  );
}
