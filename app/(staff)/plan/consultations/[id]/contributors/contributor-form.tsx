"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { askContributorSchema } from "@/lib/consultations/schema";
import { askContributor } from "../../actions";

type Props = { consultationId: string; title: string; hats: Option[] };

export function ContributorForm({ consultationId, title, hats }: Props) {
  const form = useActionForm(askContributorSchema, askContributor);
  return (
    <ActionForm
      form={form}
      submitLabel="Ask to contribute"
      hidden={{ consultationId }}
      cancel={
        <Link href={`/plan/consultations/${consultationId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={title}>Ask somebody to contribute</PageHeading>
      <p className="govuk-body">
        They are told, and see this consultation with its questions and the answers drafted so far.
        What others contribute is yours to read, and not theirs.
      </p>
      <SelectField name="hatId" label="Who is asked?" options={hats} />
    </ActionForm>
  );
}
