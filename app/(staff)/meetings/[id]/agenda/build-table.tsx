import { Link } from "@/components/ui/link";
import { type Row, Table } from "@/components/ui/table";
import { Reference } from "@/components/ui/text";
import { formatTime } from "@/lib/dates";
import { agendaHeadings } from "@/lib/panels/agenda/labels";
import type { viewAgenda } from "@/lib/panels/agenda/queries";
import { itemKinds } from "@/lib/panels/labels";
import { MoveForm } from "./move-form";

type Parts = Awaited<ReturnType<typeof viewAgenda>>["agenda"]["parts"];
type Item = Parts[number]["items"][number];
const nothing = <span />;

type Props = { meetingId: string; parts: Parts; isOpen: boolean; isPlanned: boolean };

/** Every standing item, and under it the cases, each with the buttons that move it. */
export function BuildTable({ meetingId, parts, isOpen, isPlanned }: Props) {
  return (
    <Table
      caption="Agenda"
      isWide
      columns={[
        { text: "Item" },
        { text: "Time" },
        { text: "Minutes", numeric: true },
        { text: "Order", isHidden: !isOpen },
        { text: "Change", isHidden: true },
      ]}
      rows={parts.flatMap(({ heading, startsAt, items }, index): Row[] => [
        {
          key: heading,
          cells: [
            `${index + 1}. ${agendaHeadings[heading]}`,
            formatTime(startsAt),
            ...[nothing, nothing, nothing],
          ],
        },
        ...items.map((item, nth) => ({
          key: item.id,
          cells: [
            <span key="case" className="font-normal">
              <Link href={`/meetings/${meetingId}/items/${item.id}`}>
                <Reference>{item.reference}</Reference>
              </Link>
              , {itemKinds[item.kind].toLowerCase()}
            </span>,
            formatTime(item.startsAt),
            item.minutes,
            isOpen ? (
              <Order
                key="order"
                item={item}
                isFirst={nth === 0}
                isLast={nth === items.length - 1}
              />
            ) : (
              nothing
            ),
            isOpen && !item.decision ? (
              <Changes key="change" meetingId={meetingId} item={item} isPlanned={isPlanned} />
            ) : (
              nothing
            ),
          ],
        })),
      ])}
    />
  );
}

type OrderProps = { item: Item; isFirst: boolean; isLast: boolean };

function Order({ item: { id, reference }, isFirst, isLast }: OrderProps) {
  return (
    <span className="whitespace-nowrap">
      {!isFirst && <MoveForm itemId={id} reference={reference} direction="up" />}
      {!isLast && <MoveForm itemId={id} reference={reference} direction="down" />}
    </span>
  );
}

type ChangesProps = { meetingId: string; item: Item; isPlanned: boolean };

function Changes({ meetingId, item: { id, reference }, isPlanned }: ChangesProps) {
  const here = `/meetings/${meetingId}/items/${id}`;
  const hidden = <span className="govuk-visually-hidden"> {reference}</span>;
  return (
    <ul className="govuk-list app-choices whitespace-nowrap">
      <li>
        <Link href={`${here}/slot`}>Change place or time{hidden}</Link>
      </li>
      <li>
        <Link href={`${here}/invite`}>Invite somebody{hidden}</Link>
      </li>
      {isPlanned && (
        <li>
          <Link href={`${here}/take-off`}>Take off{hidden}</Link>
        </li>
      )}
    </ul>
  );
}
