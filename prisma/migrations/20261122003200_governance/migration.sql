-- Who oversees the plan: bodies in a tree, their meetings, what goes up from one to the next, and what of it is public.
-- Nothing here knows a person or a case.

/* A body of the partnership (8.3). One may be over several areas, as a steering group of city and county is (3.5). */
create table governance_bodies (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,            -- whose co-ordinator keeps it
  partnership_id uuid references partnerships,       -- whose areas it is over
  parent_id uuid references governance_bodies,
  kind text not null check (kind in ('gold', 'steering', 'practitioner', 'community_safety', 'scrutiny', 'cabinet_member', 'other')),
  name text not null,
  purpose text not null,
  powers text[] not null default '{}' check (powers <@ array['approve_plan', 'approve_strategy', 'accept_risk', 'challenge', 'commission', 'escalate', 'update_actions', 'scrutinise', 'align']),
  frequency text not null check (frequency in ('monthly', 'two_monthly', 'quarterly', 'half_yearly', 'yearly', 'as_called')),
  ended_on date,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  version int not null default 1,
  unique (id, area_id),
  constraint under_another check (parent_id <> id)
);
create unique index governance_bodies_name on governance_bodies (area_id, lower(name)) where ended_on is null;
create index governance_bodies_partnership on governance_bodies (partnership_id) where partnership_id is not null;
create index governance_bodies_parent on governance_bodies (parent_id) where parent_id is not null;

/* What a body is for, in its own words. Each version is written once, and those before it stay. */
create table governance_terms (
  id uuid primary key default uuid_v7(),
  body_id uuid not null,
  area_id uuid not null,
  number int not null,
  body_text text not null,
  adopted_on date not null,
  adopted_by text not null,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null,
  unique (body_id, number),
  foreign key (body_id, area_id) references governance_bodies (id, area_id)
);

/* Who sits on a body: a hat where they have an account here, and a post and a name where they have none. */
create table governance_members (
  id uuid primary key default uuid_v7(),
  body_id uuid not null,
  area_id uuid not null,
  role text not null check (role in ('chair', 'member', 'adviser', 'secretary')),
  organisation_id uuid not null references organisations,
  hat_id uuid references hats,
  name text not null,
  post text not null,
  deputy_name text,
  deputy_hat_id uuid references hats,
  from_on date not null,
  until_on date,
  end_noticed_on date,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  version int not null default 1,
  unique (id, body_id),
  foreign key (body_id, area_id) references governance_bodies (id, area_id),
  constraint a_term_ends_after_it_begins check (until_on >= from_on),
  constraint a_deputy_has_a_name check (deputy_hat_id is null or deputy_name is not null),
  constraint nobody_is_their_own_deputy check (deputy_hat_id <> hat_id)
);
create index governance_members_body on governance_members (body_id, from_on);
create index governance_members_hat on governance_members (hat_id, body_id) where hat_id is not null;
create index governance_members_deputy on governance_members (deputy_hat_id, body_id) where deputy_hat_id is not null;
create index governance_members_ends on governance_members (until_on) where until_on is not null and end_noticed_on is null;

create table governance_meetings (
  id uuid primary key default uuid_v7(),
  body_id uuid not null,
  area_id uuid not null,
  starts_at timestamptz not null,
  place text not null,
  link text,
  series_on date,                                    -- the day that the cycle gave it, wherever it was moved to
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  cancelled_because text,
  minutes_text text,                                 -- as they were approved
  minutes_approved_at_id uuid,
  minutes_approved_by text,
  minutes_approved_by_hat uuid references hats,
  minutes_approved_on date,
  called_by_hat uuid not null references hats,
  called_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  version int not null default 1,
  unique (id, body_id),
  foreign key (body_id, area_id) references governance_bodies (id, area_id),
  foreign key (minutes_approved_at_id, body_id) references governance_meetings (id, body_id),
  constraint cancelled_for_a_reason check ((status = 'cancelled') = (cancelled_because is not null)),
  constraint approved_as_a_whole check (num_nonnulls(minutes_text, minutes_approved_at_id, minutes_approved_by, minutes_approved_by_hat, minutes_approved_on) in (0, 5)),
  constraint approved_at_another_meeting check (minutes_approved_at_id <> id),
  constraint minutes_of_what_was_held check (minutes_text is null or status = 'held')
);
create unique index governance_meetings_series on governance_meetings (body_id, series_on);
create index governance_meetings_body on governance_meetings (body_id, starts_at);
create index governance_meetings_area on governance_meetings (area_id, starts_at);

