import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Reference } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";

type Matter = { id: string; title: string; reference: string; organisation: string; dueOn: Day };

/** What earlier meetings asked for and is not done: it comes back until it is. */
export function MattersArising({ matters, today }: { matters: Matter[]; today: Day }) {
  return (
    <Table
      caption="Matters arising from earlier meetings"
      isWide
      columns={[{ text: "Action" }, { text: "Case" }, { text: "Who" }, { text: "Due" }]}
      rows={matters.map(({ id, title, reference, organisation, dueOn }) => ({
        key: id,
        cells: [
          <Link key="action" href={`/actions/${id}`}>
            {title}
          </Link>,
          <Reference key="case">{reference}</Reference>,
          organisation,
          <Time key="due" day={dueOn} short today={today} />,
        ],
      }))}
      empty="Everything that earlier meetings asked for, and that you may see, is done."
    />
  );
}
