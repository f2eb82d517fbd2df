import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type DecisionKind, decisionKinds } from "@/lib/governance/labels";

type Taken = {
  id: string;
  body: string;
  heldDay: Day;
  decisionKind: string | null;
  decision: string | null;
};

/** The meetings at which a report is taken, and what came of it there. */
export const TakenTable = ({ taken }: { taken: readonly Taken[] }) => (
  <Table
    caption="Meetings that take it"
    keepsCaption
    empty=""
    columns={[{ text: "Meeting" }, { text: "On" }, { text: "What came of it" }]}
    rows={taken.map(({ id, body, heldDay, decisionKind, decision }) => ({
      key: id,
      cells: [
        <Link key="item" href={`/meetings/governance/items/${id}`}>
          {body}
        </Link>,
        <Time key="on" day={heldDay} short />,
        decisionKind ? (
          <>
            <strong>{decisionKinds[decisionKind as DecisionKind]}.</strong> {decision}
          </>
        ) : (
          "Nothing decided yet"
        ),
      ],
    }))}
  />
);
