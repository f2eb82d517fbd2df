import { formatDayShort } from "@/lib/dates";
import type { ExportedAction } from "@/lib/plans/exports/queries";
import {
  benchmarkLabels,
  evidenceBasisLabels,
  objectiveLabels,
  priorityLabels,
  ragLabels,
  workstreamLabels,
} from "@/lib/plans/labels";
import { type Field, fieldLabels } from "@/lib/plans/sheet/labels";
import type { Written } from "@/lib/spreadsheets/write";

type Column = { text: string; width: number; of: (action: ExportedAction) => Written };

const column = (field: Field, width: number, of: Column["of"]): Column => ({
  text: fieldLabels[field],
  width,
  of,
});

/** Each thing that an action says, under the heading by which an import knows it again. */
export const exportColumns: readonly Column[] = [
  column("reference", 11, ({ reference }) => reference),
  column("text", 50, ({ text }) => text),
  column("theme", 22, ({ theme }) => theme),
  column("objective", 28, ({ objective }) => objectiveLabels[objective]),
  column("workstream", 16, ({ workstream }) => workstreamLabels[workstream]),
  column("owner", 26, ({ owner }) => owner.name),
  column("ownerRole", 24, ({ ownerRole }) => ownerRole),
  column("contributors", 30, ({ contributors }) => contributors.join("; ")),
  column("startDay", 13, ({ startDay }) => ({ day: startDay })),
  column("dueDay", 13, ({ dueDay }) => ({ day: dueDay })),
  column("priority", 10, ({ priority }) => priorityLabels[priority]),
  column("rag", 22, ({ rag }) => ragLabels[rag]),
  column("percent", 12, ({ percent }) => ({ percent })),
  column("reason", 40, ({ ragReason }) => ragReason ?? ""),
  column("recoveryPlan", 40, ({ recoveryPlan }) => recoveryPlan ?? ""),
  column("evidence", 40, ({ evidence }) => evidence ?? ""),
  column("evidenceBasis", 26, ({ evidenceBasis }) =>
    evidenceBasis ? evidenceBasisLabels[evidenceBasis] : "",
  ),
  column("proportionality", 40, ({ proportionality }) => proportionality),
  column("cohesionImpact", 40, ({ cohesionImpact }) => cohesionImpact ?? ""),
  column("benchmarks", 30, ({ benchmarks }) =>
    benchmarks.map((code) => benchmarkLabels[code]).join("; "),
  ),
  column("forAreas", 20, ({ areas }) => areas.join("; ")),
  { text: "Last update", width: 13, of: ({ lastUpdate }) => ({ day: lastUpdate }) },
  {
    text: "No update for 45 days",
    width: 12,
    of: ({ isStale }) => (isStale ? "Yes" : "No"),
  },
];

/** The same as words, for a file that has nothing else. */
export function inWords(said: Written): string {
  if (typeof said !== "object") return `${said}`;
  return "day" in said ? formatDayShort(said.day) : `${said.percent}%`;
}
