import { Link } from "@/components/ui/link";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { type HistoryKind, isOfADay } from "@/lib/cases/history/rules";
import { dayOf, formatDay } from "@/lib/dates";
import { disprovedMark } from "@/lib/information/rules";
import { historyText } from "./history-text";

export type ShownEntry = {
  id: string;
  kind: HistoryKind;
  at: Date;
  code: string | null;
  detail: string | null;
  words: string | null;
  who: string | null;
  organisation: string | null;
  isNew: boolean;
};

type Props = {
  reference: string;
  entries: readonly ShownEntry[];
  /** The parts of the case that the reader may open. On paper nothing is linked. */
  parts?: readonly string[];
  since?: Date | null;
};

/** Everything that happened on a case, in one line of time, as far as its reader may see. */
export function HistoryList({ reference, entries, parts = [], since }: Props) {
  return (
    <Timeline
      items={entries.map((entry) => toItem(entry, reference, parts))}
      {...(since && { newSince: formatDay(dayOf(since)) })}
    />
  );
}

function toItem(entry: ShownEntry, reference: string, parts: readonly string[]): TimelineItem {
  const { id, kind, at, who, code, detail, words, organisation, isNew } = entry;
  const { title, part, text } = historyText(kind, { code, detail, organisation });
  const isUntrue = kind === "item" && detail === "disproved"; // IS-10
  return {
    key: `${kind} ${id}`,
    title:
      part && parts.includes(part) ? (
        <Link href={`/cases/${reference}/${part}`}>{title}</Link>
      ) : (
        title
      ),
    time: isOfADay(kind) ? <Time day={dayOf(at)} /> : <Time at={at} />,
    isNew,
    ...(who && { byline: who }),
    children: (isUntrue || text || words) && (
      <>
        {isUntrue ? <strong>{disprovedMark}</strong> : text}
        {words && <Paragraphs text={shortened(words)} />}
      </>
    ),
  };
}

const mostWords = 600;

/** The whole is read where it belongs. */
const shortened = (words: string) =>
  words.length > mostWords ? `${words.slice(0, mostWords).trimEnd()} …` : words;
