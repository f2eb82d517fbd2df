import { Due } from "@/components/plans/due";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import type { Day } from "@/lib/dates";
import {
  type Finding,
  findingLabels,
  type Ideology,
  ideologyLabels,
  type RiskStatus,
  riskStatusLabels,
} from "@/lib/risks/labels";
import { type Scores, scoreAt } from "@/lib/risks/rules";
import { BandTag } from "./band-tag";

type Risk = {
  id: string;
  reference: string;
  title: string;
  finding: Finding;
  ideology: Ideology;
  status: RiskStatus;
  scores: Scores | null;
  owner: { name: string };
  ownerRole: string;
  reviewDay: Day;
};

type Props = { caption: string; risks: readonly Risk[]; today: Day; empty: string };

const meanings = { proposed: "waiting", agreed: "done", closed: "closed" } as const;

/** The register as a list: everything that the heat map shows, and what has no place on it. */
export function RiskTable({ caption, risks, today, empty }: Props) {
  const columns = [
    { text: "Entry" },
    { text: "About" },
    { text: "Before controls" },
    { text: "After controls" },
    { text: "Owner" },
    { text: "Review" },
    { text: "Status" },
  ];
  const score = (risk: Risk, stage: "inherent" | "residual") =>
    risk.scores ? <BandTag {...scoreAt(risk.scores, stage)} /> : "Not scored";
  const rows = risks.map((risk) => ({
    key: risk.id,
    cells: [
      <Link key="entry" href={`/plan/risks/${risk.id}`}>
        {risk.reference} {risk.finding === "risk" ? risk.title : findingLabels.no_evidence}
      </Link>,
      ideologyLabels[risk.ideology],
      score(risk, "inherent"),
      score(risk, "residual"),
      <>
        {risk.owner.name}
        <br />
        <span className="text-secondary">{risk.ownerRole}</span>
      </>,
      <Due
        key="due"
        day={risk.reviewDay}
        today={today}
        isOverdue={risk.status !== "closed" && risk.reviewDay < today}
      />,
      <StatusTag key="status" meaning={meanings[risk.status]}>
        {riskStatusLabels[risk.status]}
      </StatusTag>,
    ],
  }));
  return <Table caption={caption} columns={columns} rows={rows} empty={empty} />;
}
