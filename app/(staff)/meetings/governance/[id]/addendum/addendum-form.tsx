"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addMinutesAddendumSchema } from "@/lib/governance/schema";
import { addMinutesAddendum } from "../../actions";

type Props = Record<"meetingId" | "caption", string>;

export function AddendumForm({ meetingId, caption }: Props) {
  const form = useActionForm(addMinutesAddendumSchema, addMinutesAddendum);
  return (
    <ActionForm
      form={form}
      submitLabel="Add addendum"
      hidden={{ meetingId }}
      cancel={
        <Link href={`/meetings/governance/${meetingId}`}>Cancel and go back to the meeting</Link>
      }
    >
      <PageHeading caption={caption}>Add an addendum</PageHeading>
      <p className="govuk-body">
        The minutes are approved and stay as they are. What you write stands beside them.
      </p>
      <TextAreaField name="text" label="Addendum" />
    </ActionForm>
  );
}
