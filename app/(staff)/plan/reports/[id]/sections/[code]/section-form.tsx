"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Details, WarningText } from "@/components/ui/text";
import type { FormValues } from "@/lib/form-state";
import { exemptParagraphs, figureLabels, type Section, sectionLabels } from "@/lib/reports/labels";
import { writeSectionSchema } from "@/lib/reports/schema";
import { writeSection } from "../../../actions";

type Props = {
  reportId: string;
  code: Section;
  reference: string;
  caseworkOf: string | null;
  wasSent: boolean;
  values: FormValues;
};

export function SectionForm({ reportId, code, reference, caseworkOf, wasSent, values }: Props) {
  const form = useActionForm(writeSectionSchema, writeSection, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save section"
      hidden={{ reportId, code }}
      cancel={<Link href={`/plan/reports/${reportId}`}>Cancel and go back to the report</Link>}
    >
      <PageHeading caption={reference}>{sectionLabels[code]}</PageHeading>
      {wasSent && (
        <WarningText>
          This report waits for approval. Once it is changed it is a draft again, and approvals
          given so far no longer count.
        </WarningText>
      )}
      <TextAreaField
        name="body"
        label="Text"
        rows={16}
        hint="Begin a list item with a hyphen and a heading with ###. Put words between ** to make them bold. No names of people who have been referred."
      />
      <Details summary="Figures you can put in">
        <p className="govuk-body">
          Each is replaced by the figure when the report is sent for approval, and stays as it was
          then. Counts of casework below five are not shown.
        </p>
        {caseworkOf && (
          <p className="govuk-body">
            Counts of casework are of {caseworkOf} alone. The report says so wherever you use one.
          </p>
        )}
        <ul className="govuk-list govuk-list--bullet">
          {Object.entries(figureLabels).map(([figure, label]) => (
            <li key={figure}>
              <code>{`{{${figure}}}`}</code>: {label}
            </li>
          ))}
        </ul>
      </Details>
      <CheckboxField
        name="isNone"
        label="None: there is nothing to say here, and the report says so"
      />
      <SelectField
        name="exemptParagraph"
        label="Is this section exempt from publication?"
        hint="Schedule 12A of the Local Government Act 1972. An exempt section is not in the public copy."
        prompt={null}
        options={[
          { value: "", label: "No: it is public" },
          ...Object.entries(exemptParagraphs).map(([value, label]) => ({
            value,
            label: `Yes, paragraph ${label}`,
          })),
        ]}
      />
    </ActionForm>
  );
}
