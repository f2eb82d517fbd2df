"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { afterRefusalSchema } from "@/lib/consent/schema";
import { endAfterRefusal } from "./actions";

export function CloseForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(afterRefusalSchema, endAfterRefusal);
  const again = useWatch({ control: form.control, name: "reassess" });
  return (
    <ActionForm
      form={form}
      submitLabel="Close the case"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/consent`}>Cancel and keep the case open</Link>}
    >
      <PageHeading caption={reference}>Record what the panel decided after a no</PageHeading>
      <p className="govuk-body">
        This closes the case and cancels what is left of the plan. Saying no to support is no reason
        to keep anything longer.
      </p>
      <TextAreaField
        name="remainingConcern"
        label="What did the panel think about the remaining concern?"
      />
      <TextAreaField name="otherHelp" label="What other help did the panel consider?" />
      <RadioField
        name="reassess"
        legend="Will the panel look at this again?"
        options={{ yes: "Yes", no: "No" }}
        inline
      />
      {again === "yes" && (
        <>
          <DateField name="reassessOn" legend="When?" />
          <TextAreaField name="reassessReason" label="Why does it need to?" rows={3} />
        </>
      )}
    </ActionForm>
  );
}
