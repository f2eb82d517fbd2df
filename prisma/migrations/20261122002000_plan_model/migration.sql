-- What an action of the plan is made of: its steps, what it waits for, how it is measured and what shows it; and the
-- quarter as it was when it closed. Nothing here knows a person or a case.

alter table plan_actions
  add column cohesion_impact text,                   -- asked of every action since; those written before have none
  add column evidence_basis text check (evidence_basis in ('local', 'background')),
  add column benchmarks text[] not null default '{}' check (benchmarks <@ array['partnership_group', 'risk_assessment', 'partnership_plan', 'referral_pathway', 'channel_panel', 'training', 'permissive_environments', 'communications']),
  add column for_areas uuid[] not null default '{}', -- of a plan for several areas; none is all of them
  add column reminded_on date,
  add unique (action_id, plan_id);

alter table plan_themes
  add column duty_theme text check (duty_theme in ('leadership_2015', 'partnership_2015', 'capabilities_2015', 'leadership_2023', 'capabilities_2023', 'environments_2023')),
  add column edited_by_hat uuid references hats,
  add column edited_at timestamptz,
  add column version int not null default 1;
grant update (title, duty_theme, edited_by_hat, edited_at, version) on plan_themes to casebook_app;

/* A step of an action, with a day. That it moved is said once more than it is done. */
create table plan_milestones (
  id uuid primary key default uuid_v7(),
  action_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  title text not null,
  due_on date not null,
  first_due_on date not null,
  state text not null default 'waiting' check (state in ('waiting', 'met', 'dropped')),
  met_on date,
  reason text,
  version int not null default 1,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id),
  constraint met_on_a_day check ((state = 'met') = (met_on is not null)),
  constraint moved_or_dropped_for_a_reason check (reason is not null or (state <> 'dropped' and due_on <= first_due_on))
);
create index plan_milestones_action on plan_milestones (action_id, due_on);

/* What an action waits for. Taken away by ending it, so that it stays known. */
create table plan_dependencies (
  id uuid primary key default uuid_v7(),
  action_id uuid not null,
  needs_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  ended_at timestamptz,
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id),
  foreign key (needs_id, plan_id) references plan_actions (action_id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id),
  constraint waits_for_another check (action_id <> needs_id)
);
create unique index plan_dependencies_live on plan_dependencies (action_id, needs_id) where ended_at is null;
create index plan_dependencies_needs on plan_dependencies (needs_id) where ended_at is null;

/* Two who would close a circle from its two ends wait for each other here. */
create function no_circle_of_waiting() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.plan_id::text, 8));
  if exists (
    with recursive waits(id) as (
      select new.needs_id
      union
      select d.needs_id from waits w join plan_dependencies d on d.action_id = w.id and d.ended_at is null)
    select from waits where id = new.action_id) then
    raise exception 'These actions would wait for each other in a circle.' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger no_circle_of_waiting before insert on plan_dependencies for each row execute function no_circle_of_waiting();

/* How an action is measured. */
create table plan_measures (
  id uuid primary key default uuid_v7(),
  action_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  name text not null,
  type text not null check (type in ('input', 'output', 'outcome', 'quality')),
  unit text not null,
  better text not null check (better in ('higher', 'lower')),
  baseline double precision,                         -- nothing when nobody has counted yet
  target double precision not null,
  source text not null,
  version int not null default 1,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  unique (id, action_id),
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id)
);
create index plan_measures_action on plan_measures (action_id);
create index plan_measures_plan on plan_measures (plan_id);

/* What was counted in a quarter: written once. A correction is the next number of its measure, and the last one counts. */
create table plan_actuals (
  id uuid primary key default uuid_v7(),
  measure_id uuid not null,
  action_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  quarter_on date not null check (extract(day from quarter_on) = 1 and extract(month from quarter_on)::int % 3 = 1),
  for_area uuid references areas,                    -- one area of several; nothing is all of them
  number int not null,
  actual double precision not null,
  note text,
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null,
  unique (measure_id, number),
  foreign key (measure_id, action_id) references plan_measures (id, action_id),
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id)
);

/* What shows that something was done, and which part of the toolkit it speaks to. */
create table plan_evidence (
  id uuid primary key default uuid_v7(),
  action_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  title text not null,
  place text not null,
  dated_on date not null,
  benchmark text check (benchmark in ('partnership_group', 'risk_assessment', 'partnership_plan', 'referral_pathway', 'channel_panel', 'training', 'permissive_environments', 'communications')),
  version int not null default 1,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id)
);
create index plan_evidence_action on plan_evidence (action_id, dated_on desc);

