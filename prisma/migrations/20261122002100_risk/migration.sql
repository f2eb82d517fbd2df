-- What an area thinks could happen, what it knows of the police profile, and the national threat level.
-- Nothing here knows a person, a case or the profile itself (CT-01, CT-04).

alter table reference_counters drop constraint reference_counters_kind_check,
  add constraint reference_counters_kind_check check (kind in ('R', 'PC', 'RSK', 'CTLP'));

/* An entry of the register: a risk, or the statement that there is no evidence above the national background (8.4). */
create table risks (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,            -- whose co-ordinator keeps it
  partnership_id uuid references partnerships,       -- whose areas all read it
  reference text not null,
  finding text not null check (finding in ('risk', 'no_evidence')),
  title text not null,
  description text not null,
  strand text not null check (strand in ('pursue', 'prevent', 'protect', 'prepare')),
  workstream text not null check (workstream in ('prevent', 'cohesion', 'counter_extremism', 'protect', 'prepare')),
  ideology text not null check (ideology in ('islamist', 'extreme_right_wing', 'left_anarchist_single_issue', 'incel_misogyny', 'mixed', 'international', 'extreme_violence', 'none')),
  source_type text not null check (source_type in ('profile', 'police', 'national', 'partner_data', 'community', 'research', 'event')),
  evidence text not null,
  mentions_community boolean not null,
  community_evidence text,
  proportionality text not null,
  controls text,
  inherent_likelihood int check (inherent_likelihood between 1 and 5),
  inherent_impact int check (inherent_impact between 1 and 5),
  residual_likelihood int check (residual_likelihood between 1 and 5),
  residual_impact int check (residual_impact between 1 and 5),
  scored_because text,
  scored_by_hat uuid references hats,
  scored_at timestamptz,
  owner_organisation_id uuid not null references organisations,
  owner_role text not null,                          -- a post, so that it outlives a person
  review_on date not null,
  status text not null default 'proposed' check (status in ('proposed', 'agreed', 'closed')),
  agreed_by text,
  agreed_on date,
  closed_because text,
  closed_on date,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  version int not null default 1,
  unique (area_id, reference),
  constraint a_community_needs_evidence check (not mentions_community or community_evidence is not null),
  constraint a_risk_is_scored check ((finding = 'risk') = (num_nonnulls(inherent_likelihood, inherent_impact, residual_likelihood, residual_impact, scored_because, scored_by_hat, scored_at, controls) = 8)),
  constraint what_is_no_risk_is_not_scored check (finding = 'risk' or num_nonnulls(inherent_likelihood, inherent_impact, residual_likelihood, residual_impact) = 0),
  constraint controls_add_nothing check (residual_likelihood <= inherent_likelihood and residual_impact <= inherent_impact),
  constraint agreed_by_a_group check ((status = 'agreed') <= (agreed_by is not null and agreed_on is not null)),
  constraint closed_for_a_reason check ((status = 'closed') = (closed_because is not null and closed_on is not null))
);
create index risks_area on risks (area_id, status);
create index risks_partnership on risks (partnership_id) where partnership_id is not null;
create index risks_owner on risks (owner_organisation_id, status);

/* The history of the scores, kept by the risk itself: nobody writes it, and nobody can leave it out. */
create table risk_scores (
  id uuid primary key default uuid_v7(),
  risk_id uuid not null references risks,
  area_id uuid not null references areas,
  inherent_likelihood int not null,
  inherent_impact int not null,
  residual_likelihood int not null,
  residual_impact int not null,
  reasons text not null,
  scored_by_hat uuid not null references hats,
  scored_at timestamptz not null
);
create index risk_scores_risk on risk_scores (risk_id, scored_at desc);

create table risk_reviews (
  id uuid primary key default uuid_v7(),
  risk_id uuid not null references risks,
  area_id uuid not null references areas,
  due_on date not null,
  reviewed_on date not null,
  outcome text not null check (outcome in ('unchanged', 'changes', 'close')),
  note text not null,
  next_on date not null,
  reviewed_by_hat uuid not null references hats,
  reviewed_at timestamptz not null
);
create index risk_reviews_risk on risk_reviews (risk_id, reviewed_at desc);

/* Which action of a plan answers a risk. A link that has ended stays in the history. */
create table risk_actions (
  id uuid primary key default uuid_v7(),
  risk_id uuid not null references risks,
  action_id uuid not null references actions,
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  linked_by_hat uuid not null references hats,
  linked_at timestamptz not null,
  ended_at timestamptz
);
create unique index risk_actions_once on risk_actions (risk_id, action_id) where ended_at is null;
create index risk_actions_action on risk_actions (action_id) where ended_at is null;

