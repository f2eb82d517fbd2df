import { keyedHash, newDataKey } from "@/lib/crypto/vault";
import {
  addDays,
  addMonths,
  addWorkingDays,
  type Day,
  dayOf,
  instantAt,
  isWorkingDay,
  toDateColumn,
} from "@/lib/dates";
import type { Cast, Worn } from "./accounts";
import { aChance, type Chance } from "./chance";
import type { Places } from "./places";
import { noRows, type Rows } from "./rows";

/** Where everything is laid out: who there is, what day it is, and the rows so far. */
export type World = {
  rows: Rows;
  chance: Chance;
  now: Date;
  today: Day;
  areaId: string;
  places: Places;
  cast: Cast;
  meetings: PanelDay[];
  counters: Record<string, number>;
};

export type PanelDay = { id: string; heldOn: Day; isPast: boolean; items: number };

const monthsOfHistory = 24;
const daysBetweenMeetings = 28;

export function aWorld(places: Places, cast: Cast, now: Date): World {
  const today = dayOf(now);
  const chance = aChance(20_260_401);
  return {
    rows: noRows(),
    chance,
    now,
    today,
    areaId: places.areaId.Northbridge as string,
    places,
    cast,
    meetings: panelDays(today, chance),
    counters: {},
  };
}

export const firstDay = (today: Day): Day => addMonths(today, -monthsOfHistory);

/** Every fourth Thursday: one to come, within a fortnight, and all those before it. */
function panelDays(today: Day, chance: Chance): PanelDay[] {
  let coming = addDays(today, 6);
  while (toDateColumn(coming).getUTCDay() !== 4) coming = addDays(coming, 1);
  const days: PanelDay[] = [];
  for (let day = coming; day > firstDay(today); day = addDays(day, -daysBetweenMeetings)) {
    const heldOn = isWorkingDay(day) ? day : addWorkingDays(day, -1);
    days.unshift({ id: chance.id(at(heldOn, 9)), heldOn, isPast: heldOn < today, items: 0 });
  }
  return days;
}

/** An instant at some hour of a London day, a few minutes past. */
export const at = (day: Day, hour: number, minute = 0): Date =>
  instantAt(day, `${`${hour}`.padStart(2, "0")}:${`${minute}`.padStart(2, "0")}`);

/** A working hour of a day, never later than now: one of these, where the day has an order. */
export function during({ chance, now }: World, day: Day, from = 9, to = 16): Date {
  const instant = at(day, chance.between(from, to), chance.between(0, 59));
  return instant < now ? instant : now;
}

export const column = (day: Day): Date => toDateColumn(day);
export const columnOrNull = (day: Day | null): Date | null => (day ? toDateColumn(day) : null);

export const played = ({ cast }: World, part: string): Worn => {
  const found = cast[part];
  if (!found) throw new Error(`Nobody plays ${part}.`);
  return found;
};

/** The key under which one referral, and the case that comes of it, is sealed and logged. */
export function aDataKey({ rows, areaId }: World, id: string, createdAt: Date) {
  const { wrapped, version } = newDataKey(id);
  rows.dataKey.push({ id, areaId, wrapped, wrappingVersion: version, createdAt });
  return { id, wrapped };
}

export const streamOf = (dataKeyId: string): string => `file:${keyedHash(dataKeyId)}`;

/** The next reference of its kind in the year of the day. */
export function nextReference(
  { counters }: World,
  kind: "R" | "PC" | "RSK" | "CTLP" | "RPT" | "CON" | "PRJ" | "PRV" | "FND",
  day: Day,
): string {
  const year = day.slice(0, 4);
  const last = (counters[`${kind} ${year}`] ?? 0) + 1;
  counters[`${kind} ${year}`] = last;
  return `${kind}-${year}-${String(last).padStart(6, "0")}`;
}
