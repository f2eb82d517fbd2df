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
  told: { step: ClockStep; on: Day; names: string[] }[];
};

/** What is late, whose it is and who has been told, longest first. */
export function LateTable({ late, today }: { late: Late[]; today: Day }) {
  return (
    <Table
      caption="What is late"
      isCaptionHidden
      isWide
      empty="Nothing that you can see is late. What becomes late appears here by itself."
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
          <Due key="due" day={one.dueDay} today={today} isOverdue />,
          <Told key="told" told={one.told} />,
        ],
      }))}
    />
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
