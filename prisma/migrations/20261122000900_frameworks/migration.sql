-- What an assessment asks, kept by each area without code (AF-01): written as a draft, published once, and unchanged from then on.

create table frameworks (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  code text not null default uuid_v7()::text,        -- the same for every version of one framework
  version text not null default '1',
  name text not null,
  status text not null default 'draft' check (status in ('draft', 'published', 'retired')),
  made_by_hat uuid references hats,                  -- nobody: every area begins with it
  made_at timestamptz not null,
  published_by_hat uuid references hats,
  published_at timestamptz,
  retired_by_hat uuid references hats,
  retired_at timestamptz,
  unique (area_id, code, version),
  check (status <> 'published' or published_at is not null),
  check ((status = 'retired') = (retired_at is not null))
);
create unique index frameworks_one_in_use on frameworks (area_id, code) where status = 'published';

create table framework_sections (
  id uuid primary key default uuid_v7(),
  framework_id uuid not null references frameworks,
  area_id uuid not null references areas,
  code text not null default uuid_v7()::text,
  name text not null,
  guidance text,
  position int not null,
  version int not null default 1,
  unique (framework_id, code)
);

create table framework_factors (
  id uuid primary key default uuid_v7(),
  framework_id uuid not null references frameworks,
  section_id uuid not null references framework_sections,
  area_id uuid not null references areas,
  code text not null default uuid_v7()::text,
  name text not null,
  guidance text,
  evidence text,                                     -- what has to be there to say so, in words
  partly_needs_evidence boolean not null default false,
  is_health boolean not null default false,          -- AF-08: a need, which asks for health to be involved
  position int not null,
  version int not null default 1,
  unique (framework_id, code)
);
create index framework_factors_section on framework_factors (section_id, position);

create function published_never_changes() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and (new.status not in (old.status, 'retired') or new.name <> old.name or new.published_at is distinct from old.published_at
      or (old.status = 'retired' and new.retired_at is distinct from old.retired_at)) then
    raise exception 'AF-01: a framework that was published cannot be changed' using errcode = 'check_violation';
  end if;
  if (new.code, new.version, new.area_id) <> (old.code, old.version, old.area_id) then
    raise exception 'AF-01: a framework keeps its code and version' using errcode = 'check_violation';
  end if;
  if old.status = 'draft' and new.status = 'published' and not exists (select from framework_sections s where s.framework_id = new.id) then
    raise exception 'AF-01: a framework without a section asks nothing' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger published_never_changes before update on frameworks for each row execute function published_never_changes();

/* What stands in a framework is changed while it is a draft, and never moved to another. */
create function only_in_a_draft() returns trigger language plpgsql as $$
declare
  is_draft boolean := coalesce((select f.status = 'draft' from frameworks f where f.id = coalesce(new.framework_id, old.framework_id)), false);
begin
  if not is_draft or (tg_op = 'UPDATE' and new.framework_id <> old.framework_id) then
    raise exception 'AF-01: a framework that was published cannot be changed' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger only_in_a_draft before insert or update or delete on framework_sections for each row execute function only_in_a_draft();
create trigger only_in_a_draft before insert or update or delete on framework_factors for each row execute function only_in_a_draft();

/* Every area begins with the older list of 22 questions, and with the headings that an area fills with its own. */
create function begin_frameworks(the_area uuid) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  older uuid := uuid_v7();
  blank uuid := uuid_v7();
begin
  insert into frameworks (id, area_id, code, version, name, made_at) values
    (older, the_area, 'legacy_22', '2012', 'Vulnerability assessment, 22 factors (older cases)', '2012-10-01 09:00+01'),
    (blank, the_area, 'blank', '1', 'Professional judgement, with the area''s own questions', '2024-09-01 09:00+01');
  insert into framework_sections (framework_id, area_id, code, name, position)
  select f, the_area, c, n, p from (values
    (older, 'engagement', 'Engagement', 1), (older, 'intent', 'Intent', 2), (older, 'capability', 'Capability', 3),
    (blank, 'susceptibility', 'Susceptibility', 1), (blank, 'risk', 'Concern', 2), (blank, 'needs', 'Needs', 3),
    (blank, 'protective', 'Protective factors', 4)) as x (f, c, n, p);
  insert into framework_factors (framework_id, section_id, area_id, code, name, is_health, position)
  select older, s.id, the_area, x.c, x.n, x.c = 'e13', substr(x.c, 2)::int from (values
    ('engagement', 'e01', 'Feelings of grievance and injustice'),
    ('engagement', 'e02', 'Feeling under threat'),
    ('engagement', 'e03', 'A need for identity, meaning and belonging'),
    ('engagement', 'e04', 'A desire for status'),
    ('engagement', 'e05', 'A desire for excitement and adventure'),
    ('engagement', 'e06', 'A need to dominate and control others'),
    ('engagement', 'e07', 'Susceptibility to indoctrination'),
    ('engagement', 'e08', 'A desire for political or moral change'),
    ('engagement', 'e09', 'Opportunistic involvement'),
    ('engagement', 'e10', 'Family or friends involved in extremism'),
    ('engagement', 'e11', 'Being at a transitional time of life'),
    ('engagement', 'e12', 'Being influenced or controlled by a group'),
    ('engagement', 'e13', 'Relevant mental health needs'),
    ('intent', 'i01', 'Over-identification with a group or ideology'),
    ('intent', 'i02', 'Them-and-us thinking'),
    ('intent', 'i03', 'Dehumanising the perceived enemy'),
    ('intent', 'i04', 'Attitudes that justify offending'),
    ('intent', 'i05', 'Harmful means to an end'),
    ('intent', 'i06', 'Harmful objectives'),
    ('capability', 'c01', 'Individual knowledge, skills and competencies'),
    ('capability', 'c02', 'Access to networks, funding or equipment'),
    ('capability', 'c03', 'Criminal capability')) as x (s, c, n)
    join framework_sections s on s.framework_id = older and s.code = x.s;
  update frameworks f set status = 'published', published_at = f.made_at where f.id in (older, blank);
