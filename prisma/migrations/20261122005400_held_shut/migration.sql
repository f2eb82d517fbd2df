-- What could be learnt by taking one day's figures from another's (IS-21), and other doors that stood ajar.

/* What a cell said when its last week of change began: the quarter that runs is shown as it was at the end of a week. */
alter table stat_cells
  add column held int not null default 0,
  add column moved_in date;                          -- the Monday of the week in which it last changed

/* IS-21: a quarter that is over stays as it was published. What comes to be known of it later, such as a case brought in
   from another area or an action done last month, is counted in the quarter in which somebody here records it. */
create or replace function stat_add(area uuid, day date, the_measure text, the_dimension text, the_category text) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  at_work boolean := actor_role() is not null;       -- set-up and older records are brought in by nobody at work
  counted_on date := case when at_work then greatest(day, quarter_start(actor_today())) else day end;
  week date := date_trunc('week', case when at_work then actor_today() else day end)::date;
begin
  insert into stat_cells as s (area_id, quarter, measure, dimension, category, n, moved_in)
  values (area, quarter_start(counted_on), the_measure, the_dimension, the_category, 1, week)
  on conflict (area_id, quarter, measure, dimension, category)
  do update set n = s.n + 1,
    held = case when week = s.moved_in then s.held when week < s.moved_in then s.held + 1 else s.n end,
    moved_in = greatest(s.moved_in, week);
end $$;

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
