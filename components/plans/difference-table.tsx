import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { figure } from "@/lib/plans/parts/rules";
import { type Difference, whySlipped } from "@/lib/plans/snapshots/rules";
import { RagTag } from "./rag-tag";

type Props = {
  caption: string;
  differences: Difference[];
  empty: string;
  /** With a column for why. */
  isExplained?: boolean;
};

/** What became of actions between two states of the plan. */
export function DifferenceTable({ caption, differences, empty, isExplained }: Props) {
  return (
    <Table
      caption={caption}
      isWide
      columns={[
        { text: "Action" },
        { text: "How it stands" },
        { text: "Due" },
        { text: "What changed" },
        ...(isExplained ? [{ text: "Why" }] : []),
      ]}
      empty={empty}
      rows={differences.map((difference) => ({
        key: difference.after.actionId,
        cells: [
          <Link key="link" href={`/plan/actions/${difference.after.actionId}`}>
            {difference.after.reference} {difference.after.title}
          </Link>,
          <Colours key="colours" difference={difference} />,
          <Dates key="dates" difference={difference} />,
          <Changes key="changes" difference={difference} />,
          <Reasons key="reasons" difference={difference} />,
        ],
      }))}
    />
  );
}

const Colours = ({ difference: { before, after, turned } }: { difference: Difference }) =>
  turned ? (
    <>
      <RagTag rag={before.rag} /> to <RagTag rag={after.rag} />
      <br />
      {turned === "worse" ? "Worse" : "Better"}
    </>
  ) : (
    <>
      <RagTag rag={after.rag} /> as before
    </>
  );

const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

const Dates = ({ difference: { before, after, slip } }: { difference: Difference }) => (
  <>
    <Time day={after.dueDay} short />
    {slip !== 0 && (
      <p className="govuk-body-s">
        {slip > 0 ? `${days(slip)} later` : `${days(-slip)} sooner`} than{" "}
        <Time day={before.dueDay} short />
      </p>
    )}
  </>
);

function Changes({ difference }: { difference: Difference }) {
  const { before, after, slippedMilestones, metMilestones, measures } = difference;
  const shown = (value: number | null, unit: string) =>
    value === null ? "no figure" : figure(value, unit);
  return (
    <ul className="govuk-list">
      {before.percent === after.percent ? (
        <li>{after.percent}% done, as before</li>
      ) : (
        <li>
          {before.percent}% to {after.percent}% done
        </li>
      )}
      {metMilestones.map((title) => (
        <li key={`met ${title}`}>Milestone met: {title}</li>
      ))}
      {slippedMilestones.map(({ title, from, to }) => (
        <li key={`moved ${title}`}>
          Milestone moved: {title}, <Time day={from} short /> to <Time day={to} short />
        </li>
      ))}
      {measures.map(({ id, name, unit, from, to }) => (
        <li key={id}>
          {name}: {shown(from, unit)} to {shown(to, unit)}
        </li>
      ))}
    </ul>
  );
}

function Reasons({ difference }: { difference: Difference }) {
  const reasons = whySlipped(difference);
  if (reasons.length === 0) return <>Nobody has said why.</>;
  return (
    <ul className="govuk-list">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
