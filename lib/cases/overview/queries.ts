import "server-only";

import type { Actor } from "@/lib/access/actor";
import { authorize, can, type Permission, whyAllowed } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type Capacity, type Marking, type NextStep, nextStepLabels } from "@/lib/cases/labels";
import { listNeeds, promptsHealth } from "@/lib/cases/needs/queries";
import { listPattern } from "@/lib/cases/pattern/queries";
import { type CaseRecord, caseFacts, toCaseRecord } from "@/lib/cases/queries";
import { lawfulMoves } from "@/lib/cases/rules";
import type { ClockKind } from "@/lib/clocks/labels";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { ageOf, nameOf } from "@/lib/people/rules";
import { onwardOfCase, theOnward } from "@/lib/signposts/queries";
import type { ActionStatus } from "@/lib/tracker/labels";

/** The parts of a case, in the order of its side navigation, and what each asks of its reader. */
const caseParts = [
  ["", "Overview", "case:read"],
  ["/chronology", "Chronology", "case:history"],
  ["/needs", "Needs and views", "needs:read"],
  ["/people", "People around", "around:read"],
  ["/information", "Information", "information:read"],
  ["/documents", "Documents", "information:read"],
  ["/requests", "Requests", "request:ask"],
  ["/assessment", "Assessment", "assessment:read"],
  ["/section-36", "Section 36", "assessment:read"],
  ["/panel", "Panel", "panel:read"],
  ["/consent", "Consent", "consent:read"],
  ["/told", "Told", "told:read"],
  ["/support", "Support", "support:read"],
  ["/reviews", "Reviews", "review:read"],
  ["/access", "Access", "case:access"],
  ["/hand-over", "Hand over", "case:hand_over"],
  ["/transfer", "Transfer", "transfer:read"],
  ["/pause", "Pause", "case:pause"],
] as const satisfies [path: string, text: string, Permission][];

/** The parts that somebody may open. Whatever points to a part asks here first. */
export const openParts = (actor: Actor, parties: CaseRecord["parties"]) =>
  caseParts.filter(([, , permission]) => can(actor, permission, parties));

/**
 * What stands around every page of a case, for somebody who may read it, or nothing. It is no view
 * of the case: each page asks, and records, for itself.
 */
export async function findCaseFile({ actor, tx, now }: Context, reference: string) {
  const found = await tx.case.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: { ...caseFacts(actor), leadOrganisation: { select: { name: true } } },
  });
  if (!found) return null;
  const { person, parties, ...caseRecord } = toCaseRecord(found);
  if (!can(actor, "case:read", parties)) return null;
  const parts = openParts(actor, parties);
  return {
    reference,
    name: nameOf(person),
    age: ageOf(person, dayOf(now)),
    status: caseRecord.status,
    pausedUntil: caseRecord.pauseReviewOn,
    isPaused: caseRecord.isPaused,
    marking: caseRecord.marking as Marking,
    leadName: found.leadOrganisation.name,
    // Clocks are for those who run the case, not for a mentor or an invitee (IS-15).
    nextDueOn: can(actor, "case:history", parties) ? caseRecord.nextDueOn : null,
    today: dayOf(now),
    parts: parts.map(([path, text]) => ({ href: `/cases/${reference}${path}`, text })),
  };
}

const overviewParts = ({ hatId }: Context["actor"]) =>
  ({
    caseWorkers: {
      where: { endedAt: null },
      orderBy: { assignedAt: "asc" },
      select: {
        hatId: true,
        capacity: true,
        assignedAt: true,
        hat: {
          select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
        },
      },
    },
    clocks: {
      where: { stoppedOn: null, pausedOn: null, onwardId: null },
      orderBy: { dueOn: "asc" },
      select: { kind: true, dueOn: true, requestId: true, actionId: true },
    },
    onwardReferrals: theOnward,
    actions: {
      where: { ownerHatId: hatId, status: { in: ["not_started", "in_progress"] } },
      orderBy: { dueOn: "asc" },
      select: { id: true, title: true, dueOn: true, status: true },
    },
  }) satisfies Prisma.CaseSelect;

/** Whose page of a referral is more than their own: a panel member reads it here alone. */
const referralReaders: Actor["role"][] = [
  "gateway_officer",
  "coordinator",
  "chair",
  "governance_officer",
];

