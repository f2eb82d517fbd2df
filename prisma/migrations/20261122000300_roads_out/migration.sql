-- Every road out of the process: standing still, handing over, and moving to another area.

/* T28: a case stands still. A code, two days and who: there is no text column here, on purpose (IS-24). That a case is
   paused, and until when, stands on the case for everybody on it; why is the gateway's. */
create table case_pauses (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  reason text not null check (reason in ('police_request', 'court_proceedings', 'safety_of_person')),
  paused_by_hat uuid not null references hats,
  paused_at timestamptz not null,
  review_on date not null,
  ended_by_hat uuid references hats,
  ended_at timestamptz,
  check ((ended_at is null) = (ended_by_hat is null)),
  check (review_on <= (paused_at at time zone 'Europe/London')::date + 28)
);
create index case_pauses_case on case_pauses (case_id, paused_at);
create unique index case_pauses_live on case_pauses (case_id) where ended_at is null;
alter table case_pauses enable row level security;
alter table case_pauses force row level security;
create policy gateway on case_pauses
  using ((select actor_role()) = 'gateway_officer' and area_id = (select actor_area())
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = case_pauses.case_id), true))
  with check ((select actor_role()) = 'gateway_officer' and area_id = (select actor_area()));
create policy keeper on case_pauses to casebook_keeper using (true) with check (true);
grant select on case_pauses to casebook_keeper;
grant select, insert on case_pauses to casebook_app;
grant update (ended_by_hat, ended_at) on case_pauses to casebook_app;

create index cases_paused on cases (area_id, pause_review_on) where paused_since is not null;

-- A pause that runs past its review date is a time limit like any other. Whatever kinds there are by now, this is one more.
do $$ declare kinds text; begin
  select pg_get_constraintdef(oid) into kinds from pg_constraint where conname = 'clocks_kind_check';
  alter table clocks drop constraint clocks_kind_check;
  execute 'alter table clocks add constraint clocks_kind_check ' || replace(kinds, 'ARRAY[', 'ARRAY[''pause_review''::text, ');
end $$;

/* T05, T14: what is left in sight of a case that the police manage: a code and two dates. Whoever was on it sees that
   much; the rest is the gateway's, and information governance's. */
create table police_led_stubs (
  case_id uuid primary key references cases,
  area_id uuid not null references areas,
  reference text not null,
  closure_code text not null check (closure_code in ('police_investigation', 'unsuitable_police_led')),
  handed_on date not null,
  dispose_on date,
  reader_hats uuid[] not null
);
create index police_led_stubs_area on police_led_stubs (area_id, handed_on desc, case_id);
alter table police_led_stubs enable row level security;
alter table police_led_stubs force row level security;
create policy overseers on police_led_stubs for select
  using ((select actor_role()) in ('gateway_officer', 'governance_officer') and area_id = (select actor_area())
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = police_led_stubs.case_id), true));
create policy was_on_it on police_led_stubs for select
  using ((select actor_role()) in ('coordinator', 'chair', 'panel_member') and (select actor_hat()) = any (reader_hats));
create policy timer on police_led_stubs for select using ((select actor_role()) = 'system');
create policy keeper on police_led_stubs to casebook_keeper using (true) with check (true);
grant select, insert on police_led_stubs to casebook_keeper;
grant select on police_led_stubs to casebook_app;

/* Hats at work on a case or at a meeting that discusses it, less whoever has a conflict. */
create function case_team_hats(the_case uuid) returns table (hat_id uuid, role text)
stable security definer set search_path = public, pg_temp language sql as $$
  select x.hat_id, h.role from (
    select w.hat_id from case_workers w where w.case_id = the_case and w.ended_at is null
    union
    select a.hat_id from panel_attendees a where a.case_id = the_case) x
  join hats h on h.id = x.hat_id and h.ended_at is null
   and h.role in ('coordinator', 'chair', 'panel_member', 'governance_officer', 'provider', 'invitee')
  where not exists (select from case_conflicts c where c.case_id = the_case and c.user_id = h.user_id)
