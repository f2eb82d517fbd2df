import { toCsv } from "@/lib/csv";
import { formatDayShort } from "@/lib/dates";
import { deliver } from "@/lib/request/deliver";
import { kindLabels, statusLabels } from "@/lib/tracker/labels";
import { exportActions } from "@/lib/tracker/queries";
import { readTrackerAddress } from "@/lib/tracker/schema";

const columns = [
  "Action",
  "For",
  "Belongs to",
  "Organisation",
  "Who",
  "Due",
  "First due",
  "Overdue",
  "Progress",
];

/** The rows of the tracker that the address asks for, as a file. */
export function GET(request: Request) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const address = readTrackerAddress(asked);
  return deliver(
    (ctx) => exportActions(ctx, address),
    (actions) =>
      new Response(
        toCsv(
          columns,
          actions.map((action) => [
            action.title,
            kindLabels[action.kind],
            action.parent,
            action.organisation,
            action.owner,
            formatDayShort(action.dueDay),
            formatDayShort(action.firstDueDay),
            action.isOverdue ? "Yes" : "No",
            statusLabels[action.status],
          ]),
        ),
        {
          headers: {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'attachment; filename="actions.csv"',
          },
        },
      ),
  );
}
