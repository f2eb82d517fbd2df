import "server-only";

import { listPartners } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import type { PrintReason } from "@/lib/cases/history/labels";
import { historyOf } from "@/lib/cases/history/sources/queries";
import { openParts } from "@/lib/cases/overview/queries";
import { getCase } from "@/lib/cases/queries";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { sinceLastLook } from "@/lib/looks/queries";
import {
  type Cursor,
  cursorText,
  type HistoryFilters,
  type HistoryKind,
  isNewSince,
} from "./rules";

export const entriesOnAPage = 25;
/** Nobody prints more at once; whoever needs more prints a part of it. */
export const entriesOnPaper = 2_500;

type Row = {
  id: string;
  kind: HistoryKind;
  at: Date;
  cursorAt: string;
  code: string | null;
  detail: string | null;
  words: string | null;
  hatId: string | null;
  who: string | null;
  organisation: string | null;
};

type Asked = { caseId: string; filters: HistoryFilters; before: Cursor | null; limit: number };

/** Kinds are ordered by their bytes, as the cursor compares them. */
const newestFirst = Prisma.sql`h.at desc, h.kind collate "C" desc, h.id desc`;

const entriesOf = ({ tx }: Context, asked: Asked) => tx.$queryRaw<Row[]>`
  select h.id, h.kind, h.at, h.at::text as "cursorAt", h.code, h.detail, h.words, h.hat as "hatId",
         u.name as who, o.name as organisation
    from (select * from (${historyOf(asked)}) h order by ${newestFirst} limit ${asked.limit}) h
    left join hats t on t.id = h.hat
    left join users u on u.id = t.user_id
    left join organisations o on o.id = coalesce(h.organisation, t.organisation_id)
   order by ${newestFirst}`;

/** One page of the chronology, newest first, and where the next one begins. */
export async function viewHistory(
  ctx: Context,
  reference: string,
  before: Cursor | null,
  filters: HistoryFilters = {},
) {
  const { id: caseId, dataKeyId, parties } = await getCase(ctx, reference, "case:history");
  const since = await sinceLastLook(ctx, `case:${caseId}`);
  const rows = await entriesOf(ctx, { caseId, filters, before, limit: entriesOnAPage + 1 });
  const organisations = await listPartners(ctx); // all of the area: a list that gives nothing away
  const entries = rows.slice(0, entriesOnAPage).map(({ cursorAt: _, hatId, ...entry }) => ({
    ...entry,
    isNew: isNewSince({ ...entry, isMine: hatId === ctx.actor.hatId }, since),
  }));
  const last = rows.length > entriesOnAPage ? rows[entriesOnAPage - 1] : undefined;

  await record(ctx, {
    type: "case.viewed",
    dataKeyId,
    facts: { page: "chronology", entries: entries.length },
  });
  return {
    reference,
    since,
    entries,
    organisations,
    parts: openParts(ctx.actor, parties).map(([path]) => path.slice(1)),
    next: last ? cursorText({ at: last.cursorAt, kind: last.kind, id: last.id }) : null,
  };
}

/** Whether somebody may print it, before it is said why. */
export async function getCaseToPrint(ctx: Context, reference: string) {
  await getCase(ctx, reference, "case:history");
  return { reference };
}

/** All of it for paper, as far as this reader may see it. An export: it is on the log with its reason. */
export async function printHistory(
  ctx: Context,
  reference: string,
  filters: HistoryFilters,
  why: PrintReason,
) {
  const { id: caseId, dataKeyId } = await getCase(ctx, reference, "case:history");
  const rows = await entriesOf(ctx, { caseId, filters, before: null, limit: entriesOnPaper + 1 });
  const { name } = await ctx.tx.user.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { name: true },
  });
  const entries = rows
    .slice(0, entriesOnPaper)
    .map(({ cursorAt: _, hatId: __, ...entry }) => ({ ...entry, isNew: false }));

  await record(ctx, {
    type: "chronology.printed",
    dataKeyId,
    facts: { reference, entries: entries.length, why, group: filters.group ?? null },
  });
  return {
    entries,
    isCut: rows.length > entriesOnPaper,
    printedBy: name,
    printedAt: ctx.now,
  };
}
