import type { ComponentProps } from "react";

import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import {
  type Benchmark,
  benchmarkLabels,
  type DutyTheme,
  dutyThemeLabels,
  type EvidenceBasis,
  evidenceBasisLabels,
  type Objective,
  objectiveLabels,
  type Priority,
  priorityLabels,
  type Rag,
  strandLabels,
  strandOf,
  type Workstream,
  workstreamLabels,
} from "@/lib/plans/labels";
import { Due } from "./due";
import { RagTag } from "./rag-tag";
import { WaitsList } from "./waits-list";

type Action = {
  rag: Rag;
  isStale: boolean;
  percent: number;
  ragReason: string | null;
  recoveryPlan: string | null;
  evidence: string | null;
  lastUpdate: Day;
  startDay: Day;
  dueDay: Day;
  firstDueDay: Day;
  isOverdue: boolean;
  today: Day;
  theme: string;
  objective: Objective;
  workstream: Workstream;
  priority: Priority;
  proportionality: string;
  cohesionImpact: string | null;
  evidenceBasis: EvidenceBasis | null;
  benchmarks: Benchmark[];
  forAreas: string[];
  plan: { areas: { id: string; name: string }[] };
  dutyTheme: DutyTheme | null;
  waitsFor: ComponentProps<typeof WaitsList>["actions"];
  neededBy: ComponentProps<typeof WaitsList>["actions"];
  owner: { name: string };
  ownerRole: string;
  contributors: { id: string; name: string }[];
};

const placesOf = ({ forAreas, plan }: Action) =>
  plan.areas
    .filter(({ id }) => forAreas.length === 0 || forAreas.includes(id))
    .map(({ name }) => name)
    .join(", ");

/** An action as it stands. */
export function PlanActionSummary({ action }: { action: Action }) {
  const { ragReason, recoveryPlan, evidence, contributors, dueDay, firstDueDay } = action;
  const strand = strandOf[action.workstream];
  const said = [
    { key: "Reason", text: ragReason },
    { key: "How it gets back on track", text: recoveryPlan },
    { key: "Evidence", text: evidence },
  ].filter(({ text }) => text);
  return (
    <SummaryList
      rows={[
        {
          key: "How it stands",
          value: <RagTag rag={action.rag} isStale={action.isStale} isExplained />,
        },
        { key: "Done", value: `${action.percent}%` },
        ...said.map(({ key, text }) => ({ key, value: <Paragraphs text={text} /> })),
        { key: "Last update", value: <Time day={action.lastUpdate} today={action.today} /> },
        { key: "Starts", value: <Time day={action.startDay} /> },
        {
          key: "Due",
          value: (
            <>
              <Due day={dueDay} today={action.today} isOverdue={action.isOverdue} isShort={false} />
              {firstDueDay !== dueDay && (
                <p className="govuk-body-s">
                  First due <Time day={firstDueDay} />
                </p>
              )}
            </>
          ),
        },
        { key: "Led by", value: `${action.owner.name}, ${action.ownerRole}` },
        {
          key: "Contributors",
          value: contributors.map(({ name }) => name).join(", ") || "None",
        },
        ...(action.plan.areas.length > 1 ? [{ key: "For", value: placesOf(action) }] : []),
        {
          key: "Waits for",
          value: <WaitsList actions={action.waitsFor} empty="Nothing" />,
        },
        ...(action.neededBy.length > 0
          ? [{ key: "Waited for by", value: <WaitsList actions={action.neededBy} empty="" /> }]
          : []),
        { key: "Theme", value: action.theme },
        { key: "National objective", value: objectiveLabels[action.objective] },
        {
          key: "Part of the duty",
          value: action.dutyTheme && dutyThemeLabels[action.dutyTheme],
        },
        {
          key: "Parts of the toolkit",
          value: action.benchmarks.map((code) => benchmarkLabels[code]).join(", ") || "None",
        },
        {
          key: "Strand and workstream",
          value: [
            ...new Set([
              strand ? strandLabels[strand] : "In no strand, but linked to Prevent",
              workstreamLabels[action.workstream],
            ]),
          ].join(", "),
        },
        { key: "Priority", value: priorityLabels[action.priority] },
        {
          key: "Local evidence",
          value: action.evidenceBasis && evidenceBasisLabels[action.evidenceBasis],
        },
        {
          key: "Why this is proportionate",
          value: <Paragraphs text={action.proportionality} />,
        },
        {
          key: "Effect on cohesion",
          value: action.cohesionImpact && <Paragraphs text={action.cohesionImpact} />,
        },
      ]}
    />
  );
}
