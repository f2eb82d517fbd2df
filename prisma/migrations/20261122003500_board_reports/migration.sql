-- Reports that boards decide on, and answers to what government asks. Nothing here knows a person or a
-- case: figures of casework are written into a report as the suppressed aggregates that everybody sees (BR-04).

alter table reference_counters drop constraint reference_counters_kind_check,
  add constraint reference_counters_kind_check check (kind ~ '^[A-Z]{1,6}$');

/* A report to a board. Its text is its keeper's alone until it is frozen into a version and sent. */
create table board_reports (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,            -- whose co-ordinator keeps it
  partnership_id uuid references partnerships,       -- whose areas all read it
  reference text not null,
  template text not null check (template in ('board', 'quarter', 'scrutiny')),
  title text not null,
  board text not null,
  meets_on date,
  purpose text not null check (purpose in ('information', 'decision', 'consultation')),
  author text not null,
  contact text not null,
  plan_id uuid references plans,
  snapshot_id uuid references plan_snapshots,        -- whose figures it tells
  status text not null default 'draft' check (status in ('draft', 'in_approval', 'published')),
  latest_version int not null default 0,
  approver_hat_ids uuid[] not null default '{}',     -- kept by the approvers themselves
  is_public boolean not null default false,
  slug text unique,
  published_on date,
  published_by_hat uuid references hats,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  version int not null default 1,
  unique (area_id, reference),
  constraint published_by_somebody check ((status = 'published') = (num_nonnulls(published_on, published_by_hat) = 2)),
  constraint public_when_published check (not is_public or (status = 'published' and slug is not null))
);
create index board_reports_area on board_reports (area_id, status);
create index board_reports_partnership on board_reports (partnership_id) where partnership_id is not null;
create index board_reports_approvers on board_reports using gin (approver_hat_ids);
create index board_reports_public on board_reports (published_on desc) where is_public;

/* BR-01: each part has text, or says that there is none. BR-03: an exempt part says under which paragraph. */
create table report_sections (
  id uuid primary key default uuid_v7(),
  report_id uuid not null references board_reports,
  area_id uuid not null references areas,
  code text not null,
  position int not null,
  body text not null default '',
  is_none boolean not null default false,
  exempt_paragraph int check (exempt_paragraph between 1 and 7),
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  version int not null default 1,
  unique (report_id, code),
  constraint none_has_no_text check (not is_none or body = '')
);

/* BR-02: which officers have to approve it. Without an account, the co-ordinator records what they said. */
create table report_approvers (
  id uuid primary key default uuid_v7(),
  report_id uuid not null references board_reports,
  area_id uuid not null references areas,
  role text not null check (role in ('legal', 'finance', 'hr', 'property', 'service_director', 'other')),
  post text not null,
  hat_id uuid references hats,
  named_by_hat uuid not null references hats,
  named_at timestamptz not null,
  ended_at timestamptz
);
create index report_approvers_report on report_approvers (report_id);
create unique index report_approvers_once on report_approvers (report_id, role, lower(post)) where ended_at is null;

/* An approval is of one version: a text that changed afterwards is another. */
create table report_approvals (
  id uuid primary key default uuid_v7(),
  approver_id uuid not null references report_approvers,
  report_id uuid not null references board_reports,
  area_id uuid not null references areas,
  version_number int not null,
  name text not null,
  given_on date not null,
  note text,
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null,
  unique (approver_id, version_number)
);
create index report_approvals_report on report_approvals (report_id);

/* BR-05: what was sent and what was published, whole and without its exempt parts. Written once. */
create table report_versions (
  id uuid primary key default uuid_v7(),
  report_id uuid not null references board_reports,
  area_id uuid not null references areas,
  number int not null,
  part text not null check (part in ('full', 'public')),
  content jsonb not null,
  made_by_hat uuid not null references hats,
  made_at timestamptz not null,
  unique (report_id, number, part)
);

