-- Papers of a body that are files, kept as every other file is: sealed, held back until it is scanned, and never shown.
-- Reports that one area of a partnership puts to a body that another keeps. Nothing here knows a person or a case.

/* A key of a body's paper is no case's: those who may read papers read it, and with it nothing else. */
alter table data_keys
  add column body_id uuid,
  add foreign key (body_id, area_id) references governance_bodies (id, area_id),
  add unique (id, body_id);
create index data_keys_body on data_keys (body_id) where body_id is not null;

/* What a paper is: a link, a text, or a file that follows. */
alter table governance_papers
  add column is_file boolean not null default false,
  add unique (id, meeting_id),
  drop constraint text_or_link,
  add constraint text_or_link check (num_nonnulls(link, body_text) = case when is_file then 0 else 1 end);

create table governance_files (
  paper_id uuid primary key,
  meeting_id uuid not null,
  body_id uuid not null,
  area_id uuid not null,
  data_key_id uuid not null,
  name text not null,
  content_type text not null,
  bytes int not null check (bytes between 1 and 10485760),
  sha256 text not null,
  sealed bytea,                                      -- gone when the paper is withdrawn, and when a virus was found
  scan text not null check (scan in ('held', 'clean', 'infected', 'not_scanned')),
  scanned_at timestamptz,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  foreign key (paper_id, meeting_id) references governance_papers (id, meeting_id),
  foreign key (meeting_id, body_id) references governance_meetings (id, body_id),
  foreign key (body_id, area_id) references governance_bodies (id, area_id),
  foreign key (data_key_id, body_id) references data_keys (id, body_id),
  constraint a_virus_is_not_kept check (scan <> 'infected' or sealed is null)
);
create index governance_files_meeting on governance_files (meeting_id);
create index governance_files_waiting on governance_files (paper_id) where scan = 'held';

/* A file comes with its paper and goes with it. Once the minutes are approved only a scanner's verdict is still to come. */
create function file_stays() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from governance_papers p where p.id = new.paper_id and p.is_file and p.withdrawn_at is null) then
      raise exception 'A file belongs to a paper that is one, and is not withdrawn' using errcode = 'check_violation';
    end if;
  elsif new.sealed is not null and new.sealed is distinct from old.sealed then
    raise exception 'A file stays as it was added' using errcode = 'check_violation';
  elsif (select actor_role()) = 'system' then
    return new;
  end if;
  if exists (select from governance_meetings m where m.id = new.meeting_id and m.minutes_approved_on is not null) then
    raise exception 'Minutes that were approved stay as they were' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger file_stays before insert or update on governance_files for each row execute function file_stays();

do $$
declare
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
begin
  execute 'alter function file_stays() owner to casebook_keeper';
  execute 'revoke execute on function file_stays() from public';
  execute 'alter table governance_files enable row level security';
  execute 'alter table governance_files force row level security';
  execute 'grant select, insert on governance_files to casebook_app';
  execute 'grant select on governance_files to casebook_keeper';
  execute 'create policy keeper on governance_files to casebook_keeper using (true) with check (true)';
  execute 'create policy with_its_paper on governance_files for select
    using (coalesce((select true from governance_papers p where p.id = governance_files.paper_id), false))';
  execute 'create policy kept on governance_files for insert with check (' || keeper || '
    and coalesce((select b.area_id = governance_files.area_id from governance_bodies b where b.id = governance_files.body_id), false))';
  execute 'create policy taken_away on governance_files for update using (' || keeper || ') with check (sealed is null and ' || keeper || ')';
  execute 'create policy scanner on governance_files for select using ((select actor_role()) = ''system'')';
  execute 'create policy scanner_says on governance_files for update using ((select actor_role()) = ''system'')';

  execute 'alter policy of_this_area on data_keys using (body_id is null and area_id = (select actor_area())
    and (select actor_role()) not in (''administrator'', ''auditor'', ''steering_member'', ''gold_reader'', ''prevent_coordinator'') or (select actor_role()) = ''system'')';
  execute 'alter policy made_here on data_keys with check (area_id = (select actor_area()) and (body_id is null or (select actor_role()) = ''prevent_coordinator''))';
  execute 'create policy with_its_file on data_keys for select using (body_id is not null
    and coalesce((select true from governance_files f where f.data_key_id = data_keys.id limit 1), false))';
end $$;
create index governance_files_key on governance_files (data_key_id);
grant update (sealed, scan, scanned_at) on governance_files to casebook_app;

/* 3.5: a report is put to a body that is over its area, whichever area of the partnership keeps it. */
alter table board_reports
  drop constraint board_reports_body_id_area_id_fkey,
  add foreign key (body_id) references governance_bodies;

create function report_goes_to_a_body_over_it() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from governance_bodies b where b.id = new.body_id and (b.area_id = new.area_id
       or exists (select from partnership_areas p where p.partnership_id = b.partnership_id and p.area_id = new.area_id))) then
    raise exception '3.5: a report is put to a body that is over its area' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger report_goes_to_a_body_over_it before insert or update of body_id on board_reports for each row
  when (new.body_id is not null) execute function report_goes_to_a_body_over_it();

do $$
declare
  named text := '(select actor_role()) in (''steering_member'', ''agency_lead'', ''gold_reader'', ''governance_officer'', ''chair'', ''panel_member'')';
begin
  execute 'alter function report_goes_to_a_body_over_it() owner to casebook_keeper';
  execute 'revoke execute on function report_goes_to_a_body_over_it() from public';
  -- Once it is sent, whoever keeps the papers of the body reads it, and those who sit on it as far as they would a report of their own area.
  execute 'create policy put_to_its_keeper on board_reports for select using (body_id is not null and status <> ''draft'' and (select actor_role()) = ''prevent_coordinator''
    and coalesce((select b.area_id = (select actor_area()) from governance_bodies b where b.id = board_reports.body_id), false))';
  execute 'create policy put_to_those_who_sit on board_reports for select using (body_id is not null
    and ((select actor_role()) = ''steering_member'' and status <> ''draft'' or (select actor_role()) in (''gold_reader'', ''agency_lead'') and status = ''published'')
    and coalesce((select true from governance_members m where m.body_id = board_reports.body_id
         and (m.hat_id = (select actor_hat()) or m.deputy_hat_id = (select actor_hat())) and m.from_on <= (select actor_today())
         and (m.until_on is null or m.until_on >= (select actor_today())) limit 1), false))';
  execute 'alter policy worked_on on report_versions using (coalesce((select (select actor_role()) in (''prevent_coordinator'', ''steering_member'')
      or (' || named || ' and (select actor_hat()) = any (r.approver_hat_ids))
    from board_reports r where r.id = report_id), false))';
end $$;
