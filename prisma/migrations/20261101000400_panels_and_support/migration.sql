-- Panel meetings and what they decide, consent, support, reviews; and the one action tracker.

create table meetings (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  title text not null,
  held_on date not null,
  starts_at text not null,                           -- London clock time, "14:00"
  place text not null,
  status text not null default 'planned' check (status in ('planned', 'in_progress', 'closed')),
  called_by_hat uuid not null references hats,
  marking text not null default 'official_sensitive',
  retention_class text not null default 'meeting_shell',
  dispose_on date,
  version int not null default 1,
  created_at timestamptz not null
);
create index meetings_list on meetings (area_id, held_on desc);

create table meeting_members (
  meeting_id uuid not null references meetings,
  hat_id uuid not null references hats,
  area_id uuid not null references areas,
  user_id uuid not null references users,
  organisation_id uuid not null references organisations,
  seat text not null check (seat in ('chair', 'deputy_chair', 'police', 'resident_police', 'childrens_social_care', 'adult_social_care', 'education', 'health', 'probation', 'prison', 'youth_justice', 'housing', 'community_safety', 'voluntary', 'other')),
  is_present boolean not null default false,
  apologies boolean not null default false,
  one_item boolean not null default false,           -- invited to an item, not to the rest of the agenda (IS-18)
  primary key (meeting_id, hat_id)
);
create index meeting_members_hat on meeting_members (hat_id);

create table panel_items (
  id uuid primary key default uuid_v7(),
  meeting_id uuid not null references meetings,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  kind text not null check (kind in ('new_case', 'monthly_review', 'consent', 'review_6m', 'review_12m', 'closure', 'transfer', 'action_log')),
  position int not null,
  resident_force text,                               -- P-03, when not the area's own
  key_organisation_id uuid references organisations, -- Q-05
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  unique (meeting_id, case_id)
);
create index panel_items_case on panel_items (case_id);
alter table panel_attendees add foreign key (item_id) references panel_items;
alter table panel_attendees add foreign key (meeting_id) references meetings;

create table panel_decisions (
  id uuid primary key default uuid_v7(),
  item_id uuid not null references panel_items,
  meeting_id uuid not null references meetings,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  outcome text not null check (outcome in ('adopt', 'not_adopt', 'defer', 'continue', 'revise_plan', 'pause', 'exit', 'police_led', 'transfer', 'review_ok', 'new_s36', 'discussed_only')),
  reasons text not null check (length(reasons) >= 50 or outcome in ('police_led', 'discussed_only')),
  details jsonb not null,                            -- options, care answer, information gap, who tells the person, next day
  quorum jsonb not null,                             -- Q-06: who was in the room for this item, stamped on the decision
  vote text not null check (vote in ('agreed', 'majority', 'chair_decided')),
  dissent text,
  decided_by_hat uuid not null references hats,
  decided_at timestamptz not null
);
create unique index panel_decisions_item on panel_decisions (item_id) where outcome <> 'discussed_only';
create index panel_decisions_case on panel_decisions (case_id, decided_at);
create index panel_decisions_meeting on panel_decisions (meeting_id);

/* The consent ledger: each entry is written once; the latest is where consent stands (C-11). */
create table consents (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  number int not null,
  state text not null check (state in ('not_sought', 'sought', 'given', 'refused', 'withdrawn', 'lapsed')),
  on_day date not null,
  details jsonb not null default '{}',               -- C-05
  recorded_by_hat uuid references hats,
  recorded_at timestamptz not null
);
create unique index consents_case on consents (case_id, number);

create table support_plans (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  number int not null,
  consent_asked text not null,                       -- s.36(5): how, when and by whom
  nature text not null,
  provider text not null,
  delivery text not null,
  objective text not null,
  exit_criteria text not null,
  safeguarding_contact text not null,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null
);
create unique index support_plans_case on support_plans (case_id, number);

create table reviews (
  id uuid primary key default uuid_v7(),
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  kind text not null check (kind in ('review_6m', 'review_12m')),
  due_on date not null,
  held_on date,
  outcome text check (outcome in ('no_concern', 'other_service_need', 'new_s36_referral')),
  summary text,
  held_by_hat uuid references hats,
  version int not null default 1,
  unique (case_id, kind)
);
create index reviews_due on reviews (area_id, due_on) where held_on is null;

