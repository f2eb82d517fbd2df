"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { missedReasons } from "@/lib/support/sessions/labels";
import { holdSessionSchema, missSessionSchema } from "@/lib/support/sessions/schema";
import { holdSession, missSession } from "./actions";

type Props = { sessionId: string; version: string };

export function HoldForm({ sessionId, version, reference }: Props & { reference: string }) {
  const form = useActionForm(holdSessionSchema, holdSession, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record that it was held"
      hidden={{ sessionId }}
      cancel={<Link href={`/cases/${reference}/support/sessions`}>Leave it for now</Link>}
    >
      <h2 className="govuk-heading-m">It was held</h2>
      <TextAreaField
        name="content"
        label="What was done?"
        hint="The coordinator and the chair read this. The person may ask to see it."
      />
    </ActionForm>
  );
}

export function MissForm({ sessionId, version }: Props) {
  const form = useActionForm(missSessionSchema, missSession, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record that it was not held"
      submitVariant="secondary"
      hidden={{ sessionId }}
    >
      <h2 className="govuk-heading-m">Or it was not</h2>
      <RadioField
        name="missedBecause"
        legend="Why not?"
        hint="Missing a session is not a concern by itself."
        options={missedReasons}
        small
      />
    </ActionForm>
  );
}
