-- The partnership plan. Nothing here knows a person or a case.

create table partnerships (
  id uuid primary key default uuid_v7(),
  name text not null unique,
  steering_group text not null,
  gold_group text
);
create table partnership_areas (
  partnership_id uuid not null references partnerships,
  area_id uuid not null references areas,
  primary key (partnership_id, area_id)
);

create table plans (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,            -- whose co-ordinator keeps it
  partnership_id uuid references partnerships,
  title text not null,
  period_start date not null,
  period_end date not null check (period_end > period_start),
  status text not null default 'draft' check (status in ('draft', 'consultation', 'approved', 'superseded')),
  objective_scheme text not null check (objective_scheme in ('prevent_2011', 'prevent_2023')),
  eia_status text not null default 'not_started' check (eia_status in ('not_started', 'in_progress', 'complete')),
  approved_by text,
  approved_on date,
  marking text not null default 'official',
  retention_class text not null default 'governance_document',
  dispose_on date,
  version int not null default 1,
  created_at timestamptz not null,
  unique (id, area_id)
);
create index plans_area on plans (area_id, period_start desc);

/* Which areas a plan is for: its own, or every area of a partnership. */
create table plan_areas (
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  kept_by uuid not null,                             -- the area whose co-ordinator keeps the plan
  status text not null,                              -- copied from the plan, so that one probe answers
  primary key (area_id, plan_id),
  foreign key (plan_id, kept_by) references plans (id, area_id) -- nobody lends out a plan that is not theirs
);
create index plan_areas_plan on plan_areas (plan_id);

create table plan_themes (
  id uuid primary key default uuid_v7(),
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  position int not null,
  title text not null,
  unique (plan_id, position)
);

alter table actions add foreign key (plan_id) references plans;

/* What a plan action has that other actions have not. */
create table plan_actions (
  action_id uuid primary key references actions,
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  theme_id uuid not null references plan_themes,
  objective text not null,
  reference text not null,
  owner_role text not null,                          -- "Head of safeguarding": a post, so that it outlives a person
  priority text not null check (priority in ('high', 'medium', 'low')),
  workstream text not null check (workstream in ('prevent', 'cohesion', 'counter_extremism', 'protect', 'prepare')),
  proportionality text not null,
  rag text not null default 'grey' check (rag in ('green', 'amber', 'red', 'blue', 'grey')),
  rag_reason text,
  recovery_plan text,
  evidence text,
  is_stale boolean not null default false,
  percent int not null default 0 check (percent between 0 and 100),
  last_update_on date not null,
  edited_by_hat uuid references hats,
  edited_at timestamptz,
  version int not null default 1,
  unique (plan_id, reference),
  constraint amber_and_red_have_reasons check (rag not in ('amber', 'red') or rag_reason is not null)
);
create index plan_actions_plan on plan_actions (plan_id, theme_id);
create index plan_actions_stale on plan_actions (last_update_on) where rag <> 'blue' and not is_stale;

create table plan_action_contributors (
  action_id uuid not null references actions,
  organisation_id uuid not null references organisations,
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  primary key (action_id, organisation_id)
);

/* The history of an action: each update, written once. */
create table plan_updates (
  id uuid primary key default uuid_v7(),
  action_id uuid not null references actions,
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  rag text not null check (rag in ('green', 'amber', 'red', 'blue', 'grey')),
  reason text,
  recovery_plan text,
  evidence text,
  percent int not null check (percent between 0 and 100),
  note text not null,
  is_automatic boolean not null default false,
  updated_by_hat uuid references hats,
  updated_at timestamptz not null
);
create index plan_updates_action on plan_updates (action_id, updated_at desc);

create table plan_escalations (
  id uuid primary key default uuid_v7(),
  action_id uuid not null references actions,
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  raised_at timestamptz not null,
  reason text not null,
  ended_at timestamptz
);
create unique index plan_escalations_open on plan_escalations (action_id) where ended_at is null;
create index plan_escalations_plan on plan_escalations (plan_id, raised_at desc);

