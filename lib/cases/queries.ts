import "server-only";

import { authorize, type Parties, type Permission } from "@/lib/access/policy";
import { guards } from "@/lib/cases/guards/rules";
import { type CaseStatus, type ClosureCode, policeLedCodes } from "@/lib/cases/labels";
import { type Day, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, RuleBroken } from "@/lib/errors";

/** The one select that policy and rules need of a case. Of the people on it, only what concerns the reader. */
export const caseFacts = ({ hatId, userId }: Context["actor"]) =>
  ({
    id: true,
    reference: true,
    areaId: true,
    status: true,
    statusSince: true,
    pausedSince: true,
    pauseReviewOn: true,
    closureCode: true,
    leadOrganisationId: true,
    referralId: true,
    defers: true,
    openedAt: true,
    adoptedOn: true,
    exitedOn: true,
    nextDueOn: true,
    dataKeyId: true,
    marking: true,
    version: true,
    area: {
      select: {
        councilMayRefer: true,
        supportBesideInvestigation: true,
        policeForce: true,
        papersCloseDays: true,
      },
    },
    person: {
      select: {
        id: true,
        forenames: true,
        surname: true,
        dateOfBirth: true,
        approximateAge: true,
        ageRecordedOn: true,
        postcode: true,
      },
    },
    caseWorkers: { where: { hatId, endedAt: null }, select: { hatId: true } },
    panelAttendees: { where: { hatId }, select: { hatId: true } },
    caseConflicts: { where: { userId }, select: { userId: true } },
  }) satisfies Prisma.CaseSelect;

type Found = Prisma.CaseGetPayload<{ select: ReturnType<typeof caseFacts> }>;

const dayOrNull = (column: Date | null): Day | null => (column ? fromDateColumn(column) : null);

/** A case as the rest of the code knows it: days are days, and whose it is stands beside it. */
export function toCaseRecord({ caseWorkers, panelAttendees, caseConflicts, ...found }: Found) {
  const parties: Parties = {
    areaId: found.areaId,
    workerHatIds: caseWorkers.map(({ hatId }) => hatId),
    attendeeHatIds: panelAttendees.map(({ hatId }) => hatId),
    conflictedUserIds: caseConflicts.map(({ userId }) => userId),
    councilMayRefer: found.area.councilMayRefer,
    isPoliceLed: (found.closureCode ?? "") in policeLedCodes,
  };
  const { person } = found;
  // s.37(4): whoever is asked in for one item knows that the case is there, and does not read it.
  if (person === null) throw new NotFound("case", found.reference);
  return {
    ...found,
    status: found.status as CaseStatus,
    closureCode: found.closureCode as ClosureCode | null,
    isPaused: found.pausedSince !== null,
    pauseReviewOn: dayOrNull(found.pauseReviewOn),
    adoptedOn: dayOrNull(found.adoptedOn),
    exitedOn: dayOrNull(found.exitedOn),
    nextDueOn: dayOrNull(found.nextDueOn),
    person: {
      ...person,
      dateOfBirth: dayOrNull(person.dateOfBirth),
      ageRecordedOn: fromDateColumn(person.ageRecordedOn),
    },
    parties,
  };
}

export type CaseRecord = ReturnType<typeof toCaseRecord>;

/** A case by its reference, for somebody who may do this with it. */
export async function getCase(
  ctx: Context,
  reference: string,
  permission: Permission = "case:read",
): Promise<CaseRecord> {
  const { actor, tx } = ctx;
  const found = await tx.case.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: caseFacts(actor),
  });
  if (!found) throw new NotFound("case", reference);
  const caseRecord = toCaseRecord(found);
  authorize(actor, permission, caseRecord.parties);
  return caseRecord;
}

/**
 * While a case stands still, it is read, and let go on (T28). Besides, consent is taken back (C-07), a
 * worry is heard, and what the person has been told is kept (TR-02).
 */
const duringPause: readonly Permission[] = [
  "case:pause",
  "consent:withdraw",
  "support:raise",
  "support:answer",
  "told:record",
];
const isReading = (permission: Permission) => permission.endsWith(":read");

/** The same by its key, for commands that were given one. */
export async function getCaseById(
  ctx: Context,
  caseId: string,
  permission: Permission = "case:read",
): Promise<CaseRecord> {
  const found = await ctx.tx.case.findUnique({
    where: { id: caseId },
    select: caseFacts(ctx.actor),
  });
  if (!found) throw new NotFound("case", caseId);
  const caseRecord = toCaseRecord(found);
  authorize(ctx.actor, permission, caseRecord.parties);
  if (caseRecord.isPaused && !isReading(permission) && !duringPause.includes(permission)) {
    throw new RuleBroken(guards.notPaused.otherwise);
  }
  return caseRecord;
}
