import "server-only";

import { type Day, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Benchmark } from "@/lib/plans/labels";
import type { Better, MeasureType, MilestoneState } from "@/lib/plans/parts/labels";
import { isLate, latestFor, latestOfEach, slipOf, standingOf } from "@/lib/plans/parts/rules";

// What an action is made of, as it is read with its action.

export const milestoneSelect = {
  id: true,
  actionId: true,
  title: true,
  dueOn: true,
  firstDueOn: true,
  state: true,
  metOn: true,
  reason: true,
  version: true,
  editedAt: true,
  editedByHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.PlanMilestoneSelect;

type FoundMilestone = Prisma.PlanMilestoneGetPayload<{ select: typeof milestoneSelect }>;

export function toMilestone(
  { dueOn, firstDueOn, metOn, editedByHat, ...found }: FoundMilestone,
  today: Day,
) {
  const days = { dueDay: fromDateColumn(dueOn), firstDueDay: fromDateColumn(firstDueOn) };
  const standing = { ...days, state: found.state as MilestoneState };
  return {
    ...found,
    ...standing,
    metDay: metOn && fromDateColumn(metOn),
    isLate: isLate(standing, today),
    slip: slipOf(standing),
    edited: { by: editedByHat.user.name, at: found.editedAt },
  };
}

export const measureSelect = {
  id: true,
  actionId: true,
  name: true,
  type: true,
  unit: true,
  better: true,
  baseline: true,
  target: true,
  source: true,
  version: true,
  editedAt: true,
  editedByHat: { select: { user: { select: { name: true } } } },
  actuals: {
    select: {
      id: true,
      quarterOn: true,
      forArea: true,
      number: true,
      actual: true,
      note: true,
      recordedAt: true,
      recordedByHat: {
        select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
      },
    },
    orderBy: [{ quarterOn: "desc" }, { number: "desc" }],
    take: 200,
  },
} satisfies Prisma.PlanMeasureSelect;

type FoundMeasure = Prisma.PlanMeasureGetPayload<{ select: typeof measureSelect }>;

export function toMeasure({ actuals, editedByHat, ...found }: FoundMeasure) {
  const entries = actuals.map(({ quarterOn, recordedByHat, ...entry }) => ({
    ...entry,
    quarterDay: fromDateColumn(quarterOn),
    by: `${recordedByHat.user.name}, ${recordedByHat.organisation.name}`,
  }));
  const measure = { ...found, type: found.type as MeasureType, better: found.better as Better };
  const latest = latestFor(entries);
  return {
    ...measure,
    entries,
    /** What counts, newest quarter first. */
    actuals: latestOfEach(entries),
    latest,
    standing: standingOf(measure, latest?.actual),
    edited: { by: editedByHat.user.name, at: found.editedAt },
  };
}

export const evidenceSelect = {
  id: true,
  actionId: true,
  title: true,
  place: true,
  datedOn: true,
  benchmark: true,
  version: true,
  editedAt: true,
  editedByHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.PlanEvidenceSelect;

type FoundEvidence = Prisma.PlanEvidenceGetPayload<{ select: typeof evidenceSelect }>;

export const toEvidence = ({ datedOn, editedByHat, benchmark, ...found }: FoundEvidence) => ({
  ...found,
  benchmark: benchmark as Benchmark | null,
  datedDay: fromDateColumn(datedOn),
  edited: { by: editedByHat.user.name, at: found.editedAt },
});
