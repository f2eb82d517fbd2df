"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { PostFields } from "@/components/funding/post-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addPostSchema } from "@/lib/funding/schema";
import { addPost } from "../../../actions";

export function AddPostForm({ lineId, line }: Record<"lineId" | "line", string>) {
  const form = useActionForm(addPostSchema, addPost);
  return (
    <ActionForm
      form={form}
      submitLabel="Add post"
      hidden={{ lineId }}
      cancel={<Link href={`/plan/funding/lines/${lineId}`}>Cancel and go back to {line}</Link>}
    >
      <PageHeading caption={line}>Add a post</PageHeading>
      <PostFields />
    </ActionForm>
  );
}
