import { CheckboxField } from "@/components/form/checkbox-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { signpostTargets } from "@/lib/cases/labels";
import { signpostAnswerLabels } from "@/lib/referrals/labels";
import { closureCodes } from "@/lib/referrals/screening/schema";

/** Closing asks what other help there is, and more when the person was referred before (T29). */
export function CloseFields({ knownBefore }: { knownBefore: number }) {
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
      {knownBefore > 0 && (
        <>
          <CheckboxField
            name="hasLookedAgain"
            label="I have read what was decided about this person before, and looked at this again in that light"
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
