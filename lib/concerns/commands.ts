import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type ConcernRecord, getConcern } from "@/lib/concerns/queries";
import {
  answersFrom,
  assertCanDecide,
  assertNoDraft,
  assertOpen,
  statusAfter,
} from "@/lib/concerns/rules";
import type { AddCheckNote, DecideConcern, NoticeConcern } from "@/lib/concerns/schema";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken, RuleBroken } from "@/lib/errors";
import { startDraft } from "@/lib/referrals/drafts/commands";

export async function noticeConcern(ctx: Context, { noticedOn, ...noticed }: NoticeConcern) {
  const { actor, tx, now } = ctx;
  const { areaId, organisationId, hatId } = actor;
  authorize(actor, "concern:write", { areaId, organisationId });
  const { id: concernId } = await tx.concern.create({
    data: {
      ...noticed,
      noticedOn: toDateColumn(noticedOn),
      areaId,
      organisationId,
      createdByHatId: hatId,
      createdAt: now,
    },
    select: { id: true },
  });
  await record(ctx, { type: "concern.noticed", facts: { concernId } });
  return { concernId };
}

/** Whoever decides afterwards is told of it, since the version moves on. */
export async function addCheckNote(ctx: Context, { concernId, ...note }: AddCheckNote) {
  const { actor, tx, now } = ctx;
  const concern = await getConcern(ctx, concernId, "concern:write");
  assertOpen(concern.status);
  const { count } = await tx.concern.updateMany({
    where: { id: concernId, status: { in: ["noticed", "checking"] } },
    data: { status: "checking", version: { increment: 1 } },
  });
  if (count === 0)
    throw new RuleBroken("Somebody has just decided this concern. Reload it to see.");
  await tx.concernCheck.createMany({
    data: {
      ...note,
      concernId,
      areaId: concern.areaId,
      organisationId: concern.organisationId,
      addedByHatId: actor.hatId,
      addedAt: now,
    },
  });
  await record(ctx, { type: "concern.checked", facts: { concernId } });
  return { concernId };
}

/** Closes a concern, or begins the referral that will share it: with reasons of one length (IS-08). */
export async function decideConcern(ctx: Context, input: DecideConcern) {
  const { concernId, outcome } = input;
  const concern = await getConcern(ctx, concernId, "concern:write");
  if (concern.version !== input.version) throw overtakenBy(concern);
  assertCanDecide(concern.status, outcome);
  assertNoDraft(concern.referralId);
  return outcome === "close" ? close(ctx, concern, input) : share(ctx, concern, input);
}

async function close(
  ctx: Context,
  concern: ConcernRecord,
  { reasons, closeReason }: Extract<DecideConcern, { outcome: "close" }>,
) {
  await decide(ctx, concern, reasons, { status: statusAfter.close, closeReason });
  const facts = { concernId: concern.id, closeReason };
  await record(ctx, { type: "concern.closed", facts });
  return { concernId: concern.id, draftId: null };
}

/** It is shared once the referral is sent. Until then the draft is all there is. */
async function share(ctx: Context, concern: ConcernRecord, { reasons }: DecideConcern) {
  const checks = concern.concernChecks.map(({ otherExplanation, addedByHatId: hatId }) => ({
    otherExplanation,
    hatId,
  }));
  const noticed = { ...concern, hatId: concern.createdByHatId };
  const typed = answersFrom(noticed, checks, ctx.actor.hatId);
  const { draftId } = await startDraft(ctx, { typed });
  await decide(ctx, concern, reasons, { referralId: draftId });
  await record(ctx, { type: "concern.taken_to_referral", facts: { concernId: concern.id } });
  return { concernId: concern.id, draftId };
}

async function decide(
  { actor, tx, now }: Context,
  { id, version }: ConcernRecord,
  outcomeReasons: string,
  also: Prisma.ConcernUncheckedUpdateManyInput,
) {
  const { count } = await tx.concern.updateMany({
    where: { id, version },
    data: {
      ...also,
      outcomeReasons,
      decidedByHatId: actor.hatId,
      decidedAt: now,
      version: version + 1,
    },
  });
  if (count === 0)
    throw new RuleBroken("Somebody has just changed this concern. Reload it to see.");
}

/** What came while somebody was writing their reasons: a decision, or else the latest check. */
function overtakenBy({ concernChecks, ...concern }: ConcernRecord) {
  const check = concernChecks.at(-1);
  const theirs = concern.outcomeReasons ?? (check && checkText(check)) ?? "";
  const by = concern.decidedByHat ?? check?.addedByHat ?? concern.createdByHat;
  const at = concern.decidedAt ?? check?.addedAt ?? concern.createdAt;
  const label = concern.decidedAt ? "Reasons" : "A new check, beside your reasons";
  return new Overtaken(
    by.user.name,
    `on ${formatInstant(at)}`,
    [{ name: "reasons", label, theirs }],
    concern.version,
  );
}

type Check = ConcernRecord["concernChecks"][number];
const checkText = ({ spokenTo, whatTheySaid, otherExplanation }: Check) =>
  [`Spoke to: ${spokenTo}`, whatTheySaid, otherExplanation].join("\n");
