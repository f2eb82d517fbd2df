-- Doors that stood ajar.

/* IS-18, Q-07: the log of a case is the case's. Whoever oversees the log asks of every case but one they have a conflict with. */
drop policy overseers on audit_streams;
create policy overseers on audit_streams for select
  using (area_id = (select actor_area()) and (select actor_role()) in ('gateway_officer', 'governance_officer', 'auditor')
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = audit_streams.case_id), true));

/* The case that a notice or a mail is about, by its reference or by that of its referral, is one its reader has a conflict with.
   Whoever wrote the referral goes on hearing of it by its own reference (IS-16). */
create function is_conflicted(reader uuid, area uuid, said text) returns boolean
stable security definer set search_path = public, pg_temp language sql as $$
  select exists (
    select from case_conflicts x
     where x.user_id = reader
       and x.case_id in (select c.id from cases c where c.area_id = area and c.reference = said
                         union all
                         select f.case_id from referrals f where f.area_id = area and f.reference = said and f.created_by <> reader))
$$;

/* IS-18: nobody is told of a case they have a conflict with, whoever tells them and in whichever hat. */
create function untold_of_a_conflict() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if is_conflicted(new.user_id, new.area_id, case tg_table_name when 'outbox' then substring(to_jsonb(new) ->> 'subject' from '\S+$')
                                                                else to_jsonb(new) ->> 'reference' end) then
    return null;
  end if;
  return new;
end $$;

/* What was already said goes too, by either reference. */
create or replace function notices_vanish() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  delete from notifications n where n.user_id = new.user_id and n.area_id = new.area_id and is_conflicted(n.user_id, n.area_id, n.reference);
  delete from outbox o where o.user_id = new.user_id and o.area_id = new.area_id and o.sent_at is null
                         and is_conflicted(o.user_id, o.area_id, substring(o.subject from '\S+$'));
  return null;
end $$;

do $$ declare f text; begin
  foreach f in array array['is_conflicted(uuid, uuid, text)', 'untold_of_a_conflict()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
create trigger untold_of_a_conflict before insert on notifications for each row execute function untold_of_a_conflict();
create trigger untold_of_a_conflict before insert on outbox for each row execute function untold_of_a_conflict();

/* IS-01: somebody who is invited to a whole meeting comes to each undecided item of their own area on its agenda, but for those
   on which they have a conflict (Q-07, P-08). It takes somebody else to invite them: nobody opens a case to themself. */
create or replace function join_agenda(wanted uuid, joining uuid) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if actor_role() is null or actor_role() not in ('coordinator', 'chair') then return; end if;
  insert into panel_attendees (item_id, meeting_id, case_id, area_id, hat_id, user_id, organisation_id, seat)
    select i.id, i.meeting_id, i.case_id, i.area_id, m.hat_id, m.user_id, m.organisation_id, m.seat
      from meeting_members m
      join panel_items i on i.meeting_id = m.meeting_id and i.area_id = m.area_id
     where m.meeting_id = wanted and m.hat_id = joining and not m.one_item and m.area_id = actor_area() and m.user_id <> actor_id()
       and not exists (select from panel_decisions d where d.item_id = i.id)
       and not exists (select from case_conflicts x where x.case_id = i.case_id and x.user_id = m.user_id)
  on conflict do nothing;
end $$;

/* IS-01: whoever takes on every case of an area is given them by somebody else. */
create or replace function begin_hand_over(new_lead text, taker uuid, at timestamptz) returns uuid
security definer set search_path = public, pg_temp language plpgsql as $$
declare here areas; taking hats; run uuid := uuid_v7();
begin
  select a.* into here from areas a where a.id = actor_area() for update;
  if not runs_for_council() or here.case_lead = new_lead then return null; end if;
  select h.* into taking from hats h join organisations o on o.id = h.organisation_id
   where h.id = taker and h.user_id <> actor_id() and h.area_id = here.id and h.role = 'coordinator' and h.ended_at is null and o.kind = new_lead;
  if taking.id is null or exists (select from lead_hand_overs r where r.area_id = here.id and r.state in ('running', 'undoing')) then return null; end if;
  insert into lead_hand_overs (id, area_id, from_lead, to_lead, to_organisation_id, to_hat, total, state, started_by_hat, started_at)
    values (run, here.id, here.case_lead, new_lead, taking.organisation_id, taker, open_cases_led(here.case_lead), 'running', actor_hat(), at);
  insert into lead_hand_over_rows (hand_over_id, case_id, area_id, from_organisation_id)
    select run, c.id, here.id, c.lead_organisation_id from cases c join organisations o on o.id = c.lead_organisation_id
     where c.area_id = here.id and o.kind = here.case_lead
       and c.status in ('info_gathering', 's36_decision', 'panel_listed', 'panel_decided', 'consent_pending', 'in_support', 'exited', 'review_6m', 'review_12m');
  update areas a set case_lead = new_lead where a.id = here.id;
  return run;
end $$;

/* Q-07: an organisation that is asked about a person is asked through somebody who has no conflict with the case. */
do $$
declare
  no_conflict text := 'coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = %1$I.case_id), true)';
  put_to text := 'area_id = (select actor_area()) and organisation_id = (select actor_organisation())
    and (select actor_role()) in (''referrer'', ''agency_lead'', ''panel_member'') and ' || format(no_conflict, 'information_requests');
begin
  execute 'alter policy asked_organisation on information_requests using (' || put_to || ')';
  execute 'alter policy asked_organisation_answers on information_requests using (' || put_to || ')';
  execute 'alter policy supplier on information_items using (area_id = (select actor_area()) and supplied_by = (select actor_organisation())
    and request_id is not null and (select actor_role()) in (''referrer'', ''agency_lead'', ''panel_member'') and ' || format(no_conflict, 'information_items') || ')';
end $$;