/* What goes up: a question with its options, and the answer that comes back (4.2). */
create table governance_escalations (
  id uuid primary key default uuid_v7(),
  area_id uuid not null,
  from_body_id uuid not null,
  to_body_id uuid not null references governance_bodies,
  action_id uuid references actions,
  risk_id uuid references risks,
  item_id uuid,                                      -- of a meeting of the body that asks
  title text not null,
  question text not null,
  options text not null,
  recommendation text not null,
  raised_by_hat uuid not null references hats,
  raised_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  answer text,
  answer_reasons text,
  answered_at_id uuid,                               -- the meeting that answered
  answered_by_hat uuid references hats,
  answered_at timestamptz,
  withdrawn_because text,
  withdrawn_at timestamptz,
  version int not null default 1,
  foreign key (from_body_id, area_id) references governance_bodies (id, area_id),
  foreign key (answered_at_id, to_body_id) references governance_meetings (id, body_id),
  constraint about_one_thing check (num_nonnulls(action_id, risk_id, item_id) = 1),
  constraint answered_with_reasons check (num_nonnulls(answer, answer_reasons, answered_at_id, answered_by_hat, answered_at) = case when state = 'answered' then 5 else 0 end),
  constraint withdrawn_for_a_reason check (num_nonnulls(withdrawn_because, withdrawn_at) = case when state = 'withdrawn' then 2 else 0 end)
);
create unique index governance_escalations_action on governance_escalations (action_id, to_body_id) where state = 'open' and action_id is not null;
create unique index governance_escalations_risk on governance_escalations (risk_id, to_body_id) where state = 'open' and risk_id is not null;
create unique index governance_escalations_item on governance_escalations (item_id, to_body_id) where state = 'open' and item_id is not null;
create index governance_escalations_to on governance_escalations (to_body_id, raised_at desc);
create index governance_escalations_from on governance_escalations (from_body_id, raised_at desc);
create index governance_escalations_of_action on governance_escalations (action_id) where action_id is not null;

/* What a meeting deals with, and what came of it. */
create table governance_items (
  id uuid primary key default uuid_v7(),
  meeting_id uuid not null,
  body_id uuid not null,
  area_id uuid not null,
  position int not null,
  kind text not null check (kind in ('minutes', 'matters_arising', 'escalation', 'red_action', 'stale_action', 'risk_review', 'report', 'other')),
  title text not null,
  detail text,
  action_id uuid references actions,
  risk_id uuid references risks,
  escalation_id uuid references governance_escalations,
  earlier_item_id uuid references governance_items,
  is_exempt boolean not null,
  note text,
  decision_kind text check (decision_kind in ('noted', 'agreed', 'approved', 'referred', 'escalated', 'not_agreed')),
  decision text,
  decided_by_hat uuid references hats,
  decided_at timestamptz,
  taken_off_because text,
  taken_off_at timestamptz,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  version int not null default 1,
  unique (id, meeting_id),
  foreign key (meeting_id, body_id) references governance_meetings (id, body_id),
  foreign key (body_id, area_id) references governance_bodies (id, area_id),
  constraint decided_as_a_whole check (num_nonnulls(decision_kind, decision, decided_by_hat, decided_at) in (0, 4)),
  constraint taken_off_for_a_reason check (num_nonnulls(taken_off_because, taken_off_at) in (0, 2)),
  constraint what_was_decided_stays_on check (taken_off_at is null or decided_at is null)
);
create index governance_items_meeting on governance_items (meeting_id, position);
create unique index governance_items_once on governance_items (meeting_id, kind, coalesce(escalation_id, action_id, risk_id, earlier_item_id))
  where taken_off_at is null and coalesce(escalation_id, action_id, risk_id, earlier_item_id) is not null;
create index governance_items_escalation on governance_items (escalation_id) where escalation_id is not null;
alter table governance_escalations add foreign key (item_id) references governance_items;

create table governance_papers (
  id uuid primary key default uuid_v7(),
  item_id uuid not null,
  meeting_id uuid not null,
  body_id uuid not null,
  area_id uuid not null,
  title text not null,
  marking text not null check (marking in ('official', 'official_sensitive')),
  link text,
  body_text text,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  withdrawn_because text,
  withdrawn_at timestamptz,
  foreign key (item_id, meeting_id) references governance_items (id, meeting_id),
  foreign key (meeting_id, body_id) references governance_meetings (id, body_id),
  foreign key (body_id, area_id) references governance_bodies (id, area_id),
  constraint text_or_link check (num_nonnulls(link, body_text) = 1),
  constraint paper_withdrawn_for_a_reason check (num_nonnulls(withdrawn_because, withdrawn_at) in (0, 2))
);
create index governance_papers_meeting on governance_papers (meeting_id, item_id);

