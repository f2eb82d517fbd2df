import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { signpostTargets } from "@/lib/cases/labels";
import { signpostAnswerLabels } from "@/lib/referrals/labels";
import { closureCodes } from "@/lib/referrals/screening/schema";

/** Closing asks what other help there is, and more when the person was referred before (T29). */
export function CloseFields({ before }: { before: Option[] }) {
  return (
    <>
      <RadioField
        name="closureCode"
        legend="Why is this being closed?"
        legendSize="m"
        options={closureCodes}
      />
      <SelectField
        name="signpost"
        label="Which other service can help?"
        labelSize="m"
        options={signpostTargets}
      />
      <RadioField
        name="signpostAnswer"
        legend="What did the service say?"
        legendSize="m"
        options={signpostAnswerLabels}
      />
      {before.length > 0 && (
        <>
          <CheckboxField
            name="lookedAt"
            legend="Which of the other referrals of this person have you read again?"
            legendSize="m"
            hint="Each has to be read again, with what was decided then, before this one is closed."
            options={before}
          />
          <TextAreaField
            name="secondLook"
            label="What did you look at again, and what did you find?"
            labelSize="m"
            hint="At least 20 characters. A pattern can be missed when each referral is read by itself."
          />
        </>
      )}
    </>
  );
}
