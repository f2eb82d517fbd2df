import "server-only";

import { authorize, can, mayEver, type Parties } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { bodyFacts, listBodies, toBodyRecord } from "@/lib/governance/bodies/queries";
import type { EscalationState } from "@/lib/governance/labels";
import { getBoardItem } from "@/lib/governance/meetings/queries";
import { bodiesAbove, isOver } from "@/lib/governance/rules";
import type { EscalationAddress, SubjectKind } from "@/lib/governance/schema";
import { getRisk } from "@/lib/risks/queries";

const escalationFacts = {
  id: true,
  areaId: true,
  actionId: true,
  riskId: true,
  itemId: true,
  title: true,
  question: true,
  options: true,
  recommendation: true,
  raisedByHatId: true,
  raisedAt: true,
  state: true,
  answer: true,
  answerReasons: true,
  answeredAtId: true,
  answeredAt: true,
  withdrawnBecause: true,
  withdrawnAt: true,
  version: true,
  fromBody: { select: bodyFacts },
  toBody: { select: bodyFacts },
  addenda: { select: { id: true, text: true, writtenAt: true }, orderBy: { writtenAt: "asc" } },
} satisfies Prisma.GovernanceEscalationSelect;

type Found = Prisma.GovernanceEscalationGetPayload<{ select: typeof escalationFacts }>;

function toEscalation({ fromBody, toBody, ...found }: Found, now: Date) {
  const today = dayOf(now);
  return {
    ...found,
    state: found.state as EscalationState,
    from: toBodyRecord(fromBody, today),
    to: toBodyRecord(toBody, today),
  };
}
export type EscalationRecord = ReturnType<typeof toEscalation>;

const mayReadEnd = (actor: Context["actor"], { from, to }: EscalationRecord): boolean =>
  can(actor, "board:read", from.parties) || can(actor, "board:read", to.parties);

/** The answer comes back to whoever reads the action that the question is about. */
async function mayReadAction({ actor, tx }: Context, { areaId, actionId }: EscalationRecord) {
  if (!actionId) return false;
  const plan = await tx.planArea.findFirst({
    where: { areaId: actor.areaId, plan: { planActions: { some: { actionId } } } },
    select: { areaId: true },
  });
  const planAreaIds = plan ? [plan.areaId] : [];
  return can(actor, "escalation:of_action", { areaId, planAreaIds });
}

