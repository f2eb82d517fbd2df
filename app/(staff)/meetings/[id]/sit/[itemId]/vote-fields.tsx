"use client";

import { useWatch } from "react-hook-form";

import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import type { ActionFormState } from "@/components/form/use-action-form";
import { votes } from "@/lib/panels/labels";

/** P-06: counted only when the panel was not of one mind. */
export function VoteFields({ control }: Pick<ActionFormState, "control">) {
  const vote = useWatch({ control, name: "vote" });
  const isSplit = vote === "majority" || vote === "chair_decided";
  return (
    <>
      <RadioField name="vote" legend="How did the panel agree?" options={votes} small />
      {isSplit && (
        <>
          <TextField name="agree" label="How many agreed?" width={3} inputMode="numeric" />
          <TextField name="disagree" label="How many did not?" width={3} inputMode="numeric" />
          <TextAreaField
            name="dissent"
            label="What did those who did not agree say?"
            hint="Name the organisation, not the person."
            rows={3}
          />
        </>
      )}
    </>
  );
}