do $$
declare
  t text;
  probe text := 'coalesce((select true from plan_areas p where p.area_id = (select actor_area()) and p.plan_id = %1$I.%2$I), false)';
  approved text := 'coalesce((select true from plan_areas p where p.area_id = (select actor_area()) and p.plan_id = %1$I.%2$I and p.status = ''approved''), false)';
  readers text := '(select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''agency_lead'', ''auditor'')';
  gold text := '(select actor_role()) = ''gold_reader''';
  keeper text := '(select actor_role()) = ''prevent_coordinator''';
  id_column text;
begin
  foreach t in array array['partnerships', 'partnership_areas', 'plans', 'plan_areas', 'plan_themes', 'plan_actions', 'plan_action_contributors', 'plan_updates', 'plan_escalations'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;
  execute 'create policy everyone_knows_the_map on partnerships for select using (true)';
  execute 'create policy everyone_knows_the_map on partnership_areas for select using (true)';
  execute 'create policy of_this_area on plan_areas for select using (area_id = (select actor_area()) or (select actor_role()) = ''system'' or (' || keeper || ' and kept_by = (select actor_area())))';
  execute 'create policy kept on plan_areas for insert with check (' || keeper || ' and kept_by = (select actor_area()))';
  execute 'create policy kept_status on plan_areas for update using (' || keeper || ' and kept_by = (select actor_area()))';
  execute 'create policy kept_list on plan_action_contributors for delete using (' || keeper || ' and area_id = (select actor_area()))';

  foreach t in array array['plans', 'plan_themes', 'plan_actions', 'plan_action_contributors', 'plan_updates', 'plan_escalations', 'actions', 'action_extensions'] loop
    id_column := case t when 'plans' then 'id' else 'plan_id' end;
    execute format('create policy plan_readers on %1$I for select using (' || readers || ' and ' || probe || ')', t, id_column);
    execute format('create policy gold_reads_what_is_approved on %1$I for select using (' || gold || ' and ' || approved || ')', t, id_column);
    -- The co-ordinator who keeps a plan writes it; its rows carry that co-ordinator's area.
    execute format('create policy kept on %1$I for insert with check (' || keeper || ' and area_id = (select actor_area()))', t);
    execute format('create policy kept_current on %1$I for update using (' || keeper || ' and area_id = (select actor_area()) and ' || case t when 'actions' then 'plan_id is not null' when 'action_extensions' then 'plan_id is not null' else 'true' end || ')', t);
  end loop;

  -- A partner lead updates the actions of their own organisation, and nothing else.
  foreach t in array array['actions', 'plan_actions', 'plan_updates', 'plan_escalations', 'action_extensions'] loop
    if t = 'actions' then
      execute format('create policy owner_updates on actions for update using ((select actor_role()) = ''agency_lead'' and owner_organisation_id = (select actor_organisation()) and ' || probe || ')', 'actions', 'plan_id');
    else
      execute format('create policy owner_adds on %1$I for insert with check ((select actor_role()) = ''agency_lead'' and coalesce((select true from actions a where a.id = %1$I.action_id and a.plan_id is not null and a.owner_organisation_id = (select actor_organisation())), false))', t);
      execute format('create policy owner_updates on %1$I for update using ((select actor_role()) = ''agency_lead'' and coalesce((select true from actions a where a.id = %1$I.action_id and a.plan_id is not null and a.owner_organisation_id = (select actor_organisation())), false))', t);
    end if;
  end loop;

  foreach t in array array['plans', 'plan_actions', 'plan_updates', 'plan_escalations'] loop
    execute format('create policy timer on %I using ((select actor_role()) = ''system'') with check ((select actor_role()) = ''system'')', t);
  end loop;
end $$;

grant update on plans, plan_areas, plan_actions, plan_escalations to casebook_app;
grant delete on plan_action_contributors to casebook_app;

-- One plan may be for several areas, so its news goes to all of them.
create policy across_a_partnership on notifications for insert with check (
  coalesce((select true from partnership_areas mine join partnership_areas theirs using (partnership_id)
            where mine.area_id = (select actor_area()) and theirs.area_id = notifications.area_id limit 1), false));
create policy across_a_partnership on outbox for insert with check (
  coalesce((select true from partnership_areas mine join partnership_areas theirs using (partnership_id)
            where mine.area_id = (select actor_area()) and theirs.area_id = outbox.area_id limit 1), false));
