-- Cases, who reads them, and what hangs from them.

create table cases (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  reference text not null,
  referral_id uuid not null references referrals,
  person_id uuid not null references people,
  status text not null check (status in ('info_gathering', 's36_decision', 'panel_listed', 'panel_decided', 'consent_pending', 'in_support', 'exited', 'review_6m', 'review_12m', 'retention', 'erased', 'closed_not_prevent', 'closed_declined', 'police_led', 'transferred')),
  status_since timestamptz not null,
  paused_since timestamptz,
  pause_review_on date,
  closure_code text check (closure_code in ('not_radicalisation_other_need', 'no_concern', 'misguided', 'malicious', 'insufficient_information', 'already_open', 'out_of_area', 'police_investigation', 'person_untraceable', 'deceased', 'not_adopted_no_risk', 'not_adopted_supported_elsewhere', 'not_adopted_refer_health_social_care', 'unsuitable_police_led', 'consent_refused', 'exit_no_further_radicalisation_concern', 'exit_risk_significantly_reduced', 'consent_withdrawn', 'disengaged_no_contact', 'moved_area_transferred', 'arrested_or_charged', 'prison_or_probation_management', 'died')),
  lead_organisation_id uuid not null references organisations,
  defers int not null default 0,
  opened_at timestamptz not null,
  adopted_on date,
  exited_on date,
  closed_at timestamptz,
  next_due_on date,
  previous_id uuid references cases,
  data_key_id uuid not null references data_keys,
  marking text not null default 'official_sensitive' check (marking in ('official', 'official_sensitive')),
  retention_class text,
  dispose_on date,
  version int not null default 1
);
create unique index cases_reference on cases (area_id, reference);
create index cases_recent on cases (area_id, opened_at desc, id);
create index cases_by_status on cases (area_id, status, opened_at desc);
create index cases_by_due on cases (area_id, next_due_on);
create index cases_to_review on cases (exited_on) where status in ('exited', 'review_6m');
alter table referrals add foreign key (case_id) references cases;
alter table people add foreign key (case_id) references cases;

/* Who works on a case: the runner, the chair, a mentor, an invitee, information governance. */
create table case_workers (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  hat_id uuid not null references hats,
  capacity text not null check (capacity in ('coordinator', 'chair', 'provider', 'invitee', 'governance_officer')),
  assigned_at timestamptz not null,
  assigned_by_hat uuid references hats,
  ended_at timestamptz
);
create unique index case_workers_live on case_workers (case_id, hat_id) where ended_at is null;
create index case_workers_hat on case_workers (hat_id) where ended_at is null;

/* Q-07, IS-18: the person, whatever hat, has nothing more to do with this case. */
create table case_conflicts (
  case_id uuid not null references cases,
  user_id uuid not null references users,
  area_id uuid not null references areas,
  nature text,
  declared_at timestamptz not null,
  declared_by_hat uuid references hats,
  primary key (user_id, case_id)
);
create index case_conflicts_case on case_conflicts (case_id);

/* One row for each (hat, case): who reads what. Kept by the triggers below, and everything asks it. */
create table case_readers (
  hat_id uuid not null references hats,
  case_id uuid not null references cases,
  area_id uuid not null,
  reference text not null,
  status text not null,
  opened_at timestamptz not null,
  next_due_on date,
  primary key (hat_id, case_id)
);
create index case_readers_recent on case_readers (hat_id, opened_at desc, case_id);
create index case_readers_status on case_readers (hat_id, status, opened_at desc, case_id);
create index case_readers_due on case_readers (hat_id, next_due_on, case_id);
create index case_readers_case on case_readers (case_id);
create unique index case_readers_reference on case_readers (hat_id, reference);
alter table case_readers enable row level security;
alter table case_readers force row level security;
create policy mine on case_readers for select using (hat_id = (select actor_hat()));
create policy keeper on case_readers to casebook_keeper using (true) with check (true);
grant select on case_readers to casebook_app;
grant select, insert, update, delete on case_readers to casebook_keeper;

/* Each move of a case from one state to the next. Written once. */
create table case_moves (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  transition text not null,
  from_status text not null,
  to_status text not null,
  moved_by_hat uuid references hats,
  moved_at timestamptz not null
);
create index case_moves_case on case_moves (case_id, moved_at);

