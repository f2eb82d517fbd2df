"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { useHydrated } from "@/components/ui/use-hydrated";
import { notToldReasonLabels } from "@/lib/referrals/labels";
import { tellingMethods, toldWhom } from "@/lib/told/labels";
import { recordTellingSchema } from "@/lib/told/schema";
import { recordTelling } from "./actions";

type Props = { caseId: string; reference: string; version: string; stages: Option[] };

export function TellingForm({ caseId, reference, version, stages }: Props) {
  const form = useActionForm(recordTellingSchema, recordTelling, { version });
  const isTold = useWatch({ control: form.control, name: "isTold" });
  const isPlain = !useHydrated();
  return (
    <ActionForm
      form={form}
      submitLabel="Record it"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/told`}>Cancel and record nothing</Link>}
    >
      <PageHeading caption={reference}>Record what the person has been told</PageHeading>
      <RadioField name="stage" legend="What is it about?" options={stages} small />
      <RadioField
        name="isTold"
        legend="Have they been told?"
        options={{ yes: "Yes", no: "No" }}
        inline
      />
      <DateField
        name="onDay"
        legend={isTold === "no" ? "When was this looked at?" : "When were they told?"}
      />
      {(isTold === "yes" || isPlain) && (
        <>
          <RadioField name="toldWhom" legend="Who was told?" options={toldWhom} small />
          <TextField name="toldBy" label="Who told them?" />
          <RadioField name="method" legend="How?" options={tellingMethods} small />
        </>
      )}
      {(isTold === "no" || isPlain) && (
        <>
          <RadioField
            name="exemption"
            legend="Why have they not been told?"
            options={notToldReasonLabels}
            small
          />
          <TextAreaField
            name="reasons"
            label="Why does that hold for this person?"
            hint="The person may ask to see this later."
            rows={3}
          />
        </>
      )}
    </ActionForm>
  );
}
