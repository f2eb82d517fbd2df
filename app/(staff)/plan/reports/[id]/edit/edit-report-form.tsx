"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { useActionForm } from "@/components/form/use-action-form";
import { DetailFields } from "@/components/reports/detail-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { WarningText } from "@/components/ui/text";
import type { FormValues } from "@/lib/form-state";
import { editReportSchema } from "@/lib/reports/schema";
import { editReport } from "../../actions";

type Props = {
  reportId: string;
  reference: string;
  wasSent: boolean;
  boards: Option[];
  values: FormValues;
};

export function EditReportForm({ reportId, reference, wasSent, boards, values }: Props) {
  const form = useActionForm(editReportSchema, editReport, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save details"
      hidden={{ reportId }}
      cancel={<Link href={`/plan/reports/${reportId}`}>Cancel and go back to the report</Link>}
    >
      <PageHeading caption={reference}>Change the details</PageHeading>
      {wasSent && (
        <WarningText>
          This report waits for approval. Once it is changed it is a draft again, and approvals
          given so far no longer count.
        </WarningText>
      )}
      <DetailFields boards={boards} />
    </ActionForm>
  );
}
