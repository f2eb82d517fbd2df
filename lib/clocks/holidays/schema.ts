import { z } from "zod";

import type { Day } from "@/lib/dates";

const published = z.object({
  "england-and-wales": z.object({
    events: z.array(z.object({ title: z.string().min(1), date: z.iso.date() })).min(1),
  }),
});

export type Holiday = { day: Day; name: string };

/** The days of England and Wales out of the list that GOV.UK publishes, or null if it is no such list. */
export function readHolidays(list: unknown): Holiday[] | null {
  const { data } = published.safeParse(list);
  if (!data) return null;
  return data["england-and-wales"].events.map(({ title: name, date: day }) => ({ day, name }));
}