create table information_items (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  supplied_by uuid not null references organisations, -- IS-11: each supplier is a controller
  entered_by_hat uuid not null references hats,
  kind text not null check (kind in ('fact', 'third_party_allegation', 'professional_opinion')),
  source text not null,
  dated_on date not null,
  reliability text not null check (reliability in ('reliable', 'mostly_reliable', 'not_known', 'unreliable')),
  corroboration text not null check (corroboration in ('corroborated', 'uncorroborated', 'disproved')),
  corroboration_reasons text,
  audience text not null check (audience in ('all_partners', 'panel_members', 'named_organisations', 'chair_and_coordinator')),
  necessity text not null,                           -- IS-06
  lawful_basis text not null,                        -- IS-02
  body text,
  sealed_body bytea,
  request_id uuid,
  version int not null default 1,
  entered_at timestamptz not null,
  check ((body is null) <> (sealed_body is null)),
  constraint chair_only_text_is_sealed check (audience <> 'chair_and_coordinator' or body is null)
);
create index information_items_case on information_items (case_id, dated_on);

create table item_audience (
  item_id uuid not null references information_items,
  organisation_id uuid not null references organisations,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  primary key (item_id, organisation_id)
);

create table information_requests (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  reference text not null,                           -- of the case, which whoever is asked cannot read
  data_key_id uuid not null references data_keys,    -- under which an answer is sealed and logged
  person_name text not null,                         -- enough of the case to answer, and no more
  person_born text not null,
  question text not null,
  lawful_basis text not null,                        -- IS-02
  due_on date not null,
  state text not null default 'asked' check (state in ('asked', 'answered', 'part', 'nil', 'declined', 'cancelled')),
  asked_by_hat uuid not null references hats,
  asked_at timestamptz not null,
  answered_by_hat uuid references hats,
  answered_at timestamptz,
  answer_note text,
  chased_at timestamptz,
  chases int not null default 0,
  version int not null default 1
);
create index information_requests_case on information_requests (case_id, asked_at);
create index information_requests_organisation on information_requests (area_id, organisation_id, state, due_on);
alter table information_items add foreign key (request_id) references information_requests;

create table assessments (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  framework_id text not null,
  framework_version text not null,                   -- AF-01: an assessment pins the wording it was made with
  number int not null,
  purpose text not null,
  status text not null default 'draft' check (status in ('draft', 'complete', 'countersigned')),
  judgement jsonb not null default '{}',
  author_hat uuid not null references hats,
  started_at timestamptz not null,
  completed_at timestamptz,
  countersigned_by_hat uuid references hats,         -- AF-07
  countersigned_at timestamptz,
  countersign_comment text,
  version int not null default 1
);
create unique index assessments_case on assessments (case_id, number);

create table assessment_answers (
  assessment_id uuid not null references assessments,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  factor text not null,
  wording text not null,
  answer text not null check (answer in ('present', 'partly', 'not_present', 'unknown')),
  note text,
  evidence uuid[] not null default '{}',
  answered_by_hat uuid not null references hats,
  answered_at timestamptz not null,
  version int not null default 1,
  primary key (assessment_id, factor),
  constraint present_has_evidence check (answer <> 'present' or cardinality(evidence) > 0) -- AF-02
);

create table s36_decisions (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  decision text not null check (decision in ('yes', 'no')),
  statement boolean not null,
  reasons text not null,                             -- for what was decided
  other_reasons text not null,                       -- against it: both ways, whichever way it went
  signpost text,
  decided_by_hat uuid not null references hats,
  decided_at timestamptz not null,
  constraint yes_needs_the_statement check (decision <> 'yes' or statement) -- T09
);
create index s36_decisions_case on s36_decisions (case_id);

create table clocks (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  referral_id uuid references referrals,
  case_id uuid references cases,
  kind text not null check (kind in ('acknowledge_referral', 'gateway_assessment', 's36_decision', 'panel_discussion', 'panel_meeting', 'case_review', 'assessment_refresh', 'consent_sought', 'review_6m', 'review_12m', 'provider_contact', 'provider_silence')),
  owner_role text not null,
  started_on date not null,
  due_on date not null,
  stopped_on date,
  outcome text check (outcome in ('met', 'missed', 'cancelled')),
  check ((stopped_on is null) = (outcome is null)),
  check (referral_id is not null or case_id is not null)
);
create index clocks_case on clocks (case_id) where stopped_on is null;
create index clocks_referral on clocks (referral_id) where stopped_on is null;
create index clocks_due on clocks (area_id, due_on) where stopped_on is null;
create unique index clocks_one_of_a_kind on clocks (case_id, kind) where stopped_on is null and case_id is not null;

