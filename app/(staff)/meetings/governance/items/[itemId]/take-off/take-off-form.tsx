"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { takeOffBoardItemSchema } from "@/lib/governance/schema";
import { takeOffBoardItem } from "../../../actions";

type Props = Record<"itemId" | "caption" | "version", string>;

export function TakeOffForm({ itemId, caption, version }: Props) {
  const form = useActionForm(takeOffBoardItemSchema, takeOffBoardItem, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Take it off the agenda"
      hidden={{ itemId }}
      cancel={
        <Link href={`/meetings/governance/items/${itemId}`}>Cancel and go back to the item</Link>
      }
    >
      <PageHeading caption={caption}>Take it off the agenda</PageHeading>
      <TextAreaField
        name="reason"
        label="Why is it taken off?"
        hint="The reason stays on the meeting’s page."
        rows={3}
      />
    </ActionForm>
  );
}
