-- Projects from the idea to the lessons, those who deliver them, and the money of the partnership to the penny.
-- Nothing here knows a person or a case: who took part is a number, and small numbers are kept from those who oversee.

do $$
declare
  kinds text;
  one record;
begin
  select string_agg(distinct quote_literal(kind), ', ') into kinds from (
    select (regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''::text', 'g'))[1] as kind
      from pg_constraint k where k.conrelid = 'reference_counters'::regclass and k.conname = 'reference_counters_kind_check'
    union select unnest(array['PRJ', 'PRV', 'FND'])) x;
  alter table reference_counters drop constraint reference_counters_kind_check;
  execute format('alter table reference_counters add constraint reference_counters_kind_check check (kind in (%s))', kinds);

  -- A clock of a register says itself what it is of and where that is read.
  alter table clocks
    add column return_id uuid,
    add column claim_id uuid,
    add column check_id uuid,
    add column reference text,
    add column path text;
  select string_agg(distinct quote_literal(kind), ', ') into kinds from (
    select (regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''::text', 'g'))[1] as kind
      from pg_constraint k where k.conrelid = 'clocks'::regclass and k.conname = 'clocks_kind_check'
    union select unnest(array['project_return', 'funding_claim', 'due_diligence'])) x;
  alter table clocks drop constraint clocks_kind_check;
  execute format('alter table clocks add constraint clocks_kind_check check (kind in (%s))', kinds);
  for one in select conname, pg_get_expr(conbin, conrelid) as said from pg_constraint k where k.conrelid = 'clocks'::regclass and k.contype = 'c'
              and pg_get_constraintdef(k.oid) like '%referral_id IS NOT NULL%panel_meeting%' loop
    execute format('alter table clocks drop constraint %I', one.conname);
    execute format('alter table clocks add check (%s or return_id is not null or claim_id is not null or check_id is not null)', one.said);
  end loop;
end $$;

/* Who delivers: an organisation of the partnership, or a body outside it. */
create table providers (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  reference text not null,
  name text not null,
  organisation_id uuid references organisations,
  registration text,
  contact_post text not null,                        -- a post, so that nobody is named
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  unique (area_id, reference),
  unique (id, area_id)
);
create unique index providers_name on providers (area_id, lower(name));

/* Written once: the newest of its kind counts, until it runs out. */
create table provider_checks (
  id uuid primary key default uuid_v7(),
  provider_id uuid not null,
  area_id uuid not null,
  kind text not null check (kind in ('governance', 'safeguarding', 'finance', 'conduct')),
  result text not null check (result in ('passed', 'conditions', 'failed')),
  checked_by text not null,
  checked_on date not null,
  expires_on date not null,
  note text not null,
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null,
  foreign key (provider_id, area_id) references providers (id, area_id),
  check (expires_on > checked_on)
);
create index provider_checks_provider on provider_checks (provider_id, kind, checked_on desc, recorded_at desc);

create table projects (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,            -- whose co-ordinator keeps it
  partnership_id uuid references partnerships,       -- whose areas all read it
  reference text not null,
  title text not null,
  summary text not null,
  objective text not null check (objective in ('ideology_2011', 'people_2011', 'institutions_2011', 'causes_2023', 'intervene_2023', 'disengage_2023')),
  ideologies text[] not null default '{}' check (ideologies <@ array['islamist', 'extreme_right_wing', 'left_anarchist_single_issue', 'incel_misogyny', 'mixed', 'international', 'extreme_violence']),
  target_group text,                                 -- nobody in particular, where it is general
  basis text not null check (basis in ('general', 'recommendation', 'risk')),
  basis_words text not null,
  recommendation_id uuid references profile_recommendations,
  risk_id uuid references risks,
  owner_organisation_id uuid not null references organisations,
  provider_id uuid,
  status text not null default 'idea' check (status in ('idea', 'outline', 'bid', 'approved', 'refused', 'delivery', 'evaluation', 'closed', 'withdrawn')),
  outline text,
  outline_group text,
  outline_on date,
  answer text check (answer in ('supported', 'changes', 'not_supported')),
  answer_reasons text,
  answer_on date,
  funder text,
  bid_on date,
  decision_reasons text,
  decided_on date,
  starts_on date,
  ends_on date,
  delivery_plan text,
  safeguarding text,
  evaluation_method text,
  findings text,
  lessons text,
  closed_on date,
  withdrawn_because text,
  withdrawn_on date,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  version int not null default 1,
  unique (area_id, reference),
  unique (id, area_id),
  foreign key (provider_id, area_id) references providers (id, area_id),
  constraint a_group_needs_evidence check ((basis = 'recommendation') = (recommendation_id is not null) and (basis = 'risk') = (risk_id is not null) and (basis = 'general') = (target_group is null)),
  constraint the_group_has_the_outline check (status not in ('outline', 'bid', 'approved', 'refused', 'delivery', 'evaluation', 'closed') or num_nonnulls(outline, outline_group, outline_on) = 3),
  constraint answered_whole check (num_nonnulls(answer, answer_reasons, answer_on) in (0, 3)),
  constraint a_bid_has_a_funder check (status not in ('bid', 'approved', 'refused', 'delivery', 'evaluation', 'closed') or (answer = 'supported' and num_nonnulls(funder, bid_on) = 2)),
  constraint decided_for_a_reason check (status not in ('approved', 'refused', 'delivery', 'evaluation', 'closed') or num_nonnulls(decision_reasons, decided_on) = 2),
  constraint delivered_to_a_plan check (status not in ('delivery', 'evaluation', 'closed') or (num_nonnulls(provider_id, starts_on, ends_on, delivery_plan, safeguarding) = 5 and ends_on > starts_on)),
  constraint evaluated_by_a_method check (status not in ('evaluation', 'closed') or evaluation_method is not null),
  constraint closed_with_lessons check ((status = 'closed') = (closed_on is not null) and (status <> 'closed' or num_nonnulls(findings, lessons) = 2)),
  constraint withdrawn_for_a_reason check ((status = 'withdrawn') = (withdrawn_because is not null and withdrawn_on is not null))
);
create index projects_area on projects (area_id, status);
create index projects_partnership on projects (partnership_id) where partnership_id is not null;
create index projects_owner on projects (owner_organisation_id);
create index projects_provider on projects (provider_id) where provider_id is not null;

/* The road a project took, kept by the project itself. */
create table project_moves (
  id uuid primary key default uuid_v7(),
  project_id uuid not null references projects,
  area_id uuid not null references areas,
  from_status text,
  to_status text not null,
  moved_by_hat uuid not null references hats,
  moved_at timestamptz not null
);
create index project_moves_project on project_moves (project_id, moved_at desc);

/* What was asked of a funder and what came, for those who may see money. */
create table project_bids (
  id uuid primary key default uuid_v7(),
  project_id uuid not null,
  area_id uuid not null,
  number int not null,
  pence bigint not null check (pence between 1 and 999999999999),
  awarded_pence bigint check (awarded_pence between 1 and 999999999999),
  unique (project_id, number),
  foreign key (project_id, area_id) references projects (id, area_id)
);

/* Which action of a plan a project carries out. A link that has ended stays in the history. */
create table project_actions (
  id uuid primary key default uuid_v7(),
  project_id uuid not null references projects,
  action_id uuid not null references actions,
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  linked_by_hat uuid not null references hats,
  linked_at timestamptz not null,
  ended_at timestamptz
);
create unique index project_actions_once on project_actions (project_id, action_id) where ended_at is null;
create index project_actions_action on project_actions (action_id) where ended_at is null;

/* What a project is to put out and bring about. People are counted by the returns, and not here. */
create table project_measures (
  id uuid primary key default uuid_v7(),
  project_id uuid not null,
  area_id uuid not null,
  type text not null check (type in ('output', 'outcome')),
  name text not null,
  unit text not null check (unit in ('sessions', 'products', 'organisations', 'percent')),
  target int not null check (target between 1 and 1000000),
  actual int check (actual between 0 and 1000000),
  actual_on date,
  source text not null,
  version int not null default 1,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  foreign key (project_id, area_id) references projects (id, area_id),
  check ((actual is null) = (actual_on is null))
);
create index project_measures_project on project_measures (project_id);

/* A monitoring return: due on a day, recorded once. `shown` is what those who oversee may know of who took part. */
create table project_returns (
  id uuid primary key default uuid_v7(),
  project_id uuid not null,
  area_id uuid not null,
  period_start date not null,
  period_end date not null,
  due_on date not null,
  recorded_on date,
  progress text,
  shown jsonb,
  recorded_by_hat uuid references hats,
  unique (project_id, period_start),
  unique (id, project_id),
  foreign key (project_id, area_id) references projects (id, area_id),
  constraint a_period_is_over_first check (period_end >= period_start and due_on > period_end),
  constraint recorded_whole check (num_nonnulls(recorded_on, progress, shown, recorded_by_hat) in (0, 4))
);

create table project_counts (
  return_id uuid not null,
  project_id uuid not null,
  area_id uuid not null,
  outcome text not null check (outcome in ('completed', 'continuing', 'left', 'helped_on')),
  people int not null check (people between 0 and 100000),
  primary key (return_id, outcome),
  foreign key (return_id, project_id) references project_returns (id, project_id),
  foreign key (project_id, area_id) references projects (id, area_id)
);

/* A line of money: one source, one financial year. What is on it is in the entries. */
create table funding_lines (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  partnership_id uuid references partnerships,
  reference text not null,
  name text not null,
  source text not null check (source in ('police', 'home_office', 'council', 'other')),
  year_on date not null check (extract(month from year_on) = 4 and extract(day from year_on) = 1),
  note text,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  unique (area_id, reference),
  unique (area_id, year_on, name),
  unique (id, area_id)
);
create index funding_lines_partnership on funding_lines (partnership_id) where partnership_id is not null;

create table funding_posts (
  id uuid primary key default uuid_v7(),
  line_id uuid not null,
  area_id uuid not null,
  title text not null,
  state text not null check (state in ('filled', 'planned', 'vacant')),
  from_on date not null,
  to_on date,
  cost_pence bigint not null check (cost_pence between 1 and 999999999999),
  note text,
  version int not null default 1,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  unique (id, line_id),
  foreign key (line_id, area_id) references funding_lines (id, area_id),
  check (to_on > from_on)
);
create index funding_posts_line on funding_posts (line_id);

/* The ledger, in whole pence. What was entered stays; it is put right by its opposite. */
create table funding_entries (
  id uuid primary key default uuid_v7(),
  line_id uuid not null,
  area_id uuid not null,
  project_id uuid,
  post_id uuid,
  kind text not null check (kind in ('budget', 'allocated', 'committed', 'spent', 'forecast')),
  pence bigint not null check (pence <> 0 and pence between -999999999999 and 999999999999),
  entered_on date not null,
  words text not null,
  corrects_id uuid unique references funding_entries,
  entered_by_hat uuid not null references hats,
  entered_at timestamptz not null,
  foreign key (line_id, area_id) references funding_lines (id, area_id),
  foreign key (project_id, area_id) references projects (id, area_id),
  foreign key (post_id, line_id) references funding_posts (id, line_id),
  constraint of_one_thing check (num_nonnulls(project_id, post_id) <= 1),
  constraint a_budget_is_of_the_line check (kind <> 'budget' or num_nonnulls(project_id, post_id) = 0),
  constraint allocated_to_something check (kind <> 'allocated' or num_nonnulls(project_id, post_id) = 1)
);
create index funding_entries_line on funding_entries (line_id, entered_at desc);
create index funding_entries_project on funding_entries (project_id) where project_id is not null;
create index funding_entries_post on funding_entries (post_id) where post_id is not null;

create table funding_claims (
  id uuid primary key default uuid_v7(),
  line_id uuid not null,
  area_id uuid not null,
  title text not null,
  due_on date not null,
  pence bigint not null check (pence between 1 and 999999999999),
  made_on date,
  made_pence bigint check (made_pence between 1 and 999999999999),
  paid_on date,
  paid_pence bigint check (paid_pence between 1 and 999999999999),
  version int not null default 1,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  foreign key (line_id, area_id) references funding_lines (id, area_id),
  constraint made_whole check ((made_on is null) = (made_pence is null)),
  constraint paid_after_it_was_made check ((paid_on is null) = (paid_pence is null) and (paid_on is null or (made_on is not null and paid_on >= made_on)))
);
create index funding_claims_line on funding_claims (line_id, due_on);

/* Which line pays for an action of a plan. */
create table funding_actions (
  id uuid primary key default uuid_v7(),
  line_id uuid not null references funding_lines,
  action_id uuid not null references actions,
  plan_id uuid not null references plans,
  area_id uuid not null references areas,
  linked_by_hat uuid not null references hats,
  linked_at timestamptz not null,
  ended_at timestamptz
);
create unique index funding_actions_once on funding_actions (line_id, action_id) where ended_at is null;
create index funding_actions_action on funding_actions (action_id) where ended_at is null;

alter table clocks
  add foreign key (return_id) references project_returns,
  add foreign key (claim_id) references funding_claims,
  add foreign key (check_id) references provider_checks,
  add check ((kind = 'project_return') = (return_id is not null)),
  add check ((kind = 'funding_claim') = (claim_id is not null)),
  add check ((kind = 'due_diligence') = (check_id is not null)),
  add check (num_nonnulls(return_id, claim_id, check_id) = 0 or num_nonnulls(reference, path) = 2);
create unique index clocks_one_of_a_return on clocks (return_id) where stopped_on is null and return_id is not null;
create unique index clocks_one_of_a_claim on clocks (claim_id) where stopped_on is null and claim_id is not null;
create unique index clocks_one_of_a_check on clocks (check_id) where stopped_on is null and check_id is not null;

create function stop_project_clock(which uuid, is_cancelled boolean) returns void
security definer set search_path = public, pg_temp language sql as $$
  update clocks k set stopped_on = actor_today(),
         outcome = case when is_cancelled then 'cancelled' when actor_today() > k.due_on then 'missed' else 'met' end
   where k.stopped_on is null and (k.return_id = which or k.claim_id = which or k.check_id = which)
$$;

create function return_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.recorded_on is not null and old.recorded_on is null then perform stop_project_clock(new.id, false); end if;
  elsif new.recorded_on is null then
    insert into clocks (area_id, return_id, kind, owner_role, owner_organisation_id, started_on, due_on, reference, path)
    select new.area_id, new.id, 'project_return', 'agency_lead', p.owner_organisation_id, least(new.period_end, actor_today()), new.due_on,
           p.reference, '/plan/projects/' || p.id
      from projects p where p.id = new.project_id;
  end if;
  return null;
end $$;
create trigger kept_clock after insert or update of recorded_on on project_returns for each row execute function return_clock();

create function claim_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.made_on is not null and old.made_on is null then perform stop_project_clock(new.id, false); end if;
  elsif new.made_on is null then
    insert into clocks (area_id, claim_id, kind, owner_role, started_on, due_on, reference, path)
    select new.area_id, new.id, 'funding_claim', 'prevent_coordinator', least((new.edited_at at time zone 'Europe/London')::date, new.due_on), new.due_on,
           l.reference, '/plan/funding/lines/' || l.id
      from funding_lines l where l.id = new.line_id;
  end if;
  return null;
end $$;
create trigger kept_clock after insert or update of made_on on funding_claims for each row execute function claim_clock();

/* The newest check of a kind ends the wait for it; one that failed waits for nothing. */
create function check_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from provider_checks c where c.provider_id = new.provider_id and c.kind = new.kind and c.id <> new.id
               and (c.checked_on, c.recorded_at) > (new.checked_on, new.recorded_at)) then
    return null;
  end if;
  perform stop_project_clock(c.id, false) from provider_checks c where c.provider_id = new.provider_id and c.kind = new.kind and c.id <> new.id;
  if new.result <> 'failed' then
    insert into clocks (area_id, check_id, kind, owner_role, started_on, due_on, reference, path)
    select new.area_id, new.id, 'due_diligence', 'prevent_coordinator', new.checked_on, new.expires_on, p.reference, '/plan/projects/providers/' || p.id
      from providers p where p.id = new.provider_id;
  end if;
  return null;
end $$;
create trigger kept_clock after insert on provider_checks for each row execute function check_clock();

/* Every kind of check, the newest of each, passed and not run out. */
create function has_due_diligence(which uuid, on_day date) returns boolean
stable security definer set search_path = public, pg_temp language sql as $$
  select count(*) = 4 and bool_and(x.result <> 'failed' and x.expires_on >= on_day)
    from (select distinct on (c.kind) c.kind, c.result, c.expires_on from provider_checks c where c.provider_id = which
           order by c.kind, c.checked_on desc, c.recorded_at desc, c.id desc) x
$$;

create function project_goes_on() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if old.status in ('closed', 'withdrawn') then
    raise exception 'A project that is over stays as it was' using errcode = 'check_violation';
  end if;
  if new.status <> old.status and old.status || ' ' || new.status <> all (array[
       'idea outline', 'outline bid', 'bid approved', 'bid refused', 'refused bid', 'approved delivery', 'delivery evaluation', 'evaluation closed',
       'idea withdrawn', 'outline withdrawn', 'bid withdrawn', 'refused withdrawn', 'approved withdrawn', 'delivery withdrawn']) then
    raise exception 'A project does not go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  if new.status = 'delivery' and old.status <> 'delivery' and not has_due_diligence(new.provider_id, actor_today()) then
    raise exception 'Nothing is delivered without current due diligence' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger project_goes_on before update on projects for each row execute function project_goes_on();

create function project_moved() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into project_moves (project_id, area_id, from_status, to_status, moved_by_hat, moved_at)
  values (new.id, new.area_id, case when tg_op = 'UPDATE' then old.status end, new.status, new.edited_by_hat, new.edited_at);
  if new.status in ('withdrawn', 'closed') then
    perform stop_project_clock(r.id, true) from project_returns r where r.project_id = new.id and r.recorded_on is null;
  end if;
  return null;
end $$;
create trigger moved_first after insert on projects for each row execute function project_moved();
create trigger moved_again after update of status on projects for each row when (new.status <> old.status) execute function project_moved();

/* Not even by whoever owns the table. */
create function entry_stays() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  raise exception 'An entry of the ledger stays; it is put right by its opposite.' using errcode = 'PC001';
end $$;
create trigger entry_stays before update or delete on funding_entries for each row execute function entry_stays();

/* A counter-entry is the whole opposite of one entry, and nothing is given out that the line does not have. */
create function entry_adds_up() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  was funding_entries;
begin
  if new.corrects_id is not null then
    select * into was from funding_entries e where e.id = new.corrects_id;
    if was.corrects_id is not null or (was.line_id, was.kind, -was.pence) is distinct from (new.line_id, new.kind, new.pence)
       or (was.project_id, was.post_id) is distinct from (new.project_id, new.post_id) then
      raise exception 'A counter-entry is the opposite of what it puts right' using errcode = 'check_violation';
    end if;
  end if;
  if new.kind in ('budget', 'allocated') then
    perform pg_advisory_xact_lock(hashtextextended(new.line_id::text, 34));
    if (select coalesce(sum(case when e.kind = 'budget' then e.pence else -e.pence end), 0)
          from funding_entries e where e.line_id = new.line_id and e.kind in ('budget', 'allocated'))
       + (case when new.kind = 'budget' then new.pence else -new.pence end) < 0 then
      raise exception 'More would be given out than the line has' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger entry_adds_up before insert on funding_entries for each row execute function entry_adds_up();

do $$
declare
  f text;
  t text;
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
  covered text := '(%1$I.area_id = (select actor_area()) or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = %1$I.partnership_id), false))';
  own_partnership text := '(%1$I.partnership_id is null or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = %1$I.partnership_id), false))';
  of_project text := 'coalesce((select true from projects j where j.id = %1$I.project_id), false)';
  of_line text := 'coalesce((select true from funding_lines l where l.id = %1$I.line_id), false)';
begin
  foreach f in array array['stop_project_clock(uuid, boolean)', 'return_clock()', 'claim_clock()', 'check_clock()', 'has_due_diligence(uuid, date)',
                           'project_goes_on()', 'project_moved()', 'entry_adds_up()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach t in array array['providers', 'provider_checks', 'projects', 'project_moves', 'project_bids', 'project_actions', 'project_measures', 'project_returns',
                           'project_counts', 'funding_lines', 'funding_posts', 'funding_entries', 'funding_claims', 'funding_actions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper, casebook_app', t);
    if t <> 'project_moves' then
      execute format('grant insert on %I to casebook_app', t);
    end if;
  end loop;

  -- Projects: all of them for those who oversee, their own for partners, those that were approved for those above.
  execute format('create policy readers on projects for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'') and ' || covered || ')', 'projects');
  execute format('create policy owners on projects for select using ((select actor_role()) = ''agency_lead'' and owner_organisation_id = (select actor_organisation()) and ' || covered || ')', 'projects');
  execute format('create policy gold_reads_what_is_approved on projects for select using ((select actor_role()) = ''gold_reader'' and status in (''approved'', ''delivery'', ''evaluation'', ''closed'') and ' || covered || ')', 'projects');
  execute format('create policy kept on projects for insert with check (' || keeper || ' and ' || own_partnership || ')', 'projects');
  execute format('create policy kept_current on projects for update using (' || keeper || ') with check (' || keeper || ' and ' || own_partnership || ')', 'projects');
  foreach t in array array['project_moves', 'project_actions', 'project_measures', 'project_returns'] loop
    execute format('create policy follows_its_project on %1$I for select using (' || of_project || ')', t);
  end loop;
  foreach t in array array['project_bids', 'project_actions', 'project_measures', 'project_returns'] loop
    execute format('create policy kept on %1$I for insert with check (' || keeper || ' and coalesce((select j.area_id = %1$I.area_id from projects j where j.id = %1$I.project_id), false))', t);
  end loop;
  foreach t in array array['project_bids', 'project_actions', 'project_measures'] loop
    execute format('create policy kept_current on %1$I for update using (' || keeper || ')', t);
  end loop;
  execute format('create policy reports on %1$I for update using (recorded_on is null and (select actor_role()) in (''prevent_coordinator'', ''agency_lead'')
    and ((select actor_role()) = ''agency_lead'' or area_id = (select actor_area())) and ' || of_project || ') with check (recorded_by_hat = (select actor_hat()))', 'project_returns');

  -- The counts themselves: for whoever keeps or delivers the project. Everybody else has what the return shows.
  execute format('create policy counters on %1$I for select using ((select actor_role()) in (''prevent_coordinator'', ''agency_lead'') and ' || of_project || ')', 'project_counts');
  execute format('create policy counted on %1$I for insert with check ((select actor_role()) in (''prevent_coordinator'', ''agency_lead'')
    and ((select actor_role()) = ''agency_lead'' or area_id = (select actor_area()))
    and coalesce((select r.project_id = %1$I.project_id and r.area_id = %1$I.area_id and r.recorded_on is null from project_returns r where r.id = %1$I.return_id), false))', 'project_counts');

  -- Who delivers, and whether they were looked into.
  execute 'create policy readers on providers for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'') and area_id = (select actor_area()))';
  execute 'create policy delivers_what_is_seen on providers for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'', ''agency_lead'', ''gold_reader'')
    and exists (select from projects j where j.provider_id = providers.id))';
  execute 'create policy kept on providers for insert with check (' || keeper || ')';
  execute 'create policy readers on provider_checks for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'') and area_id = (select actor_area()))';
  execute 'create policy kept on provider_checks for insert with check (' || keeper || ')';

  -- Money: written by the co-ordinator, read by steering group and Gold; partners see what their own projects have.
  execute format('create policy money_of_it on %1$I for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''gold_reader'', ''agency_lead'') and ' || of_project || ')', 'project_bids');
  execute format('create policy money on funding_lines for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''gold_reader'') and ' || covered || ')', 'funding_lines');
  execute format('create policy kept on funding_lines for insert with check (' || keeper || ' and ' || own_partnership || ')', 'funding_lines');
  foreach t in array array['funding_posts', 'funding_entries', 'funding_claims', 'funding_actions'] loop
    execute format('create policy money on %1$I for select using (' || of_line || ')', t);
    execute format('create policy kept on %1$I for insert with check (' || keeper || ' and coalesce((select l.area_id = %1$I.area_id from funding_lines l where l.id = %1$I.line_id), false))', t);
  end loop;
  foreach t in array array['funding_posts', 'funding_claims', 'funding_actions'] loop
    execute format('create policy kept_current on %1$I for update using (' || keeper || ')', t);
  end loop;
  execute format('create policy of_their_own on %1$I for select using ((select actor_role()) = ''agency_lead'' and project_id is not null and ' || of_project || ')', 'funding_entries');
