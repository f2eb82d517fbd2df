"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { stayLabels } from "@/lib/cases/around/labels";
import { changeAroundSchema } from "@/lib/cases/around/schema";
import type { FormValues } from "@/lib/form-state";
import { AroundFields } from "../around-fields";
import { changeAround } from "./actions";

type Props = { reference: string; aroundId: string; defaults: FormValues };

export function ChangeAroundForm({ reference, aroundId, defaults }: Props) {
  const form = useActionForm(changeAroundSchema, changeAround, defaults);
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ aroundId }}
        submitLabel="Save what is known of them"
        cancel={<Link href={`/cases/${reference}/people`}>Cancel changing this</Link>}
      >
        <PageHeading caption={reference}>Somebody around the person</PageHeading>
        <AroundFields />
        <RadioField
          name="stays"
          legend="Should they stay on the case?"
          hint="If not, what is kept of them is destroyed at once."
          options={stayLabels}
        />
      </ActionForm>
    </div>
  );
}
