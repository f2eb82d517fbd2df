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

/* How long nobody had touched a draft when its writer was last told so. Touching it begins again (T02). */
alter table referrals add draft_nudge int not null default 0 check (draft_nudge between 0 and 25);

/* RF-09: a withdrawn referral is kept for 30 days, and then nothing of it is left but that it was there. */
alter table referrals add erased_at timestamptz;
create index referrals_to_erase on referrals (area_id, dispose_on) where status = 'withdrawn' and erased_at is null;
create policy erased_is_gone on referrals as restrictive for select to casebook_app
  using (erased_at is null or (select actor_role()) = 'system');

create function erase_withdrawn(today date, at timestamptz) returns table (referral_id uuid, data_key_id uuid, reference text)
security definer set search_path = public, pg_temp language plpgsql as $$
declare gone referrals;
begin
  if actor_role() is distinct from 'system' then return; end if;
  for gone in select f.* from referrals f
               where f.area_id = actor_area() and f.status = 'withdrawn' and f.erased_at is null and f.dispose_on < today
               order by f.dispose_on limit 100 for update skip locked loop
    delete from person_links l where l.referral_id = gone.id or l.other_referral_id = gone.id;
    delete from person_names n using people p where p.referral_id = gone.id and n.person_id = p.id;
    delete from people p where p.referral_id = gone.id;
    delete from equality_records e where e.referral_id = gone.id;
    delete from attachments a where a.referral_id = gone.id;
    delete from referral_addenda d where d.referral_id = gone.id;
    delete from referral_texts t where t.referral_id = gone.id;
    update concerns c set referral_id = null where c.referral_id = gone.id;
    update data_keys k set wrapped = null, destroyed_at = at where k.id = gone.data_key_id;
    update referrals f set erased_at = at, sealed_draft = null, version = f.version + 1 where f.id = gone.id;
    referral_id := gone.id; data_key_id := gone.data_key_id; reference := gone.reference;
    return next;
  end loop;
end $$;
alter function erase_withdrawn(date, timestamptz) owner to casebook_keeper;
revoke execute on function erase_withdrawn(date, timestamptz) from public;
grant execute on function erase_withdrawn(date, timestamptz) to casebook_app;
grant delete on person_links, person_names, people, equality_records, attachments, referral_addenda, referral_texts to casebook_keeper;
grant update (erased_at, sealed_draft, version) on referrals to casebook_keeper;
grant update (wrapped, destroyed_at) on data_keys to casebook_keeper;
grant update (referral_id) on concerns to casebook_keeper;
create policy keeper_destroys on data_keys to casebook_keeper using (true) with check (true);
