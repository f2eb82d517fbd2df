import "server-only";

import { record } from "@/lib/audit/record";
import { endedBecause, moveCase } from "@/lib/cases/commands";
import { lookedAgain } from "@/lib/cases/pattern/queries";
import { type CaseRecord, getCaseById } from "@/lib/cases/queries";
import { cancelClocks, startClock, stopClock } from "@/lib/clocks/commands";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { hatsInRole, notify } from "@/lib/notices/commands";
import { ageOf } from "@/lib/people/rules";
import { signpost } from "@/lib/signposts/commands";
import { section36Facts } from "./queries";
import type { DecideSection36, SendForDecision } from "./schema";

/** The information is in and the assessment is complete: whose decision it is, is told (T07). */
export async function sendForDecision(ctx: Context, { caseId }: SendForDecision) {
  const caseRecord = await getCaseById(ctx, caseId, "assessment:write");
  const { reference, areaId, dataKeyId } = await moveCase(
    ctx,
    caseRecord,
    "T07",
    await section36Facts(ctx, caseId),
  );
  await notify(ctx, await hatsInRole(ctx, areaId, "gateway_officer"), {
    kind: "section_36_waiting",
    reference,
    path: `/cases/${reference}/section-36`,
  });

  await record(ctx, { type: "case.moved", dataKeyId, facts: { transition: "T07" } });
  return { reference };
}

/** Whether there are reasonable grounds to refer the person to the panel (T08, T09). Written once. */
export async function decideSection36(ctx: Context, input: DecideSection36) {
  const seen = await getCaseById(ctx, input.caseId, "section36:decide");
  const isYes = input.decision === "yes";
  const [reasons, otherReasons] = isYes
    ? [input.reasonsFor, input.reasonsAgainst]
    : [input.reasonsAgainst, input.reasonsFor];
  const look = isYes ? {} : await lookedAgain(ctx, seen.referralId, input); // T29
  if (isYes) await referToPanel(ctx, seen, reasons);
  else await closeCase(ctx, seen, reasons, input);
  await ctx.tx.section36Decision.createMany({
    data: {
      caseId: seen.id,
      areaId: seen.areaId,
      decision: input.decision,
      statement: isYes,
      reasons,
      otherReasons,
      signpost: isYes ? null : input.signpost,
      ...look,
      decidedByHatId: ctx.actor.hatId,
      decidedAt: ctx.now,
    },
  });
  await tellWorkers(ctx, seen);

  const { reference, dataKeyId } = seen;
  await record(ctx, {
    type: "section36.decided",
    dataKeyId,
    facts: {
      decision: input.decision,
      closureCode: isYes ? null : input.closureCode,
      ...(!isYes && { signpost: input.signpost }),
    },
  });
  return { reference };
}

/** The clock of gathering stops, and that of the panel starts (TL-03, TL-04). */
async function referToPanel(ctx: Context, seen: CaseRecord, reasons: string): Promise<void> {
  const facts = await section36Facts(ctx, seen.id);
  const subject = { areaId: seen.areaId, caseId: seen.id };
  await stopClock(ctx, "s36_decision", subject);
  await startClock(ctx, "panel_discussion", subject);
  await moveCase(ctx, seen, "T09", { ...facts, hasReasonableGrounds: true, reasons });
}

type No = Extract<DecideSection36, { decision: "no" }>;

/** Closed, with how long it is kept set from the reason and the age (T08, T25). */
async function closeCase(
  ctx: Context,
  seen: CaseRecord,
  reasons: string,
  input: No,
): Promise<void> {
  const { closureCode } = input;
  const age = ageOf(seen.person, dayOf(ctx.now));
  const ended = endedBecause(ctx, closureCode, age === null || age < 18);
  await moveCase(ctx, seen, "T08", { closureCode, signpost: input.signpost, reasons }, ended);
  const subject = { areaId: seen.areaId, caseId: seen.id };
  await stopClock(ctx, "s36_decision", subject);
  await cancelClocks(ctx, subject);
  await signpost(ctx, subject, "section_36", input);
}

async function tellWorkers(ctx: Context, { id: caseId, reference }: CaseRecord): Promise<void> {
  const workers = await ctx.tx.caseWorker.findMany({
    where: { caseId, endedAt: null, capacity: { in: ["coordinator", "chair"] } },
    select: { hatId: true },
  });
  await notify(
    ctx,
    workers.map(({ hatId }) => hatId),
    { kind: "section_36_decided", reference, path: `/cases/${reference}/section-36` },
  );
}
