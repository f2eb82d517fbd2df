import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, Overtaken, RuleBroken } from "@/lib/errors";
import { statusLabels } from "@/lib/tracker/labels";
import { type ActionRecord, getAction, isSupportCovered } from "@/lib/tracker/queries";
import { assertActionCanBecome, assertCanExtend, assertOpen } from "@/lib/tracker/rules";
import type { ExtendAction, UpdateAction } from "@/lib/tracker/schema";

async function getActionToChange(ctx: Context, actionId: string): Promise<ActionRecord> {
  const action = await getAction(ctx, actionId);
  assertOpen(action);
  if (!action.mayUpdate) throw new Forbidden(action.planId ? "plan:update" : "action:update");
  return action;
}

/** How far a support or panel action has got. Support waits for consent (C-09), here and in the database. */
export async function updateAction(ctx: Context, input: UpdateAction) {
  const { tx, now } = ctx;
  const { actionId, version, status, note } = input;
  const action = await getActionToChange(ctx, actionId);
  const { caseId, dataKeyId } = action;
  if (action.planId)
    throw new RuleBroken("A plan action is updated in the plan, where it says how it stands");
  const isAllowed = caseId === null || (await mayRun(ctx, caseId, action));
  assertActionCanBecome(action.status, status, isAllowed);

  const doneOn = status === "done" ? toDateColumn(dayOf(now)) : null;
  const { count } = await tx.action.updateMany({
    where: { id: actionId, version },
    data: { status, note, doneOn, version: version + 1 },
  });
  if (count === 0) throw overtaken(action);
  await record(ctx, {
    type: "action.updated",
    dataKeyId,
    facts: { actionId, kind: action.kind, from: action.status, to: status },
  });
  return { actionId, caseId };
}

const mayRun = async (ctx: Context, caseId: string, action: ActionRecord): Promise<boolean> =>
  action.kind !== "support" || isSupportCovered(ctx, caseId, action);

/** Gives an action more time, with a reason. When it was first due is never lost. */
export async function extendAction(ctx: Context, input: ExtendAction) {
  const { actor, tx, now } = ctx;
  const { actionId, version, dueDay, reason } = input;
  const action = await getActionToChange(ctx, actionId);
  assertCanExtend(action, dueDay);

  const { caseId, planId, areaId } = action;
  const { count } = await tx.action.updateMany({
    where: { id: actionId, version },
    data: { dueOn: toDateColumn(dueDay), version: version + 1 },
  });
  if (count === 0) throw overtaken(action);
  await tx.actionExtension.createMany({
    data: {
      actionId,
      areaId,
      caseId,
      planId,
      reason,
      fromDay: toDateColumn(action.dueDay),
      toDay: toDateColumn(dueDay),
      extendedByHatId: actor.hatId,
      extendedAt: now,
    },
  });
  await record(ctx, {
    type: "action.extended",
    dataKeyId: action.dataKeyId,
    facts: { actionId, kind: action.kind, from: action.dueDay, to: dueDay },
  });
  return { actionId, kind: action.kind };
}

function overtaken({ extensions, status, note, dueDay, version }: ActionRecord): Overtaken {
  const [last] = extensions;
  const theirs = [
    { name: "status", label: "How it stands", theirs: status, choices: statusLabels },
    { name: "note", label: "Note", theirs: note ?? "" },
    { name: "dueDay", label: "Due date", theirs: dueDay },
  ];
  return new Overtaken(
    "Somebody else",
    last
      ? `since you opened this page; it was last extended on ${formatInstant(last.extendedAt)}`
      : "since you opened this page",
    theirs,
    version,
  );
}
