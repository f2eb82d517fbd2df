"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import {
  type ChangedPart,
  changedPartLabels,
  dispositionLabels,
} from "@/lib/plans/consultation/labels";
import { settleCommentSchema } from "@/lib/plans/consultation/schema";
import { settleComment } from "../../actions";

type Props = Record<"commentId" | "planId" | "version", string> & { parts: ChangedPart[] };

export function SettleForm({ commentId, planId, version, parts }: Props) {
  const form = useActionForm(settleCommentSchema, settleComment, { version });
  const disposition = useWatch({ control: form.control, name: "disposition" });
  const isChanged = disposition === "accepted" || disposition === "partly";
  return (
    <ActionForm
      form={form}
      submitLabel="Save the answer"
      hidden={{ commentId }}
      cancel={
        <Link href={`/plan/consultation?plan=${planId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <RadioField
        name="disposition"
        legend="What becomes of the comment?"
        legendSize="m"
        options={dispositionLabels}
      />
      <TextAreaField
        name="reason"
        label="Why?"
        hint="Those who made the comment read this."
        rows={4}
      />
      {isChanged && (
        <>
          <RadioField
            name="changedPart"
            legend="What does it change?"
            options={parts.map((value) => ({ value, label: changedPartLabels[value] }))}
          />
          <TextAreaField
            name="after"
            label="What are the words now?"
            hint="They take the place of the words that are there. For something else, say what you have changed."
            rows={4}
          />
        </>
      )}
    </ActionForm>
  );
}
