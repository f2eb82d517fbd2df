import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { importStatuses } from "@/lib/plans/imports/labels";
import type { ImportRecord } from "@/lib/plans/imports/queries";
import { type SpreadsheetKind, spreadsheetKinds } from "@/lib/spreadsheets/labels";

type Props = { file: Omit<ImportRecord, "plan" | "sealed"> };
type By = { user: { name: string } } | null;

const byAndAt = (by: By, at: Date | null) =>
  by &&
  at && (
    <>
      {by.user.name}, <Time at={at} />
    </>
  );

/** What has become of a file, and who did it. */
export function ImportHistory({ file }: Props) {
  const rows = [
    { key: "Kind", value: spreadsheetKinds[file.kind as SpreadsheetKind] },
    { key: "Rows", value: `${file.rows}` },
    { key: "What became of it", value: importStatuses[file.status] },
    { key: "Uploaded", value: byAndAt(file.uploadedByHat, file.uploadedAt) },
    { key: "Imported", value: byAndAt(file.importedByHat, file.importedAt) },
    { key: "Actions added", value: file.added === null ? null : `${file.added}` },
    { key: "Actions changed", value: file.changed === null ? null : `${file.changed}` },
    { key: "Rows left out", value: file.leftOut === null ? null : `${file.leftOut}` },
    { key: "Undone", value: byAndAt(file.undoneByHat, file.undoneAt) },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value !== null)} />;
}
