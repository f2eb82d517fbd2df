"use client";

import { TextField } from "@/components/form/text-field";

/** When a meeting begins, how long it is, and where. */
export function WhereFields() {
  return (
    <>
      <TextField
        name="startsAt"
        label="Start time"
        hint="For example, 2pm or 14:00"
        width={5}
        autoComplete="off"
      />
      <TextField name="lastsMinutes" label="Minutes it takes" width={3} inputMode="numeric" />
      <TextField name="place" label="Place" hint="A room, or “online”" />
      <TextField
        name="link"
        label="Link to join online"
        hint="It stays on the meeting's page, and is not in notices or calendars."
        type="url"
        optional
      />
    </>
  );
}
