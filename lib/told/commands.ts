import "server-only";

import { record } from "@/lib/audit/record";
import { getCaseById } from "@/lib/cases/queries";
import { dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { tellingStages } from "./labels";
import { getUntold, stagesOf } from "./queries";
import { assertLooksAgainInTime } from "./rules";
import type { RecordTelling, SettleUntold } from "./schema";

/** TR-02: the next entry of the ledger. Looking again at a reason not to tell is an entry too. */
export async function recordTelling(ctx: Context, { caseId, version, ...input }: RecordTelling) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "told:record");
  const { areaId, reference, dataKeyId } = caseRecord;
  const { stages, latest } = await stagesOf(ctx, caseRecord);
  if (latest && latest.number !== version) {
    const theirs = `${tellingStages[latest.stage]}: ${latest.isTold ? "told" : "not told"}`;
    throw new Overtaken(
      latest.recordedByHat.user.name,
      `on ${formatInstant(latest.recordedAt)}`,
      [{ name: "stage", label: "What was recorded", theirs }],
      latest.number,
    );
  }
  const { stage, onDay } = input;
  if (!stages.includes(stage)) {
    throw new FieldsRefused({ stage: ["The case has not come to this stage"] });
  }
  const isTold = input.isTold === "yes";
  const { toldWhom, toldBy, method, exemption, reasons } = input;
  await tx.telling.createMany({
    data: {
      ...{ caseId, areaId, number: version + 1, stage, isTold, onDay: toDateColumn(onDay) },
      ...(isTold ? { toldWhom, toldBy, method } : { exemption, reasons }),
      ...{ recordedByHatId: actor.hatId, recordedAt: now },
    },
  });
  await record(ctx, {
    type: "telling.recorded",
    dataKeyId,
    facts: { reference, stage, isTold, exemption: isTold ? null : exemption },
  });
  return { reference };
}

type Untold = {
  caseId: string;
  reference: string;
  dataKeyId: string;
  closedOn: Date;
  stages: string[];
  toldHats: string[];
};

/**
 * TR-03, for the timer: somebody whose case closed 90 days ago and who has not been told. Run as the
 * system of an area, as often as one likes.
 */
export async function raiseUntold(ctx: Context) {
  const { tx, now, actor } = ctx;
  const today = dayOf(now);
  const untold = await tx.$queryRaw<Untold[]>`
    select case_id as "caseId", reference, data_key_id as "dataKeyId", closed_on as "closedOn", stages, told_hats as "toldHats"
      from untold_after_closure(${today}::date)`;
  for (const { dataKeyId, toldHats, ...found } of untold) {
    const id = crypto.randomUUID();
    await tx.untoldTask.createMany({
      data: { id, ...found, areaId: actor.areaId, raisedOn: toDateColumn(today) },
    });
    const { reference } = found;
    const path = `/governance/told/${id}`;
    await notify(ctx, toldHats, { kind: "not_told", reference, path });
    await record(ctx, {
      type: "untold.raised",
      dataKeyId,
      facts: { reference, stages: found.stages },
    });
  }
  return { raised: untold.length };
}

/** What information governance decides, with reasons and an end. The coordinator is asked, where that is the answer. */
export async function settleUntold(ctx: Context, { taskId, version, ...input }: SettleUntold) {
  const { actor, tx, now } = ctx;
  const task = await getUntold(ctx, taskId);
  const { outcome, reasons, lookAgainOn } = input;
  assertLooksAgainInTime(lookAgainOn, dayOf(now));
  const { count } = await tx.untoldTask.updateMany({
    where: { id: taskId, version, settledAt: null },
    data: {
      ...{ outcome, reasons, lookAgainOn: toDateColumn(lookAgainOn) },
      ...{ settledAt: now, settledByHatId: actor.hatId, version: version + 1 },
    },
  });
  if (count === 0) throw new RuleBroken("Somebody has settled this already. Reload it to see.");
  const { reference } = task;
  if (outcome === "ask_coordinator") {
    const hats = await tx.$queryRaw<{ hatId: string }[]>`
      select hat_id as "hatId" from hats_to_ask(${taskId}::uuid)`;
    const path = `/cases/${reference}/told`;
    const ids = hats.map(({ hatId }) => hatId);
    await notify(ctx, ids, { kind: "told_asked", reference, path });
  }
  await record(ctx, { type: "untold.settled", facts: { reference, outcome, on: lookAgainOn } });
  return { reference };
}
