-- The case file in depth: what somebody needs, and what is thought of it.

/* A need is a need (AF-08): there is no column here for a risk, a score or a flag, on purpose. Each row is one version
   of an entry, written once; the newest is current, and those before it stay to be read. */
create table need_entries (
  id uuid primary key default uuid_v7(),
  entry_id uuid not null,                            -- the same for every version of one entry
  version int not null,
  is_current boolean not null default true,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  kind text not null check (kind in ('need', 'protective', 'person_view', 'family_view', 'professional_view')),
  need text check (need in ('physical_health', 'mental_health', 'neurodiversity', 'send', 'disability', 'bullying', 'trauma', 'exploitation', 'substance_use')),
  certainty text not null check (certainty in ('known', 'suspected')),
  words text not null,
  source text not null,
  dated_on date not null,
  stands boolean not null default true,              -- what does not stand any more stays, and says so
  change_reasons text,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null,
  unique (entry_id, version),
  constraint a_need_says_which check ((kind = 'need') = (need is not null)),
  constraint a_change_has_reasons check ((version = 1) = (change_reasons is null))
);
create unique index need_entries_one_is_current on need_entries (entry_id) where is_current;
create index need_entries_now on need_entries (case_id, kind, dated_on) where is_current;
create index need_entries_case on need_entries (case_id, written_at desc, id desc);

/* People around the person: family, school, professionals, others who matter. They are not whom the case is about: who
   they are is sealed under the key of the case, so that nobody can look for them, here or across cases. */
create table people_around (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  relation text not null check (relation in ('mother', 'father', 'carer', 'sibling', 'partner', 'child', 'other_family', 'teacher', 'safeguarding_lead', 'health_worker', 'social_worker', 'youth_worker', 'police_officer', 'other_professional', 'friend', 'community', 'other')),
  safe_to_contact text not null check (safe_to_contact in ('yes', 'with_care', 'no', 'not_known')),
  knows text not null check (knows in ('knows', 'does_not_know', 'not_known')),
  lives_with boolean not null default false,
  sealed bytea,                                      -- name, organisation, how to reach them, what to mind
  version int not null default 1,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null,
  removed_at timestamptz,
  constraint gone_with_what_it_said check ((sealed is null) = (removed_at is not null))
);
create index people_around_case on people_around (case_id, written_at desc, id desc);

/* A document of a case, for an audience like an item of information; and its versions, each a file sealed under the key
   of the case. A version that was replaced or removed stays listed, with who and why. */
create table documents (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  supplied_by uuid not null references organisations,
  marking text not null check (marking in ('official', 'official_sensitive')),
  audience text not null check (audience in ('all_partners', 'panel_members', 'named_organisations', 'chair_and_coordinator')),
  title text,
  sealed_title bytea,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  check ((title is null) <> (sealed_title is null)),
  constraint chair_only_title_is_sealed check (audience <> 'chair_and_coordinator' or title is null)
);
create index documents_case on documents (case_id, added_at desc, id desc);

create table document_audience (
  document_id uuid not null references documents,
  organisation_id uuid not null references organisations,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  primary key (document_id, organisation_id)
);

create table document_versions (
  id uuid primary key default uuid_v7(),
  document_id uuid not null references documents,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  number int not null,
  why text not null check (why in ('first', 'newer', 'corrected', 'signed', 'redacted')),
  content_type text not null,
  bytes int not null check (bytes between 1 and 10485760),
  sha256 text not null,
  sealed bytea,
  scan text not null default 'held' check (scan in ('held', 'clean', 'infected', 'not_scanned')),
  scanned_at timestamptz,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by_hat uuid references hats,
  removed_why text,
  unique (document_id, number),
  constraint removed_with_who_and_why check ((removed_at is null) = (removed_by_hat is null) and (removed_at is null) = (removed_why is null)),
  constraint removed_is_gone check (removed_at is null or sealed is null)
);
create index document_versions_case on document_versions (case_id, added_at desc, id desc);
create index document_versions_waiting on document_versions (id) where scan = 'held';

do $$
declare
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  no_conflict text := 'coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = %1$I.case_id), true)';
  at_gateway text := '(select actor_role()) = ''gateway_officer'' and %1$I.area_id = (select actor_area()) and ' || no_conflict;
  team text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'') and ' || probe;
  runners text := '(select actor_role()) in (''coordinator'', ''chair'') and ' || probe;
