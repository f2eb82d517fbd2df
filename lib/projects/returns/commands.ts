import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken, RuleBroken } from "@/lib/errors";
import { type ParticipantOutcome, participantOutcomes } from "@/lib/projects/labels";
import { getReturn } from "@/lib/projects/returns/queries";
import { shownOf } from "@/lib/projects/rules";
import type { RecordReturn } from "@/lib/projects/schema";

const outcomes = Object.keys(participantOutcomes) as ParticipantOutcome[];

/** A period's return, once. What those who oversee may know of the counts is worked out here, and kept apart (IS-21). */
export async function recordReturn(ctx: Context, input: RecordReturn) {
  const { actor, tx, now } = ctx;
  const { returnId, progress } = input;
  const { project, areaId, isRecorded, periodEnd } = await getReturn(ctx, returnId);
  if (isRecorded) throw new RuleBroken("This return has been recorded, so it stays as it was");
  const today = dayOf(now);
  if (periodEnd >= today) throw new RuleBroken("This period is not over yet");
  const counts = Object.fromEntries(outcomes.map((one) => [one, input[one]])) as Record<
    ParticipantOutcome,
    number
  >;
  await tx.projectCount.createMany({
    data: outcomes.map((outcome) => ({
      ...{ returnId, projectId: project.id, areaId, outcome, people: counts[outcome] },
    })),
  });
  const { count } = await tx.projectReturn.updateMany({
    where: { id: returnId, recordedOn: null },
    data: {
      ...{ recordedOn: toDateColumn(today), progress, recordedByHatId: actor.hatId },
      shown: shownOf(counts),
    },
  });
  if (count === 0) throw new Overtaken("Somebody else", "since you opened this page");
  await record(ctx, { type: "project.reported", facts: { projectId: project.id, returnId } });
  return { projectId: project.id };
}
