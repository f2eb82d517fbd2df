import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { type PlanContent, planContents } from "@/lib/support/rules";
import type { PlanVersion } from "./plan-card";

type Props = { plan: PlanVersion; previous: PlanVersion | null; changed: PlanContent[] };

const title = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** One version of the plan beside the one before it (T17): what changed says so. */
export function PlanComparison({ plan, previous, changed }: Props) {
  const contents = Object.entries(planContents) as [PlanContent, string][];
  const now = { text: `Version ${plan.number}` };
  return (
    <Table
      caption={previous ? `What changed since version ${previous.number}` : "The first version"}
      isWide={previous !== null}
      columns={[
        { text: "What the plan says" },
        ...(previous ? [{ text: `Version ${previous.number}` }] : []),
        now,
      ]}
      rows={contents.map(([content, words]) => ({
        key: content,
        cells: [
          <span key="words">
            {title(words)}
            {changed.includes(content) && (
              <span className="app-block">
                <Tag colour="teal">Changed</Tag>
              </span>
            )}
          </span>,
          ...(previous ? [previous[content]] : []),
          plan[content],
        ],
      }))}
    />
  );
}
