"use client";

import { TextField } from "@/components/form/text-field";

/** When a body begins, and where it meets. */
export function BoardPlaceFields() {
  return (
    <>
      <TextField
        name="startsAt"
        label="Start time"
        hint="For example, 2pm or 14:00"
        width={5}
        autoComplete="off"
      />
      <TextField name="place" label="Place" hint="A room, or “online”" />
      <TextField name="link" label="Link to join online" type="url" optional />
    </>
  );
}
