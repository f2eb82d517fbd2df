"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { type EntryKind, entryHints, entryKinds } from "@/lib/funding/labels";
import { addEntrySchema } from "@/lib/funding/schema";
import { addEntry } from "../../../actions";

type Props = Record<"lineId" | "line" | "left", string> & {
  targets: readonly { value: string; label: string }[];
};

const kinds = (Object.keys(entryKinds) as EntryKind[]).map((kind) => ({
  ...{ value: kind, label: entryKinds[kind], hint: entryHints[kind] },
}));

export function EntryForm({ lineId, line, left, targets }: Props) {
  const form = useActionForm(addEntrySchema, addEntry);
  return (
    <ActionForm
      form={form}
      submitLabel="Add entry"
      hidden={{ lineId }}
      cancel={<Link href={`/plan/funding/lines/${lineId}`}>Cancel and go back to {line}</Link>}
    >
      <PageHeading caption={line}>Add an entry to the ledger</PageHeading>
      <p className="govuk-body">{left} of the line is not allocated yet.</p>
      <RadioField name="kind" legend="What kind of entry is it?" legendSize="s" options={kinds} />
      <SelectField name="target" label="What is it for?" options={targets} />
      <TextField
        name="amount"
        label="Amount"
        hint="Put a minus before what makes it less, for example -120.50"
        prefix="£"
        width={10}
      />
      <DateField name="enteredDay" legend="Date" legendSize="s" />
      <TextField
        name="words"
        label="Description"
        hint="For example, an invoice number. Name nobody."
      />
    </ActionForm>
  );
}
