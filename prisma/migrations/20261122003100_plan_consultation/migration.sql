-- What a draft plan was asked, what was answered, what it does to people, who approved it, and what of it is public.
-- Nothing here knows a person or a case.

alter table plans
  add column edition int not null default 1 check (edition between 1 and 99),
  add column replaces_id uuid,                       -- the version before, which this one supersedes once it is approved
  add foreign key (replaces_id, area_id) references plans (id, area_id),
  add constraint a_later_version_replaces_one check ((edition > 1) = (replaces_id is not null));
create unique index plans_replaced_once on plans (replaces_id) where replaces_id is not null;
alter table plan_actions add column continues_id uuid references plan_actions; -- the same action in the version before

/* A draft goes out until a day, to those who are asked. */
create table plan_rounds (
  id uuid primary key default uuid_v7(),
  plan_id uuid not null,
  area_id uuid not null,
  number int not null,
  question text not null,
  closes_on date not null,
  opened_by_hat uuid not null references hats,
  opened_at timestamptz not null,
  closed_by_hat uuid references hats,
  closed_at timestamptz,
  unique (plan_id, number),
  unique (id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id),
  constraint closed_by_somebody check (num_nonnulls(closed_by_hat, closed_at) in (0, 2))
);
create unique index plan_rounds_open on plan_rounds (plan_id) where closed_at is null;

/* An organisation of the areas, or somebody outside whose answer the co-ordinator writes down. */
create table plan_asked (
  id uuid primary key default uuid_v7(),
  round_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  organisation_id uuid references organisations,
  body text,
  foreign key (round_id, plan_id) references plan_rounds (id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id),
  constraint one_or_the_other check (num_nonnulls(organisation_id, body) = 1)
);
create unique index plan_asked_organisation on plan_asked (round_id, organisation_id) where organisation_id is not null;
create index plan_asked_of on plan_asked (organisation_id, round_id) where organisation_id is not null;

/* What was said of a line of the draft, by whom, and what came of it: written once, and answered once. */
create table plan_comments (
  id uuid primary key default uuid_v7(),
  round_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  number int not null,
  about text not null check (about in ('plan', 'theme', 'action')),
  theme_id uuid references plan_themes,
  action_id uuid,
  text text not null,
  source_kind text not null check (source_kind in ('partner', 'body', 'event')),
  source_title text,
  organisation_id uuid references organisations,
  said_on date not null,
  made_by_hat uuid not null references hats,
  made_at timestamptz not null,
  disposition text check (disposition in ('accepted', 'partly', 'not_accepted')),
  reason text,
  changed_part text check (changed_part in ('text', 'proportionality', 'cohesion_impact', 'owner_role', 'theme_title', 'elsewhere')),
  changed_action_id uuid,
  before_text text,
  after_text text,
  settled_by_hat uuid references hats,
  settled_at timestamptz,
  unique (plan_id, number),
  foreign key (round_id, plan_id) references plan_rounds (id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id),
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id),
  foreign key (changed_action_id, plan_id) references plan_actions (action_id, plan_id),
  constraint about_one_line check ((about = 'theme') = (theme_id is not null) and (about = 'action') = (action_id is not null)),
  constraint said_by_somebody check (case source_kind when 'partner' then organisation_id is not null and source_title is null
                                                      else source_title is not null and organisation_id is null end),
  constraint answered_whole check (num_nonnulls(disposition, reason, settled_by_hat, settled_at) in (0, 4)),
  constraint accepted_is_changed check (case when disposition in ('accepted', 'partly') then num_nonnulls(changed_part, after_text) = 2
                                             else num_nonnulls(changed_part, changed_action_id, before_text, after_text) = 0 end)
);
create index plan_comments_action on plan_comments (action_id) where action_id is not null;
create index plan_comments_changed on plan_comments (changed_action_id) where changed_action_id is not null;
create index plan_comments_waiting on plan_comments (plan_id) where disposition is null;

