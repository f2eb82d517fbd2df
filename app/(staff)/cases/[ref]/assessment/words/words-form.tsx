"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { mandatoryBlocks } from "@/lib/assessments/labels";
import { blocksSchema } from "@/lib/assessments/schema";
import { writeBlocks } from "../actions";

type Props = {
  reference: string;
  assessmentId: string;
  version: string;
  written: Record<string, string>;
};

export function WordsForm({ reference, assessmentId, version, written }: Props) {
  const form = useActionForm(blocksSchema, writeBlocks, { ...written, assessmentId, version });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ assessmentId }}
        submitLabel="Save"
        cancel={<Link href={`/cases/${reference}/assessment`}>Cancel and change nothing</Link>}
      >
        <PageHeading caption={reference}>The whole picture</PageHeading>
        {Object.entries(mandatoryBlocks).map(([name, label]) => (
          <TextAreaField key={name} name={name} label={label} />
        ))}
      </ActionForm>
    </div>
  );
}
