-- A plan that comes from a spreadsheet: the file as it was read until it is imported, and afterwards what it wrote, so
-- that it can be taken back whole. Nothing here knows a person or a case.

create table plan_imports (
  id uuid primary key,
  plan_id uuid not null,
  area_id uuid not null,
  name text not null,                                -- of the file
  kind text not null check (kind in ('xlsx', 'ods', 'csv')),
  bytes int not null,
  sha256 text not null,
  sealed bytea,                                      -- its cells; gone once it is imported or thrown away
  rows int not null check (rows between 1 and 5000),
  status text not null default 'waiting' check (status in ('waiting', 'imported', 'undone', 'discarded', 'lapsed')),
  mapping jsonb,                                     -- which column is which, and what a silent row says
  headings jsonb,                                    -- the same by heading, for the next file
  choices jsonb not null default '{}',               -- what names that the plan does not know stand for
  added int,
  changed int,
  left_out int,
  uploaded_by_hat uuid not null references hats,
  uploaded_at timestamptz not null,
  imported_by_hat uuid references hats,
  imported_at timestamptz,
  undone_by_hat uuid references hats,
  undone_at timestamptz,
  version int not null default 1,
  retention_class text not null default 'governance_document',
  dispose_on date,
  unique (id, area_id),
  foreign key (plan_id, area_id) references plans (id, area_id),
  constraint kept_only_while_it_waits check ((status = 'waiting') = (sealed is not null)),
  constraint imported_by_somebody check ((status in ('imported', 'undone')) = (num_nonnulls(imported_by_hat, imported_at, added, changed, left_out) = 5)),
  constraint undone_by_somebody check ((status = 'undone') = (num_nonnulls(undone_by_hat, undone_at) = 2))
);
create index plan_imports_plan on plan_imports (plan_id, uploaded_at desc);
create index plan_imports_remembered on plan_imports (area_id, uploaded_at desc) where headings is not null;
create index plan_imports_waiting on plan_imports (uploaded_at) where status = 'waiting';

/* What an import wrote, in which state it left each action, and what was there before. The action itself may be gone again. */
create table plan_import_rows (
  import_id uuid not null,
  action_id uuid not null,
  area_id uuid not null,
  row int not null,
  reference text not null,
  was jsonb,                                         -- nothing where the import added it
  action_version int not null,
  standing_version int not null,
  primary key (import_id, action_id),
  foreign key (import_id, area_id) references plan_imports (id, area_id)
);

-- What hangs from an action is looked for by it as the action goes, once for each of perhaps thousands.
create index clocks_of_action on clocks (action_id) where action_id is not null;
create index plan_escalations_of_action on plan_escalations (action_id);
create index plan_dependencies_of_action on plan_dependencies (action_id);
create index plan_dependencies_on_action on plan_dependencies (needs_id);
create index plan_actuals_of_action on plan_actuals (action_id);
create index plan_snapshot_actions_of_action on plan_snapshot_actions (action_id);
create index risk_actions_of_action on risk_actions (action_id);
create index recommendation_actions_of_action on recommendation_actions (action_id);

