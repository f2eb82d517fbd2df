"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { assignProviderSchema } from "@/lib/support/schema";
import { assignProvider } from "./actions";

type Props = { caseId: string; reference: string; mentors: Option[] };

export function ProviderForm({ caseId, reference, mentors }: Props) {
  const form = useActionForm(assignProviderSchema, assignProvider);
  return (
    <ActionForm
      form={form}
      submitLabel="Give them this case"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support`}>Cancel and go back to support</Link>}
    >
      <PageHeading caption={reference}>Name a mentor</PageHeading>
      <p className="govuk-body">
        They see who the person is, the support plan and their own actions. They do not see the
        referral, the assessment or what partners have shared.
      </p>
      <RadioField name="hatId" legend="Who is the mentor?" options={mentors} small />
    </ActionForm>
  );
}
