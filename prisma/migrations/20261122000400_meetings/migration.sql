-- What happens to a meeting of the panel before it sits.

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

/* Takes an item off an agenda before anything has come of it. Whoever read the case by that item alone reads it no
   more, and whoever was asked in for it alone is not invited any more (IS-01). Says whether there was anything to take. */
create function take_off_agenda(wanted uuid) returns boolean
security definer set search_path = public, pg_temp language plpgsql as $$
declare found_item panel_items;
begin
  select i.* into found_item from panel_items i
    join meetings m on m.id = i.meeting_id and m.status in ('planned', 'in_progress')
    join case_readers r on r.case_id = i.case_id and r.hat_id = actor_hat()
   where i.id = wanted and not exists (select from panel_decisions d where d.item_id = i.id);
  if found_item.id is null or actor_role() is null or actor_role() not in ('coordinator', 'chair') then return false; end if;
  delete from panel_attendees a where a.item_id = wanted;
  delete from panel_items i where i.id = wanted;
  delete from meeting_members m where m.meeting_id = found_item.meeting_id and m.one_item
    and not exists (select from panel_attendees a where a.meeting_id = m.meeting_id and a.hat_id = m.hat_id);
  return true;
end $$;
alter function take_off_agenda(uuid) owner to casebook_keeper;
revoke execute on function take_off_agenda(uuid) from public;
grant execute on function take_off_agenda(uuid) to casebook_app;
grant delete on panel_attendees, panel_items, meeting_members to casebook_keeper;

do $$
declare
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  runners text := '(select actor_role()) in (''coordinator'', ''chair'') and ' || probe;
begin
  foreach t in array array['agenda_left_off'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;
  execute format('create policy runners on %1$I using (' || runners || ') with check (' || runners || ')', 'agenda_left_off');
end $$;
