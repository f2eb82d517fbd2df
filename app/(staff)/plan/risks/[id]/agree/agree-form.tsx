"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { agreeRiskSchema } from "@/lib/risks/schema";
import { agreeRisk } from "../../actions";

type Props = Record<"riskId" | "reference" | "title" | "version", string>;

export function AgreeForm({ riskId, reference, title, version }: Props) {
  const form = useActionForm(agreeRiskSchema, agreeRisk, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record that it was agreed"
      hidden={{ riskId }}
      cancel={<Link href={`/plan/risks/${riskId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={`${reference}: ${title}`}>Record that the group agreed it</PageHeading>
      <p className="govuk-body">From then on those above the group read it as it stands.</p>
      <TextField name="agreedBy" label="Group" hint="The group that agreed it at its meeting." />
      <DateField name="agreedDay" legend="When was it agreed?" legendSize="s" />
    </ActionForm>
  );
}
