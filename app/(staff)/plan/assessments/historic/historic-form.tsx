"use client";

import { YearField } from "@/components/benchmarks/year-field";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { ni35Years } from "@/lib/benchmarks/rules";
import { keepHistoricSchema } from "@/lib/benchmarks/schema";
import { keepHistoric } from "../actions";

export function HistoricForm() {
  const form = useActionForm(keepHistoricSchema, keepHistoric);
  return (
    <ActionForm
      form={form}
      submitLabel="Begin the record"
      cancel={<Link href="/plan/assessments">Cancel and go back to self-assessment</Link>}
    >
      <PageHeading caption="Self-assessment">Keep a record of 2008 to 2010</PageHeading>
      <p className="govuk-body">
        A national indicator was measured in these years. If the area still has the paper of its
        return, it can be kept here as it was. Nobody is assessed by that indicator now: for a new
        self-assessment, choose one that asks about all local communities alike.
      </p>
      <YearField years={ni35Years} legend="Which year was the return for?" />
    </ActionForm>
  );
}
