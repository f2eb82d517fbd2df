import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { draftDays, nudgeDays } from "@/lib/cases/guards/rules";
import { assertCanMove } from "@/lib/cases/rules";
import { makeDataKey } from "@/lib/crypto/commands";
import { seal } from "@/lib/crypto/vault";
import { addDays, dayOf, formatDay, formatInstant, formatTime, instantAt } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { draftPlace, getDraftToChange, listAuthorities } from "@/lib/referrals/drafts/queries";
import {
  type Draft,
  emptyDraft,
  isOvertaken,
  pageAfter,
  prefixesOf,
  versionOf,
  warningsFor,
} from "@/lib/referrals/drafts/rules";
import type { DiscardDraft, KeepPage } from "@/lib/referrals/drafts/schema";
import { sectorLabels } from "@/lib/referrals/labels";
import { questionsFor } from "@/lib/referrals/pages/rules";
import { type Answers, isCall } from "@/lib/referrals/schema";

type Start = { typed?: Answers; channel?: "form" | "telephone" };

/** Begins a referral with what is known already: who writes it, from their account, and whatever they bring. */
export const startDraft = async (ctx: Context, { typed = {} }: { typed?: Answers } = {}) =>
  beginDraft(ctx, { typed: { ...typed, referrer: await knownOfReferrer(ctx) } });

/** Begins one for somebody who rings. Whoever takes the call is recorded, and nothing is known of the caller yet. */
export async function startCall(ctx: Context) {
  const { areaId, organisationId, userId } = ctx.actor;
  authorize(ctx.actor, "referral:take_call", { areaId, organisationId, authorId: userId });
  const typed = { call: { calledOn: dayOf(ctx.now), calledAt: formatTime(ctx.now) } };
  return beginDraft(ctx, { typed, channel: "telephone" });
}

async function beginDraft(ctx: Context, { typed = {}, channel = "form" }: Start) {
  const { actor, tx, now } = ctx;
  const { areaId, organisationId, userId, hatId } = actor;
  authorize(actor, "referral:write", { areaId, organisationId, authorId: userId, isDraft: true });

  const key = await makeDataKey(ctx);
  const id = crypto.randomUUID();
  const draft = emptyDraft(typed);
  await tx.referral.createMany({
    data: {
      id,
      areaId,
      organisationId,
      createdById: userId,
      createdByHatId: hatId,
      channel,
      dataKeyId: key.id,
      sealedDraft: seal(key, draftPlace(id), JSON.stringify(draft)),
      draftSavedAt: now,
      createdAt: now,
    },
  });
  await record(ctx, { type: "draft.started", dataKeyId: key.id, facts: { channel } });
  return { draftId: id };
}

async function knownOfReferrer({ actor, tx }: Context) {
  const hat = await tx.hat.findUniqueOrThrow({
    where: { id: actor.hatId },
    select: {
      user: { select: { name: true, email: true } },
      organisation: { select: { name: true, sector: true } },
    },
  });
  const { user, organisation } = hat;
  const sector = organisation.sector in sectorLabels ? organisation.sector : "";
  return { name: user.name, organisation: organisation.name, sector, contact: user.email };
}

/** Keeps one page as it was typed. Says where to go on, and whether there is something to think about first. */
export async function saveDraftPage(ctx: Context, typed: KeepPage) {
  const { draftId, page, editor, answers } = typed;
  const found = await getDraftToChange(ctx, draftId);
  if ("sentAs" in found) throw new RuleBroken("This referral has already been sent");
  const { draft, key } = found;
  if (page === "call" && !isCall(draft.answers)) throw new NotFound("page", page);
  if (isOvertaken(draft, typed)) throw overtakenBy(found, typed);

  const changed: Draft = {
    answers: { ...draft.answers, [page]: answers },
    saves: { ...draft.saves, [page]: { version: versionOf(draft, page) + 1, editor } },
  };
  await ctx.tx.referral.updateMany({
    where: { id: draftId, status: "draft" },
    data: {
      sealedDraft: seal(key, draftPlace(draftId), JSON.stringify(changed)),
      draftSavedAt: ctx.now,
      draftNudge: 0,
      version: { increment: 1 },
    },
  });
  const areas = await listAuthorities(ctx);
  const warnings = warningsFor(changed.answers, prefixesOf(areas)).filter(
    (warning) => warning.page === page,
  );
  // RF-05: how often it happens is counted; what was written is not kept beside the count.
  const facts = { page, warnings: warnings.length };
  await record(ctx, { type: "draft.saved", dataKeyId: found.dataKeyId, facts });
  return {
    draftId,
    page,
    savedAt: ctx.now,
    isInDanger: page === "safety" && answers.immediateDanger === "yes",
    hasWarnings: warnings.length > 0,
    next: pageAfter(changed, page, dayOf(ctx.now)),
  };
}