/* What a government body asks (2.1), until it is answered and long afterwards. */
create table consultations (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  reference text not null,
  title text not null,
  asked_by text not null,
  about text not null,
  closes_on date not null,
  contribute_by date not null,
  regional_body text,
  status text not null default 'open' check (status in ('open', 'signed_off', 'submitted')),
  contributor_hat_ids uuid[] not null default '{}',  -- kept by the contributors themselves
  signed_by text,
  signed_on date,
  submitted_on date,
  submitted_by_hat uuid references hats,
  submitted_at timestamptz,
  receipt text,
  submitted jsonb,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  version int not null default 1,
  unique (area_id, reference),
  check (contribute_by <= closes_on),
  constraint signed_by_a_body check ((status = 'open') = (num_nonnulls(signed_by, signed_on) = 0)),
  constraint submitted_with_its_copy check ((status = 'submitted') = (num_nonnulls(submitted_on, submitted_by_hat, submitted_at, receipt, submitted) = 5))
);
create index consultations_area on consultations (area_id, status);
create index consultations_contributors on consultations using gin (contributor_hat_ids);

create table consultation_questions (
  id uuid primary key default uuid_v7(),
  consultation_id uuid not null references consultations,
  area_id uuid not null references areas,
  number int not null,
  text text not null,
  stance text check (stance in ('own', 'support_whole', 'support_part', 'not_support', 'no_answer')),
  draft text not null default '',
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  version int not null default 1,
  unique (consultation_id, number)
);

create table consultation_contributors (
  id uuid primary key default uuid_v7(),
  consultation_id uuid not null references consultations,
  area_id uuid not null references areas,
  hat_id uuid not null references hats,
  asked_by_hat uuid not null references hats,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  unique (consultation_id, hat_id)
);
create index consultation_contributors_hat on consultation_contributors (hat_id);

/* What a contributor says to a question. What they say later stands, and what they said before is kept. */
create table consultation_answers (
  id uuid primary key default uuid_v7(),
  question_id uuid not null references consultation_questions,
  consultation_id uuid not null references consultations,
  area_id uuid not null references areas,
  hat_id uuid not null references hats,
  body text not null,
  said_at timestamptz not null
);
create index consultation_answers_of on consultation_answers (consultation_id, question_id, said_at desc);

create function report_approver_hats() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  hats_now uuid[] := coalesce((select array_agg(distinct a.hat_id) from report_approvers a
                                where a.report_id = new.report_id and a.ended_at is null and a.hat_id is not null), '{}');
begin
  update board_reports set approver_hat_ids = hats_now where id = new.report_id and approver_hat_ids is distinct from hats_now;
  return null;
end $$;
create trigger kept_hats after insert or update on report_approvers for each row execute function report_approver_hats();

create function consultation_hats() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  hats_now uuid[] := coalesce((select array_agg(distinct c.hat_id) from consultation_contributors c where c.consultation_id = new.consultation_id), '{}');
begin
  update consultations set contributor_hat_ids = hats_now where id = new.consultation_id and contributor_hat_ids is distinct from hats_now;
  return null;
end $$;
create trigger kept_hats after insert on consultation_contributors for each row execute function consultation_hats();

/* BR-02, BR-05: nothing is published that somebody named has not approved as it stands, and then it stays. */
create function report_stays() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  approved int;
begin
  if old.status = 'published' then
    raise exception 'BR-05: a report that was published stays as it was' using errcode = 'check_violation';
  end if;
  if new.status = 'published' then
    approved := new.latest_version - 1;              -- the published version is the approved one with its approvals
    if old.status <> 'in_approval' or old.latest_version <> approved
       or not exists (select from report_approvers a where a.report_id = new.id and a.ended_at is null)
       or exists (select from report_approvers a where a.report_id = new.id and a.ended_at is null
                     and not exists (select from report_approvals g where g.approver_id = a.id and g.version_number = approved)) then
      raise exception 'BR-02: a report is published with an approval of this version from everybody named' using errcode = 'check_violation';
    end if;
    if (select count(*) from report_versions v where v.report_id = new.id and v.number = new.latest_version) <> 2 then
      raise exception 'BR-05: a report is published with its frozen copies' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger report_stays before update on board_reports for each row execute function report_stays();

