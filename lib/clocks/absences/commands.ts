import "server-only";

import { record } from "@/lib/audit/record";
import { formatDay, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { getHatToCover } from "./queries";
import type { EndAbsence, SetAbsence } from "./schema";

/** Somebody covers from a day to a day. It takes effect by itself, and opens no case to anybody. */
export async function setAbsence(ctx: Context, input: SetAbsence) {
  const { actor, tx, now } = ctx;
  const { hatId, coverHatId, fromOn, toOn } = input;
  const away = await getHatToCover(ctx, hatId);
  if (!away.others.some(({ id }) => id === coverHatId))
    throw new FieldsRefused({ coverHatId: ["Select somebody who does the same work"] });
  await tx.absence.createMany({
    data: {
      ...{ areaId: actor.areaId, hatId, coverHatId },
      ...{ fromOn: toDateColumn(fromOn), toOn: toDateColumn(toOn) },
      ...{ setByHatId: actor.hatId, setAt: now },
    },
  });
  const reference = `Cover from ${formatDay(fromOn)}`;
  await notify(ctx, [coverHatId, hatId], { kind: "cover_set", reference, path: "/home/absence" });
  await record(ctx, { type: "absence.set", facts: { hatId, coverHatId, fromOn, toOn } });
  return { hatId };
}

/** Somebody is back before the day, or the cover was set by mistake. */
export async function endAbsence(ctx: Context, { absenceId }: EndAbsence) {
  const { tx, now } = ctx;
  const { count } = await tx.absence.updateMany({
    where: { id: absenceId, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) throw new NotFound("absence", absenceId);
  await record(ctx, { type: "absence.ended", facts: { absenceId } });
  return { absenceId };
}
