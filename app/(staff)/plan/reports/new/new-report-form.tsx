"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { DetailFields } from "@/components/reports/detail-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { templateLabels } from "@/lib/reports/labels";
import { addReportSchema } from "@/lib/reports/schema";
import { addReport } from "../actions";

export function NewReportForm({ sources, boards }: { sources: Option[]; boards: Option[] }) {
  const form = useActionForm(addReportSchema, addReport);
  return (
    <ActionForm
      form={form}
      submitLabel="Start report"
      cancel={<Link href="/plan/reports">Cancel and go back to reports</Link>}
    >
      <PageHeading caption="Reports to boards">Start a report</PageHeading>
      <RadioField
        name="template"
        legend="Which report is it?"
        legendSize="s"
        options={[
          {
            value: "board",
            label: templateLabels.board,
            hint: "Every section a committee asks for.",
          },
          {
            value: "quarter",
            label: templateLabels.quarter,
            hint: "It writes most of itself from the quarter that was closed: you edit it.",
          },
          {
            value: "scrutiny",
            label: templateLabels.scrutiny,
            hint: "The duty, the local picture and what is done, with slides made from it.",
          },
        ]}
      />
      <SelectField
        name="snapshotId"
        label="Whose figures does it tell?"
        hint="The plan as it was kept at the end of a quarter, so that the figures stay."
        options={[...sources, { value: "none", label: "The plan as it stands when it is sent" }]}
      />
      <DetailFields boards={boards} />
    </ActionForm>
  );
}
