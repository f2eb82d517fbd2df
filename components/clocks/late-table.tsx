import { Due } from "@/components/plans/due";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Reference } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type Role, roleLabels } from "@/lib/access/labels";
import { type ClockKind, type ClockStep, clockKinds, clockSteps } from "@/lib/clocks/labels";
import type { Day } from "@/lib/dates";

type Late = {
  id: string;
  kind: ClockKind;
  reference: string;
  path: string;
  ownerRole: Role;
  deputy: Role;
  name: string | null;
  organisation: string | null;
  dueDay: Day;
  settledDay: Day | null;
  days: number;
  told: { step: ClockStep; on: Day; names: string[] }[];
};

/** What is late, whose it is and who has been told, longest first. */
export function LateTable({ late, today, empty }: { late: Late[]; today: Day; empty: string }) {
  return (
    <Table
      caption="What is late"
      isCaptionHidden
      isWide
      empty={empty}
      columns={[{ text: "What" }, { text: "Whose" }, { text: "Due" }, { text: "Told" }]}
      rows={late.map((one) => ({
        key: one.id,
        cells: [
          <>
            <Link href={one.path}>
              <Reference>{one.reference}</Reference>
            </Link>
            <br />
            <span className="font-normal">{clockKinds[one.kind]}</span>
          </>,
          <>
            {one.name ?? one.organisation ?? roleLabels[one.ownerRole]}
            <br />
            <span className="text-secondary">Deputy: {roleLabels[one.deputy]}</span>
          </>,
          one.settledDay ? (
            <Settled key="due" {...one} on={one.settledDay} />
          ) : (
            <Due key="due" day={one.dueDay} today={today} isOverdue />
          ),
          <Told key="told" told={one.told} />,
        ],
      }))}
    />
  );
}

function Settled({ dueDay, on, days }: Pick<Late, "dueDay" | "days"> & { on: Day }) {
  return (
    <>
      <Time day={dueDay} short />
      <br />
      Settled <Time day={on} short />, {days} {days === 1 ? "day" : "days"} late
    </>
  );
}

function Told({ told }: Pick<Late, "told">) {
  if (told.length === 0) return "Nobody yet";
  return (
    <ul className="govuk-list">
      {told.map(({ step, on, names }) => (
        <li key={step}>
          <span className="govuk-visually-hidden">{clockSteps[step]}: </span>
          {names.join(", ") || "Nobody was there"}, <Time day={on} short />
        </li>
      ))}
    </ul>
  );
}
