import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Standing, standingLabels } from "@/lib/champions/labels";
import type { trainingOf } from "@/lib/champions/rules";
import type { Day } from "@/lib/dates";

const meanings = {
  in_date: "done",
  expiring: "soon",
  expired: "overdue",
  ended: "closed",
} as const;

export const StandingTag = ({ standing }: { standing: Standing }) => (
  <StatusTag meaning={meanings[standing]}>{standingLabels[standing]}</StatusTag>
);

type Trained = {
  course: string | null;
  trainedUntilDay: Day | null;
  training: ReturnType<typeof trainingOf>;
};

/** What somebody has told of their training, in words. */
export function trainingWords({ course, trainedUntilDay, training }: Trained) {
  if (training === "not_told" || !course) return "Not told";
  if (!trainedUntilDay) return `${course}, with no end told`;
  return (
    <>
      {course}, {training === "run_out" ? "ran out on " : "until "}
      <Time day={trainedUntilDay} short />
    </>
  );
}
