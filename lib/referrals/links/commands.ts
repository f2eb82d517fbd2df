import "server-only";

import { record } from "@/lib/audit/record";
import { formatInstant } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { type LinkAnswer, linkAnswerLabels } from "@/lib/referrals/labels";
import { namePrevious } from "@/lib/referrals/related/commands";
import { getReferralToScreenById } from "@/lib/referrals/screening/queries";
import type { LinkReferral, UndoLink } from "@/lib/referrals/screening/schema";

/** Says that two referrals are of one person, or are not. A judgement with reasons: nothing is merged. */
export async function linkReferral(ctx: Context, input: LinkReferral) {
  const { actor, tx, now } = ctx;
  const { answer, reasons } = input;
  const referral = await getReferralToScreenById(ctx, input.referralId);
  const other = await getReferralToScreenById(ctx, input.otherReferralId);
  if (referral.id === other.id) throw new RuleBroken("This is the same referral");

  const { count } = await tx.personLink.createMany({
    data: {
      ...{ areaId: referral.areaId, referralId: referral.id, otherReferralId: other.id },
      ...{ answer, reasons, linkedByHatId: actor.hatId, linkedAt: now },
    },
    skipDuplicates: true,
  });
  if (count === 0) throw await overtaken(ctx, referral.id, other.id);
  for (const one of [referral, other]) await namePrevious(ctx, one);

  for (const [one, another] of [
    [referral, other],
    [other, referral],
  ] as const) {
    const facts = { reference: one.reference, other: another.reference, answer };
    await record(ctx, { type: "referral.linked", dataKeyId: one.dataKeyId, facts });
  }
  return { reference: referral.reference };
}

async function overtaken({ tx }: Context, one: string, other: string) {
  const first = await tx.personLink.findFirst({
    where: {
      undoneAt: null,
      OR: [
        { referralId: one, otherReferralId: other },
        { referralId: other, otherReferralId: one },
      ],
    },
    select: {
      answer: true,
      reasons: true,
      linkedAt: true,
      linkedByHat: { select: { user: { select: { name: true } } } },
    },
  });
  if (!first) return new RuleBroken("Somebody has just answered this. Reload it to see.");
  return new Overtaken(first.linkedByHat.user.name, `on ${formatInstant(first.linkedAt)}`, [
    { name: "answer", label: "Answer", theirs: linkAnswerLabels[first.answer as LinkAnswer] },
    { name: "reasons", label: "Reasons", theirs: first.reasons },
  ]);
}

/** Takes an answer back, with a reason. What was answered, by whom and why stays on record. */
export async function undoLink(ctx: Context, { linkId, reasons }: UndoLink) {
  const { actor, tx, now } = ctx;
  const link = await tx.personLink.findUnique({
    where: { id: linkId },
    select: { referralId: true, otherReferralId: true },
  });
  if (!link) throw new NotFound("link", linkId);
  const referral = await getReferralToScreenById(ctx, link.referralId);
  const other = await getReferralToScreenById(ctx, link.otherReferralId);

  const { count } = await tx.personLink.updateMany({
    where: { id: linkId, undoneAt: null },
    data: { undoneByHatId: actor.hatId, undoneAt: now, undoneReasons: reasons },
  });
  if (count === 0) throw new RuleBroken("Somebody has already taken this back");
  for (const one of [referral, other]) await namePrevious(ctx, one);

  for (const { reference, dataKeyId } of [referral, other])
    await record(ctx, { type: "referral.unlinked", dataKeyId, facts: { reference, linkId } });
  return { reference: referral.reference };
}
