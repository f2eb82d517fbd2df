-- One engine for every time limit: what runs, who is told of it, who covers for whom, and what each area allows.

/* Working days are counted with these. `npm run holidays -- file.json` brings in the list that GOV.UK publishes. */
create table bank_holidays (
  day date primary key,
  name text not null,
  source text not null,
  loaded_at timestamptz not null default now()
);
alter table bank_holidays enable row level security;
alter table bank_holidays force row level security;
create policy everyone_knows_the_calendar on bank_holidays for select using (true);
create policy set_up on bank_holidays to casebook_owner using (true) with check (true);
grant select on bank_holidays to casebook_app, casebook_keeper;
insert into bank_holidays (day, name, source)
select make_date(y, m, d), n, 'www.gov.uk/bank-holidays.json, England and Wales' from (values
  (2024, 1, 1, 'New Year’s Day'), (2024, 3, 29, 'Good Friday'), (2024, 4, 1, 'Easter Monday'), (2024, 5, 6, 'Early May bank holiday'),
  (2024, 5, 27, 'Spring bank holiday'), (2024, 8, 26, 'Summer bank holiday'), (2024, 12, 25, 'Christmas Day'), (2024, 12, 26, 'Boxing Day'),
  (2025, 1, 1, 'New Year’s Day'), (2025, 4, 18, 'Good Friday'), (2025, 4, 21, 'Easter Monday'), (2025, 5, 5, 'Early May bank holiday'),
  (2025, 5, 26, 'Spring bank holiday'), (2025, 8, 25, 'Summer bank holiday'), (2025, 12, 25, 'Christmas Day'), (2025, 12, 26, 'Boxing Day'),
  (2026, 1, 1, 'New Year’s Day'), (2026, 4, 3, 'Good Friday'), (2026, 4, 6, 'Easter Monday'), (2026, 5, 4, 'Early May bank holiday'),
  (2026, 5, 25, 'Spring bank holiday'), (2026, 8, 31, 'Summer bank holiday'), (2026, 12, 25, 'Christmas Day'), (2026, 12, 28, 'Boxing Day (substitute day)'),
  (2027, 1, 1, 'New Year’s Day'), (2027, 3, 26, 'Good Friday'), (2027, 3, 29, 'Easter Monday'), (2027, 5, 3, 'Early May bank holiday'),
  (2027, 5, 31, 'Spring bank holiday'), (2027, 8, 30, 'Summer bank holiday'), (2027, 12, 27, 'Christmas Day (substitute day)'), (2027, 12, 28, 'Boxing Day (substitute day)'),
  (2028, 1, 3, 'New Year’s Day (substitute day)'), (2028, 4, 14, 'Good Friday'), (2028, 4, 17, 'Easter Monday'), (2028, 5, 1, 'Early May bank holiday'),
  (2028, 5, 29, 'Spring bank holiday'), (2028, 8, 28, 'Summer bank holiday'), (2028, 12, 25, 'Christmas Day'), (2028, 12, 26, 'Boxing Day')
) as h (y, m, d, n);

/* What an area allows, from a day on. Each change is a row of its own, written once: the rows are the history. */
create table area_limits (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  kind text not null,
  count int not null check (count between 0 and 400),
  from_on date not null,
  reason text not null,
  set_by_hat uuid not null references hats,
  set_at timestamptz not null
);
create index area_limits_in_force on area_limits (area_id, kind, from_on desc, set_at desc);
alter table area_limits enable row level security;
alter table area_limits force row level security;
create policy of_this_area on area_limits for select using (area_id = (select actor_area()) or (select actor_role()) = 'system');
create policy administrators_set on area_limits for insert with check ((select actor_role()) = 'administrator' and area_id = (select actor_area()));
grant select, insert on area_limits to casebook_app;
alter table areas drop column limits;

-- The council's director of an area: whom the longest overdue is brought to, without names.
alter table areas add column director_hat_id uuid references hats;
create policy administrators_set on areas for update using ((select actor_role()) = 'administrator' and id = (select actor_area()));
grant update (director_hat_id) on areas to casebook_app;

