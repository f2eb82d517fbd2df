"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { endAreaPostSchema } from "@/lib/areas/schema";
import { endAreaPost } from "../../actions";

export function EndPostForm({ postId, caption }: { postId: string; caption: string }) {
  const form = useActionForm(endAreaPostSchema, endAreaPost);
  return (
    <ActionForm
      form={form}
      submitLabel="End"
      hidden={{ postId }}
      cancel={<Link href="/plan/area">Cancel and go back to the area</Link>}
    >
      <PageHeading caption={caption}>End this</PageHeading>
      <p className="govuk-body">It stays in the history of the area. This cannot be undone.</p>
      <DateField name="untilDay" legend="What was the last day?" legendSize="s" />
      <TextField name="reasons" label="Why does it end?" hint="For example, a new director." />
    </ActionForm>
  );
}
