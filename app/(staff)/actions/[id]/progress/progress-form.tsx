"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { statusLabels } from "@/lib/tracker/labels";
import { updateActionSchema } from "@/lib/tracker/schema";
import { updateAction } from "./actions";

type Props = { actionId: string; caption: string; title: string; now: FormValues };

/** What is done or cancelled says more than what goes on. */
export function ProgressForm({ actionId, caption, title, now }: Props) {
  const form = useActionForm(updateActionSchema, updateAction, now);
  const status = useWatch({ control: form.control, name: "status" });
  const isEnding = status === "done" || status === "cancelled";
  return (
    <ActionForm
      form={form}
      submitLabel="Save progress"
      hidden={{ actionId }}
      cancel={<Link href={`/actions/${actionId}`}>Cancel and go back to the action</Link>}
    >
      <PageHeading caption={caption}>How far has it got?</PageHeading>
      <p className="govuk-body">{title}</p>
      <RadioField name="status" legend="Progress" legendSize="s" options={statusLabels} />
      <TextAreaField
        name="note"
        label={status === "cancelled" ? "Why is it cancelled?" : "What has been done?"}
        optional={!isEnding}
      />
    </ActionForm>
  );
}