create table governance_attendance (
  meeting_id uuid not null,
  member_id uuid not null,
  body_id uuid not null,
  area_id uuid not null,
  state text not null check (state in ('present', 'deputy', 'apologies', 'absent')),
  noted_by_hat uuid not null references hats,
  noted_at timestamptz not null,
  primary key (meeting_id, member_id),
  foreign key (meeting_id, body_id) references governance_meetings (id, body_id),
  foreign key (member_id, body_id) references governance_members (id, body_id),
  foreign key (body_id, area_id) references governance_bodies (id, area_id)
);
create index governance_attendance_member on governance_attendance (member_id);

/* What is said afterwards of what cannot be changed any more: minutes that were approved, an answer that was given. */
create table governance_addenda (
  id uuid primary key default uuid_v7(),
  body_id uuid not null,                             -- whose minutes, or whose answer
  area_id uuid not null,
  meeting_id uuid,
  escalation_id uuid references governance_escalations,
  text text not null,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null,
  foreign key (meeting_id, body_id) references governance_meetings (id, body_id),
  foreign key (body_id, area_id) references governance_bodies (id, area_id),
  constraint of_one_thing check (num_nonnulls(meeting_id, escalation_id) = 1)
);
create index governance_addenda_meeting on governance_addenda (meeting_id, written_at) where meeting_id is not null;
create index governance_addenda_escalation on governance_addenda (escalation_id, written_at) where escalation_id is not null;

/* 2.8: a decision as the public reads it. Its words are those of the minutes, and no others. */
create table governance_publications (
  item_id uuid primary key references governance_items,
  meeting_id uuid not null,
  body_id uuid not null,
  area_id uuid not null,
  body_name text not null,
  held_on date not null,
  title text not null,
  decision_kind text not null,
  decision text not null,
  published_by_hat uuid not null references hats,
  published_at timestamptz not null,
  withdrawn_because text,
  withdrawn_by_hat uuid references hats,
  withdrawn_at timestamptz,
  foreign key (item_id, meeting_id) references governance_items (id, meeting_id),
  foreign key (meeting_id, body_id) references governance_meetings (id, body_id),
  foreign key (body_id, area_id) references governance_bodies (id, area_id),
  constraint publication_withdrawn_for_a_reason check (num_nonnulls(withdrawn_because, withdrawn_by_hat, withdrawn_at) in (0, 3))
);
create index governance_publications_held on governance_publications (held_on desc, item_id) where withdrawn_at is null;

-- What a body asks for goes to the one tracker.
do $$
declare
  c record;
begin
  for c in select conname from pg_constraint k where k.conrelid = 'actions'::regclass and k.contype = 'c'
             and pg_get_constraintdef(k.oid) like '%support%panel%plan%' loop
    execute format('alter table actions drop constraint %I', c.conname);
  end loop;
end $$;
alter table actions
  add column body_id uuid references governance_bodies,
  add column governance_item_id uuid references governance_items,
  add constraint actions_kind_check check (kind in ('support', 'panel', 'plan', 'governance')),
  add constraint actions_of_a_body check ((kind = 'governance') = (body_id is not null and governance_item_id is not null)),
  add constraint actions_of_a_body_alone check (num_nonnulls(body_id, governance_item_id) in (0, 2));
create index actions_body on actions (body_id, due_on) where body_id is not null;
create index actions_governance_item on actions (governance_item_id) where governance_item_id is not null;

/* What a body asked for is looked at again at its next meeting, and needs no clock besides. */
create or replace function action_clock() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  is_open boolean := new.status in ('not_started', 'in_progress');
  was_open boolean := tg_op = 'UPDATE' and old.status in ('not_started', 'in_progress');
begin
  if new.kind = 'governance' then return null; end if;
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
    insert into clocks (area_id, case_id, plan_id, action_id, kind, owner_role, owner_hat_id, owner_organisation_id, started_on, due_on)
    values (new.area_id, new.case_id, new.plan_id, new.id, case when new.kind = 'plan' then 'plan_action' else 'case_action' end,
            coalesce((select h.role from hats h where h.id = new.owner_hat_id), case when new.kind = 'plan' then 'agency_lead' else 'coordinator' end),
            new.owner_hat_id, new.owner_organisation_id, least((new.added_at at time zone 'Europe/London')::date, new.due_on), new.due_on)
    on conflict do nothing;
  end if;
  return null;
