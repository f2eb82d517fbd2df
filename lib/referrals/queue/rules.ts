import { mostCounted, pageSize } from "@/lib/cases/list/rules";
import { type Priority, priorityLabels } from "@/lib/referrals/labels";
import { type Late, lateLabels, type QueueStatus, queueLabels } from "./labels";

/** How a queue is asked for. It stands in the address, so it holds no name. */
export type QueueFilters = { status: QueueStatus; priority?: Priority; late?: Late; page: number };

const isIn = <Code extends string>(table: Record<Code, string>, code: unknown): code is Code =>
  typeof code === "string" && Object.hasOwn(table, code);

/** An address is typed by anybody: what it does not say plainly, it does not say. */
export function queueFiltersFrom(
  query: Record<string, string | string[] | undefined>,
  statuses: Partial<Record<QueueStatus, string>> = queueLabels,
): QueueFilters {
  const page = Number(query.page);
  return {
    status: isIn(queueLabels, query.status) && query.status in statuses ? query.status : "waiting",
    ...(isIn(priorityLabels, query.priority) && { priority: query.priority }),
    ...(isIn(lateLabels, query.late) && { late: query.late }),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, mostCounted / pageSize) : 1,
  };
}
