"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { type ProjectChoices, ProjectFields } from "@/components/projects/project-fields";
import { type Coverage, CoverageField } from "@/components/risks/coverage-field";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addProjectSchema } from "@/lib/projects/schema";
import { addProject } from "../actions";

type Props = { coverage: Coverage; choices: ProjectChoices };

export function NewProjectForm({ coverage, choices }: Props) {
  const form = useActionForm(addProjectSchema, addProject);
  return (
    <ActionForm
      form={form}
      submitLabel="Add project"
      cancel={<Link href="/plan/projects">Cancel and go back to projects</Link>}
    >
      <PageHeading caption="Projects">Add a project</PageHeading>
      <p className="govuk-body">It begins as an idea. What it costs is asked when a bid is made.</p>
      <CoverageField {...coverage} />
      <ProjectFields {...choices} />
    </ActionForm>
  );
}
