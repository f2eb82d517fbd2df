import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { purposeLabels } from "@/lib/reports/labels";

/** What is printed at the head of a report. */
export function DetailFields() {
  return (
    <>
      <TextField name="title" label="Title" />
      <TextField name="board" label="Which board is it to?" hint="For example, Steering group" />
      <DateField name="meetsDay" legend="When does the board meet?" legendSize="s" optional />
      <RadioField
        name="purpose"
        legend="What is the report for?"
        legendSize="s"
        options={purposeLabels}
      />
      <TextField name="author" label="Report of" hint="A post, such as Head of community safety" />
      <TextField
        name="contact"
        label="Contact"
        hint="Who answers questions, as it is to be printed"
      />
    </>
  );
}
