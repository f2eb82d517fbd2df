import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";
import { getBoardItem, getItemForAction } from "@/lib/governance/meetings/queries";
import { assertHasBegun } from "@/lib/governance/rules";
import type { AddBoardAction, MinuteItem } from "@/lib/governance/schema";
import { notify } from "@/lib/notices/commands";

type ItemChange = Parameters<Context["tx"]["governanceItem"]["updateMany"]>[0]["data"];
type Loaded = Awaited<ReturnType<typeof getBoardItem>>;

/** Saves over the version that was read, or says what it says now. */
export async function saveItem(
  { tx }: Context,
  { item }: Loaded,
  version: number,
  change: ItemChange,
): Promise<void> {
  const { count } = await tx.governanceItem.updateMany({
    where: { id: item.id, version },
    data: { ...change, version: version + 1 },
  });
  if (count === 0)
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [
        { name: "note", label: "Discussion", theirs: item.note ?? "" },
        { name: "decision", label: "Decision", theirs: item.decision ?? "" },
      ],
      item.version,
    );
}

export function assertOnAgenda({ item }: Loaded): void {
  if (item.takenOffBecause) throw new RuleBroken("This item was taken off the agenda");
}

/** What was said and decided. Until the minutes are approved it can be put right. */
export async function minuteItem(ctx: Context, input: MinuteItem) {
  const { actor, now } = ctx;
  const loaded = await getBoardItem(ctx, input.itemId, "board:decide");
  const { item, meeting } = loaded;
  assertHasBegun(meeting, dayOf(now));
  assertOnAgenda(loaded);
  if (item.escalationId) throw new RuleBroken("A question that was escalated is answered");
  const { decisionKind, decision } = input;
  const decided =
    decisionKind && decision
      ? {
          ...{ decisionKind, decision },
          ...{ decidedByHatId: actor.hatId, decidedAt: now },
        }
      : { decisionKind: null, decision: null, decidedByHatId: null, decidedAt: null };
  await saveItem(ctx, loaded, input.version, {
    ...{ note: input.note, isExempt: input.exempt, ...decided },
  });
  await record(ctx, {
    type: "board_item.minuted",
    facts: { itemId: item.id, decision: decided.decisionKind },
  });
  return { meetingId: meeting.id };
}

/** What the body asks for goes to the one tracker, and comes back to it until it is done. */
export async function addBoardAction(ctx: Context, input: AddBoardAction) {
  const { actor, tx, now } = ctx;
  const { item, meeting, organisations } = await getItemForAction(ctx, input.itemId);
  assertHasBegun(meeting, dayOf(now));
  const { ownerOrganisationId, dueDay, text } = input;
  if (!organisations.some(({ id }) => id === ownerOrganisationId))
    throw new FieldsRefused({ ownerOrganisationId: ["Select which organisation does it"] });
  const due = toDateColumn(dueDay);
  const { areaId, id: bodyId } = meeting.body;
  const { id: actionId } = await tx.action.create({
    data: {
      ...{ areaId, kind: "governance", bodyId, governanceItemId: item.id, title: text },
      ...{ ownerOrganisationId, dueOn: due, firstDueOn: due },
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
    select: { id: true },
  });
  const leads = await tx.hat.findMany({
    where: {
      ...{ organisationId: ownerOrganisationId, role: "agency_lead", endedAt: null },
      areaId: { in: [...(meeting.body.parties.planAreaIds ?? [])] },
    },
    select: { id: true },
  });
  await notify(
    ctx,
    leads.map(({ id }) => id),
    { kind: "action_given", reference: meeting.body.name, path: `/actions/${actionId}` },
  );
  await record(ctx, { type: "board_action.added", facts: { itemId: item.id, actionId } });
  return { meetingId: meeting.id };
}
