import type { Sector, Standing } from "@/lib/champions/labels";
import { addDays, type Day } from "@/lib/dates";

/** From when on somebody is named as running out, so that there is time to renew (1.11). */
export const soonDays = 60;

/** For how long the record of somebody who has stepped down is kept (7.4). */
export const keptYears = 3;

export function standingOf(
  { expiresDay, endedDay }: { expiresDay: Day; endedDay: Day | null },
  today: Day,
): Standing {
  if (endedDay) return "ended";
  if (expiresDay < today) return "expired";
  return expiresDay <= addDays(today, soonDays) ? "expiring" : "in_date";
}

type Trained = { course: string | null; trainedUntilDay: Day | null };

/** What is known of somebody's training, as they told it. */
export function trainingOf({ course, trainedUntilDay }: Trained, today: Day) {
  if (!course) return "not_told" as const;
  if (!trainedUntilDay) return "no_end" as const;
  return trainedUntilDay < today ? ("run_out" as const) : ("in_date" as const);
}

export const organisationKinds = [
  ...(["council", "police", "health", "education", "probation", "prison"] as const),
  ...(["youth_justice", "voluntary", "other"] as const),
];
type OrganisationKind = (typeof organisationKinds)[number];

/** Which sectors an organisation of a kind can be of. Education is two. */
const sectorsOf: Record<OrganisationKind, readonly Sector[]> = {
  council: ["council"],
  police: ["police"],
  health: ["health"],
  education: ["schools", "further_higher"],
  probation: ["probation"],
  prison: ["prison"],
  youth_justice: ["youth_justice"],
  voluntary: ["voluntary"],
  other: ["other"],
};

export const sectorsFor = (kind: string): readonly Sector[] =>
  sectorsOf[kind as OrganisationKind] ?? ["other"];

export type SectorCount = { sector: Sector; inDate: number; expiring: number; expired: number };

/** Every sector that has an organisation here or a champion, in the order of the labels, with what it has. */
export function countedSectors(kinds: readonly string[], counts: readonly SectorCount[]) {
  const here = new Set([
    ...kinds.flatMap(sectorsFor).filter((sector) => sector !== "other"),
    ...counts.map(({ sector }) => sector),
  ]);
  return order
    .filter((sector) => here.has(sector))
    .map(
      (sector) =>
        counts.find((one) => one.sector === sector) ?? {
          ...{ sector, inDate: 0, expiring: 0, expired: 0 },
        },
    );
}

const order = [...new Set(Object.values(sectorsOf).flat())];

/** The sectors that nobody in date speaks for (1.11). What is only "other" is missed by nobody. */
export const gapsIn = (counted: readonly SectorCount[]): Sector[] =>
  counted
    .filter(({ sector, inDate }) => inDate === 0 && sector !== "other")
    .map((one) => one.sector);