do $$
declare
  t text;
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
begin
  foreach t in array array['plan_imports', 'plan_import_rows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
    execute format('create policy kept_reads on %I for select using (' || keeper || ')', t);
    execute format('create policy kept on %I for insert with check (' || keeper || ')', t);
  end loop;
  execute 'create policy kept_current on plan_imports for update using (' || keeper || ')';
end $$;
create policy timer on plan_imports using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
grant update (sealed, status, mapping, headings, choices, added, changed, left_out, imported_by_hat, imported_at, version) on plan_imports to casebook_app;

/* Takes an import back, all of it or nothing: what it added goes, what it changed is as it was. */
create function undo_plan_import(which uuid) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  i plan_imports;
  touched text;
begin
  if coalesce(actor_role(), '') <> 'prevent_coordinator' then
    raise exception 'Only the co-ordinator of the plan can undo an import.' using errcode = 'PC001';
  end if;
  select * into i from plan_imports x where x.id = which and x.area_id = actor_area() and x.status = 'imported' for update;
  if not found then
    raise exception 'This import has been undone already, or was never made.' using errcode = 'PC001';
  end if;
  perform from actions a join plan_import_rows r on r.action_id = a.id where r.import_id = which order by a.id for update of a;
  perform from plan_actions p join plan_import_rows r using (action_id) where r.import_id = which order by p.action_id for update of p;
  select string_agg(x.reference, ', ') into touched from (
    select r.reference from plan_import_rows r
      left join actions a on a.id = r.action_id
      left join plan_actions p on p.action_id = r.action_id and p.plan_id = i.plan_id
     where r.import_id = which and (a.version, p.version) is distinct from (r.action_version, r.standing_version)
     order by r.row limit 5) x;
  if touched is not null then
    raise exception 'The import cannot be undone, since somebody has changed what it wrote: %.', touched using errcode = 'PC001';
  end if;

  delete from plan_updates u using plan_import_rows r where r.import_id = which and u.action_id = r.action_id and (u.updated_at = i.imported_at or r.was is null);
  delete from action_extensions e using plan_import_rows r where r.import_id = which and e.action_id = r.action_id and e.extended_at = i.imported_at;
  delete from plan_escalations e using plan_import_rows r where r.import_id = which and e.action_id = r.action_id and e.raised_at = i.imported_at;
  update plan_escalations e set ended_at = null from plan_import_rows r where r.import_id = which and e.action_id = r.action_id and e.ended_at = i.imported_at;
  delete from plan_action_contributors c using plan_import_rows r where r.import_id = which and c.action_id = r.action_id;

  delete from clocks k using plan_import_rows r where r.import_id = which and r.was is null and k.action_id = r.action_id;
  delete from plan_actions p using plan_import_rows r where r.import_id = which and r.was is null and p.action_id = r.action_id;
  delete from actions a using plan_import_rows r where r.import_id = which and r.was is null and a.id = r.action_id;

  update actions a set title = o.title, owner_organisation_id = o.owner_organisation_id, starts_on = o.starts_on,
         due_on = o.due_on, status = o.status, done_on = o.done_on, version = a.version + 1
    from plan_import_rows r, jsonb_populate_record(null::actions, r.was -> 'action') o
   where r.import_id = which and r.was is not null and a.id = r.action_id;
  update plan_actions p set theme_id = o.theme_id, objective = o.objective, owner_role = o.owner_role, priority = o.priority,
         workstream = o.workstream, proportionality = o.proportionality, cohesion_impact = o.cohesion_impact,
         evidence_basis = o.evidence_basis, benchmarks = o.benchmarks, for_areas = o.for_areas, rag = o.rag,
         rag_reason = o.rag_reason, recovery_plan = o.recovery_plan, evidence = o.evidence, is_stale = o.is_stale,
         percent = o.percent, last_update_on = o.last_update_on, edited_by_hat = o.edited_by_hat, edited_at = o.edited_at,
         version = p.version + 1
    from plan_import_rows r, jsonb_populate_record(null::plan_actions, r.was -> 'plan_action') o
   where r.import_id = which and r.was is not null and p.action_id = r.action_id;
  insert into plan_action_contributors (action_id, organisation_id, plan_id, area_id)
  select r.action_id, o.id::uuid, i.plan_id, i.area_id
    from plan_import_rows r, jsonb_array_elements_text(r.was -> 'contributors') o (id)
   where r.import_id = which and r.was is not null;

  update plan_imports set status = 'undone', undone_by_hat = actor_hat(), version = version + 1,
         undone_at = coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
   where id = which;
exception when foreign_key_violation then
  raise exception 'The import cannot be undone, since something of the plan hangs from an action that it added.' using errcode = 'PC001';
end $$;
alter function undo_plan_import(uuid) owner to casebook_keeper;
revoke execute on function undo_plan_import(uuid) from public;
grant execute on function undo_plan_import(uuid) to casebook_app;
grant update (status, undone_by_hat, undone_at, version) on plan_imports to casebook_keeper;
grant update (title, owner_organisation_id, starts_on, due_on, status, done_on, version) on actions to casebook_keeper;
grant update on plan_actions to casebook_keeper;
grant update (ended_at) on plan_escalations to casebook_keeper;
grant delete on actions, plan_actions, plan_escalations to casebook_keeper;
grant delete on plan_updates, action_extensions, clocks to casebook_keeper;
grant insert, delete on plan_action_contributors to casebook_keeper;
