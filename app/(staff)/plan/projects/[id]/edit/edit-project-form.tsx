"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { type ProjectChoices, ProjectFields } from "@/components/projects/project-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editProjectSchema } from "@/lib/projects/schema";
import { editProject } from "../../actions";

type Props = { projectId: string; reference: string; choices: ProjectChoices; values: FormValues };

export function EditProjectForm({ projectId, reference, choices, values }: Props) {
  const form = useActionForm(editProjectSchema, editProject, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ projectId }}
      cancel={<Link href={`/plan/projects/${projectId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={reference}>Change this project</PageHeading>
      <ProjectFields {...choices} />
    </ActionForm>
  );
}
