import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { stopClock } from "@/lib/clocks/commands";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { hatsInRole, notify } from "@/lib/notices/commands";
import type { NoticeKind } from "@/lib/notices/labels";
import { getReferral } from "@/lib/referrals/queries";
import { assertCanAdd, assertCanWithdraw } from "@/lib/referrals/rules";
import type { AddAddendum, WithdrawReferral } from "@/lib/referrals/schema";

/** RF-08: what was sent stays as it is, and more is added beside it. */
export async function addAddendum(ctx: Context, { reference, body }: AddAddendum) {
  const referral = await getReferral(ctx, reference);
  authorize(ctx.actor, "referral:write", referral.parties);
  assertCanAdd(referral.status);
  await keepAddendum(ctx, referral, body);
  await tellGateway(ctx, referral, "referral_added_to");
  const { dataKeyId } = referral;
  await record(ctx, { type: "referral.added_to", dataKeyId, facts: { reference } });
  return { reference };
}

async function keepAddendum({ actor, tx, now }: Context, referral: Referral, body: string) {
  const { id: referralId, areaId, organisationId, caseId } = referral;
  await tx.referralAddendum.createMany({
    data: {
      referralId,
      areaId,
      organisationId,
      caseId,
      createdById: actor.userId,
      body,
      addedByHatId: actor.hatId,
      addedAt: now,
    },
  });
}

async function tellGateway(ctx: Context, { areaId, reference }: Referral, kind: NoticeKind) {
  const gateway = await hatsInRole(ctx, areaId, "gateway_officer");
  await notify(ctx, gateway, { kind, reference, path: `/referrals/${reference}` });
}

type Referral = Awaited<ReturnType<typeof getReferral>>;

const daysKept = 30;

/** RF-09: only before the gateway has decided, and then it is kept for 30 days. */
export async function withdrawReferral(ctx: Context, { reference, reason }: WithdrawReferral) {
  const { actor, tx, now } = ctx;
  const referral = await getReferral(ctx, reference);
  authorize(actor, "referral:write", referral.parties);
  assertCanWithdraw(referral.status);
  const { count } = await tx.referral.updateMany({
    where: { id: referral.id, status: referral.status, version: referral.version },
    data: {
      status: "withdrawn",
      endedAt: now,
      disposeOn: toDateColumn(addDays(dayOf(now), daysKept)),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new RuleBroken("The gateway has just changed this. Reload it to see.");
  const subject = { areaId: referral.areaId, referralId: referral.id };
  for (const kind of ["acknowledge_referral", "gateway_assessment"] as const) {
    await stopClock(ctx, kind, subject, { isCancelled: true });
  }
  await keepAddendum(ctx, referral, `Withdrawn: ${reason}`);
  await tellGateway(ctx, referral, "referral_withdrawn");
  const { dataKeyId } = referral;
  await record(ctx, { type: "referral.withdrawn", dataKeyId, facts: { reference } });
  return { reference };
}

/** RF-09, by the clock: once its 30 days are over, nothing of a withdrawn referral is left but that it was there. */
export async function eraseWithdrawn(ctx: Context) {
  const gone = await ctx.tx.$queryRaw<{ dataKeyId: string; reference: string }[]>`
    select data_key_id::text as "dataKeyId", reference from erase_withdrawn(${dayOf(ctx.now)}::date, ${ctx.now})`;
  for (const { dataKeyId, reference } of gone)
    await record(ctx, { type: "referral.erased", dataKeyId, facts: { reference } });
  return gone.length;
}
