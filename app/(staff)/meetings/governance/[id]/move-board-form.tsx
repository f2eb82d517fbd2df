"use client";

import { ButtonForm } from "@/components/form/button-form";
import { useActionForm } from "@/components/form/use-action-form";
import { moveBoardItemSchema } from "@/lib/governance/schema";
import { moveBoardItem } from "../actions";

type Props = { itemId: string; title: string; to: "up" | "down" };

export function MoveBoardForm({ itemId, title, to }: Props) {
  const form = useActionForm(moveBoardItemSchema, moveBoardItem);
  return (
    <ButtonForm
      form={form}
      fields={{ itemId, to }}
      label={to === "up" ? "Up" : "Down"}
      about={`on the agenda: ${title}`}
    />
  );
}
