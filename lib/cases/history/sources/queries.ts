import "server-only";

import {
  type Cursor,
  groupOf,
  type HistoryFilters,
  type HistoryKind,
  isOfADay,
} from "@/lib/cases/history/rules";
import { Prisma } from "@/lib/db/generated/client";

const { sql, empty, join } = Prisma;
type Sql = Prisma.Sql;

/** Where one kind of entry comes from. `at` is an instant, or a day for what is kept with its day alone. */
type Source = {
  from: Sql;
  at: Sql;
  hat: Sql;
  organisation?: Sql;
  code?: Sql;
  detail?: Sql;
  words?: Sql;
  when?: Sql;
};

const named = sql`(select u.name from hats h join users u on u.id = h.user_id where h.id = s.hat_id)`;

const titled = sql`(select d.title from documents d where d.id = s.document_id)`;

/** Row policies say of each which rows there are: what is hidden is in no list, leaves no gap and is not counted. */
const sources: Record<HistoryKind, Source> = {
  referral: {
    from: sql`referrals`,
    at: sql`s.submitted_at`,
    hat: sql`s.created_by_hat`,
    organisation: sql`s.organisation_id`,
    code: sql`s.sector`,
    detail: sql`s.reference`,
    when: sql`s.submitted_at is not null`,
  },
  addendum: {
    from: sql`referral_addenda`,
    at: sql`s.added_at`,
    hat: sql`s.added_by_hat`,
    organisation: sql`s.organisation_id`,
    words: sql`s.body`,
  },
  move: {
    from: sql`case_moves`,
    at: sql`s.moved_at`,
    hat: sql`s.moved_by_hat`,
    code: sql`s.transition`,
    detail: sql`s.to_status`,
  },
  pause: {
    from: sql`case_pauses`,
    at: sql`s.paused_at`,
    hat: sql`s.paused_by_hat`,
    code: sql`s.reason`,
  },
  pause_ended: {
    from: sql`case_pauses`,
    at: sql`s.ended_at`,
    hat: sql`s.ended_by_hat`,
    when: sql`s.ended_at is not null`,
  },
  section36: {
    from: sql`s36_decisions`,
    at: sql`s.decided_at`,
    hat: sql`s.decided_by_hat`,
    code: sql`s.decision`,
    words: sql`s.reasons`,
  },
  item: {
    from: sql`information_items`,
    at: sql`s.entered_at`,
    hat: sql`s.entered_by_hat`,
    organisation: sql`s.supplied_by`,
    code: sql`s.kind`,
    detail: sql`s.corroboration`,
    words: sql`s.body`,
  },
  finding: {
    from: sql`corroboration_changes`,
    at: sql`s.changed_at`,
    hat: sql`s.changed_by_hat`,
    code: sql`s.became`,
    detail: sql`s.was`,
    words: sql`s.reasons`,
  },
  asked: {
    from: sql`information_requests`,
    at: sql`s.asked_at`,
    hat: sql`s.asked_by_hat`,
    organisation: sql`s.organisation_id`,
    words: sql`s.question`,
  },
  answered: {
    from: sql`information_requests`,
    at: sql`s.answered_at`,
    hat: sql`s.answered_by_hat`,
    organisation: sql`s.organisation_id`,
    code: sql`s.state`,
    words: sql`s.answer_note`,
    when: sql`s.answered_at is not null`,
  },
  need: {
    from: sql`need_entries`,
    at: sql`s.written_at`,
    hat: sql`s.written_by_hat`,
    code: sql`s.kind`,
    detail: sql`s.version`,
    words: sql`s.words`,
  },
  assessment: {
    from: sql`assessments`,
    at: sql`s.completed_at`,
    hat: sql`s.author_hat`,
    code: sql`s.purpose`,
    detail: sql`s.number`,
    when: sql`s.completed_at is not null`,
  },
  countersigned: {
    from: sql`assessments`,
    at: sql`s.countersigned_at`,
    hat: sql`s.countersigned_by_hat`,
    code: sql`s.purpose`,
    detail: sql`s.number`,
    words: sql`s.countersign_comment`,
    when: sql`s.countersigned_at is not null`,
  },
  agenda: {
    from: sql`panel_items`,
    at: sql`s.added_at`,
    hat: sql`s.added_by_hat`,
    code: sql`s.kind`,
    detail: sql`(select m.held_on from meetings m where m.id = s.meeting_id)`,
  },
  panel: {
    from: sql`panel_decisions`,
    at: sql`s.decided_at`,
    hat: sql`s.decided_by_hat`,
    code: sql`s.outcome`,
    words: sql`s.reasons`,
  },
  consent: {
    from: sql`consents`,
    at: sql`s.recorded_at`,
    hat: sql`s.recorded_by_hat`,
    code: sql`s.state`,
  },
  plan: {
    from: sql`support_plans`,
    at: sql`s.written_at`,
    hat: sql`s.written_by_hat`,
    detail: sql`s.number`,
    words: sql`s.objective`,
  },
  action: {
    from: sql`actions`,
    at: sql`s.added_at`,
    hat: sql`s.added_by_hat`,
    organisation: sql`s.owner_organisation_id`,
    code: sql`s.kind`,
    detail: sql`s.title`,
  },
  action_done: {
    from: sql`actions`,
    at: sql`s.done_on`,
    hat: sql`s.owner_hat_id`,
    organisation: sql`s.owner_organisation_id`,
    code: sql`s.kind`,
    detail: sql`s.title`,
    words: sql`s.note`,
    when: sql`s.status = 'done' and s.done_on is not null`,
  },
  review: {
    from: sql`reviews`,
    at: sql`s.held_on`,
    hat: sql`s.held_by_hat`,
    code: sql`s.kind`,
    detail: sql`s.outcome`,
    words: sql`s.summary`,
    when: sql`s.held_on is not null`,
  },
  onward: {
    from: sql`onward_referrals`,
    at: sql`s.made_on`,
    hat: sql`s.made_by_hat`,
    code: sql`s.made_at_stage`,
    detail: sql`s.service`,
    words: sql`s.said`,
  },
  onward_answered: {
    from: sql`onward_referrals`,
    at: sql`s.answered_on`,
    hat: sql`null::uuid`,
    code: sql`s.state`,
    detail: sql`s.service`,
    words: sql`s.answer`,
    when: sql`s.answered_on is not null`,
  },
  told: {
    from: sql`tellings`,
    at: sql`s.recorded_at`,
    hat: sql`s.recorded_by_hat`,
    code: sql`s.stage`,
    detail: sql`s.is_told`,
    words: sql`s.reasons`,
  },
  file: {
    from: sql`attachments`,
    at: sql`s.added_at`,
    hat: sql`s.added_by_hat`,
    organisation: sql`s.organisation_id`,
    detail: sql`s.name`,
    when: sql`s.removed_at is null`,
  },
  around: {
    from: sql`people_around`,
    at: sql`s.written_at`,
    hat: sql`s.written_by_hat`,
    code: sql`s.relation`,
    detail: sql`s.version`,
    when: sql`s.removed_at is null`,
  },
  document: {
    from: sql`document_versions`,
    at: sql`s.added_at`,
    hat: sql`s.added_by_hat`,
    code: sql`s.number`,
    detail: titled,
  },
  document_removed: {
    from: sql`document_versions`,
    at: sql`s.removed_at`,
    hat: sql`s.removed_by_hat`,
    code: sql`s.number`,
    detail: titled,
    words: sql`s.removed_why`,
    when: sql`s.removed_at is not null`,
  },
  worker: {
    from: sql`case_workers`,
    at: sql`s.assigned_at`,
    hat: sql`s.assigned_by_hat`,
    code: sql`s.capacity`,
    detail: named,
  },
  worker_ended: {
    from: sql`case_workers`,
    at: sql`s.ended_at`,
    hat: sql`null::uuid`,
    code: sql`s.capacity`,
    detail: named,
    when: sql`s.ended_at is not null`,
  },
};

