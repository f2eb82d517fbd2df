-- Concerns (an organisation's own), referrals, and the people they are about.
-- Policies that ask who reads a case come with the cases, in the next migration.

create table referrals (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  reference text,                                    -- from submission on
  organisation_id uuid not null references organisations,
  created_by uuid not null references users,
  created_by_hat uuid not null references hats,
  status text not null default 'draft' check (status in ('draft', 'submitted', 'gateway', 'taken_forward', 'case_ended', 'closed_not_prevent', 'police_led', 'withdrawn')),
  sealed_draft bytea,                                -- everything typed so far, under the referral's own key
  draft_saved_at timestamptz,
  sector text,
  submitted_at timestamptz,
  priority text check (priority in ('urgent', 'soon', 'standard')),
  screening_due_on date,                             -- TL-02
  closure_code text,
  ended_at timestamptz,
  case_id uuid,
  previous_id uuid references referrals,             -- T29: linked, never reopened
  data_key_id uuid not null references data_keys,
  marking text not null default 'official_sensitive' check (marking in ('official', 'official_sensitive')),
  retention_class text,
  dispose_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint a_submitted_referral_has_its_facts check (status = 'draft' or (reference is not null and submitted_at is not null and sector is not null))
);
create unique index referrals_reference on referrals (area_id, reference);
create index referrals_queue on referrals (area_id, status, screening_due_on, submitted_at);
create index referrals_recent on referrals (area_id, submitted_at desc);
create index referrals_organisation on referrals (area_id, organisation_id, created_at desc);
create index referrals_author on referrals (created_by, created_at desc);
create index referrals_case on referrals (case_id);
create index referrals_stale_drafts on referrals (draft_saved_at) where status = 'draft';

/* What the referrer wrote: written once, at submission, and never changed (RF-08). */
create table referral_texts (
  referral_id uuid primary key references referrals,
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  created_by uuid not null references users,
  case_id uuid,
  answers jsonb not null,
  sealed_contact bytea,                              -- address, telephone, parents' contact, an anonymous referrer
  declaration_version text not null,
  submitted_at timestamptz not null
);
create index referral_texts_case on referral_texts (case_id);

create table referral_addenda (
  id uuid primary key default uuid_v7(),
  referral_id uuid not null references referrals,
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  created_by uuid not null references users,
  case_id uuid,
  body text not null,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null
);
create index referral_addenda_referral on referral_addenda (referral_id, added_at);

/* IS-17: the police and the council each have it at once. */
create table referral_deliveries (
  referral_id uuid not null references referrals,
  area_id uuid not null references areas,
  recipient text not null check (recipient in ('police', 'council')),
  organisation_id uuid not null references organisations,
  delivered_at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (referral_id, recipient)
);

create table people (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  referral_id uuid not null unique references referrals,
  organisation_id uuid not null references organisations,
  created_by uuid not null references users,
  case_id uuid,
  forenames text,
  surname text,
  other_names text,
  date_of_birth date,
  approximate_age int check (approximate_age between 0 and 110),
  age_recorded_on date not null,
  gender text not null check (gender in ('female', 'male', 'other', 'not_known')),
  postcode text,
  local_authority text,
  place text,                                        -- school, college or employer
  match_name text not null,                          -- folded for matching; see lib/people/rules.ts
  match_sound text not null,
  retention_class text,
  dispose_on date
);
create index people_case on people (case_id);
create index people_match_name on people using gin (match_name gin_trgm_ops);
create index people_birth on people (area_id, date_of_birth);
create index people_sound on people (area_id, match_sound);
create index people_postcode on people (area_id, postcode);

/* Folded words of a name, so that a reader can search the cases they hold by prefix. */
create table person_names (
  person_id uuid not null references people,
  area_id uuid not null references areas,
  case_id uuid,
  word text not null,
  primary key (person_id, word)
);
create index person_names_word on person_names (area_id, word text_pattern_ops, case_id) where case_id is not null;
create index person_names_case on person_names (case_id);

/* IS-20: apart from everything else, for the statistics job and the information governance lead. */
create table equality_records (
  referral_id uuid primary key references referrals,
  area_id uuid not null references areas,
  ethnicity text,
  religion text,
  disability text
);

create table attachments (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  referral_id uuid not null references referrals,
  organisation_id uuid not null references organisations,
  created_by uuid not null references users,
  case_id uuid,
  name text not null,
  content_type text not null,
  bytes int not null check (bytes between 1 and 10485760),
  sha256 text not null,
  sealed bytea,
  scan text not null default 'held' check (scan in ('held', 'clean', 'infected', 'not_scanned')),
  scanned_at timestamptz,
  removed_at timestamptz,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null
);
create index attachments_referral on attachments (referral_id);
create index attachments_waiting on attachments (id) where scan = 'held';

create table screenings (
  id uuid primary key default uuid_v7(),
  referral_id uuid not null references referrals,
  area_id uuid not null references areas,
  outcome text not null check (outcome in ('continue', 'close', 'police_led')),
  closure_code text,
  evidence text check (evidence in ('clear', 'possible')),
  reasons text,
  signpost text,
  signpost_answer text,
  second_look text,                                  -- T29: why this closes when an earlier one is known
  decided_by_hat uuid not null references hats,
  decided_at timestamptz not null,
  constraint police_led_has_no_narrative check (outcome <> 'police_led' or (reasons is null and second_look is null)) -- T05: code only
);
create index screenings_referral on screenings (referral_id);

/* IS-24: an outcome code, never a narrative. There is no text column here, on purpose. */
create table deconflictions (
  id uuid primary key default uuid_v7(),
  referral_id uuid not null references referrals,
  case_id uuid,
  area_id uuid not null references areas,
  outcome text not null check (outcome in ('clear', 'clear_with_conditions', 'hold', 'police_led')),
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null
);
create index deconflictions_referral on deconflictions (referral_id);

/* Two referrals about one person, or not: a judgement with reasons, which can be taken back. Nothing is merged. */
create table person_links (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  referral_id uuid not null references referrals,
  other_referral_id uuid not null references referrals,
  answer text not null check (answer in ('same', 'not_same')),
  reasons text not null,
  linked_by_hat uuid not null references hats,
  linked_at timestamptz not null,
  undone_by_hat uuid references hats,
  undone_at timestamptz,
  undone_reasons text,
  check (referral_id <> other_referral_id)
);
create unique index person_links_live on person_links (least(referral_id, other_referral_id), greatest(referral_id, other_referral_id)) where undone_at is null;
create index person_links_referral on person_links (referral_id);
create index person_links_other on person_links (other_referral_id);

create table concerns (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  created_by_hat uuid not null references hats,
  about text not null,
  noticed text not null,
  noticed_on date not null,
  how_known text not null check (how_known in ('seen_or_heard', 'told_by_person', 'told_by_other', 'online', 'document')),
  status text not null default 'noticed' check (status in ('noticed', 'checking', 'shared', 'closed')),
  close_reason text check (close_reason in ('explained', 'other_help', 'mistaken', 'already_shared')),
  outcome_reasons text,
  decided_by_hat uuid references hats,
  decided_at timestamptz,
  referral_id uuid references referrals,
  marking text not null default 'official_sensitive',
  retention_class text,
  dispose_on date,
  data_key_id uuid references data_keys,
  version int not null default 1,
  created_at timestamptz not null
);
create index concerns_list on concerns (area_id, organisation_id, status, created_at desc);

create table concern_checks (
  id uuid primary key default uuid_v7(),
  concern_id uuid not null references concerns,
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  spoken_to text not null,
  what_they_said text not null,
  other_explanation text not null,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null
);
create index concern_checks_concern on concern_checks (concern_id, added_at);

do $$ declare t text; begin
  foreach t in array array['referrals', 'referral_texts', 'referral_addenda', 'referral_deliveries', 'people', 'person_names',
                           'equality_records', 'attachments', 'screenings', 'deconflictions', 'person_links', 'concerns', 'concern_checks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;
  -- A concern belongs to the organisation that noticed it, and to nobody else.
  foreach t in array array['concerns', 'concern_checks'] loop
    execute format($p$create policy own_organisation on %I
      using      (area_id = (select actor_area()) and organisation_id = (select actor_organisation()) and (select actor_role()) in ('referrer', 'agency_lead'))
      with check (area_id = (select actor_area()) and organisation_id = (select actor_organisation()) and (select actor_role()) in ('referrer', 'agency_lead'))$p$, t);
  end loop;
end $$;
grant update on concerns, referrals, people, attachments, referral_deliveries to casebook_app;
grant update (case_id) on referral_texts, referral_addenda, person_names, deconflictions to casebook_app;
grant update (undone_by_hat, undone_at, undone_reasons) on person_links to casebook_app;
grant select on data_keys to casebook_keeper;

-- Whoever wrote it, and the lead of the organisation it came from.
do $$ declare t text; begin
  foreach t in array array['referrals', 'referral_texts', 'referral_addenda', 'people', 'attachments'] loop
    execute format($p$create policy author on %I
      using      (created_by = (select actor_id()) and organisation_id = (select actor_organisation()) and area_id = (select actor_area())
                  and (select actor_role()) in ('referrer', 'agency_lead', 'gateway_officer', 'coordinator', 'panel_member'))
      with check (created_by = (select actor_id()) and organisation_id = (select actor_organisation()) and area_id = (select actor_area())
                  and (select actor_role()) in ('referrer', 'agency_lead', 'gateway_officer', 'coordinator', 'panel_member'))$p$, t);
    execute format($p$create policy lead_of_the_organisation on %I for select
      using (organisation_id = (select actor_organisation()) and area_id = (select actor_area()) and (select actor_role()) = 'agency_lead')$p$, t);
  end loop;
end $$;

-- Written in passing at submission; read only as said elsewhere.
create policy at_submission on person_names for insert with check (area_id = (select actor_area()));
create policy at_submission on equality_records for insert with check (area_id = (select actor_area()));
create policy governance_reads on equality_records for select using (area_id = (select actor_area()) and (select actor_role()) = 'governance_officer');
create policy at_submission on referral_deliveries for insert with check (area_id = (select actor_area()));

-- The timer that removes drafts nobody touched for 30 days (T02) runs as the system.
create policy timer on referrals using ((select actor_role()) = 'system');
create policy timer on concerns using ((select actor_role()) = 'system' and referral_id is not null and status in ('noticed', 'checking'))
  with check ((select actor_role()) = 'system');
create policy scanner on attachments using ((select actor_role()) = 'system');
