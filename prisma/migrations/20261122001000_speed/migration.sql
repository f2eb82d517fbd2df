-- What is asked on every page of a case and of a sitting.

/* Planned once for a connection and not at each question, as a function in plain SQL that reads as somebody else is.
   Few referrals are about one person, and the planner has to be told: it supposes a thousand, and reads every referral. */
create or replace function linked_referrals(the_referral uuid) returns table (id uuid) rows 4
stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
begin
  return query with recursive same (id) as (
    select f.id from referrals f
     where f.id = the_referral and f.area_id = actor_area()
       and not exists (select from case_conflicts x where x.case_id = f.case_id and x.user_id = actor_id())
    union
    select f.id from same s
     cross join lateral (select l.other_referral_id as id from person_links l where l.referral_id = s.id and l.answer = 'same' and l.undone_at is null
                         union all
                         select l.referral_id from person_links l where l.other_referral_id = s.id and l.answer = 'same' and l.undone_at is null) linked
      join referrals f on f.id = linked.id and f.area_id = actor_area()
     where not exists (select from case_conflicts x where x.case_id = f.case_id and x.user_id = actor_id()))
  select s.id from same s;
end $$;

create or replace function pattern_of(the_referral uuid)
returns table (id uuid, reference text, submitted_at timestamptz, sector text, organisation text, status text, closure_code text,
               decided_at timestamptz, reasons text, second_look text, case_reference text, is_mine boolean) rows 4
stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
declare
  at_gateway boolean := coalesce(actor_role() = 'gateway_officer', false);
begin
  if not at_gateway and (coalesce(actor_role(), '') not in ('coordinator', 'chair')
      or not exists (select from referrals m join case_readers r on r.case_id = m.case_id and r.hat_id = actor_hat() where m.id = the_referral)) then
    return;
  end if;
  return query select f.id, f.reference, f.submitted_at, f.sector,
         case when at_gateway or coalesce(t.answers ->> 'anonymous', 'no') <> 'yes' then o.name end,
         f.status, coalesce(c.closure_code, f.closure_code), coalesce(d.decided_at, s.decided_at), coalesce(d.reasons, s.reasons),
         s.second_look, c.reference,
         at_gateway or exists (select from case_readers r where r.hat_id = actor_hat() and r.case_id = f.case_id)
    from linked_referrals(the_referral) l
    join referrals f on f.id = l.id
    join organisations o on o.id = f.organisation_id
    left join referral_texts t on t.referral_id = f.id
    left join cases c on c.id = f.case_id
    left join lateral (select x.decided_at, x.reasons, x.second_look from screenings x where x.referral_id = f.id
                        order by x.decided_at desc limit 1) s on true
    left join s36_decisions d on d.case_id = c.id and d.decision = 'no'
   where at_gateway or coalesce(c.closure_code, f.closure_code, '') not in ('police_investigation', 'unsuitable_police_led')
   order by f.submitted_at, f.id;
end $$;

create index panel_decisions_of_item on panel_decisions (item_id, decided_at);
