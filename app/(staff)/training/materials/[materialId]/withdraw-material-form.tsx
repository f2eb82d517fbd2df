"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { withdrawMaterialSchema } from "@/lib/training/schema";
import { withdrawMaterial } from "../../actions";

type Props = { materialId: string; title: string; caption: string; back: string };

export function WithdrawMaterialForm({ materialId, title, caption, back }: Props) {
  const form = useActionForm(withdrawMaterialSchema, withdrawMaterial);
  return (
    <ActionForm
      form={form}
      submitLabel="Take it back"
      submitVariant="warning"
      hidden={{ materialId }}
      cancel={<Link href={back}>Cancel and go back to the session</Link>}
    >
      <PageHeading caption={caption}>Take back “{title}”</PageHeading>
      <p className="govuk-body">
        Nobody can open it from here any more. Its title and the reason stay with the session.
      </p>
      <TextAreaField name="reason" label="Why is it taken back?" rows={3} />
    </ActionForm>
  );
}
