import { historyText } from "@/components/cases/history-text";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Time } from "@/components/ui/time";
import { Timeline } from "@/components/ui/timeline";
import { viewHistory } from "@/lib/cases/history/queries";
import { cursorFrom } from "@/lib/cases/history/rules";
import { dayOf } from "@/lib/dates";
import { disprovedMark, isDisproved } from "@/lib/information/rules";
import { load } from "@/lib/request/load";

type Entry = Awaited<ReturnType<typeof viewHistory>>["entries"][number];

export default async function ChronologyPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/chronology">) {
  const [{ ref }, query] = [await params, await searchParams];
  const before = cursorFrom(query.before);
  const { entries, parts, next } = await load((ctx) => viewHistory(ctx, ref, before));
  const here = `/cases/${ref}/chronology`;
  return (
    <>
      <PageTitle>{`Chronology of case ${ref}`}</PageTitle>
      <PageHeading caption={ref}>Chronology</PageHeading>
      {entries.length === 0 && <p className="govuk-body">Nothing has happened on this case yet.</p>}
      <Timeline items={entries.map((entry) => toItem(entry, ref, parts))} />
      {before && (
        <p className="govuk-body">
          <Link href={here}>Back to the newest</Link>
        </p>
      )}
      {next && (
        <p className="govuk-body">
          <Link href={`${here}?before=${encodeURIComponent(next)}`}>Show earlier entries</Link>
        </p>
      )}
    </>
  );
}

/** What is kept with its day alone has no time to show. */
const isOfADay = (kind: Entry["kind"]) => kind === "action_done" || kind === "review";

function toItem(entry: Entry, reference: string, parts: string[]) {
  const { id, kind, at, who, code, detail, organisation } = entry;
  const { title, part, text } = historyText(kind, { code, detail, organisation });
  const isUntrue =
    kind === "item" && detail === "disproved" && isDisproved({ corroboration: detail });
  return {
    key: `${kind} ${id}`,
    title:
      part && parts.includes(part) ? (
        <Link href={`/cases/${reference}/${part}`}>{title}</Link>
      ) : (
        title
      ),
    time: isOfADay(kind) ? <Time day={dayOf(at)} /> : <Time at={at} />,
    ...(who && { byline: who }),
    children: isUntrue ? <strong>{disprovedMark}</strong> : text,
  };
}
