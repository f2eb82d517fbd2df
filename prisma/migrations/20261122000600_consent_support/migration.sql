-- Consent in its parts, what the person has been told, the sessions of support, and what follows it.

/* Several consents may live on one case, each with a scope of its own: a strand is one of them, from the asking on.
   The number counts the entries of the whole ledger, the strand says which consent an entry belongs to. */
alter table consents add column strand int not null default 1 check (strand > 0);

/* What stands now, strand by strand: the last entry of each. */
create function standing_consents(wanted uuid) returns table (strand int, state text, details jsonb)
security definer set search_path = public, pg_temp stable language sql as $$
  select distinct on (c.strand) c.strand, c.state, c.details from consents c where c.case_id = wanted order by c.strand, c.number desc
$$;

/* C-09: whether a live consent covers this kind of support by this organisation. An entry that names neither covers both. */
create function support_is_covered(wanted uuid, kind text, organisation uuid) returns boolean
security definer set search_path = public, pg_temp stable language sql as $$
  select exists (select from standing_consents(wanted) s
                  where s.state = 'given'
                    and (not s.details ? 'supportTypes' or s.details -> 'supportTypes' ? coalesce(kind, ''))
                    and (not s.details ? 'organisationIds' or s.details -> 'organisationIds' ? organisation::text))
$$;

/* Whether consent stood on a day: a session was right if it was right then, whatever came afterwards. */
create function consent_stood_on(wanted uuid, day date) returns boolean
security definer set search_path = public, pg_temp stable language sql as $$
  select exists (select from (
    select distinct on (c.strand) c.state from consents c
     where c.case_id = wanted and c.on_day <= day order by c.strand, c.number desc) s where s.state = 'given')
$$;

/* The same two questions for whoever reads the case. A mentor is told that much, and not what was signed. */
create or replace function consent_stands(wanted uuid) returns boolean
security definer set search_path = public, pg_temp stable language sql as $$
  select exists (select from case_readers r where r.hat_id = actor_hat() and r.case_id = wanted)
     and exists (select from standing_consents(wanted) s where s.state = 'given')
$$;
create function support_may_run(wanted uuid, kind text, organisation uuid) returns boolean
security definer set search_path = public, pg_temp stable language sql as $$
  select exists (select from case_readers r where r.hat_id = actor_hat() and r.case_id = wanted)
     and support_is_covered(wanted, kind, organisation)
$$;

create or replace function support_needs_consent() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.kind = 'support' and new.status in ('in_progress', 'done')
     and (tg_op = 'INSERT' or old.status is distinct from new.status
          or (new.status = 'in_progress'
              and (old.support_type, old.owner_organisation_id) is distinct from (new.support_type, new.owner_organisation_id)))
     and not support_is_covered(new.case_id, new.support_type, new.owner_organisation_id) then
    raise exception 'Support waits until consent is given.' using errcode = 'PC001'; -- C-09
  end if;
  return new;
end $$;

/* C-07 and C-09: what a consent covered stops with it, in the same moment, whoever writes the entry. What is done stays done. */
create function support_stops_with_consent() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update actions a set status = 'not_started', version = a.version + 1
   where a.case_id = new.case_id and a.kind = 'support' and a.status = 'in_progress'
     and not support_is_covered(a.case_id, a.support_type, a.owner_organisation_id);
  return null;
end $$;
create trigger support_stops after insert on consents for each row
  when (new.state in ('withdrawn', 'lapsed', 'refused')) execute function support_stops_with_consent();
grant update (status, version) on actions to casebook_keeper;

/* A signed form that a mentor brings. It is no consent until the coordinator or the chair has confirmed it. */
create table consent_forms (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  signed_on date not null,
  given_by text not null,
  note text,
  handed_by_hat uuid not null references hats,
  handed_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'returned')),
  settled_by_hat uuid references hats,
  settled_at timestamptz,
  return_reason text,
  version int not null default 1,
  constraint settled_by_somebody check ((state = 'waiting') = (settled_at is null))
);
create index consent_forms_case on consent_forms (case_id, handed_at);

/* Who runs a case, for somebody at work on it who may not see the list: a worry or a form has to reach them. */
create function hats_running(wanted uuid) returns table (hat_id uuid)
security definer set search_path = public, pg_temp stable language sql as $$
  select r.hat_id from case_readers r join hats h on h.id = r.hat_id
   where r.case_id = wanted and h.role in ('coordinator', 'chair')
     and exists (select from case_readers me where me.hat_id = actor_hat() and me.case_id = wanted)
