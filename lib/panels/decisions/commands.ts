import "server-only";

import { record } from "@/lib/audit/record";
import { endedBecause, moveCase } from "@/lib/cases/commands";
import type { Facts } from "@/lib/cases/guards/rules";
import { lookedAgain } from "@/lib/cases/pattern/queries";
import type { CaseRecord } from "@/lib/cases/queries";
import { cancelClocks, startClock, stopClock } from "@/lib/clocks/commands";
import type { ClockKind } from "@/lib/clocks/labels";
import { getTimetable } from "@/lib/clocks/queries";
import { dueDay, type LimitedKind } from "@/lib/clocks/rules";
import { type Day, dayOf, formatDay, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { concludeReview, startReviews } from "@/lib/reviews/commands";
import { openOnward } from "@/lib/signposts/commands";
import type { OnwardStage } from "@/lib/signposts/labels";
import { latestPlan } from "@/lib/support/queries";
import { assertPlanCanEnd, isPlanComplete } from "@/lib/support/rules";
import type { ActionStatus } from "@/lib/tracker/labels";
import { clearDecisionDraft } from "../drafts/commands";
import { getItemToDecide, type PanelItem } from "../queries";
import { assertDecidable, assertVotesFit, movesAfter } from "../rules";
import type { RecordDecision } from "../schema";

/** What the panel decided of one case: checked, the case moved, written once, and told (6.5). */
export async function recordDecision(ctx: Context, input: RecordDecision) {
  const item = await getItemToDecide(ctx, input.itemId);
  const { case: caseRecord, attendees, person, meeting, decision } = item;
  const { status, isPaused, defers } = caseRecord;
  assertDecidable(
    {
      attendees,
      case: { ...person, status, isPaused },
      decision,
      meetingStatus: meeting.status,
      defers,
    },
    input,
  );

  const look = "lookedAt" in input ? await lookedAgain(ctx, caseRecord.referralId, input) : {}; // T29
  if (input.outcome !== "discussed_only") {
    assertVotesFit(input, item.quorum.present.length);
    await carryOut(ctx, item, input);
  }
  const { itemId, outcome, reasons, vote, dissent, lookedAt, secondLook, ...details } = {
    ...{ vote: "agreed", dissent: null, lookedAt: [], secondLook: null },
    ...input,
  };
  await ctx.tx.panelDecision.createMany({
    data: {
      itemId,
      outcome,
      reasons,
      vote,
      dissent,
      meetingId: meeting.id,
      caseId: caseRecord.id,
      areaId: caseRecord.areaId,
      details,
      ...look,
      quorum: item.quorum,
      decidedByHatId: ctx.actor.hatId,
      decidedAt: ctx.now,
    },
  });
  await clearDecisionDraft(ctx, itemId);
  await ctx.tx.panelItem.updateMany({
    where: { id: itemId, begunAt: { not: null } },
    data: { endedAt: ctx.now },
  });
  await tell(ctx, item, input.outcome === "police_led");
  const { reference, dataKeyId } = caseRecord;
  await record(ctx, {
    type: "decision.recorded",
    dataKeyId,
    facts: { reference, itemId, outcome },
  });
  return { meetingId: meeting.id, itemId, isFrozen: input.outcome === "police_led" };
}

type Decided = Exclude<RecordDecision, { outcome: "discussed_only" }>;

/** Moves the case as the decision says, and starts and stops what runs. */
async function carryOut(ctx: Context, item: PanelItem, input: Decided): Promise<void> {
  const { case: caseRecord, person } = item;
  const today = dayOf(ctx.now);
  await assertInformationIsOfCase(ctx, caseRecord.id, input.informationConsidered);
  switch (input.outcome) {
    case "adopt":
      await stop(ctx, caseRecord, "panel_discussion");
      await restart(ctx, caseRecord, "consent_sought"); // TL-08
      await restart(ctx, caseRecord, "case_review"); // TL-06
      return move(ctx, item, input, { adoptedOn: toDateColumn(today) });
    case "defer":
      await restart(ctx, caseRecord, "panel_discussion");
      return move(ctx, item, input, { defers: caseRecord.defers + 1 });
    case "not_adopt":
    case "police_led": {
      const code = input.outcome === "not_adopt" ? input.closureCode : "unsuitable_police_led";
      await move(ctx, item, input, endedBecause(ctx, code, person.isChild));
      await stop(ctx, caseRecord, "panel_discussion");
      await cancelClocks(ctx, subjectOf(caseRecord));
      if (input.outcome === "not_adopt") await sendOn(ctx, caseRecord, input, "panel");
      return;
    }
    case "continue":
    case "revise_plan":
      await assertReviewSoon(ctx, caseRecord, input.nextReviewOn);
      await restart(ctx, caseRecord, "case_review");
      return move(ctx, item, input);
    case "exit":
      return exit(ctx, item, input);
    case "review_ok":
    case "new_s36": {
      const isNew = input.outcome === "new_s36";
      await concludeReview(ctx, caseRecord, {
        heldOn: today,
        outcome: isNew ? "new_s36_referral" : "no_concern",
        summary: input.reasons,
        ...(isNew && { newConcern: input.newConcern }),
      });
      return;
    }
    case "pause":
    case "transfer":
      return move(ctx, item, input);
  }
}

/** T20: support ends, and both reviews are set before anybody can forget them. */
async function exit(ctx: Context, item: PanelItem, input: Decided & { outcome: "exit" }) {
  const { case: caseRecord, person } = item;
  const today = dayOf(ctx.now);
  const actions = await ctx.tx.action.findMany({
    where: { caseId: caseRecord.id, kind: "support" },
    select: { status: true },
  });
  assertPlanCanEnd(actions.map(({ status }) => status as ActionStatus));
  const ended = endedBecause(ctx, input.closureCode, person.isChild);
  await startReviews(ctx, caseRecord, today);
  await sendOn(ctx, caseRecord, input, "exit");
  await move(ctx, item, input, { ...ended, exitedOn: toDateColumn(today) });
  await stop(ctx, caseRecord, "case_review");
  await cancelClocks(ctx, subjectOf(caseRecord));
}

type Elsewhere = Extract<Decided, { outcome: "exit" | "not_adopt" }>;

/** Whoever is asked to help instead is asked again until it answers (section 36(6), 3.5). */
async function sendOn(
  ctx: Context,
  caseRecord: CaseRecord,
  { onwardTo, careAnswer, careArrangements: said }: Elsewhere,
  stage: OnwardStage,
): Promise<void> {
  const subject = subjectOf(caseRecord);
  if (onwardTo) await openOnward(ctx, subject, { service: onwardTo, stage });
  if (careAnswer === "referral_made")
    await openOnward(ctx, subject, { service: "Health or social care", stage, said });
}

/** The lawful moves of a decision in order. One that moves nothing still holds the case still. */
async function move(
  ctx: Context,
  item: PanelItem,
  input: Decided,
  also: Prisma.CaseUncheckedUpdateManyInput = {},
): Promise<void> {
  const moves = movesAfter(input.outcome, item.case.status);
  const facts = await factsOf(ctx, item, input);
  let moved = item.case;
  for (const id of moves) {
    moved = await moveCase(ctx, moved, id, facts, id === moves.at(-1) ? also : {});
  }
  if (moves.length > 0) return;
  const { id, version } = item.case;
  const held = await ctx.tx.case.updateMany({
    where: { id, version },
    data: { version: version + 1 },
  });
  if (held.count === 0)
    throw new RuleBroken("Somebody has just changed this case. Reload it to see.");
}

async function factsOf(ctx: Context, item: PanelItem, input: Decided): Promise<Facts> {
  const { case: caseRecord, quorum } = item;
  const plan = await latestPlan(ctx, caseRecord.id);
  return {
    outcome: input.outcome,
    reasons: input.reasons,
    isQuorate: quorum.isQuorate,
    isResidentForcePresent: !quorum.missing.some((group) => group.includes("resident_police")),
    defers: caseRecord.defers,
    isPlanComplete: isPlanComplete(plan ?? {}),
    isPlanVersionKept: plan !== null,
    ...(input.outcome === "adopt" && {
      isInvestigationLive: await isInvestigationLive(ctx, caseRecord.id),
      mayStandBeside: caseRecord.area.supportBesideInvestigation,
      isPersonTold: input.personTold,
      isActionTaken: input.actionTaken,
      isRiskAgreed: input.riskAgreed,
    }),
    ...("careAnswer" in input && {
      careAnswer: input.careAnswer,
      careArrangements: input.careArrangements,
      closureCode: input.closureCode,
    }),
    ...(input.outcome === "defer" && {
      informationGap: input.informationGap,
      nextMeetingOn: input.nextMeetingOn,
      isDeferOverridden: input.chairOverride,
    }),
    ...(input.outcome === "exit" && {
      hasExitAssessment: await isExitAssessment(ctx, caseRecord.id, input.exitAssessmentId),
      isOnwardReferralAnswered: true,
    }),
  };
}

/** What the police answered last: a hold, or that they manage it, is an investigation (IS-24). */
async function isInvestigationLive({ tx }: Context, caseId: string): Promise<boolean> {
  const [latest] = await tx.deconfliction.findMany({
    where: { caseId },
    orderBy: { recordedAt: "desc" },
    take: 1,
    select: { outcome: true },
  });
  return latest?.outcome === "hold" || latest?.outcome === "police_led";
}

async function isExitAssessment(
  { tx }: Context,
  caseId: string,
  assessmentId: string | null | undefined,
) {
  if (!assessmentId) return false;
  const done = { in: ["complete", "countersigned"] };
  const where = { id: assessmentId, caseId, purpose: "exit", status: done };
  return (await tx.assessment.count({ where })) === 1;
}

/** What was considered belongs to this case, and the chair may read it. */
async function assertInformationIsOfCase({ tx }: Context, caseId: string, itemIds: string[]) {
  if (itemIds.length === 0) return;
  const ids = [...new Set(itemIds)];
  if ((await tx.informationItem.count({ where: { caseId, id: { in: ids } } })) < ids.length) {
    throw new FieldsRefused({ informationConsidered: ["Select information from this case"] });
  }
}

async function assertReviewSoon(
  ctx: Context,
  { areaId }: CaseRecord,
  nextReviewOn: Day,
): Promise<void> {
  const today = dayOf(ctx.now);
  const { limits, holidays } = await getTimetable(ctx, { areaId, on: today });
  const latest = dueDay("case_review", today, limits, holidays); // TL-06
  if (nextReviewOn <= latest) return;
  const sentence = `Next review date must be on or before ${formatDay(latest)}`;
  throw new FieldsRefused({ nextReviewOn: [sentence] });
}

const subjectOf = ({ id: caseId, areaId }: CaseRecord) => ({ caseId, areaId });
const stop = (ctx: Context, caseRecord: CaseRecord, kind: ClockKind) =>
  stopClock(ctx, kind, subjectOf(caseRecord));

async function restart(ctx: Context, caseRecord: CaseRecord, kind: LimitedKind): Promise<void> {
  await stop(ctx, caseRecord, kind);
  await startClock(ctx, kind, subjectOf(caseRecord));
}

/** Those who were invited, and the gateway, which keeps the national record; nobody with a conflict. */
async function tell(ctx: Context, item: PanelItem, isHandedOver: boolean) {
  const { attendees, conflictedUserIds, case: caseRecord } = item;
  const { areaId, reference } = caseRecord;
  const told = await ctx.tx.hat.findMany({
    where: {
      endedAt: null,
      userId: { notIn: [...conflictedUserIds] },
      OR: [
        {
          id: { in: attendees.map(({ hatId }) => hatId) },
          role: { not: "invitee" },
          // s.37(4): with the decision the item is over for whoever was asked in for it alone.
          meetingMembers: { none: { meetingId: item.meeting.id, oneItem: true } },
        },
        { areaId, role: "gateway_officer" },
      ],
    },
    select: { id: true, role: true },
  });
  const isGateway = ({ role }: { role: string }) => role === "gateway_officer";
  for (const [hats, path] of [
    [
      told.filter((hat) => !isGateway(hat)),
      isHandedOver ? "/cases/handed-to-police" : `/cases/${reference}/panel`, // they read it no more
    ],
    [told.filter(isGateway), `/cases/${reference}`],
  ] as const) {
    const ids = hats.map(({ id }) => id);
    await notify(ctx, ids, { kind: "decision_recorded", reference, path });
  }
}
