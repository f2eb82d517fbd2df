"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { ScoreFields } from "@/components/risks/score-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { scoreRiskSchema } from "@/lib/risks/schema";
import { scoreRisk } from "../../actions";

type Props = Record<"riskId" | "reference" | "title" | "version", string>;

export function ScoreForm({ riskId, reference, title, version }: Props) {
  const form = useActionForm(scoreRiskSchema, scoreRisk, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Save scores"
      hidden={{ riskId }}
      cancel={<Link href={`/plan/risks/${riskId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={`${reference}: ${title}`}>Change the scores</PageHeading>
      <p className="govuk-body">
        What it was scored before stays in its history. The group agrees it again afterwards.
      </p>
      <ScoreFields />
    </ActionForm>
  );
}
