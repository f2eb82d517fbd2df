"use client";

import type { Partner } from "@/components/cases/item-fields";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { lawfulBasisLabels } from "@/lib/information/labels";
import { askForInformationSchema } from "@/lib/information/schema";
import { askForInformation } from "./actions";

type Props = { caseId: string; reference: string; partners: Partner[] };

export function AskForm({ caseId, reference, partners }: Props) {
  const form = useActionForm(askForInformationSchema, askForInformation, { caseId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ caseId }}
        submitLabel="Ask for information"
        cancel={<Link href={`/cases/${reference}/requests`}>Cancel and ask nobody</Link>}
      >
        <PageHeading caption={reference}>Ask organisations for information</PageHeading>
        <p className="govuk-body">
          Each organisation is sent your question with the person&rsquo;s name and date of birth or
          age, and nothing else of the case. It sees only its own request.
        </p>
        <CheckboxField
          name="organisationIds"
          legend="Which organisations?"
          options={partners}
          small
        />
        <TextAreaField
          name="question"
          label="What do you need to know, and why?"
          hint="Ask only for what is needed for this case."
        />
        <SelectField
          name="lawfulBasis"
          label="Lawful basis for sharing"
          options={lawfulBasisLabels}
        />
        <DateField name="dueDay" legend="When do you need an answer by?" />
      </ActionForm>
    </div>
  );
}
