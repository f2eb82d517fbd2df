-- A case that moves to another area, and cases that move to another lead.

/* T27: a case offered to another area, with what is needed to decide and no name. The one row that two areas see. */
create table case_transfers (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  to_area_id uuid not null references areas,
  reference text not null,
  stage text not null,
  is_child boolean not null,
  summary text not null,
  reason text not null,
  told_by text not null check (told_by in ('coordinator', 'chair', 'agency', 'provider')),
  status text not null default 'offered' check (status in ('offered', 'accepted', 'declined')),
  offered_by_hat uuid not null references hats,
  offered_at timestamptz not null,
  answered_by_hat uuid references hats,
  answered_at timestamptz,
  answer_reason text,
  new_case_id uuid references cases,
  new_reference text,
  check (to_area_id <> area_id),
  check ((status = 'offered') = (answered_at is null)),
  check ((status = 'accepted') = (new_case_id is not null)),
  check (status <> 'declined' or answer_reason is not null)
);
create unique index case_transfers_live on case_transfers (case_id) where status = 'offered';
create index case_transfers_case on case_transfers (case_id, offered_at);
create index case_transfers_new_case on case_transfers (new_case_id);
create index case_transfers_receiving on case_transfers (to_area_id, status, offered_at desc);
alter table case_transfers enable row level security;
alter table case_transfers force row level security;
create policy runners on case_transfers
  using ((select actor_role()) in ('coordinator', 'chair')
    and coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = case_transfers.case_id), false))
  with check ((select actor_role()) = 'coordinator' and status = 'offered' and area_id = (select actor_area())
    and coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = case_transfers.case_id), false));
create policy receiving on case_transfers for select
  using ((select actor_role()) in ('coordinator', 'chair') and to_area_id = (select actor_area())
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = case_transfers.case_id), true));
create policy declines on case_transfers for update
  using ((select actor_role()) = 'coordinator' and to_area_id = (select actor_area()) and status = 'offered'
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = case_transfers.case_id), true))
  with check (status = 'declined' and answered_by_hat = (select actor_hat()));
create policy keeper on case_transfers to casebook_keeper using (true) with check (true);
grant select, update on case_transfers to casebook_keeper;
grant select, insert on case_transfers to casebook_app;
grant update (status, answered_by_hat, answered_at, answer_reason) on case_transfers to casebook_app;
create trigger stands_still before insert on case_transfers for each row execute function case_stands_still();

-- What one area tells the other of a transfer: a reference and a link, as always (IS-23).
create policy about_a_transfer on notifications for insert with check (
  kind in ('transfer_offered', 'transfer_answered') and coalesce((select true from case_transfers t
    where t.reference = notifications.reference and notifications.area_id in (t.area_id, t.to_area_id) limit 1), false));
create policy about_a_transfer on outbox for insert with check (
  coalesce((select true from case_transfers t
    where outbox.area_id in (t.area_id, t.to_area_id) and right(outbox.subject, length(t.reference) + 1) = ' ' || t.reference limit 1), false));

/* TL-09: a review after support stops when it has been held, or when it runs on in the area that took the case on. */
create or replace function reviews_outlive() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from reviews v where v.case_id = new.case_id and v.kind = new.kind and v.held_on is not null)
     and not exists (select from cases c where c.id = new.case_id and c.status in ('retention', 'erased'))
     and not exists (select from case_transfers t join clocks k on k.case_id = t.new_case_id and k.kind = new.kind where t.case_id = new.case_id) then
    raise exception 'TL-09: a review after support ends when it has been held' using errcode = 'check_violation';
  end if;
  return new;
end $$;

/* T27: the receiving coordinator says yes. The new area gets a case of its own, with its own reference, key and readers,
   and a copy of what may be handed on; the old one stops, keeps what it has for six months, and is told. What was sealed
   under the old key, or meant for named organisations, or for the chair and coordinator alone, stays behind. */
create function accept_transfer(wanted uuid, new_key uuid, wrapped_key bytea, key_version int, stream_of_key text, outcome_words jsonb, at timestamptz)
returns table (case_id uuid, case_reference text, case_status text, closed_reference text)
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  t case_transfers;
  old cases;
  here uuid := actor_area();
  today date := (at at time zone 'Europe/London')::date;
  new_referral uuid := uuid_v7();
  new_person uuid := uuid_v7();
  new_case uuid := uuid_v7();
  its_reference text;
  new_status text;
  copies jsonb;
  old_area text;
