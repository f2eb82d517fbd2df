import "server-only";

import { record } from "@/lib/audit/record";
import { type Day, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { type ChangedPart, changedPartLabels } from "@/lib/plans/consultation/labels";
import {
  type CommentToSettle,
  getComment,
  getPlanToConsult,
  getRound,
  getRoundToComment,
} from "@/lib/plans/consultation/queries";
import {
  assertCanBeConsulted,
  assertNoneIsOpen,
  assertNotSettled,
  assertRoundIsOpen,
  assertTakesComments,
  mostCharacters,
  partsOf,
} from "@/lib/plans/consultation/rules";
import type {
  CloseRound,
  EnterComment,
  MakeComment,
  OpenRound,
  SettleComment,
} from "@/lib/plans/consultation/schema";
import { listHatsOver } from "@/lib/plans/queries";
import { assertPlanIsOpen } from "@/lib/plans/rules";
import { setStatus } from "@/lib/plans/status/commands";

/** The draft goes out until a day. Those who are asked inside the partnership are told at once. */
export async function openRound(ctx: Context, input: OpenRound) {
  const { actor, tx, now } = ctx;
  const { planId, question, closesDay, organisationIds, bodies } = input;
  const { plan, organisations, rounds } = await getPlanToConsult(ctx, planId);
  assertCanBeConsulted(plan);
  assertNoneIsOpen(rounds);
  if (!organisationIds.every((id) => organisations.some((one) => one.id === id)))
    throw new FieldsRefused({ organisationIds: ["Select the organisations who are asked"] });

  const { areaId } = plan;
  const { id: roundId } = await tx.planRound.create({
    data: {
      ...{ planId, areaId, question, number: rounds.length + 1 },
      ...{ closesOn: toDateColumn(closesDay), openedByHatId: actor.hatId, openedAt: now },
    },
    select: { id: true },
  });
  const of = { roundId, planId, areaId };
  await tx.planAsked.createMany({
    data: [
      ...[...new Set(organisationIds)].map((organisationId) => ({ ...of, organisationId })),
      ...bodies.map((body) => ({ ...of, body })),
    ],
  });
  if (plan.status === "draft") await setStatus(ctx, plan, plan.version, { status: "consultation" });
  const asked: string[] = [];
  for (const id of new Set(organisationIds))
    asked.push(...(await listHatsOver(ctx, planId, ["agency_lead", "steering_member"], id)));
  const path = `/plan/consultation?plan=${planId}`;
  await notify(ctx, asked, { kind: "plan_consulted", reference: "Draft plan", path });
  await record(ctx, {
    type: "plan.consultation_opened",
    facts: { planId, roundId, organisations: organisationIds.length, bodies: bodies.length },
  });
  return { planId };
}

export async function closeRound(ctx: Context, { roundId }: CloseRound) {
  const { actor, tx, now } = ctx;
  const round = await getRound(ctx, roundId, "plan:write");
  assertRoundIsOpen(round);
  const { planId } = round;
  await tx.planRound.updateMany({
    where: { id: roundId, closedAt: null },
    data: { closedByHatId: actor.hatId, closedAt: now },
  });
  await record(ctx, { type: "plan.consultation_closed", facts: { planId, roundId } });
  return { planId };
}

type Said = Pick<MakeComment, "line" | "text"> & {
  saidDay: Day;
  organisationId?: string;
  sourceKind: "partner" | "body" | "event";
  sourceTitle?: string;
};

/** Kept under the next number of its plan. Two at once take the number in turn. */
async function keepComment(
  ctx: Context,
  { round, lines }: Awaited<ReturnType<typeof getRoundToComment>>,
  { line, saidDay, ...said }: Said,
) {
  const { actor, tx, now } = ctx;
  const value = line.about === "plan" ? "plan" : `${line.about}-${line.id}`;
  if (!lines.some((one) => one.value === value))
    throw new FieldsRefused({ line: ["Select the line that the comment is about"] });
  const { planId, id: roundId, plan } = round;
  const last = await tx.planComment.aggregate({ where: { planId }, _max: { number: true } });
  await tx.planComment.createMany({
    data: {
      ...{ ...said, roundId, planId, areaId: plan.areaId, about: line.about },
      themeId: line.about === "theme" ? line.id : null,
      actionId: line.about === "action" ? line.id : null,
      number: (last._max.number ?? 0) + 1,
      ...{ saidOn: toDateColumn(saidDay), madeByHatId: actor.hatId, madeAt: now },
    },
  });
  return { planId };
}

/** A partner says what their organisation thinks of a line. */
export async function makeComment(ctx: Context, { roundId, line, text }: MakeComment) {
  const today = dayOf(ctx.now);
  const asked = await getRoundToComment(ctx, roundId, "comment:make");
  assertTakesComments(asked.round, today);
  const { organisationId } = ctx.actor;
  const said = { line, text, saidDay: today, sourceKind: "partner" as const, organisationId };
  const { planId } = await keepComment(ctx, asked, said);
  await record(ctx, { type: "plan.comment_made", facts: { planId, roundId } });
  return { planId };
}

/** What came by letter or was said at an event is written down with its source and day (4.3, 4.7). */
export async function enterComment(ctx: Context, { roundId, ...said }: EnterComment) {
  const asked = await getRoundToComment(ctx, roundId, "plan:write");
  assertRoundIsOpen(asked.round);
  const { planId } = await keepComment(ctx, asked, said);
  const { sourceKind } = said;
  await record(ctx, { type: "plan.comment_written_down", facts: { planId, roundId, sourceKind } });
  return { planId };
}

/** What becomes of a comment, and why. What is accepted changes its line in the same breath (4.7, 4.8). */
export async function settleComment(ctx: Context, input: SettleComment) {
  const { actor, tx, now } = ctx;
  const { commentId, version, disposition, reason } = input;
  const comment = await getComment(ctx, commentId, "plan:write");
  assertNotSettled(comment);
  assertPlanIsOpen(comment.plan);
  const change =
    input.disposition === "not_accepted"
      ? {}
      : await changeLine(ctx, comment, { part: input.changedPart, after: input.after, version });
  await tx.planComment.updateMany({
    where: { id: commentId, disposition: null },
    data: { ...change, disposition, reason, settledByHatId: actor.hatId, settledAt: now },
  });
  const { planId } = comment;
  await record(ctx, { type: "plan.comment_settled", facts: { planId, commentId, disposition } });
  return { commentId };
}

type Change = { part: ChangedPart; after: string; version: number };

async function changeLine(ctx: Context, comment: CommentToSettle, change: Change) {
  const { part, after } = change;
  if (!partsOf[comment.about].includes(part))
    throw new FieldsRefused({ changedPart: ["Select what was changed"] });
  if (after.length > mostCharacters[part])
    throw new FieldsRefused({
      after: [`${changedPartLabels[part]} must be ${mostCharacters[part]} characters or fewer`],
    });
  const kept = { changedPart: part, afterText: after, changedActionId: comment.actionId };
  if (part === "elsewhere") return kept;
  const before = comment.lineNow[part];
  if (before === after)
    throw new FieldsRefused({ after: ["These are the words as they are already"] });
  if (part === "theme_title" && isTaken(comment, after))
    throw new FieldsRefused({ after: ["The plan already has a theme of this name"] });
  if (!(await rewrite(ctx, comment, change)))
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [{ name: "after", label: changedPartLabels[part], theirs: before }],
      comment.lineVersion,
    );
  return { ...kept, beforeText: before };
}

const isTaken = ({ plan, themeId }: CommentToSettle, title: string): boolean =>
  plan.themes.some(
    (theme) => theme.id !== themeId && theme.title.toLowerCase() === title.toLowerCase(),
  );

/** Writes the new words over the version that was read, and says whether it was still there. */
async function rewrite(
  { actor, tx, now }: Context,
  { actionId, themeId }: CommentToSettle,
  { part, after, version }: Change,
): Promise<boolean> {
  const edited = { editedByHatId: actor.hatId, editedAt: now };
  const next = version + 1;
  if (part === "theme_title" && themeId) {
    const where = { id: themeId, version };
    const data = { title: after, version: next, ...edited };
    return (await tx.planTheme.updateMany({ where, data })).count === 1;
  }
  if (!actionId) return false;
  const { count } = await tx.action.updateMany({
    where: { id: actionId, version },
    data: { version: next, ...(part === "text" && { title: after }) },
  });
  if (count === 0) return false;
  await tx.planAction.updateMany({
    where: { actionId },
    data: {
      ...edited,
      ...(part === "proportionality" && { proportionality: after }),
      ...(part === "cohesion_impact" && { cohesionImpact: after }),
      ...(part === "owner_role" && { ownerRole: after }),
    },
  });
  return true;
}
