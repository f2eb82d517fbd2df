import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, formatDay, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken, RuleBroken } from "@/lib/errors";
import { type ParticipantOutcome, participantOutcomes } from "@/lib/projects/labels";
import { getReturn, getReturnToCorrect } from "@/lib/projects/returns/queries";
import { assertIsOpen, type Counts, shownOf } from "@/lib/projects/rules";
import type { CorrectReturn, RecordReturn } from "@/lib/projects/schema";

const outcomes = Object.keys(participantOutcomes) as ParticipantOutcome[];

/** A period's return, once. What those who oversee may know of the counts is worked out here, and kept apart (IS-21). */
export async function recordReturn(ctx: Context, input: RecordReturn) {
  const { actor, tx, now } = ctx;
  const { returnId, progress } = input;
  const { project, areaId, isRecorded, periodEnd } = await getReturn(ctx, returnId);
  if (isRecorded) throw new RuleBroken("This return has been recorded, so it stays as it was");
  const today = dayOf(now);
  if (periodEnd >= today) throw new RuleBroken("This period is not over yet");
  const counts = countsIn(input);
  await addCounts(ctx, { returnId, projectId: project.id, areaId, number: 1 }, counts);
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

const countsIn = (input: RecordReturn): Counts => {
  const { completed, continuing, left, helped_on } = input;
  return { completed, continuing, left, helped_on };
};

type Of = { returnId: string; projectId: string; areaId: string; number: number };

const addCounts = ({ tx }: Context, of: Of, counts: Counts) =>
  tx.projectCount.createMany({
    data: outcomes.map((outcome) => ({ ...of, outcome, people: counts[outcome] })),
  });

/** A new version with its reason. What the return said before is kept by the database, and shown with it. */
export async function correctReturn(ctx: Context, input: CorrectReturn) {
  const { actor, tx, now } = ctx;
  const { returnId, version, progress, reasons } = input;
  const seen = await getReturnToCorrect(ctx, returnId);
  const { project, areaId } = seen;
  assertIsOpen(project);
  const counts = countsIn(input);
  const { count } = await tx.projectReturn.updateMany({
    where: { id: returnId, version },
    data: {
      ...{ progress, version: version + 1, correctedBecause: reasons },
      ...{ correctedOn: toDateColumn(dayOf(now)), recordedByHatId: actor.hatId },
      shown: shownOf(counts),
    },
  });
  const writtenDay = seen.correctedDay ?? seen.recordedDay ?? dayOf(now);
  if (count === 0)
    throw new Overtaken(
      seen.recordedBy,
      `on ${formatDay(writtenDay)}`,
      [
        { name: "progress", label: "How it went", theirs: seen.progress },
        ...outcomes.map((name) => ({
          ...{ name, label: participantOutcomes[name], theirs: `${seen.counts[name] ?? 0}` },
        })),
      ],
      seen.version,
    );
  await addCounts(ctx, { returnId, projectId: project.id, areaId, number: version + 1 }, counts);
  const facts = { projectId: project.id, returnId, version: version + 1 };
  await record(ctx, { type: "project.return_corrected", facts });
  return { projectId: project.id };
}
