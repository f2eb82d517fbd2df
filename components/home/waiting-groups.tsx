import { Link } from "@/components/ui/link";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Day, daysBetween } from "@/lib/dates";

type Item = { text: string; path: string; due: Day | null; isLate: boolean };
type Group = { title: string; all: string; total: number; late: number; items: Item[] };

const days = (number: number) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? "day" : "days"}`;
const count = (number: number) => number.toLocaleString("en-GB");

/** What waits or is there to be read, by kind: what is late comes first and says so. */
export function WaitingGroups({ groups, today }: { groups: Group[]; today: Day }) {
  return groups.map(({ title, all, total, late, items }) => (
    <section key={title}>
      <h3 className="govuk-heading-s">
        {title} ({count(total)})
        {late > 0 && (
          <>
            {" "}
            <StatusTag meaning="overdue">{`${count(late)} late`}</StatusTag>
          </>
        )}
      </h3>
      <ul className="govuk-list">
        {items.map((item) => (
          <li key={item.path}>
            <Link href={item.path}>{item.text}</Link>
            {item.due && (
              <>
                {", "}
                <Time day={item.due} short today={item.isLate ? undefined : today} />
              </>
            )}
            {item.due && item.isLate && (
              <>
                : <strong>{`overdue by ${days(daysBetween(item.due, today))}`}</strong>
              </>
            )}
          </li>
        ))}
        {total > items.length && (
          <li>
            <Link href={all}>
              See all {count(total)}
              <span className="govuk-visually-hidden">: {title}</span>
            </Link>
          </li>
        )}
      </ul>
    </section>
  ));
}
