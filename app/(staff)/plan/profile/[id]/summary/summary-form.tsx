"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { writeSummarySchema } from "@/lib/profile/schema";
import { writeSummary } from "../../actions";

type Props = { editionId: string; reference: string };

export function SummaryForm({ editionId, reference }: Props) {
  const form = useActionForm(writeSummarySchema, writeSummary);
  return (
    <ActionForm
      form={form}
      submitLabel="Save summary"
      hidden={{ editionId }}
      cancel={<Link href={`/plan/profile/${editionId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={reference}>Write a summary</PageHeading>
      <p className="govuk-body">
        Yours and your fellow co-ordinators&rsquo; alone until the police have cleared it. After
        that it stays as it was cleared: to change it, write another.
      </p>
      <TextAreaField
        name="body"
        label="Summary"
        hint="About places, causes and trends. No names, nothing copied from the profile, nothing above OFFICIAL."
        rows={12}
      />
      <CheckboxField
        name="isOwnWords"
        label="These are my own words, and nothing is copied from the profile"
      />
    </ActionForm>
  );
}
