"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { WarningText } from "@/components/ui/text";
import { startReferralSchema } from "@/lib/referrals/drafts/schema";
import { startReferral } from "./actions";

export function StartForm() {
  const form = useActionForm(startReferralSchema, startReferral);
  return (
    <ActionForm form={form} submitLabel="Start">
      <PageHeading>Refer a concern</PageHeading>
      <WarningText>If somebody is in immediate danger, call 999. Do not use this form.</WarningText>
      <p className="govuk-body">
        Use this when you are worried that somebody may be drawn into terrorism, and you have
        thought about what else could explain it. It takes about ten minutes.
      </p>
      <p className="govuk-body">It helps to have at hand:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>what was seen or heard, when, and the words that were used</li>
        <li>the person’s name, and their date of birth or rough age</li>
        <li>for a child, how to reach the parents, and what they and the child say</li>
        <li>what support there has been, and who gives it</li>
      </ul>
      <p className="govuk-body">
        Your answers are saved as you go. The referral goes to the police gateway and the council at
        the same time. You are told that it has arrived, and how far it has come. You are not told
        whether the person is known to anybody.
      </p>
    </ActionForm>
  );
}