begin
  foreach t in array array['need_entries', 'people_around', 'documents', 'document_audience', 'document_versions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;

  -- What a mentor says of somebody, a mentor reads again; what else is here may be of their health (IS-15).
  execute format('create policy team on %1$I for select using (' || team || ')', 'need_entries');
  execute format('create policy gateway on %1$I for select using (' || at_gateway || ')', 'need_entries');
  execute format('create policy mentor on %1$I for select using ((select actor_role()) = ''provider'' and written_by_hat = (select actor_hat()) and ' || probe || ')', 'need_entries');
  execute format('create policy runners on %1$I for insert with check (written_by_hat = (select actor_hat()) and ' || runners || ')', 'need_entries');
  execute format('create policy adds on %1$I for insert with check (version = 1 and written_by_hat = (select actor_hat())
    and (select actor_role()) in (''panel_member'', ''provider'') and ' || probe || ')', 'need_entries');
  execute format('create policy makes_way on %1$I for update using (' || runners || ')', 'need_entries');
  execute format('create policy team on %1$I for select using (' || team || ')', 'people_around');
  execute format('create policy gateway on %1$I using (' || at_gateway || ') with check (' || at_gateway || ' and written_by_hat = (select actor_hat()))', 'people_around');
  execute format('create policy adds on %1$I for insert with check (' || runners || ' and written_by_hat = (select actor_hat()))', 'people_around');
  execute format('create policy changes on %1$I for update using (' || runners || ') with check (' || runners || ' and written_by_hat = (select actor_hat()))', 'people_around');
  -- A document: by audience, as an item of information is. Whoever supplied it always reads it.
  execute format($p$create policy team on documents for select using (
      %1$s and (supplied_by = (select actor_organisation())
        or audience = 'all_partners'
        or audience = 'panel_members'
        or (audience = 'chair_and_coordinator' and (select actor_role()) in ('coordinator', 'chair'))
        or (audience = 'named_organisations' and coalesce((select true from document_audience n where n.document_id = documents.id and n.organisation_id = (select actor_organisation())), false))))$p$,
    format(team, 'documents'));
  execute format($p$create policy gateway on documents for select using (
      %1$s and (supplied_by = (select actor_organisation())
        or audience = 'all_partners'
        or (audience = 'named_organisations' and coalesce((select true from document_audience n where n.document_id = documents.id and n.organisation_id = (select actor_organisation())), false))))$p$,
    format(at_gateway, 'documents'));
  execute format('create policy adds on documents for insert with check (supplied_by = (select actor_organisation()) and added_by_hat = (select actor_hat())
    and (((select actor_role()) in (''coordinator'', ''chair'', ''panel_member'') and ' || probe || ') or (' || at_gateway || ')))', 'documents');
  execute format('create policy team on document_audience for select using (' || team || ' and organisation_id = (select actor_organisation()))', 'document_audience');
  execute format('create policy gateway on document_audience for select using (' || at_gateway || ' and organisation_id = (select actor_organisation()))', 'document_audience');
  execute 'create policy written_with_the_document on document_audience for insert with check (area_id = (select actor_area())
    and (select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''gateway_officer''))';

  -- A version follows its document, whose own policy answers here.
  execute 'create policy follows_its_document on document_versions for select
    using (coalesce((select true from documents d where d.id = document_versions.document_id), false))';
  execute 'create policy adds on document_versions for insert with check (added_by_hat = (select actor_hat())
    and (select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''gateway_officer'')
    and coalesce((select true from documents d where d.id = document_versions.document_id and d.case_id = document_versions.case_id
                   and (d.supplied_by = (select actor_organisation()) or (select actor_role()) in (''coordinator'', ''chair''))), false))';
  execute 'create policy removes on document_versions for update using (
        (select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''gateway_officer'')
    and coalesce((select true from documents d where d.id = document_versions.document_id
                   and (d.supplied_by = (select actor_organisation()) or (select actor_role()) in (''coordinator'', ''chair''))), false))';
  execute 'create policy scanner on document_versions using ((select actor_role()) = ''system'')';
end $$;
grant update (sealed, scan, scanned_at, removed_at, removed_by_hat, removed_why) on document_versions to casebook_app;
grant update (relation, safe_to_contact, knows, lives_with, sealed, version, written_by_hat, written_at, removed_at) on people_around to casebook_app;
grant update (is_current) on need_entries to casebook_app;

-- One line of time: each source of the chronology is read from its own end, a page at a time.
create index information_items_entered on information_items (case_id, entered_at desc, id desc);
create index information_requests_answered on information_requests (case_id, answered_at desc, id desc) where answered_at is not null;
create index actions_added on actions (case_id, added_at desc, id desc) where case_id is not null;
create index actions_done on actions (case_id, done_on desc, id desc) where status = 'done' and done_on is not null;
create index case_workers_named on case_workers (case_id, assigned_at desc, id desc);
create index referral_addenda_case on referral_addenda (case_id, added_at desc, id desc) where case_id is not null;
create index attachments_case on attachments (case_id, added_at desc, id desc) where case_id is not null;

