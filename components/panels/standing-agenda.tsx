import type { ReactNode } from "react";

import { Link } from "@/components/ui/link";
import { type Row, Table } from "@/components/ui/table";
import { Reference } from "@/components/ui/text";
import { type DeconflictionOutcome, deconflictionOutcomes } from "@/lib/cases/labels";
import { formatTime } from "@/lib/dates";
import { type AgendaHeading, agendaHeadings, timesNote } from "@/lib/panels/agenda/labels";
import { type ItemKind, itemKinds, type Outcome, type Seat } from "@/lib/panels/labels";
import { settledText } from "@/lib/panels/rules";
import { Invited, Quorum } from "./quorum";

type Item = {
  id: string;
  kind: ItemKind;
  reference: string;
  startsAt: string;
  minutes: number;
  quorum: { isQuorate: boolean; missing: Seat[][] };
  outcome: Outcome | null;
  isSpokenOf: boolean;
  deconfliction: DeconflictionOutcome | null;
};
type Part = { heading: AgendaHeading; startsAt: string; items: Item[] };

const nothing = <span />;

type Props = { meetingId: string; isPlanned?: boolean; parts: Part[] };

/** The whole agenda in order, with the items its reader may know. No name stands here: each opens on its own page. */
export function StandingAgenda({ meetingId, isPlanned, parts }: Props) {
  const all = parts.flatMap(({ items }) => items);
  return (
    <>
      <p className="govuk-body">{timesNote}</p>
      <Table
        caption="Agenda"
        isWide
        columns={[{ text: "Item" }, { text: "Time" }, { text: "Quorum" }, { text: "Decision" }]}
        rows={parts.flatMap(({ heading, startsAt, items }, index): Row[] => [
          {
            key: heading,
            cells: [
              <Heading key="heading" text={`${index + 1}. ${agendaHeadings[heading]}`}>
                {heading === "deconfliction" && <Deconfliction items={all} />}
              </Heading>,
              formatTime(startsAt),
              nothing,
              nothing,
            ],
          },
          ...items.map((item) => ({
            key: item.id,
            cells: [
              <span key="case" className="font-normal">
                <Link href={`/meetings/${meetingId}/items/${item.id}`}>
                  <Reference>{item.reference}</Reference>
                </Link>
                , {itemKinds[item.kind].toLowerCase()}
              </span>,
              `${formatTime(item.startsAt)}, ${item.minutes} minutes`,
              isPlanned ? (
                <Invited key="quorum" proof={item.quorum} />
              ) : (
                <Quorum key="quorum" proof={item.quorum} />
              ),
              settledText(item),
            ],
          })),
        ])}
      />
    </>
  );
}

const Heading = ({ text, children }: { text: string; children: ReactNode }) => (
  <>
    {text}
    {children}
  </>
);

/** IS-24: a code for each case, and nothing else. */
function Deconfliction({ items }: { items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="govuk-list font-normal">
      {items.map(({ id, reference, deconfliction }) => (
        <li key={id}>
          <Reference>{reference}</Reference>:{" "}
          {deconfliction ? deconflictionOutcomes[deconfliction] : "Not recorded"}
        </li>
      ))}
    </ul>
  );
}