end $$;

create function area_begins() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform begin_frameworks(new.id);
  return null;
end $$;
create trigger begins_with_frameworks after insert on areas for each row execute function area_begins();

do $$ declare t text; begin
  foreach t in array array['frameworks', 'framework_sections', 'framework_factors'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to casebook_keeper', t);
    execute format('grant select, insert on %I to casebook_app', t);
  end loop;
end $$;
grant update (name, status, published_by_hat, published_at, retired_by_hat, retired_at) on frameworks to casebook_app;
grant update (name, guidance, position, version) on framework_sections to casebook_app;
grant update (section_id, name, guidance, evidence, partly_needs_evidence, is_health, position, version) on framework_factors to casebook_app;
grant delete on framework_sections, framework_factors to casebook_app; -- of a draft that nobody has used yet

create index assessments_framework on assessments (area_id, framework_id, framework_version);
-- A draft is its administrators'; what was published is the area's, and whoever reads an assessment reads what it asked.
create policy administrators_keep on frameworks
  using ((select actor_role()) = 'administrator' and area_id = (select actor_area()))
  with check ((select actor_role()) = 'administrator' and area_id = (select actor_area()));
create policy in_use on frameworks for select
  using (status <> 'draft' and (area_id = (select actor_area()) or coalesce((select true from assessments a
    where a.area_id = frameworks.area_id and a.framework_id = frameworks.code and a.framework_version = frameworks.version limit 1), false)));
do $$ declare t text; begin
  foreach t in array array['framework_sections', 'framework_factors'] loop
    execute format('create policy follows_its_framework on %1$I for select
      using (coalesce((select true from frameworks f where f.id = %1$I.framework_id), false))', t);
    execute format('create policy administrators_keep on %1$I
      using ((select actor_role()) = ''administrator'' and area_id = (select actor_area()))
      with check ((select actor_role()) = ''administrator'' and area_id = (select actor_area())
        and coalesce((select true from frameworks f where f.id = %1$I.framework_id), false))', t);
  end loop;
end $$;

do $$ declare f text; begin
  foreach f in array array['begin_frameworks(uuid)', 'area_begins()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function begin_frameworks(uuid) to casebook_keeper;
set role casebook_keeper;
select begin_frameworks(a.id) from areas a;
reset role;

/* An assessment pins a version that its area has. One that is handed on brings its framework, which is used for nothing new there. */
create function assessment_framework() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  known text := (select f.status from frameworks f where f.area_id = new.area_id and f.code = new.framework_id and f.version = new.framework_version);
  source uuid;
  brought uuid;
begin
  if new.status = 'draft' and coalesce(known, '') <> 'published' then
    raise exception 'AF-01: an assessment is begun with a framework in use' using errcode = 'check_violation';
  end if;
  if known is null then
    select f.id into source from frameworks f where f.code = new.framework_id and f.version = new.framework_version and f.status <> 'draft' limit 1;
    if source is null then
      raise exception 'AF-01: there is no such framework' using errcode = 'check_violation';
    end if;
    insert into frameworks (area_id, code, version, name, made_at)
      select new.area_id, f.code, f.version, f.name, f.made_at from frameworks f where f.id = source returning id into brought;
    insert into framework_sections (framework_id, area_id, code, name, guidance, position)
      select brought, new.area_id, s.code, s.name, s.guidance, s.position from framework_sections s where s.framework_id = source;
    insert into framework_factors (framework_id, section_id, area_id, code, name, guidance, evidence, partly_needs_evidence, is_health, position)
      select brought, n.id, new.area_id, x.code, x.name, x.guidance, x.evidence, x.partly_needs_evidence, x.is_health, x.position
        from framework_factors x join framework_sections s on s.id = x.section_id
        join framework_sections n on n.framework_id = brought and n.code = s.code where x.framework_id = source;
    update frameworks f set status = 'retired', published_at = f.made_at, retired_at = new.started_at where f.id = brought;
  end if;
  return new;
end $$;
create trigger pins_a_framework before insert on assessments for each row execute function assessment_framework();
alter table assessments add foreign key (area_id, framework_id, framework_version) references frameworks (area_id, code, version);

/* An answer is kept in the words it was asked in, for ever (AF-01), and what is said to be there rests on something (AF-02). */
create function answer_as_asked() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  asked record;
begin
  select x.name, x.partly_needs_evidence into asked
    from assessments a
    join frameworks f on f.area_id = a.area_id and f.code = a.framework_id and f.version = a.framework_version
    join framework_factors x on x.framework_id = f.id and x.code = new.factor
   where a.id = new.assessment_id;
  if not found then
    raise exception 'AF-01: the framework does not ask this' using errcode = 'check_violation';
  end if;
  if asked.partly_needs_evidence and new.answer = 'partly' and cardinality(new.evidence) = 0 then
    raise exception 'AF-02: this framework asks for evidence of what is partly present' using errcode = 'check_violation';
  end if;
  new.wording := asked.name;
  return new;
end $$;
create trigger answer_as_asked before insert or update on assessment_answers for each row execute function answer_as_asked();

/* What is complete stays as it is, and is countersigned by another person, in whatever role (AF-07). */
create function second_reader() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.case_id, new.area_id, new.framework_id, new.framework_version, new.number, new.author_hat)
       <> (old.case_id, old.area_id, old.framework_id, old.framework_version, old.number, old.author_hat) then
      raise exception 'AF-01: an assessment keeps what it was begun with' using errcode = 'check_violation';
    end if;
    if old.status <> 'draft' and (new.judgement <> old.judgement or new.completed_at is distinct from old.completed_at or new.status = 'draft') then
      raise exception 'AF-07: a complete assessment cannot be changed' using errcode = 'check_violation';
    end if;
    if old.status = 'countersigned' and (new.status, new.countersigned_by_hat) is distinct from (old.status, old.countersigned_by_hat) then
      raise exception 'AF-07: it has been countersigned already' using errcode = 'check_violation';
    end if;
    if old.status = 'draft' and new.status = 'countersigned' then
      raise exception 'AF-07: an assessment is completed before it is countersigned' using errcode = 'check_violation';
    end if;
  end if;
  if (new.status = 'countersigned') <> (new.countersigned_by_hat is not null) then
    raise exception 'AF-07: whoever countersigned is named' using errcode = 'check_violation';
  end if;
  if new.status = 'countersigned' and (tg_op = 'INSERT' or old.status <> 'countersigned')
     and (select h.user_id from hats h where h.id = new.countersigned_by_hat) = (select h.user_id from hats h where h.id = new.author_hat) then
    raise exception 'AF-07: somebody else has to countersign' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger second_reader before insert or update on assessments for each row execute function second_reader();

create function answers_of_a_draft() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if (select a.status from assessments a where a.id = new.assessment_id) <> 'draft' then
    raise exception 'AF-07: a complete assessment cannot be changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger answers_of_a_draft before update on assessment_answers for each row execute function answers_of_a_draft();

do $$ declare f text; begin
  foreach f in array array['assessment_framework()', 'answer_as_asked()', 'second_reader()', 'answers_of_a_draft()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

/* What was found of an item, each time with reasons: a finding is added to and never written over (IS-10). */
create table corroboration_changes (
  id uuid primary key default uuid_v7(),
  item_id uuid not null references information_items,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  was text not null check (was in ('corroborated', 'uncorroborated', 'disproved')),
  became text not null check (became in ('corroborated', 'uncorroborated', 'disproved')),
  reasons text not null,
  changed_by_hat uuid not null references hats,
  changed_at timestamptz not null,
  check (was <> became)
);
create index corroboration_changes_item on corroboration_changes (item_id, changed_at);
create index corroboration_changes_case on corroboration_changes (case_id);
alter table corroboration_changes enable row level security;
alter table corroboration_changes force row level security;
create policy keeper on corroboration_changes to casebook_keeper using (true) with check (true);
create policy follows_its_item on corroboration_changes for select
  using (coalesce((select true from information_items i where i.id = corroboration_changes.item_id), false));
create policy with_its_item on corroboration_changes for insert
  with check (changed_by_hat = (select actor_hat()) and (select actor_role()) in ('coordinator', 'chair', 'panel_member', 'gateway_officer')
    and coalesce((select i.case_id = corroboration_changes.case_id from information_items i where i.id = corroboration_changes.item_id), false));
grant select, insert on corroboration_changes to casebook_app;
grant select on corroboration_changes to casebook_keeper;
