import "server-only";

import { authorize } from "@/lib/access/policy";
import { addMonths, type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import { asStatistics, type Context } from "@/lib/db/with-actor";
import { consentMoments, measureLabels } from "@/lib/insight/labels";
import { type Counted, consentOf, pipelineOf } from "@/lib/insight/publication/rules";
import { cellText, suppressCount } from "@/lib/insight/rules";

export type Fact = { label: string; text: string };
type Row = Omit<Counted, "quarter"> & { quarter: Date | null };

/**
 * What the annual statement says of its year (6.7): of people, only quarters that are over and as they may be
 * published (IS-21); of meetings, how many there were. Read as the role that can read nothing else (IS-20).
 */
export async function listAssuranceFacts(ctx: Context, start: Day, end: Day): Promise<Fact[]> {
  const { actor, now } = ctx;
  authorize(actor, "insight:read", { areaId: actor.areaId });
  const today = dayOf(now);
  const rows = await asStatistics(ctx, () => readCounts(ctx, start, end));
  const quarters = [0, 3, 6, 9]
    .map((months) => addMonths(start, months))
    .filter((first) => addMonths(first, 3) <= today);
  const counted = rows
    .filter(({ quarter }) => quarter !== null)
    .map((row) => ({ ...row, quarter: fromDateColumn(row.quarter as Date) }));
  const count = (measure: string) =>
    rows.find((row) => row.quarter === null && row.measure === measure)?.n ?? 0;
  return [
    { label: "Meetings of the panel held", text: `${count("held")}` },
    { label: "Meetings at which every item had a quorum", text: `${count("quorate")}` },
    {
      label: "Reviews overdue on the day of these figures",
      text: cellText(suppressCount(count("reviews_overdue"))),
    },
    ...(quarters.length === 0
      ? [{ label: "Referrals and consent", text: "No quarter of the year is over yet" }]
      : figuresOf(counted, quarters)),
  ];
}

function figuresOf(rows: Counted[], quarters: Day[]): Fact[] {
  const stages = pipelineOf(rows, quarters);
  const consent = consentOf(rows, quarters);
  const after = quarters.length === 4 ? "" : `, in the ${quarters.length} quarters that are over`;
  const names = ["referrals", "discussed", "adopted"] as const;
  const moments = Object.keys(consentMoments) as (keyof typeof consentMoments)[];
  return [
    ...names.map((stage) => ({
      label: `${measureLabels[stage]}${after}`,
      text: cellText(stages[stage]),
    })),
    ...moments.map((moment) => ({
      label: `Consent: ${consentMoments[moment].toLowerCase()}${after}`,
      text: cellText(consent[moment]),
    })),
  ];
}

const readCounts = ({ actor, tx, now }: Context, start: Day, end: Day) => tx.$queryRaw<Row[]>`
  select quarter, measure, dimension, category, n from stat_cells
   where area_id = ${actor.areaId}::uuid and quarter between ${toDateColumn(start)}::date and ${toDateColumn(end)}::date
     and measure in ('referrals', 'discussed', 'adopted', 'consent')
  union all
  select null, measure, 'all', 'all', n::int from stats_meetings(${toDateColumn(start)}::date, ${toDateColumn(end)}::date)
  union all
  select null, measure, 'all', 'all', n::int from stats_due(${toDateColumn(dayOf(now))}::date)`;