$$;

/* C-10: after a no, the panel may look again. Each time is a decision of its own, with a reason and an end. */
create table reassessments (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  number int not null,
  reason text not null check (length(reason) > 0),
  due_on date not null,
  decided_by_hat uuid not null references hats,
  decided_at timestamptz not null,
  held_on date,
  outcome text check (outcome in ('no_further', 'look_again', 'new_referral')),
  finding text,
  held_by_hat uuid references hats,
  version int not null default 1,
  constraint held_with_an_outcome check ((held_on is null) = (outcome is null) and (held_on is null) = (finding is null))
);
create unique index reassessments_case on reassessments (case_id, number);
create index reassessments_waiting on reassessments (case_id) where held_on is null;

/* TR-02: at each stage, told or not told. Written once; looking again writes another. */
create table tellings (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  number int not null,
  stage text not null check (stage in ('referral', 'panel', 'adoption', 'exit', 'erasure')),
  is_told boolean not null,
  on_day date not null,                              -- told then, or looked at then
  told_whom text check (told_whom in ('person', 'parent', 'both')),
  told_by text,
  method text check (method in ('in_person', 'telephone', 'letter', 'through_agency')),
  exemption text check (exemption in ('increases_risk', 'prejudices_investigation', 'risk_to_child', 'not_practicable')),
  reasons text,
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null,
  constraint told_by_somebody check (is_told = (told_whom is not null and told_by is not null and method is not null)),
  constraint not_told_for_a_reason check (is_told = (exemption is null and reasons is null))
);
create unique index tellings_case on tellings (case_id, number);

/* Which stages a case has come to at which nobody has told the person. The referrer's own answer counts for the first. */
create function untold_stages(the_case uuid) returns text[]
security definer set search_path = public, pg_temp stable language sql as $$
  select coalesce(array_agg(s.stage order by s.place), '{}')
    from cases c join referral_texts t on t.referral_id = c.referral_id,
         lateral (values (1, 'referral', true),
                         (2, 'panel', exists (select from panel_decisions d where d.case_id = c.id)),
                         (3, 'adoption', c.adopted_on is not null),
                         (4, 'exit', c.exited_on is not null)) s (place, stage, is_reached)
   where c.id = the_case and s.is_reached
     and not (s.stage = 'referral' and t.answers ->> 'told' = 'yes'
              and not exists (select from tellings x where x.case_id = c.id and x.stage = 'referral'))
     and not coalesce((select x.is_told from tellings x where x.case_id = c.id and x.stage = s.stage order by x.number desc limit 1), false)
$$;

/* TR-03: somebody who has not been told 90 days after closure. Information governance asks why, without reading the case. */
create table untold_tasks (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  reference text not null,
  closed_on date not null,
  stages text[] not null,
  raised_on date not null,
  outcome text check (outcome in ('told', 'ask_coordinator', 'exemption_holds')),
  reasons text,
  look_again_on date,
  settled_by_hat uuid references hats,
  settled_at timestamptz,
  version int not null default 1,
  constraint settled_with_an_outcome check ((settled_at is null) = (outcome is null))
);
create unique index untold_tasks_open on untold_tasks (case_id) where settled_at is null;
create index untold_tasks_area on untold_tasks (area_id, raised_on) where settled_at is null;

/* What the timer asks, as the system of an area: closed for 90 days, not told, and nobody is on to it. */
create function untold_after_closure(today date) returns table (case_id uuid, reference text, data_key_id uuid, closed_on date, stages text[], told_hats uuid[])
security definer set search_path = public, pg_temp stable language sql as $$
  select c.id, c.reference, c.data_key_id, x.closed_on, u.stages,
         array(select h.id from hats h where h.area_id = c.area_id and h.role = 'governance_officer' and h.ended_at is null
                  and not exists (select from case_conflicts k where k.case_id = c.id and k.user_id = h.user_id))
    from cases c,
         lateral (select (c.closed_at at time zone 'Europe/London')::date as closed_on) x,
         lateral (select untold_stages(c.id) as stages) u
   where actor_role() = 'system' and c.area_id = actor_area() and c.status not in ('erased', 'police_led')
     and x.closed_on < today - 90 and cardinality(u.stages) > 0
     and not exists (select from untold_tasks k where k.case_id = c.id and (k.settled_at is null or k.look_again_on > today))
   order by c.closed_at limit 200
