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

/* A referral that came to the wrong area. It goes on as a referral of the area it belongs to, and here a code and a date are kept. */
alter table referrals
  add passed_to_area_id uuid references areas,
  add passed_to_reference text,
  add passed_told text check (passed_told in ('received', 'being_assessed', 'taken_forward', 'closed_other_help', 'closed')),
  add passed_from_area_id uuid references areas,
  add passed_from_id uuid references referrals,
  add first_received_at timestamptz,
  add passed_reason text;

/* How far it is there, in the one word that a referrer is told, with a notice where they can open it (IS-16). */
create function passed_on_is_told() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare stub referrals;
begin
  update referrals f set version = f.version + 1, passed_told = case
      when new.passed_told is not null then new.passed_told -- it went on once more
      when new.status in ('submitted', 'gateway') then 'being_assessed'
      when new.status = 'taken_forward' then 'taken_forward'
      when new.status in ('closed_not_prevent', 'case_ended') and new.closure_code = 'not_radicalisation_other_need' then 'closed_other_help'
      else 'closed' end
   where f.id = new.passed_from_id returning f.* into stub;
  insert into notifications (area_id, user_id, hat_id, kind, reference, path, created_at)
    select stub.area_id, stub.created_by, stub.created_by_hat, 'referral_outcome', stub.reference, '/referrals/' || stub.reference, now()
      from hats h where h.id = stub.created_by_hat and h.ended_at is null;
  return null;
end $$;
create trigger passed_on_is_told after update of status, passed_told on referrals for each row
  when (new.passed_from_id is not null and (new.status <> old.status or new.passed_told is distinct from old.passed_told)) execute function passed_on_is_told();

/* One transaction, as of a referral that is sent: a reference, both deliveries (IS-17), the clocks of the new area from today
   (TL-01, TL-02), who is told, and both logs. What was sealed comes sealed anew, under a key of the new area; the old one goes. */
create function pass_referral(wanted uuid, to_area uuid, new_referral uuid, new_key uuid, wrapped_key bytea, key_version int, stream_of_key text,
                              contact text, files jsonb, why text, mail_subject text, mail_body text, opened_by date, screened_by date,
                              keeping text, keep_until date, at timestamptz) returns text
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  old referrals;
  here uuid := actor_area();
  today date := (at at time zone 'Europe/London')::date;
  new_person uuid := uuid_v7();
  its_reference text;
  police uuid;
  council uuid;
