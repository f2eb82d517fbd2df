"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { setNoticeSchema } from "@/lib/told/area-notices/schema";
import { setNotice } from "./actions";

type Words = { controller: string; contact: string; childContact: string; link: string };

export function NoticeForm({ now }: { now: Words }) {
  const form = useActionForm(setNoticeSchema, setNotice, now);
  return (
    <ActionForm
      form={form}
      submitLabel="Publish this notice"
      cancel={<Link href="/admin/areas">Cancel and go back to the area</Link>}
    >
      <TextAreaField
        name="controller"
        label="Who is responsible for what is kept?"
        labelSize="s"
        hint="The organisations of this area, by name."
        rows={3}
      />
      <TextAreaField
        name="contact"
        label="How can somebody ask, or complain?"
        labelSize="s"
        hint="The data protection officer: an address, an email address or a telephone number."
        rows={3}
      />
      <TextAreaField
        name="childContact"
        label="Whom can a child or young person ask?"
        labelSize="s"
        hint="In short words. It stands in the notice for children."
        rows={2}
      />
      <TextField
        name="link"
        label="Address of the council's own notice (optional)"
        labelSize="s"
        hint="It begins with https://"
      />
    </ActionForm>
  );
}
