import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { getCase, getCaseById } from "@/lib/cases/queries";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { anId } from "@/lib/schema";
import type { MissedReason, SessionState } from "./labels";
import { engagementOf } from "./rules";

const sessionFacts = {
  id: true,
  caseId: true,
  providerHatId: true,
  plannedOn: true,
  state: true,
  place: true,
  content: true,
  missedBecause: true,
  recordedAt: true,
  version: true,
  providerHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.SupportSessionSelect;

type FoundSession = Prisma.SupportSessionGetPayload<{ select: typeof sessionFacts }>;

const toSession = (found: FoundSession) => ({
  ...found,
  plannedOn: fromDateColumn(found.plannedOn),
  state: found.state as SessionState,
  missedBecause: found.missedBecause as MissedReason | null,
});
export type SessionView = ReturnType<typeof toSession>;

const concernFacts = {
  id: true,
  caseId: true,
  what: true,
  isAnyoneAtRisk: true,
  raisedAt: true,
  raisedByHatId: true,
  answer: true,
  answeredAt: true,
  version: true,
  raisedByHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.SupportConcernSelect;
export type ConcernView = Prisma.SupportConcernGetPayload<{ select: typeof concernFacts }>;

const shown = 100;

/** How often each mentor and the person met: one line a month for each mentor, and no score (TL-10). */
function engagements(sessions: SessionView[], today: Day) {
  const mentors = [...new Set(sessions.map(({ providerHatId }) => providerHatId))];
  return mentors.map((hatId) => {
    const own = sessions.filter(({ providerHatId }) => providerHatId === hatId);
    return {
      hatId,
      name: own[0]?.providerHat.user.name ?? "",
      ...engagementOf(own, today),
    };
  });
}

/**
 * The sessions of a case, the worries that came of them, and the mentor's report: all of them for
 * whoever runs the case, and for a mentor their own (IS-15). The view is recorded.
 */
export async function viewSessions(ctx: Context, reference: string) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCase(ctx, reference, "case:read");
  const { id: caseId, dataKeyId, parties, status } = caseRecord;
  const isMentor = actor.role === "provider";
  authorize(actor, "session:read", { ...parties, ownerHatId: actor.hatId });
  const own = isMentor ? { providerHatId: actor.hatId } : {};
  const found = await tx.supportSession.findMany({
    where: { caseId, ...own },
    orderBy: [{ plannedOn: "desc" }, { id: "desc" }],
    take: shown,
    select: sessionFacts,
  });
  const concerns = await tx.supportConcern.findMany({
    where: { caseId, ...(isMentor && { raisedByHatId: actor.hatId }) },
    orderBy: { raisedAt: "desc" },
    take: 50,
    select: concernFacts,
  });
  const reports = await tx.endReport.findMany({
    where: { caseId, ...own },
    orderBy: { writtenAt: "desc" },
    take: 10,
    select: reportFacts,
  });
  const today = dayOf(now);
  const sessions = found.map(toSession);
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "sessions" } });
  const isRunning = status === "in_support" && !caseRecord.isPaused;
  return {
    caseId,
    reference,
    today,
    sessions,
    concerns,
    reports,
    engagements: engagements(sessions, today),
    may: {
      plan: isMentor && isRunning,
      settle: isMentor && !caseRecord.isPaused,
      raise: can(actor, "support:raise", parties),
      answer: can(actor, "support:answer", parties),
      report: can(actor, "end_report:write", parties) && reports.length === 0,
    },
  };
}

const reportFacts = {
  id: true,
  done: true,
  changed: true,
  remains: true,
  suggested: true,
  held: true,
  missed: true,
  writtenAt: true,
  providerHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.EndReportSelect;

/** A session of one's own, for the mentor who records what became of it. */
export async function getSession(ctx: Context, sessionId: string) {
  if (!anId().safeParse(sessionId).success) throw new NotFound("session", sessionId);
  const found = await ctx.tx.supportSession.findFirst({
    where: { id: sessionId, providerHatId: ctx.actor.hatId },
    select: sessionFacts,
  });
  if (!found) throw new NotFound("session", sessionId);
  const caseRecord = await getCaseById(ctx, found.caseId, "session:write");
  return { ...toSession(found), case: caseRecord };
}

/** A worry, for whoever answers it. */
export async function getConcernToAnswer(ctx: Context, concernId: string) {
  if (!anId().safeParse(concernId).success) throw new NotFound("concern", concernId);
  const found = await ctx.tx.supportConcern.findUnique({
    where: { id: concernId },
    select: concernFacts,
  });
  if (!found) throw new NotFound("concern", concernId);
  const caseRecord = await getCaseById(ctx, found.caseId, "support:answer");
  return { ...found, case: caseRecord };
}

/** The page of one form: whoever may send it, and nothing of the case besides. */
export async function getCaseToSupport(
  ctx: Context,
  reference: string,
  permission: "session:write" | "support:raise" | "end_report:write",
) {
  const { id: caseId } = await getCase(ctx, reference, permission);
  return { caseId, reference };
}
