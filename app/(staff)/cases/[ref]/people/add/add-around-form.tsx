"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addAroundSchema } from "@/lib/cases/around/schema";
import { AroundFields } from "../around-fields";
import { addAround } from "./actions";

export function AddAroundForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(addAroundSchema, addAround, { caseId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ caseId }}
        submitLabel="Add to the case"
        cancel={<Link href={`/cases/${reference}/people`}>Cancel adding somebody</Link>}
      >
        <PageHeading caption={reference}>Add somebody around the person</PageHeading>
        <AroundFields />
      </ActionForm>
    </div>
  );
}