/* A plan as it was: at the end of a quarter, or as it was approved. */
create table plan_snapshots (
  id uuid primary key default uuid_v7(),
  plan_id uuid not null,
  area_id uuid not null,
  kind text not null check (kind in ('quarter', 'approval')),
  quarter_on date not null,
  taken_on date not null,
  taken_by_hat uuid references hats,                 -- nobody, where the quarter closed by itself
  taken_at timestamptz not null,
  unique (id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id)
);
create unique index plan_snapshots_quarter on plan_snapshots (plan_id, quarter_on) where kind = 'quarter';
create index plan_snapshots_plan on plan_snapshots (plan_id, taken_at desc);

create table plan_snapshot_actions (
  snapshot_id uuid not null,
  action_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  reference text not null,
  title text not null,
  theme text not null,
  objective text not null,
  workstream text not null,
  priority text not null,
  owner text not null,
  owner_role text not null,
  for_areas uuid[] not null,
  rag text not null,
  is_stale boolean not null,
  rag_reason text,
  recovery_plan text,
  percent int not null,
  start_on date not null,
  due_on date not null,
  first_due_on date not null,
  moved_because text,                                -- why it was last given longer
  milestones jsonb not null,
  measures jsonb not null,
  primary key (snapshot_id, action_id),
  foreign key (snapshot_id, plan_id) references plan_snapshots (id, plan_id),
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id),
  foreign key (plan_id, area_id) references plans (id, area_id)
);

/* Not even by whoever owns the table. */
create function stays_as_it_was() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  raise exception 'What was closed stays as it was.' using errcode = 'PC001';
end $$;
create trigger stays_as_it_was before update or delete on plan_snapshots for each row execute function stays_as_it_was();
create trigger stays_as_it_was before update or delete on plan_snapshot_actions for each row execute function stays_as_it_was();

/* Nor is anything put into it afterwards. */
create function only_while_it_closes() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if current_user = 'casebook_app' and not exists (
    select from plan_snapshots s where s.id = new.snapshot_id and s.xmin = pg_current_xact_id()::xid) then
    raise exception 'What was closed stays as it was.' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger only_while_it_closes before insert on plan_snapshot_actions for each row execute function only_while_it_closes();

do $$
declare
  t text;
  probe text := 'coalesce((select true from plan_areas p where p.area_id = (select actor_area()) and p.plan_id = %1$I.plan_id), false)';
  approved text := 'coalesce((select true from plan_areas p where p.area_id = (select actor_area()) and p.plan_id = %1$I.plan_id and p.status = ''approved''), false)';
  readers text := '(select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''agency_lead'', ''auditor'')';
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
  leads text := '(select actor_role()) = ''agency_lead'' and ' || probe || ' and coalesce((select true from actions a where a.id = %1$I.action_id and a.owner_organisation_id = (select actor_organisation())), false)';
begin
  foreach t in array array['plan_milestones', 'plan_dependencies', 'plan_measures', 'plan_actuals', 'plan_evidence', 'plan_snapshots', 'plan_snapshot_actions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
    execute format('create policy plan_readers on %1$I for select using (' || readers || ' and ' || probe || ')', t);
    execute format('create policy gold_reads_what_is_approved on %1$I for select using ((select actor_role()) = ''gold_reader'' and ' || approved || ')', t);
    execute format('create policy kept on %1$I for insert with check (' || keeper || ')', t);
    execute format('create policy timer on %I for select using ((select actor_role()) = ''system'')', t);
  end loop;
  foreach t in array array['plan_milestones', 'plan_dependencies', 'plan_measures', 'plan_evidence'] loop
    execute format('create policy kept_current on %1$I for update using (' || keeper || ')', t);
  end loop;
  -- A partner lead keeps the steps, figures and evidence of the actions of their own organisation.
  foreach t in array array['plan_milestones', 'plan_actuals', 'plan_evidence'] loop
    execute format('create policy owner_adds on %1$I for insert with check (' || leads || ')', t);
  end loop;
  foreach t in array array['plan_milestones', 'plan_evidence'] loop
    execute format('create policy owner_updates on %1$I for update using (' || leads || ')', t);
  end loop;
  -- A quarter closes by itself when nobody has closed it.
  foreach t in array array['plan_snapshots', 'plan_snapshot_actions'] loop
    execute format('create policy timer_closes on %I for insert with check ((select actor_role()) = ''system'')', t);
  end loop;
end $$;

create policy timer on plan_themes for select using ((select actor_role()) = 'system');
create policy timer on action_extensions for select using ((select actor_role()) = 'system' and plan_id is not null);

grant update (title, due_on, state, met_on, reason, version, edited_by_hat, edited_at) on plan_milestones to casebook_app;
grant update (ended_at) on plan_dependencies to casebook_app;
grant update (name, type, unit, better, baseline, target, source, version, edited_by_hat, edited_at) on plan_measures to casebook_app;
grant update (title, place, dated_on, benchmark, version, edited_by_hat, edited_at) on plan_evidence to casebook_app;
