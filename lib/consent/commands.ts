import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { endedBecause, type Movable, moveCase } from "@/lib/cases/commands";
import type { CaseStatus } from "@/lib/cases/labels";
import { type CaseRecord, getCaseById } from "@/lib/cases/queries";
import { assertCanMove } from "@/lib/cases/rules";
import { hatsRunning } from "@/lib/cases/workers/queries";
import { cancelClocks, keepClock, runUntil, startClock, stopClock } from "@/lib/clocks/commands";
import { type Day, dayOf, formatInstant, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { type ConsentState, consentStates } from "./labels";
import { type ConsentEntry, getConsentToRecord, getForm, getReassessment } from "./queries";
import {
  assertConsentCanBecome,
  assertReassessInTime,
  eighteenthBirthday,
  nextStates,
  whoMustConsent,
} from "./rules";
import type {
  AfterRefusal,
  GiveConsent,
  HandOverForm,
  LapseConsent,
  Reassess,
  RefuseConsent,
  ReturnForm,
  SeekConsent,
  StartSupport,
  WithdrawConsent,
} from "./schema";

type Entry = {
  number: number;
  strand: number;
  state: ConsentState;
  onDay: Day;
  details?: object;
};

/** The next entry of the ledger: written once, and from then on where that consent stands (C-11). */
async function enter(ctx: Context, caseRecord: Pick<Movable, "id" | "areaId">, entry: Entry) {
  const { actor, tx, now } = ctx;
  const { onDay, details = {}, ...rest } = entry;
  await tx.consent.createMany({
    data: {
      ...rest,
      caseId: caseRecord.id,
      areaId: caseRecord.areaId,
      onDay: toDateColumn(onDay),
      details: details as Prisma.InputJsonObject,
      recordedByHatId: actor.role === "system" ? null : actor.hatId,
      recordedAt: now,
    },
  });
}

const open: readonly CaseStatus[] = ["consent_pending", "in_support"];

type Wish = {
  caseId: string;
  /** Which consent; else the newest that can become so, and for an asking a new one. */
  strand?: number | null | undefined;
  version?: number;
  from?: readonly CaseStatus[];
};

/** Where a case has to be for this to be recorded, of which consent it is, and which entry comes next. */
async function toRecord(ctx: Context, to: ConsentState, wish: Wish) {
  const { caseId, strand: wanted, version, from = open } = wish;
  const isWithdrawal = to === "withdrawn";
  const permission = isWithdrawal ? "consent:withdraw" : "consent:record";
  const found = await getConsentToRecord(ctx, caseId, permission);
  const { strands, state, number } = found.consent;
  const [latest] = found.ledger;
  if (latest && version !== undefined && version !== latest.number) throw overtakenBy(latest);
  const known = wanted
    ? strands.find(({ strand }) => strand === wanted)
    : strands.find((one) => nextStates[one.state].includes(to));
  if (wanted && !known) throw new NotFound("consent", String(wanted));
  const isNew = !known && to === "sought" && strands.every((one) => one.state === "given");
  assertConsentCanBecome(known?.state ?? (isNew ? "not_sought" : state), to);
  if (!from.includes(found.case.status)) {
    throw new RuleBroken("Consent cannot be recorded while the case is at this stage.");
  }
  // C-07: a case that is paused stands still, but consent can be taken back on any day.
  const isEvenPaused = isWithdrawal && found.case.isPaused;
  const held = isEvenPaused ? found.case : await holdStill(ctx, found.case);
  const strand = known?.strand ?? strands.length + 1;
  const others = strands.filter((one) => one.strand !== strand && one.state === "given");
  return {
    ...found,
    case: held,
    strand: known,
    hasOthers: others.length > 0,
    entry: { number: number + 1, strand },
  };
}

/** Somebody has written in the ledger since this form was opened. */
function overtakenBy({ number, state, recordedAt, recordedByHat }: ConsentEntry): Overtaken {
  const who = recordedByHat?.user.name ?? "The service";
  const theirs = consentStates[state];
  const fields = [{ name: "state", label: "Where consent stands", theirs }];
  return new Overtaken(who, `on ${formatInstant(recordedAt)}`, fields, number);
}

/** Two people who record consent at once do not both get their way. */
async function holdStill({ tx }: Context, seen: CaseRecord): Promise<CaseRecord> {
  const { id, version } = seen;
  const { count } = await tx.case.updateMany({
    where: { id, version },
    data: { version: version + 1 },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this case. Reload it to see.");
  return { ...seen, version: version + 1 };
}

const subjectOf = ({ id: caseId, areaId }: Pick<Movable, "id" | "areaId">) => ({ caseId, areaId });

/** Everybody at work on the case, less whoever has a conflict: support goes on or stops with this. */
async function tell(
  { tx, ...ctx }: Context,
  { id: caseId, reference }: { id: string; reference: string },
) {
  const conflicts = await tx.caseConflict.findMany({ where: { caseId }, select: { userId: true } });
  const workers = await tx.caseWorker.findMany({
    where: {
      caseId,
      endedAt: null,
      capacity: { in: ["coordinator", "chair", "provider"] },
      hat: { userId: { notIn: conflicts.map(({ userId }) => userId) } },
    },
    select: { hatId: true },
  });
  const hatIds = workers.map(({ hatId }) => hatId);
  const path = `/cases/${reference}`;
  await notify({ tx, ...ctx }, hatIds, { kind: "consent_changed", reference, path });
}

async function done(ctx: Context, { id, reference, dataKeyId }: CaseRecord, state: ConsentState) {
  await tell(ctx, { id, reference });
  await record(ctx, { type: "consent.recorded", dataKeyId, facts: { reference, state } });
  return { reference };
}

/** TL-08: asked for, by whom and of whom. Beside a consent that lives, another can be asked for. */
export async function seekConsent(ctx: Context, input: SeekConsent) {
  const { caseId, version, strand, soughtOn, ...details } = input;
  const found = await toRecord(ctx, "sought", { caseId, version, strand });
  await enter(ctx, found.case, { ...found.entry, state: "sought", onDay: soughtOn, details });
  await stopClock(ctx, "consent_sought", subjectOf(found.case));
  await stopClock(ctx, "after_refusal", subjectOf(found.case), { isCancelled: true });
  return done(ctx, found.case, "sought");
}

/** Consent to support, from whoever has to give it on that day (C-02, C-04, C-05). */
export async function giveConsent(ctx: Context, input: GiveConsent) {
  const { caseId, version, strand, formId, givenOn, ...details } = input;
  const found = await toRecord(ctx, "given", { caseId, version, strand });
  const { dateOfBirth } = found.case.person;
  const lacksCapacity = details.capacity === "assessed_lacks_capacity";
  const about = { dateOfBirth, isChild: found.consent.isChild, lacksCapacity };
  const who = whoMustConsent(about, givenOn);
  if (!who.includes(details.authority)) {
    throw new FieldsRefused({
      authority: ["This person's consent does not count on that day. See who has to consent."],
    });
  }
  const asked = found.ledger.find((entry) => entry.strand === found.entry.strand);
  if (asked && givenOn < asked.onDay) {
    throw new FieldsRefused({
      givenOn: ["Date consent was given must be the same as or after the day it was asked for"],
    });
  }
  await assertInArea(ctx, found.case.areaId, details.organisationIds);
  if (formId) await settleForm(ctx, { formId, caseId, state: "confirmed" });
  const isParental = who.includes("parent");
  const lapsesOn = isParental && dateOfBirth ? eighteenthBirthday(dateOfBirth) : null; // C-03
  await enter(ctx, found.case, {
    ...found.entry,
    state: "given",
    onDay: givenOn,
    details: { ...details, lapsesOn, ...(formId && { formId }) },
  });
  return done(ctx, found.case, "given");
}

async function assertInArea({ tx }: Context, areaId: string, organisationIds: string[]) {
  const ids = [...new Set(organisationIds)];
  const known = await tx.organisationArea.count({
    where: { areaId, organisationId: { in: ids } },
  });
  if (known < ids.length) {
    throw new FieldsRefused({ organisationIds: ["Select organisations that work in this area"] });
  }
}

/** No reason is asked for: none is owed. */
export async function refuseConsent(ctx: Context, input: RefuseConsent) {
  const { caseId, version, strand, refusedOn, authority } = input;
  const found = await toRecord(ctx, "refused", { caseId, version, strand });
  const details = { authority };
  await enter(ctx, found.case, { ...found.entry, state: "refused", onDay: refusedOn, details });
  if (!found.hasOthers) await openReview(ctx, found.case);
  return done(ctx, found.case, "refused");
}

/** C-07: at once, without a reason. What it covered stops in the same moment, in the database. */
export async function withdrawConsent(ctx: Context, { caseId, strand }: WithdrawConsent) {
  const found = await toRecord(ctx, "withdrawn", { caseId, strand });
  const onDay = dayOf(ctx.now);
  await enter(ctx, found.case, { ...found.entry, state: "withdrawn", onDay });
  if (!found.hasOthers) await openReview(ctx, found.case);
  return done(ctx, found.case, "withdrawn");
}

/** T16 and T19: after a no, the chair decides what follows, within a month. Nothing else is set going (C-08). */
async function openReview(ctx: Context, caseRecord: CaseRecord) {
  await stopClock(ctx, "after_refusal", subjectOf(caseRecord), { isCancelled: true });
  await startClock(ctx, "after_refusal", subjectOf(caseRecord));
}

/** T18: consent no longer covers what is done, or who it is, and has to be asked for again. */
export async function lapseConsent(ctx: Context, { caseId, strand, reason }: LapseConsent) {
  const found = await toRecord(ctx, "lapsed", { caseId, strand, from: ["in_support"] });
  assertCanMove("T18", found.case.status, { consent: "lapsed" }, ctx.actor.role);
  await lapse(ctx, found.case, { ...found.entry, reason });
  await restartAsking(ctx, found.case);
  if (!found.hasOthers) await moveCase(ctx, found.case, "T18", { consent: "lapsed" });
  return done(ctx, found.case, "lapsed");
}

type Lapse = { number: number; strand: number; reason: string };

async function lapse(
  ctx: Context,
  seen: Pick<Movable, "id" | "areaId">,
  { reason, ...entry }: Lapse,
) {
  const onDay = dayOf(ctx.now);
  await enter(ctx, seen, { ...entry, state: "lapsed", onDay, details: { reason } });
}

async function restartAsking(ctx: Context, seen: Pick<Movable, "id" | "areaId">) {
  await stopClock(ctx, "consent_sought", subjectOf(seen), { isCancelled: true });
  await startClock(ctx, "consent_sought", subjectOf(seen));
}

/** T15: support begins, with consent that counts today and something to do (C-01). */
export async function startSupport(ctx: Context, { caseId }: StartSupport) {
  const found = await getConsentToRecord(ctx, caseId);
  const planActions = await ctx.tx.action.count({
    where: { caseId, kind: "support", status: { not: "cancelled" } },
  });
  await keepClock(ctx, "case_review", subjectOf(found.case)); // TL-06
  await moveCase(ctx, found.case, "T15", {
    isConsentValid: found.consent.isValid,
    planActions,
  });
  await stopClock(ctx, "consent_sought", subjectOf(found.case));
  await listenForMentor(ctx, found.case);
  const { id, reference, dataKeyId } = found.case;
  await tell(ctx, { id, reference });
  await record(ctx, { type: "support.started", dataKeyId, facts: { reference } });
  return { reference };
}

/** TL-10: a mentor who was in touch before support began may not be silent after it. */
async function listenForMentor(ctx: Context, seen: Pick<Movable, "id" | "areaId">) {
  const { id: caseId } = seen;
  const mentors = { caseId, capacity: "provider", endedAt: null };
  const first = { caseId, kind: "provider_contact", stoppedOn: null };
  if ((await ctx.tx.caseWorker.count({ where: mentors })) === 0) return;
  if ((await ctx.tx.clock.count({ where: first })) > 0) return;
  await keepClock(ctx, "provider_silence", subjectOf(seen));
}

/** T16 and T19: what the panel decides after a no. It is kept no longer than its class says (C-08). */
export async function endAfterRefusal(ctx: Context, { caseId, ...input }: AfterRefusal) {
  const { tx, now } = ctx;
  const found = await getConsentToRecord(ctx, caseId);
  const { case: caseRecord, consent } = found;
  authorize(ctx.actor, "case:close", caseRecord.parties);
  const isPending = caseRecord.status === "consent_pending";
  // A yes that was taken back before support began is a refusal of it.
  const state = isPending && consent.state === "withdrawn" ? "refused" : consent.state;

  const code = isPending ? "consent_refused" : "consent_withdrawn";
  const ended = endedBecause(ctx, code, consent.isChild);
  const reassessOn = input.reassess === "yes" ? input.reassessOn : undefined;
  const disposeOn = ended.disposeOn && fromDateColumn(ended.disposeOn);
  if (reassessOn) assertReassessInTime(reassessOn, dayOf(now), disposeOn); // C-08
  const facts = {
    consent: state,
    isRiskConsidered: true,
    isOtherHelpConsidered: true,
    reassessOn: reassessOn ?? ("none" as const),
  };
  await moveCase(ctx, caseRecord, isPending ? "T16" : "T19", facts, ended);
  await enter(ctx, caseRecord, {
    number: consent.number + 1,
    strand: consent.strands[0]?.strand ?? 1,
    state: consent.state,
    onDay: dayOf(now),
    details: input,
  });
  await tx.action.updateMany({
    where: { caseId, kind: "support", status: { in: ["not_started", "in_progress"] } },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  await stopClock(ctx, "after_refusal", subjectOf(caseRecord));
  await cancelClocks(ctx, subjectOf(caseRecord));
  if (reassessOn && input.reassessReason) {
    const reason = input.reassessReason;
    await lookAgain(ctx, caseRecord, { number: 1, reason, dueOn: reassessOn });
  }
  const { reference, dataKeyId } = caseRecord;
  await tell(ctx, caseRecord);
  await record(ctx, { type: "case.closed", dataKeyId, facts: { reference, code } });
  return { reference };
}

type Again = { number: number; reason: string; dueOn: Day };

/** C-10: each interval is a decision with a reason and an end, and has a clock. How long the case is kept stays as it is. */
async function lookAgain(ctx: Context, seen: Pick<Movable, "id" | "areaId">, again: Again) {
  const { tx, actor, now } = ctx;
  const { dueOn, ...decided } = again;
  await tx.reassessment.createMany({
    data: {
      ...decided,
      caseId: seen.id,
      areaId: seen.areaId,
      dueOn: toDateColumn(dueOn),
      decidedByHatId: actor.hatId,
      decidedAt: now,
    },
  });
  await runUntil(ctx, "reassessment", subjectOf(seen), { from: dayOf(now), dueOn });
}

/** What a further assessment found: an end, another with a reason and an end, or a new referral (C-10). */
export async function reassess(ctx: Context, { reassessmentId, ...input }: Reassess) {
  const { tx, actor, now } = ctx;
  const found = await getReassessment(ctx, reassessmentId);
  const { case: caseRecord, number, version, disposeOn } = found;
  const { heldOn, finding, outcome, reassessOn, reassessReason } = input;
  const { count } = await tx.reassessment.updateMany({
    where: { id: reassessmentId, heldOn: null, version },
    data: {
      heldOn: toDateColumn(heldOn),
      finding,
      outcome,
      heldByHatId: actor.hatId,
      version: version + 1,
    },
  });
  if (count === 0) throw new RuleBroken("This has been recorded already. Reload it to see.");
  await stopClock(ctx, "reassessment", subjectOf(caseRecord));
  if (outcome === "look_again" && reassessOn && reassessReason) {
    assertReassessInTime(reassessOn, dayOf(now), disposeOn);
    const again = { number: number + 1, reason: reassessReason, dueOn: reassessOn };
    await lookAgain(ctx, caseRecord, again);
  }
  const { reference, dataKeyId } = caseRecord;
  const facts = { reference, number, outcome };
  await record(ctx, { type: "reassessment.recorded", dataKeyId, facts });
  return { reference };
}

/** A mentor brings a signed form (2.3). Consent stands where it stood until somebody confirms it. */
export async function handOverForm(ctx: Context, { caseId, ...input }: HandOverForm) {
  const { tx, actor, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "consent:hand_over");
  const { areaId, reference, dataKeyId, status } = caseRecord;
  if (!open.includes(status)) {
    throw new RuleBroken("Consent cannot be recorded while the case is at this stage.");
  }
  const signedOn = toDateColumn(input.signedOn);
  const handed = { handedByHatId: actor.hatId, handedAt: now };
  await tx.consentForm.createMany({ data: { ...input, signedOn, caseId, areaId, ...handed } });
  const path = `/cases/${reference}/consent`;
  await notify(ctx, await hatsRunning(ctx, caseId), {
    kind: "consent_form_handed",
    reference,
    path,
  });
  await record(ctx, { type: "consent_form.handed_over", dataKeyId, facts: { reference } });
  return { reference };
}

/** Not as it has to be: the mentor hears why, and consent is untouched. */
export async function returnForm(ctx: Context, { formId, returnReason }: ReturnForm) {
  const form = await getForm(ctx, formId);
  const { reference, dataKeyId } = form.case;
  await settleForm(ctx, { formId, caseId: form.caseId, state: "returned", returnReason });
  const path = `/cases/${reference}/support`;
  await notify(ctx, [form.handedByHatId], { kind: "consent_form_returned", reference, path });
  await record(ctx, { type: "consent_form.returned", dataKeyId, facts: { reference } });
  return { reference };
}

type Settled = {
  formId: string;
  caseId: string;
  state: "confirmed" | "returned";
  returnReason?: string;
};

async function settleForm({ tx, actor, now }: Context, { formId, caseId, ...settled }: Settled) {
  const { count } = await tx.consentForm.updateMany({
    where: { id: formId, caseId, state: "waiting" },
    data: { ...settled, settledByHatId: actor.hatId, settledAt: now, version: { increment: 1 } },
  });
  if (count === 0) throw new RuleBroken("This form is not waiting any more. Reload it to see.");
}

type Due = {
  id: string;
  areaId: string;
  reference: string;
  dataKeyId: string;
  status: CaseStatus;
  version: number;
  latest: number;
  live: number;
  strands: number[];
};

/**
 * C-03 and T18, for the timer: on somebody's 18th birthday a parent's consent stops counting. Run as
 * the system of an area, as often as one likes.
 */
export async function lapseDueConsents(ctx: Context) {
  const { actor, tx, now } = ctx;
  const due = await tx.$queryRaw<Due[]>`
    select k.id, k.area_id as "areaId", k.reference, k.data_key_id as "dataKeyId", k.status, k.version,
           (select max(x.number) from consents x where x.case_id = k.id) as latest,
           count(*)::int as live,
           array_agg(c.strand order by c.strand) filter (where c.details ->> 'lapsesOn' <= ${dayOf(now)}) as strands
      from cases k join consents c on c.case_id = k.id
     where k.area_id = ${actor.areaId}::uuid and k.status in ('consent_pending', 'in_support') and k.paused_since is null
       and c.state = 'given'
       and not exists (select from consents l where l.case_id = c.case_id and l.strand = c.strand and l.number > c.number)
     group by k.id having bool_or(c.details ->> 'lapsesOn' <= ${dayOf(now)})
     order by k.id limit 200`;
  for (const { latest, live, strands, reference, dataKeyId, ...seen } of due) {
    for (const [index, strand] of strands.entries()) {
      await lapse(ctx, seen, { number: latest + 1 + index, strand, reason: "turned_18" });
    }
    await restartAsking(ctx, seen);
    if (seen.status === "in_support" && live === strands.length) {
      await moveCase(ctx, { ...seen, isPaused: false }, "T18", { consent: "lapsed" });
    }
    await tell(ctx, { id: seen.id, reference });
    await record(ctx, {
      type: "consent.recorded",
      dataKeyId,
      facts: { reference, state: "lapsed" },
    });
  }
  return { lapsed: due.length };
}
