"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { asOptions } from "@/components/training/requirement-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { declareTrainingSchema } from "@/lib/training/schema";
import { declareTraining } from "../../../actions";

type Organisation = { id: string; name: string };
type Props = {
  requirementId: string;
  name: string;
  who: string;
  organisations: readonly Organisation[];
  chosen?: Organisation;
};

export function DeclareForm({ requirementId, name, who, organisations, chosen }: Props) {
  const form = useActionForm(declareTrainingSchema, declareTraining);
  const hidden = { requirementId, ...(chosen && { organisationId: chosen.id }) };
  return (
    <ActionForm
      form={form}
      submitLabel="Declare figures"
      hidden={hidden}
      cancel={
        <Link href={`/training/requirements/${requirementId}`}>
          Cancel and go back to the requirement
        </Link>
      }
    >
      <PageHeading caption={name}>Declare figures</PageHeading>
      <p className="govuk-body">
        {chosen && <>For {chosen.name}. </>}The group is: {who}
      </p>
      <p className="govuk-body">
        What was declared before stays in the history, and what is declared last counts.
      </p>
      {!chosen && (
        <SelectField
          name="organisationId"
          label="Which organisation declares?"
          options={asOptions(organisations)}
        />
      )}
      <DateField
        name="asAtDay"
        legend="Of which day are the figures?"
        legendSize="s"
        hint="For example, 31 3 2026"
      />
      <TextField
        name="inScope"
        label="How many people belong to the group?"
        hint="Enter 0 if there is nobody."
        width={5}
        inputMode="numeric"
      />
      <TextField
        name="trained"
        label="How many of them are trained and in date?"
        width={5}
        inputMode="numeric"
      />
      <TextAreaField
        name="evidence"
        label="What do the figures rest on?"
        hint="A report and its date, a learning system, or a link. Name no person."
        rows={3}
      />
    </ActionForm>
  );
}
