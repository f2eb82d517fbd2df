"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { handOverSchema } from "@/lib/cases/workers/schema";
import { handOver } from "./actions";

type Props = { caseId: string; reference: string; from: Option[]; to: Option[] };

export function HandOverForm({ caseId, reference, from, to }: Props) {
  const form = useActionForm(handOverSchema, handOver);
  return (
    <ActionForm
      form={form}
      submitLabel="Hand over the case"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}`}>Cancel and go back to the case</Link>}
    >
      <PageHeading caption={reference}>Hand over the case</PageHeading>
      <p className="govuk-body">
        Whoever takes it on reads the whole case from now on, and whoever gives it away reads it no
        more. Every date to keep stays as it is.
      </p>
      <RadioField name="fromHatId" legend="Who hands it over?" options={from} small />
      <RadioField name="toHatId" legend="Who takes it on?" options={to} small />
    </ActionForm>
  );
}