/* What the plan does to whom (domain 4.10). Signed, it stays; what is thought of afterwards is the next version. */
create table plan_equality (
  id uuid primary key default uuid_v7(),
  plan_id uuid not null,
  area_id uuid not null,
  number int not null,
  proposal text not null,
  affected text[] not null check (affected <@ array['age', 'disability', 'gender_reassignment', 'marriage', 'pregnancy', 'race', 'religion', 'sex', 'sexual_orientation']),
  who_affected text not null,
  evidence text not null,
  effect text not null,
  mitigation text not null,
  cohesion text not null,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null,
  version int not null default 1,
  signed_by text,
  signed_on date,
  signed_by_hat uuid references hats,
  unique (plan_id, number),
  foreign key (plan_id, area_id) references plans (id, area_id),
  constraint signed_by_somebody check (num_nonnulls(signed_by, signed_on, signed_by_hat) in (0, 3))
);
create unique index plan_equality_open on plan_equality (plan_id) where signed_on is null;

/* Put to the group that approves it, and what the group said. */
create table plan_submissions (
  id uuid primary key default uuid_v7(),
  plan_id uuid not null,
  area_id uuid not null,
  edition int not null,
  body text not null,
  note text,
  submitted_on date not null,
  submitted_by_hat uuid not null references hats,
  submitted_at timestamptz not null,
  decision text check (decision in ('approved', 'approved_with_conditions', 'returned')),
  decided_by text,
  decided_on date,
  conditions text,
  recorded_by_hat uuid references hats,
  recorded_at timestamptz,
  foreign key (plan_id, area_id) references plans (id, area_id),
  constraint decided_whole check (num_nonnulls(decision, decided_by, decided_on, recorded_by_hat, recorded_at) in (0, 5)),
  constraint conditions_are_said check ((decision in ('approved_with_conditions', 'returned')) <= (conditions is not null))
);
create unique index plan_submissions_open on plan_submissions (plan_id) where decision is null;

/* What the writer means to make public of a theme or an action. What has no row here is left out. */
create table plan_public_lines (
  id uuid primary key default uuid_v7(),
  plan_id uuid not null,
  area_id uuid not null,
  theme_id uuid not null references plan_themes,
  action_id uuid,
  text text,                                         -- nothing: left out again
  set_by_hat uuid not null references hats,
  set_at timestamptz not null,
  unique nulls not distinct (theme_id, action_id),
  foreign key (plan_id, area_id) references plans (id, area_id),
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id)
);
create index plan_public_lines_plan on plan_public_lines (plan_id);

/* The public version, word for word as it was published. A stranger is shown this row and no other. */
create table plan_publications (
  id uuid primary key default uuid_v7(),
  plan_id uuid not null,
  area_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]{3,120}$'),
  title text not null,
  coverage text not null,
  edition int not null,
  period_start date not null,
  period_end date not null,
  approved_by text not null,
  approved_on date not null,
  introduction text not null,
  contents jsonb not null,
  contact text not null,
  published_on date not null,
  published_by_hat uuid not null references hats,
  published_at timestamptz not null,
  withdrawn_by_hat uuid references hats,
  withdrawn_at timestamptz,
  withdrawn_because text,
  foreign key (plan_id, area_id) references plans (id, area_id),
  constraint withdrawn_for_a_reason check (num_nonnulls(withdrawn_by_hat, withdrawn_at, withdrawn_because) in (0, 3))
);
create unique index plan_publications_live on plan_publications (slug) where withdrawn_at is null;
create unique index plan_publications_of_plan on plan_publications (plan_id) where withdrawn_at is null;

/* For whoever is not signed in: what is published now, and of that only what the public page prints. */
create function public_plans(which text) returns table (
  slug text, title text, coverage text, edition int, period_start date, period_end date, approved_by text, approved_on date,
  introduction text, contents jsonb, contact text, published_on date)
stable security definer set search_path = public, pg_temp language sql as $$
  select p.slug, p.title, p.coverage, p.edition, p.period_start, p.period_end, p.approved_by, p.approved_on,
         p.introduction, case when which is null then '[]'::jsonb else p.contents end, p.contact, p.published_on
    from plan_publications p
   where p.withdrawn_at is null and (which is null or p.slug = which)
   order by p.coverage, p.period_start desc, p.edition desc
   limit 100
$$;

/* 4.3, 4.10: nothing is approved over comments that wait, or before it is known what it does to whom. */
create function approved_when_answered() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if new.eia_status <> 'complete' then
    raise exception 'The equality impact assessment has to be complete before the plan is approved' using errcode = 'PC001';
  end if;
  if exists (select from plan_comments c where c.plan_id = new.id and c.disposition is null) then
    raise exception 'Comments on the plan wait for an answer, so it cannot be approved' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger approved_when_answered before update of status on plans for each row
  when (new.status = 'approved' and old.status <> 'approved') execute function approved_when_answered();

