import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type Characteristic, characteristicLabels } from "@/lib/plans/equality/labels";

type Assessment = {
  number: number;
  proposal: string;
  affected: Characteristic[];
  whoAffected: string;
  evidence: string;
  effect: string;
  mitigation: string;
  cohesion: string;
  writtenBy: string;
  writtenAt: Date;
  signedBy: string | null;
  signedDay: Day | null;
};

/** One version of the assessment, question by question. */
export const EqualitySummary = ({ assessment }: { assessment: Assessment }) => (
  <SummaryList
    rows={[
      { key: "Version", value: `${assessment.number}` },
      {
        key: "Written by",
        value: (
          <>
            {assessment.writtenBy}, <Time at={assessment.writtenAt} />
          </>
        ),
      },
      {
        key: "Signed off",
        value: assessment.signedDay ? (
          <>
            {assessment.signedBy}, <Time day={assessment.signedDay} />
          </>
        ) : (
          "Not signed off yet"
        ),
      },
      { key: "What is proposed", value: <Paragraphs text={assessment.proposal} /> },
      {
        key: "Characteristics it bears on",
        value:
          assessment.affected.map((code) => characteristicLabels[code]).join(", ") ||
          "None more than another",
      },
      { key: "Who is affected", value: <Paragraphs text={assessment.whoAffected} /> },
      { key: "Evidence", value: <Paragraphs text={assessment.evidence} /> },
      { key: "The effect", value: <Paragraphs text={assessment.effect} /> },
      { key: "What is done about it", value: <Paragraphs text={assessment.mitigation} /> },
      {
        key: "Relations between communities",
        value: <Paragraphs text={assessment.cohesion} />,
      },
    ]}
  />
);
