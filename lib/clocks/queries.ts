import "server-only";

import { defaultLimits, type LimitedKind, type Limits } from "@/lib/clocks/rules";
import { type Day, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";

export type Timetable = { limits: Limits; holidays: readonly Day[] };

/** How long everything may take in an area on a day, and the days that do not count. */
export async function getTimetable(
  { tx }: Context,
  { areaId, on }: { areaId: string; on: Day },
): Promise<Timetable> {
  const rows = await tx.$queryRaw<{ kind: LimitedKind | null; count: number; day: Date | null }[]>`
    (select distinct on (l.kind) l.kind, l.count, null::date as day from area_limits l
      where l.area_id = ${areaId}::uuid and l.from_on <= ${on}::date
      order by l.kind, l.from_on desc, l.set_at desc)
    union all select null, 0, h.day from bank_holidays h`;
  const limits: Limits = { ...defaultLimits };
  for (const { kind, count } of rows) if (kind) limits[kind] = { ...defaultLimits[kind], count };
  return { limits, holidays: rows.flatMap(({ day }) => (day ? [fromDateColumn(day)] : [])) };
}
