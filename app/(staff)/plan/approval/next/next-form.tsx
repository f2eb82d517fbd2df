"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { startVersionSchema } from "@/lib/plans/approval/schema";
import { startVersion } from "../actions";

type Props = { planId: string; title: string; edition: number };

export function NextForm({ planId, title, edition }: Props) {
  const form = useActionForm(startVersionSchema, startVersion);
  return (
    <ActionForm
      form={form}
      submitLabel={`Start version ${edition + 1}`}
      hidden={{ planId }}
      cancel={
        <Link href={`/plan/approval?plan=${planId}`}>Cancel and go back to the approval</Link>
      }
    >
      <PageHeading caption={title}>Start version {edition + 1}</PageHeading>
      <p className="govuk-body">
        Its themes and actions are taken over, with their milestones, measures, evidence and links,
        into a draft. Version {edition} stays in force until version {edition + 1} is approved. The
        equality impact assessment is written anew.
      </p>
    </ActionForm>
  );
}
