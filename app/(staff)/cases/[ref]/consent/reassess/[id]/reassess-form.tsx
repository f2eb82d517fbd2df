"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Details } from "@/components/ui/text";
import { reassessmentOutcomes } from "@/lib/consent/labels";
import { reassessSchema } from "@/lib/consent/schema";
import { reassess } from "./actions";

type Props = { reassessmentId: string; reference: string; reason: string };

export function ReassessForm({ reassessmentId, reference, reason }: Props) {
  const form = useActionForm(reassessSchema, reassess);
  const outcome = useWatch({ control: form.control, name: "outcome" });
  return (
    <ActionForm
      form={form}
      submitLabel="Record this assessment"
      hidden={{ reassessmentId }}
      cancel={<Link href={`/cases/${reference}/consent`}>Cancel and record nothing</Link>}
    >
      <PageHeading caption={reference}>Record a further assessment</PageHeading>
      <Details summary="Why the panel wanted to look again">
        <p className="govuk-body app-paragraphs">{reason}</p>
      </Details>
      <p className="govuk-body">The case stays closed, and is kept no longer because of this.</p>
      <DateField name="heldOn" legend="When was it held?" />
      <TextAreaField name="finding" label="What did it find?" />
      <RadioField name="outcome" legend="What comes of it?" options={reassessmentOutcomes} />
      {outcome === "look_again" && (
        <>
          <DateField name="reassessOn" legend="By when?" />
          <TextAreaField name="reassessReason" label="Why is it needed once more?" rows={3} />
        </>
      )}
    </ActionForm>
  );
}
