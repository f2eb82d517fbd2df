"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Paragraphs } from "@/components/ui/text";
import { confidences } from "@/lib/assessments/labels";
import { sectionJudgementSchema } from "@/lib/assessments/schema";
import { judgeSection } from "../../actions";

type Props = {
  reference: string;
  title: string;
  guidance: string | null;
  defaults: {
    assessmentId: string;
    section: string;
    version: string;
    judgement?: string;
    confidence?: string;
    gaps?: string;
  };
};

export function SectionForm({ reference, title, guidance, defaults }: Props) {
  const { assessmentId, section } = defaults;
  const form = useActionForm(sectionJudgementSchema, judgeSection, defaults);
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ assessmentId, section }}
        submitLabel="Save judgement"
        cancel={<Link href={`/cases/${reference}/assessment`}>Cancel and change nothing</Link>}
      >
        <PageHeading caption={reference}>{title}</PageHeading>
        {guidance && <Paragraphs text={guidance} />}
        <TextAreaField
          name="judgement"
          label="Your judgement, in words"
          hint="Weigh what is known. Do not add answers up."
          rows={8}
        />
        <RadioField name="confidence" legend="How sure are you?" options={confidences} />
        <TextAreaField name="gaps" label="What is not known?" rows={4} />
      </ActionForm>
    </div>
  );
}