-- Who reads which case: hats at work on it, and hats at a meeting that discusses it, less whoever has a conflict.
create table panel_attendees (
  item_id uuid not null,
  meeting_id uuid not null,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  hat_id uuid not null references hats,
  user_id uuid not null references users,
  organisation_id uuid not null references organisations,
  seat text not null check (seat in ('chair', 'deputy_chair', 'police', 'resident_police', 'childrens_social_care', 'adult_social_care', 'education', 'health', 'probation', 'prison', 'youth_justice', 'housing', 'community_safety', 'voluntary', 'other')),
  is_present boolean not null default false,
  primary key (item_id, hat_id)
);
create index panel_attendees_hat on panel_attendees (hat_id, case_id);
create index panel_attendees_case on panel_attendees (case_id);
create index panel_attendees_meeting on panel_attendees (meeting_id);

create function refresh_case_readers(the_case uuid) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  delete from case_readers r where r.case_id = the_case and not exists (
    select from case_reading_hats(the_case) h where h.hat_id = r.hat_id);
  insert into case_readers
    select h.hat_id, c.id, c.area_id, c.reference, c.status, c.opened_at, c.next_due_on
      from cases c, case_reading_hats(the_case) h where c.id = the_case
  on conflict (hat_id, case_id) do nothing;
end $$;

create function case_reading_hats(the_case uuid) returns table (hat_id uuid)
stable security definer set search_path = public, pg_temp language sql as $$
  select x.hat_id from (
    select w.hat_id from case_workers w where w.case_id = the_case and w.ended_at is null
    union
    select a.hat_id from panel_attendees a where a.case_id = the_case) x
  join hats h on h.id = x.hat_id and h.ended_at is null
   and h.role in ('coordinator', 'chair', 'panel_member', 'governance_officer', 'provider', 'invitee')
  where not exists (select from case_conflicts c where c.case_id = the_case and c.user_id = h.user_id)
$$;

create function case_readers_changed() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform refresh_case_readers(coalesce(new.case_id, old.case_id));
  return null;
end $$;

create function hat_ended() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  delete from case_readers r where r.hat_id = new.id;
  return null;
end $$;

create function case_moved() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update case_readers r set status = new.status, next_due_on = new.next_due_on where r.case_id = new.id;
  return null;
end $$;

/* IS-18: what was already said to somebody of a case goes from them with the case. */
create function notices_vanish() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare ref text;
begin
  select c.reference into ref from cases c where c.id = new.case_id;
  delete from notifications n where n.user_id = new.user_id and n.area_id = new.area_id and n.reference = ref;
  delete from outbox o where o.user_id = new.user_id and o.area_id = new.area_id and o.sent_at is null
                         and right(o.subject, length(ref) + 1) = ' ' || ref;
  return null;
end $$;

/* The next thing due on a case is the earliest of its running clocks, wherever they were started. */
create function clock_changed() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update cases c set next_due_on = (select min(k.due_on) from clocks k where k.case_id = c.id and k.stopped_on is null)
   where c.id = coalesce(new.case_id, old.case_id);
  return null;
end $$;

/* IS-16: a referral ends with its case, since nobody who ends a case may write to it. How the case ended is not told:
   one status for every ending, and a code only where the section 36 decision suggested another service. */
create function case_ended() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  update referrals f
     set status = 'case_ended', ended_at = coalesce(new.closed_at, new.status_since), version = f.version + 1,
         closure_code = case when new.closure_code = 'not_radicalisation_other_need' then new.closure_code end
   where f.id = new.referral_id and f.status = 'taken_forward';
  return null;
end $$;

