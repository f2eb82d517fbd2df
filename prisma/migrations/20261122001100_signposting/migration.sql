-- Signposting is a referral on to somebody else, made as a referral or a case is closed: one table, one clock, one answer.

alter table onward_referrals
  alter case_id drop not null,
  add referral_id uuid references referrals,          -- closed at the gateway, before there was a case
  add said text,                                      -- what the service was told
  drop constraint onward_referrals_made_at_stage_check,
  drop constraint onward_referrals_state_check,
  add constraint onward_referrals_made_at_stage_check check (made_at_stage in ('gateway', 'section_36', 'panel', 'exit', 'review')),
  add constraint onward_referrals_state_check check (state in ('waiting', 'accepted', 'not_accepted', 'no_answer')),
  add constraint of_a_referral_or_a_case check (num_nonnulls(case_id, referral_id) = 1 and (made_at_stage = 'gateway') = (referral_id is not null)),
  add constraint silence_is_asked_after check (state <> 'no_answer' or chases > 0);
create index onward_referrals_referral on onward_referrals (referral_id, made_on) where referral_id is not null;

-- The gateway has what it said itself: of a referral, or with a section 36 decision.
create policy gateway on onward_referrals
  using (made_at_stage in ('gateway', 'section_36') and (select actor_role()) = 'gateway_officer' and area_id = (select actor_area())
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = onward_referrals.case_id), true))
  with check (made_at_stage in ('gateway', 'section_36') and (select actor_role()) = 'gateway_officer' and area_id = (select actor_area())
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = onward_referrals.case_id), true)
    and (referral_id is null or coalesce((select true from referrals f where f.id = onward_referrals.referral_id and f.area_id = onward_referrals.area_id), false)));

/* Whether the service answers is asked by whoever sent the person there. */
do $$
declare kinds text;
begin
  select string_agg(distinct quote_literal(kind), ', ') into kinds from (
    select (regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''::text', 'g'))[1] as kind
      from pg_constraint k where k.conrelid = 'clocks'::regclass and k.conname = 'clocks_kind_check'
    union select 'onward_answer') x;
  alter table clocks drop constraint clocks_kind_check;
  execute format('alter table clocks add constraint clocks_kind_check check (kind in (%s))', kinds);
end $$;
alter table clocks
  add onward_id uuid references onward_referrals,
  add check ((kind = 'onward_answer') = (onward_id is not null));
drop index clocks_one_of_a_kind;
create unique index clocks_one_of_a_kind on clocks (case_id, kind)
  where stopped_on is null and case_id is not null and request_id is null and action_id is null and onward_id is null;
create unique index clocks_one_of_an_onward on clocks (onward_id) where stopped_on is null and onward_id is not null;

-- Whoever wrote the referral is told how far it is, and not whom the gateway rings (IS-16).
create policy not_for_its_author on clocks as restrictive to casebook_app
  using (onward_id is null or case_id is not null or (select actor_role()) in ('gateway_officer', 'coordinator', 'system'));

create or replace function stop_own_clock(which uuid, is_cancelled boolean, on_day date) returns void
security definer set search_path = public, pg_temp language sql as $$
  update clocks k set stopped_on = on_day,
         outcome = case when is_cancelled then 'cancelled' when on_day > k.due_on then 'missed' else 'met' end
   where k.stopped_on is null and (k.request_id = which or k.action_id = which or k.onward_id = which)
$$;

create function onward_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'waiting' and (new.state <> 'waiting' or new.due_on <> old.due_on) then
    -- Asked again: what was said of the old day stays said, and the new day is a clock of its own.
    if exists (select from clocks k where k.onward_id = new.id and k.stopped_on is null and k.due_on = new.due_on) and new.state = 'waiting' then
      return null; end if;
    perform stop_own_clock(new.id, false, actor_today());
  end if;
  if new.state = 'waiting' then
    insert into clocks (area_id, case_id, referral_id, onward_id, kind, owner_role, started_on, due_on)
    values (new.area_id, new.case_id, new.referral_id, new.id, 'onward_answer',
            (select h.role from hats h where h.id = new.made_by_hat), coalesce(new.chased_on, new.made_on), new.due_on)
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger kept_clock after insert or update of state, due_on on onward_referrals for each row execute function onward_clock();

create or replace function own_day_follows() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update information_requests q set due_on = new.due_on where q.id = new.request_id and q.due_on <> new.due_on;
  update actions a set due_on = new.due_on where a.id = new.action_id and a.due_on <> new.due_on;
  update onward_referrals o set due_on = new.due_on where o.id = new.onward_id and o.due_on <> new.due_on;
  return null;
end $$;
drop trigger own_day_follows on clocks;
create trigger own_day_follows after update of due_on on clocks for each row
  when (new.due_on <> old.due_on and (new.request_id is not null or new.action_id is not null or new.onward_id is not null)) execute function own_day_follows();

/* T27: what a service has not answered goes along with the case and is asked after there, by a row and a clock of its own. */
create function clock_has_its_row() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger clock_has_its_row before insert on clocks for each row
  when (new.kind = 'onward_answer' and new.onward_id is null) execute function clock_has_its_row();

create function onward_goes_along() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into onward_referrals (case_id, area_id, service, said, made_at_stage, made_on, due_on, chased_on, chases, made_by_hat)
  select new.new_case_id, new.to_area_id, o.service, o.said, o.made_at_stage, o.made_on, o.due_on, o.chased_on, o.chases, o.made_by_hat
    from onward_referrals o where o.case_id = new.case_id and o.state = 'waiting';
  return null;
end $$;
create trigger onward_goes_along after update of status on case_transfers for each row
  when (new.status = 'accepted' and old.status <> 'accepted') execute function onward_goes_along();

/* T29: whoever closes a case, or sends it back, has read again what was decided of the same person before. As at the gateway, so
   at section 36 and at the panel, by one rule: of what the reader can be shown, everything was looked at, and it is said what for. */
alter table s36_decisions add looked_at uuid[] not null default '{}', add second_look text;
alter table panel_decisions add looked_at uuid[] not null default '{}', add second_look text;

create or replace function looked_again() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  the_referral uuid := coalesce((to_jsonb(new) ->> 'referral_id')::uuid, (select c.referral_id from cases c where c.id = (to_jsonb(new) ->> 'case_id')::uuid));
  known uuid[];
begin
  if actor_role() is null then return new; end if; -- set-up and older records, which nobody is at work on
  select array_agg(l.id) into known from pattern_of(the_referral) l where l.id <> the_referral;
  if known is not null and (not known <@ new.looked_at or length(trim(coalesce(new.second_look, ''))) < 20) then
    raise exception 'Another referral of this person is known. Read what was decided before, and say what you looked at again.' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger looked_again before insert on s36_decisions for each row when (new.decision = 'no') execute function looked_again();
create trigger looked_again before insert on panel_decisions for each row
  when (new.outcome in ('not_adopt', 'defer', 'police_led', 'exit')) execute function looked_again();

do $$ declare f text; begin
  foreach f in array array['onward_clock()', 'onward_goes_along()', 'clock_has_its_row()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant insert on onward_referrals to casebook_keeper;
grant update (due_on) on onward_referrals to casebook_keeper;

-- What waits already gets its clock.
set role casebook_keeper;
insert into clocks (area_id, case_id, onward_id, kind, owner_role, started_on, due_on)
select o.area_id, o.case_id, o.id, 'onward_answer', (select h.role from hats h where h.id = o.made_by_hat), coalesce(o.chased_on, o.made_on), o.due_on
  from onward_referrals o where o.state = 'waiting';
reset role;