$$;

/* Who runs the case of a task, for the officer who asks them and does not read the case. */
create function hats_to_ask(task uuid) returns table (hat_id uuid)
security definer set search_path = public, pg_temp stable language sql as $$
  select r.hat_id from untold_tasks k join case_readers r on r.case_id = k.case_id join hats h on h.id = r.hat_id
   where k.id = task and k.area_id = actor_area() and actor_role() = 'governance_officer' and h.role in ('coordinator', 'chair')
     and not exists (select from case_conflicts x where x.case_id = k.case_id and x.user_id = actor_id())
$$;

/* When the last stage has been told, there is nothing left to ask. */
create function untold_is_settled() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if cardinality(untold_stages(new.case_id)) = 0 then
    update untold_tasks k set outcome = 'told', settled_at = new.recorded_at, settled_by_hat = new.recorded_by_hat, version = k.version + 1
     where k.case_id = new.case_id and k.settled_at is null;
  end if;
  return null;
end $$;
create trigger untold_is_settled after insert on tellings for each row when (new.is_told) execute function untold_is_settled();

/* What the person needs, and what the plan is to reach by it. A need stands from one version of the plan to another (T17). */
create table support_needs (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  need text not null,
  objective text not null,
  measure text not null,
  added_in int not null,
  ended_in int,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  version int not null default 1,
  constraint ended_afterwards check (ended_in is null or ended_in >= added_in)
);
create index support_needs_case on support_needs (case_id, added_at);
alter table actions add column need_id uuid references support_needs;

create table support_sessions (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  provider_hat uuid not null references hats,
  planned_on date not null,
  state text not null default 'planned' check (state in ('planned', 'held', 'missed', 'called_off')),
  place text not null,
  content text,
  missed_because text check (missed_because in ('did_not_come', 'person_called_off', 'provider_called_off', 'other')),
  recorded_at timestamptz,
  planned_at timestamptz not null,
  version int not null default 1,
  constraint held_says_what check ((state = 'held') = (content is not null)),
  constraint missed_says_why check ((state in ('missed', 'called_off')) = (missed_because is not null))
);
create index support_sessions_case on support_sessions (case_id, planned_on desc);
create index support_sessions_mine on support_sessions (provider_hat, state, planned_on);

/* C-09 for sessions: none is held on a day on which no consent stood. */
create function session_needs_consent() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.state = 'held' and (tg_op = 'INSERT' or old.state is distinct from new.state)
     and not consent_stood_on(new.case_id, new.planned_on) then
    raise exception 'No session is held on a day on which there was no consent.' using errcode = 'PC001'; -- C-09
  end if;
  return new;
end $$;
create trigger session_needs_consent before insert or update on support_sessions for each row execute function session_needs_consent();

/* A worry that came up in support. It stays before the coordinator and the chair until one of them has answered it. */
create table support_concerns (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  session_id uuid references support_sessions,
  what text not null check (length(what) > 0),
  is_anyone_at_risk boolean not null,
  raised_by_hat uuid not null references hats,
  raised_at timestamptz not null,
  answer text,
  answered_by_hat uuid references hats,
  answered_at timestamptz,
  version int not null default 1,
  constraint answered_in_words check ((answered_at is null) = (answer is null))
);
create index support_concerns_case on support_concerns (case_id, raised_at desc);
create index support_concerns_open on support_concerns (case_id) where answered_at is null;

create table end_reports (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  provider_hat uuid not null references hats,
  done text not null,
  changed text not null,
  remains text not null,
  suggested text not null,
  held int not null,                                 -- sessions, counted on the day it was written
  missed int not null,
  written_at timestamptz not null
);
create unique index end_reports_case on end_reports (case_id, provider_hat);

/* Another service was asked to take somebody on: whether it did is asked until it answers. */
create table onward_referrals (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  service text not null,
  made_at_stage text not null check (made_at_stage in ('exit', 'review')),
  made_on date not null,
  due_on date not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'not_accepted')),
  answered_on date,
  answer text,
  chased_on date,
  chases int not null default 0,
  made_by_hat uuid not null references hats,
  version int not null default 1,
  constraint answered_on_a_day check ((state = 'waiting') = (answered_on is null))
);
create index onward_referrals_case on onward_referrals (case_id, made_on);
create index onward_referrals_waiting on onward_referrals (case_id) where state = 'waiting';

