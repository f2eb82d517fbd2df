import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { lawfulBasisLabels } from "@/lib/information/labels";
import { evidenceLabels } from "@/lib/referrals/labels";

/** What a case needs from its first day: somebody to run it, and partners to ask. */
export function ContinueFields({
  coordinators,
  partners,
}: {
  coordinators: Option[];
  partners: Option[];
}) {
  return (
    <>
      <RadioField
        name="evidence"
        legend="How much is there to go on?"
        legendSize="m"
        options={evidenceLabels}
      />
      <RadioField
        name="coordinatorId"
        legend="Who runs the case?"
        legendSize="m"
        hint="They are told at once, and see what was sent."
        options={coordinators}
      />
      <CheckboxField
        name="organisationIds"
        legend="Which organisations are asked first?"
        legendSize="m"
        hint="Only those with a reason to know. Each is told the name and the question, and no more."
        options={partners}
      />
      <TextAreaField
        name="question"
        label="What do you need to know, and why?"
        labelSize="m"
        hint="They read this as you write it."
      />
      <RadioField
        name="lawfulBasis"
        legend="On what lawful basis?"
        legendSize="m"
        options={lawfulBasisLabels}
      />
      <DateField name="dueDay" legend="When should they answer by?" legendSize="m" />
    </>
  );
}
