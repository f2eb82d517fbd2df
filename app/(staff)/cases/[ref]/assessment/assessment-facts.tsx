import { Link } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { type Meaning, StatusTag } from "@/components/ui/tag";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  type AssessmentStatus,
  assessmentPurposes,
  assessmentStatuses,
} from "@/lib/assessments/labels";
import type { Assessment, viewAssessment } from "@/lib/assessments/queries";

type Seen = Awaited<ReturnType<typeof viewAssessment>>;

const meanings: Record<AssessmentStatus, Meaning> = {
  draft: "waiting",
  complete: "waiting",
  countersigned: "done",
};

/** Whose assessment this is, made with what, and how far it is. */
export function AssessmentFacts({ assessment }: { assessment: Assessment }) {
  const { authorHat, countersignedByHat, countersignedAt, framework } = assessment;
  return (
    <SummaryList
      rows={[
        {
          key: "Version",
          value: (
            <>
              {assessment.number}, {assessmentPurposes[assessment.purpose].toLowerCase()}{" "}
              <StatusTag meaning={meanings[assessment.status]}>
                {assessmentStatuses[assessment.status]}
              </StatusTag>
            </>
          ),
        },
        { key: "Framework", value: `${framework.name}, version ${assessment.frameworkVersion}` },
        { key: "Written by", value: `${authorHat.user.name}, ${authorHat.organisation.name}` },
        { key: "Started", value: <Time at={assessment.startedAt} /> },
        ...(assessment.completedAt
          ? [{ key: "Completed", value: <Time at={assessment.completedAt} /> }]
          : []),
        ...(countersignedByHat && countersignedAt
          ? [
              {
                key: "Read and countersigned by",
                value: (
                  <>
                    {countersignedByHat.user.name}, {countersignedByHat.organisation.name},{" "}
                    <Time at={countersignedAt} />
                    {assessment.countersignComment && (
                      <Paragraphs text={assessment.countersignComment} />
                    )}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** How far the questions have been looked at: it says nothing of how the person is (AF-03). */
export function Coverage({ coverage }: { coverage: Seen["coverage"] }) {
  if (!coverage || coverage.asked === 0) return null;
  const { asked, answered, unknown, notLookedAt } = coverage;
  return (
    <InsetText>
      {`${answered} of ${asked} questions answered. Not known: ${unknown}. Not looked at yet: ${notLookedAt}.`}
    </InsetText>
  );
}

type VersionsProps = { versions: Seen["versions"]; shown: number; here: string };

export function Versions({ versions, shown, here }: VersionsProps) {
  if (versions.length < 2) return null;
  return (
    <Table
      caption="All versions"
      columns={[{ text: "Version" }, { text: "Why" }, { text: "Started" }, { text: "Progress" }]}
      rows={versions.map(({ id, number, purpose, status, startedOn }) => ({
        key: id,
        cells: [
          number === shown ? (
            `Version ${number}, shown here`
          ) : (
            <Link key="version" href={`${here}?version=${number}`}>{`Version ${number}`}</Link>
          ),
          assessmentPurposes[purpose],
          <Time key="started" day={startedOn} short />,
          assessmentStatuses[status],
        ],
      }))}
    />
  );
}