-- The clocks of this file, beside those that are there already.
do $$
declare kinds text;
begin
  select string_agg(distinct quote_literal(kind), ', ') into kinds from (
    select (regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''::text', 'g'))[1] as kind
      from pg_constraint k where k.conrelid = 'clocks'::regclass and k.conname = 'clocks_kind_check'
    union select unnest(array['after_refusal', 'reassessment'])) x;
  alter table clocks drop constraint clocks_kind_check;
  execute format('alter table clocks add constraint clocks_kind_check check (kind in (%s))', kinds);
end $$;

do $$
declare
  f text;
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  no_conflict text := 'coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = %1$I.case_id), true)';
  team text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'') and ' || probe;
  runners text := '(select actor_role()) in (''coordinator'', ''chair'') and ' || probe;
  own text := '(select actor_role()) = ''provider'' and %1$I.%2$I = (select actor_hat()) and ' || probe;
begin
  foreach f in array array['standing_consents(uuid)', 'support_is_covered(uuid, text, uuid)', 'consent_stood_on(uuid, date)', 'support_may_run(uuid, text, uuid)', 'hats_running(uuid)',
                           'support_stops_with_consent()', 'untold_stages(uuid)', 'untold_after_closure(date)', 'hats_to_ask(uuid)', 'untold_is_settled()', 'session_needs_consent()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach f in array array['support_may_run(uuid, text, uuid)', 'hats_running(uuid)', 'hats_to_ask(uuid)', 'untold_after_closure(date)'] loop
    execute format('grant execute on function %s to casebook_app', f);
  end loop;

  foreach t in array array['consent_forms', 'reassessments', 'tellings', 'untold_tasks', 'support_needs', 'support_sessions', 'support_concerns',
                           'end_reports', 'onward_referrals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;

  foreach t in array array['reassessments', 'tellings', 'support_needs', 'onward_referrals', 'end_reports'] loop
    execute format('create policy team on %1$I for select using (' || team || ')', t);
  end loop;
  foreach t in array array['reassessments', 'tellings', 'support_needs', 'onward_referrals'] loop
    execute format('create policy runners on %1$I for insert with check (' || runners || ')', t);
  end loop;
  foreach t in array array['reassessments', 'support_needs', 'onward_referrals'] loop
    execute format('create policy runners_change on %1$I for update using (' || runners || ')', t);
  end loop;
  foreach t in array array['consent_forms', 'support_sessions', 'support_concerns'] loop
    execute format('create policy runners on %1$I using (' || runners || ') with check (' || runners || ')', t);
  end loop;
  -- A mentor has their own, and no other mentor's.
  execute format('create policy own on %1$I for select using (' || own || ')', 'consent_forms', 'handed_by_hat');
  execute format('create policy own_in on %1$I for insert with check (' || own || ')', 'consent_forms', 'handed_by_hat');
  execute format('create policy own on %1$I using (' || own || ') with check (' || own || ')', 'support_sessions', 'provider_hat');
  execute format('create policy own on %1$I for select using (' || own || ')', 'support_concerns', 'raised_by_hat');
  execute format('create policy own_in on %1$I for insert with check (' || own || ')', 'support_concerns', 'raised_by_hat');
  execute format('create policy own on %1$I for select using (' || own || ')', 'end_reports', 'provider_hat');
  execute format('create policy own_in on %1$I for insert with check (' || own || ')', 'end_reports', 'provider_hat');

  execute format('create policy governance on %1$I using ((select actor_role()) = ''governance_officer'' and %1$I.area_id = (select actor_area()) and ' || no_conflict || ')', 'untold_tasks');
end $$;
create policy timer on untold_tasks using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
grant update on consent_forms, reassessments, support_needs, support_sessions, support_concerns, onward_referrals, untold_tasks to casebook_app;
grant update on untold_tasks to casebook_keeper;

-- A case that is paused stands still in these too; but a worry is always heard, and consent can always be taken back (C-07).
do $$ declare t text; begin
  foreach t in array array['consent_forms', 'reassessments', 'support_needs', 'support_sessions', 'end_reports', 'onward_referrals'] loop
    execute format('create trigger stands_still before insert or update on %I for each row execute function case_stands_still()', t);
  end loop;
end $$;
drop trigger stands_still on consents;
create trigger stands_still before insert on consents for each row when (new.state <> 'withdrawn') execute function case_stands_still();
