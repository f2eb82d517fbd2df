"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import type { Choices } from "@/components/governance/body-fields";
import { MinutesText } from "@/components/governance/minutes-text";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { approveBoardMinutesSchema } from "@/lib/governance/schema";
import { approveBoardMinutes } from "../../actions";

type Props = Record<"meetingId" | "caption" | "version" | "text", string> & { later: Choices };

export function ApproveForm({ meetingId, caption, version, text, later }: Props) {
  const form = useActionForm(approveBoardMinutesSchema, approveBoardMinutes, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Approve the minutes"
      hidden={{ meetingId }}
      cancel={
        <Link href={`/meetings/governance/${meetingId}`}>Cancel and go back to the meeting</Link>
      }
    >
      <PageHeading caption={caption}>Approve the minutes</PageHeading>
      <MinutesText text={text} heading="Minutes to approve" />
      <RadioField
        name="approvedAtId"
        legend="At which meeting were they approved?"
        legendSize="s"
        hint="From then on nobody can change them."
        options={later}
      />
    </ActionForm>
  );
}
