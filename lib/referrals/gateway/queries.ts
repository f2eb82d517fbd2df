import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { listPartnersAndCoordinators } from "@/lib/agencies/queries";
import type { ScanState } from "@/lib/attachments/labels";
import { record } from "@/lib/audit/record";
import type { DeconflictionOutcome } from "@/lib/cases/labels";
import { listPattern } from "@/lib/cases/pattern/queries";
import type { ClockKind } from "@/lib/clocks/labels";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { type Found, findEarlierReferrals } from "@/lib/people/queries";
import { ageOf, nameOf } from "@/lib/people/rules";
import type { Channel, ReferralStatus } from "@/lib/referrals/labels";
import { printAnswers } from "@/lib/referrals/pages/rules";
import { unsealed } from "@/lib/referrals/queries";
import { type Earlier, listRelated } from "@/lib/referrals/related/queries";
import { toldStatus } from "@/lib/referrals/rules";
import {
  getReferralToScreen,
  type Screened,
  screeningFacts,
  toScreened,
} from "@/lib/referrals/screening/queries";
import { listReferralOnward } from "@/lib/signposts/queries";

const words = {
  channel: true,
  firstReceivedAt: true,
  passedReason: true,
  passedFromArea: { select: { name: true } },
  referralText: { select: { answers: true, sealedContact: true } },
  referralAddenda: {
    orderBy: { addedAt: "asc" },
    select: { id: true, body: true, addedAt: true, author: { select: { name: true } } },
  },
  attachments: {
    where: { removedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, name: true, bytes: true, scan: true, addedAt: true },
  },
} satisfies Prisma.ReferralSelect;

const workings = {
  referralDeliveries: {
    orderBy: { recipient: "desc" },
    select: {
      recipient: true,
      deliveredAt: true,
      acknowledgedAt: true,
      organisation: { select: { name: true } },
    },
  },
  clocks: {
    where: { onwardId: null },
    orderBy: { dueOn: "asc" },
    select: { kind: true, dueOn: true, stoppedOn: true, outcome: true },
  },
  screenings: {
    orderBy: { decidedAt: "desc" },
    select: {
      outcome: true,
      evidence: true,
      closureCode: true,
      reasons: true,
      signpost: true,
      signpostAnswer: true,
      secondLook: true,
      decidedAt: true,
      decidedByHat: { select: { user: { select: { name: true } } } },
    },
  },
} satisfies Prisma.ReferralSelect;

/** A referral as the gateway reads it: everything. Opening it is receiving it (TL-01). */
export async function viewAtGateway(ctx: Context, reference: string) {
  const { actor, tx, now } = ctx;
  const found = await tx.referral.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: { ...screeningFacts(actor), ...words, ...workings },
  });
  if (!found) throw new NotFound("referral", reference);
  const referral = toScreened(found);
  authorize(actor, "referral:screen", referral.parties);

  const isNew = await acknowledge(ctx, found, "police");
  const answers = found.referralText ? await unsealed(ctx, found, found.referralText) : {};
  const earlier = await findRelated(ctx, referral);
  const pattern = earlier.same.length > 0 ? await listPattern(ctx, referral.id) : [];
  const isClosed = referral.status === "closed_not_prevent";
  const onward = isClosed ? await listReferralOnward(ctx, referral) : [];
  await record(ctx, {
    type: "referral.viewed",
    dataKeyId: found.dataKeyId,
    facts: { reference, page: "gateway", isNew },
  });
  return {
    ...referral,
    ...earlier,
    channel: found.channel as Channel,
    passedFrom: found.passedFromArea &&
      found.firstReceivedAt && {
        area: found.passedFromArea.name,
        firstReceivedOn: dayOf(found.firstReceivedAt),
        reason: found.passedReason ?? "",
      },
    pattern,
    onward,
    today: dayOf(now),
    isNew,
    name: nameOf(referral.person),
    age: ageOf(referral.person, dayOf(now)),
    pages: printAnswers(answers).filter(({ rows }) => rows.length > 0),
    addenda: found.referralAddenda,
    files: found.attachments.map((file) => ({ ...file, scan: file.scan as ScanState })),
    deliveries: found.referralDeliveries,
    clocks: found.clocks.map(({ kind, dueOn, stoppedOn, outcome }) => ({
      kind: kind as ClockKind,
      dueDay: fromDateColumn(dueOn),
      stoppedDay: stoppedOn && fromDateColumn(stoppedOn),
      outcome,
    })),
    checks: referral.deconflictions.map(({ outcome, ...check }) => ({
      ...check,
      outcome: outcome as DeconflictionOutcome,
    })),
    screenings: found.screenings,
  };
}

/** What is known to be of the same person, what may be, and what was found not to be. */
export async function findRelated(ctx: Context, referral: Screened) {
  const { id, dataKeyId, person, receivedOn, status } = referral;
  const isOpen = status === "submitted" || status === "gateway";
  const matches = isOpen
    ? await findEarlierReferrals(ctx, { ...person, referralId: id, dataKeyId, ageOn: receivedOn })
    : [];
  const related = await listRelated(
    ctx,
    id,
    matches.map(({ referralId }) => referralId),
  );
  const matched = (other: Earlier) => matches.find(({ referralId }) => referralId === other.id);
  return {
    same: related.filter(({ isSame }) => isSame),
    notSame: related.filter(({ link }) => link?.answer === "not_same"),
    possible: related
      .filter(({ isSame, link }) => !isSame && !link)
      .map((other) => ({ ...other, score: 0, why: [], ...asMatch(matched(other)) }))
      .toSorted((one, other) => other.score - one.score),
  };
}

