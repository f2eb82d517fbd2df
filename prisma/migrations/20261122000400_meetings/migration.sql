-- What happens to a meeting of the panel before it sits.

/* Meetings that come at regular times (TL-05). Each is a row of its own, so that one is changed or cancelled alone. */
create table meeting_series (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  title text not null,
  pattern text not null check (pattern in ('weekly', 'fortnightly', 'every_four_weeks', 'monthly_by_weekday', 'monthly_by_date')),
  first_on date not null,
  until_on date not null,
  called_by_hat uuid not null references hats,
  created_at timestamptz not null
);
create index meeting_series_area on meeting_series (area_id);
alter table meetings
  add column series_id uuid references meeting_series,
  add column series_on date,                         -- the day that the series gave it, wherever it was moved to
  add column is_extraordinary boolean not null default false, -- TL-04
  add column lasts_minutes int not null default 180 check (lasts_minutes between 15 and 720),
  add column link text,
  add column cancelled_reason text,
  add column calendar_sequence int not null default 0, -- of the calendar entry, one more with each change
  add column changed_at timestamptz,
  drop constraint meetings_status_check,
  add constraint meetings_status_check check (status in ('planned', 'in_progress', 'closed', 'cancelled'));
create unique index meetings_series on meetings (series_id, series_on);

/* P-08: the other areas that a joint meeting serves. Each runs its own cases there, by its own rules. */
create table meeting_areas (
  meeting_id uuid not null references meetings,
  area_id uuid not null references areas,
  host_area uuid not null references areas,
  primary key (meeting_id, area_id)
);
create index meeting_areas_area on meeting_areas (area_id);

/* Who stands in for a member of the panel when they cannot come: the two sit for one organisation (P-02). */
create table panel_deputies (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  hat_id uuid not null references hats,
  deputy_hat uuid not null references hats,
  named_by_hat uuid not null references hats,
  named_at timestamptz not null,
  ended_at timestamptz,
  check (hat_id <> deputy_hat)
);
create unique index panel_deputies_live on panel_deputies (hat_id, deputy_hat) where ended_at is null;
create index panel_deputies_area on panel_deputies (area_id);

-- The agenda: how long each item is given, and when whoever is asked in for it is wanted.
alter table panel_items add column minutes int not null default 10 check (minutes between 1 and 240);
alter table panel_attendees add column called_for text;

/* What was due for a meeting and was left off it, and why. It binds that meeting alone: the next asks again. */
create table agenda_left_off (
  id uuid primary key default uuid_v7(),
  meeting_id uuid not null references meetings,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  kind text not null check (kind in ('new_case', 'monthly_review', 'consent', 'review_6m', 'review_12m', 'closure', 'transfer', 'action_log')),
  reason text not null,
  left_off_by_hat uuid not null references hats,
  left_off_at timestamptz not null
);
create index agenda_left_off_case on agenda_left_off (case_id, meeting_id);

-- Papers: what the panel reads for an item. They are not copied: each is opened where it is, by whoever may.
alter table areas add column papers_close_days int not null default 2 check (papers_close_days between 0 and 20);
grant update (papers_close_days) on areas to casebook_app;
create table panel_papers (
  id uuid primary key default uuid_v7(),
  item_id uuid not null references panel_items,
  meeting_id uuid not null references meetings,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  kind text not null check (kind in ('assessment', 'support_plan', 'document')),
  assessment_id uuid references assessments,
  plan_id uuid references support_plans,
  attachment_id uuid references attachments,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  check ((kind = 'assessment') = (assessment_id is not null) and (kind = 'support_plan') = (plan_id is not null)
    and (kind = 'document') = (attachment_id is not null))
);
create index panel_papers_item on panel_papers (item_id);
create index panel_papers_case on panel_papers (case_id, meeting_id);

/* Takes an item off an agenda before anything has come of it. Whoever read the case by that item alone reads it no
   more, and whoever was asked in for it alone is not invited any more (IS-01). Says whether there was anything to take. */
create function take_off_agenda(wanted uuid) returns boolean
security definer set search_path = public, pg_temp language plpgsql as $$
declare found_item panel_items;
begin
  select i.* into found_item from panel_items i
    join meetings m on m.id = i.meeting_id and m.status = 'planned'
    join case_readers r on r.case_id = i.case_id and r.hat_id = actor_hat()
   where i.id = wanted and not exists (select from panel_decisions d where d.item_id = i.id)
     and not exists (select from decision_drafts d where d.item_id = i.id);
  if found_item.id is null or actor_role() is null or actor_role() not in ('coordinator', 'chair') then return false; end if;
  delete from panel_attendees a where a.item_id = wanted;
  delete from panel_papers p where p.item_id = wanted;
  delete from panel_items i where i.id = wanted;
  delete from meeting_members m where m.meeting_id = found_item.meeting_id and m.one_item
    and not exists (select from panel_attendees a where a.meeting_id = m.meeting_id and a.hat_id = m.hat_id);
  return true;
end $$;
alter function take_off_agenda(uuid) owner to casebook_keeper;
revoke execute on function take_off_agenda(uuid) from public;
grant execute on function take_off_agenda(uuid) to casebook_app;
grant delete on panel_attendees, panel_items, panel_papers, meeting_members to casebook_keeper;

/* When each item is taken, told to its people: worked out over the whole agenda, whoever asks, from the order of the
   headings and the minutes that the panel spends on each before its cases. */
