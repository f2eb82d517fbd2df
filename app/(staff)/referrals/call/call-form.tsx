"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { WarningText } from "@/components/ui/text";
import { startReferralSchema } from "@/lib/referrals/drafts/schema";
import { startCall } from "./actions";

export function CallForm() {
  const form = useActionForm(startReferralSchema, startCall);
  return (
    <ActionForm form={form} submitLabel="Start">
      <PageHeading>Take a referral by telephone</PageHeading>
      <WarningText>
        If somebody is in immediate danger, ask the caller to hang up and ring 999.
      </WarningText>
      <p className="govuk-body">
        Use this when somebody rings who has no account, or cannot use one. It is the same form that
        everybody fills in, written down in the caller’s words. You are recorded as whoever took the
        call.
      </p>
      <p className="govuk-body">Ask them:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>who they are, what they do, and which organisation they ring for, if any</li>
        <li>how to ring them back, and whether their name should be kept from the person</li>
        <li>what they saw or heard themselves, and what they were told by others</li>
      </ul>
      <p className="govuk-body">
        Do not tell them whether the person is known to anybody. You are told how far the referral
        has come, so that you can ring them back.
      </p>
    </ActionForm>
  );
}