/* CT-01: an edition of the police profile, as facts about it. The profile stays where the police keep it. */
create table profile_editions (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  partnership_id uuid references partnerships,
  reference text not null,
  kind text not null check (kind in ('annual', 'refresh')),
  period text not null,
  version_label text not null,
  produced_by_id uuid not null references organisations,
  dated_on date not null,
  held_at text not null,
  marking text not null default 'official_sensitive',
  refresh_due_on date not null,
  status text not null default 'current' check (status in ('current', 'superseded')),
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  unique (area_id, reference),
  check (refresh_due_on > dated_on)
);
create unique index profile_editions_one_current on profile_editions (area_id) where status = 'current';
create index profile_editions_area on profile_editions (area_id, dated_on desc);

/* A summary in local words. Until somebody has cleared it, it is its keeper's alone; afterwards it stays as it is. */
create table profile_summaries (
  id uuid primary key default uuid_v7(),
  edition_id uuid not null references profile_editions,
  area_id uuid not null references areas,
  number int not null,
  body text not null,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null,
  cleared_by text,
  cleared_on date,
  cleared_by_hat uuid references hats,
  unique (edition_id, number),
  constraint cleared_by_somebody check (num_nonnulls(cleared_by, cleared_on, cleared_by_hat) in (0, 3))
);

create table profile_briefings (
  id uuid primary key default uuid_v7(),
  edition_id uuid not null references profile_editions,
  area_id uuid not null references areas,
  audience text not null,
  briefed_by text not null,
  briefed_on date not null,
  people int not null check (people between 1 and 500),
  handling text not null,
  logged_by_hat uuid not null references hats,
  logged_at timestamptz not null
);
create index profile_briefings_edition on profile_briefings (edition_id, briefed_on desc);

/* CT-03: the posts that may read the profile. Whoever held one is the police's record, and not ours. */
create table profile_access (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  post text not null,
  reason text not null,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  ended_by_hat uuid references hats,
  ended_at timestamptz,
  ended_because text,
  constraint ended_for_a_reason check (num_nonnulls(ended_by_hat, ended_at, ended_because) in (0, 3))
);
create unique index profile_access_once on profile_access (area_id, organisation_id, lower(post)) where ended_at is null;

create table profile_access_reviews (
  edition_id uuid primary key references profile_editions,
  area_id uuid not null references areas,
  kept int not null,
  ended int not null,
  reasons text not null,
  reviewed_by_hat uuid not null references hats,
  reviewed_at timestamptz not null
);

/* CT-02: what the profile asks for, in local words, and what became of it. */
create table profile_recommendations (
  id uuid primary key default uuid_v7(),
  edition_id uuid not null references profile_editions,
  area_id uuid not null references areas,
  number int not null,
  text text not null,
  declined_because text,
  declined_on date,
  version int not null default 1,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  unique (edition_id, number),
  constraint declined_for_a_reason check (num_nonnulls(declined_because, declined_on) in (0, 2))
);

create table recommendation_actions (
  id uuid primary key default uuid_v7(),
  recommendation_id uuid not null references profile_recommendations,
  action_id uuid not null references actions,
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  linked_by_hat uuid not null references hats,
  linked_at timestamptz not null,
  ended_at timestamptz
);
create unique index recommendation_actions_once on recommendation_actions (recommendation_id, action_id) where ended_at is null;
create index recommendation_actions_action on recommendation_actions (action_id) where ended_at is null;

/* The national level as somebody here wrote it down. Each row is written once: the rows are the history. */
create table threat_levels (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  level text not null check (level in ('low', 'moderate', 'substantial', 'severe', 'critical')),
  set_on date not null,
  note text not null,
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null
);
create index threat_levels_area on threat_levels (area_id, set_on desc, recorded_at desc);

-- One engine for the days that these set (TL): a risk to look at again, a profile to refresh.
alter table clocks
  add column risk_id uuid references risks,
  add column edition_id uuid references profile_editions;
do $$
declare
  kinds text;
  c record;
