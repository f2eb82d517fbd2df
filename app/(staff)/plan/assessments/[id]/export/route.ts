import { exportColumns, exportRows } from "@/lib/benchmarks/export/rules";
import { exportAssessment } from "@/lib/benchmarks/queries";
import { toCsv } from "@/lib/csv";
import { deliver } from "@/lib/request/deliver";

type Props = { params: Promise<{ id: string }> };

/** The return as a file: what was uploaded in 2009, and what is asked for now (4.5). */
export async function GET(_: Request, { params }: Props) {
  const { id } = await params;
  return deliver(
    (ctx) => exportAssessment(ctx, id),
    ({ assessment, facts }) =>
      new Response(toCsv(exportColumns, exportRows(assessment, facts)), {
        headers: {
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": `attachment; filename="self-assessment-${assessment.code}-${assessment.startDay.slice(0, 4)}.csv"`,
        },
      }),
  );
}
