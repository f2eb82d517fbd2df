import { toCsv } from "@/lib/csv";
import { aboutRows, figureRows, tidyColumns } from "@/lib/insight/download/rules";
import { exportInsight } from "@/lib/insight/queries";
import { deliver } from "@/lib/request/deliver";

/** The figures of a period in tidy form, or what they mean. The same that the page shows (REP-15). */
export function GET(request: Request) {
  const asked = new URL(request.url).searchParams;
  const isAbout = asked.get("about") === "yes";
  return deliver(
    (ctx) => exportInsight(ctx, asked.get("period") ?? undefined),
    (insight) =>
      new Response(
        isAbout
          ? toCsv(["About", "Text"], aboutRows(insight))
          : toCsv(tidyColumns, figureRows(insight)),
        {
          headers: {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": `attachment; filename="insight-${insight.period.code}${isAbout ? "-about" : ""}.csv"`,
          },
        },
      ),
  );
}
