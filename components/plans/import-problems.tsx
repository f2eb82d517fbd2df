import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { type ProblemLevel, problemLevels } from "@/lib/plans/rows/labels";
import type { Problem } from "@/lib/plans/rows/rules";

const shown = 50;
const captions: Record<ProblemLevel, string> = {
  error: "Mistakes, by cell",
  warning: "To look at, by cell",
};
const explained: Record<ProblemLevel, string> = {
  error: "No row has a mistake.",
  warning: "There is nothing besides to look at.",
};

type Props = { importId: string; problems: readonly Problem[] };

/** Mistakes first: a row with one is not imported. What is only to be looked at stops nothing. */
export function ImportProblems({ importId, problems }: Props) {
  return (Object.keys(problemLevels) as ProblemLevel[]).map((level) => {
    const those = problems.filter((one) => one.level === level);
    return (
      <div key={level}>
        <Table
          caption={`${captions[level]} (${those.length})`}
          columns={[{ text: "Cell" }, { text: "What is the matter" }]}
          keepsCaption
          empty={explained[level]}
          rows={those.slice(0, shown).map(({ cell, text }, index) => ({
            key: `${cell} ${index}`,
            cells: [cell, text],
          }))}
        />
        {those.length > shown && (
          <p className="govuk-body">
            These are the first {shown}.{" "}
            <Link href={`/plan/import/${importId}/problems`}>
              Download all of them as a CSV file
            </Link>
          </p>
        )}
      </div>
    );
  });
}
