"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InsetText } from "@/components/ui/text";
import { submitReferralSchema } from "@/lib/referrals/drafts/schema";
import { currentDeclaration, declarations } from "@/lib/referrals/rules";
import { sendReferral } from "./actions";

type Props = { draftId: string; draftVersion: number };

export function SendForm({ draftId, draftVersion }: Props) {
  const form = useActionForm(submitReferralSchema, sendReferral, { version: currentDeclaration });
  return (
    <ActionForm
      form={form}
      submitLabel="Send this referral"
      hidden={{ draftId, draftVersion: String(draftVersion) }}
    >
      <h2 className="govuk-heading-m">Declaration</h2>
      <InsetText>{declarations[currentDeclaration]}</InsetText>
      <p className="govuk-body">
        It goes to the police gateway and to the council at the same time. Once it is sent you can
        add to it, but not change it.
      </p>
      <CheckboxField name="declared" label="I confirm this" />
    </ActionForm>
  );
}
