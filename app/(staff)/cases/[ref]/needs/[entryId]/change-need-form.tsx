"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { type NeedKind, needHeadings, needLabels, standingLabels } from "@/lib/cases/needs/labels";
import { changeNeedSchema } from "@/lib/cases/needs/schema";
import type { FormValues } from "@/lib/form-state";
import { SaidFields } from "../said-fields";
import { changeNeed } from "./actions";

type Props = { reference: string; entryId: string; kind: NeedKind; defaults: FormValues };

export function ChangeNeedForm({ reference, entryId, kind, defaults }: Props) {
  const form = useActionForm(changeNeedSchema, changeNeed, defaults);
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ entryId }}
        submitLabel="Save this version"
        cancel={<Link href={`/cases/${reference}/needs`}>Cancel changing this</Link>}
      >
        <PageHeading caption={reference}>{`Change: ${needHeadings[kind]}`}</PageHeading>
        {kind === "need" && <SelectField name="need" label="Which need?" options={needLabels} />}
        <SaidFields />
        <RadioField
          name="stands"
          legend="Does this still stand?"
          hint="If it does not, it is kept with its history and leaves the overview of the case."
          options={standingLabels}
        />
        <TextAreaField name="reasons" label="Why does it change?" rows={3} />
      </ActionForm>
    </div>
  );
}
