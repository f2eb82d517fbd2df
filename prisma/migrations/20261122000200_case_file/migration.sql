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

do $$
declare
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  no_conflict text := 'coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = %1$I.case_id), true)';
  at_gateway text := '(select actor_role()) = ''gateway_officer'' and %1$I.area_id = (select actor_area()) and ' || no_conflict;
  team text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'') and ' || probe;
  runners text := '(select actor_role()) in (''coordinator'', ''chair'') and ' || probe;
begin
  foreach t in array array['need_entries', 'people_around'] loop
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
end $$;
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