begin
  select x.* into t from case_transfers x
   where x.id = wanted and x.to_area_id = here and x.status = 'offered'
     and not exists (select from case_conflicts c where c.case_id = x.case_id and c.user_id = actor_id()) for update;
  if t.id is null or actor_role() <> 'coordinator' then return; end if;
  select c.* into old from cases c where c.id = t.case_id for update;
  if old.paused_since is not null then
    raise exception 'This case is paused in the area that offers it, so it cannot be taken on yet.' using errcode = 'PC001';
  end if;
  if old.status not in ('info_gathering', 's36_decision', 'panel_listed', 'panel_decided', 'consent_pending', 'in_support', 'exited', 'review_6m', 'review_12m') then
    raise exception 'This case has ended since it was offered, so there is nothing to take on.' using errcode = 'PC001';
  end if;
  select a.name into old_area from areas a where a.id = old.area_id;
  -- Consent is given to somebody: here nobody has been given it yet (7.1).
  new_status := case when old.status = 'in_support' then 'consent_pending' else old.status end;
  its_reference := next_reference('PC', today);

  insert into data_keys (id, area_id, wrapped, wrapping_version) values (new_key, here, wrapped_key, key_version);
  insert into referrals (id, area_id, reference, organisation_id, created_by, created_by_hat, status, sector, submitted_at, data_key_id)
    select new_referral, here, next_reference('R', today), actor_organisation(), actor_id(), actor_hat(), 'taken_forward', f.sector, at, new_key
      from referrals f where f.id = old.referral_id;
  insert into people (id, area_id, referral_id, organisation_id, created_by, forenames, surname, other_names, date_of_birth, approximate_age,
                      age_recorded_on, gender, postcode, local_authority, place, match_name, match_sound)
    select new_person, here, new_referral, actor_organisation(), actor_id(), p.forenames, p.surname, p.other_names, p.date_of_birth,
           p.approximate_age, p.age_recorded_on, p.gender, p.postcode, p.local_authority, p.place, p.match_name, p.match_sound
      from people p where p.id = old.person_id;
  insert into cases (id, area_id, reference, referral_id, person_id, status, status_since, closure_code, lead_organisation_id, defers, opened_at,
                     adopted_on, exited_on, closed_at, data_key_id, marking, retention_class, dispose_on)
    values (new_case, here, its_reference, new_referral, new_person, new_status, at, old.closure_code, actor_organisation(), old.defers, at,
            old.adopted_on, old.exited_on, old.closed_at, new_key, old.marking, old.retention_class, old.dispose_on);
  update referrals f set case_id = new_case where f.id = new_referral;
  update people p set case_id = new_case where p.id = new_person;
  insert into person_names (person_id, area_id, case_id, word)
    select new_person, here, new_case, n.word from person_names n where n.person_id = old.person_id;
  insert into referral_texts (referral_id, area_id, organisation_id, created_by, case_id, answers, declaration_version, submitted_at)
    select new_referral, here, actor_organisation(), actor_id(), new_case, x.answers, x.declaration_version, x.submitted_at
      from referral_texts x where x.referral_id = old.referral_id;
  insert into referral_addenda (referral_id, area_id, organisation_id, created_by, case_id, body, added_by_hat, added_at)
    select new_referral, here, x.organisation_id, x.created_by, new_case, x.body, x.added_by_hat, x.added_at
      from referral_addenda x where x.referral_id = old.referral_id;
  insert into audit_streams (stream, area_id, referral_id, case_id, case_reference)
    values (stream_of_key, here, new_referral, new_case, its_reference);

  -- Items by audience; each keeps who supplied it (IS-11), and evidence follows its item.
  select coalesce(jsonb_object_agg(i.id, uuid_v7()), '{}') into copies
    from information_items i where i.case_id = old.id and i.audience in ('all_partners', 'panel_members') and i.body is not null;
  insert into information_items (id, case_id, area_id, supplied_by, entered_by_hat, kind, source, dated_on, reliability, corroboration,
                                 corroboration_reasons, audience, necessity, lawful_basis, body, entered_at)
    select (copies ->> i.id::text)::uuid, new_case, here, i.supplied_by, i.entered_by_hat, i.kind, i.source, i.dated_on, i.reliability, i.corroboration,
           i.corroboration_reasons, i.audience, i.necessity, i.lawful_basis, i.body, i.entered_at
      from information_items i where i.case_id = old.id and copies ? i.id::text;
  insert into information_items (case_id, area_id, supplied_by, entered_by_hat, kind, source, dated_on, reliability, corroboration,
                                 audience, necessity, lawful_basis, body, entered_at)
    select new_case, here, old.lead_organisation_id, d.decided_by_hat, 'professional_opinion', 'The panel of ' || old_area,
           (d.decided_at at time zone 'Europe/London')::date, 'reliable', 'uncorroborated', 'panel_members',
           'It is what the panel of the area before decided.', 'safeguarding', coalesce(outcome_words ->> d.outcome, d.outcome) || '. ' || d.reasons, at
      from panel_decisions d where d.case_id = old.id;
  insert into assessments (id, case_id, area_id, framework_id, framework_version, number, purpose, status, judgement, author_hat, started_at,
                           completed_at, countersigned_by_hat, countersigned_at, countersign_comment)
    select uuid_v7(), new_case, here, a.framework_id, a.framework_version, a.number, a.purpose, a.status, a.judgement, a.author_hat, a.started_at,
           a.completed_at, a.countersigned_by_hat, a.countersigned_at, a.countersign_comment
      from assessments a where a.case_id = old.id and a.status <> 'draft';
  insert into assessment_answers (assessment_id, case_id, area_id, factor, wording, answer, note, evidence, answered_by_hat, answered_at)
    select n.id, new_case, here, w.factor, w.wording, w.answer, w.note,
           array(select coalesce(copies ->> e::text, e::text)::uuid from unnest(w.evidence) e), w.answered_by_hat, w.answered_at
      from assessment_answers w join assessments a on a.id = w.assessment_id
      join assessments n on n.case_id = new_case and n.number = a.number where a.case_id = old.id;
  insert into s36_decisions (case_id, area_id, decision, statement, reasons, other_reasons, signpost, decided_by_hat, decided_at)
    select new_case, here, d.decision, d.statement, d.reasons, d.other_reasons, d.signpost, d.decided_by_hat, d.decided_at
      from s36_decisions d where d.case_id = old.id;
  insert into need_entries (entry_id, version, case_id, area_id, kind, need, certainty, words, source, dated_on, stands, written_by_hat, written_at)
    select uuid_v7(), 1, new_case, here, e.kind, e.need, e.certainty, e.words, e.source, e.dated_on, e.stands, e.written_by_hat, e.written_at
      from need_entries e where e.case_id = old.id and e.is_current;
  insert into consents (case_id, area_id, number, strand, state, on_day, details, recorded_by_hat, recorded_at)
    select new_case, here, row_number() over (order by s.strand), s.strand, case when s.state = 'given' then 'lapsed' else s.state end, today,
           case when s.state = 'given' then s.details || jsonb_build_object('reason', 'given_elsewhere', 'givenOn', s.on_day) else '{}' end,
           actor_hat(), at
      from (select distinct on (c.strand) c.* from consents c where c.case_id = old.id order by c.strand, c.number desc) s
     where s.state in ('given', 'refused', 'withdrawn', 'lapsed');
  insert into support_plans (case_id, area_id, number, consent_asked, nature, provider, delivery, objective, exit_criteria, safeguarding_contact,
                             written_by_hat, written_at)
    select new_case, here, p.number, p.consent_asked, p.nature, p.provider, p.delivery, p.objective, p.exit_criteria, p.safeguarding_contact,
           p.written_by_hat, p.written_at
      from support_plans p where p.case_id = old.id;
  insert into support_needs (case_id, area_id, need, objective, measure, added_in, ended_in, added_by_hat, added_at)
    select new_case, here, n.need, n.objective, n.measure, n.added_in, n.ended_in, n.added_by_hat, n.added_at
      from support_needs n where n.case_id = old.id;
  insert into actions (area_id, kind, case_id, title, support_type, funding, measure, owner_organisation_id, starts_on, due_on, first_due_on,
                       status, added_by_hat, added_at)
    select here, a.kind, new_case, a.title, a.support_type, a.funding, a.measure, a.owner_organisation_id, a.starts_on, a.due_on, a.first_due_on,
           'not_started', actor_hat(), at
      from actions a where a.case_id = old.id and a.status in ('not_started', 'in_progress');
  insert into reviews (case_id, area_id, kind, due_on, held_on, outcome, summary, held_by_hat)
    select new_case, here, v.kind, v.due_on, v.held_on, v.outcome, v.summary, v.held_by_hat from reviews v where v.case_id = old.id;
  insert into clocks (area_id, case_id, kind, owner_role, started_on, due_on)
    select here, new_case, k.kind, k.owner_role, k.started_on, k.due_on
      from clocks k where k.case_id = old.id and k.stopped_on is null and k.request_id is null and k.action_id is null;
  insert into case_moves (case_id, area_id, transition, from_status, to_status, moved_by_hat, moved_at)
    values (new_case, here, 'T27', old.status, new_status, actor_hat(), at);
  insert into case_conflicts (case_id, user_id, area_id, nature, declared_at, declared_by_hat)
    select new_case, x.user_id, here, x.nature, x.declared_at, x.declared_by_hat from case_conflicts x where x.case_id = old.id;
  insert into case_workers (case_id, area_id, hat_id, capacity, assigned_at, assigned_by_hat)
    values (new_case, here, actor_hat(), 'coordinator', at, actor_hat());

  update cases c set status = 'transferred', status_since = at, closure_code = 'moved_area_transferred', closed_at = at,
                     retention_class = 'transferred_out', dispose_on = (today + interval '6 months')::date, version = c.version + 1
   where c.id = old.id;
  insert into case_moves (case_id, area_id, transition, from_status, to_status, moved_by_hat, moved_at)
    values (old.id, old.area_id, 'T27', old.status, 'transferred', actor_hat(), at);
  update case_transfers x set status = 'accepted', answered_by_hat = actor_hat(), answered_at = at, new_case_id = new_case, new_reference = its_reference
   where x.id = wanted;
  update clocks k set stopped_on = today, outcome = 'cancelled' where k.case_id = old.id and k.stopped_on is null;
  update actions a set status = 'cancelled', version = a.version + 1 where a.case_id = old.id and a.status in ('not_started', 'in_progress');
  update information_requests q set state = 'cancelled', version = q.version + 1 where q.case_id = old.id and q.state in ('asked', 'part');
  insert into notifications (area_id, user_id, hat_id, kind, reference, path, created_at)
    select f.area_id, f.created_by, f.created_by_hat, 'referral_outcome', f.reference, '/referrals/' || f.reference, at
      from referrals f join hats h on h.id = f.created_by_hat and h.ended_at is null where f.id = old.referral_id;

  -- Both areas have it on their logs: whose act it was is the same, and where it happened is each its own.
  perform set_config('app.actor_area', old.area_id::text, true);
  insert into audit_events (stream, type, facts)
    select s.stream, 'case.transferred', jsonb_build_object('reference', old.reference, 'newReference', its_reference)
      from audit_streams s where s.case_id = old.id;
  perform set_config('app.actor_area', here::text, true);
  return query select new_case, its_reference, new_status, old.reference;
