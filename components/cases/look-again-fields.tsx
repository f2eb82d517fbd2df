import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { TextAreaField } from "@/components/form/text-area-field";
import { formatDay } from "@/lib/dates";
import type { PatternContact } from "../referrals/pattern";

/** The other referrals of the same person, each to be ticked once it has been read again. */
export const toLookAt = (contacts: readonly PatternContact[], here: string): Option[] =>
  contacts
    .filter(({ reference }) => reference !== here)
    .map(({ id, reference, receivedOn }) => ({
      value: id,
      label: `${reference}, received ${formatDay(receivedOn)}`,
    }));

/** T29: asked before a closure, and of nobody who was not referred before. */
export function LookAgainFields({ before }: { before: Option[] }) {
  if (before.length === 0) return null;
  return (
    <>
      <CheckboxField
        name="lookedAt"
        legend="Which of the other referrals of this person have you read again?"
        legendSize="m"
        hint="Each has to be read again, with what was decided then, before this one is closed or put off."
        options={before}
      />
      <TextAreaField
        name="secondLook"
        label="What did you look at again, and what did you find?"
        labelSize="m"
        hint="At least 20 characters. A pattern can be missed when each referral is read by itself."
      />
    </>
  );
}