do $$ declare f text; begin
  foreach f in array array['case_ended()', 'clock_changed()', 'refresh_case_readers(uuid)', 'case_reading_hats(uuid)', 'case_readers_changed()', 'hat_ended()', 'case_moved()', 'notices_vanish()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

create trigger readers after insert or update on case_workers for each row execute function case_readers_changed();
create trigger readers after insert or update on case_conflicts for each row execute function case_readers_changed();
create trigger notices_vanish after insert on case_conflicts for each row execute function notices_vanish();
create trigger readers after insert or delete on panel_attendees for each row execute function case_readers_changed();
create trigger readers after update of ended_at on hats for each row when (new.ended_at is not null) execute function hat_ended();
create trigger next_due after insert or update on clocks for each row when (new.case_id is not null) execute function clock_changed();
create trigger readers after update of status, next_due_on on cases for each row execute function case_moved();
create trigger ended after insert or update of status, closure_code on cases for each row
  when (new.closure_code is not null or new.status in ('police_led', 'transferred')) execute function case_ended();

-- The probe, written out wherever it is asked: a function in its place was measured up to 800 times slower.
do $$
declare
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.%2$I), false)';
  no_conflict text := 'coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = %1$I.%2$I), true)';
  at_gateway text := '(select actor_role()) = ''gateway_officer'' and %1$I.area_id = (select actor_area()) and ' || no_conflict;
  team text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'') and ' || probe;
  runners text := '(select actor_role()) in (''coordinator'', ''chair'') and ' || probe;
begin
  foreach t in array array['cases', 'case_workers', 'case_conflicts', 'case_moves', 'information_items', 'item_audience', 'information_requests',
                           'assessments', 'assessment_answers', 's36_decisions', 'clocks', 'panel_attendees'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;

  -- The case itself: everybody at work on it, mentor and invitee included, and the gateway of its area.
  execute format('create policy need_to_know on cases using (' || probe || ')', 'cases', 'id');
  execute format('create policy gateway on cases using (' || at_gateway || ') with check ((select actor_role()) = ''gateway_officer'' and area_id = (select actor_area()))', 'cases', 'id');
  execute format('create policy need_to_know on case_workers using (' || team || ')', 'case_workers', 'case_id');
  execute format('create policy gateway on case_workers using (' || at_gateway || ') with check (' || at_gateway || ')', 'case_workers', 'case_id');
  execute format('create policy need_to_know on people for select using (' || probe || ')', 'people', 'case_id');
  execute format('create policy need_to_know on person_names for select using (' || probe || ')', 'person_names', 'case_id');

  -- What the team and the gateway share.
  foreach t in array array['case_moves', 'assessments', 'assessment_answers', 's36_decisions', 'clocks'] loop
    execute format('create policy team on %1$I using (' || team || ') with check (' || team || ')', t, 'case_id');
    execute format('create policy gateway on %1$I using (' || at_gateway || ') with check (' || at_gateway || ')', t, 'case_id');
  end loop;

  -- The panel's own rows are the panel's: the gateway reads them only with a seat at the table.
  execute format('create policy team on %1$I using (' || team || ') with check (' || team || ')', 'panel_attendees', 'case_id');
  execute format('create policy team on %1$I using (' || team || ') with check (' || team || ')', 'case_conflicts', 'case_id');
  execute 'create policy gateway on case_conflicts for insert with check (
    (select actor_role()) = ''gateway_officer'' and area_id = (select actor_area()))'; -- at_gateway asks this table

  -- The words of a referral: the gateway, and the team of the case it became (not mentor or invitee, IS-15).
  foreach t in array array['referral_texts', 'referral_addenda', 'deconflictions'] loop
    execute format('create policy team on %1$I for select using (' || team || ')', t, 'case_id');
    execute format('create policy gateway on %1$I using (' || at_gateway || ') with check (' || at_gateway || ')', t, 'case_id');
  end loop;
  -- A file is there from the draft on, and a draft is its writer's alone.
  execute format('create policy team on %1$I for select using (' || team || ')', 'attachments', 'case_id');
  execute format('create policy gateway on %1$I for select using (' || at_gateway || ' and coalesce((select true from referrals f where f.id = %1$I.referral_id and f.status <> ''draft''), false))', 'attachments', 'case_id');
  execute format('create policy gateway on people using (' || at_gateway || ')', 'people', 'case_id');
  execute format('create policy gateway on person_names using (' || at_gateway || ')', 'person_names', 'case_id');
  execute format('create policy gateway on referrals using (status <> ''draft'' and ' || at_gateway || ')', 'referrals', 'case_id');
  execute format('create policy team on referrals for select using (' || team || ')', 'referrals', 'case_id');

  -- A request: who runs the case, the gateway, and the organisation that is asked.
  execute format('create policy runners on information_requests using (' || runners || ') with check (' || runners || ')', 'information_requests', 'case_id');
  execute format('create policy gateway on information_requests using (' || at_gateway || ') with check (' || at_gateway || ')', 'information_requests', 'case_id');

  -- An item: by audience. The supplier always reads its own.
  execute format($p$create policy team on information_items using (
      %1$s and (supplied_by = (select actor_organisation())
        or audience = 'all_partners'
        or audience = 'panel_members'
        or (audience = 'chair_and_coordinator' and (select actor_role()) in ('coordinator', 'chair'))
        or (audience = 'named_organisations' and coalesce((select true from item_audience n where n.item_id = information_items.id and n.organisation_id = (select actor_organisation())), false))))
    with check (%1$s)$p$, format(team, 'information_items', 'case_id'));
  execute format($p$create policy gateway on information_items using (
      %1$s and (supplied_by = (select actor_organisation())
        or audience = 'all_partners'
        or (audience = 'named_organisations' and coalesce((select true from item_audience n where n.item_id = information_items.id and n.organisation_id = (select actor_organisation())), false))))
    with check (%1$s)$p$, format(at_gateway, 'information_items', 'case_id'));
  execute format('create policy team on item_audience using (' || team || ' and organisation_id = (select actor_organisation()))', 'item_audience', 'case_id');
  execute format('create policy gateway on item_audience using (' || at_gateway || ' and organisation_id = (select actor_organisation()))', 'item_audience', 'case_id');
