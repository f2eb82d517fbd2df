"use client";

import { ButtonForm } from "@/components/form/button-form";
import { useActionForm } from "@/components/form/use-action-form";
import { type Direction, directions } from "@/lib/panels/agenda/labels";
import { moveItemSchema } from "@/lib/panels/agenda/schema";
import { moveItem } from "./actions";

type Props = { itemId: string; reference: string; direction: Direction };

export function MoveForm({ itemId, reference, direction }: Props) {
  const form = useActionForm(moveItemSchema, moveItem);
  return (
    <ButtonForm
      form={form}
      fields={{ itemId, direction }}
      label={directions[direction]}
      about={`on the agenda: ${reference}`}
    />
  );
}