/* Who stands in for whom, from day to day. It opens no case to anybody: the cover gets what the cover may see. */
create table absences (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  hat_id uuid not null references hats,
  cover_hat_id uuid not null references hats,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  set_by_hat uuid not null references hats,
  set_at timestamptz not null,
  ended_at timestamptz,
  check (hat_id <> cover_hat_id)
);
create index absences_area on absences (area_id, to_on) where ended_at is null;
create index absences_hat on absences (hat_id, to_on) where ended_at is null;
create index absences_cover on absences (cover_hat_id, to_on) where ended_at is null;
alter table absences enable row level security;
alter table absences force row level security;
create policy mine on absences using (hat_id = (select actor_hat())) with check (hat_id = (select actor_hat()) and area_id = (select actor_area()));
create policy covered_by_me on absences for select using (cover_hat_id = (select actor_hat()));
create policy of_my_organisation on absences
  using ((select actor_role()) = 'agency_lead' and area_id = (select actor_area())
    and coalesce((select true from hats h where h.id = absences.hat_id and h.organisation_id = (select actor_organisation())), false));
create policy administrators_set on absences using ((select actor_role()) = 'administrator' and area_id = (select actor_area()));
create policy timer on absences for select using ((select actor_role()) = 'system');
grant select, insert on absences to casebook_app;
grant update (ended_at) on absences to casebook_app;

-- A clock may be of a request, an action or the area itself, be somebody's by name, and stand still while its case does.
alter table clocks
  add column request_id uuid references information_requests,
  add column action_id uuid references actions,
  add column plan_id uuid references plans,
  add column owner_hat_id uuid references hats,
  add column owner_organisation_id uuid references organisations,
  add column paused_on date,
  drop constraint clocks_kind_check,
  drop constraint clocks_check1,
  add check (kind in ('acknowledge_referral', 'gateway_assessment', 's36_decision', 'panel_discussion', 'panel_meeting', 'case_review', 'assessment_refresh', 'consent_sought', 'review_6m', 'review_12m', 'provider_contact', 'provider_silence', 'information_request', 'case_action', 'plan_action')),
  add check (referral_id is not null or case_id is not null or plan_id is not null or kind = 'panel_meeting'),
  add check ((kind = 'information_request') = (request_id is not null)),
  add check ((kind in ('case_action', 'plan_action')) = (action_id is not null)),
  add check ((kind = 'plan_action') = (plan_id is not null));
drop index clocks_one_of_a_kind;
create unique index clocks_one_of_a_kind on clocks (case_id, kind) where stopped_on is null and case_id is not null and request_id is null and action_id is null;
create unique index clocks_one_of_a_request on clocks (request_id) where stopped_on is null and request_id is not null;
create unique index clocks_one_of_an_action on clocks (action_id) where stopped_on is null and action_id is not null;
create index clocks_of_a_plan on clocks (plan_id, due_on) where stopped_on is null and plan_id is not null;
create unique index clocks_one_of_an_area on clocks (area_id) where stopped_on is null and kind = 'panel_meeting';

/* What was said of a clock, to whom, and when: each step once, whatever happens to whoever takes it. */
create table clock_steps (
  clock_id uuid not null references clocks on delete cascade,
  step text not null check (step in ('reminder', 'overdue', 'to_coordinator', 'to_chair', 'to_director')),
  area_id uuid not null references areas,
  case_id uuid references cases,
  due_on date not null,
  told_hats uuid[] not null,
  taken_at timestamptz not null,
  primary key (clock_id, step)
);
alter table clock_steps enable row level security;
alter table clock_steps force row level security;
create policy follows_its_clock on clock_steps for select
  using (coalesce((select true from clocks k where k.id = clock_steps.clock_id), false));
create policy timer on clock_steps using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
grant select, insert on clock_steps to casebook_app;

-- What has no case is not the council's queue by that alone, nor the gateway's.
drop policy referral_clocks on clocks;
create policy referral_clocks on clocks for select
  using (case_id is null and referral_id is not null and area_id = (select actor_area()) and (select actor_role()) = 'coordinator');
