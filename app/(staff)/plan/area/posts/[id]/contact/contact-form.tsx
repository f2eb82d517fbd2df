"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { changeAreaContactSchema } from "@/lib/areas/schema";
import { changeAreaContact } from "../../../actions";

type Props = { postId: string; caption: string; now: { version: string; contact: string } };

export function ContactForm({ postId, caption, now }: Props) {
  const form = useActionForm(changeAreaContactSchema, changeAreaContact, now);
  return (
    <ActionForm
      form={form}
      submitLabel="Change the work contact"
      hidden={{ postId }}
      cancel={<Link href="/plan/area">Cancel and go back to the area</Link>}
    >
      <PageHeading caption={caption}>Work contact</PageHeading>
      <TextField
        name="contact"
        label="Work contact"
        hint="An email address or telephone number at work. What it was before stays in the history."
      />
    </ActionForm>
  );
}
