import { toCsv } from "@/lib/csv";
import { exportPlan } from "@/lib/plans/exports/queries";
import { readPlanAddress } from "@/lib/plans/schema";
import { deliver } from "@/lib/request/deliver";
import { toXlsx } from "@/lib/spreadsheets/write";
import { exportColumns, inWords } from "./columns";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The actions of the plan that the address asks for, as a file that an import takes again. */
export function GET(request: Request) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const format = asked.format === "csv" ? "csv" : "xlsx";
  return deliver(
    (ctx) => exportPlan(ctx, { ...readPlanAddress(asked), format }),
    ({ actions }) => {
      const rows = actions.map((action) => exportColumns.map(({ of }) => of(action)));
      const body =
        format === "csv"
          ? toCsv(
              exportColumns.map(({ text }) => text),
              rows.map((cells) => cells.map(inWords)),
            )
          : Uint8Array.from(toXlsx("Plan", exportColumns, rows));
      return new Response(body, {
        headers: {
          "Content-Type": types[format],
          "Content-Disposition": `attachment; filename="plan.${format}"`,
        },
      });
    },
  );
}
