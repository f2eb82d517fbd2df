"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { supportPlanSchema } from "@/lib/support/schema";
import { writePlan } from "./actions";

type Props = {
  caseId: string;
  caption: string;
  reference: string;
  /** What the version before says, and its number: to be changed, and kept beside it. */
  contents: Record<string, string>;
};

export function PlanForm({ caseId, caption, reference, contents }: Props) {
  const form = useActionForm(supportPlanSchema, writePlan, contents);
  return (
    <ActionForm
      form={form}
      submitLabel="Save support plan"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support`}>Cancel and go back to support</Link>}
    >
      <PageHeading caption={caption}>Support plan</PageHeading>
      <TextAreaField name="objective" label="What is the plan for?" rows={3} />
      <TextAreaField name="nature" label="What is the support?" />
      <TextField name="provider" label="Who gives it?" />
      <TextAreaField name="delivery" label="How and when is it given?" />
      <TextAreaField
        name="consentAsked"
        label="How, when and by whom will consent be asked for?"
        hint="For somebody under 18 it is asked of a parent or guardian, and of the child as well."
        rows={3}
      />
      <TextAreaField
        name="exitCriteria"
        label="How will the panel know that support can end?"
        rows={3}
      />
      <TextField name="safeguardingContact" label="Who is told of a safeguarding worry?" />
    </ActionForm>
  );
}