/** Each question that went up, as far as this reader sits at one end of it, newest first. */
export async function listEscalations(ctx: Context, { state }: EscalationAddress) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "board:read")) throw new Forbidden("board:read");
  const found = await tx.governanceEscalation.findMany({
    where: { ...(state && { state }) },
    select: {
      id: true,
      title: true,
      raisedAt: true,
      state: true,
      answeredAt: true,
      fromBody: { select: { name: true } },
      toBody: { select: { name: true } },
    },
    orderBy: [{ raisedAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  await record(ctx, { type: "escalations.listed", facts: { shown: found.length } });
  return {
    today: dayOf(now),
    escalations: found.map((one) => ({ ...one, state: one.state as EscalationState })),
  };
}

export async function getEscalation(ctx: Context, escalationId: string) {
  const { actor, tx, now } = ctx;
  const found = await tx.governanceEscalation.findUnique({
    where: { id: escalationId },
    select: escalationFacts,
  });
  if (!found) throw new NotFound("escalation", escalationId);
  const escalation = toEscalation(found, now);
  if (!mayReadEnd(actor, escalation) && !(await mayReadAction(ctx, escalation)))
    throw new Forbidden("board:read");
  return escalation;
}

export async function viewEscalation(ctx: Context, escalationId: string) {
  const { actor, tx } = ctx;
  const escalation = await getEscalation(ctx, escalationId);
  const item = await tx.governanceItem.findFirst({
    where: { escalationId, takenOffAt: null },
    select: { meetingId: true, meeting: { select: { startsAt: true } } },
    orderBy: { addedAt: "desc" },
  });
  await record(ctx, { type: "escalation.viewed", facts: { escalationId } });
  const isOpen = escalation.state === "open";
  return {
    escalation,
    listedAt: item && { meetingId: item.meetingId, heldDay: dayOf(item.meeting.startsAt) },
    mayReadMeeting: can(actor, "board:read", escalation.to.parties),
    mayWithdraw: isOpen && can(actor, "body:write", escalation.from.parties),
    mayAdd: escalation.state === "answered" && can(actor, "board:decide", escalation.to.parties),
  };
}

/** What has gone up about an action of the plan, for whoever reads the action. */
export async function listEscalationsOfAction({ tx }: Context, actionId: string) {
  const found = await tx.governanceEscalation.findMany({
    where: { actionId },
    select: {
      id: true,
      question: true,
      state: true,
      answer: true,
      answerReasons: true,
      raisedAt: true,
      toBody: { select: { name: true } },
    },
    orderBy: [{ raisedAt: "desc" }, { id: "desc" }],
    take: 20,
  });
  return found.map((one) => ({ ...one, state: one.state as EscalationState }));
}

/** A red action of a plan that is in force. Only what is red goes up. */
async function findRedAction({ tx }: Context, actionId: string) {
  const found = await tx.planAction.findFirst({
    where: { actionId, rag: "red", plan: { status: "approved" } },
    select: { reference: true, action: { select: { title: true } } },
  });
  return found && { title: `${found.reference} ${found.action.title}`, fromBodyId: null };
}

async function findSubject(ctx: Context, about: SubjectKind, subjectId: string) {
  switch (about) {
    case "action":
      return findRedAction(ctx, subjectId);
    case "risk": {
      const risk = await getRisk(ctx, subjectId);
      if (risk.status === "closed") return null;
      return { title: `${risk.reference} ${risk.title}`, fromBodyId: null };
    }
    case "item": {
      const { item, meeting } = await getBoardItem(ctx, subjectId);
      return { title: item.title, fromBodyId: meeting.body.id };
    }
  }
}

/** What is escalated, by which of the bodies kept here, and to which above them. */
export async function getSubjectToEscalate(ctx: Context, about: SubjectKind, subjectId: string) {
  const { actor } = ctx;
  if (!mayEver(actor, "body:write")) throw new Forbidden("body:write");
  const subject = await findSubject(ctx, about, subjectId);
  if (!subject) throw new NotFound(about, subjectId);
  const bodies = (await listBodies(ctx)).filter(({ endedDay }) => !endedDay);
  const above = new Map(bodies.map(({ id }) => [id, bodiesAbove(id, bodies)]));
  const from = bodies
    .filter(({ id }) => !subject.fromBodyId || id === subject.fromBodyId)
    .filter(({ id, parties }) => can(actor, "body:write", parties) && above.get(id)?.length);
  const to = bodies.filter((upper) =>
    from.some((lower) => above.get(lower.id)?.includes(upper.id) && isOver(upper, lower)),
  );
  return { subject, bodies, from, to };
}

/** For whoever must be told: all who sit on a body, and whoever keeps it. */
export async function hatsOfBody(
  { tx }: Context,
  { areaId, parties }: { areaId: string; parties: Parties },
): Promise<string[]> {
  const keepers = await tx.hat.findMany({
    where: { areaId, role: "prevent_coordinator", endedAt: null },
    select: { id: true },
  });
  return [...(parties.sittingHatIds ?? []), ...keepers.map(({ id }) => id)];
}

/** An answer that was given, for whoever may say more of it. */
export async function getAnswer(ctx: Context, escalationId: string) {
  const escalation = await getEscalation(ctx, escalationId);
  authorize(ctx.actor, "board:decide", escalation.to.parties);
  return escalation;
}

/** A question, for whoever may take it back. */
export async function getEscalationToWithdraw(ctx: Context, escalationId: string) {
  const escalation = await getEscalation(ctx, escalationId);
  authorize(ctx.actor, "body:write", escalation.from.parties);
  return escalation;
}