/* The one tracker: support, panel and plan actions alike. Each is seen by whoever sees its parent. */
create table actions (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  kind text not null check (kind in ('support', 'panel', 'plan')),
  case_id uuid references cases,
  meeting_id uuid references meetings,
  plan_id uuid,
  title text not null,
  support_type text,
  funding text,
  measure text,
  owner_organisation_id uuid not null references organisations,
  owner_hat_id uuid references hats,
  starts_on date,
  due_on date not null,
  first_due_on date not null,
  status text not null default 'not_started' check (status in ('not_started', 'in_progress', 'done', 'cancelled')),
  done_on date,
  note text,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  version int not null default 1,
  check ((kind = 'plan') = (plan_id is not null)),
  check ((kind in ('support', 'panel')) = (case_id is not null))
);
create index actions_case on actions (case_id, due_on) where case_id is not null;
create index actions_plan on actions (plan_id, due_on) where plan_id is not null;
create index actions_mine on actions (owner_hat_id, status, due_on);
create index actions_organisation on actions (area_id, owner_organisation_id, status, due_on);
create index actions_due on actions (area_id, status, due_on, id);

create table action_extensions (
  id uuid primary key default uuid_v7(),
  action_id uuid not null references actions,
  area_id uuid not null references areas,
  case_id uuid,
  plan_id uuid,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  reason text not null,
  extended_by_hat uuid not null references hats,
  extended_at timestamptz not null
);
create index action_extensions_action on action_extensions (action_id, extended_at);

/* C-09: no support action starts, or is done, while consent is not given. Whoever asks, by whatever road. */
create function support_needs_consent() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.kind = 'support' and new.status in ('in_progress', 'done')
     and (tg_op = 'INSERT' or old.status is distinct from new.status)
     and coalesce((select c.state from consents c where c.case_id = new.case_id order by c.number desc limit 1), 'not_sought') <> 'given' then
    raise exception 'C-09: support cannot start without consent' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function support_needs_consent() owner to casebook_keeper;
create trigger support_needs_consent before insert or update on actions for each row execute function support_needs_consent();

/* Whether support may go on, for whoever reads the case. A mentor is told that much and not what was signed. */
create function consent_stands(wanted uuid) returns boolean
security definer set search_path = public, pg_temp stable language sql as $$
  select coalesce((select c.state = 'given' from consents c
                   where c.case_id = wanted
                     and exists (select from case_readers r where r.hat_id = actor_hat() and r.case_id = wanted)
                   order by c.number desc limit 1), false)
$$;
alter function consent_stands(uuid) owner to casebook_keeper;
revoke execute on function consent_stands(uuid) from public;
grant execute on function consent_stands(uuid) to casebook_app;

do $$
declare
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  no_conflict text := 'coalesce((select false from case_conflicts x where x.user_id = (select actor_id()) and x.case_id = %1$I.case_id), true)';
  at_gateway text := '(select actor_role()) = ''gateway_officer'' and %1$I.area_id = (select actor_area()) and ' || no_conflict;
  team text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'') and ' || probe;
  with_mentor text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'', ''provider'') and ' || probe;
