"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Paragraphs } from "@/components/ui/text";
import { clearSummarySchema } from "@/lib/profile/schema";
import { clearSummary } from "../../actions";

type Props = Record<"summaryId" | "editionId" | "body", string>;

export function ClearForm({ summaryId, editionId, body }: Props) {
  const form = useActionForm(clearSummarySchema, clearSummary);
  return (
    <ActionForm
      form={form}
      submitLabel="Record that it was cleared"
      hidden={{ summaryId }}
      cancel={<Link href={`/plan/profile/${editionId}`}>Cancel and go back to the edition</Link>}
    >
      <PageHeading caption="Local profile">Record that this summary was cleared</PageHeading>
      <Paragraphs text={body} />
      <p className="govuk-body">
        From then on the steering group and the auditor read it, and it cannot be changed.
      </p>
      <TextField name="clearedBy" label="Who cleared it?" hint="A post, and nobody's name." />
      <DateField name="clearedDay" legend="When was it cleared?" legendSize="s" />
    </ActionForm>
  );
}
