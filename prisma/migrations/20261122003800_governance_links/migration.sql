-- What a board is asked for is linked to the body that it is: reports put to it, plans that it approves, its actions with
-- their clocks, and its meetings where they show an answer. Nothing here knows a person or a case.

/* A report is put to a body of its own area. The name stays as it was printed; what is older has a name alone. */
alter table board_reports
  add column body_id uuid,
  add foreign key (body_id, area_id) references governance_bodies (id, area_id);
create index board_reports_body on board_reports (body_id, added_at desc) where body_id is not null;
grant update (body_id) on board_reports to casebook_app;

alter table plan_submissions
  add column body_id uuid,
  add foreign key (body_id, area_id) references governance_bodies (id, area_id);
create index plan_submissions_body on plan_submissions (body_id, submitted_on desc) where body_id is not null;

/* 0.11: a report that was put to a body and sent is an item of its agenda. */
alter table governance_items
  add column report_id uuid references board_reports;
create index governance_items_report on governance_items (report_id) where report_id is not null;
drop index governance_items_once;
create unique index governance_items_once on governance_items (meeting_id, kind, coalesce(escalation_id, action_id, risk_id, earlier_item_id, report_id))
  where taken_off_at is null and coalesce(escalation_id, action_id, risk_id, earlier_item_id, report_id) is not null;

create function report_goes_to_its_body() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.kind <> 'report' or not exists (select from board_reports r where r.id = new.report_id and r.body_id = new.body_id and r.status <> 'draft') then
    raise exception '0.11: a report goes on the agenda of the body that it was sent to' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger report_goes_to_its_body before insert on governance_items for each row
  when (new.report_id is not null) execute function report_goes_to_its_body();

/* An action that a body asked for runs by a day of its own, like those of the plan. */
alter table clocks add column body_id uuid references governance_bodies;
do $$
declare
  kinds text;
  one record;
begin
  select string_agg(distinct quote_literal(kind), ', ') into kinds from (
    select (regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''::text', 'g'))[1] as kind
      from pg_constraint k where k.conrelid = 'clocks'::regclass and k.conname = 'clocks_kind_check'
    union select 'board_action') x;
  alter table clocks drop constraint clocks_kind_check;
  execute format('alter table clocks add constraint clocks_kind_check check (kind in (%s))', kinds);
  for one in select conname, pg_get_expr(conbin, conrelid) as said from pg_constraint k where k.conrelid = 'clocks'::regclass and k.contype = 'c'
              and pg_get_constraintdef(k.oid) like '%referral_id IS NOT NULL%panel_meeting%' loop
    execute format('alter table clocks drop constraint %I', one.conname);
    execute format('alter table clocks add check (%s or body_id is not null)', one.said);
  end loop;
  for one in select conname from pg_constraint k where k.conrelid = 'clocks'::regclass and k.contype = 'c'
              and pg_get_constraintdef(k.oid) like '%case_action%plan_action%action_id IS NOT NULL%' loop
    execute format('alter table clocks drop constraint %I', one.conname);
  end loop;
end $$;
alter table clocks
  add check ((kind in ('case_action', 'plan_action', 'board_action')) = (action_id is not null)),
  add check ((kind = 'board_action') = (body_id is not null)),
  add check (body_id is null or num_nonnulls(action_id, reference, path) = 3);

create policy board_readers on clocks for select
  using (body_id is not null and coalesce((select true from actions a where a.id = clocks.action_id), false));

create or replace function action_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  is_open boolean := new.status in ('not_started', 'in_progress');
  was_open boolean := tg_op = 'UPDATE' and old.status in ('not_started', 'in_progress');
begin
  if tg_op = 'UPDATE' and was_open and not is_open then
    perform stop_own_clock(new.id, new.status = 'cancelled', coalesce(new.done_on, actor_today()));
  elsif is_open and was_open and new.owner_hat_id is distinct from old.owner_hat_id and new.due_on = old.due_on then
    update clocks k set owner_hat_id = new.owner_hat_id, owner_organisation_id = new.owner_organisation_id
     where k.action_id = new.id and k.stopped_on is null;
  elsif is_open and was_open and new.due_on <> old.due_on then
    -- More time is a new clock: what was said of the old day stays said, and the new day is said in its turn.
    if exists (select from clocks k where k.action_id = new.id and k.stopped_on is null and k.due_on = new.due_on) then return null; end if;
    perform stop_own_clock(new.id, old.due_on >= actor_today(), actor_today());
    was_open := false;
  end if;
  if is_open and not was_open then
    insert into clocks (area_id, case_id, plan_id, action_id, body_id, reference, path, kind, owner_role, owner_hat_id, owner_organisation_id, started_on, due_on)
    values (new.area_id, new.case_id, new.plan_id, new.id, new.body_id,
            (select b.name from governance_bodies b where b.id = new.body_id), case when new.body_id is not null then '/actions/' || new.id end,
            case new.kind when 'plan' then 'plan_action' when 'governance' then 'board_action' else 'case_action' end,
            coalesce((select h.role from hats h where h.id = new.owner_hat_id), case when new.kind in ('plan', 'governance') then 'agency_lead' else 'coordinator' end),
            new.owner_hat_id, new.owner_organisation_id, least((new.added_at at time zone 'Europe/London')::date, new.due_on), new.due_on)
    on conflict do nothing;
  end if;
  return null;
end $$;

/* A meeting that shows how an answer of a self-assessment came about. */
alter table benchmark_evidence add column meeting_id uuid references governance_meetings;
do $$
declare kinds text;
begin
  select string_agg(distinct quote_literal(kind), ', ') into kinds from (
    select (regexp_matches(pg_get_constraintdef(k.oid), '''(\w+)''::text', 'g'))[1] as kind
      from pg_constraint k where k.conrelid = 'benchmark_evidence'::regclass and k.conname = 'benchmark_evidence_kind_check'
    union select 'meeting') x;
  alter table benchmark_evidence drop constraint benchmark_evidence_kind_check;
  execute format('alter table benchmark_evidence add constraint benchmark_evidence_kind_check check (kind in (%s))', kinds);
  execute 'alter function report_goes_to_its_body() owner to casebook_keeper';
  execute 'revoke execute on function report_goes_to_its_body() from public';
end $$;
alter table benchmark_evidence add constraint links_a_meeting check ((meeting_id is not null) = (kind = 'meeting'));
-- Nobody links what they may not see, and a meeting of another area shows nothing of this one.
create policy meeting_is_seen on benchmark_evidence as restrictive for insert to casebook_app
  with check (meeting_id is null or coalesce((select m.area_id = benchmark_evidence.area_id and m.status = 'held'
                                                from governance_meetings m where m.id = benchmark_evidence.meeting_id), false));

-- What runs already gets its clock.
set role casebook_keeper;
insert into clocks (area_id, action_id, body_id, reference, path, kind, owner_role, owner_hat_id, owner_organisation_id, started_on, due_on)
select a.area_id, a.id, a.body_id, b.name, '/actions/' || a.id, 'board_action', coalesce((select h.role from hats h where h.id = a.owner_hat_id), 'agency_lead'),
       a.owner_hat_id, a.owner_organisation_id, least((a.added_at at time zone 'Europe/London')::date, a.due_on), a.due_on
  from actions a join governance_bodies b on b.id = a.body_id where a.status in ('not_started', 'in_progress')
on conflict do nothing;
reset role;
