import { exportPlan } from "@/lib/plans/exports/queries";
import { readPlanAddress } from "@/lib/plans/schema";
import { deliver } from "@/lib/request/deliver";
import { planFile } from "./file";

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
    ({ actions }) =>
      new Response(planFile(actions, format), {
        headers: {
          "Content-Type": types[format],
          "Content-Disposition": `attachment; filename="plan.${format}"`,
        },
      }),
  );
}
