import "server-only";

import type { ClockUnit } from "@/lib/clocks/labels";
import { defaultLimits, type LimitedKind, type Limits } from "@/lib/clocks/rules";
import { type Day, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";

export type Timetable = { limits: Limits; holidays: readonly Day[] };

type Asked = { areaId: string; on: Day };
type Row = {
  kind: LimitedKind | null;
  count: number;
  unit: ClockUnit | null;
  day: Date | null;
};

/** How long everything may take in one's own area on a day, and the days that do not count. */
export async function getTimetable({ tx }: Context, { areaId, on }: Asked): Promise<Timetable> {
  const rows = await tx.$queryRaw<Row[]>`
    (select distinct on (l.kind) l.kind, l.count, l.unit, null::date as day from area_limits l
      where l.area_id = ${areaId}::uuid and l.from_on <= ${on}::date
      order by l.kind, l.from_on desc, l.set_at desc)
    union all select null, 0, null, h.day from bank_holidays h`;
  return toTimetable(rows);
}

/** How long another area allows for a referral that is passed on to it: what its gateway is given, and no more. */
export async function getReceivingTimetable(
  { tx }: Context,
  { areaId, on }: Asked,
): Promise<Timetable> {
  const rows = await tx.$queryRaw<Row[]>`
    select l.kind, l.count, l.unit, null::date as day from receiving_limits(${areaId}::uuid, ${on}::date) l
    union all select null, 0, null, h.day from bank_holidays h`;
  return toTimetable(rows);
}

function toTimetable(rows: Row[]): Timetable {
  const limits: Limits = { ...defaultLimits };
  for (const { kind, count, unit } of rows) {
    if (kind)
      limits[kind] = { ...defaultLimits[kind], count, unit: unit ?? defaultLimits[kind].unit };
  }
  return { limits, holidays: rows.flatMap(({ day }) => (day ? [fromDateColumn(day)] : [])) };
}