end $$;

grant insert on project_moves to casebook_keeper;
grant execute on function stop_project_clock(uuid, boolean), has_due_diligence(uuid, date) to casebook_keeper;
grant update (title, summary, objective, ideologies, target_group, basis, basis_words, recommendation_id, risk_id, owner_organisation_id, provider_id, status,
              outline, outline_group, outline_on, answer, answer_reasons, answer_on, funder, bid_on, decision_reasons, decided_on, starts_on, ends_on,
              delivery_plan, safeguarding, evaluation_method, findings, lessons, closed_on, withdrawn_because, withdrawn_on, edited_by_hat, edited_at, version)
  on projects to casebook_app;
grant update (awarded_pence) on project_bids to casebook_app;
grant update (ended_at) on project_actions, funding_actions to casebook_app;
grant update (actual, actual_on, version, edited_by_hat, edited_at) on project_measures to casebook_app;
grant update (recorded_on, progress, shown, recorded_by_hat) on project_returns to casebook_app;
grant update (title, state, from_on, to_on, cost_pence, note, version, edited_by_hat, edited_at) on funding_posts to casebook_app;
grant update (made_on, made_pence, paid_on, paid_pence, version, edited_by_hat, edited_at) on funding_claims to casebook_app;

create policy return_readers on clocks for select
  using (return_id is not null and coalesce((select true from project_returns r where r.id = clocks.return_id), false));
create policy claim_readers on clocks for select
  using (claim_id is not null and coalesce((select true from funding_claims c where c.id = clocks.claim_id), false));
create policy check_readers on clocks for select
  using (check_id is not null and coalesce((select true from provider_checks c where c.id = clocks.check_id), false));

-- The days of the plan and its registers are counted with those, and not among the cases.
create or replace function stats_due(today date) returns table (measure text, n bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  select 'reviews_due', count(*) from reviews r where r.area_id = actor_area() and r.held_on is null and r.due_on between today and today + 91
  union all
  select 'reviews_overdue', count(*) from reviews r where r.area_id = actor_area() and r.held_on is null and r.due_on < today
  union all
  select 'clocks_overdue', count(*) from clocks c where c.area_id = actor_area() and c.stopped_on is null and c.paused_on is null and c.due_on < today
     and c.kind not in ('review_6m', 'review_12m', 'plan_action', 'risk_review', 'profile_refresh') and c.path is null
$$;
