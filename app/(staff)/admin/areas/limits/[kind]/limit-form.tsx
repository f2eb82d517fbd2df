"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { clockUnits } from "@/lib/clocks/labels";
import { setLimitSchema } from "@/lib/clocks/limits/schema";
import { setLimit } from "../../actions";

const sentenceCase = Object.entries(clockUnits).map(([value, label]) => ({
  value,
  label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
}));

type Props = { kind: string; unit: string; now: string };

export function LimitForm({ kind, unit, now }: Props) {
  const form = useActionForm(setLimitSchema, setLimit, { unit });
  return (
    <ActionForm
      form={form}
      submitLabel="Set the limit"
      hidden={{ kind }}
      cancel={<Link href="/admin/areas">Cancel and go back to the area</Link>}
    >
      <TextField
        name="count"
        label="New limit"
        labelSize="s"
        hint={`Now: ${now}`}
        inputMode="numeric"
        width={3}
      />
      <RadioField
        name="unit"
        legend="What is it counted in?"
        legendSize="s"
        hint="Working days leave out weekends and bank holidays."
        options={sentenceCase}
        small
      />
      <DateField
        name="fromOn"
        legend="First day of the new limit"
        legendSize="s"
        hint="Dates that are set already do not move. For example, 27 3 2027"
      />
      <TextAreaField name="reason" label="Why does it change?" labelSize="s" rows={3} />
    </ActionForm>
  );
}
