"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { corroborationLabels } from "@/lib/information/labels";
import { changeCorroborationSchema } from "@/lib/information/schema";
import { changeCorroboration } from "./actions";

type Props = { itemId: string; reference: string; children: ReactNode };

export function CorroborationForm({ itemId, reference, children }: Props) {
  const form = useActionForm(changeCorroborationSchema, changeCorroboration, { itemId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ itemId }}
        submitLabel="Record what was found"
        cancel={<Link href={`/cases/${reference}/information`}>Cancel and change nothing</Link>}
      >
        <PageHeading caption={reference}>What has been found out about this?</PageHeading>
        {children}
        <RadioField
          name="corroboration"
          legend="What has been found?"
          hint="What is found to be untrue says so wherever it is shown, until it is erased."
          options={corroborationLabels}
        />
        <TextAreaField name="reasons" label="How was this found out?" />
      </ActionForm>
    </div>
  );
}
