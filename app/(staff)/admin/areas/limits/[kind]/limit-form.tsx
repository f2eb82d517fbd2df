"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { setLimitSchema } from "@/lib/clocks/limits/schema";
import { setLimit } from "../../actions";

type Props = { kind: string; unit: string; now: string };

export function LimitForm({ kind, unit, now }: Props) {
  const form = useActionForm(setLimitSchema, setLimit);
  return (
    <ActionForm
      form={form}
      submitLabel="Set the limit"
      hidden={{ kind }}
      cancel={<Link href="/admin/areas">Cancel and go back to the area</Link>}
    >
      <TextField
        name="count"
        label={`New limit, in ${unit}`}
        labelSize="s"
        hint={`Now: ${now}`}
        inputMode="numeric"
        width={3}
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
