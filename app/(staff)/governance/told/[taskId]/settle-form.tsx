"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { settleUntoldSchema, untoldDecisions } from "@/lib/told/schema";
import { settleUntold } from "./actions";

type Props = {
  taskId: string;
  reference: string;
  version: string;
  closedOn: Day;
  isSettled: boolean;
  stages: string[];
};

export function SettleForm({ taskId, reference, version, closedOn, isSettled, stages }: Props) {
  const form = useActionForm(settleUntoldSchema, settleUntold, { version });
  const facts = (
    <>
      <PageHeading caption={reference}>This person has not been told</PageHeading>
      <SummaryList
        rows={[
          { key: "Case closed", value: <Time day={closedOn} /> },
          {
            key: "Not told",
            value: (
              <ul className="govuk-list">
                {stages.map((stage) => (
                  <li key={stage}>{stage}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  );
  if (isSettled) {
    return (
      <>
        {facts}
        <p className="govuk-body">This has been settled already.</p>
      </>
    );
  }
  return (
    <ActionForm
      form={form}
      submitLabel="Record this decision"
      hidden={{ taskId }}
      cancel={<Link href="/governance/told">Leave it for now</Link>}
    >
      {facts}
      <RadioField name="outcome" legend="What have you decided?" options={untoldDecisions} />
      <TextAreaField name="reasons" label="Why?" hint="The person may ask to see this." rows={3} />
      <DateField
        name="lookAgainOn"
        legend="When is this looked at again?"
        hint="Within a year. If they have not been told by then, this comes back."
      />
    </ActionForm>
  );
}