end $$;

/* Whether a body above is over every area of the one below, so that whoever reads the one knows of the other. */
create function is_over(upper_id uuid, lower_area uuid, lower_partnership uuid) returns boolean
security definer set search_path = public, pg_temp stable language sql as $$
  select exists (select from governance_bodies u where u.id = upper_id and (u.area_id = lower_area or not exists (
    select from (select lower_area as area_id union select a.area_id from partnership_areas a where a.partnership_id = lower_partnership) below
     where not exists (select from partnership_areas x where x.partnership_id = u.partnership_id and x.area_id = below.area_id))))
$$;

/* The tree has no circles, and nobody hangs a body under one of another partnership's. */
create function bodies_make_a_tree() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.parent_id is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('governance_bodies', 8));
  if exists (
    with recursive above(id) as (
      select new.parent_id
      union
      select b.parent_id from above a join governance_bodies b on b.id = a.id where b.parent_id is not null)
    select from above where id = new.id) then
    raise exception 'A body cannot be above itself' using errcode = 'check_violation';
  end if;
  if not is_over(new.parent_id, new.area_id, new.partnership_id) then
    raise exception 'The body above is not over this area' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger bodies_make_a_tree before insert or update of parent_id on governance_bodies for each row execute function bodies_make_a_tree();

/* 4.2: a question goes up, and never sideways or down. */
create function escalations_go_up() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from governance_bodies b where b.id = new.from_body_id and is_over(new.to_body_id, b.area_id, b.partnership_id)) or not exists (
    with recursive above(id) as (
      select b.parent_id from governance_bodies b where b.id = new.from_body_id
      union
      select b.parent_id from above a join governance_bodies b on b.id = a.id)
    select from above where id = new.to_body_id) then
    raise exception '4.2: a question goes to a body above' using errcode = 'check_violation';
  end if;
  if new.item_id is not null and not exists (select from governance_items i where i.id = new.item_id and i.body_id = new.from_body_id) then
    raise exception '4.2: a body escalates what was before it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger escalations_go_up before insert on governance_escalations for each row execute function escalations_go_up();

/* A question stays as it was asked, and what became of it stays too. */
create function escalation_stays() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' then
    raise exception '4.2: an answer stays as it was given' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger escalation_stays before update on governance_escalations for each row execute function escalation_stays();

/* Minutes that were approved are of a meeting that nobody changes any more. */
create function minutes_stay() returns trigger language plpgsql as $$
begin
  if old.minutes_approved_on is not null then
    raise exception 'Minutes that were approved stay as they were' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger minutes_stay before update on governance_meetings for each row execute function minutes_stay();

create function approved_meeting_stays() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from governance_meetings m where m.id = new.meeting_id and m.minutes_approved_on is not null) then
    raise exception 'Minutes that were approved stay as they were' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approved_meeting_stays before insert or update on governance_items for each row execute function approved_meeting_stays();
create trigger approved_meeting_stays before insert or update on governance_papers for each row execute function approved_meeting_stays();
create trigger approved_meeting_stays before insert or update on governance_attendance for each row execute function approved_meeting_stays();

/* Minutes are approved at a later meeting of the same body, which has been held. */
create function approved_at_a_later_meeting() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from governance_meetings l where l.id = new.minutes_approved_at_id and l.starts_at > new.starts_at and l.status = 'held') then
    raise exception 'Minutes are approved at a later meeting' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approved_at_a_later_meeting before update of minutes_approved_at_id on governance_meetings
  for each row when (new.minutes_approved_at_id is not null) execute function approved_at_a_later_meeting();

/* 2.8: only what the minutes say, once they are approved, and nothing that is exempt. */
create function published_as_minuted() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (
    select from governance_items i join governance_meetings m on m.id = i.meeting_id join governance_bodies b on b.id = i.body_id
     where i.id = new.item_id and not i.is_exempt and m.minutes_approved_on is not null and i.decided_at is not null
       and (i.title, i.decision_kind, i.decision, b.name) = (new.title, new.decision_kind, new.decision, new.body_name)
       and (m.starts_at at time zone 'Europe/London')::date = new.held_on) then
    raise exception '2.8: what is published is what approved minutes say, and is not exempt' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger published_as_minuted before insert on governance_publications for each row execute function published_as_minuted();

