import { CheckboxField } from "@/components/form/checkbox-field";
import { RadioField } from "@/components/form/radio-field";
import { exportPurposes, redactionLayers } from "@/lib/panels/minutes/labels";

type Props = { print: string; text: string };

/** For whom a copy is and what is taken out of it: codes in an address, which both kinds of copy read (M-06). */
export function CopyChoices({ print, text }: Props) {
  return (
    <form method="get" action={print}>
      <RadioField
        name="for"
        legend="Who asks for it?"
        legendSize="m"
        hint="Where nobody is chosen, the copy is made as for the person themselves."
        options={exportPurposes}
        small
      />
      <CheckboxField
        name="without"
        legend="What is taken out?"
        legendSize="m"
        hint="From a copy for the person themselves all three are always taken out. Where who made the referral is taken out, every organisation is: the one that was missing would tell."
        options={redactionLayers}
        defaultValue={Object.keys(redactionLayers)}
        small
      />
      <div className="govuk-button-group">
        <button type="submit" className="govuk-button">
          Show a copy to print
        </button>
        <button type="submit" formAction={text} className="govuk-button govuk-button--secondary">
          Download as text
        </button>
      </div>
    </form>
  );
}