create function retime_agenda(wanted uuid, kinds text[], headings int[], standing int[]) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if actor_role() is null or actor_role() not in ('coordinator', 'chair') or not exists (
    select from meetings m where m.id = wanted and (m.area_id = actor_area()
      or exists (select from meeting_areas j where j.meeting_id = m.id and j.area_id = actor_area()))) then return; end if;
  update panel_attendees a set called_for = s.at from (
    select i.id, to_char(m.starts_at::time + make_interval(mins => (t.before + coalesce(sum(i.minutes) over (
             order by t.heading, i.position, i.id rows between unbounded preceding and 1 preceding), 0))::int), 'HH24:MI') as at
      from panel_items i
      join meetings m on m.id = i.meeting_id
      join unnest(kinds, headings, standing) as t(kind, heading, before) on t.kind = i.kind
     where i.meeting_id = wanted) s
   where a.item_id = s.id and a.called_for is distinct from s.at;
end $$;

/* Somebody who is invited to a whole meeting comes to each undecided item of their own area on its agenda, but for
   those on which they have a conflict (Q-07, P-08). */
create function join_agenda(wanted uuid, joining uuid) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if actor_role() is null or actor_role() not in ('coordinator', 'chair') then return; end if;
  insert into panel_attendees (item_id, meeting_id, case_id, area_id, hat_id, user_id, organisation_id, seat)
    select i.id, i.meeting_id, i.case_id, i.area_id, m.hat_id, m.user_id, m.organisation_id, m.seat
      from meeting_members m
      join panel_items i on i.meeting_id = m.meeting_id and i.area_id = m.area_id
     where m.meeting_id = wanted and m.hat_id = joining and not m.one_item and m.area_id = actor_area()
       and not exists (select from panel_decisions d where d.item_id = i.id)
       and not exists (select from case_conflicts x where x.case_id = i.case_id and x.user_id = m.user_id)
  on conflict do nothing;
end $$;

/* A meeting that is cancelled has no agenda: what was on it is due again, and is read by nobody because of it. */
create function clear_agenda(wanted uuid) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if actor_role() is null or actor_role() not in ('coordinator', 'chair') or not exists (
    select from meetings m where m.id = wanted and m.area_id = actor_area() and m.status = 'planned') then return; end if;
  delete from panel_attendees a where a.meeting_id = wanted and not exists (select from panel_decisions d where d.item_id = a.item_id)
    and not exists (select from decision_drafts d where d.item_id = a.item_id);
  delete from panel_papers p where p.meeting_id = wanted and not exists (select from panel_decisions d where d.item_id = p.item_id)
    and not exists (select from decision_drafts d where d.item_id = p.item_id);
  delete from panel_items i where i.meeting_id = wanted and not exists (select from panel_decisions d where d.item_id = i.id)
    and not exists (select from decision_drafts d where d.item_id = i.id);
end $$;

do $$ declare f text; begin
  foreach f in array array['retime_agenda(uuid, text[], int[], int[])', 'join_agenda(uuid, uuid)', 'clear_agenda(uuid)'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to casebook_app', f);
  end loop;
end $$;
grant update (called_for) on panel_attendees to casebook_keeper;
grant insert on panel_attendees to casebook_keeper;

do $$
declare
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  runners text := '(select actor_role()) in (''coordinator'', ''chair'') and ' || probe;
  team text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'') and ' || probe;
begin
  foreach t in array array['agenda_left_off', 'panel_papers', 'meeting_series', 'meeting_areas', 'panel_deputies'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;
  execute format('create policy runners on %1$I using (' || runners || ') with check (' || runners || ')', 'agenda_left_off');
  execute format('create policy team on %1$I for select using (' || team || ')', 'panel_papers');
  execute format('create policy runners on %1$I using (' || runners || ') with check (' || runners || ')', 'panel_papers');
end $$;
grant update (withdrawn_at) on panel_papers to casebook_app;

create policy runs_panels on meeting_series
  using (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'))
  with check (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'));
create policy runs_panels on panel_deputies
  using (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'))
  with check (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'));
grant update (ended_at) on panel_deputies to casebook_app;

create policy served on meeting_areas for select
  using ((area_id = (select actor_area()) or host_area = (select actor_area()))
    and (select actor_role()) in ('coordinator', 'chair', 'panel_member', 'invitee'));
create policy host on meeting_areas for insert
  with check (host_area = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'));

-- Whoever runs panels in an area that a joint meeting serves knows of the meeting and of who comes, and asks in its own people.
create policy joint on meetings for select
  using ((select actor_role()) in ('coordinator', 'chair')
    and coalesce((select true from meeting_areas j where j.meeting_id = meetings.id and j.area_id = (select actor_area())), false));
create policy joint on meeting_members for select
  using ((select actor_role()) in ('coordinator', 'chair')
    and coalesce((select true from meeting_areas j where j.meeting_id = meeting_members.meeting_id
                   and (j.area_id = (select actor_area()) or j.host_area = (select actor_area())) limit 1), false));
create policy joint_host on meeting_members for update
  using ((select actor_role()) in ('coordinator', 'chair')
    and coalesce((select true from meeting_areas j where j.meeting_id = meeting_members.meeting_id
                   and j.host_area = (select actor_area()) limit 1), false));
do $$ declare t text; begin
  foreach t in array array['notifications', 'outbox'] loop
    execute format($p$create policy across_a_joint_meeting on %1$I for insert with check (
      (select actor_role()) in ('coordinator', 'chair')
      and coalesce((select true from meeting_areas j
                     where (j.host_area = (select actor_area()) and j.area_id = %1$I.area_id)
                        or (j.area_id = (select actor_area()) and j.host_area = %1$I.area_id) limit 1), false))$p$, t);
  end loop;
end $$;