create function publication_stays() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null then
    raise exception '2.8: what was withdrawn stays so' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger publication_stays before update on governance_publications for each row execute function publication_stays();

do $$
declare
  f text;
  t text;
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
  of_its_body text := 'coalesce((select b.area_id = %1$I.area_id from governance_bodies b where b.id = %1$I.body_id), false)';
  seen_body text := 'coalesce((select true from governance_bodies b where b.id = %1$I.%2$I), false)';
  covered_body text := 'coalesce((select b.area_id = (select actor_area()) or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = b.partnership_id), false)
    from governance_bodies b where b.id = %1$I.%2$I), false)';
  sits text := '((select actor_role()) in (''steering_member'', ''gold_reader'', ''agency_lead'') and coalesce((select true from governance_members m where m.body_id = %1$I.%2$I
    and (m.hat_id = (select actor_hat()) or m.deputy_hat_id = (select actor_hat())) and m.from_on <= (select actor_today())
    and (m.until_on is null or m.until_on >= (select actor_today())) limit 1), false))';
  chairs text := '((select actor_role()) in (''steering_member'', ''gold_reader'', ''agency_lead'') and coalesce((select true from governance_members m where m.body_id = %1$I.%2$I
    and m.role = ''chair'' and (m.hat_id = (select actor_hat()) or m.deputy_hat_id = (select actor_hat())) and m.from_on <= (select actor_today())
    and (m.until_on is null or m.until_on >= (select actor_today())) limit 1), false))';
  reads text := '((select actor_role()) = ''prevent_coordinator'' and ' || covered_body || ') or ' || sits;