end $$;
alter function accept_transfer(uuid, uuid, bytea, int, text, jsonb, timestamptz) owner to casebook_keeper;
revoke execute on function accept_transfer(uuid, uuid, bytea, int, text, jsonb, timestamptz) from public;
grant execute on function accept_transfer(uuid, uuid, bytea, int, text, jsonb, timestamptz) to casebook_app;
grant insert on referral_addenda, information_items, assessments, assessment_answers, s36_decisions, need_entries, consents, support_plans, support_needs,
  actions, reviews, clocks, case_moves, notifications to casebook_keeper;
grant update on clocks to casebook_keeper;
grant update (status, version) on actions to casebook_keeper;
grant update (state, version) on information_requests to casebook_keeper;
grant update (status, status_since, closure_code, closed_at, retention_class, dispose_on, version) on cases to casebook_keeper;
create policy keeper_tells on notifications for insert to casebook_keeper with check (true);

/* Who leads cases in an area, the council or the police, and every open case with it: one act, which can be taken back. */
create table lead_hand_overs (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  from_lead text not null check (from_lead in ('council', 'police')),
  to_lead text not null check (to_lead in ('council', 'police')),
  to_organisation_id uuid not null references organisations,
  to_hat uuid not null references hats,
  total int not null,
  done int not null default 0,
  kept int not null default 0,                       -- of an undoing: changed since, and left as they are
  state text not null check (state in ('running', 'done', 'undoing', 'undone')),
  started_by_hat uuid not null references hats,
  started_at timestamptz not null,
  undone_by_hat uuid references hats,
  undone_at timestamptz,
  finished_at timestamptz,
  check (from_lead <> to_lead)
);
create unique index lead_hand_overs_one_at_a_time on lead_hand_overs (area_id) where state in ('running', 'undoing');
create index lead_hand_overs_recent on lead_hand_overs (area_id, started_at desc);