begin
  select string_agg(distinct quote_literal(kind), ', ') into kinds from (
    select (regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''::text', 'g'))[1] as kind
      from pg_constraint k where k.conrelid = 'clocks'::regclass and k.conname = 'clocks_kind_check'
    union select unnest(array['risk_review', 'profile_refresh'])) x;
  alter table clocks drop constraint clocks_kind_check;
  execute format('alter table clocks add constraint clocks_kind_check check (kind in (%s))', kinds);
  for c in select conname from pg_constraint k where k.conrelid = 'clocks'::regclass and k.contype = 'c'
             and pg_get_constraintdef(k.oid) like '%referral_id IS NOT NULL%panel_meeting%' loop
    execute format('alter table clocks drop constraint %I', c.conname);
  end loop;
end $$;
alter table clocks
  add check (referral_id is not null or case_id is not null or plan_id is not null or risk_id is not null or edition_id is not null or meeting_id is not null or kind = 'panel_meeting'),
  add check ((kind = 'risk_review') = (risk_id is not null)),
  add check ((kind = 'profile_refresh') = (edition_id is not null));
create unique index clocks_one_of_a_risk on clocks (risk_id) where stopped_on is null and risk_id is not null;
create unique index clocks_one_of_an_edition on clocks (edition_id) where stopped_on is null and edition_id is not null;

create function stop_register_clock(which uuid, is_cancelled boolean) returns void
security definer set search_path = public, pg_temp language sql as $$
  update clocks k set stopped_on = actor_today(),
         outcome = case when is_cancelled then 'cancelled' when actor_today() > k.due_on then 'missed' else 'met' end
   where k.stopped_on is null and (k.risk_id = which or k.edition_id = which)
$$;

/* A review moves the day and ends the clock of the day before; what is closed waits for nothing. */
create function risk_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.status = 'closed' then
    if old.status <> 'closed' then perform stop_register_clock(new.id, true); end if;
    return null;
  end if;
  if tg_op = 'UPDATE' and new.review_on = old.review_on then
    update clocks k set owner_organisation_id = new.owner_organisation_id
     where k.risk_id = new.id and k.stopped_on is null and k.owner_organisation_id <> new.owner_organisation_id;
    return null;
  end if;
  if tg_op = 'UPDATE' then perform stop_register_clock(new.id, false); end if;
  if new.status <> 'closed' then
    insert into clocks (area_id, risk_id, kind, owner_role, owner_organisation_id, started_on, due_on)
    values (new.area_id, new.id, 'risk_review', 'agency_lead', new.owner_organisation_id,
            least(case when tg_op = 'INSERT' then (new.added_at at time zone 'Europe/London')::date else actor_today() end, new.review_on), new.review_on);
  end if;
  return null;
end $$;
create trigger kept_clock after insert or update of status, review_on, owner_organisation_id on risks for each row execute function risk_clock();

/* CT-01: a profile is refreshed every quarter. The next edition ends the wait for it. */
create function edition_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.status = 'superseded' and old.status = 'current' then perform stop_register_clock(new.id, false); end if;
  elsif new.status = 'current' then
    insert into clocks (area_id, edition_id, kind, owner_role, started_on, due_on)
    values (new.area_id, new.id, 'profile_refresh', 'prevent_coordinator', new.dated_on, new.refresh_due_on);
  end if;
  return null;
end $$;
create trigger kept_clock after insert or update of status on profile_editions for each row execute function edition_clock();

create function risk_scored() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into risk_scores (risk_id, area_id, inherent_likelihood, inherent_impact, residual_likelihood, residual_impact, reasons, scored_by_hat, scored_at)
  values (new.id, new.area_id, new.inherent_likelihood, new.inherent_impact, new.residual_likelihood, new.residual_impact,
          new.scored_because, new.scored_by_hat, new.scored_at);
  return null;
end $$;
create trigger scored_first after insert on risks for each row when (new.finding = 'risk') execute function risk_scored();
create trigger scored_again after update on risks for each row
  when (new.finding = 'risk' and (new.inherent_likelihood, new.inherent_impact, new.residual_likelihood, new.residual_impact, new.scored_at)
        is distinct from (old.inherent_likelihood, old.inherent_impact, old.residual_likelihood, old.residual_impact, old.scored_at))
  execute function risk_scored();

/* What was closed stays as it was; an owner says when it was looked at, and writes nothing else. */
create function risk_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'closed' then
    raise exception 'A risk that was closed stays as it was' using errcode = 'check_violation';
  end if;
  if actor_role() = 'agency_lead'
     and to_jsonb(new) - array['review_on', 'version'] <> to_jsonb(old) - array['review_on', 'version'] then
    raise exception 'The owner of a risk reviews it; its words and scores are the register''s' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger risk_stays before update on risks for each row execute function risk_stays();

create function summary_stays() returns trigger language plpgsql as $$
begin
  if old.cleared_on is not null then
    raise exception 'CT-01: a summary that was cleared stays as it was cleared' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger summary_stays before update on profile_summaries for each row execute function summary_stays();

create function edition_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'superseded' then
    raise exception 'CT-01: an edition that was superseded stays so' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger edition_stays before update on profile_editions for each row execute function edition_stays();

/* CT-03: nobody is briefed on an edition before it is known who may read it. */
create function access_reviewed_first() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from profile_access_reviews v where v.edition_id = new.edition_id) then
    raise exception 'CT-03: the access list is reviewed before anybody is briefed on an edition' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger access_reviewed_first before insert on profile_briefings for each row execute function access_reviewed_first();

