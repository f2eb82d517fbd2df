import { LookAgainFields } from "@/components/cases/look-again-fields";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import type { ActionFormState } from "@/components/form/use-action-form";
import { SignpostFields } from "@/components/support/signpost-fields";
import { closureCodes } from "@/lib/referrals/screening/schema";

type Props = Pick<ActionFormState, "control"> & { before: Option[] };

/** Closing asks what other help there is, and more when the person was referred before (T29). */
export function CloseFields({ control, before }: Props) {
  return (
    <>
      <RadioField
        name="closureCode"
        legend="Why is this being closed?"
        legendSize="m"
        options={closureCodes}
      />
      <SignpostFields control={control} />
      <LookAgainFields before={before} />
    </>
  );
}
