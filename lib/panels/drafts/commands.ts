import "server-only";

import { record } from "@/lib/audit/record";
import { getDataKey } from "@/lib/crypto/queries";
import { seal } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { getItemToDecide } from "../queries";
import { assertMeetingOpen } from "../rules";
import { draftPlace } from "./queries";
import type { KeepDecision } from "./schema";

/** Keeps what a chair has typed, for them alone, until the decision is recorded. */
export async function saveDecisionDraft(ctx: Context, { itemId, answers }: KeepDecision) {
  const { actor, tx, now } = ctx;
  const { hatId } = actor;
  const { case: caseRecord, meeting, decision } = await getItemToDecide(ctx, itemId);
  assertMeetingOpen(meeting.status);
  if (decision) throw new RuleBroken("The panel has already decided this item");
  const { id: caseId, areaId, reference, dataKeyId } = caseRecord;
  const key = await getDataKey(ctx, dataKeyId);
  const saved = {
    sealed: seal(key, draftPlace(itemId, hatId), JSON.stringify(answers)),
    savedAt: now,
  };
  await tx.decisionDraft.upsert({
    where: { itemId_hatId: { itemId, hatId } },
    create: { itemId, hatId, caseId, areaId, ...saved },
    update: saved,
    select: { itemId: true },
  });
  await record(ctx, { type: "decision_draft.saved", dataKeyId, facts: { reference, itemId } });
  return { itemId, savedAt: now };
}

/** What was typed is in the decision now. */
export const clearDecisionDraft = ({ actor, tx, now }: Context, itemId: string) =>
  tx.decisionDraft.updateMany({
    where: { itemId, hatId: actor.hatId },
    data: { sealed: null, savedAt: now },
  });
