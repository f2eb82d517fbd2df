import { toCsv } from "@/lib/csv";
import { exportProblems } from "@/lib/plans/imports/queries";
import { problemLevels } from "@/lib/plans/rows/labels";
import { deliver } from "@/lib/request/deliver";

type Props = { params: Promise<{ id: string }> };

/** All that is the matter with a file, to put right in the file itself. */
export async function GET(_request: Request, { params }: Props) {
  const { id } = await params;
  return deliver(
    (ctx) => exportProblems(ctx, id),
    (problems) =>
      new Response(
        toCsv(
          ["Cell", "Kind", "What is the matter"],
          problems.map(({ cell, level, text }) => [cell, problemLevels[level], text]),
        ),
        {
          headers: {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'attachment; filename="problems.csv"',
          },
        },
      ),
  );
}
