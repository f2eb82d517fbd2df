-- Who has to know what, how many do, and the sessions at which they learn it (8.7; 2.6, 2.7, 4.9, 4.11).
-- Organisations declare numbers with their evidence. Nobody who was trained is named here, and nothing knows a case.

alter table areas
  add column training_target int not null default 85 check (training_target between 1 and 100),
  add column training_stale_months int not null default 12 check (training_stale_months between 1 and 60);
grant update (training_target, training_stale_months) on areas to casebook_app;

/* Those who have to know the same: in which kinds of organisation there are any. */
create table training_role_groups (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  name text not null,
  who text not null,
  found_in text[] not null check (cardinality(found_in) > 0 and found_in <@ array['council', 'police', 'health', 'education', 'probation', 'prison', 'youth_justice', 'voluntary', 'other']),
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  version int not null default 1,
  unique (id, area_id)
);
create unique index training_role_groups_name on training_role_groups (area_id, lower(name));

create table training_courses (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  name text not null,
  kind text not null check (kind in ('awareness', 'referrals', 'channel', 'refresher', 'wrap', 'local_briefing', 'members_seminar', 'specialist')),
  level int not null check (level between 1 and 5),
  refresh_months int check (refresh_months between 1 and 120),   -- nothing: it is taken once
  about text not null,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  version int not null default 1,
  unique (id, area_id)
);
create unique index training_courses_name on training_courses (area_id, lower(name));

/* Which group needs which course. One that has ended can be taken up again, with all that was declared of it. */
create table training_requirements (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  role_group_id uuid not null,
  course_id uuid not null,
  target int check (target between 1 and 100),       -- nothing: what the area aims at
  action_id uuid references plan_actions,            -- the action of a plan that is to bring it about (2.7)
  ended_on date,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  version int not null default 1,
  unique (role_group_id, course_id),
  unique (id, area_id),
  foreign key (role_group_id, area_id) references training_role_groups (id, area_id),
  foreign key (course_id, area_id) references training_courses (id, area_id)
);
create index training_requirements_area on training_requirements (area_id) where ended_on is null;

/* What an organisation says of itself on a day. What was declared last counts; what was declared before stays. */
create table training_declarations (
  id uuid primary key default uuid_v7(),
  requirement_id uuid not null,
  area_id uuid not null,
  organisation_id uuid not null references organisations,
  as_at_on date not null,
  in_scope int not null check (in_scope between 0 and 100000),
  trained int not null check (trained >= 0),
  evidence text not null,
  declared_by_hat uuid not null references hats,
  declared_at timestamptz not null,
  retention_class text not null default 'training_record',
  dispose_on date,
  foreign key (requirement_id, area_id) references training_requirements (id, area_id),
  constraint no_more_than_there_are check (trained <= in_scope)
);
create index training_declarations_newest on training_declarations (requirement_id, organisation_id, declared_at desc, id desc);
create index training_declarations_organisation on training_declarations (organisation_id, area_id);

create table training_sessions (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  course_id uuid not null,
  title text not null,
  held_on date not null,
  starts text not null,
  venue text not null,
  host_organisation_id uuid not null references organisations,
  capacity int not null check (capacity between 1 and 10000),
  trainers text not null,                            -- posts or bodies: who gives it, and nobody who takes it
  audience text not null check (audience in ('staff', 'managers', 'safeguarding_leads', 'councillors', 'panel', 'mixed')),
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  retention_class text not null default 'training_record',
  dispose_on date,
  version int not null default 1,
  unique (id, area_id),
  foreign key (course_id, area_id) references training_courses (id, area_id)
);
create index training_sessions_area on training_sessions (area_id, held_on desc, id desc);

/* How many of a group came from an organisation. What was counted last counts. */
create table training_attendance (
  id uuid primary key default uuid_v7(),
  session_id uuid not null,
  area_id uuid not null,
  organisation_id uuid not null references organisations,
  role_group_id uuid not null,
  attended int not null check (attended between 0 and 10000),
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null,
  foreign key (session_id, area_id) references training_sessions (id, area_id),
  foreign key (role_group_id, area_id) references training_role_groups (id, area_id)
);
create index training_attendance_newest on training_attendance (session_id, organisation_id, role_group_id, recorded_at desc, id desc);

/* What was given out or shown, as papers are: a link, or the text itself. */
create table training_materials (
  id uuid primary key default uuid_v7(),
  session_id uuid not null,
  area_id uuid not null,
  title text not null,
  link text,
  body_text text,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  foreign key (session_id, area_id) references training_sessions (id, area_id),
  constraint text_or_link check (num_nonnulls(link, body_text) = 1)
);
create index training_materials_session on training_materials (session_id, added_at);

