"use client";

import type { ComponentType } from "react";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { savePageSchema } from "@/lib/referrals/drafts/schema";
import { pageWords, type QuestionPage } from "@/lib/referrals/pages/rules";
import { autosavePage, savePage } from "./actions";
import { CallFields } from "./fields/call-fields";
import { ChildFields } from "./fields/child-fields";
import { ConcernFields, ExplanationFields } from "./fields/concern-fields";
import { NeedsFields } from "./fields/needs-fields";
import { OthersFields } from "./fields/others-fields";
import { PersonContactFields } from "./fields/person-contact-fields";
import { PersonFields } from "./fields/person-fields";
import { ReferrerFields } from "./fields/referrer-fields";
import { SafeguardsFields } from "./fields/safeguards-fields";
import { SafetyFields } from "./fields/safety-fields";

type FieldsProps = { authorities: string[]; isCall: boolean };

const fieldsOf: Record<QuestionPage, ComponentType<FieldsProps>> = {
  safety: SafetyFields,
  call: CallFields,
  person: PersonFields,
  "person-contact": PersonContactFields,
  child: ChildFields,
  concern: ConcernFields,
  explanation: ExplanationFields,
  needs: NeedsFields,
  safeguards: SafeguardsFields,
  others: OthersFields,
  referrer: ReferrerFields,
};

type Props = FieldsProps & {
  draftId: string;
  page: QuestionPage;
  values: FormValues;
  editor: string;
};

export function PageForm({ draftId, page, values, editor, authorities, isCall }: Props) {
  const form = useActionForm(savePageSchema, savePage, values);
  const Fields = fieldsOf[page];
  const { title, hint } = pageWords(page, isCall);
  return (
    <ActionForm
      form={form}
      submitLabel="Save and continue"
      secondary={{ label: "Save and come back later", value: "keep" }}
      hidden={{ draftId, page, editor }}
      autosave={autosavePage}
    >
      <PageHeading caption="Refer a concern">{title}</PageHeading>
      <p className="govuk-body">{hint}</p>
      <Fields authorities={authorities} isCall={isCall} />
    </ActionForm>
  );
}