end $$;

-- Everybody at work on a case knows that they are, whatever their role.
do $$ declare t text; begin
  foreach t in array array['case_workers', 'panel_attendees'] loop
    execute format('create policy mine on %1$I for select using (hat_id = (select actor_hat())
      and coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false))', t);
  end loop;
end $$;

-- Everybody knows their own conflicts; the gateway's probe above depends on it.
create policy mine on case_conflicts for select using (user_id = (select actor_id()));

-- The audience of an item names others too, and is written with the item.
create policy written_with_the_item on item_audience for insert with check (area_id = (select actor_area()));

-- A partner answers what it was asked: its own request, and the item it supplies with the answer.
create policy asked_organisation on information_requests for select
  using (area_id = (select actor_area()) and organisation_id = (select actor_organisation()) and (select actor_role()) in ('referrer', 'agency_lead', 'panel_member'));
create policy asked_organisation_answers on information_requests for update
  using (area_id = (select actor_area()) and organisation_id = (select actor_organisation()) and (select actor_role()) in ('referrer', 'agency_lead', 'panel_member'));
create policy supplied_with_an_answer on information_items for insert
  with check (supplied_by = (select actor_organisation()) and area_id = (select actor_area())
    and coalesce((select true from information_requests q where q.id = information_items.request_id and q.case_id = information_items.case_id
                   and q.organisation_id = (select actor_organisation())), false));
create policy supplier on information_items for select
  using (area_id = (select actor_area()) and supplied_by = (select actor_organisation()) and request_id is not null
    and (select actor_role()) in ('referrer', 'agency_lead', 'panel_member'));

-- The council's side of dual delivery (IS-17): that a referral is there and how far it is, not what it says.
create policy council_queue on referrals for select
  using (area_id = (select actor_area()) and status <> 'draft' and (select actor_role()) = 'coordinator'
    and coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = referrals.case_id), true));
create policy both_queues on referral_deliveries for select
  using (area_id = (select actor_area()) and (select actor_role()) in ('gateway_officer', 'coordinator')
    and coalesce((select true from referrals f where f.id = referral_deliveries.referral_id), false));
create policy both_acknowledge on referral_deliveries for update
  using (area_id = (select actor_area()) and (select actor_role()) in ('gateway_officer', 'coordinator'));
create policy referral_clocks on clocks for select
  using (case_id is null and area_id = (select actor_area()) and (select actor_role()) = 'coordinator');
