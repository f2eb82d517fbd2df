"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Coverage, CoverageField } from "@/components/risks/coverage-field";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { sourceLabels } from "@/lib/funding/labels";
import { addLineSchema } from "@/lib/funding/schema";
import { addLine } from "../../actions";

type Props = { coverage: Coverage; years: Record<string, string> };

export function LineForm({ coverage, years }: Props) {
  const form = useActionForm(addLineSchema, addLine);
  return (
    <ActionForm
      form={form}
      submitLabel="Add line"
      cancel={<Link href="/plan/funding">Cancel and go back to funding</Link>}
    >
      <PageHeading caption="Funding">Add a funding line</PageHeading>
      <CoverageField {...coverage} />
      <TextField name="name" label="Name" hint="For example, Home Office projects" />
      <RadioField
        name="source"
        legend="Where does the money come from?"
        legendSize="s"
        options={sourceLabels}
      />
      <RadioField name="yearDay" legend="Financial year" legendSize="s" options={years} />
      <TextField
        name="budget"
        label="Budget"
        hint="For example, 24,500 or 24,500.50"
        prefix="£"
        inputMode="decimal"
        width={10}
      />
      <TextAreaField name="note" label="What it is for (optional)" rows={3} />
    </ActionForm>
  );
}
