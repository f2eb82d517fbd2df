"use client";

import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { championKinds } from "@/lib/champions/labels";

/** What is known of somebody at work, asked when they are added and when they are renewed. */
export function ChampionFields() {
  return (
    <>
      <TextField name="name" label="Name" />
      <TextField name="post" label="Post" hint="For example, designated safeguarding lead." />
      <TextField
        name="contact"
        label="Work contact"
        hint="An email address or telephone number at work, never a private one."
      />
      <RadioField name="kind" legend="What do they do?" legendSize="s" options={championKinds} />
      <TextField
        name="course"
        label="Last course they took"
        hint="As they told you. For example, WRAP."
        optional
      />
      <DateField
        name="trainedUntilDay"
        legend="How long does that training last?"
        legendSize="s"
        optional
      />
    </>
  );
}
