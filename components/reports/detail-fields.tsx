import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Link } from "@/components/ui/link";
import { purposeLabels } from "@/lib/reports/labels";

/** What is printed at the head of a report. */
export function DetailFields({ boards }: { boards: Option[] }) {
  return (
    <>
      <TextField name="title" label="Title" />
      <SelectField
        name="bodyId"
        label="Which body is it put to?"
        hint={
          <>
            A body that is not in the list is first{" "}
            <Link href="/meetings/bodies/new">added to those who oversee the plan</Link>.
          </>
        }
        options={boards}
      />
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
