-- What partners are asked for, and what somebody who is asked in for one case sees of it.

/* A starting text for a request, kept by the coordinators of an area. Nobody is asked by it: whoever asks writes. */
create table request_templates (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  name text not null,
  question text not null,
  lawful_basis text not null,                        -- what it suggests: whoever asks chooses (IS-02)
  days int not null check (days between 1 and 60),   -- working days
  status text not null default 'draft' check (status in ('draft', 'in_use', 'retired')),
  written_by_hat uuid not null references hats,
  written_at timestamptz not null,
  version int not null default 1
);
create index request_templates_area on request_templates (area_id, name);
alter table request_templates enable row level security;
alter table request_templates force row level security;
grant select, insert on request_templates to casebook_app;
grant update (name, question, lawful_basis, days, status, written_by_hat, written_at, version) on request_templates to casebook_app;
create policy keepers on request_templates
  using (area_id = (select actor_area()) and (select actor_role()) = 'coordinator')
  with check (area_id = (select actor_area()) and (select actor_role()) = 'coordinator');
create policy askers on request_templates for select
  using (area_id = (select actor_area()) and (select actor_role()) in ('chair', 'gateway_officer') and status = 'in_use');

/* s.37(4): somebody who is asked in for one case is there for its item, until the panel has decided it or the meeting is
   over. What was only spoken of is still to be decided, so it stays open for as long as the meeting does. */
create function item_is_open(the_item uuid) returns boolean
stable security definer set search_path = public, pg_temp language sql as $$
  select exists (select from panel_items i join meetings m on m.id = i.meeting_id and m.status in ('planned', 'in_progress')
                  where i.id = the_item
                    and not exists (select from panel_decisions d where d.item_id = i.id and d.outcome <> 'discussed_only'))
$$;

/* Whether this hat is at an item for its case alone: the role is for nothing else, and a member of the panel may be. */
create function is_asked_in(the_item uuid, the_hat uuid) returns boolean
stable security definer set search_path = public, pg_temp language sql as $$
  select exists (select from hats h where h.id = the_hat and h.role = 'invitee')
      or exists (select from panel_attendees a join meeting_members w on w.meeting_id = a.meeting_id and w.hat_id = a.hat_id
                  where a.item_id = the_item and a.hat_id = the_hat and w.one_item)
$$;

/* The items that a hat is asked in for just now. */
create function open_items_of(the_hat uuid) returns table (item_id uuid, meeting_id uuid, case_id uuid)
stable security definer set search_path = public, pg_temp language sql as $$
  select a.item_id, a.meeting_id, a.case_id
    from panel_attendees a
    join hats h on h.id = a.hat_id and h.ended_at is null
    join cases c on c.id = a.case_id
   where a.hat_id = the_hat and is_asked_in(a.item_id, a.hat_id) and item_is_open(a.item_id)
     and coalesce(c.closure_code, '') not in ('police_investigation', 'unsuitable_police_led')
     and not exists (select from case_conflicts x where x.case_id = a.case_id and x.user_id = h.user_id)
$$;

/* The same for whoever asks. Policies take it as a set, worked out once for each statement. */
create function open_invitations() returns table (item_id uuid, meeting_id uuid, case_id uuid)
stable security definer set search_path = public, pg_temp language sql as $$
  select o.item_id, o.meeting_id, o.case_id from open_items_of(actor_hat()) o
$$;

/* The meetings that whoever asks is a member of, or is asked in to. */
create function meetings_open_to_me() returns table (meeting_id uuid)
stable security definer set search_path = public, pg_temp language sql as $$
  select w.meeting_id from meeting_members w where w.hat_id = actor_hat() and not w.one_item and actor_role() <> 'invitee'
  union
  select o.meeting_id from open_items_of(actor_hat()) o
$$;

/* Hats at work on a case, and hats at a meeting that discusses it, less whoever has a conflict: a member asked in for the
   case alone while its item is open, and an invitee by being named on the case and not by any meeting. */
create or replace function case_team_hats(the_case uuid) returns table (hat_id uuid, role text)
stable security definer set search_path = public, pg_temp language sql as $$
  select x.hat_id, h.role from (
    select w.hat_id from case_workers w where w.case_id = the_case and w.ended_at is null
    union
    select a.hat_id from panel_attendees a join hats i on i.id = a.hat_id and i.role <> 'invitee'
     where a.case_id = the_case and (not is_asked_in(a.item_id, a.hat_id) or item_is_open(a.item_id))) x
  join hats h on h.id = x.hat_id and h.ended_at is null
   and h.role in ('coordinator', 'chair', 'panel_member', 'governance_officer', 'provider', 'invitee')
  where not exists (select from case_conflicts c where c.case_id = the_case and c.user_id = h.user_id)
$$;

/* What was said to somebody of a case goes from them with the case, as it does by a conflict (IS-18). */
create function forget_invitation(the_hat uuid, the_case uuid) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
declare ref text;
begin
  if exists (select from case_readers r where r.hat_id = the_hat and r.case_id = the_case)
     or exists (select from open_items_of(the_hat) o where o.case_id = the_case) then return; end if;
  select c.reference into ref from cases c where c.id = the_case;
  delete from notifications n where n.hat_id = the_hat and n.reference = ref;
  delete from outbox o using hats h
   where h.id = the_hat and o.user_id = h.user_id and o.area_id = h.area_id and o.sent_at is null
     and right(o.subject, length(ref) + 1) = ' ' || ref;
end $$;

create function item_decided() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from panel_attendees a where a.item_id = new.item_id and is_asked_in(a.item_id, a.hat_id)) then return null; end if;
  perform refresh_case_readers(new.case_id);
  perform forget_invitation(a.hat_id, a.case_id) from panel_attendees a
    where a.item_id = new.item_id and is_asked_in(a.item_id, a.hat_id);
  return null;
