import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { type Claim, getClaim, getLine } from "@/lib/funding/queries";
import { assertCanBeMade, assertCanBePaid } from "@/lib/funding/rules";
import type { AddClaim, MakeClaim, PayClaim } from "@/lib/funding/schema";

/** A claim has a day, and a clock that says so beforehand. */
export async function addClaim(ctx: Context, { lineId, title, dueDay, amount }: AddClaim) {
  const { actor, tx, now } = ctx;
  const { areaId } = await getLine(ctx, lineId, "money:write");
  await tx.fundingClaim.createMany({
    data: {
      ...{ lineId, areaId, title, dueOn: toDateColumn(dueDay), pence: BigInt(amount) },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  await record(ctx, { type: "funding.claim_added", facts: { lineId, dueDay } });
  return { lineId };
}

type Change = Parameters<Context["tx"]["fundingClaim"]["updateMany"]>[0]["data"];

async function save(ctx: Context, claim: Claim, version: number, change: Change) {
  const { actor, tx, now } = ctx;
  const { count } = await tx.fundingClaim.updateMany({
    where: { id: claim.id, version },
    data: { ...change, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  if (count === 0)
    throw new Overtaken("Somebody else", "since you opened this page", [], claim.version);
}

export async function makeClaim(ctx: Context, { claimId, version, madeDay, amount }: MakeClaim) {
  const claim = await getClaim(ctx, claimId);
  assertCanBeMade(claim);
  await save(ctx, claim, version, { madeOn: toDateColumn(madeDay), madePence: BigInt(amount) });
  await record(ctx, { type: "funding.claim_made", facts: { claimId, madeDay } });
  return { lineId: claim.lineId };
}

export async function payClaim(ctx: Context, { claimId, version, paidDay, amount }: PayClaim) {
  const claim = await getClaim(ctx, claimId);
  assertCanBePaid(claim);
  if (claim.madeDay && paidDay < claim.madeDay)
    throw new FieldsRefused({
      paidDay: ["Date it was paid must be the same as or after the day it was made"],
    });
  await save(ctx, claim, version, { paidOn: toDateColumn(paidDay), paidPence: BigInt(amount) });
  await record(ctx, { type: "funding.claim_paid", facts: { claimId, paidDay } });
  return { lineId: claim.lineId };
}
