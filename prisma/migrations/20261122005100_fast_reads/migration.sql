-- The plans of a case file, a chronology and a panel screen had hundreds of nodes, of which nine in ten were never followed:
-- Postgres sets up every branch of every row policy before it reads the first row. The same questions, with less to set up.

/* Whether whoever asks sees a row of that table: the policies of the table answer, once there is something to ask about.
   Written into another table's policy the answer would bring all of its own policies along, followed or not. */
do $$
declare
  seen record;
begin
  for seen in select * from (values ('action', 'actions'), ('check', 'provider_checks'), ('claim', 'funding_claims'),
      ('consent', 'consents'), ('edition', 'profile_editions'), ('request', 'information_requests'), ('return', 'project_returns'),
      ('risk', 'risks')) as t (noun, of_table) loop
    execute format('create function sees_%s(which uuid) returns boolean stable language plpgsql as
      ''begin return exists (select from public.%I t where t.id = which); end''', seen.noun, seen.of_table);
  end loop;
end $$;

create function wrote_referral(which uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.referrals f
                  where f.id = which and f.created_by = public.actor_id() and f.organisation_id = public.actor_organisation());
end $$;

create function sees_submitted(which uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.referrals f where f.id = which and f.status <> 'draft');
end $$;

create function sees_file(the_key uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.governance_files f where f.data_key_id = the_key);
end $$;

create function reads_case(which uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.case_readers r where r.hat_id = public.actor_hat() and r.case_id = which);
end $$;

create function kept_from(which uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.case_conflicts x where x.user_id = public.actor_id() and x.case_id = which);
end $$;

create function asked_about(which uuid) returns boolean stable language plpgsql as $$
begin
  return public.reads_case(which) or exists (select from public.open_invitations() o where o.case_id = which);
end $$;

create function attends(the_item uuid, the_meeting uuid, the_case uuid) returns boolean stable language plpgsql as $$
begin
  if public.actor_role() = 'invitee' then
    return exists (select from public.open_invitations() o where o.item_id = the_item);
  end if;
  return public.actor_role() is not null and public.reads_case(the_case)
     and exists (select from public.meetings_open_to_me() m where m.meeting_id = the_meeting);
end $$;

create function is_member_of(which uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.meeting_members m where m.meeting_id = which and m.hat_id = public.actor_hat());
end $$;

create function covers_body(which uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.governance_bodies b
                  where b.id = which
                    and (b.area_id = public.actor_area()
                         or exists (select from public.partnership_areas p
                                     where p.area_id = public.actor_area() and p.partnership_id = b.partnership_id)));
end $$;

create function sits_on_body(which uuid) returns boolean stable language plpgsql as $$
begin
  return exists (select from public.governance_members m
                  where m.body_id = which and (m.hat_id = public.actor_hat() or m.deputy_hat_id = public.actor_hat())
                    and m.from_on <= public.actor_today() and (m.until_on is null or m.until_on >= public.actor_today()));
end $$;

/* What is read a case at a time asks who is asking at each row, of which there are few: cheaper than a node of the plan
   that asks once. What is read in long lists keeps asking once. */
do $$
declare
  one record;
  written text[];
  straight constant text := '\( SELECT (actor_\w+)\(\) AS \1\)';
  conflict constant text := 'COALESCE\(\( SELECT false\s+FROM case_conflicts x\s+WHERE \(\(x\.user_id = actor_id\(\)\) AND \(x\.case_id = (\w+\.case_id)\)\)\), true\)';
begin
  for one in select tablename, policyname, qual, with_check from pg_policies
              where schemaname = 'public' and tablename = any (array[
                'agenda_left_off', 'assessment_answers', 'assessments', 'attachments', 'case_conflicts', 'case_moves', 'case_pauses',
                'case_transfers', 'case_workers', 'consent_forms', 'consents', 'decision_drafts', 'deconflictions', 'document_audience',
                'documents', 'end_reports', 'information_items', 'information_requests', 'item_audience', 'meeting_areas',
                'meeting_members', 'meetings', 'minutes', 'need_entries', 'onward_referrals', 'panel_attendees', 'panel_decisions',
                'panel_items', 'panel_papers', 'people', 'people_around', 'reassessments', 'referral_addenda', 'referral_deliveries',
                'referral_texts', 'reviews', 's36_decisions', 'screenings', 'support_concerns', 'support_needs', 'support_plans',
                'support_sessions', 'tellings'])
                and coalesce(qual, with_check) like '%SELECT actor\_%' loop
    select array_agg(regexp_replace(regexp_replace(t, straight, '\1()', 'g'), conflict, '(NOT kept_from(\1))', 'g') order by n)
      into written from unnest(array[one.qual, one.with_check]) with ordinality as u (t, n);
    execute format('alter policy %I on %I %s %s', one.policyname, one.tablename,
      'using (' || written[1] || ')', 'with check (' || written[2] || ')');
  end loop;
end $$;

alter policy asked_in on information_requests using (actor_role() = 'invitee' and for_hat = actor_hat() and asked_about(case_id));
alter policy mine on panel_attendees using (hat_id = actor_hat() and attends(item_id, meeting_id, case_id));
alter policy members on meetings using (actor_role() in ('panel_member', 'invitee') and is_member_of(id));
alter policy asked_in on information_items using (
  actor_role() = 'invitee' and supplied_by = actor_organisation() and sees_request(request_id));
alter policy team on item_audience using (
  actor_role() in ('coordinator', 'chair', 'panel_member', 'governance_officer') and organisation_id = actor_organisation() and reads_case(case_id));
alter policy team on document_audience using (
  actor_role() in ('coordinator', 'chair', 'panel_member', 'governance_officer') and organisation_id = actor_organisation() and reads_case(case_id));
alter policy of_its_consent on documents using (consent_id is null or sees_consent(consent_id));
alter policy gateway on attachments using (
  actor_role() = 'gateway_officer' and area_id = actor_area() and not kept_from(case_id) and sees_submitted(referral_id));
alter policy lead_of_the_organisation on attachments using (
  actor_role() = 'agency_lead' and organisation_id = actor_organisation() and area_id = actor_area() and sees_submitted(referral_id));
alter policy members on minutes using (actor_role() = 'panel_member' and is_member_of(meeting_id));

alter policy with_its_file on data_keys using (body_id is not null and sees_file(id)); -- every sealed word asks for a key

/* The table that every other asks. Its reader comes first: the timer alone gets as far as the second question. */
alter policy mine on case_readers using (hat_id = (select actor_hat()) or actor_role() = 'system');
drop policy timer on case_readers;
drop index case_readers_case;
create index case_readers_case on case_readers (case_id, hat_id);

alter policy team on case_conflicts
  using (actor_role() in ('coordinator', 'chair', 'panel_member', 'governance_officer') and reads_case(case_id));

/* Postgres asks the policies of a table in turn, from the end of the alphabet: the gateway's own before the readers' table,
   in which its officers are not. Their conflicts are few, and read once. */
alter policy need_to_know on cases rename to a_reader;
alter policy a_reader on cases using (
  coalesce((select true from case_readers r where r.hat_id = actor_hat() and r.case_id = cases.id), false));
alter policy asked_in on cases rename to an_invitee;
alter policy gateway on cases using (
  (select actor_role()) = 'gateway_officer' and area_id = (select actor_area())
  and (id in (select x.case_id from case_conflicts x where x.user_id = actor_id())) is not true);

-- People stand beside both the gateway's lists.
alter policy need_to_know on people rename to a_reader;
alter policy gateway on people using (
  actor_role() = 'gateway_officer' and area_id = actor_area()
  and (case_id in (select x.case_id from case_conflicts x where x.user_id = actor_id())) is not true);
alter policy lead_of_the_organisation on people using (
  actor_role() = 'agency_lead' and organisation_id = actor_organisation() and area_id = actor_area());

alter policy author on referrals using (
  created_by = (select actor_id()) and organisation_id = actor_organisation() and area_id = actor_area()
  and actor_role() in ('referrer', 'agency_lead', 'gateway_officer', 'coordinator', 'panel_member'));
alter policy lead_of_the_organisation on referrals using (
  (select actor_role()) = 'agency_lead' and status <> 'draft' and organisation_id = actor_organisation() and area_id = actor_area());
alter policy team on referrals using (
  (select actor_role()) in ('coordinator', 'chair', 'panel_member', 'governance_officer')
  and coalesce((select true from case_readers r where r.hat_id = actor_hat() and r.case_id = referrals.case_id), false));
alter policy gateway on referrals using (
  status <> 'draft' and (select actor_role()) = 'gateway_officer' and area_id = (select actor_area())
  and (case_id in (select x.case_id from case_conflicts x where x.user_id = actor_id())) is not true);
alter policy council_queue on referrals using (
  status <> 'draft' and (select actor_role()) = 'coordinator' and area_id = (select actor_area())
  and (case_id in (select x.case_id from case_conflicts x where x.user_id = actor_id())) is not true);
alter policy erased_is_gone on referrals using (erased_at is null or actor_role() = 'system');

-- With what the policies ask of a referral, a queue is counted from its index.
drop index referrals_waiting;
create index referrals_waiting on referrals (area_id, priority_rank(priority), screening_due_on, submitted_at, id)
  include (status, erased_at, created_by, organisation_id, case_id) where status in ('submitted', 'gateway');

/* Clocks and actions hang from both halves. Each policy asks first of what the row is, then who asks, and of the row that
   it hangs from only then. */
alter policy withdrawn_by_its_author on clocks using (
  case_id is null and referral_id is not null and area_id = actor_area() and wrote_referral(referral_id));
alter policy board_readers on clocks using (body_id is not null and sees_action(action_id));
alter policy check_readers on clocks using (check_id is not null and sees_check(check_id));
alter policy claim_readers on clocks using (claim_id is not null and sees_claim(claim_id));
alter policy profile_readers on clocks using (edition_id is not null and sees_edition(edition_id));
alter policy return_readers on clocks using (return_id is not null and sees_return(return_id));
alter policy risk_readers on clocks using (risk_id is not null and sees_risk(risk_id));
alter policy plan_readers on clocks using (
  plan_id is not null and actor_role() in ('prevent_coordinator', 'steering_member', 'agency_lead', 'auditor')
  and coalesce((select true from plan_areas p where p.area_id = actor_area() and p.plan_id = clocks.plan_id), false));
alter policy gold_reads_what_is_approved on clocks using (
  plan_id is not null and actor_role() = 'gold_reader'
  and coalesce((select true from plan_areas p where p.area_id = actor_area() and p.plan_id = clocks.plan_id and p.status = 'approved'), false));
alter policy referral_clocks on clocks using (
  case_id is null and referral_id is not null and actor_role() = 'coordinator' and area_id = actor_area());
alter policy of_the_area on clocks using (
  kind = 'panel_meeting' and actor_role() in ('coordinator', 'chair') and area_id = actor_area());
alter policy of_the_minutes on clocks using (
  kind = 'sign_minutes' and actor_role() in ('coordinator', 'chair') and area_id = actor_area());
alter policy mentor on clocks using (
  kind in ('provider_contact', 'provider_silence') and actor_role() = 'provider'
  and coalesce((select true from case_readers r where r.hat_id = actor_hat() and r.case_id = clocks.case_id), false));
alter policy team on clocks using (
  (select actor_role()) in ('coordinator', 'chair', 'panel_member', 'governance_officer')
  and coalesce((select true from case_readers r where r.hat_id = actor_hat() and r.case_id = clocks.case_id), false));
alter policy gateway on clocks using (
  (select actor_role()) = 'gateway_officer' and area_id = actor_area() and (case_id is not null or referral_id is not null)
  and not kept_from(case_id));
alter policy not_for_its_author on clocks using (
  onward_id is null or case_id is not null or actor_role() in ('gateway_officer', 'coordinator', 'system'));

alter policy governance_owners on actions using (
  body_id is not null and actor_role() = 'agency_lead' and owner_organisation_id = actor_organisation() and covers_body(body_id));
alter policy governance_readers on actions using (
  body_id is not null and (actor_role() = 'prevent_coordinator' and covers_body(body_id)
                           or actor_role() in ('steering_member', 'gold_reader', 'agency_lead') and sits_on_body(body_id)));
alter policy invitee on actions using (
  (select actor_role()) = 'invitee' and owner_hat_id = actor_hat() and asked_about(case_id));
alter policy team on actions using (
  case_id is not null
  and (actor_role() in ('coordinator', 'chair', 'panel_member', 'governance_officer') or actor_role() = 'provider' and owner_hat_id = actor_hat())
  and coalesce((select true from case_readers r where r.hat_id = actor_hat() and r.case_id = actions.case_id), false));
alter policy of_this_area on plan_areas using (
  area_id = (select actor_area()) or actor_role() = 'system' or actor_role() = 'prevent_coordinator' and kept_by = actor_area());

/* Only the functions of the keeper may ask it, so it reads as they do, and sets nothing up for itself. */
create or replace function linked_referrals(the_referral uuid) returns table (id uuid) rows 4 stable language plpgsql as $$
#variable_conflict use_column
begin
  return query with recursive same (id) as (
    select f.id from public.referrals f
     where f.id = the_referral and f.area_id = public.actor_area()
       and not exists (select from public.case_conflicts x where x.case_id = f.case_id and x.user_id = public.actor_id())
    union
    select f.id from same s
     cross join lateral (select l.other_referral_id as id from public.person_links l where l.referral_id = s.id and l.answer = 'same' and l.undone_at is null
                         union all
                         select l.referral_id from public.person_links l where l.other_referral_id = s.id and l.answer = 'same' and l.undone_at is null) linked
      join public.referrals f on f.id = linked.id and f.area_id = public.actor_area()
     where not exists (select from public.case_conflicts x where x.case_id = f.case_id and x.user_id = public.actor_id()))
  select s.id from same s;
end $$;

/* Whose case it is, is one probe for each referral. As "exists" it was planned once for whoever asked first on a connection:
   where that was a reader of five cases, the next, of half of them, had all of theirs read for one answer. */
create or replace function pattern_of(the_referral uuid)
returns table (id uuid, reference text, submitted_at timestamptz, sector text, organisation text, status text, closure_code text,
               decided_at timestamptz, reasons text, second_look text, case_reference text, is_mine boolean) rows 4
stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
declare
  at_gateway boolean := coalesce(actor_role() = 'gateway_officer', false);
  linked uuid[];
begin
  if not exists (select from person_links l where l.referral_id = the_referral and l.answer = 'same' and l.undone_at is null)
     and not exists (select from person_links l where l.other_referral_id = the_referral and l.answer = 'same' and l.undone_at is null) then
    return; -- of a single referral there is no pattern
  end if;
  if not at_gateway and (coalesce(actor_role(), '') not in ('coordinator', 'chair')
      or (select (select true from case_readers r where r.hat_id = actor_hat() and r.case_id = m.case_id)
            from referrals m where m.id = the_referral) is null) then
    return;
  end if;
  linked := array(select l.id from linked_referrals(the_referral) l);
  if cardinality(linked) < 2 then return; end if;
  return query select f.id, f.reference, f.submitted_at, f.sector,
         case when at_gateway or coalesce(t.answers ->> 'anonymous', 'no') <> 'yes' then o.name end,
         f.status, coalesce(c.closure_code, f.closure_code), coalesce(d.decided_at, s.decided_at), coalesce(d.reasons, s.reasons),
         s.second_look, c.reference,
         at_gateway or coalesce((select true from case_readers r where r.hat_id = actor_hat() and r.case_id = f.case_id), false)
    from referrals f
    join organisations o on o.id = f.organisation_id
    left join referral_texts t on t.referral_id = f.id
    left join cases c on c.id = f.case_id
    left join lateral (select x.decided_at, x.reasons, x.second_look from screenings x where x.referral_id = f.id
                        order by x.decided_at desc limit 1) s on true
    left join s36_decisions d on d.case_id = c.id and d.decision = 'no'
   where f.id = any (linked)
     and (at_gateway or coalesce(c.closure_code, f.closure_code, '') not in ('police_investigation', 'unsuitable_police_led'))
   order by f.submitted_at, f.id;
end $$;
