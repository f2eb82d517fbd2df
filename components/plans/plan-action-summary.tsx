import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import {
  type Objective,
  objectiveLabels,
  type Priority,
  priorityLabels,
  type Rag,
  type Workstream,
  workstreamLabels,
} from "@/lib/plans/labels";
import { Due } from "./due";
import { RagTag } from "./rag-tag";

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
  owner: { name: string };
  ownerRole: string;
  contributors: { id: string; name: string }[];
};

/** An action as it stands. */
export function PlanActionSummary({ action }: { action: Action }) {
  const { ragReason, recoveryPlan, evidence, contributors, dueDay, firstDueDay } = action;
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
              <Due day={dueDay} today={action.today} isOverdue={action.isOverdue} />
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
        { key: "Theme", value: action.theme },
        { key: "National objective", value: objectiveLabels[action.objective] },
        { key: "Workstream", value: workstreamLabels[action.workstream] },
        { key: "Priority", value: priorityLabels[action.priority] },
        {
          key: "Why this is proportionate",
          value: <Paragraphs text={action.proportionality} />,
        },
      ]}
    />
  );
}
