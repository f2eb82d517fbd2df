import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";

export type PlanVersion = {
  id: string;
  number: number;
  consentAsked: string;
  nature: string;
  provider: string;
  delivery: string;
  objective: string;
  exitCriteria: string;
  safeguardingContact: string;
  writtenAt: Date;
  writtenByHat: { user: { name: string } };
};

/** One version of the plan, as section 36(5) has it and what we ask besides. */
export function PlanCard({ plan, level }: { plan: PlanVersion; level?: 2 | 3 }) {
  return (
    <SummaryCard
      title={`Support plan, version ${plan.number}`}
      headingLevel={level}
      rows={[
        { key: "What it is for", value: <Paragraphs text={plan.objective} /> },
        { key: "The support", value: <Paragraphs text={plan.nature} /> },
        { key: "Who gives it", value: plan.provider },
        { key: "How and when it is given", value: <Paragraphs text={plan.delivery} /> },
        { key: "How consent is asked for", value: <Paragraphs text={plan.consentAsked} /> },
        { key: "When support can end", value: <Paragraphs text={plan.exitCriteria} /> },
        { key: "Who to tell of a safeguarding worry", value: plan.safeguardingContact },
        {
          key: "Written",
          value: (
            <>
              {plan.writtenByHat.user.name}, <Time at={plan.writtenAt} />
            </>
          ),
        },
      ]}
    />
  );
}
