"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { closeReasonLabels, outcomeLabels } from "@/lib/concerns/labels";
import { decideConcernSchema } from "@/lib/concerns/schema";
import { decideConcern } from "./actions";

type Props = { concernId: string; about: string; version: number };

export function DecideForm({ concernId, about, version }: Props) {
  const form = useActionForm(decideConcernSchema, decideConcern, { version: String(version) });
  const why = (
    <SelectField name="closeReason" label="Why is it being closed?" options={closeReasonLabels} />
  );
  return (
    <ActionForm
      form={form}
      submitLabel="Record decision"
      hidden={{ concernId }}
      cancel={<Link href={`/concerns/${concernId}`}>Go back without deciding</Link>}
    >
      <PageHeading caption={about}>Decide what to do</PageHeading>
      <RadioField
        name="outcome"
        legend="What have you decided?"
        options={[
          {
            value: "share",
            label: outcomeLabels.share,
            hint: "A referral is started with what you have written here. Nothing is shared until you send it.",
          },
          {
            value: "close",
            label: outcomeLabels.close,
            hint: "Only after a check has been recorded.",
            conditional: why,
          },
        ]}
      />
      <TextAreaField
        name="reasons"
        label="Reasons"
        hint="At least 50 characters, whichever you choose. The person may ask to see these."
      />
    </ActionForm>
  );
}