-- A figure of the register shows that a criterion is met: as it was when it was linked, and as it was when that was submitted (2.6).
alter table benchmark_evidence
  add column requirement_id uuid references training_requirements,
  add column figure text,
  drop constraint benchmark_evidence_kind_check,
  add constraint benchmark_evidence_kind_check check (kind in ('action', 'plan_evidence', 'risk_review', 'profile_edition', 'training_figure', 'document')),
  drop constraint links_what_it_says,
  add constraint links_what_it_says check ((action_id is not null) = (kind = 'action') and (plan_evidence_id is not null) = (kind = 'plan_evidence')
    and (risk_review_id is not null) = (kind = 'risk_review') and (edition_id is not null) = (kind = 'profile_edition')
    and (requirement_id is not null) = (kind = 'training_figure') and (figure is not null) = (kind = 'training_figure'));
grant update (figure) on benchmark_evidence to casebook_app;

do $$
declare
  t text;
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and %1$I.area_id = (select actor_area())';
  overseers text := '(select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'') and %1$I.area_id = (select actor_area())';
  lead text := '(select actor_role()) = ''agency_lead'' and %1$I.area_id = (select actor_area()) and %1$I.organisation_id = (select actor_organisation())';
  is_partner text := 'exists (select from organisation_areas o where o.area_id = %1$I.area_id and o.organisation_id = %1$I.organisation_id)';
begin
  foreach t in array array['training_role_groups', 'training_courses', 'training_requirements', 'training_declarations', 'training_sessions',
                           'training_attendance', 'training_materials'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
    execute format('grant select, insert on %I to casebook_app', t);
  end loop;

  -- What is to be learnt, and where: known to every partner, kept by the co-ordinator.
  foreach t in array array['training_role_groups', 'training_courses', 'training_requirements', 'training_sessions', 'training_materials'] loop
    execute format('create policy partners on %1$I for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''agency_lead'', ''auditor'')
      and %1$I.area_id = (select actor_area()))', t);
    execute format('create policy kept on %1$I for insert with check (' || keeper || ')', t);
  end loop;
  foreach t in array array['training_role_groups', 'training_courses', 'training_requirements', 'training_sessions'] loop
    execute format('create policy kept_current on %1$I for update using (' || keeper || ') with check (' || keeper || ')', t);
  end loop;

  -- How many: for those who oversee, and for each organisation its own.
  foreach t in array array['training_declarations', 'training_attendance'] loop
    execute format('create policy readers on %1$I for select using (' || overseers || ')', t);
    execute format('create policy its_own on %1$I for select using (' || lead || ')', t);
  end loop;
  execute format('create policy declared on %1$I for insert with check (declared_by_hat = (select actor_hat())
    and ((' || keeper || ') or (' || lead || ')) and ' || is_partner || '
    and coalesce((select q.ended_on is null from training_requirements q where q.id = %1$I.requirement_id), false))', 'training_declarations');
  execute format('create policy counted on %1$I for insert with check (recorded_by_hat = (select actor_hat()) and ' || keeper || ' and ' || is_partner || '
    and coalesce((select s.status <> ''cancelled'' from training_sessions s where s.id = %1$I.session_id), false))', 'training_attendance');

  -- Nobody links what they may not see.
  alter policy assessor on benchmark_evidence with check (
    coalesce((select true from benchmark_assessments a where a.id = benchmark_evidence.assessment_id and a.area_id = benchmark_evidence.area_id and a.status = 'draft'
      and a.area_id = (select actor_area()) and ((select actor_role()) = 'prevent_coordinator'
        or ((select actor_role()) = 'agency_lead' and a.organisation_id = (select actor_organisation())))), false)
    and (action_id is null or coalesce((select true from plan_actions x where x.action_id = benchmark_evidence.action_id), false))
    and (plan_evidence_id is null or coalesce((select true from plan_evidence x where x.id = benchmark_evidence.plan_evidence_id), false))
    and (risk_review_id is null or coalesce((select true from risk_reviews x where x.id = benchmark_evidence.risk_review_id), false))
    and (edition_id is null or coalesce((select true from profile_editions x where x.id = benchmark_evidence.edition_id), false))
    and (requirement_id is null or coalesce((select true from training_requirements x where x.id = benchmark_evidence.requirement_id), false)));
end $$;

grant update (name, who, found_in, edited_by_hat, edited_at, version) on training_role_groups to casebook_app;
grant update (name, kind, level, refresh_months, about, edited_by_hat, edited_at, version) on training_courses to casebook_app;
grant update (target, action_id, ended_on, edited_by_hat, edited_at, version) on training_requirements to casebook_app;
grant update (course_id, title, held_on, starts, venue, host_organisation_id, capacity, trainers, audience, status, edited_by_hat, edited_at, dispose_on, version)
  on training_sessions to casebook_app;
