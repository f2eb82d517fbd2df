import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { endedBecause, type Movable, moveCase } from "@/lib/cases/commands";
import type { CaseStatus } from "@/lib/cases/labels";
import type { CaseRecord } from "@/lib/cases/queries";
import { cancelClocks, keepClock, startClock, stopClock } from "@/lib/clocks/commands";
import { type Day, dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { type ConsentState, consentStates } from "./labels";
import { type ConsentEntry, getConsentToRecord } from "./queries";
import { assertConsentCanBecome, eighteenthBirthday, whoMustConsent } from "./rules";
import type {
  AfterRefusal,
  GiveConsent,
  LapseConsent,
  RefuseConsent,
  SeekConsent,
  StartSupport,
  WithdrawConsent,
} from "./schema";

type Entry = { number: number; state: ConsentState; onDay: Day; details?: object };

/** The next entry of the ledger: written once, and from then on where consent stands (C-11). */
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

/** Where a case has to be for this to be recorded, and which entry comes next. */
async function toRecord(
  ctx: Context,
  caseId: string,
  to: ConsentState,
  from: CaseStatus[],
  version?: number,
) {
  const found = await getConsentToRecord(ctx, caseId);
  const [latest] = found.ledger;
  if (latest && version !== undefined && version !== latest.number) throw overtakenBy(latest);
  assertConsentCanBecome(found.consent.state, to);
  if (!from.includes(found.case.status)) {
    throw new RuleBroken("Consent cannot be recorded while the case is at this stage.");
  }
  const held = await holdStill(ctx, found.case);
  return { ...found, case: held, number: found.consent.number + 1 };
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

/** TL-08: asked for, by whom and of whom. */
export async function seekConsent(ctx: Context, input: SeekConsent) {
  const { caseId, version, soughtOn, ...details } = input;
  const found = await toRecord(ctx, caseId, "sought", ["consent_pending"], version);
  await enter(ctx, found.case, {
    number: found.number,
    state: "sought",
    onDay: soughtOn,
    details,
  });
  await stopClock(ctx, "consent_sought", subjectOf(found.case));
  return done(ctx, found.case, "sought");
}

/** Consent to support, from whoever has to give it on that day (C-02, C-04, C-05). */
export async function giveConsent(ctx: Context, input: GiveConsent) {
  const { caseId, version, givenOn, ...details } = input;
  const found = await toRecord(ctx, caseId, "given", ["consent_pending"], version);
  const { dateOfBirth } = found.case.person;
  const lacksCapacity = details.capacity === "assessed_lacks_capacity";
  const about = { dateOfBirth, isChild: found.consent.isChild, lacksCapacity };
  const who = whoMustConsent(about, givenOn);
  if (!who.includes(details.authority)) {
    throw new FieldsRefused({
      authority: ["This person's consent does not count on that day. See who has to consent."],
    });
  }
  if (found.ledger[0] && givenOn < found.ledger[0].onDay) {
    throw new FieldsRefused({
      givenOn: ["Date consent was given must be the same as or after the day it was asked for"],
    });
  }
  await assertInArea(ctx, found.case.areaId, details.organisationIds);
  const isParental = who.includes("parent");
  const lapsesOn = isParental && dateOfBirth ? eighteenthBirthday(dateOfBirth) : null; // C-03
  await enter(ctx, found.case, {
    number: found.number,
    state: "given",
    onDay: givenOn,
    details: { ...details, lapsesOn },
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
  const { caseId, version, refusedOn, authority } = input;
  const found = await toRecord(ctx, caseId, "refused", ["consent_pending"], version);
  await enter(ctx, found.case, {
    number: found.number,
    state: "refused",
    onDay: refusedOn,
    details: { authority },
  });
  return done(ctx, found.case, "refused");
}

/** C-07: at once, without a reason, and whatever ran stops with it. */
export async function withdrawConsent(ctx: Context, { caseId }: WithdrawConsent) {
  const found = await toRecord(ctx, caseId, "withdrawn", ["consent_pending", "in_support"]);
  await stopSupport(ctx, caseId);
  await enter(ctx, found.case, {
    number: found.number,
    state: "withdrawn",
    onDay: dayOf(ctx.now),
  });
  return done(ctx, found.case, "withdrawn");
}

/** C-09: nothing runs while consent is not given. What is done stays done. */
async function stopSupport({ tx }: Context, caseId: string) {
  await tx.action.updateMany({
    where: { caseId, kind: "support", status: "in_progress" },
    data: { status: "not_started", version: { increment: 1 } },
  });
}

/** T18: consent no longer covers what is done, or who it is, and has to be asked for again. */
export async function lapseConsent(ctx: Context, { caseId, reason }: LapseConsent) {
  const found = await toRecord(ctx, caseId, "lapsed", ["in_support"]);
  await lapse(ctx, found.case, { number: found.number, reason });
  await restartAsking(ctx, found.case);
  await moveCase(ctx, found.case, "T18", { consent: "lapsed" });
  return done(ctx, found.case, "lapsed");
}

async function lapse(
  ctx: Context,
  seen: Pick<Movable, "id" | "areaId">,
  { number, reason }: { number: number; reason: string },
) {
  await stopSupport(ctx, seen.id);
  const onDay = dayOf(ctx.now);
  await enter(ctx, seen, { number, state: "lapsed", onDay, details: { reason } });
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
  const { id, reference, dataKeyId } = found.case;
  await tell(ctx, { id, reference });
  await record(ctx, { type: "support.started", dataKeyId, facts: { reference } });
  return { reference };
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
  const facts = {
    consent: state,
    isRiskConsidered: true,
    isOtherHelpConsidered: true,
    reassessOn: input.reassess === "yes" ? input.reassessOn : ("none" as const),
  };
  await moveCase(ctx, caseRecord, isPending ? "T16" : "T19", facts, ended);
  await enter(ctx, caseRecord, {
    number: consent.number + 1,
    state: consent.state,
    onDay: dayOf(now),
    details: input,
  });
  await tx.action.updateMany({
    where: { caseId, kind: "support", status: { in: ["not_started", "in_progress"] } },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  await cancelClocks(ctx, subjectOf(caseRecord));
  const { reference, dataKeyId } = caseRecord;
  await tell(ctx, caseRecord);
  await record(ctx, { type: "case.closed", dataKeyId, facts: { reference, code } });
  return { reference };
}

type Due = {
  id: string;
  areaId: string;
  reference: string;
  dataKeyId: string;
  status: CaseStatus;
  version: number;
  number: number;
};

/**
 * C-03 and T18, for the timer: on somebody's 18th birthday a parent's consent stops counting. Run as
 * the system of an area, as often as one likes.
 */
export async function lapseDueConsents(ctx: Context) {
  const { actor, tx, now } = ctx;
  const due = await tx.$queryRaw<Due[]>`
    select k.id, k.area_id as "areaId", k.reference, k.data_key_id as "dataKeyId", k.status, k.version, c.number
      from cases k join consents c on c.case_id = k.id
     where k.area_id = ${actor.areaId}::uuid and k.status in ('consent_pending', 'in_support') and k.paused_since is null
       and c.state = 'given' and c.details ->> 'lapsesOn' <= ${dayOf(now)}
       and not exists (select from consents l where l.case_id = c.case_id and l.number > c.number)
     order by k.id limit 200`;
  for (const { number, reference, dataKeyId, ...seen } of due) {
    await lapse(ctx, seen, { number: number + 1, reason: "turned_18" });
    await restartAsking(ctx, seen);
    if (seen.status === "in_support") {
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
