import { Table } from "@/components/ui/table";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { workstreamLabels } from "@/lib/plans/labels";
import { figure } from "@/lib/plans/parts/rules";
import type { FrozenAction } from "@/lib/plans/snapshots/rules";
import { RagTag } from "./rag-tag";

const columns = [
  { text: "Action" },
  { text: "Led by" },
  { text: "Due" },
  { text: "How it stood" },
  { text: "Milestones and figures" },
];

/** The actions of a theme as a snapshot keeps them. */
export function FrozenActions({ caption, actions }: { caption: string; actions: FrozenAction[] }) {
  return (
    <Table
      caption={caption}
      columns={columns}
      empty="There were no actions."
      rows={actions.map((action) => ({
        key: action.actionId,
        cells: [
          <>
            {action.reference} {action.title}
            {action.workstream !== "prevent" && (
              <p className="govuk-body-s text-secondary">{workstreamLabels[action.workstream]}</p>
            )}
          </>,
          <>
            {action.owner}
            <br />
            <span className="text-secondary">{action.ownerRole}</span>
          </>,
          <Time key="due" day={action.dueDay} short />,
          <>
            <RagTag rag={action.rag} isStale={action.isStale} /> {action.percent}%
            {action.ragReason && <Paragraphs text={action.ragReason} />}
          </>,
          <PartsKept key="parts" action={action} />,
        ],
      }))}
    />
  );
}

function PartsKept({ action: { milestones, measures } }: { action: FrozenAction }) {
  const met = milestones.filter(({ state }) => state === "met").length;
  return (
    <>
      {milestones.length === 0 ? "No milestones" : `${met} of ${milestones.length} milestones met`}
      {measures.map(({ id, name, unit, actual, target }) => (
        <p key={id} className="govuk-body-s">
          {name}: {actual === null ? "no figure" : figure(actual, unit)}, target{" "}
          {figure(target, unit)}
        </p>
      ))}
    </>
  );
}
