-- The rest of intake: what is known of one person in one pattern, calls, wrong areas, other help, and what is not kept.

/* T29: referrals of one person, by links that somebody has confirmed, however many links away. A conflict of interest
   ends the chain, as it does wherever links are read. */
create function linked_referrals(the_referral uuid) returns table (id uuid)
stable security definer set search_path = public, pg_temp language sql as $$
  with recursive same (id) as (
    select f.id from referrals f
     where f.id = the_referral and f.area_id = actor_area()
       and not exists (select from case_conflicts x where x.case_id = f.case_id and x.user_id = actor_id())
    union
    select f.id from same s
      join person_links l on (l.referral_id = s.id or l.other_referral_id = s.id) and l.answer = 'same' and l.undone_at is null
      join referrals f on f.id = case when l.referral_id = s.id then l.other_referral_id else l.referral_id end and f.area_id = actor_area()
     where not exists (select from case_conflicts x where x.case_id = f.case_id and x.user_id = actor_id()))
  select s.id from same s
$$;

/* The same as one row of contacts, with what was decided of each and why: for the gateway, and for whoever runs the case
   that came of one of them. What the police manage is the gateway's to know, and where somebody asked not to be named
   the team of the case is told the sector alone (T05, IS-07). */
create function pattern_of(the_referral uuid)
returns table (id uuid, reference text, submitted_at timestamptz, sector text, organisation text, status text, closure_code text,
               decided_at timestamptz, reasons text, second_look text, case_reference text, is_mine boolean)
stable security definer set search_path = public, pg_temp language sql as $$
  select f.id, f.reference, f.submitted_at, f.sector,
         case when actor_role() = 'gateway_officer' or coalesce(t.answers ->> 'anonymous', 'no') <> 'yes' then o.name end,
         f.status, coalesce(c.closure_code, f.closure_code), coalesce(d.decided_at, s.decided_at), coalesce(d.reasons, s.reasons),
         s.second_look, c.reference,
         actor_role() = 'gateway_officer' or exists (select from case_readers r where r.hat_id = actor_hat() and r.case_id = f.case_id)
    from linked_referrals(the_referral) l
    join referrals f on f.id = l.id
    join organisations o on o.id = f.organisation_id
    left join referral_texts t on t.referral_id = f.id
    left join cases c on c.id = f.case_id
    left join lateral (select x.decided_at, x.reasons, x.second_look from screenings x where x.referral_id = f.id
                        order by x.decided_at desc limit 1) s on true
    left join s36_decisions d on d.case_id = c.id and d.decision = 'no'
   where (actor_role() = 'gateway_officer'
          or actor_role() in ('coordinator', 'chair')
             and exists (select from referrals m join case_readers r on r.case_id = m.case_id and r.hat_id = actor_hat() where m.id = the_referral))
     and (actor_role() = 'gateway_officer'
          or coalesce(c.closure_code, f.closure_code, '') not in ('police_investigation', 'unsuitable_police_led'))
   order by f.submitted_at, f.id
$$;

/* Which of them were looked at again before another was closed. No form leads around it. */
alter table screenings add looked_at uuid[] not null default '{}';

create function looked_again() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if actor_role() is null then return new; end if; -- set-up and older records, which nobody is at work on
  if exists (select from linked_referrals(new.referral_id) l where l.id <> new.referral_id and l.id <> all (new.looked_at))
     or (exists (select from linked_referrals(new.referral_id) l where l.id <> new.referral_id) and length(trim(coalesce(new.second_look, ''))) < 20) then
    raise exception 'Another referral of this person is known. Read what was decided before, and say what you looked at again.' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger looked_again before insert on screenings for each row when (new.outcome = 'close') execute function looked_again();

do $$ declare f text; begin
  foreach f in array array['linked_referrals(uuid)', 'pattern_of(uuid)', 'looked_again()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function pattern_of(uuid) to casebook_app;
grant execute on function linked_referrals(uuid) to casebook_keeper;

/* A referral that somebody wrote down for a caller. Whoever rang has no account; whoever took the call is its author. */
alter table referrals add channel text not null default 'form' check (channel in ('form', 'telephone'));
create policy calls_are_taken_by_those_who_answer on referrals as restrictive for insert to casebook_app
  with check (channel = 'form' or (select actor_role()) in ('gateway_officer', 'coordinator'));
