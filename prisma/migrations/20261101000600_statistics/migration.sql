-- Counts, and the role that serves them: casebook_stats reads this table, two functions, and nothing else (IS-20, IS-21).

/* How often something happened, by quarter. Grown by triggers as it happens; holds no key of a person, referral or case. */
create table stat_cells (
  area_id uuid not null references areas,
  quarter date not null,                             -- its first day
  measure text not null,
  dimension text not null,
  category text not null,
  n int not null,
  primary key (area_id, quarter, measure, dimension, category)
);
alter table stat_cells enable row level security;
alter table stat_cells force row level security;
grant select on stat_cells to casebook_stats;
grant select, insert, update on stat_cells to casebook_keeper;
create policy of_this_area on stat_cells for select to casebook_stats using (area_id = (select actor_area()));
create policy keeper on stat_cells to casebook_keeper using (true) with check (true);

create function quarter_start(day date) returns date immutable language sql as $$ select date_trunc('quarter', day)::date $$;

create function age_band(age int) returns text immutable language sql as $$
  select case when age is null then 'unknown' when age <= 10 then '10_and_under' when age <= 15 then '11_15' when age <= 17 then '16_17'
              when age <= 20 then '18_20' when age <= 25 then '21_25' when age <= 30 then '26_30' when age <= 40 then '31_40'
              when age <= 50 then '41_50' else 'over_50' end
$$;

create function stat_add(area uuid, day date, the_measure text, the_dimension text, the_category text) returns void
security definer set search_path = public, pg_temp language sql as $$
  insert into stat_cells as s values (area, quarter_start(day), the_measure, the_dimension, the_category, 1)
  on conflict (area_id, quarter, measure, dimension, category) do update set n = s.n + 1
$$;

/* One referral, discussion or adoption adds one to each of its categories: all in the quarter in which it happened. */
create function stat_count(the_measure text, the_referral uuid, day date) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
declare f record;
begin
  select r.area_id, r.sector, p.gender,
         t.answers ->> 'concern' as concern,
         age_band(case when p.date_of_birth is not null then extract(year from age(p.age_recorded_on, p.date_of_birth))::int else p.approximate_age end) as age
    into f from referrals r join people p on p.referral_id = r.id join referral_texts t on t.referral_id = r.id where r.id = the_referral;
  perform stat_add(f.area_id, day, the_measure, 'all', 'all');
  perform stat_add(f.area_id, day, the_measure, 'sector', f.sector);
  perform stat_add(f.area_id, day, the_measure, 'age_band', f.age);
  perform stat_add(f.area_id, day, the_measure, 'gender', f.gender);
  perform stat_add(f.area_id, day, the_measure, 'concern', coalesce(f.concern, 'not_sure'));
end $$;

create function stat_referral() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform stat_count('referrals', new.referral_id, (new.submitted_at at time zone 'Europe/London')::date);
  return null;
end $$;

create function stat_decision() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare the_referral uuid; day date := (new.decided_at at time zone 'Europe/London')::date;
begin
  select c.referral_id into the_referral from cases c where c.id = new.case_id;
  if not exists (select from panel_decisions d where d.case_id = new.case_id and (d.decided_at, d.id) < (new.decided_at, new.id)) then
    perform stat_count('discussed', the_referral, day);
  end if;
  if new.outcome = 'adopt' then perform stat_count('adopted', the_referral, day); end if;
  return null;
end $$;

create function stat_closure() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform stat_add(new.area_id, (coalesce(new.ended_at, now()) at time zone 'Europe/London')::date, 'closed', 'closure_reason', new.closure_code);
  perform stat_add(new.area_id, (coalesce(new.ended_at, now()) at time zone 'Europe/London')::date, 'closed', 'all', 'all');
  return null;
end $$;

create function stat_case_closure() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform stat_add(new.area_id, (coalesce(new.closed_at, now()) at time zone 'Europe/London')::date, 'closed', 'closure_reason', new.closure_code);
  perform stat_add(new.area_id, (coalesce(new.closed_at, now()) at time zone 'Europe/London')::date, 'closed', 'all', 'all');
  return null;
end $$;

create function stat_clock() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.outcome in ('met', 'missed') then
    perform stat_add(new.area_id, new.stopped_on, 'clock_' || new.outcome, 'clock', new.kind);
  end if;
  return null;
end $$;

do $$ declare f text; begin
  foreach f in array array['stat_add(uuid, date, text, text, text)', 'stat_count(text, uuid, date)', 'stat_referral()', 'stat_decision()', 'stat_closure()', 'stat_case_closure()', 'stat_clock()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

create trigger counted after insert on referral_texts for each row execute function stat_referral();
create trigger counted after insert on panel_decisions for each row execute function stat_decision();
-- A referral that ended with its case is counted there.
create trigger counted after update of closure_code on referrals for each row
  when (old.closure_code is null and new.closure_code is not null and new.status <> 'case_ended') execute function stat_closure();
create trigger counted after update of closure_code on cases for each row
  when (old.closure_code is null and new.closure_code is not null) execute function stat_case_closure();
create trigger counted after update of outcome on clocks for each row
  when (old.outcome is null and new.outcome is not null) execute function stat_clock();
-- Rows that arrive already ended, as they do when older records are brought in.
create trigger counted_at_once after insert on referrals for each row
  when (new.closure_code is not null and new.status <> 'case_ended') execute function stat_closure();
create trigger counted_at_once after insert on cases for each row
  when (new.closure_code is not null) execute function stat_case_closure();
create trigger counted_at_once after insert on clocks for each row
  when (new.outcome is not null) execute function stat_clock();

/* What is due now, counted when asked: numbers only. */
create function stats_due(today date) returns table (measure text, n bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  select 'reviews_due', count(*) from reviews r where r.area_id = actor_area() and r.held_on is null and r.due_on between today and today + 91
  union all
  select 'reviews_overdue', count(*) from reviews r where r.area_id = actor_area() and r.held_on is null and r.due_on < today
  union all
  -- Reviews are counted above: what overlaps could be subtracted.
  select 'clocks_overdue', count(*) from clocks c where c.area_id = actor_area() and c.stopped_on is null and c.due_on < today
     and c.kind not in ('review_6m', 'review_12m')
$$;
alter function stats_due(date) owner to casebook_keeper;
revoke execute on function stats_due(date) from public;
grant execute on function stats_due(date) to casebook_stats;

/* The plan's colours by theme and by organisation, of the plan in force. Public work, but counted by the same role. */
create function stats_plan(today date) returns table (dimension text, category text, rag text, n bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  with mine as (
    select t.title as theme, o.name as organisation, pa.rag
      from plan_areas ar
      join plans p on p.id = ar.plan_id and p.status = 'approved' and today between p.period_start and p.period_end
      join plan_actions pa on pa.plan_id = p.id and pa.workstream = 'prevent' -- 0.3
      join plan_themes t on t.id = pa.theme_id
      join actions a on a.id = pa.action_id and a.status <> 'cancelled'
      join organisations o on o.id = a.owner_organisation_id
     where ar.area_id = actor_area())
  select 'theme', theme, mine.rag, count(*) from mine group by 2, 3
  union all
  select 'organisation', organisation, mine.rag, count(*) from mine group by 2, 3
$$;
alter function stats_plan(date) owner to casebook_keeper;
revoke execute on function stats_plan(date) from public;
grant execute on function stats_plan(date) to casebook_stats;
