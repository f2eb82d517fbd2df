import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type Strand, strandLabels, type Workstream, workstreamLabels } from "@/lib/plans/labels";
import {
  type Finding,
  findingLabels,
  type Ideology,
  ideologyLabels,
  type RiskStatus,
  riskStatusLabels,
  type SourceType,
  sourceTypeLabels,
} from "@/lib/risks/labels";
import { type Scores, scoreAt } from "@/lib/risks/rules";
import { BandTag } from "./band-tag";

type Risk = {
  finding: Finding;
  description: string;
  ideology: Ideology;
  strand: Strand;
  workstream: Workstream;
  sourceType: SourceType;
  evidence: string;
  mentionsCommunity: boolean;
  communityEvidence: string | null;
  proportionality: string;
  controls: string | null;
  scores: Scores | null;
  scoredBecause: string | null;
  owner: { name: string };
  ownerRole: string;
  covers: string | null;
  reviewDay: string;
  status: RiskStatus;
  agreedBy: string | null;
  agreedDay: string | null;
  closedBecause: string | null;
  closedDay: string | null;
};

/** An entry of the register, with what it rests on. */
export function RiskSummary({ risk, today }: { risk: Risk; today: string }) {
  const { scores, agreedBy, agreedDay, closedDay } = risk;
  const isRisk = risk.finding === "risk";
  return (
    <SummaryList
      rows={[
        { key: "Answer", value: findingLabels[risk.finding] },
        {
          key: isRisk ? "What could happen" : "Statement",
          value: <Paragraphs text={risk.description} />,
        },
        { key: "About", value: ideologyLabels[risk.ideology] },
        {
          key: "Strand and workstream",
          value: `${strandLabels[risk.strand]}, ${workstreamLabels[risk.workstream]}`,
        },
        ...(scores ? scoreRows(scores, risk.scoredBecause) : []),
        ...(isRisk ? [{ key: "Controls", value: <Paragraphs text={risk.controls} /> }] : []),
        { key: "Kind of source", value: sourceTypeLabels[risk.sourceType] },
        { key: "Evidence", value: <Paragraphs text={risk.evidence} /> },
        {
          key: "Mentions a community",
          value: risk.mentionsCommunity ? <Paragraphs text={risk.communityEvidence} /> : "No",
        },
        { key: "Proportionality", value: <Paragraphs text={risk.proportionality} /> },
        { key: "Owner", value: `${risk.ownerRole}, ${risk.owner.name}` },
        ...(risk.covers ? [{ key: "For", value: risk.covers }] : []),
        ...(risk.status === "closed"
          ? []
          : [{ key: "Next review", value: <Time day={risk.reviewDay} today={today} /> }]),
        {
          key: "Status",
          value: (
            <>
              {riskStatusLabels[risk.status]}
              {risk.status === "agreed" && agreedDay && (
                <>
                  {" "}
                  by {agreedBy} on <Time day={agreedDay} />
                </>
              )}
              {closedDay && (
                <>
                  {" "}
                  on <Time day={closedDay} />: {risk.closedBecause}
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function scoreRows(scores: Scores, because: string | null) {
  const said = (stage: "inherent" | "residual") => {
    const { likelihood, impact, ...at } = scoreAt(scores, stage);
    return (
      <>
        <BandTag {...at} /> likelihood {likelihood}, impact {impact}
      </>
    );
  };
  return [
    { key: "Before controls", value: said("inherent") },
    { key: "After controls", value: said("residual") },
    { key: "Reasons for the scores", value: <Paragraphs text={because} /> },
  ];
}
