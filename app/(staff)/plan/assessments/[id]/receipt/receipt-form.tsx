"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { recordReceiptSchema } from "@/lib/benchmarks/schema";
import { recordBenchmarkReceipt } from "../../actions";

type Props = Record<"assessmentId" | "title" | "version", string>;

export function ReceiptForm({ assessmentId, title, version }: Props) {
  const form = useActionForm(recordReceiptSchema, recordBenchmarkReceipt, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record receipt"
      hidden={{ assessmentId }}
      cancel={<Link href={`/plan/assessments/${assessmentId}`}>Cancel and go back</Link>}
    >
      <PageHeading caption={title}>Record the receipt</PageHeading>
      <p className="govuk-body">
        When the file was uploaded or sent, and what came back. It is recorded once.
      </p>
      <DateField name="uploadedDay" legend="When was it uploaded?" legendSize="s" />
      <TextField name="receiptReference" label="Receipt reference" width={20} />
    </ActionForm>
  );
}
