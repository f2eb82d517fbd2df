import { z } from "zod";

import { aDay } from "@/lib/dates";
import { aForm, always, anId } from "@/lib/schema";

/** Who stands in for whom, and from which day to which. Why somebody is away is nobody's question. */
export const setAbsenceSchema = aForm({
  hatId: anId(),
  coverHatId: anId("Select who covers"),
  fromOn: aDay({ name: "First day of the cover", future: true }),
  toOn: aDay({ name: "Last day of the cover", future: true }),
}).refine(({ fromOn, toOn }) => !fromOn || !toOn || fromOn <= toOn, {
  path: ["toOn"],
  error: "Last day of the cover must be the same as or after the first day",
  ...always,
});
export type SetAbsence = z.output<typeof setAbsenceSchema>;

export const endAbsenceSchema = aForm({ absenceId: anId() });
export type EndAbsence = z.output<typeof endAbsenceSchema>;

const address = z.object({ for: z.uuid().optional().catch(undefined) });

/** Whose absence the address asks for; nobody's is one's own. */
export const readAbsenceAddress = (query: unknown) => address.parse(query);
