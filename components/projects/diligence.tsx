import { Due } from "@/components/plans/due";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type CheckKind, type CheckResult, checkKinds, checkResults } from "@/lib/projects/labels";

/** Whether every check is there, passed, and has not run out. */
export const DiligenceTag = ({ missing }: { missing: readonly CheckKind[] }) =>
  missing.length === 0 ? (
    <StatusTag meaning="done">Current</StatusTag>
  ) : (
    <StatusTag meaning="overdue">Not current</StatusTag>
  );

export const missingWords = (missing: readonly CheckKind[]): string =>
  missing.length === 0
    ? ""
    : `Still needed: ${missing.map((kind) => checkKinds[kind].toLowerCase()).join("; ")}.`;

type Check = {
  id: string;
  kind: CheckKind;
  result: CheckResult;
  checkedBy: string;
  checkedDay: Day;
  expiresDay: Day;
  note: string;
};

/** Every check of a provider, newest first. The newest of each kind counts. */
export function CheckTable({ checks, today }: { checks: readonly Check[]; today: Day }) {
  const isNewest = (check: Check) => checks.find(({ kind }) => kind === check.kind) === check;
  const rows = checks.map((check) => ({
    key: check.id,
    cells: [
      checkKinds[check.kind],
      checkResults[check.result],
      <>
        <Time day={check.checkedDay} short />
        <br />
        <span className="text-secondary">{check.checkedBy}</span>
      </>,
      <Due
        key="due"
        day={check.expiresDay}
        today={today}
        isOverdue={isNewest(check) && check.result !== "failed" && check.expiresDay < today}
      />,
      check.note,
    ],
  }));
  return (
    <Table
      caption="Checks"
      columns={[
        { text: "Checked" },
        { text: "Result" },
        { text: "When, and by whom" },
        { text: "Runs out" },
        { text: "What was looked at" },
      ]}
      rows={rows}
      empty="No check has been recorded yet."
      keepsCaption
    />
  );
}
