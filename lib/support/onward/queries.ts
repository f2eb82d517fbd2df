import "server-only";

import { getCaseById } from "@/lib/cases/queries";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { getReferralToScreenById } from "@/lib/referrals/screening/queries";
import { anId } from "@/lib/schema";
import { onwardFacts, toOnward } from "@/lib/signposts/queries";
import { askedBy } from "@/lib/signposts/rules";

/** One service that was asked to help, for whoever asks it again and records what it said; and where that is read. */
export async function getOnward(ctx: Context, onwardId: string) {
  if (!anId().safeParse(onwardId).success) throw new NotFound("referral", onwardId);
  const found = await ctx.tx.onwardReferral.findUnique({
    where: { id: onwardId },
    select: onwardFacts,
  });
  if (!found) throw new NotFound("referral", onwardId);
  const onward = { ...toOnward(found), today: dayOf(ctx.now) };
  if (found.caseId) {
    const permission = askedBy(onward.madeAtStage);
    const { reference, dataKeyId } = await getCaseById(ctx, found.caseId, permission);
    return { ...onward, reference, dataKeyId, path: `/cases/${reference}/reviews` };
  }
  const { reference, dataKeyId } = await getReferralToScreenById(ctx, found.referralId ?? onwardId);
  return { ...onward, reference, dataKeyId, path: `/referrals/${reference}` };
}
