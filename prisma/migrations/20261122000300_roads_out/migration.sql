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

/* Nothing of a paused case is written but the end of its pause, by whatever road. Whoever does not see the case is not
   on it, and is not told: what a partner was asked for is taken in. Only the panel's saying that it did not decide, and
   a conflict of interest, which takes sight away, are no part of what stands still. */
create function case_stands_still() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if current_user = 'casebook_app' and new.case_id is not null
     and exists (select from cases c where c.id = new.case_id and c.paused_since is not null) then
    raise exception 'This case is paused. The gateway can end the pause.' using errcode = 'PC001';
  end if;
  return new;
end $$;

do $$ declare t text; begin
  foreach t in array array['case_workers', 'information_items', 'information_requests', 'assessments', 'assessment_answers', 's36_decisions',
                           'panel_items', 'consents', 'support_plans', 'reviews', 'actions', 'action_extensions', 'deconflictions'] loop
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
  end if;
  return new;
end $$;
create trigger paused_stays before update of status, version, closure_code, paused_since, pause_review_on on cases
  for each row execute function paused_case_stays();
