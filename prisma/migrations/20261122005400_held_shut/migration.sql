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
