-- What the code keeps, the database keeps as well.

/* BR-02, BR-03, BR-05: what is published is what was approved, word for word, and the copy for everybody has nothing else in it
   and nothing that is exempt. Copies of other words could be frozen after the approval, past the form. */
create or replace function report_stays() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  approved int;
  of_issue text[] := array['number', 'publishedDay', 'approvals'];
  of_part text[] := array['sections', 'approvals', 'leftOut'];
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
    if not exists (
      select from report_versions sent, report_versions whole, report_versions open
       where sent.report_id = new.id and sent.number = approved and sent.part = 'full'
         and whole.report_id = new.id and whole.number = new.latest_version and whole.part = 'full'
         and open.report_id = new.id and open.number = new.latest_version and open.part = 'public'
         and whole.content - of_issue = sent.content - of_issue
         and open.content - of_part = whole.content - of_part
         and open.content -> 'sections' <@ (whole.content -> 'sections')
         and not jsonb_path_exists(open.content, '$.sections[*] ? (@.exemptParagraph != null)')) then
      raise exception 'BR-02: a report is published as it was approved, and to everybody without what is exempt' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
