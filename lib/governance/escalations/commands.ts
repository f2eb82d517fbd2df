import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";
import { listForNext } from "@/lib/governance/agenda/commands";
import {
  getAnswer,
  getEscalation,
  getEscalationToWithdraw,
  getSubjectToEscalate,
  hatsOfBody,
} from "@/lib/governance/escalations/queries";
import { saveItem } from "@/lib/governance/items/commands";
import { escalationStates } from "@/lib/governance/labels";
import { getBoardItem } from "@/lib/governance/meetings/queries";
import { assertEscalationOpen, assertHasBegun, bodiesAbove, isOver } from "@/lib/governance/rules";
import type {
  AddAnswerAddendum,
  AnswerEscalation,
  RaiseEscalation,
  WithdrawEscalation,
} from "@/lib/governance/schema";
import { notify } from "@/lib/notices/commands";

const column = { action: "actionId", risk: "riskId", item: "itemId" } as const;

/** 4.2: a question goes up to a body above, once for each thing, and to the next agenda there. */
export async function raiseEscalation(ctx: Context, input: RaiseEscalation) {
  const { actor, tx, now } = ctx;
  const { about, subjectId, fromBodyId, toBodyId } = input;
  const { subject, bodies, from, to } = await getSubjectToEscalate(ctx, about, subjectId);
  const asking = from.find(({ id }) => id === fromBodyId);
  if (!asking) throw new FieldsRefused({ fromBodyId: ["Select which body asks"] });
  const asked = to.find(({ id }) => id === toBodyId);
  if (!asked || !bodiesAbove(asking.id, bodies).includes(asked.id) || !isOver(asked, asking))
    throw new FieldsRefused({ toBodyId: [`Select a body that is above ${asking.name}`] });
  const open = await tx.governanceEscalation.findFirst({
    where: { [column[about]]: subjectId, toBodyId, state: "open" },
    select: { id: true },
  });
  if (open)
    throw new FieldsRefused({
      toBodyId: ["That body has been asked about this, and not answered"],
    });

  const { question, options, recommendation } = input;
  const { id: escalationId } = await tx.governanceEscalation.create({
    data: {
      ...{ areaId: asking.areaId, fromBodyId, toBodyId, [column[about]]: subjectId },
      ...{ title: subject.title, question, options, recommendation },
      ...{ raisedByHatId: actor.hatId, raisedAt: now },
    },
    select: { id: true },
  });
  await listForNext(ctx, toBodyId);
  await notify(ctx, await hatsOfBody(ctx, asked), {
    ...{ kind: "escalation_raised", reference: asking.name },
    path: `/meetings/escalations/${escalationId}`,
  });
  await record(ctx, { type: "escalation.raised", facts: { escalationId, about, toBodyId } });
  return { escalationId };
}

/** The body decides at a meeting, and its answer goes back to whoever asked. */
export async function answerEscalation(ctx: Context, input: AnswerEscalation) {
  const { actor, tx, now } = ctx;
  const loaded = await getBoardItem(ctx, input.itemId, "board:decide");
  const { item, meeting } = loaded;
  if (!item.escalationId) throw new RuleBroken("This item is no question from another body");
  assertHasBegun(meeting, dayOf(now));
  if (item.takenOffBecause) throw new RuleBroken("This item was taken off the agenda");
  const escalation = await getEscalation(ctx, item.escalationId);
  assertEscalationOpen(escalation);
  const { decisionKind, answer, answerReasons, exempt } = input;
  await saveItem(ctx, loaded, input.version, {
    ...{ decisionKind, decision: answer, isExempt: exempt },
    ...{ decidedByHatId: actor.hatId, decidedAt: now },
  });
  const { count } = await tx.governanceEscalation.updateMany({
    where: { id: escalation.id, state: "open", version: escalation.version },
    data: {
      ...{ state: "answered", answer, answerReasons, answeredAtId: meeting.id },
      ...{ answeredByHatId: actor.hatId, answeredAt: now, version: escalation.version + 1 },
    },
  });
  if (count === 0) throw new Overtaken("Somebody else", "since you opened this page");
  const back = await hatsOfBody(ctx, escalation.from);
  await notify(ctx, [escalation.raisedByHatId, ...back], {
    ...{ kind: "escalation_answered", reference: meeting.body.name },
    path: `/meetings/escalations/${escalation.id}`,
  });
  await record(ctx, {
    type: "escalation.answered",
    facts: { escalationId: escalation.id, decision: decisionKind },
  });
  return { escalationId: escalation.id };
}

/** What is not asked any more. It stays known that it was. */
export async function withdrawEscalation(ctx: Context, input: WithdrawEscalation) {
  const { tx, now } = ctx;
  const escalation = await getEscalationToWithdraw(ctx, input.escalationId);
  assertEscalationOpen(escalation);
  const { version, reason } = input;
  const { count } = await tx.governanceEscalation.updateMany({
    where: { id: escalation.id, state: "open", version },
    data: {
      ...{ state: "withdrawn", withdrawnBecause: reason, withdrawnAt: now },
      version: version + 1,
    },
  });
  if (count === 0)
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [{ name: "state", label: "State", theirs: escalation.state, choices: escalationStates }],
      escalation.version,
    );
  await notify(ctx, await hatsOfBody(ctx, escalation.to), {
    ...{ kind: "escalation_withdrawn", reference: escalation.from.name },
    path: `/meetings/escalations/${escalation.id}`,
  });
  await record(ctx, { type: "escalation.withdrawn", facts: { escalationId: escalation.id } });
  return { escalationId: escalation.id };
}

/** An answer that was given stays: what has to be put right is said beside it. */
export async function addAnswerAddendum(ctx: Context, { escalationId, text }: AddAnswerAddendum) {
  const { actor, tx, now } = ctx;
  const { state, to } = await getAnswer(ctx, escalationId);
  if (state !== "answered") throw new RuleBroken("There is no answer yet to add to");
  await tx.governanceAddendum.createMany({
    data: {
      ...{ bodyId: to.id, areaId: to.areaId, escalationId, text },
      ...{ writtenByHatId: actor.hatId, writtenAt: now },
    },
  });
  await record(ctx, { type: "escalation.added_to", facts: { escalationId } });
  return { escalationId };
}