create function consultation_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'submitted' then
    raise exception 'A response that was submitted stays as it was' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger consultation_stays before update on consultations for each row execute function consultation_stays();

do $$
declare
  f text;
  t text;
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
  named text := '(select actor_role()) in (''steering_member'', ''agency_lead'', ''gold_reader'', ''governance_officer'', ''chair'', ''panel_member'')';
  covered text := '(area_id = (select actor_area()) or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = board_reports.partnership_id), false))';
  own_partnership text := '(partnership_id is null or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = board_reports.partnership_id), false))';
begin
  foreach f in array array['report_approver_hats()', 'consultation_hats()', 'report_stays()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach t in array array['board_reports', 'report_sections', 'report_approvers', 'report_approvals', 'report_versions',
                           'consultations', 'consultation_questions', 'consultation_contributors', 'consultation_answers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper, casebook_app', t);
    execute format('grant insert on %I to casebook_app', t);
  end loop;

  -- A report: its keeper's; from its way through approval the steering group's and those who approve it; published, of all above.
  execute 'create policy its_keeper on board_reports for select using (' || keeper || ')';
  execute 'create policy sent on board_reports for select using ((select actor_role()) = ''steering_member'' and status <> ''draft'' and ' || covered || ')';
  execute 'create policy issued on board_reports for select using ((select actor_role()) in (''gold_reader'', ''agency_lead'', ''auditor'') and status = ''published'' and ' || covered || ')';
  execute 'create policy approvers on board_reports for select using (' || named || ' and status <> ''draft'' and (select actor_hat()) = any (approver_hat_ids))';
  execute 'create policy everybody on board_reports for select using ((select actor_role()) = ''system'' and is_public)';
  execute 'create policy kept on board_reports for insert with check (' || keeper || ' and status = ''draft'' and ' || own_partnership || ')';
  execute 'create policy kept_current on board_reports for update using (' || keeper || ') with check (' || keeper || ' and ' || own_partnership || ')';

  -- The text that is being written is nobody else's: others read what was frozen and sent.
  execute 'create policy its_keeper on report_sections for select using (' || keeper || ')';
  execute 'create policy kept on report_sections for insert with check (' || keeper || ' and coalesce((select r.status = ''draft'' from board_reports r where r.id = report_id), false))';
  execute 'create policy kept_current on report_sections for update using (' || keeper || ' and coalesce((select r.status = ''draft'' from board_reports r where r.id = report_id), false))';

  execute 'create policy follows_its_report on report_approvers for select using ((select actor_role()) <> ''system'' and coalesce((select true from board_reports r where r.id = report_id), false))';
  execute 'create policy follows_its_report on report_approvals for select using ((select actor_role()) <> ''system'' and coalesce((select true from board_reports r where r.id = report_id), false))';
  execute 'create policy kept on report_approvers for insert with check (' || keeper || ' and coalesce((select r.area_id = report_approvers.area_id and r.status <> ''published'' from board_reports r where r.id = report_id), false))';
  execute 'create policy kept_current on report_approvers for update using (' || keeper || ' and coalesce((select r.status <> ''published'' from board_reports r where r.id = report_id), false))';
  execute 'create policy given on report_approvals for insert with check (recorded_by_hat = (select actor_hat())
    and coalesce((select r.status = ''in_approval'' and r.latest_version = version_number and r.area_id = report_approvals.area_id from board_reports r where r.id = report_id), false)
    and coalesce((select a.report_id = report_approvals.report_id and a.ended_at is null
                         and (a.hat_id = (select actor_hat()) or (a.hat_id is null and (select actor_role()) = ''prevent_coordinator'' and a.area_id = (select actor_area())))
                    from report_approvers a where a.id = approver_id), false))';

  -- BR-03, BR-05: the exempt parts are for those who work on it, and the published copy for all above.
  execute 'create policy worked_on on report_versions for select using (coalesce((select (r.area_id = (select actor_area()) and (select actor_role()) = ''prevent_coordinator'')
                     or (select actor_role()) = ''steering_member'' or (' || named || ' and (select actor_hat()) = any (r.approver_hat_ids))
                    from board_reports r where r.id = report_id), false))';
  execute 'create policy issued on report_versions for select using (part = ''public'' and coalesce((select r.status = ''published'' and r.latest_version = number
                    from board_reports r where r.id = report_id), false))';
  execute 'create policy kept on report_versions for insert with check (' || keeper || ' and coalesce((select r.area_id = report_versions.area_id and r.status <> ''published''
                         and r.latest_version + 1 = number from board_reports r where r.id = report_id), false))';

  -- A consultation: its keeper's, and theirs who were asked; what was submitted is for those who oversee.
  execute 'create policy its_keeper on consultations for select using (' || keeper || ')';
  execute 'create policy contributors on consultations for select using (' || named || ' and (select actor_hat()) = any (contributor_hat_ids))';
  execute 'create policy overseers on consultations for select using ((select actor_role()) in (''steering_member'', ''auditor'') and status = ''submitted'' and area_id = (select actor_area()))';
  execute 'create policy kept on consultations for insert with check (' || keeper || ' and status = ''open'')';
  execute 'create policy kept_current on consultations for update using (' || keeper || ')';
  execute 'create policy follows_it on consultation_questions for select using (coalesce((select true from consultations c where c.id = consultation_id), false))';
  execute 'create policy kept on consultation_questions for insert with check (' || keeper || ' and coalesce((select c.status = ''open'' and c.area_id = consultation_questions.area_id from consultations c where c.id = consultation_id), false))';
  execute 'create policy kept_current on consultation_questions for update using (' || keeper || ' and coalesce((select c.status = ''open'' from consultations c where c.id = consultation_id), false))';
  execute 'create policy its_keeper on consultation_contributors for select using (' || keeper || ')';
  execute 'create policy oneself on consultation_contributors for select using (' || named || ' and hat_id = (select actor_hat()))';
  execute 'create policy kept on consultation_contributors for insert with check (' || keeper || ' and coalesce((select c.status = ''open'' and c.area_id = consultation_contributors.area_id from consultations c where c.id = consultation_id), false))';
  execute 'create policy kept_current on consultation_contributors for update using (' || keeper || ')';
  execute 'create policy its_keeper on consultation_answers for select using (' || keeper || ')';
  execute 'create policy ones_own on consultation_answers for select using (' || named || ' and hat_id = (select actor_hat()))';
  execute 'create policy said on consultation_answers for insert with check (' || named || ' and hat_id = (select actor_hat())
    and coalesce((select c.status <> ''submitted'' and c.area_id = consultation_answers.area_id and (select actor_hat()) = any (c.contributor_hat_ids) from consultations c where c.id = consultation_id), false)
    and coalesce((select q.consultation_id = consultation_answers.consultation_id from consultation_questions q where q.id = question_id), false))';
end $$;

grant update (title, board, meets_on, purpose, author, contact, status, latest_version, is_public, slug, published_on, published_by_hat, edited_by_hat, edited_at, version)
  on board_reports to casebook_app;
grant update (approver_hat_ids) on board_reports to casebook_keeper;
grant update (body, is_none, exempt_paragraph, edited_by_hat, edited_at, version) on report_sections to casebook_app;
grant update (ended_at) on report_approvers to casebook_app;
grant update (title, asked_by, about, closes_on, contribute_by, regional_body, status, signed_by, signed_on, submitted_on, submitted_by_hat, submitted_at, receipt, submitted, edited_by_hat, edited_at, version)
  on consultations to casebook_app;
grant update (contributor_hat_ids) on consultations to casebook_keeper;
grant update (stance, draft, edited_by_hat, edited_at, version) on consultation_questions to casebook_app;
grant update (reminded_at) on consultation_contributors to casebook_app;