/* What it did to each case, so that an undoing puts back exactly that, and nothing that has changed since. */
create table lead_hand_over_rows (
  hand_over_id uuid not null references lead_hand_overs,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  from_organisation_id uuid not null references organisations,
  ended_workers uuid[] not null default '{}',
  added_worker uuid references case_workers,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'undone', 'kept')),
  primary key (hand_over_id, case_id)
);
create index lead_hand_over_rows_to_do on lead_hand_over_rows (hand_over_id, state, case_id);

do $$ declare t text; begin
  foreach t in array array['lead_hand_overs', 'lead_hand_over_rows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to casebook_keeper', t);
  end loop;
end $$;
create policy runs_panels on lead_hand_overs for select
  using ((select actor_role()) in ('coordinator', 'chair') and area_id = (select actor_area()));
create policy timer on lead_hand_overs for select using ((select actor_role()) = 'system');
grant select on lead_hand_overs to casebook_app;
grant update (case_lead) on areas to casebook_keeper;
create policy keeper_leads on areas for update to casebook_keeper using (true);
grant update (lead_organisation_id) on cases to casebook_keeper;
grant update (ended_at) on case_workers to casebook_keeper;
create index cases_led_by on cases (area_id, lead_organisation_id) where status in ('info_gathering', 's36_decision', 'panel_listed', 'panel_decided', 'consent_pending', 'in_support', 'exited', 'review_6m', 'review_12m');