end $$;

create function meeting_over() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare one record;
begin
  for one in select a.case_id, a.hat_id from panel_attendees a
              where a.meeting_id = new.id and is_asked_in(a.item_id, a.hat_id) loop
    perform refresh_case_readers(one.case_id);
    perform forget_invitation(one.hat_id, one.case_id);
  end loop;
  return null;
end $$;

create function invitation_changed() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform refresh_case_readers(a.case_id) from panel_attendees a where a.meeting_id = new.meeting_id and a.hat_id = new.hat_id;
  return null;
end $$;

create function invitation_gone() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform forget_invitation(old.hat_id, old.case_id);
  return null;
end $$;

/* The coordinator or the chair takes back an invitation to one item, before the panel has heard it with them. */
create function withdraw_invitation(wanted uuid, the_hat uuid) returns boolean
security definer set search_path = public, pg_temp language plpgsql as $$
declare found panel_attendees;
begin
  select a.* into found from panel_attendees a
    join case_readers r on r.case_id = a.case_id and r.hat_id = actor_hat()
   where a.item_id = wanted and a.hat_id = the_hat and not a.is_present
     and is_asked_in(a.item_id, a.hat_id) and item_is_open(a.item_id);
  if found.item_id is null or actor_role() is null or actor_role() not in ('coordinator', 'chair') then return false; end if;
  delete from panel_attendees a where a.item_id = wanted and a.hat_id = the_hat;
  delete from meeting_members m where m.meeting_id = found.meeting_id and m.hat_id = the_hat
    and not exists (select from panel_attendees a where a.meeting_id = m.meeting_id and a.hat_id = m.hat_id);
  return true;
end $$;

do $$ declare f text; begin
  foreach f in array array['item_is_open(uuid)', 'is_asked_in(uuid, uuid)', 'open_items_of(uuid)', 'open_invitations()', 'meetings_open_to_me()',
                           'forget_invitation(uuid, uuid)', 'item_decided()', 'meeting_over()', 'invitation_changed()', 'invitation_gone()',
                           'withdraw_invitation(uuid, uuid)'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach f in array array['open_invitations()', 'meetings_open_to_me()', 'withdraw_invitation(uuid, uuid)'] loop
    execute format('grant execute on function %s to casebook_app', f);
  end loop;
end $$;

create trigger decided after insert on panel_decisions for each row when (new.outcome <> 'discussed_only') execute function item_decided();
create trigger over after update of status on meetings for each row
  when (new.status is distinct from old.status and new.status in ('closed', 'cancelled')) execute function meeting_over();
create trigger invitation_made after insert on meeting_members for each row when (new.one_item) execute function invitation_changed();
create trigger invitation_changed after update of one_item on meeting_members for each row
  when (new.one_item is distinct from old.one_item) execute function invitation_changed();
create trigger vanish after delete on panel_attendees for each row execute function invitation_gone(); -- after "readers", by its name

/* A request may be put to one person who is asked in, by name. It is their organisation's all the same (IS-11). */
alter table information_requests add column for_hat uuid references hats;

do $$
declare
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  their_case text := '(' || probe || ' or %1$I.case_id in (select o.case_id from open_invitations() o))';
begin
  drop policy mine on panel_attendees;
  execute format('create policy mine on %1$I for select using (hat_id = (select actor_hat()) and (((select actor_role()) = ''invitee'' and item_id in (select o.item_id from open_invitations() o))
    or ((select actor_role()) <> ''invitee'' and ' || probe || ' and meeting_id in (select m.meeting_id from meetings_open_to_me() m))))', 'panel_attendees');

  -- That the case is there, by its key and its reference. Who it is about they are told in what they are asked.
  create policy asked_in on cases for select
    using ((select actor_role()) = 'invitee' and id in (select o.case_id from open_invitations() o));

  drop policy invitee on actions;
  execute format('create policy invitee on %1$I using (owner_hat_id = (select actor_hat()) and (select actor_role()) = ''invitee'' and ' || their_case || ')', 'actions');

  execute format('create policy asked_in on %1$I for select using ((select actor_role()) = ''invitee'' and for_hat = (select actor_hat()) and ' || their_case || ')', 'information_requests');
  execute format('create policy asked_in_answers on %1$I for update using ((select actor_role()) = ''invitee'' and for_hat = (select actor_hat()) and ' || their_case || ')', 'information_requests');
end $$;

create policy asked_in on information_items for select
  using ((select actor_role()) = 'invitee' and supplied_by = (select actor_organisation())
    and coalesce((select true from information_requests q where q.id = information_items.request_id), false));

drop policy mine on meeting_members;
create policy mine on meeting_members for select
  using (hat_id = (select actor_hat()) and meeting_id in (select m.meeting_id from meetings_open_to_me() m));
drop policy same_meeting on meeting_members;
create policy same_meeting on meeting_members for select
  using ((select actor_role()) in ('panel_member', 'invitee') and meeting_id in (select m.meeting_id from meetings_open_to_me() m)
    and coalesce((select true from panel_attendees a where a.meeting_id = meeting_members.meeting_id and a.hat_id = (select actor_hat()) limit 1), false));

-- A chronology reads what was found newest first, as it reads everything else (IS-10).
create index corroboration_changes_recent on corroboration_changes (case_id, changed_at desc, id desc);

-- Whoever read a case by an item that has ended reads it no more.
do $$ begin perform refresh_case_readers(c.case_id) from (select distinct case_id from panel_attendees) c; end $$;
