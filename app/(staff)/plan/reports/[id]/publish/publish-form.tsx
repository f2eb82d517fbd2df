"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { publishReportSchema } from "@/lib/reports/schema";
import { publishReport } from "../../actions";

type Props = { reportId: string; title: string; version: string; exempt: number };

export function PublishForm({ reportId, title, version, exempt }: Props) {
  const form = useActionForm(publishReportSchema, publishReport, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Publish report"
      hidden={{ reportId }}
      cancel={<Link href={`/plan/reports/${reportId}`}>Cancel and go back to the report</Link>}
    >
      <PageHeading caption={title}>Publish the report</PageHeading>
      <p className="govuk-body">
        What is published is the version that was approved, with its approvals. It stays as it is:
        nobody can change it afterwards, and later figures do not touch it.
      </p>
      <p className="govuk-body">
        {exempt === 0
          ? "No section is exempt: the public copy is the whole report."
          : `${exempt === 1 ? "One section is" : `${exempt} sections are`} exempt, and not in the public copy.`}
      </p>
      <RadioField
        name="isPublic"
        legend="May everybody read the public copy?"
        legendSize="s"
        options={[
          { value: "yes", label: "Yes", hint: "It is on the public pages, without signing in." },
          { value: "no", label: "No", hint: "Gold and scrutiny read it when they sign in." },
        ]}
      />
    </ActionForm>
  );
}