drop policy gateway on clocks;
create policy gateway on clocks
  using ((select actor_role()) = 'gateway_officer' and area_id = (select actor_area()) and (case_id is not null or referral_id is not null)
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = clocks.case_id), true))
  with check ((select actor_role()) = 'gateway_officer' and area_id = (select actor_area()) and (case_id is not null or referral_id is not null)
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = clocks.case_id), true));
create policy of_the_area on clocks
  using (kind = 'panel_meeting' and area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'))
  with check (kind = 'panel_meeting' and area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'));
create policy plan_readers on clocks for select
  using (plan_id is not null and (select actor_role()) in ('prevent_coordinator', 'steering_member', 'agency_lead', 'auditor')
    and coalesce((select true from plan_areas p where p.area_id = (select actor_area()) and p.plan_id = clocks.plan_id), false));

create policy gold_reads_what_is_approved on clocks for select
  using (plan_id is not null and (select actor_role()) = 'gold_reader'
    and coalesce((select true from plan_areas p where p.area_id = (select actor_area()) and p.plan_id = clocks.plan_id and p.status = 'approved'), false));

-- The engine has to know who may see a case before it tells them of it.
create policy timer on case_readers for select using ((select actor_role()) = 'system');
create policy timer on case_conflicts for select using ((select actor_role()) = 'system');

/* When the application says it is, so that a clock that a row keeps stops on the same day as everything else. */
create function actor_today() returns date stable language sql as $$
  select (coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) at time zone 'Europe/London')::date
$$;

/* A request for information and an action carry a day of their own. Its clock is kept by the row, whoever writes it. */
create function stop_own_clock(which uuid, is_cancelled boolean, on_day date) returns void
security definer set search_path = public, pg_temp language sql as $$
  update clocks k set stopped_on = on_day,
         outcome = case when is_cancelled then 'cancelled' when on_day > k.due_on then 'missed' else 'met' end
   where k.stopped_on is null and (k.request_id = which or k.action_id = which)
$$;

create function request_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  is_open boolean := new.state in ('asked', 'part');
begin
  if tg_op = 'UPDATE' and not is_open and old.state in ('asked', 'part') then
    perform stop_own_clock(new.id, new.state = 'cancelled', coalesce((new.answered_at at time zone 'Europe/London')::date, actor_today()));
  elsif tg_op = 'UPDATE' and is_open and new.due_on <> old.due_on then
    update clocks k set due_on = new.due_on where k.request_id = new.id and k.stopped_on is null and k.due_on <> new.due_on;
  elsif tg_op = 'INSERT' then
    insert into clocks (area_id, case_id, request_id, kind, owner_role, owner_organisation_id, started_on, due_on, stopped_on, outcome)
    select new.area_id, new.case_id, new.id, 'information_request', 'agency_lead', new.organisation_id,
           (new.asked_at at time zone 'Europe/London')::date, new.due_on, x.on_day,
           case when x.on_day is null then null when new.state = 'cancelled' then 'cancelled' when x.on_day > new.due_on then 'missed' else 'met' end
      from (select case when not is_open then coalesce((new.answered_at at time zone 'Europe/London')::date, actor_today()) end as on_day) x;
  end if;
  return null;
end $$;
create trigger kept_clock after insert or update of state, due_on on information_requests for each row execute function request_clock();

create function action_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  is_open boolean := new.status in ('not_started', 'in_progress');
  was_open boolean := tg_op = 'UPDATE' and old.status in ('not_started', 'in_progress');
begin
  if tg_op = 'UPDATE' and was_open and not is_open then
    perform stop_own_clock(new.id, new.status = 'cancelled', coalesce(new.done_on, actor_today()));
  elsif is_open and was_open and new.owner_hat_id is distinct from old.owner_hat_id and new.due_on = old.due_on then
    update clocks k set owner_hat_id = new.owner_hat_id, owner_organisation_id = new.owner_organisation_id
     where k.action_id = new.id and k.stopped_on is null;
  elsif is_open and was_open and new.due_on <> old.due_on then
    -- More time is a new clock: what was said of the old day stays said, and the new day is said in its turn.
    if exists (select from clocks k where k.action_id = new.id and k.stopped_on is null and k.due_on = new.due_on) then return null; end if;
    perform stop_own_clock(new.id, old.due_on >= actor_today(), actor_today());
    was_open := false;
  end if;
  if is_open and not was_open then
    insert into clocks (area_id, case_id, plan_id, action_id, kind, owner_role, owner_hat_id, owner_organisation_id, started_on, due_on)
    values (new.area_id, new.case_id, new.plan_id, new.id, case when new.kind = 'plan' then 'plan_action' else 'case_action' end,
            coalesce((select h.role from hats h where h.id = new.owner_hat_id), case when new.kind = 'plan' then 'agency_lead' else 'coordinator' end),
            new.owner_hat_id, new.owner_organisation_id, least((new.added_at at time zone 'Europe/London')::date, new.due_on), new.due_on)
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger kept_clock after insert or update of status, due_on, owner_hat_id on actions for each row execute function action_clock();

/* A pause moves the day of a clock, and with it the day that the row itself shows. */
create function own_day_follows() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update information_requests q set due_on = new.due_on where q.id = new.request_id and q.due_on <> new.due_on;
  update actions a set due_on = new.due_on where a.id = new.action_id and a.due_on <> new.due_on;
  return null;
end $$;
create trigger own_day_follows after update of due_on on clocks for each row
  when (new.due_on <> old.due_on and (new.request_id is not null or new.action_id is not null)) execute function own_day_follows();

/* TL-09: a review after support stops when it has been held, and by nothing else while its case is kept. */
create function reviews_outlive() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from reviews v where v.case_id = new.case_id and v.kind = new.kind and v.held_on is not null)
     and not exists (select from cases c where c.id = new.case_id and c.status in ('retention', 'erased')) then
    raise exception 'TL-09: a review after support ends when it has been held' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger reviews_outlive before update of stopped_on on clocks for each row
  when (new.kind in ('review_6m', 'review_12m') and new.stopped_on is not null and old.stopped_on is null) execute function reviews_outlive();

