"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { PostFields } from "@/components/funding/post-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editPostSchema } from "@/lib/funding/schema";
import { editPost } from "../../actions";

type Props = Record<"postId" | "lineId" | "line", string> & { values: FormValues };

export function EditPostForm({ postId, lineId, line, values }: Props) {
  const form = useActionForm(editPostSchema, editPost, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ postId }}
      cancel={<Link href={`/plan/funding/lines/${lineId}`}>Cancel and go back to {line}</Link>}
    >
      <PageHeading caption={line}>Change a post</PageHeading>
      <PostFields />
    </ActionForm>
  );
}
