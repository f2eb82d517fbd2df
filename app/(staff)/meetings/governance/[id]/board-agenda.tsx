import { ReportStatusTag } from "@/components/reports/report-status";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { decisionKinds, governanceItemKinds } from "@/lib/governance/labels";
import type { BoardItem, BoardView } from "@/lib/governance/meetings/queries";
import { MoveBoardForm } from "./move-board-form";

/** The items in order, what came of each, and what was taken off. */
export function BoardAgenda({ seen }: { seen: BoardView }) {
  const { meeting, items, takenOff, mayWrite } = seen;
  const mayMove = mayWrite && !meeting.isApproved && meeting.state !== "cancelled";
  return (
    <>
      <Table
        caption="Agenda"
        keepsCaption
        empty="There is nothing on the agenda yet."
        columns={[
          { text: "Item" },
          { text: "What came of it" },
          { text: "Papers", numeric: true },
          ...(mayMove ? [{ text: "Move", isHidden: true }] : []),
        ]}
        rows={items.map((item, index) => ({
          key: item.id,
          cells: [
            <Item key="item" item={item} number={index + 1} />,
            <Outcome key="outcome" item={item} />,
            item.papers.filter(({ withdrawnBecause }) => !withdrawnBecause).length,
            <span key="move" className="whitespace-nowrap">
              {index > 0 && <MoveBoardForm itemId={item.id} title={item.title} to="up" />}
              {index < items.length - 1 && (
                <MoveBoardForm itemId={item.id} title={item.title} to="down" />
              )}
            </span>,
          ],
        }))}
      />
      {takenOff.length > 0 && (
        <section>
          <h2 className="govuk-heading-s">Taken off the agenda</h2>
          <ul className="govuk-list govuk-list--bullet">
            {takenOff.map(({ id, title, takenOffBecause }) => (
              <li key={id}>
                {title}: {takenOffBecause}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const Item = ({ item, number }: { item: BoardItem; number: number }) => (
  <>
    <Link href={`/meetings/governance/items/${item.id}`}>
      {number}. {item.title}
    </Link>
    <br />
    <span className="font-normal text-secondary">{governanceItemKinds[item.kind]}</span>{" "}
    {item.report && <ReportStatusTag status={item.report.status} />}{" "}
    {item.isExempt && <Tag colour="grey">Exempt</Tag>}
  </>
);

const Outcome = ({ item: { decisionKind, decision, publication } }: { item: BoardItem }) => {
  if (!decisionKind) return "Nothing decided";
  return (
    <>
      <strong>{decisionKinds[decisionKind]}.</strong> {decision}{" "}
      {publication && !publication.withdrawnAt && <Tag colour="green">Public</Tag>}
    </>
  );
};
