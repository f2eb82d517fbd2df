import { Due } from "@/components/plans/due";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type ClaimState, claimStates } from "@/lib/funding/labels";
import { formatPence } from "@/lib/money/rules";

type Claim = {
  id: string;
  lineId: string;
  line?: string;
  title: string;
  state: ClaimState;
  dueDay: Day;
  expected: number;
  madeDay: Day | null;
  made: number | null;
  paidDay: Day | null;
  paid: number | null;
};
type Props = { caption: string; claims: readonly Claim[]; today: Day; mayWrite?: boolean };

const meanings = { due: "waiting", made: "waiting", paid: "done" } as const;

function Said({ day, pence }: { day: Day | null; pence: number | null }) {
  if (!day || pence === null) return "Not yet";
  return (
    <>
      {formatPence(pence)}, <Time day={day} short />
    </>
  );
}

/** Claims by the day they are due: what is expected, what was claimed, and what came. */
export function ClaimTable({ caption, claims, today, mayWrite = false }: Props) {
  const rows = claims.map((claim) => ({
    key: claim.id,
    cells: [
      mayWrite && claim.state !== "paid" ? (
        <Link key="claim" href={`/plan/funding/claims/${claim.id}`}>
          {claim.title}
        </Link>
      ) : (
        <>
          {claim.title}
          {claim.line && (
            <>
              <br />
              <Link href={`/plan/funding/lines/${claim.lineId}`}>{claim.line}</Link>
            </>
          )}
        </>
      ),
      <Due
        key="due"
        day={claim.dueDay}
        today={today}
        isOverdue={claim.state === "due" && claim.dueDay < today}
      />,
      formatPence(claim.expected),
      <Said key="made" day={claim.madeDay} pence={claim.made} />,
      <Said key="paid" day={claim.paidDay} pence={claim.paid} />,
      <StatusTag key="state" meaning={meanings[claim.state]}>
        {claimStates[claim.state]}
      </StatusTag>,
    ],
  }));
  return (
    <Table
      caption={caption}
      columns={[
        { text: "Claim" },
        { text: "Due" },
        { text: "Expected", numeric: true },
        { text: "Made" },
        { text: "Paid" },
        { text: "State" },
      ]}
      rows={rows}
      empty="There is no claim here."
      keepsCaption
    />
  );
}
