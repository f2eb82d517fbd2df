"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { extendActionSchema } from "@/lib/tracker/schema";
import { extendAction } from "./actions";

type Props = {
  actionId: string;
  caption: string;
  version: string;
  backHref: string;
  near: { label: string; day: string }[];
  children: ReactNode;
};

export function ExtendForm({ actionId, caption, version, backHref, near, children }: Props) {
  const form = useActionForm(extendActionSchema, extendAction, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Move the due date"
      hidden={{ actionId }}
      cancel={<Link href={backHref}>Cancel and go back to the action</Link>}
    >
      <PageHeading caption={caption}>Give it longer</PageHeading>
      {children}
      <DateField name="dueDay" legend="New due date" legendSize="s" near={near} />
      <TextAreaField name="reason" label="Why does it need longer?" />
    </ActionForm>
  );
}
