import { DueDay } from "@/components/cases/due-day";
import { LinkButton } from "@/components/form/button";
import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type ReassessmentOutcome, reassessmentOutcomes } from "@/lib/consent/labels";
import type { Day } from "@/lib/dates";

type Reassessment = {
  id: string;
  number: number;
  reason: string;
  dueOn: Day;
  heldOn: Day | null;
  outcome: ReassessmentOutcome | null;
  finding: string | null;
  decidedByHat: { user: { name: string } };
};

type Props = {
  reassessments: Reassessment[];
  reference: string;
  today: Day;
  mayRecord: boolean;
};

/** The further assessments after a no: each with a reason, an end, and what came of it (C-10). */
export function Reassessments({ reassessments, reference, today, mayRecord }: Props) {
  return reassessments.map((one) => (
    <SummaryCard
      key={one.id}
      title={`Further assessment ${one.number}`}
      rows={[
        { key: "Why", value: <Paragraphs text={one.reason} /> },
        { key: "Decided by", value: one.decidedByHat.user.name },
        {
          key: "By",
          value: one.heldOn ? (
            <Time day={one.dueOn} short />
          ) : (
            <DueDay day={one.dueOn} today={today} />
          ),
        },
        ...(one.outcome && one.heldOn
          ? [
              { key: "Held on", value: <Time day={one.heldOn} /> },
              { key: "Found", value: <Paragraphs text={one.finding} /> },
              { key: "What comes of it", value: reassessmentOutcomes[one.outcome] },
            ]
          : []),
      ]}
    >
      {mayRecord && !one.heldOn && (
        <LinkButton href={`/cases/${reference}/consent/reassess/${one.id}`} variant="secondary">
          Record this assessment
        </LinkButton>
      )}
    </SummaryCard>
  ));
}