/* A case that arrives at a step has the clock of that step running by the end of the transaction, or stays where it was. */
create function next_clock_runs() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  missing text;
begin
  if actor_role() is null then return null; end if; -- set-up and older records, which nobody is at work on
  select x.kind into missing from (values
      ('info_gathering', 's36_decision'), ('s36_decision', 's36_decision'), ('panel_listed', 'panel_discussion'), ('consent_pending', 'consent_sought'),
      ('in_support', 'case_review'), ('exited', 'review_6m'), ('exited', 'review_12m'), ('review_6m', 'review_6m'), ('review_6m', 'review_12m'),
      ('review_12m', 'review_12m')) as x (status, kind)
   where x.status = (select c.status from cases c where c.id = new.id)
     and not exists (select from clocks k where k.case_id = new.id and k.kind = x.kind and k.stopped_on is null)
   limit 1;
  if missing is not null then
    raise exception 'The clock % of case % is missing', missing, new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger next_clock_runs after update of status on cases deferrable initially deferred for each row
  when (new.status <> old.status) execute function next_clock_runs();

-- What stands still is not what comes next.
create or replace function clock_changed() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update cases c set next_due_on = (select min(k.due_on) from clocks k where k.case_id = c.id and k.stopped_on is null and k.paused_on is null)
   where c.id = coalesce(new.case_id, old.case_id);
  return null;
end $$;

do $$ declare f text; begin
  foreach f in array array['stop_own_clock(uuid, boolean, date)', 'request_clock()', 'action_clock()', 'own_day_follows()', 'reviews_outlive()', 'next_clock_runs()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function stop_own_clock(uuid, boolean, date) to casebook_keeper;
grant insert, update on clocks to casebook_keeper;
grant update (due_on) on information_requests, actions to casebook_keeper;

create or replace function stats_due(today date) returns table (measure text, n bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  select 'reviews_due', count(*) from reviews r where r.area_id = actor_area() and r.held_on is null and r.due_on between today and today + 91
  union all
  select 'reviews_overdue', count(*) from reviews r where r.area_id = actor_area() and r.held_on is null and r.due_on < today
  union all
  -- Reviews are counted above, and the plan's actions with the plan: what overlaps could be subtracted.
  select 'clocks_overdue', count(*) from clocks c where c.area_id = actor_area() and c.stopped_on is null and c.paused_on is null and c.due_on < today
     and c.kind not in ('review_6m', 'review_12m', 'plan_action')
$$;

-- What runs already gets its clock.
set role casebook_keeper;
insert into clocks (area_id, case_id, request_id, kind, owner_role, owner_organisation_id, started_on, due_on)
select q.area_id, q.case_id, q.id, 'information_request', 'agency_lead', q.organisation_id, (q.asked_at at time zone 'Europe/London')::date, q.due_on
  from information_requests q where q.state in ('asked', 'part');
insert into clocks (area_id, case_id, plan_id, action_id, kind, owner_role, owner_hat_id, owner_organisation_id, started_on, due_on)
select a.area_id, a.case_id, a.plan_id, a.id, case when a.kind = 'plan' then 'plan_action' else 'case_action' end,
       coalesce((select h.role from hats h where h.id = a.owner_hat_id), case when a.kind = 'plan' then 'agency_lead' else 'coordinator' end),
       a.owner_hat_id, a.owner_organisation_id, least((a.added_at at time zone 'Europe/London')::date, a.due_on), a.due_on
  from actions a where a.status in ('not_started', 'in_progress');
reset role;
