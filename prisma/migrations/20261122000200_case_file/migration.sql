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
