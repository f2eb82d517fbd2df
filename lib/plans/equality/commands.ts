import "server-only";

import { record } from "@/lib/audit/record";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken } from "@/lib/errors";
import { type EqualityRecord, getEqualityToWrite } from "@/lib/plans/equality/queries";
import { assertThereIsOneToSign } from "@/lib/plans/equality/rules";
import type { SaveEquality, SignEquality } from "@/lib/plans/equality/schema";
import type { EiaStatus } from "@/lib/plans/labels";
import { assertEiaIsOpen } from "@/lib/plans/rules";

/** Writes the assessment, or the next version of one that was signed. The plan waits for it from then on (4.10). */
export async function saveEquality(ctx: Context, { planId, version, ...answers }: SaveEquality) {
  const { actor, tx, now } = ctx;
  const { plan, latest, open } = await getEqualityToWrite(ctx, planId);
  assertEiaIsOpen(plan);
  const written = { ...answers, writtenByHatId: actor.hatId, writtenAt: now };
  const number = open?.number ?? (latest?.number ?? 0) + 1;
  if (open) {
    const { count } = await tx.planEquality.updateMany({
      where: { id: open.id, version, signedOn: null },
      data: { ...written, version: version + 1 },
    });
    if (count === 0) throw overtaken(open);
  } else {
    if (version !== 0) throw overtaken(latest);
    await tx.planEquality.createMany({
      data: { ...written, planId, areaId: plan.areaId, number },
    });
  }
  await setStatus(ctx, planId, "in_progress");
  await record(ctx, { type: "plan.equality_assessed", facts: { planId, number } });
  return { planId };
}

export async function signEquality(ctx: Context, input: SignEquality) {
  const { actor, tx } = ctx;
  const { planId, version, signedBy, signedDay } = input;
  const { plan, open } = await getEqualityToWrite(ctx, planId);
  assertEiaIsOpen(plan);
  assertThereIsOneToSign(open);
  const { count } = await tx.planEquality.updateMany({
    where: { id: open.id, version, signedOn: null },
    data: { signedBy, signedOn: toDateColumn(signedDay), signedByHatId: actor.hatId },
  });
  if (count === 0) throw overtaken(open);
  await setStatus(ctx, planId, "complete");
  const { number } = open;
  await record(ctx, { type: "plan.equality_signed", facts: { planId, number } });
  return { planId };
}

/** What the plan says of its assessment follows the assessment, and is set by nobody. */
const setStatus = ({ tx }: Context, planId: string, eiaStatus: EiaStatus) =>
  tx.plan.updateMany({ where: { id: planId }, data: { eiaStatus } });

function overtaken(theirs: EqualityRecord | null): Overtaken {
  const fields = [
    { name: "proposal", label: "What is proposed", theirs: theirs?.proposal ?? "" },
    { name: "whoAffected", label: "Who is affected", theirs: theirs?.whoAffected ?? "" },
    { name: "evidence", label: "Evidence", theirs: theirs?.evidence ?? "" },
    { name: "effect", label: "The effect", theirs: theirs?.effect ?? "" },
    { name: "mitigation", label: "What is done about it", theirs: theirs?.mitigation ?? "" },
    { name: "cohesion", label: "Relations between communities", theirs: theirs?.cohesion ?? "" },
  ];
  const at = theirs ? `on ${formatInstant(theirs.writtenAt)}` : "since you opened this page";
  const version = theirs && !theirs.signedDay ? theirs.version : 0;
  return new Overtaken(theirs?.writtenBy ?? "Somebody else", at, fields, version);
}