/* CT-02: what was declined is in no plan, and what is in a plan was not declined. */
create function declined_is_in_no_plan() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_table_name = 'recommendation_actions' then
    if exists (select from profile_recommendations r where r.id = new.recommendation_id and r.declined_on is not null) then
      raise exception 'CT-02: a recommendation that was declined is in no plan' using errcode = 'check_violation';
    end if;
  elsif new.declined_on is not null and exists (select from recommendation_actions a where a.recommendation_id = new.id and a.ended_at is null) then
    raise exception 'CT-02: a recommendation that is in a plan is not declined' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger declined_is_in_no_plan before insert on recommendation_actions for each row execute function declined_is_in_no_plan();
create trigger declined_is_in_no_plan before update on profile_recommendations for each row execute function declined_is_in_no_plan();

do $$
declare
  f text;
  t text;
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
  covered text := '(%1$I.area_id = (select actor_area()) or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = %1$I.partnership_id), false))';
  own_partnership text := '(%1$I.partnership_id is null or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = %1$I.partnership_id), false))';
begin
  foreach f in array array['stop_register_clock(uuid, boolean)', 'risk_clock()', 'edition_clock()', 'risk_scored()', 'access_reviewed_first()', 'declined_is_in_no_plan()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach t in array array['risks', 'risk_scores', 'risk_reviews', 'risk_actions', 'profile_editions', 'profile_summaries', 'profile_briefings', 'profile_access',
                           'profile_access_reviews', 'profile_recommendations', 'recommendation_actions', 'threat_levels'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper, casebook_app', t);
    if t <> 'risk_scores' then
      execute format('grant insert on %I to casebook_app', t);
    end if;
  end loop;

  -- The register: all of it for those who oversee, their own for partners, what was agreed for those above.
  execute format('create policy readers on risks for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'') and ' || covered || ')', 'risks');
  execute format('create policy owners on risks for select using ((select actor_role()) = ''agency_lead'' and owner_organisation_id = (select actor_organisation()) and ' || covered || ')', 'risks');
  execute format('create policy gold_reads_what_is_agreed on risks for select using ((select actor_role()) = ''gold_reader'' and status = ''agreed'' and ' || covered || ')', 'risks');
  execute format('create policy kept on risks for insert with check (' || keeper || ' and ' || own_partnership || ')', 'risks');
  execute format('create policy kept_current on risks for update using (' || keeper || ') with check (' || keeper || ' and ' || own_partnership || ')', 'risks');
  execute format('create policy owners_review on risks for update using ((select actor_role()) = ''agency_lead'' and owner_organisation_id = (select actor_organisation()) and ' || covered || ')', 'risks');

  -- What was scored and said before is not what was agreed.
  foreach t in array array['risk_scores', 'risk_reviews'] loop
    execute format('create policy follows_its_risk on %1$I for select using ((select actor_role()) <> ''gold_reader'' and coalesce((select true from risks r where r.id = %1$I.risk_id), false))', t);
  end loop;
  execute 'create policy follows_its_risk on risk_actions for select using (coalesce((select true from risks r where r.id = risk_actions.risk_id), false))';
  execute 'create policy said_of_it on risk_reviews for insert with check (reviewed_by_hat = (select actor_hat())
    and coalesce((select r.area_id = risk_reviews.area_id and r.status <> ''closed'' and ((select actor_role()) = ''agency_lead'' or r.area_id = (select actor_area()))
                    from risks r where r.id = risk_reviews.risk_id and (select actor_role()) in (''prevent_coordinator'', ''agency_lead'')), false))';
  execute 'create policy kept on risk_actions for insert with check (' || keeper || '
    and coalesce((select r.area_id = risk_actions.area_id and r.status <> ''closed'' from risks r where r.id = risk_actions.risk_id), false)
    and coalesce((select a.plan_id = risk_actions.plan_id from plan_actions a where a.action_id = risk_actions.action_id), false))';
  execute 'create policy kept_current on risk_actions for update using (' || keeper || ')';

  -- The profile: those who oversee it read what is known of it.
  execute format('create policy readers on profile_editions for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'') and ' || covered || ')', 'profile_editions');
  execute format('create policy kept on profile_editions for insert with check (' || keeper || ' and ' || own_partnership || ')', 'profile_editions');
  execute 'create policy kept_current on profile_editions for update using (' || keeper || ')';
  foreach t in array array['profile_briefings', 'profile_access_reviews', 'profile_recommendations'] loop
    execute format('create policy follows_its_edition on %1$I for select using (coalesce((select true from profile_editions e where e.id = %1$I.edition_id), false))', t);
  end loop;
  foreach t in array array['profile_summaries', 'profile_briefings', 'profile_access_reviews', 'profile_recommendations'] loop
    execute format('create policy kept on %1$I for insert with check (' || keeper || ' and coalesce((select e.area_id = %1$I.area_id from profile_editions e where e.id = %1$I.edition_id), false))', t);
  end loop;
  execute 'create policy cleared on profile_summaries for select using (cleared_on is not null and coalesce((select true from profile_editions e where e.id = profile_summaries.edition_id), false))';
  execute 'create policy its_keeper on profile_summaries for select using (' || keeper || ')';
  execute 'create policy kept_current on profile_summaries for update using (' || keeper || ')';
  execute 'create policy kept_current on profile_recommendations for update using (' || keeper || ')';
  execute 'create policy who_looks_after_it on profile_access for select using (area_id = (select actor_area()) and (select actor_role()) in (''prevent_coordinator'', ''auditor''))';
  execute 'create policy kept on profile_access for insert with check (' || keeper || ')';
  execute 'create policy kept_current on profile_access for update using (' || keeper || ')';
  execute 'create policy follows_its_recommendation on recommendation_actions for select using (coalesce((select true from profile_recommendations r where r.id = recommendation_actions.recommendation_id), false))';
  execute 'create policy kept on recommendation_actions for insert with check (' || keeper || '
    and coalesce((select r.area_id = recommendation_actions.area_id from profile_recommendations r where r.id = recommendation_actions.recommendation_id), false)
    and coalesce((select a.plan_id = recommendation_actions.plan_id from plan_actions a where a.action_id = recommendation_actions.action_id), false))';
  execute 'create policy kept_current on recommendation_actions for update using (' || keeper || ')';

  execute 'create policy readers on threat_levels for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''agency_lead'', ''auditor'', ''gold_reader'')
    and (area_id = (select actor_area()) or coalesce((select true from partnership_areas mine join partnership_areas theirs using (partnership_id)
           where mine.area_id = (select actor_area()) and theirs.area_id = threat_levels.area_id limit 1), false)))';
  execute 'create policy kept on threat_levels for insert with check (' || keeper || ' and recorded_by_hat = (select actor_hat()))';

  foreach t in array array['risks', 'profile_editions'] loop
    execute format('create policy timer on %I for select using ((select actor_role()) = ''system'')', t);
  end loop;
