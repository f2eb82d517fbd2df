import type { z } from "zod";

import { aDay } from "@/lib/dates";
import { hasSecondIdentifier, hasWildcard, isName } from "@/lib/people/rules";
import { aForm, always, anOptionalText, anOptionalWholeNumber, aText } from "@/lib/schema";

const hasNone = (text: string | null) => !hasWildcard(text);
const wildcard = "Enter whole words, without signs such as * or %";

/** IS-19 */
export const findPersonSchema = aForm({
  name: aText({ name: "Name", enter: "Enter the name of the person", max: 200 })
    .refine(hasNone, { error: wildcard, abort: true })
    .refine(isName, "Enter at least one name in full"),
  dateOfBirth: aDay({ name: "Date of birth", past: true, optional: true }),
  approximateAge: anOptionalWholeNumber({ name: "Approximate age", min: 0, max: 110 }),
  postcode: anOptionalText({ name: "Postcode", max: 10 }).refine(hasNone, wildcard),
  place: anOptionalText({ name: "Place", max: 100 }).refine(hasNone, wildcard),
  reason: aText({ name: "Reason", enter: "Enter why you are searching", min: 10, max: 500 }),
}).refine(hasSecondIdentifier, {
  path: ["dateOfBirth"],
  error: "Enter a date of birth, an age, a postcode or a place as well as the name",
  when: ({ value, issues }) =>
    always.when({ value }) && !issues.some(({ path }) => path?.[0] === "dateOfBirth"),
});
export type FindPerson = z.output<typeof findPersonSchema>;
