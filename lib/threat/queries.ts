import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import type { ThreatLevel } from "@/lib/threat/labels";

export type ThreatLevelRow = {
  id: string;
  level: ThreatLevel;
  setDay: string;
  note: string;
  recordedAt: Date;
  by: string;
  role: string;
  organisation: string;
};

type Row = Omit<ThreatLevelRow, "setDay"> & { setOn: Date };

/** Newest first, of this area and of those it shares a partnership with. */
async function history({ tx }: Context, take: number): Promise<ThreatLevelRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select t.id::text as id, t.level, t.set_on as "setOn", t.note, t.recorded_at as "recordedAt",
           u.name as by, h.role, o.name as organisation
      from threat_levels t join hats h on h.id = t.recorded_by_hat join users u on u.id = h.user_id
      join organisations o on o.id = h.organisation_id
     order by t.set_on desc, t.recorded_at desc, t.id desc limit ${take}`;
  return rows.map(({ setOn, ...row }) => ({ ...row, setDay: fromDateColumn(setOn) }));
}

/** The parties of what an area keeps for itself. */
const ofArea = (areaId: string) => ({ areaId, planAreaIds: [areaId] });

/** The level as it was last written down, for a page that shows it; nothing for somebody it is not shown to. */
export async function findThreatLevel(ctx: Context): Promise<ThreatLevelRow | null> {
  if (!can(ctx.actor, "threat:read", ofArea(ctx.actor.areaId))) return null;
  return (await history(ctx, 1))[0] ?? null;
}

/** The level, and everything it was, with who wrote it down (4.1). */
export async function viewThreatLevel(ctx: Context) {
  const { actor } = ctx;
  authorize(actor, "threat:read", ofArea(actor.areaId));
  const levels = await history(ctx, 100);
  await record(ctx, { type: "threat.viewed" });
  return {
    ...{ levels, current: levels[0] ?? null },
    maySet: can(actor, "threat:set", ofArea(actor.areaId)),
  };
}

/** The same, for the co-ordinator who writes it down. */
export async function getThreatLevelToSet(ctx: Context): Promise<ThreatLevelRow | null> {
  authorize(ctx.actor, "threat:set", ofArea(ctx.actor.areaId));
  return (await history(ctx, 1))[0] ?? null;
}