/* Whether whoever asks may hand everything over: somebody of the council who runs panels. */
create function runs_for_council() returns boolean
stable security definer set search_path = public, pg_temp language sql as $$
  select actor_role() in ('coordinator', 'chair')
     and exists (select from organisations o where o.id = actor_organisation() and o.kind = 'council')
$$;

/* How many open cases each lead has: a count, for somebody who may hand them all over. */
create function open_cases_led(lead text) returns bigint
stable security definer set search_path = public, pg_temp language sql as $$
  select count(*) from cases c join organisations o on o.id = c.lead_organisation_id
   where runs_for_council() and c.area_id = actor_area() and o.kind = lead
     and c.status in ('info_gathering', 's36_decision', 'panel_listed', 'panel_decided', 'consent_pending', 'in_support', 'exited', 'review_6m', 'review_12m')
$$;

create function begin_hand_over(new_lead text, taker uuid, at timestamptz) returns uuid
security definer set search_path = public, pg_temp language plpgsql as $$
declare here areas; taking hats; run uuid := uuid_v7();
begin
  select a.* into here from areas a where a.id = actor_area() for update;
  if not runs_for_council() or here.case_lead = new_lead then return null; end if;
  select h.* into taking from hats h join organisations o on o.id = h.organisation_id
   where h.id = taker and h.area_id = here.id and h.role = 'coordinator' and h.ended_at is null and o.kind = new_lead;
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

create function begin_undoing(run uuid, at timestamptz) returns uuid
security definer set search_path = public, pg_temp language plpgsql as $$
declare r lead_hand_overs;
begin
  select x.* into r from lead_hand_overs x where x.id = run and x.area_id = actor_area() and x.state = 'done' for update;
  if r.id is null or not runs_for_council()
     or exists (select from lead_hand_overs x where x.area_id = r.area_id and (x.state in ('running', 'undoing') or x.started_at > r.started_at)) then
    return null;
  end if;
  update lead_hand_overs x set state = 'undoing', done = 0, undone_by_hat = actor_hat(), undone_at = at, finished_at = null where x.id = run;
  update areas a set case_lead = r.from_lead where a.id = r.area_id and a.case_lead = r.to_lead;
  return run;
end $$;

