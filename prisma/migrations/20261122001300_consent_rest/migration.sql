-- Consent in the statistics.

/* Where consent stands on a case after so many entries of its ledger: one that lives is enough, else the newest says. */
create function consent_position(wanted uuid, upto int) returns text stable language sql as $$
  select case when bool_or(s.state = 'given') then 'given' else coalesce((array_agg(s.state order by s.strand desc))[1], 'not_sought') end
    from (select distinct on (c.strand) c.strand, c.state from consents c
           where c.case_id = wanted and c.number <= upto order by c.strand, c.number desc) s
$$;

/* C-12: each time that an adopted case comes to another position, in the quarter in which that is recorded. */
create function stat_consent() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare position_now text := consent_position(new.case_id, new.number);
begin
  if position_now is distinct from consent_position(new.case_id, new.number - 1) then
    perform stat_add(new.area_id, (new.recorded_at at time zone 'Europe/London')::date, 'consent', 'consent', position_now);
  end if;
  return null;
end $$;
do $$ declare f text; begin
  foreach f in array array['consent_position(uuid, int)', 'stat_consent()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
create trigger counted after insert on consents for each row execute function stat_consent();

-- What was recorded before anybody counted.
set local role casebook_keeper;
insert into stat_cells (area_id, quarter, measure, dimension, category, n)
  select c.area_id, quarter_start((c.recorded_at at time zone 'Europe/London')::date), 'consent', 'consent', consent_position(c.case_id, c.number), count(*)
    from consents c
   where consent_position(c.case_id, c.number) is distinct from consent_position(c.case_id, c.number - 1)
   group by 1, 2, 5;
reset role;

/* The signed form of a consent: a document of its case that hangs on the entry of the ledger, and is seen by nobody who
   does not see that entry. Only those who record consent add one. */
alter table documents add column consent_id uuid references consents;
create index documents_consent on documents (consent_id) where consent_id is not null;
create policy of_its_consent on documents as restrictive for select
  using (consent_id is null or coalesce((select true from consents c where c.id = documents.consent_id), false));
create policy with_its_consent on documents as restrictive for insert
  with check (consent_id is null or ((select actor_role()) in ('coordinator', 'chair')
    and coalesce((select true from consents c where c.id = documents.consent_id and c.case_id = documents.case_id and c.state = 'given'), false)));

-- M-02: the days in which minutes are signed are a clock like every other.
alter table clocks add column meeting_id uuid references meetings;
do $$
declare
  kinds text;
  subject text;
begin
  select string_agg(distinct quote_literal(kind), ', ') into kinds from (
    select (regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''::text', 'g'))[1] as kind
      from pg_constraint k where k.conrelid = 'clocks'::regclass and k.conname = 'clocks_kind_check'
    union select 'sign_minutes') x;
  alter table clocks drop constraint clocks_kind_check;
  execute format('alter table clocks add constraint clocks_kind_check check (kind in (%s))', kinds);
  select k.conname into subject from pg_constraint k
   where k.conrelid = 'clocks'::regclass and k.contype = 'c' and pg_get_constraintdef(k.oid) like '%referral_id IS NOT NULL%panel_meeting%';
  execute format('alter table clocks drop constraint %I', subject);
end $$;
alter table clocks
  add constraint clocks_of_something check (referral_id is not null or case_id is not null or plan_id is not null or meeting_id is not null or kind = 'panel_meeting'),
  add constraint clocks_of_minutes check ((kind = 'sign_minutes') = (meeting_id is not null));
create unique index clocks_one_of_a_meeting on clocks (meeting_id) where stopped_on is null and meeting_id is not null;
create index clocks_of_the_panel on clocks (area_id, due_on) where stopped_on is null and kind in ('panel_meeting', 'sign_minutes');
create policy of_the_minutes on clocks for select
  using (kind = 'sign_minutes' and area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'));
create policy timer on meetings for select using ((select actor_role()) = 'system');

/* It runs from the meeting, as soon as its minutes are begun, and is kept by them: no writer can forget it. */
create function minutes_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare on_day date := (new.signed_at at time zone 'Europe/London')::date;
begin
  insert into clocks (area_id, meeting_id, kind, owner_role, started_on, due_on, stopped_on, outcome)
  select new.area_id, new.meeting_id, 'sign_minutes', 'chair', least(m.held_on, new.due_on), new.due_on, on_day,
         case when on_day > new.due_on then 'missed' when on_day is not null then 'met' end
    from meetings m where m.id = new.meeting_id;
  return null;
end $$;
create trigger kept_clock after insert on minutes for each row execute function minutes_clock();

/* It stops once nothing of them is unsigned: a case that one chair may not know waits for the other. */
create function minutes_signed() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare on_day date := (new.signed_at at time zone 'Europe/London')::date;
begin
  update clocks k set stopped_on = on_day, outcome = case when on_day > k.due_on then 'missed' else 'met' end
   where k.meeting_id = new.meeting_id and k.stopped_on is null
     and exists (select from minutes m where m.meeting_id = new.meeting_id and m.signed_at is not null)
     and not exists (select from minute_blocks b where b.meeting_id = new.meeting_id and b.signed_at is null);
  return null;
end $$;
create trigger stops_clock after update of signed_at on minutes for each row when (new.signed_at is not null) execute function minutes_signed();
create trigger stops_clock after update of signed_at on minute_blocks for each row when (new.signed_at is not null) execute function minutes_signed();
do $$ declare f text; begin
  foreach f in array array['minutes_clock()', 'minutes_signed()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

-- What waits to be signed already gets its clock.
set local role casebook_keeper;
insert into clocks (area_id, meeting_id, kind, owner_role, started_on, due_on)
select n.area_id, n.meeting_id, 'sign_minutes', 'chair', least(m.held_on, n.due_on), n.due_on
  from minutes n join meetings m on m.id = n.meeting_id
 where n.signed_at is null or exists (select from minute_blocks b where b.meeting_id = n.meeting_id and b.signed_at is null);
reset role;

/* Whether a panel may support somebody beside an open investigation: off, until the area's administrator says otherwise.
   Each change is a row of its own, written once, and the area follows the newest. */
create table beside_changes (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  is_allowed boolean not null,
  reason text not null check (length(reason) > 0),
  set_by_hat uuid not null references hats,
  set_at timestamptz not null
);
create index beside_changes_area on beside_changes (area_id, set_at desc);

create function beside_follows() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update areas a set support_beside_investigation = new.is_allowed where a.id = new.area_id;
  return null;
end $$;
alter function beside_follows() owner to casebook_keeper;
revoke execute on function beside_follows() from public;
grant update (support_beside_investigation) on areas to casebook_keeper;
create trigger followed_by_its_area after insert on beside_changes for each row execute function beside_follows();

/* TR-01: who is responsible in an area, and whom to ask, for its privacy notice. Public, and each wording is kept. */
create table area_notices (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  controller text not null check (length(controller) > 0),
  contact text not null check (length(contact) > 0),
  child_contact text not null check (length(child_contact) > 0),
  link text check (link like 'https://%'),
  set_by_hat uuid not null references hats,
  set_at timestamptz not null
);
create index area_notices_area on area_notices (area_id, set_at desc);

do $$ declare t text; begin
  foreach t in array array['beside_changes', 'area_notices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy administrators_set on %I for insert with check ((select actor_role()) = ''administrator''
      and area_id = (select actor_area()) and set_by_hat = (select actor_hat()))', t);
  end loop;
end $$;
create policy of_this_area on beside_changes for select using ((select actor_role()) = 'administrator' and area_id = (select actor_area()));
create policy everyone_reads_the_notice on area_notices for select using (true);
