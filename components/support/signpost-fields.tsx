"use client";

import { useWatch } from "react-hook-form";

import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import type { ActionFormState } from "@/components/form/use-action-form";
import { signpostAnswerLabels, signpostTargets } from "@/lib/signposts/labels";

/** Which other help there is. Who was asked, and what was said, is asked only when somebody was. */
export function SignpostFields({ control }: Pick<ActionFormState, "control">) {
  const signpost = useWatch({ control, name: "signpost" });
  return (
    <>
      <SelectField
        name="signpost"
        label="Which other service can help?"
        labelSize="m"
        options={signpostTargets}
      />
      {signpost && signpost !== "none" && (
        <>
          <TextField
            name="signpostTo"
            label="Which service is it, and who did you speak to?"
            labelSize="m"
            hint="For example, Northbridge family hub, duty worker."
          />
          <TextAreaField
            name="signpostSaid"
            label="What did you tell them, and what did they say?"
            labelSize="m"
            hint="If they have not answered, you are reminded to ask again."
            rows={3}
          />
        </>
      )}
      <RadioField
        name="signpostAnswer"
        legend="What did the service say?"
        legendSize="m"
        options={signpostAnswerLabels}
      />
    </>
  );
}