$$;
alter function case_team_hats(uuid) owner to casebook_keeper;
revoke execute on function case_team_hats(uuid) from public;

/* Of these, who reads it: once the police manage it, information governance alone. */
create or replace function case_reading_hats(the_case uuid) returns table (hat_id uuid)
stable security definer set search_path = public, pg_temp language sql as $$
  select t.hat_id from case_team_hats(the_case) t
   where t.role = 'governance_officer'
      or not exists (select from cases c where c.id = the_case and c.closure_code in ('police_investigation', 'unsuitable_police_led'))
$$;

create function handed_to_police() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into police_led_stubs
    select new.id, new.area_id, new.reference, new.closure_code, coalesce(new.closed_at, new.status_since) at time zone 'Europe/London', new.dispose_on,
           coalesce((select array_agg(t.hat_id) from case_team_hats(new.id) t), '{}')
  on conflict (case_id) do nothing;
  perform refresh_case_readers(new.id);
  return null;
end $$;
alter function handed_to_police() owner to casebook_keeper;
-- At the end of the transaction: whoever hands it over reads it until the decision is written.
create constraint trigger handed_to_police after insert or update of closure_code on cases deferrable initially deferred
  for each row when (new.closure_code in ('police_investigation', 'unsuitable_police_led')) execute function handed_to_police();

/* Nothing of a paused case is written but the end of its pause, by whatever road; and nothing at all of one that the
   police manage, or that another area has taken on. Whoever does not see the case is not on it, and is not told: what a
   partner was asked for is taken in. Only the panel's saying that it did not decide, and a conflict of interest, which
   takes sight away, are no part of what stands still. */
create function case_stands_still() returns trigger set search_path = public, pg_temp language plpgsql as $$
declare paused boolean; gone boolean;
begin
  if current_user <> 'casebook_app' or new.case_id is null then return new; end if;
  select c.paused_since is not null, c.status = 'transferred' into paused, gone from cases c where c.id = new.case_id;
  if paused then
    raise exception 'This case is paused. The gateway can end the pause.' using errcode = 'PC001';
  end if;
  if actor_role() = 'system' then return new; end if;
  if gone then
    raise exception 'Another area has taken this case on, so nothing more is written here.' using errcode = 'PC001';
  end if;
  if exists (select from police_led_stubs s where s.case_id = new.case_id) then
    raise exception 'The police manage this case. A code and a date are kept of it, and nothing more is written.' using errcode = 'PC001';
  end if;
  return new;
end $$;

do $$ declare t text; begin
  foreach t in array array['case_workers', 'information_items', 'information_requests', 'assessments', 'assessment_answers', 's36_decisions',
                           'panel_items', 'consents', 'support_plans', 'reviews', 'actions', 'action_extensions', 'deconflictions', 'need_entries'] loop
    execute format('create trigger stands_still before insert or update on %I for each row execute function case_stands_still()', t);
  end loop;
end $$;
create trigger stands_still before insert on panel_attendees for each row execute function case_stands_still();
create trigger stands_still before insert on panel_decisions for each row
  when (new.outcome <> 'discussed_only') execute function case_stands_still();
create trigger stands_still before insert on case_moves for each row
  when (new.transition <> 'T28') execute function case_stands_still();

create function paused_case_stays() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if current_user <> 'casebook_app' then return new; end if;
  if new.paused_since is distinct from old.paused_since or new.pause_review_on is distinct from old.pause_review_on then
    if actor_role() is distinct from 'gateway_officer' then
      raise exception 'Only the gateway pauses a case, or ends its pause.' using errcode = 'PC001';
    end if;
  elsif old.paused_since is not null then
    raise exception 'This case is paused. The gateway can end the pause.' using errcode = 'PC001';
  elsif actor_role() not in ('system', 'governance_officer') and exists (select from police_led_stubs s where s.case_id = old.id) then
    raise exception 'The police manage this case. A code and a date are kept of it, and nothing more is written.' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger paused_stays before update of status, version, closure_code, paused_since, pause_review_on on cases
  for each row execute function paused_case_stays();
