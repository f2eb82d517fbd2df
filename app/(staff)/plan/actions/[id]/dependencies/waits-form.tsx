"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { setWaitsSchema } from "@/lib/plans/dependencies/schema";
import { setWaits } from "./actions";

type Props = {
  actionId: string;
  reference: string;
  version: string;
  needsIds: string[];
  others: { value: string; label: string }[];
};

export function WaitsForm({ actionId, reference, version, needsIds, others }: Props) {
  const form = useActionForm(setWaitsSchema, setWaits, { version, needsIds });
  return (
    <ActionForm
      form={form}
      submitLabel="Save what it waits for"
      hidden={{ actionId }}
      cancel={
        <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
      }
    >
      <PageHeading caption={`Action ${reference}`}>What does this action wait for?</PageHeading>
      <p className="govuk-body">
        Actions that already wait for this one are not in the list, since each would then wait for
        the other.
      </p>
      <CheckboxField
        name="needsIds"
        legend="It cannot be done before"
        legendSize="s"
        options={others}
        optional
        small
      />
    </ActionForm>
  );
}