/* The words of a case that are kept in clear, to be searched by those who hold it (IS-19). Each row is as visible as the
   row that it comes from: the policy asks that row. What is sealed is not here. Kept by the triggers below. */
create table case_texts (
  id uuid primary key default uuid_v7(),
  source text not null,
  row_id uuid not null,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  at timestamptz not null,
  body text not null,
  words tsvector not null generated always as (to_tsvector('english', body)) stored,
  unique (source, row_id)
);
create index case_texts_words on case_texts using gin (words);
create index case_texts_case on case_texts (case_id);
alter table case_texts enable row level security;
alter table case_texts force row level security;
create policy keeper on case_texts to casebook_keeper using (true) with check (true);
grant select on case_texts to casebook_app;
grant select, insert, update, delete on case_texts to casebook_keeper;

/* The first argument is the source, the second its key, the others the columns whose words are kept. */
create function keep_text() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare
  r jsonb := to_jsonb(coalesce(new, old));
  said text;
begin
  if tg_op <> 'DELETE' and r ->> 'case_id' is not null and coalesce((r ->> 'is_current')::boolean, true) then
    select string_agg(case jsonb_typeof(r -> c.name)
                        when 'object' then (select string_agg(x.value, E'\n') from jsonb_each_text(r -> c.name) x where length(x.value) > 20)
                        else r ->> c.name end, E'\n' order by c.n)
      into said from unnest(tg_argv[2:]) with ordinality c (name, n);
  end if;
  if coalesce(trim(said), '') = '' then
    delete from case_texts t where t.source = tg_argv[0] and t.row_id = (r ->> tg_argv[1])::uuid;
  else
    insert into case_texts (source, row_id, case_id, area_id, at, body)
      values (tg_argv[0], (r ->> tg_argv[1])::uuid, (r ->> 'case_id')::uuid, (r ->> 'area_id')::uuid,
              coalesce(r ->> 'entered_at', r ->> 'added_at', r ->> 'asked_at', r ->> 'decided_at', r ->> 'written_at', r ->> 'submitted_at', r ->> 'held_on')::timestamptz,
              said)
    on conflict (source, row_id) do update set body = excluded.body, case_id = excluded.case_id where case_texts.body <> excluded.body;
  end if;
  return null;
end $$;
alter function keep_text() owner to casebook_keeper;
revoke execute on function keep_text() from public;

do $$
declare
  s record;
  visible text := '';
begin
  for s in select * from (values
      ('referral',  'referral_texts',       'referral_id', '''answers'''),
      ('addendum',  'referral_addenda',     'id', '''body'''),
      ('item',      'information_items',    'id', '''body'', ''source'''),
      ('request',   'information_requests', 'id', '''question'', ''answer_note'''),
      ('need',      'need_entries',         'id', '''words'', ''source'''),
      ('section36', 's36_decisions',        'id', '''reasons'', ''other_reasons'''),
      ('panel',     'panel_decisions',      'id', '''reasons'', ''dissent'''),
      ('plan',      'support_plans',        'id', '''nature'', ''objective'', ''delivery'', ''exit_criteria'''),
      ('action',    'actions',              'id', '''title'', ''note'''),
      ('review',    'reviews',              'id', '''summary'''),
      ('document',  'documents',            'id', '''title''')) v (source, t, key, columns) loop
    execute format('create trigger keeps_text after insert or update or delete on %I for each row execute function keep_text(%L, %L, %s)', s.t, s.source, s.key, s.columns);
    visible := visible || format(' when %L then coalesce((select true from %I s where s.%I = case_texts.row_id), false)', s.source, s.t, s.key);
  end loop;
  execute 'create policy follows_its_source on case_texts for select using (case source' || visible || ' else false end)';
end $$;

/* An index of words cannot serve behind a policy, so the words are looked up past it, in the cases that the reader holds
   and in no others. Whoever calls it reads the rows themselves as always. */
create function find_texts(wanted text, at_most int) returns table (id uuid)
stable security definer set search_path = public, pg_temp language sql as $$
  select t.id from case_texts t
   where t.words @@ websearch_to_tsquery('english', wanted) and t.area_id = actor_area()
     and case when actor_role() = 'gateway_officer'
           then not exists (select from case_conflicts x where x.user_id = actor_id() and x.case_id = t.case_id)
           else exists (select from case_readers r where r.hat_id = actor_hat() and r.case_id = t.case_id) end
   order by t.at desc limit at_most
$$;
alter function find_texts(text, int) owner to casebook_keeper;
revoke execute on function find_texts(text, int) from public;
grant execute on function find_texts(text, int) to casebook_app;
alter table searches drop constraint searches_kind_check;
alter table searches add constraint searches_kind_check check (kind in ('cases', 'people', 'texts'));
