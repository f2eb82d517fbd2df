import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { CaseStatus } from "@/lib/cases/labels";
import { addDays, type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { nameOf } from "@/lib/people/rules";
import { type CaseFilters, mostCounted, pageSize } from "./rules";

const { sql, empty, join } = Prisma;

/** A reference, or the folded beginnings of the words of a name. */
export type SearchTerms = { reference: string } | { words: string[] };

/** What somebody searched for, from its key. Only whoever asked can ask again. */
export async function findSearch({ tx }: Context, searchId: string): Promise<SearchTerms> {
  const found = await tx.savedSearch.findUnique({
    where: { id: searchId },
    select: { kind: true, terms: true },
  });
  if (found?.kind !== "cases") throw new NotFound("search", searchId);
  return found.terms as SearchTerms;
}

type Row = {
  reference: string;
  status: string;
  openedAt: Date;
  nextDueOn: Date | null;
  pausedSince: Date | null;
  forenames: string | null;
  surname: string | null;
  leadName: string;
};

/** The cases this reader may see: from the readers' table, or for the gateway from its area's cases. */
function sourceOf({ role, hatId, areaId }: Context["actor"]) {
  if (role === "gateway_officer")
    return { from: sql`cases m`, mine: sql`m.area_id = ${areaId}::uuid` };
  return {
    from: sql`(select case_id as id, hat_id, reference, status, opened_at, next_due_on from case_readers) m`,
    mine: sql`m.hat_id = ${hatId}::uuid`,
  };
}

/** Somebody without a date comes after everybody who has one, and before them the other way round. */
const orders: Record<CaseFilters["sort"], Record<CaseFilters["dir"], Prisma.Sql>> = {
  opened: { desc: sql`m.opened_at desc, m.id`, asc: sql`m.opened_at, m.id desc` },
  due: { asc: sql`m.next_due_on, m.id`, desc: sql`m.next_due_on desc, m.id desc` },
  reference: { asc: sql`m.reference`, desc: sql`m.reference desc` },
};

type Source = ReturnType<typeof sourceOf>;

function conditions(
  source: Source,
  areaId: string,
  { stage, due }: Pick<CaseFilters, "stage" | "due">,
  terms: SearchTerms | null,
  today: Day,
) {
  const dueBy = due === "overdue" ? addDays(today, -1) : addDays(today, 7);
  return join(
    [
      source.mine,
      stage && sql`m.status = ${stage}`,
      due && sql`m.next_due_on <= ${toDateColumn(dueBy)}::date`,
      due === "soon" && sql`m.next_due_on >= ${toDateColumn(today)}::date`,
      ...hits(areaId, terms),
    ].filter((condition) => condition instanceof Prisma.Sql),
    " and ",
  );
}

/** Every word typed begins a word of the name. Compared byte by byte, which the index does too. */
function hits(areaId: string, terms: SearchTerms | null) {
  if (!terms) return [];
  if ("reference" in terms) return [sql`m.reference = ${terms.reference}`];
  return terms.words.map(
    (word) => sql`m.id in (
      select n.case_id from person_names n
       where n.area_id = ${areaId}::uuid and n.case_id is not null
         and n.word ~>=~ ${word} and n.word ~<~ ${`${word}\u{10FFFF}`})`,
  );
}

/** How many there are, as far as anybody counts. */
export async function countCases(
  { actor, tx, now }: Context,
  filters: Pick<CaseFilters, "stage" | "due">,
  terms: SearchTerms | null,
): Promise<number> {
  const source = sourceOf(actor);
  const where = conditions(source, actor.areaId, filters, terms, dayOf(now));
  // An area's newest cases, from their index: without an order the planner reads whatever area comes first.
  const isWhole = !filters.stage && !filters.due && !terms;
  const order = isWhole ? sql`order by ${orders.opened.desc}` : empty;
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (
      select 1 from ${source.from} where ${where} ${order} limit ${mostCounted + 1}) few`;
  return counted?.total ?? 0;
}

/** One page of the cases that this reader holds (IS-01). */
export async function listCases(ctx: Context, filters: CaseFilters) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "case:read")) throw new Forbidden("case:read");
  const terms = filters.search ? await findSearch(ctx, filters.search) : null;
  const source = sourceOf(actor);
  const where = conditions(source, actor.areaId, filters, terms, dayOf(now));
  const order = orders[filters.sort][filters.dir];
  const rows = await tx.$queryRaw<Row[]>`
    select m.reference, m.status, m.opened_at as "openedAt", m.next_due_on as "nextDueOn",
           c.paused_since as "pausedSince", p.forenames, p.surname, o.name as "leadName"
      from (select m.id, m.reference, m.status, m.opened_at, m.next_due_on
              from ${source.from} where ${where}
             order by ${order} limit ${pageSize} offset ${(filters.page - 1) * pageSize}) m
      join cases c on c.id = m.id
      join people p on p.id = c.person_id
      join organisations o on o.id = c.lead_organisation_id
     order by ${order}`;
  const total = await countCases(ctx, filters, terms);

  await record(ctx, { type: "case.listed", facts: { rows: rows.length, page: filters.page } });
  return {
    today: dayOf(now),
    isCapped: total > mostCounted,
    total: Math.min(total, mostCounted),
    isSearch: terms !== null,
    mayHandOverAll: mayEver(ctx.actor, "lead:hand_over"),
    mayLookInside: mayEver(actor, "case:history"),
    mayReadOffers: mayEver(ctx.actor, "transfer:answer"),
    mayReadStubs: mayEver(ctx.actor, "case:stub"),
    cases: rows.map(({ forenames, surname, openedAt, nextDueOn, pausedSince, status, ...row }) => ({
      ...row,
      status: status as CaseStatus,
      isPaused: pausedSince !== null,
      openedOn: dayOf(openedAt),
      nextDueOn: nextDueOn && fromDateColumn(nextDueOn),
      personName: nameOf({ forenames, surname }),
    })),
  };
}
