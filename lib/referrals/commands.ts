import "server-only";

import { theSystem } from "@/lib/access/actor";
import { beginStream, record } from "@/lib/audit/record";
import { assertCanMove } from "@/lib/cases/rules";
import { startClock } from "@/lib/clocks/commands";
import { seal } from "@/lib/crypto/vault";
import { type Day, dayOf, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { hatsInRole, notify } from "@/lib/notices/commands";
import { matchKeys } from "@/lib/people/rules";
import { getDraftToChange } from "@/lib/referrals/drafts/queries";
import { generalisationsIn } from "@/lib/referrals/drafts/rules";
import type { SubmitReferral } from "@/lib/referrals/drafts/schema";
import { contactPlace } from "@/lib/referrals/queries";
import { splitAnswers } from "@/lib/referrals/rules";
import {
  type Answers,
  type CompleteReferral,
  completeReferralSchema,
  flatten,
  missingFrom,
} from "@/lib/referrals/schema";

/**
 * Sends a draft: the referral, both deliveries (IS-17), the clocks, the notices and the record, all
 * of it or none (RF-07).
 */
export async function submitReferral(ctx: Context, input: SubmitReferral) {
  const { draftId, draftVersion, ...declaration } = input;
  const found = await getDraftToChange(ctx, draftId);
  if ("sentAs" in found) return { reference: found.sentAs };
  if (found.version !== draftVersion) {
    throw new RuleBroken(
      "Your answers have changed since you opened this page. Reload it, and check them again before you send.",
    );
  }
  const answers: Answers = { ...found.draft.answers, declaration };
  const complete = assertComplete(ctx, answers);
  const reference = await leaveDraft(ctx, draftId, complete);
  await keepPerson(ctx, draftId, complete);
  await keepTexts(ctx, found, complete);
  await deliver(ctx, draftId, reference);
  // What it came from belongs to the organisation, and is shared from now on.
  await ctx.tx.concern.updateMany({
    where: { referralId: draftId },
    data: { status: "shared", version: { increment: 1 } },
  });
  await beginStream(ctx, { dataKeyId: found.dataKeyId, referralId: draftId });
  await record(ctx, {
    type: "referral.submitted",
    dataKeyId: found.dataKeyId,
    facts: {
      reference,
      told: complete.safeguards.told,
      generalisations: generalisationsIn(answers).length, // RF-05
    },
  });
  return { reference };
}

function assertComplete({ actor, now }: Context, answers: Answers): CompleteReferral {
  const today = dayOf(now);
  const missing = missingFrom(answers, today);
  assertCanMove(
    "T01",
    "draft",
    {
      isDangerAnswered: !missing.includes("safety"),
      isToldAnswered: !missing.includes("safeguards"),
      isFormComplete: missing.length === 0,
    },
    actor.role,
  );
  return completeReferralSchema(today).parse(answers);
}

/** T01: from here on it has a reference and a day by which it is read, and there is no draft. */
async function leaveDraft(ctx: Context, id: string, { referrer }: CompleteReferral) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const subject = { areaId: actor.areaId, referralId: id };
  await startClock(ctx, "acknowledge_referral", subject); // TL-01
  const dueOn = await startClock(ctx, "gateway_assessment", subject); // TL-02
  const reference = await nextReference(ctx, today);
  await tx.referral.updateMany({
    where: { id, status: "draft" },
    data: {
      status: "submitted",
      reference,
      sector: referrer.sector,
      submittedAt: now,
      screeningDueOn: toDateColumn(dueOn),
      sealedDraft: null,
      version: { increment: 1 },
    },
  });
  return reference;
}

async function nextReference({ tx }: Context, today: Day): Promise<string> {
  const [row] = await tx.$queryRaw<[{ reference: string }]>`
    select next_reference('R', ${today}::date) as reference`;
  return row.reference;
}

/** Who it is about, as the gateway looks for earlier referrals; ethnicity goes to its own table (IS-20). */
async function keepPerson(
  { actor, tx, now }: Context,
  referralId: string,
  { person, "person-contact": contact }: CompleteReferral,
) {
  const { areaId, organisationId, userId: createdById } = actor;
  const { nameUnknown: _, dateOfBirth, ...known } = person;
  const { words, ...keys } = matchKeys(person);
  const id = crypto.randomUUID();
  await tx.person.createMany({
    data: {
      ...known,
      ...keys,
      id,
      referralId,
      areaId,
      organisationId,
      createdById,
      dateOfBirth: dateOfBirth ? toDateColumn(dateOfBirth) : null,
      ageRecordedOn: toDateColumn(dayOf(now)),
      postcode: contact.postcode,
      localAuthority: contact.localAuthority,
      place: contact.schoolOrWork,
    },
  });
  await tx.personName.createMany({ data: words.map((word) => ({ personId: id, areaId, word })) });
  if (contact.ethnicity) {
    await tx.equalityRecord.createMany({
      data: { referralId, areaId, ethnicity: contact.ethnicity },
    });
  }
}

type Kept = { id: string; key: Parameters<typeof seal>[0] };

/** The words, written once (RF-08), and sealed what would help somebody find the family or the referrer. */
async function keepTexts({ actor, tx, now }: Context, { id, key }: Kept, whole: CompleteReferral) {
  const { open, sealed } = splitAnswers(flatten(whole));
  await tx.referralText.createMany({
    data: {
      referralId: id,
      areaId: actor.areaId,
      organisationId: actor.organisationId,
      createdById: actor.userId,
      answers: open as Prisma.InputJsonObject,
      sealedContact: seal(key, contactPlace(id), JSON.stringify(sealed)),
      declarationVersion: whole.declaration.version,
      submittedAt: now,
    },
  });
}

/** T03, by the system: to the police and to the council at once (IS-17), and thanks to whoever wrote it. */
async function deliver(ctx: Context, id: string, reference: string) {
  const { actor, tx, now } = ctx;
  const { areaId } = actor;
  const receivers = await tx.organisation.findMany({
    where: { kind: { in: ["police", "council"] }, organisationAreas: { some: { areaId } } },
    orderBy: { id: "asc" },
    select: { id: true, kind: true },
  });
  const first = (kind: string) => receivers.find((receiver) => receiver.kind === kind)?.id;
  const [police, council] = [first("police"), first("council")];
  assertCanMove(
    "T03",
    "submitted",
    { isAcknowledged: true, areBothNotified: Boolean(police && council) },
    "system",
  );
  await tx.referralDelivery.createMany({
    data: Object.entries({ police, council }).flatMap(([recipient, organisationId]) =>
      organisationId
        ? [{ referralId: id, areaId, recipient, organisationId, deliveredAt: now }]
        : [],
    ),
  });
  const notice = { reference, path: `/referrals/${reference}` };
  const both = [
    ...(await hatsInRole(ctx, areaId, "gateway_officer")),
    ...(await hatsInRole(ctx, areaId, "coordinator")),
  ];
  await notify(ctx, both, { ...notice, kind: "referral_received" });
  const bySystem = { ...ctx, actor: theSystem(areaId) };
  await notify(bySystem, [actor.hatId], { ...notice, kind: "referral_thanks" });
  await tx.referral.updateMany({ where: { id, status: "submitted" }, data: { status: "gateway" } });
}