create policy set_at_submission on clocks for insert
  with check (area_id = (select actor_area()) and case_id is null and referral_id is not null);
create policy withdrawn_by_its_author on clocks
  using (case_id is null and area_id = (select actor_area())
    and coalesce((select true from referrals f where f.id = clocks.referral_id and f.created_by = (select actor_id())
                   and f.organisation_id = (select actor_organisation())), false));
-- Through the referral's own policy, so that a conflict of interest hides these too.
create policy gateway on screenings
  using (area_id = (select actor_area()) and (select actor_role()) = 'gateway_officer'
    and coalesce((select coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = f.case_id), true)
                from referrals f where f.id = screenings.referral_id), false))
  with check (area_id = (select actor_area()) and (select actor_role()) = 'gateway_officer'
    and coalesce((select coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = f.case_id), true)
                from referrals f where f.id = screenings.referral_id), false));
create policy gateway on person_links
  using (area_id = (select actor_area()) and (select actor_role()) = 'gateway_officer'
    and coalesce((select coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = f.case_id), true)
                from referrals f where f.id = person_links.referral_id), false)
    and coalesce((select coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = f.case_id), true)
                from referrals f where f.id = person_links.other_referral_id), false))
  with check (area_id = (select actor_area()) and (select actor_role()) = 'gateway_officer'
    and coalesce((select coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = f.case_id), true)
                from referrals f where f.id = person_links.referral_id), false)
    and coalesce((select coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = f.case_id), true)
                from referrals f where f.id = person_links.other_referral_id), false));
create policy assigned_coordinator on screenings for select
  using ((select actor_role()) in ('coordinator', 'chair') and coalesce((select true from referrals f where f.id = screenings.referral_id and f.case_id is not null
    and coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = f.case_id), false)), false));

-- A mentor's own time limits run by what the mentor does (TL-10), and nobody else's.
do $$ begin
  execute format($p$create policy mentor on clocks
    using ((select actor_role()) = 'provider' and kind in ('provider_contact', 'provider_silence') and %1$s)
    with check ((select actor_role()) = 'provider' and kind in ('provider_contact', 'provider_silence') and %1$s)$p$,
    'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = clocks.case_id), false)');
end $$;

-- Timers.
create policy timer on cases using ((select actor_role()) = 'system');
create policy timer on case_moves using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
create policy timer on clocks using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
create policy timer on case_workers for select using ((select actor_role()) = 'system');

grant update (next_due_on) on cases to casebook_keeper;
grant update (status, closure_code, ended_at, version) on referrals to casebook_keeper;
grant select, delete on notifications, outbox to casebook_keeper;
create policy keeper on notifications to casebook_keeper using (true);
create policy keeper on outbox to casebook_keeper using (true);
grant update on cases, clocks, information_requests, assessments, assessment_answers, information_items, panel_attendees to casebook_app;
grant update (ended_at) on case_workers to casebook_app;

-- The log of a case, for those who run it, the gateway, and information governance; the whole, for those who oversee it.
create policy overseers on audit_events for select using (area = (select actor_area()) and (select actor_role()) in ('governance_officer', 'auditor'));
create policy of_my_cases on audit_events for select using (
  (select actor_role()) in ('coordinator', 'chair')
  and coalesce((select true from audit_streams s join case_readers r on r.case_id = s.case_id and r.hat_id = (select actor_hat())
                 where s.stream = audit_events.stream), false));
create policy of_my_gateway on audit_events for select using (
  (select actor_role()) = 'gateway_officer' and area = (select actor_area())
  and coalesce((select true from audit_streams s where s.stream = audit_events.stream), false));
create policy overseers on audit_streams for select
  using (area_id = (select actor_area()) and (select actor_role()) in ('gateway_officer', 'governance_officer', 'auditor'));
create policy of_my_cases on audit_streams for select
  using ((select actor_role()) in ('coordinator', 'chair')
    and coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = audit_streams.case_id), false));
create policy becomes_a_case on audit_streams for update using (area_id = (select actor_area()) and (select actor_role()) = 'gateway_officer');
grant update (case_id, case_reference) on audit_streams to casebook_app;
create policy timer on audit_streams for select using ((select actor_role()) = 'system');
