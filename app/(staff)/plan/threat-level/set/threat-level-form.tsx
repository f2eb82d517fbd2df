"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { threatLevels, threatMeanings } from "@/lib/threat/labels";
import { setThreatLevelSchema } from "@/lib/threat/schema";
import { setThreatLevel } from "../actions";

const options = (Object.keys(threatLevels) as (keyof typeof threatLevels)[]).map((level) => ({
  value: level,
  label: threatLevels[level],
  hint: `${threatMeanings[level].charAt(0).toUpperCase()}${threatMeanings[level].slice(1)}`,
}));

export function ThreatLevelForm({ now }: { now: string }) {
  const form = useActionForm(setThreatLevelSchema, setThreatLevel);
  return (
    <ActionForm
      form={form}
      submitLabel="Write it down"
      cancel={<Link href="/plan/threat-level">Cancel and go back to the threat level</Link>}
    >
      <PageHeading caption={`Now: ${now}`}>Write down the national threat level</PageHeading>
      <RadioField name="level" legend="What is the level?" legendSize="m" options={options} />
      <DateField name="setDay" legend="When was it set nationally?" legendSize="s" />
      <TextAreaField
        name="note"
        label="What does it mean here?"
        hint="What partners do differently, or that nothing changes."
        rows={3}
      />
    </ActionForm>
  );
}