/** The first page of a case. What a mentor or an invitee has no need of is not read for them (IS-15). */
export async function viewCase(ctx: Context, reference: string) {
  const { actor, tx, now } = ctx;
  const found = await tx.case.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: { ...caseFacts(actor), ...overviewParts(actor) },
  });
  if (!found) throw new NotFound("case", reference);
  const caseRecord = toCaseRecord(found);
  const { parties } = caseRecord;
  authorize(actor, "case:read", parties);
  const mayReadHistory = can(actor, "case:history", parties);
  const referral = can(actor, "referral:read", parties)
    ? await findReferralOf(ctx, caseRecord.referralId)
    : null;
  const needs = can(actor, "needs:read", parties) ? await listNeeds(ctx, caseRecord) : null;
  const pattern = mayReadHistory ? await listPattern(ctx, caseRecord.referralId) : [];
  const isForHealth = await promptsHealth(ctx, caseRecord, needs ?? []);

  await record(ctx, {
    type: "case.viewed",
    dataKeyId: caseRecord.dataKeyId,
    facts: { page: "overview" },
  });
  return {
    reference,
    status: caseRecord.status,
    today: dayOf(now),
    openedOn: mayReadHistory ? dayOf(caseRecord.openedAt) : null,
    referral,
    pattern,
    onward: mayReadHistory ? onwardOfCase(ctx, caseRecord, found.onwardReferrals) : [],
    needs,
    isForHealth,
    opensReferral: referralReaders.includes(actor.role),
    workers: mayReadHistory ? found.caseWorkers.map(toWorker) : null,
    clocks: firstOfEachKind(
      found.clocks.filter((one) => mayReadHistory || !(one.requestId || one.actionId)),
    ),
    myActions: found.actions.map(({ dueOn, status, ...action }) => ({
      ...action,
      dueDay: fromDateColumn(dueOn),
      status: status as ActionStatus,
    })),
    nextSteps: caseRecord.isPaused ? [] : nextStepsFor(ctx, caseRecord),
    why: whyAllowed(actor, "case:read", parties),
  };
}

/** The first of them is the next date that stands over every page of the case. */
function firstOfEachKind(clocks: { kind: string; dueOn: Date }[]) {
  return [...new Set(clocks.map(({ kind }) => kind))].flatMap((kind) => {
    const [first, ...more] = clocks.filter((one) => one.kind === kind);
    if (!first) return [];
    return [
      { kind: kind as ClockKind, dueDay: fromDateColumn(first.dueOn), count: more.length + 1 },
    ];
  });
}

type FoundWorker = {
  capacity: string;
  assignedAt: Date;
  hat: { user: { name: string }; organisation: { name: string } };
};

const toWorker = ({ capacity, assignedAt, hat }: FoundWorker) => ({
  capacity: capacity as Capacity,
  since: dayOf(assignedAt),
  name: hat.user.name,
  organisation: hat.organisation.name,
});

/** What the referrer wrote, and what was added later. */
async function findReferralOf({ tx }: Context, referralId: string) {
  const found = await tx.referral.findUnique({
    where: { id: referralId },
    select: {
      reference: true,
      submittedAt: true,
      organisation: { select: { name: true } },
      referralText: { select: { answers: true } },
      referralAddenda: {
        orderBy: { addedAt: "asc" },
        select: { id: true, body: true, addedAt: true },
      },
    },
  });
  return found && { ...found, answers: found.referralText?.answers ?? {} };
}

/** What T07 waits for. */
const gatheringSteps = [
  { text: "Ask organisations what they know", part: "requests" },
  { text: "Assess the case", part: "assessment" },
] as const;

/** Where the lawful moves of this role are made, each place once. */
function nextStepsFor({ actor }: Context, { status, reference, parties }: CaseRecord) {
  const steps = lawfulMoves(status, actor.role).flatMap((move) =>
    move in nextStepLabels ? [nextStepLabels[move as NextStep]] : [],
  );
  const gathering = status === "info_gathering" && can(actor, "assessment:write", parties);
  const mayDecide = can(actor, "section36:decide", parties) || status === "info_gathering";
  return [...(gathering ? gatheringSteps : []), ...steps]
    .filter(({ part }) => part !== "section-36" || mayDecide)
    .map(({ text, part }) => ({ text, href: `/cases/${reference}/${part}` }));
}
