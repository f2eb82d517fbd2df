import "server-only";

import { record } from "@/lib/audit/record";
import { getCooperationToLog } from "@/lib/benchmarks/cooperation/queries";
import type { LogCooperation } from "@/lib/benchmarks/schema";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";

/** What was done with others, and where it is shown. Written once: a correction is another entry (2.5). */
export async function logCooperation(ctx: Context, input: LogCooperation) {
  const { actor, tx, now } = ctx;
  const { organisationId, partnerIds, happenedDay, what, place } = input;
  const { own, organisations } = await getCooperationToLog(ctx);
  const errors: Record<string, string[]> = {};
  if (!own.some(({ id }) => id === organisationId))
    errors.organisationId = ["Select whose entry this is"];
  if (!partnerIds.every((id) => organisations.some((one) => one.id === id)))
    errors.partnerIds = ["Select who it was done with"];
  if (partnerIds.includes(organisationId))
    errors.partnerIds = ["Select somebody else than the organisation whose entry it is"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
  await tx.cooperationEntry.createMany({
    data: {
      ...{
        areaId: actor.areaId,
        organisationId,
        partnerIds: [...new Set(partnerIds)],
        what,
        place,
      },
      ...{ happenedOn: toDateColumn(happenedDay), loggedByHatId: actor.hatId, loggedAt: now },
    },
  });
  await record(ctx, { type: "cooperation.logged", facts: { partners: partnerIds.length } });
  return {};
}