begin
  foreach f in array array['is_over(uuid, uuid, uuid)', 'bodies_make_a_tree()', 'escalations_go_up()', 'approved_meeting_stays()', 'approved_at_a_later_meeting()', 'published_as_minuted()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach t in array array['governance_bodies', 'governance_terms', 'governance_members', 'governance_meetings', 'governance_escalations', 'governance_items',
                           'governance_papers', 'governance_attendance', 'governance_addenda', 'governance_publications'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;

  -- The tree and what each body is for is known to the partnership; its papers are not.
  execute 'create policy known on governance_bodies for select using (
    (select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''gold_reader'', ''agency_lead'', ''auditor'', ''coordinator'', ''chair'', ''panel_member'')
    and (area_id = (select actor_area()) or coalesce((select true from partnership_areas mine join partnership_areas theirs using (partnership_id)
           where mine.area_id = (select actor_area()) and theirs.area_id = governance_bodies.area_id limit 1), false)))';
  execute 'create policy kept on governance_bodies for insert with check (' || keeper || ' and (partnership_id is null
    or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = governance_bodies.partnership_id), false)))';
  execute 'create policy kept_current on governance_bodies for update using (' || keeper || ')';
  execute format('create policy known on governance_terms for select using (' || seen_body || ')', 'governance_terms', 'body_id');
  execute format('create policy known on governance_members for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''gold_reader'', ''agency_lead'', ''auditor'') and ' || seen_body || ')', 'governance_members', 'body_id');
  foreach t in array array['governance_meetings', 'governance_items', 'governance_papers', 'governance_attendance'] loop
    execute format('create policy sits_on_it on %1$I for select using (' || reads || ')', t, 'body_id');
  end loop;
  foreach t in array array['governance_terms', 'governance_members', 'governance_meetings', 'governance_items', 'governance_papers', 'governance_attendance'] loop
    execute format('create policy kept on %1$I for insert with check (' || keeper || ' and ' || of_its_body || ')', t);
  end loop;
  foreach t in array array['governance_members', 'governance_meetings', 'governance_items', 'governance_papers', 'governance_attendance'] loop
    execute format('create policy kept_current on %1$I for update using (' || keeper || ')', t);
  end loop;
  -- Who chairs a body writes down what it decided, and signs its minutes.
  foreach t in array array['governance_meetings', 'governance_items'] loop
    execute format('create policy chair_decides on %1$I for update using (' || chairs || ')', t, 'body_id');
  end loop;

  execute format('create policy either_side on governance_escalations for select using (' || reads || ')', 'governance_escalations', 'from_body_id');
  execute format('create policy other_side on governance_escalations for select using (' || reads || ')', 'governance_escalations', 'to_body_id');
  -- The answer comes back to the action that it is about.
  execute 'create policy of_its_action on governance_escalations for select using (action_id is not null
    and (select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''agency_lead'', ''auditor'')
    and coalesce((select true from plan_actions a where a.action_id = governance_escalations.action_id), false))';
  execute 'create policy raised on governance_escalations for insert with check (' || keeper || ' and raised_by_hat = (select actor_hat()) and state = ''open''
    and coalesce((select true from governance_bodies b where b.id = governance_escalations.to_body_id), false))';
  execute 'create policy withdrawn on governance_escalations for update using (' || keeper || ')';
  execute format('create policy answered on governance_escalations for update using (state = ''open'' and ((select actor_role()) = ''prevent_coordinator''
    and coalesce((select b.area_id = (select actor_area()) from governance_bodies b where b.id = governance_escalations.to_body_id), false) or ' || chairs || ')) with check (state = ''answered'')', 'governance_escalations', 'to_body_id');

  execute format('create policy sits_on_it on governance_addenda for select using (' || reads || ')', 'governance_addenda', 'body_id');
  execute 'create policy of_its_escalation on governance_addenda for select using (escalation_id is not null
    and coalesce((select true from governance_escalations e where e.id = governance_addenda.escalation_id), false))';
  execute format('create policy written on governance_addenda for insert with check (written_by_hat = (select actor_hat()) and ' || of_its_body || ' and (' || keeper || ' or ' || chairs || '))', 'governance_addenda', 'body_id');

  execute 'create policy public on governance_publications for select using (withdrawn_at is null)';
  execute format('create policy sits_on_it on governance_publications for select using (' || reads || ')', 'governance_publications', 'body_id');
  execute format('create policy kept on governance_publications for insert with check (' || keeper || ' and ' || of_its_body || ')', 'governance_publications');
  execute 'create policy kept_current on governance_publications for update using (' || keeper || ')';

  -- The one tracker: what a body asked for, to those who sit on it and to whoever was asked.
  execute format('create policy governance_readers on actions for select using (body_id is not null and (' || reads || '))', 'actions', 'body_id');
  execute format('create policy governance_owners on actions for select using (body_id is not null and (select actor_role()) = ''agency_lead''
    and owner_organisation_id = (select actor_organisation()) and ' || covered_body || ')', 'actions', 'body_id');
  execute 'create policy governance_kept on actions for update using (body_id is not null and ' || keeper || ')';
  execute format('create policy governance_owners_update on actions for update using (body_id is not null and (select actor_role()) = ''agency_lead''
    and owner_organisation_id = (select actor_organisation()) and ' || covered_body || ')', 'actions', 'body_id');
  execute 'create policy governance_readers on action_extensions for select using (case_id is null and plan_id is null
    and coalesce((select true from actions a where a.id = action_extensions.action_id and a.body_id is not null), false))';
  execute 'create policy governance_owners on action_extensions for insert with check (case_id is null and plan_id is null and (select actor_role()) = ''agency_lead''
    and coalesce((select true from actions a where a.id = action_extensions.action_id and a.body_id is not null and a.owner_organisation_id = (select actor_organisation())), false))';

  -- A term of office that ends is noticed.
  foreach t in array array['governance_bodies', 'governance_members'] loop
    execute format('create policy timer on %I for select using ((select actor_role()) = ''system'')', t);
  end loop;
  execute 'create policy timer_notices on governance_members for update using ((select actor_role()) = ''system'')';
end $$;

grant execute on function is_over(uuid, uuid, uuid) to casebook_keeper;
grant update (parent_id, kind, name, purpose, powers, frequency, ended_on, edited_by_hat, edited_at, version) on governance_bodies to casebook_app;
grant update (role, organisation_id, hat_id, name, post, deputy_name, deputy_hat_id, until_on, end_noticed_on, edited_by_hat, edited_at, version) on governance_members to casebook_app;
grant update (starts_at, place, link, status, cancelled_because, minutes_text, minutes_approved_at_id, minutes_approved_by, minutes_approved_by_hat, minutes_approved_on, version)
  on governance_meetings to casebook_app;
grant update (position, is_exempt, note, decision_kind, decision, decided_by_hat, decided_at, taken_off_because, taken_off_at, version) on governance_items to casebook_app;
grant update (withdrawn_because, withdrawn_at) on governance_papers to casebook_app;
grant update (state, noted_by_hat, noted_at) on governance_attendance to casebook_app;
grant update (state, answer, answer_reasons, answered_at_id, answered_by_hat, answered_at, withdrawn_because, withdrawn_at, version) on governance_escalations to casebook_app;
grant update (withdrawn_because, withdrawn_by_hat, withdrawn_at) on governance_publications to casebook_app;