begin
  foreach t in array array['meetings', 'meeting_members', 'panel_items', 'panel_decisions', 'consents', 'support_plans', 'reviews', 'actions', 'action_extensions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;

  foreach t in array array['panel_items', 'panel_decisions', 'consents', 'reviews'] loop
    execute format('create policy team on %1$I using (' || team || ') with check (' || team || ')', t);
  end loop;
  execute format('create policy gateway on %1$I for select using (' || at_gateway || ')', 'reviews');
  execute format('create policy team on %1$I using (' || with_mentor || ') with check (' || team || ')', 'support_plans');
  execute format('create policy team on %1$I using (case_id is not null and ' || with_mentor || ') with check (case_id is not null and ' || with_mentor || ')', 'actions');
  execute format('create policy invitee on %1$I using (owner_hat_id = (select actor_hat()) and (select actor_role()) = ''invitee'' and ' || probe || ')', 'actions');
  execute format('create policy team on %1$I using (case_id is not null and ' || with_mentor || ') with check (case_id is not null and ' || with_mentor || ')', 'action_extensions');
  execute 'create policy invitee on action_extensions for insert with check ((select actor_role()) = ''invitee'' and coalesce((select true from actions a where a.id = action_extensions.action_id and a.owner_hat_id = (select actor_hat())), false))';
end $$;

-- A meeting is known to those who run panels in its area and to its members; its items only by case.
create policy runs_panels on meetings
  using (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'))
  with check (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'));
create policy members on meetings for select
  using ((select actor_role()) in ('panel_member', 'invitee') and coalesce((select true from meeting_members m where m.meeting_id = meetings.id and m.hat_id = (select actor_hat())), false));
create policy runs_panels on meeting_members
  using (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'))
  with check (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'));
create policy mine on meeting_members for select using (hat_id = (select actor_hat()));
create policy same_meeting on meeting_members for select
  using ((select actor_role()) in ('panel_member', 'invitee')
    and coalesce((select true from panel_attendees a where a.meeting_id = meeting_members.meeting_id and a.hat_id = (select actor_hat()) limit 1), false));

create policy timer on reviews using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
create policy timer on actions using ((select actor_role()) = 'system');
create policy timer on consents for select using ((select actor_role()) = 'system');
create policy lapses on consents for insert with check ((select actor_role()) = 'system' and state = 'lapsed'); -- C-03

grant update on meetings, meeting_members, panel_items, reviews, actions to casebook_app;

/* T23: a review found a new concern. The earlier case stays as it is; this opens one beside it, with a referral and a
   key of its own, that waits for a new section 36 decision. Whoever runs the earlier case runs this one, and whoever
   has a conflict keeps it. */
create function open_linked_case(earlier uuid, new_key uuid, wrapped_key bytea, key_version int, stream_of_key text, concern text, at timestamptz)
returns table (case_id uuid, case_reference text)
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  old cases;
  today date := (at at time zone 'Europe/London')::date;
  new_referral uuid := uuid_v7();
  new_person uuid := uuid_v7();
  new_case uuid := uuid_v7();
  new_reference text;
begin
  select c.* into old from cases c
    join case_readers r on r.case_id = c.id and r.hat_id = actor_hat()
   where c.id = earlier and c.area_id = actor_area() and c.status in ('review_6m', 'review_12m');
  if old.id is null or actor_role() <> 'chair' then return; end if;

  insert into data_keys (id, area_id, wrapped, wrapping_version) values (new_key, old.area_id, wrapped_key, key_version);
  insert into referrals (id, area_id, reference, organisation_id, created_by, created_by_hat, status, sector, submitted_at, previous_id, data_key_id)
    values (new_referral, old.area_id, next_reference('R', today), actor_organisation(), actor_id(), actor_hat(), 'taken_forward',
            'local_authority', at, old.referral_id, new_key);
  insert into people (id, area_id, referral_id, organisation_id, created_by, forenames, surname, other_names, date_of_birth, approximate_age,
                      age_recorded_on, gender, postcode, local_authority, place, match_name, match_sound)
    select new_person, p.area_id, new_referral, actor_organisation(), actor_id(), p.forenames, p.surname, p.other_names, p.date_of_birth,
           p.approximate_age, p.age_recorded_on, p.gender, p.postcode, p.local_authority, p.place, p.match_name, p.match_sound
      from people p where p.id = old.person_id;
  insert into referral_texts (referral_id, area_id, organisation_id, created_by, answers, declaration_version, submitted_at)
    select new_referral, old.area_id, actor_organisation(), actor_id(),
           jsonb_build_object('whatHappened', concern, 'concern', coalesce(t.answers ->> 'concern', 'not_sure')), t.declaration_version, at
      from referral_texts t where t.referral_id = old.referral_id;

  new_reference := next_reference('PC', today);
  insert into cases (id, area_id, reference, referral_id, person_id, status, status_since, lead_organisation_id, opened_at, previous_id, data_key_id)
    values (new_case, old.area_id, new_reference, new_referral, new_person, 's36_decision', at, old.lead_organisation_id, at, old.id, new_key);
  update referrals f set case_id = new_case where f.id = new_referral;
  update people p set case_id = new_case where p.id = new_person;
  update referral_texts t set case_id = new_case where t.referral_id = new_referral;
  insert into person_names (person_id, area_id, case_id, word)
    select new_person, n.area_id, new_case, n.word from person_names n where n.person_id = old.person_id;
  insert into person_links (area_id, referral_id, other_referral_id, answer, reasons, linked_by_hat, linked_at)
    values (old.area_id, new_referral, old.referral_id, 'same', 'A review of ' || old.reference || ' found a new concern.', actor_hat(), at);
  insert into audit_streams (stream, area_id, referral_id, case_id, case_reference)
    values (stream_of_key, old.area_id, new_referral, new_case, new_reference);

  insert into case_conflicts (case_id, user_id, area_id, nature, declared_at, declared_by_hat)
    select new_case, x.user_id, x.area_id, x.nature, x.declared_at, x.declared_by_hat from case_conflicts x where x.case_id = old.id;
  insert into case_workers (case_id, area_id, hat_id, capacity, assigned_at, assigned_by_hat)
    select new_case, old.area_id, w.hat_id, w.capacity, at, actor_hat() from case_workers w
     where w.case_id = old.id and w.ended_at is null and w.capacity in ('coordinator', 'chair') and w.hat_id <> actor_hat()
    union all select new_case, old.area_id, actor_hat(), 'chair', at, actor_hat();
  return query select new_case, new_reference;
end $$;
alter function open_linked_case(uuid, uuid, bytea, int, text, text, timestamptz) owner to casebook_keeper;
revoke execute on function open_linked_case(uuid, uuid, bytea, int, text, text, timestamptz) from public;
grant execute on function open_linked_case(uuid, uuid, bytea, int, text, text, timestamptz) to casebook_app;
grant insert on data_keys, referrals, people, referral_texts, person_names, person_links, cases, case_workers, case_conflicts to casebook_keeper;
grant update (case_id) on referrals, people, referral_texts to casebook_keeper;
create policy keeper_opens on data_keys for insert to casebook_keeper with check (true);