type Found = { draft: Draft; draftSavedAt: Date | null };

/** The same person in another window: both texts are shown, and they choose. */
function overtakenBy({ draft, draftSavedAt }: Found, { page, answers }: KeepPage) {
  const saved = draft.answers[page] ?? {};
  const differing = Object.entries(questionsFor(page, isCall(draft.answers))).filter(
    ([name]) => `${saved[name] ?? ""}` !== `${answers[name] ?? ""}`,
  );
  return new Overtaken(
    "You, in another window,",
    draftSavedAt ? `on ${formatInstant(draftSavedAt)}` : "",
    differing.map(([name, { text }]) => ({
      name,
      label: text,
      theirs: [saved[name] ?? ""].flat().join(", "),
    })),
    versionOf(draft, page),
  );
}

/** T02: nothing of it is kept but the record that it was there. */
export async function discardDraft(ctx: Context, { draftId }: DiscardDraft) {
  const found = await getDraftToChange(ctx, draftId);
  if ("sentAs" in found) throw new RuleBroken("This referral has already been sent");
  await wipe(ctx, draftId);
  await record(ctx, { type: "draft.discarded", dataKeyId: found.dataKeyId });
  return { draftId };
}

async function wipe({ tx, now }: Context, draftId: string) {
  await tx.referral.updateMany({
    where: { id: draftId, status: "draft" },
    data: { sealedDraft: null, endedAt: now, version: { increment: 1 } },
  });
  await tx.attachment.updateMany({
    where: { referralId: draftId },
    data: { sealed: null, removedAt: now },
  });
  // What it came from is as undecided as before.
  await tx.concern.updateMany({
    where: { referralId: draftId },
    data: {
      referralId: null,
      outcomeReasons: null,
      decidedByHatId: null,
      decidedAt: null,
      version: { increment: 1 },
    },
  });
}

const staleAtOnce = 100;

/** T02, by the clock: what nobody touched for 30 days. */
export async function discardStaleDrafts(ctx: Context) {
  const { actor, tx, now } = ctx;
  const stale = await tx.referral.findMany({
    where: {
      areaId: actor.areaId,
      status: "draft",
      endedAt: null,
      draftSavedAt: { lte: instantAt(addDays(dayOf(now), -draftDays), "23:59") },
    },
    orderBy: { draftSavedAt: "asc" },
    take: staleAtOnce,
    select: { id: true, dataKeyId: true, draftSavedAt: true },
  });
  for (const { id, dataKeyId, draftSavedAt } of stale) {
    const lastEditedOn = dayOf(draftSavedAt ?? now);
    assertCanMove("T02", "draft", { lastEditedOn, today: dayOf(now) }, "system");
    await wipe(ctx, id);
    await record(ctx, { type: "draft.expired", dataKeyId });
  }
  return stale.length;
}

/**
 * T02: whoever began a draft is told after 7 days without a touch, and again after 25. Each once: a draft that was
 * left for long without being watched is told of the last alone. No name is in it (IS-23).
 */
export async function nudgeStaleDrafts(ctx: Context) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  let told = 0;
  for (const days of nudgeDays.toReversed()) {
    const waiting = await tx.referral.findMany({
      where: {
        ...{ areaId: actor.areaId, status: "draft", endedAt: null, draftNudge: { lt: days } },
        draftSavedAt: {
          lte: instantAt(addDays(today, -days), "23:59"),
          gt: instantAt(addDays(today, -draftDays), "23:59"),
        },
      },
      orderBy: { draftSavedAt: "asc" },
      take: staleAtOnce,
      select: { id: true, dataKeyId: true, createdAt: true, createdByHatId: true },
    });
    for (const { id, dataKeyId, createdAt, createdByHatId } of waiting) {
      const { count } = await tx.referral.updateMany({
        where: { id, status: "draft", draftNudge: { lt: days } },
        data: { draftNudge: days },
      });
      if (count === 0) continue;
      await notify(ctx, [createdByHatId], {
        kind: days === 7 ? "draft_waiting" : "draft_ending",
        reference: `Draft of ${formatDay(dayOf(createdAt))}`,
        path: `/referrals/drafts/${id}`,
      });
      await record(ctx, { type: "draft.nudged", dataKeyId, facts: { days } });
      told += 1;
    }
  }
  return told;
}