begin
  select f.* into old from referrals f where f.id = wanted and f.area_id = here and f.status = 'gateway' and f.case_id is null for update;
  if old.id is null or actor_role() is distinct from 'gateway_officer' or to_area = here then return null; end if;
  select (array_agg(o.id order by o.id) filter (where o.kind = 'police'))[1], (array_agg(o.id order by o.id) filter (where o.kind = 'council'))[1]
    into police, council
    from organisation_areas a join organisations o on o.id = a.organisation_id where a.area_id = to_area;
  if police is null or council is null
     or not exists (select from hats h where h.area_id = to_area and h.role = 'gateway_officer' and h.ended_at is null) then
    raise exception 'That area has nobody here who could receive it. Ring its gateway instead.' using errcode = 'PC001';
  end if;

  perform set_config('app.actor_area', to_area::text, true);
  its_reference := next_reference('R', today);
  insert into data_keys (id, area_id, wrapped, wrapping_version) values (new_key, to_area, wrapped_key, key_version);
  insert into referrals (id, area_id, reference, organisation_id, created_by, created_by_hat, channel, status, sector, submitted_at, priority,
                         screening_due_on, data_key_id, passed_from_area_id, passed_from_id, first_received_at, passed_reason)
    values (new_referral, to_area, its_reference, old.organisation_id, old.created_by, old.created_by_hat, old.channel, 'gateway', old.sector, at,
            old.priority, screened_by, new_key, here, old.id, coalesce(old.first_received_at, old.submitted_at), why);
  insert into people (id, area_id, referral_id, organisation_id, created_by, forenames, surname, other_names, date_of_birth, approximate_age,
                      age_recorded_on, gender, postcode, local_authority, place, match_name, match_sound)
    select new_person, to_area, new_referral, p.organisation_id, p.created_by, p.forenames, p.surname, p.other_names, p.date_of_birth,
           p.approximate_age, p.age_recorded_on, p.gender, p.postcode, p.local_authority, p.place, p.match_name, p.match_sound
      from people p where p.referral_id = old.id;
  insert into person_names (person_id, area_id, word)
    select new_person, to_area, n.word from person_names n join people p on p.id = n.person_id where p.referral_id = old.id;
  insert into equality_records (referral_id, area_id, ethnicity, religion, disability)
    select new_referral, to_area, e.ethnicity, e.religion, e.disability from equality_records e where e.referral_id = old.id;
  insert into referral_texts (referral_id, area_id, organisation_id, created_by, answers, sealed_contact, declaration_version, submitted_at)
    select new_referral, to_area, t.organisation_id, t.created_by, t.answers, decode(contact, 'base64'), t.declaration_version, at
      from referral_texts t where t.referral_id = old.id;
  insert into referral_addenda (referral_id, area_id, organisation_id, created_by, body, added_by_hat, added_at)
    select new_referral, to_area, d.organisation_id, d.created_by, d.body, d.added_by_hat, d.added_at
      from referral_addenda d where d.referral_id = old.id;
  insert into attachments (id, area_id, referral_id, organisation_id, created_by, name, content_type, bytes, sha256, sealed, scan, scanned_at,
                           added_by_hat, added_at)
    select (x.file ->> 'id')::uuid, to_area, new_referral, a.organisation_id, a.created_by, a.name, a.content_type, a.bytes, a.sha256,
           decode(x.file ->> 'sealed', 'base64'), a.scan, a.scanned_at, a.added_by_hat, a.added_at
      from jsonb_array_elements(files) as x (file)
      join attachments a on a.id = (x.file ->> 'was')::uuid and a.referral_id = old.id;
  insert into referral_deliveries (referral_id, area_id, recipient, organisation_id, delivered_at)
    values (new_referral, to_area, 'police', police, at), (new_referral, to_area, 'council', council, at);
  insert into clocks (area_id, referral_id, kind, owner_role, started_on, due_on)
    values (to_area, new_referral, 'acknowledge_referral', 'gateway_officer', today, opened_by),
           (to_area, new_referral, 'gateway_assessment', 'gateway_officer', today, screened_by);
  insert into notifications (area_id, user_id, hat_id, kind, reference, path, created_at)
    select to_area, h.user_id, h.id, 'referral_received', its_reference, '/referrals/' || its_reference, at
      from hats h where h.area_id = to_area and h.role in ('gateway_officer', 'coordinator') and h.ended_at is null;
  insert into outbox (area_id, user_id, subject, body, created_at, next_try_at)
    select to_area, h.user_id, replace(mail_subject, '{reference}', its_reference), replace(mail_body, '{reference}', its_reference), at, at
      from hats h where h.area_id = to_area and h.role in ('gateway_officer', 'coordinator') and h.ended_at is null;
  insert into audit_streams (stream, area_id, referral_id) values (stream_of_key, to_area, new_referral);
  insert into audit_events (stream, type, facts)
    values (stream_of_key, 'referral.passed_in', jsonb_build_object('reference', its_reference, 'from', old.reference));
  perform set_config('app.actor_area', here::text, true);

  delete from person_links l where l.referral_id = old.id or l.other_referral_id = old.id;
  delete from person_names n using people p where p.referral_id = old.id and n.person_id = p.id;
  delete from people p where p.referral_id = old.id;
  delete from equality_records e where e.referral_id = old.id;
  delete from attachments a where a.referral_id = old.id;
  delete from referral_addenda d where d.referral_id = old.id;
  delete from referral_texts t where t.referral_id = old.id;
  update data_keys k set wrapped = null, destroyed_at = at where k.id = old.data_key_id;
  update referrals f set status = 'closed_not_prevent', closure_code = 'out_of_area', ended_at = at, passed_to_area_id = to_area,
         passed_to_reference = its_reference, passed_told = 'being_assessed', passed_reason = why, retention_class = keeping,
         dispose_on = keep_until, version = f.version + 1
   where f.id = old.id;
  return its_reference;
end $$;

do $$ declare f text; begin
  foreach f in array array['passed_on_is_told()',
    'pass_referral(uuid, uuid, uuid, uuid, bytea, int, text, text, jsonb, text, text, text, date, date, text, date, timestamptz)'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function pass_referral(uuid, uuid, uuid, uuid, bytea, int, text, text, jsonb, text, text, text, date, date, text, date, timestamptz) to casebook_app;
grant insert on equality_records, referral_addenda, attachments, referral_deliveries, clocks, notifications, outbox to casebook_keeper;
grant update (passed_to_area_id, passed_to_reference, passed_told, passed_reason, retention_class, dispose_on) on referrals to casebook_keeper;
create policy keeper_posts on outbox for insert to casebook_keeper with check (true);
create policy keeper_passes_on on notifications for insert to casebook_keeper with check (true);
-- How long another area allows is known to a gateway that passes something on to it.
create policy gateways_know_the_limits on area_limits for select using ((select actor_role()) = 'gateway_officer');