/* A line that somebody publishes says nothing after it was published: only that it was withdrawn can be added. */
create function published_stays() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if old.withdrawn_at is not null
     or to_jsonb(new) - array['withdrawn_by_hat', 'withdrawn_at', 'withdrawn_because']
        <> to_jsonb(old) - array['withdrawn_by_hat', 'withdrawn_at', 'withdrawn_because'] then
    raise exception 'What was published stays as it was.' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger published_stays before update on plan_publications for each row execute function published_stays();

do $$
declare
  t text;
  probe text := 'coalesce((select true from plan_areas p where p.area_id = (select actor_area()) and p.plan_id = %1$I.plan_id), false)';
  approved text := 'coalesce((select true from plan_areas p where p.area_id = (select actor_area()) and p.plan_id = %1$I.plan_id and p.status = ''approved''), false)';
  readers text := '(select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''agency_lead'', ''auditor'')';
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
begin
  foreach t in array array['plan_rounds', 'plan_asked', 'plan_comments', 'plan_equality', 'plan_submissions', 'plan_public_lines', 'plan_publications'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
    execute format('create policy plan_readers on %1$I for select using (' || readers || ' and ' || probe || ')', t);
    execute format('create policy gold_reads_what_is_approved on %1$I for select using ((select actor_role()) = ''gold_reader'' and ' || approved || ')', t);
    if t <> 'plan_comments' then
      execute format('create policy kept on %1$I for insert with check (' || keeper || case t when 'plan_publications'
        then ' and coalesce((select p.status = ''approved'' and p.marking = ''official'' from plans p where p.id = plan_publications.plan_id), false)' else '' end || ')', t);
    end if;
  end loop;
  execute 'create policy kept_current on plan_rounds for update using (' || keeper || ' and closed_at is null) with check (' || keeper || ')';
  execute 'create policy kept_current on plan_equality for update using (' || keeper || ' and signed_on is null) with check (' || keeper || ')';
  execute 'create policy kept_current on plan_submissions for update using (' || keeper || ' and decision is null) with check (' || keeper || ')';
  execute 'create policy kept_current on plan_public_lines for update using (' || keeper || ')';
  execute 'create policy kept_current on plan_publications for update using (' || keeper || ' and withdrawn_at is null) with check (' || keeper || ')';
  execute 'create policy answered_once on plan_comments for update using (' || keeper || ' and disposition is null) with check (' || keeper || ')';

  -- Those who are asked say it for their own organisation, while the round is open; what was said elsewhere is written down.
  execute 'create policy asked on plan_comments for insert with check ((select actor_role()) in (''agency_lead'', ''steering_member'')
    and source_kind = ''partner'' and organisation_id = (select actor_organisation()) and made_by_hat = (select actor_hat()) and disposition is null
    and coalesce((select true from plan_rounds r join plan_asked a on a.round_id = r.id
                   where r.id = plan_comments.round_id and r.closed_at is null and r.closes_on >= (select actor_today())
                     and a.organisation_id = (select actor_organisation())), false))';
  execute 'create policy written_down on plan_comments for insert with check (' || keeper || '
    and source_kind <> ''partner'' and made_by_hat = (select actor_hat()) and disposition is null
    and coalesce((select true from plan_rounds r where r.id = plan_comments.round_id and r.closed_at is null), false))';
end $$;

alter function public_plans(text) owner to casebook_keeper;
revoke execute on function public_plans(text) from public;
grant execute on function public_plans(text) to casebook_app;
grant update (closed_by_hat, closed_at) on plan_rounds to casebook_app;
grant update (disposition, reason, changed_part, changed_action_id, before_text, after_text, settled_by_hat, settled_at) on plan_comments to casebook_app;
grant update (proposal, affected, who_affected, evidence, effect, mitigation, cohesion, written_by_hat, written_at, version, signed_by, signed_on, signed_by_hat)
  on plan_equality to casebook_app;
grant update (decision, decided_by, decided_on, conditions, recorded_by_hat, recorded_at) on plan_submissions to casebook_app;
grant update (text, set_by_hat, set_at) on plan_public_lines to casebook_app;
grant update (withdrawn_by_hat, withdrawn_at, withdrawn_because) on plan_publications to casebook_app;