const asMatch = (found: Found | undefined) => found && { score: found.score, why: found.reasons };

type Delivered = {
  id: string;
  referralDeliveries: { recipient: string; acknowledgedAt: Date | null }[];
};

/**
 * Receipt is a thing that happens in reading, like the record of it, so it is written here and once:
 * the delivery is acknowledged, and for the police the clock of TL-01 stops.
 */
async function acknowledge({ tx, now }: Context, referral: Delivered, recipient: string) {
  const delivery = referral.referralDeliveries.find((one) => one.recipient === recipient);
  if (!delivery || delivery.acknowledgedAt) return false;
  const today = dayOf(now);
  await tx.$executeRaw`
    with received as (
      update referral_deliveries set acknowledged_at = ${now}
       where referral_id = ${referral.id}::uuid and recipient = ${recipient} and acknowledged_at is null
      returning recipient)
    update clocks set stopped_on = ${today}::date, outcome = case when due_on < ${today}::date then 'missed' else 'met' end
     where referral_id = ${referral.id}::uuid and kind = 'acknowledge_referral' and stopped_on is null
       and exists (select from received where recipient = 'police')`;
  return true;
}

/** A referral as the council and the team of its case read it: how far it is, and its words only for those on the case. */
export async function viewAtCouncil(ctx: Context, reference: string) {
  const { actor, tx, now } = ctx;
  const found = await tx.referral.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: {
      ...{ id: true, areaId: true, organisationId: true, createdById: true, dataKeyId: true },
      ...{ status: true, closureCode: true, submittedAt: true, screeningDueOn: true },
      ...words,
      referralDeliveries: workings.referralDeliveries,
      case: {
        select: {
          reference: true,
          caseWorkers: { where: { hatId: actor.hatId, endedAt: null }, select: { hatId: true } },
          panelAttendees: { where: { hatId: actor.hatId }, select: { hatId: true } },
          caseConflicts: { where: { userId: actor.userId }, select: { userId: true } },
        },
      },
    },
  });
  if (!found?.submittedAt) throw new NotFound("referral", reference);
  const { caseWorkers = [], panelAttendees = [], caseConflicts = [] } = found.case ?? {};
  const parties = {
    areaId: found.areaId,
    organisationId: found.organisationId,
    authorId: found.createdById,
    workerHatIds: caseWorkers.map(({ hatId }) => hatId),
    attendeeHatIds: panelAttendees.map(({ hatId }) => hatId),
    conflictedUserIds: caseConflicts.map(({ userId }) => userId),
  };
  authorize(actor, "referral:status", parties);
  const text = can(actor, "referral:read", parties) ? found.referralText : null;

  if (actor.role === "coordinator") await acknowledge(ctx, found, "council");
  const answers = text ? await unsealed(ctx, found, text) : null;
  await record(ctx, {
    type: "referral.viewed",
    dataKeyId: found.dataKeyId,
    facts: { reference, page: text ? "case-team" : "council" },
  });
  const status = found.status as ReferralStatus;
  const isWaiting = status === "submitted" || status === "gateway";
  return {
    reference,
    today: dayOf(now),
    receivedOn: dayOf(found.submittedAt),
    told: toldStatus(status, found.closureCode),
    dueOn: isWaiting && found.screeningDueOn ? fromDateColumn(found.screeningDueOn) : null,
    caseReference: found.case?.reference ?? null,
    pages: answers && printAnswers(answers).filter(({ rows }) => rows.length > 0),
    addenda: text ? found.referralAddenda : [],
    files: text ? found.attachments.map((file) => ({ ...file, scan: file.scan as ScanState })) : [],
  };
}

/** A referral with whom it can be given to and who can be asked: what a decision on it needs. */
export async function viewToScreen(ctx: Context, reference: string) {
  const referral = await getReferralToScreen(ctx, reference);
  const { same, possible } = await findRelated(ctx, referral);
  const pattern = same.length > 0 ? await listPattern(ctx, referral.id) : [];
  const { partners, coordinators } = await listPartnersAndCoordinators(ctx);
  const { dataKeyId, deconflictions } = referral;
  await record(ctx, {
    type: "referral.viewed",
    dataKeyId,
    facts: { reference, page: "screen" },
  });
  return {
    ...referral,
    ...{ pattern, unanswered: possible.length, partners, coordinators },
    name: nameOf(referral.person),
    check: (deconflictions[0]?.outcome as DeconflictionOutcome | undefined) ?? null,
  };
}

/** A referral for one short form about it: its priority, or a deconfliction check. */
export async function viewForForm(ctx: Context, reference: string, page: "priority" | "check") {
  const referral = await getReferralToScreen(ctx, reference);
  const { dataKeyId } = referral;
  await record(ctx, { type: "referral.viewed", dataKeyId, facts: { reference, page } });
  return { ...referral, name: nameOf(referral.person) };
}

/** Two referrals side by side, with what was answered about them. Both are looked at, and both logs say so. */
export async function viewMatch(ctx: Context, reference: string, otherReference: string) {
  const referral = await getReferralToScreen(ctx, reference);
  const other = await getReferralToScreen(ctx, otherReference);
  if (referral.id === other.id) throw new NotFound("referral", otherReference);
  const related = await listRelated(ctx, referral.id, [other.id]);
  const decided = related.find(({ id }) => id === other.id);
  if (!decided) throw new NotFound("referral", otherReference);
  for (const [one, another] of [
    [referral, other],
    [other, referral],
  ] as const) {
    const facts = { reference: one.reference, with: another.reference };
    await record(ctx, { type: "referral.compared", dataKeyId: one.dataKeyId, facts });
  }
  return { referral, other, decided };
}
