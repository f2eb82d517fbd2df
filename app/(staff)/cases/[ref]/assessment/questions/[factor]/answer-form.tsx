"use client";

import { AnswerFields } from "@/components/assessments/answer-fields";
import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import type { Factor } from "@/lib/assessments/labels";
import { answerSchema } from "@/lib/assessments/schema";
import { answerFactor } from "../../actions";

type Props = {
  reference: string;
  asked: Factor;
  evidence: Option[];
  defaults: {
    assessmentId: string;
    factor: string;
    version: string;
    answer?: string;
    evidence?: string[];
    note?: string;
  };
};

export function AnswerForm({ reference, asked, evidence, defaults }: Props) {
  const { assessmentId, factor } = defaults;
  const form = useActionForm(answerSchema, answerFactor, defaults);
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ assessmentId, factor }}
        submitLabel="Save answer"
        cancel={<Link href={`/cases/${reference}/assessment`}>Cancel and change nothing</Link>}
      >
        <AnswerFields caption={reference} asked={asked} evidence={evidence} />
      </ActionForm>
    </div>
  );
}