end $$;

grant insert on risk_scores to casebook_keeper;
grant execute on function stop_register_clock(uuid, boolean) to casebook_keeper;
grant update (title, description, strand, workstream, ideology, source_type, evidence, mentions_community, community_evidence, proportionality, controls,
              inherent_likelihood, inherent_impact, residual_likelihood, residual_impact, scored_because, scored_by_hat, scored_at,
              owner_organisation_id, owner_role, review_on, status, agreed_by, agreed_on, closed_because, closed_on, edited_by_hat, edited_at, version)
  on risks to casebook_app;
grant update (ended_at) on risk_actions, recommendation_actions to casebook_app;
grant update (status) on profile_editions to casebook_app;
grant update (cleared_by, cleared_on, cleared_by_hat) on profile_summaries to casebook_app;
grant update (ended_by_hat, ended_at, ended_because) on profile_access to casebook_app;
grant update (declined_because, declined_on, version) on profile_recommendations to casebook_app;

create policy risk_readers on clocks for select
  using (risk_id is not null and coalesce((select true from risks r where r.id = clocks.risk_id), false));
create policy profile_readers on clocks for select
  using (edition_id is not null and coalesce((select true from profile_editions e where e.id = clocks.edition_id), false));

-- The register's days are counted with the register, as the plan's are with the plan.
create or replace function stats_due(today date) returns table (measure text, n bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  select 'reviews_due', count(*) from reviews r where r.area_id = actor_area() and r.held_on is null and r.due_on between today and today + 91
  union all
  select 'reviews_overdue', count(*) from reviews r where r.area_id = actor_area() and r.held_on is null and r.due_on < today
  union all
  select 'clocks_overdue', count(*) from clocks c where c.area_id = actor_area() and c.stopped_on is null and c.paused_on is null and c.due_on < today
     and c.kind not in ('review_6m', 'review_12m', 'plan_action', 'risk_review', 'profile_refresh')
$$;
