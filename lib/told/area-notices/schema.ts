import type { z } from "zod";

import { aForm, anOptionalText, aText } from "@/lib/schema";

const link = anOptionalText({ name: "Address of the notice", max: 500 }).refine(
  (typed) => typed === null || /^https:\/\/[^\s/]+\.[^\s]+$/.test(typed),
  { error: "Enter an address that begins with https://" },
);

/** TR-01: what the notice of an area says of its own. The rest is the same everywhere. */
export const setNoticeSchema = aForm({
  controller: aText({
    name: "Who is responsible",
    enter: "Enter which organisations are responsible in this area",
    max: 500,
  }),
  contact: aText({
    name: "How to ask",
    enter: "Enter how to reach the data protection officer",
    max: 500,
  }),
  childContact: aText({
    name: "Whom a child can ask",
    enter: "Enter whom a child or young person can ask",
    max: 300,
  }),
  link,
});
export type SetNotice = z.output<typeof setNoticeSchema>;
