"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { linkProjectSchema } from "@/lib/projects/schema";
import { unlinkProject } from "../../actions";

type Props = Record<"projectId" | "actionId" | "action", string>;

export function UnlinkForm({ projectId, actionId, action }: Props) {
  const form = useActionForm(linkProjectSchema, unlinkProject);
  return (
    <ActionForm
      form={form}
      submitLabel={`End the link to ${action}`}
      submitVariant="secondary"
      hidden={{ projectId, actionId }}
    >
      <p className="govuk-body">
        <Link href={`/plan/actions/${actionId}`}>{action}</Link>
      </p>
    </ActionForm>
  );
}
