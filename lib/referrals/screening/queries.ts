import "server-only";

import { authorize } from "@/lib/access/policy";
import type { ClosureCode } from "@/lib/cases/labels";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { Priority, ReferralStatus, Sector } from "@/lib/referrals/labels";

const person = {
  select: {
    id: true,
    forenames: true,
    surname: true,
    otherNames: true,
    dateOfBirth: true,
    approximateAge: true,
    ageRecordedOn: true,
    postcode: true,
    place: true,
  },
} as const;

/** The one select that screening needs of a referral. Of conflicts, only what concerns the reader. */
export const screeningFacts = ({ userId }: Context["actor"]) =>
  ({
    id: true,
    areaId: true,
    reference: true,
    status: true,
    sector: true,
    priority: true,
    submittedAt: true,
    screeningDueOn: true,
    closureCode: true,
    endedAt: true,
    caseId: true,
    dataKeyId: true,
    version: true,
    createdByHatId: true,
    passedFromId: true,
    organisation: { select: { name: true } },
    author: { select: { name: true } },
    person,
    case: {
      select: {
        reference: true,
        status: true,
        caseConflicts: { where: { userId }, select: { userId: true } },
      },
    },
    deconflictions: {
      orderBy: { recordedAt: "desc" },
      select: { id: true, outcome: true, recordedAt: true },
    },
  }) satisfies Prisma.ReferralSelect;

type Found = Prisma.ReferralGetPayload<{ select: ReturnType<typeof screeningFacts> }>;

export function toScreened(found: Found) {
  const { reference, submittedAt, person: named } = found;
  if (!reference || !submittedAt || !named) throw new NotFound("referral", found.id);
  return {
    ...found,
    reference,
    submittedAt,
    status: found.status as ReferralStatus,
    sector: found.sector as Sector,
    priority: found.priority as Priority | null,
    closureCode: found.closureCode as ClosureCode | null,
    receivedOn: dayOf(submittedAt),
    dueOn: found.screeningDueOn && fromDateColumn(found.screeningDueOn),
    person: {
      ...named,
      dateOfBirth: named.dateOfBirth && fromDateColumn(named.dateOfBirth),
      ageRecordedOn: fromDateColumn(named.ageRecordedOn),
    },
    parties: {
      areaId: found.areaId,
      conflictedUserIds: (found.case?.caseConflicts ?? []).map(({ userId }) => userId),
    },
  };
}
export type Screened = ReturnType<typeof toScreened>;

type Key = { id: string } | { areaId_reference: { areaId: string; reference: string } };

async function getToScreen({ actor, tx }: Context, where: Key, name: string): Promise<Screened> {
  const found = await tx.referral.findUnique({ where, select: screeningFacts(actor) });
  if (!found) throw new NotFound("referral", name);
  const referral = toScreened(found);
  authorize(actor, "referral:screen", referral.parties);
  return referral;
}

/** A referral by its reference, for the gateway. */
export const getReferralToScreen = (ctx: Context, reference: string) =>
  getToScreen(ctx, { areaId_reference: { areaId: ctx.actor.areaId, reference } }, reference);

/** The same by its key, for commands that were given one. */
export const getReferralToScreenById = (ctx: Context, id: string) => getToScreen(ctx, { id }, id);
