import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { type CoveredIdeology, coveredIdeologyLabels, findingLabels } from "@/lib/risks/labels";

type Covered = {
  ideology: CoveredIdeology;
  risks: number;
  hasNoEvidence: boolean;
  isMissing: boolean;
};

/** A register looks at every ideology alike: which have an entry, and which have none (8.4). */
export function CoverageTable({
  coverage,
  mayWrite,
}: {
  coverage: readonly Covered[];
  mayWrite: boolean;
}) {
  const missing = coverage.filter(({ isMissing }) => isMissing);
  const rows = coverage.map(({ ideology, risks, hasNoEvidence, isMissing }) => ({
    key: ideology,
    cells: [
      coveredIdeologyLabels[ideology],
      isMissing ? (
        <Tag key="missing" colour="yellow">
          No entry
        </Tag>
      ) : hasNoEvidence ? (
        findingLabels.no_evidence
      ) : (
        `${risks} ${risks === 1 ? "risk" : "risks"}`
      ),
      ...(mayWrite ? [isMissing ? <Answer key="answer" ideology={ideology} /> : "Answered"] : []),
    ],
  }));
  return (
    <section>
      <h2 className="govuk-heading-m">What the register answers for</h2>
      <p className="govuk-body">
        {missing.length === 0
          ? "Every ideology has an entry."
          : `${missing.length} of ${coverage.length} have no entry yet: ${missing.map(({ ideology }) => coveredIdeologyLabels[ideology]).join("; ")}.`}
      </p>
      <Table
        caption="Entries by ideology"
        captionSize="s"
        columns={[
          { text: "Ideology" },
          { text: "What the register says" },
          ...(mayWrite ? [{ text: "To do" }] : []),
        ]}
        rows={rows}
      />
    </section>
  );
}

function Answer({ ideology }: { ideology: CoveredIdeology }) {
  const of = <span className="govuk-visually-hidden">: {coveredIdeologyLabels[ideology]}</span>;
  return (
    <>
      <Link href={`/plan/risks/new?ideology=${ideology}`}>Add a risk{of}</Link> or{" "}
      <Link href={`/plan/risks/no-evidence?ideology=${ideology}`}>
        say there is no evidence{of}
      </Link>
    </>
  );
}
