"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { submitPlanSchema } from "@/lib/plans/approval/schema";
import { submitPlan } from "../actions";

type Props = { planId: string; title: string; bodies: Option[] };

export function SubmitForm({ planId, title, bodies }: Props) {
  const form = useActionForm(submitPlanSchema, submitPlan);
  return (
    <ActionForm
      form={form}
      submitLabel="Record that it was put to the group"
      hidden={{ planId }}
      cancel={
        <Link href={`/plan/approval?plan=${planId}`}>Cancel and go back to the approval</Link>
      }
    >
      <PageHeading caption={title}>Put the plan to a group</PageHeading>
      <SelectField
        name="bodyId"
        label="Which body is to approve it?"
        hint={
          <>
            The bodies that may approve a plan or the strategy. Another is first{" "}
            <Link href="/meetings/bodies/new">added to those who oversee the plan</Link>.
          </>
        }
        options={bodies}
      />
      <DateField name="submittedDay" legend="When was it put to the group?" />
      <TextAreaField name="note" label="Note to the group" rows={4} optional />
    </ActionForm>
  );
}