const inLondon = (day: Sql) => sql`(${day}::timestamp at time zone 'Europe/London')`;

/** What comes before the cursor, in a form that the source's index can begin from. */
function beforeOf(kind: HistoryKind, at: Sql, cursor: Cursor | null): Sql {
  if (!cursor) return empty;
  const cursorAt = sql`${cursor.at}::timestamptz`;
  const instant = isOfADay(kind) ? inLondon(at) : at;
  const begin = isOfADay(kind)
    ? sql`and ${at} <= (${cursorAt} at time zone 'Europe/London')::date`
    : sql`and ${at} <= ${cursorAt}`;
  if (kind < cursor.kind) return sql`${begin} and ${instant} <= ${cursorAt}`;
  if (kind > cursor.kind) return sql`${begin} and ${instant} < ${cursorAt}`;
  return sql`${begin} and (${instant}, s.id) < (${cursorAt}, ${cursor.id}::uuid)`;
}

/** Whose entry it is: the organisation that it names, or else that of the hat who wrote it. */
function byOrganisation({ organisation, hat }: Source, wanted?: string): Sql {
  if (!wanted) return empty;
  if (organisation) return sql`and ${organisation} = ${wanted}::uuid`;
  return sql`and ${hat} in (select h.id from hats h where h.organisation_id = ${wanted}::uuid)`;
}

type Asked = { caseId: string; filters: HistoryFilters; before: Cursor | null; limit: number };

/** At most one page of each kind, newest first: together they hold the newest page of all. */
export function historyOf({ caseId, filters, before, limit }: Asked): Sql {
  const wanted = (Object.keys(sources) as HistoryKind[]).filter(
    (kind) => !filters.group || groupOf[kind] === filters.group,
  );
  const branches = wanted.map((kind) => {
    const source = sources[kind];
    const { from, at, hat, organisation, code, detail, words, when } = source;
    return sql`(
      select ${kind}::text as kind, s.id, ${isOfADay(kind) ? inLondon(at) : at} as at, ${code ?? sql`null`}::text as code,
             ${detail ?? sql`null`}::text as detail, ${words ?? sql`null`}::text as words,
             ${hat} as hat, ${organisation ?? sql`null`}::uuid as organisation
        from ${from} s
       where s.case_id = ${caseId}::uuid ${when ? sql`and ${when}` : empty}
         ${beforeOf(kind, at, before)} ${byOrganisation(source, filters.organisationId)}
       order by ${at} desc, s.id desc limit ${limit})`;
  });
  return join(branches, " union all ");
}
