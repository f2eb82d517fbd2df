import { formatDay } from "@/lib/dates";
import { quarterWords } from "@/lib/plans/parts/rules";
import type { SnapshotKind } from "@/lib/plans/snapshots/labels";

type Snapshot = { kind: SnapshotKind; quarterDay: string; takenDay: string };

/** What people call it: by its quarter, or by the day it was approved. */
export const snapshotName = ({ kind, quarterDay, takenDay }: Snapshot): string =>
  kind === "quarter" ? quarterWords(quarterDay) : `As approved on ${formatDay(takenDay)}`;
