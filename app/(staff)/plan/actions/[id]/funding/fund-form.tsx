"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { fundActionSchema } from "@/lib/funding/schema";
import { fundAction } from "../../../funding/actions";

type Props = {
  actionId: string;
  reference: string;
  text: string;
  lines: { value: string; label: string }[];
  ticked: string[];
};

export function FundForm({ actionId, reference, text, lines, ticked }: Props) {
  const form = useActionForm(fundActionSchema, fundAction, { lineIds: ticked });
  const back = (
    <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
  );
  if (lines.length === 0)
    return (
      <>
        <PageHeading caption={`Action ${reference}: ${text}`}>What pays for it</PageHeading>
        <p className="govuk-body">
          There is no funding line yet. Add one under <Link href="/plan/funding">funding</Link>{" "}
          first.
        </p>
      </>
    );
  return (
    <ActionForm form={form} submitLabel="Save lines" hidden={{ actionId }} cancel={back}>
      <PageHeading caption={`Action ${reference}: ${text}`}>What pays for it</PageHeading>
      <CheckboxField
        name="lineIds"
        legend="Which funding lines pay for it?"
        legendSize="m"
        hint="Tick none if no line does. Only those who may see money see them."
        options={lines}
      />
    </ActionForm>
  );
}
