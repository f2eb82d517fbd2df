"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { gatewayOutcomeLabels, yesNoLabels } from "@/lib/referrals/labels";
import { screenReferralSchema } from "@/lib/referrals/screening/schema";
import { screenReferral } from "./actions";
import { CloseFields } from "./close-fields";
import { ContinueFields } from "./continue-fields";

type Props = {
  id: string;
  reference: string;
  coordinators: Option[];
  partners: Option[];
  before: Option[];
};

/** Nothing is chosen beforehand, and either way asks for the same reasons. */
export function ScreenForm({ id, reference, coordinators, partners, before }: Props) {
  const form = useActionForm(screenReferralSchema, screenReferral);
  const outcome = useWatch({ control: form.control, name: "outcome" });
  return (
    <ActionForm
      form={form}
      submitLabel="Record decision"
      hidden={{ referralId: id }}
      cancel={<Link href={`/referrals/${reference}`}>Cancel and go back to the referral</Link>}
    >
      <RadioField
        name="outcome"
        legend="What happens to this referral?"
        legendSize="m"
        options={gatewayOutcomeLabels}
      />
      {outcome === "continue" && <ContinueFields {...{ coordinators, partners }} />}
      {outcome === "close" && <CloseFields control={form.control} before={before} />}
      {outcome === "police_led" && (
        <p className="govuk-body">
          A code and today’s date are kept, and no account of why. What was written is kept as it
          is.
        </p>
      )}
      {(outcome === "continue" || outcome === "close") && (
        <TextAreaField
          name="reasons"
          label="Reasons for your decision"
          labelSize="m"
          hint="At least 50 characters. The person may ask to see these."
          rows={6}
          maxLength={4000}
        />
      )}
      <RadioField
        name="referrerInformed"
        legend="Have you told the referrer?"
        hint="They see only that it is taken forward or closed. Tell them yourself before you close it."
        options={yesNoLabels}
        inline
      />
    </ActionForm>
  );
}