/* The next so many cases of whatever runs in an area. The clock calls it until nothing is left. */
create function step_hand_over(size int, at timestamptz) returns table (total int, done int, state text)
security definer set search_path = public, pg_temp language plpgsql as $$
declare r lead_hand_overs; one lead_hand_over_rows; ended uuid[]; added uuid; moved boolean; touched int := 0; left_alone int := 0;
begin
  if actor_role() <> 'system' and not runs_for_council() then return; end if;
  select x.* into r from lead_hand_overs x where x.area_id = actor_area() and x.state in ('running', 'undoing') for update skip locked;
  if r.id is null then return; end if;

  for one in select w.* from lead_hand_over_rows w
              where w.hand_over_id = r.id and w.state = case when r.state = 'running' then 'waiting' else 'done' end
              order by w.case_id limit size loop
    touched := touched + 1;
    if r.state = 'running' then
      update cases c set lead_organisation_id = r.to_organisation_id
       where c.id = one.case_id and c.lead_organisation_id = one.from_organisation_id;
      added := null;
      insert into case_workers (case_id, area_id, hat_id, capacity, assigned_at, assigned_by_hat)
        select one.case_id, r.area_id, r.to_hat, 'coordinator', at, r.started_by_hat
         where not exists (select from case_workers w where w.case_id = one.case_id and w.hat_id = r.to_hat and w.ended_at is null)
           and not exists (select from case_conflicts x join hats h on h.user_id = x.user_id where h.id = r.to_hat and x.case_id = one.case_id) -- Q-07
        returning id into added;
      -- Nobody is taken off a case that nobody takes on.
      with over as (update case_workers w set ended_at = at
          where w.case_id = one.case_id and w.capacity = 'coordinator' and w.ended_at is null and w.hat_id <> r.to_hat
            and exists (select from hats h join organisations o on o.id = h.organisation_id where h.id = w.hat_id and o.kind = r.from_lead)
            and exists (select from case_workers y where y.case_id = one.case_id and y.hat_id = r.to_hat and y.ended_at is null)
          returning w.id)
        select coalesce(array_agg(over.id), '{}') into ended from over;
      update lead_hand_over_rows w set state = 'done', ended_workers = ended, added_worker = added
       where w.hand_over_id = r.id and w.case_id = one.case_id;
    else
      update cases c set lead_organisation_id = one.from_organisation_id
       where c.id = one.case_id and c.lead_organisation_id = r.to_organisation_id;
      moved := not found;
      -- Who ran it before runs it again, unless somebody has given it to somebody else since.
      if exists (select from case_workers w where w.case_id = one.case_id and w.hat_id = r.to_hat and w.ended_at is null
                    and (one.added_worker is null or w.id = one.added_worker)) then
        update case_workers w set ended_at = null
         where w.id = any (one.ended_workers)
           and exists (select from hats h where h.id = w.hat_id and h.ended_at is null)
           and not exists (select from case_workers y where y.case_id = w.case_id and y.hat_id = w.hat_id and y.ended_at is null)
           and not exists (select from case_conflicts x join hats h on h.user_id = x.user_id where h.id = w.hat_id and x.case_id = w.case_id);
        update case_workers w set ended_at = at where w.id = one.added_worker and w.ended_at is null
           and exists (select from case_workers y where y.case_id = w.case_id and y.capacity = 'coordinator' and y.ended_at is null and y.id <> w.id);
      else
        moved := true;
      end if;
      left_alone := left_alone + moved::int;
      update lead_hand_over_rows w set state = case when moved then 'kept' else 'undone' end
       where w.hand_over_id = r.id and w.case_id = one.case_id;
    end if;
    insert into audit_events (stream, type, facts)
      select s.stream, 'case.lead_changed', jsonb_build_object('reference', s.case_reference, 'to', case when r.state = 'running' then r.to_lead else r.from_lead end,
                                                              'handOver', r.id, 'undone', r.state = 'undoing', 'kept', r.state = 'undoing' and moved)
        from audit_streams s where s.case_id = one.case_id;
  end loop;

  update lead_hand_overs x
     set done = x.done + touched, kept = x.kept + left_alone,
         state = case when touched = size then x.state when x.state = 'running' then 'done' else 'undone' end,
         finished_at = case when touched < size then at end
   where x.id = r.id;
  return query select x.total, x.done, x.state from lead_hand_overs x where x.id = r.id;
end $$;

do $$ declare f text; begin
  foreach f in array array['runs_for_council()', 'open_cases_led(text)', 'begin_hand_over(text, uuid, timestamptz)', 'begin_undoing(uuid, timestamptz)', 'step_hand_over(int, timestamptz)'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to casebook_app', f);
  end loop;
end $$;

-- Whether the panel of an area may offer support beside an overt police investigation, with three things ticked. Off, as
-- long as guidance for England and Wales does not say so (domain 3.3).
alter table areas add column support_beside_investigation boolean not null default false;
