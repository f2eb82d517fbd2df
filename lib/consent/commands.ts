import "server-only";

import type { CaseRecord } from "@/lib/cases/queries";
import { startClock, stopClock } from "@/lib/clocks/commands";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { settleForm } from "./forms/commands";
import { done, enter, subjectOf, toRecord } from "./ledger/commands";
import { eighteenthBirthday, whoMustConsent } from "./rules";
import type { GiveConsent, RefuseConsent, SeekConsent, WithdrawConsent } from "./schema";

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
  const consentId = crypto.randomUUID();
  await enter(ctx, found.case, {
    id: consentId,
    ...found.entry,
    state: "given",
    onDay: givenOn,
    details: { ...details, lapsesOn, ...(formId && { formId }) },
  });
  const { reference } = await done(ctx, found.case, "given");
  return { reference, consentId, isSigned: details.method === "signed" };
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
