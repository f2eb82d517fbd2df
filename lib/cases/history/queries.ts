import "server-only";

import { record } from "@/lib/audit/record";
import { openParts } from "@/lib/cases/overview/queries";
import { getCase } from "@/lib/cases/queries";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { type Cursor, cursorText, type HistoryKind } from "./rules";

const { sql, empty } = Prisma;

export const entriesOnAPage = 25;

type Entry = {
  id: string;
  kind: HistoryKind;
  at: Date;
  cursorAt: string;
  code: string | null;
  detail: string | null;
  who: string | null;
  organisation: string | null;
};

/**
 * Everything that happened on a case, as far as row policies show it to whoever asks: what is hidden
 * is not in the list, leaves no gap in it, and is not counted.
 */
const historyOf = (caseId: string) => {
  const on = sql`case_id = ${caseId}::uuid`;
  return sql`
    select 'referral' as kind, id, submitted_at as at, sector as code, reference as detail, created_by_hat as hat, organisation_id as organisation
      from referrals where ${on} and submitted_at is not null
    union all select 'move', id, moved_at, transition, to_status, moved_by_hat, null from case_moves where ${on}
    union all select 'section36', id, decided_at, decision, null, decided_by_hat, null from s36_decisions where ${on}
    union all select 'item', id, entered_at, kind, corroboration, entered_by_hat, supplied_by from information_items where ${on}
    union all select 'asked', id, asked_at, null, null, asked_by_hat, organisation_id from information_requests where ${on}
    union all select 'answered', id, answered_at, state, null, answered_by_hat, organisation_id from information_requests
               where ${on} and answered_at is not null
    union all select 'assessment', id, completed_at, purpose, number::text, author_hat, null from assessments
               where ${on} and completed_at is not null
    union all select 'countersigned', id, countersigned_at, purpose, number::text, countersigned_by_hat, null from assessments
               where ${on} and countersigned_at is not null
    union all select 'panel', id, decided_at, outcome, null, decided_by_hat, null from panel_decisions where ${on}
    union all select 'consent', id, recorded_at, state, null, recorded_by_hat, null from consents where ${on}
    union all select 'plan', id, written_at, null, number::text, written_by_hat, null from support_plans where ${on}
    union all select 'action', id, added_at, kind, title, added_by_hat, owner_organisation_id from actions where ${on}
    union all select 'action_done', id, done_on::timestamp at time zone 'Europe/London', kind, title, owner_hat_id, owner_organisation_id
                from actions where ${on} and status = 'done' and done_on is not null
    union all select 'review', id, held_on::timestamp at time zone 'Europe/London', kind, outcome, held_by_hat, null from reviews
               where ${on} and held_on is not null`;
};

/** One page of the chronology, newest first, and where the next one begins. */
export async function viewHistory(ctx: Context, reference: string, before: Cursor | null) {
  const { id: caseId, dataKeyId, parties } = await getCase(ctx, reference, "case:history");
  const from = before
    ? sql`where (h.at, h.kind, h.id) < (${before.at}::timestamptz, ${before.kind}, ${before.id}::uuid)`
    : empty;
  const rows = await ctx.tx.$queryRaw<Entry[]>`
    select h.id, h.kind, h.at, h.at::text as "cursorAt", h.code, h.detail, u.name as who, o.name as organisation
      from (select * from (${historyOf(caseId)}) h ${from}
             order by h.at desc, h.kind desc, h.id desc limit ${entriesOnAPage + 1}) h
      left join hats t on t.id = h.hat
      left join users u on u.id = t.user_id
      left join organisations o on o.id = coalesce(h.organisation, t.organisation_id)
     order by h.at desc, h.kind desc, h.id desc`;
  const entries = rows.slice(0, entriesOnAPage).map(({ cursorAt: _, ...entry }) => entry);
  const last = rows.length > entriesOnAPage ? rows[entriesOnAPage - 1] : undefined;

  await record(ctx, {
    type: "case.viewed",
    dataKeyId,
    facts: { page: "chronology", entries: entries.length },
  });
  return {
    reference,
    entries,
    parts: openParts(ctx.actor, parties).map(([path]) => path.slice(1)),
    next: last ? cursorText({ at: last.cursorAt, kind: last.kind, id: last.id }) : null,
  };
}
