"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { postKinds } from "@/lib/areas/labels";
import { addAreaPostSchema } from "@/lib/areas/schema";
import { addAreaPost } from "../../actions";

export function PostForm() {
  const form = useActionForm(addAreaPostSchema, addAreaPost);
  return (
    <ActionForm
      form={form}
      submitLabel="Add to the area"
      cancel={<Link href="/plan/area">Cancel and go back to the area</Link>}
    >
      <PageHeading caption="The area">Add a lead or a team</PageHeading>
      <RadioField
        name="kind"
        legend="What is it?"
        legendSize="s"
        hint="An area has one executive lead and one Prevent lead at a time."
        options={postKinds}
      />
      <TextField name="name" label="Name of the lead or the team" />
      <TextField
        name="about"
        label="Post of the lead, or what the team is for"
        hint="For example, director of communities."
      />
      <TextField
        name="contact"
        label="Work contact"
        hint="An email address or telephone number at work."
      />
      <DateField name="fromDay" legend="When did it begin?" legendSize="s" />
    </ActionForm>
  );
}
