import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import type { SetNotice } from "./schema";

/** TR-01: the notice reads so from now on, and what it said before is kept. */
export async function setNotice(ctx: Context, notice: SetNotice) {
  const { actor, tx, now } = ctx;
  const { areaId } = actor;
  authorize(actor, "area:manage", { areaId });
  const set = { setByHatId: actor.hatId, setAt: now };
  await tx.areaNotice.createMany({ data: { areaId, ...notice, ...set } });
  await record(ctx, { type: "area.notice_set" });
}
