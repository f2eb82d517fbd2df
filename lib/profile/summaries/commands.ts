import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { getEdition } from "@/lib/profile/queries";
import { assertIsCurrent } from "@/lib/profile/rules";
import type { ClearSummary, WriteSummary } from "@/lib/profile/schema";
import { getSummary } from "@/lib/profile/summaries/queries";

/** CT-01: words of our own about an edition. Until they are cleared nobody else reads them. */
export async function writeSummary(ctx: Context, { editionId, body }: WriteSummary) {
  const { actor, tx, now } = ctx;
  const edition = await getEdition(ctx, editionId, "profile:write");
  assertIsCurrent(edition);
  const number = (await tx.profileSummary.count({ where: { editionId } })) + 1;
  await tx.profileSummary.createMany({
    data: {
      ...{ editionId, areaId: edition.areaId, number, body },
      ...{ writtenByHatId: actor.hatId, writtenAt: now },
    },
  });
  await record(ctx, { type: "profile.summary_written", facts: { editionId, number } });
  return { editionId };
}

/** The producer's own act, written down: from then on it is read, and stays as it was cleared (CT-01). */
export async function clearSummary(
  ctx: Context,
  { summaryId, clearedBy, clearedDay }: ClearSummary,
) {
  const { actor, tx } = ctx;
  const summary = await getSummary(ctx, summaryId);
  if (summary.clearedOn) throw new RuleBroken("This summary was cleared already");
  if (clearedDay < dayOf(summary.writtenAt))
    throw new FieldsRefused({
      clearedDay: ["Date it was cleared must be the same as or after the day it was written"],
    });
  const { count } = await tx.profileSummary.updateMany({
    where: { id: summaryId, clearedOn: null },
    data: { clearedBy, clearedOn: toDateColumn(clearedDay), clearedByHatId: actor.hatId },
  });
  if (count === 0) throw new RuleBroken("This summary was cleared already");
  const { editionId } = summary;
  await record(ctx, { type: "profile.summary_cleared", facts: { editionId, clearedDay } });
  return { editionId };
}
