import { StatusTag } from "@/components/ui/tag";
import { type BenchmarkStatus, benchmarkStatuses } from "@/lib/benchmarks/labels";
import { type AnswerStanding, standings } from "@/lib/benchmarks/rules";

export const AssessmentTag = ({ status }: { status: BenchmarkStatus }) => (
  <StatusTag meaning={status === "submitted" ? "done" : "waiting"}>
    {benchmarkStatuses[status]}
  </StatusTag>
);

const meanings = {
  waiting: "closed",
  without_evidence: "soon",
  challenged: "soon",
  done: "done",
} as const;

export const StandingTag = ({ standing }: { standing: AnswerStanding }) => (
  <StatusTag meaning={meanings[standing]}>{standings[standing]}</StatusTag>
);
