-- What was recorded of projects, of those who deliver them and of a line of money can be put right, and says that it was.

/* What a return said before it was corrected. Nobody writes here: the return itself does, when it changes. */
create table project_return_versions (
  return_id uuid not null,
  number int not null,
  project_id uuid not null,
  area_id uuid not null,
  progress text not null,
  written_on date not null,
  written_by_hat uuid not null references hats,
  because text,                                      -- nothing, for the first
  primary key (return_id, number),
  foreign key (return_id, project_id) references project_returns (id, project_id),
  foreign key (project_id, area_id) references projects (id, area_id),
  check ((number = 1) = (because is null))
);

alter table project_returns
  add column version int not null default 1,
  add column corrected_on date,
  add column corrected_because text,
  add constraint corrected_for_a_reason check ((version = 1) = (corrected_because is null) and (version = 1) = (corrected_on is null));

/* Counts are of a version. They are added and never changed, so that those of the versions before stay. */
alter table project_counts add column number int not null default 1;
alter table project_counts drop constraint project_counts_pkey;
alter table project_counts add primary key (return_id, number, outcome);

create function return_is_corrected() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if old.recorded_on is null then
    return new;
  end if;
  if new.version <> old.version + 1 or new.corrected_because is null or new.recorded_on is distinct from old.recorded_on
     or (new.project_id, new.period_start, new.period_end, new.due_on) is distinct from (old.project_id, old.period_start, old.period_end, old.due_on) then
    raise exception 'A return that was recorded is corrected with a reason, and stays otherwise' using errcode = 'check_violation';
  end if;
  insert into project_return_versions (return_id, number, project_id, area_id, progress, written_on, written_by_hat, because)
  values (old.id, old.version, old.project_id, old.area_id, old.progress, coalesce(old.corrected_on, old.recorded_on), old.recorded_by_hat, old.corrected_because);
  return new;
end $$;
alter function return_is_corrected() owner to casebook_keeper;
revoke execute on function return_is_corrected() from public;
create trigger corrected_with_what_it_said before update on project_returns for each row execute function return_is_corrected();

alter table project_return_versions enable row level security;
alter table project_return_versions force row level security;
create policy keeper on project_return_versions to casebook_keeper using (true) with check (true);
create policy follows_its_project on project_return_versions for select
  using (coalesce((select true from projects j where j.id = project_return_versions.project_id), false));
grant select, insert on project_return_versions to casebook_keeper;
grant select on project_return_versions to casebook_app;

create policy corrects on project_returns for update
  using (recorded_on is not null and (select actor_role()) in ('prevent_coordinator', 'agency_lead')
    and ((select actor_role()) = 'agency_lead' or area_id = (select actor_area()))
    and coalesce((select true from projects j where j.id = project_returns.project_id), false))
  with check (recorded_by_hat = (select actor_hat()));
grant update (version, corrected_on, corrected_because) on project_returns to casebook_app;

drop policy counted on project_counts;
create policy counted on project_counts for insert with check ((select actor_role()) in ('prevent_coordinator', 'agency_lead')
  and ((select actor_role()) = 'agency_lead' or area_id = (select actor_area()))
  and coalesce((select r.project_id = project_counts.project_id and r.area_id = project_counts.area_id and r.version = project_counts.number
                  and (r.recorded_on is null or r.version > 1) from project_returns r where r.id = project_counts.return_id), false));

/* The body itself: what it is called, and how it is reached. */
alter table providers
  add column address text,
  add column version int not null default 1,
  add column edited_by_hat uuid references hats,
  add column edited_at timestamptz,
  add constraint edited_whole check ((edited_by_hat is null) = (edited_at is null));
create policy kept_current on providers for update
  using ((select actor_role()) = 'prevent_coordinator' and area_id = (select actor_area()))
  with check ((select actor_role()) = 'prevent_coordinator' and area_id = (select actor_area()));
grant update (name, organisation_id, registration, address, contact_post, version, edited_by_hat, edited_at) on providers to casebook_app;

/* What a line is called and what it is for. Its money is the ledger's. */
alter table funding_lines
  add column version int not null default 1,
  add column edited_by_hat uuid references hats,
  add column edited_at timestamptz,
  add constraint edited_whole check ((edited_by_hat is null) = (edited_at is null));
create policy kept_current on funding_lines for update
  using ((select actor_role()) = 'prevent_coordinator' and area_id = (select actor_area()))
  with check ((select actor_role()) = 'prevent_coordinator' and area_id = (select actor_area()));
grant update (name, note, version, edited_by_hat, edited_at) on funding_lines to casebook_app;


/* How many of the three reminders have gone out: a week before the day, the day before, and the day after. */
alter table consultation_contributors add column reminders int not null default 0 check (reminders between 0 and 3);
alter table gap_reviews add column reminders int not null default 0 check (reminders between 0 and 3);

/* Which reminder a day asks for. What is more than a week late has been said often enough. */
create function reminder_step(due date, today date) returns int immutable set search_path = public, pg_temp language sql as $$
  select case when today > due + 7 then 0 when today > due then 3 when today >= due - 1 then 2 when today >= due - 7 then 1 else 0 end
$$;

/* Takes what is due for a reminder, so that nobody is reminded twice. It tells whom to remind of what, and no word of what was said. */
create function take_contribution_reminders(today date) returns table (consultation_id uuid, reference text, hat_id uuid)
volatile security definer set search_path = public, pg_temp language sql as $$
  update consultation_contributors c set reminders = reminder_step(x.contribute_by, today)
    from consultations x
   where x.id = c.consultation_id and x.status = 'open' and actor_role() = 'system' and reminder_step(x.contribute_by, today) > c.reminders
     and not exists (select from consultation_answers a where a.consultation_id = c.consultation_id and a.hat_id = c.hat_id)
  returning c.consultation_id, x.reference, c.hat_id
$$;
create function take_gap_reminders(today date) returns table (review_id uuid, area_id uuid, organisation_id uuid)
volatile security definer set search_path = public, pg_temp language sql as $$
  update gap_reviews g set reminders = reminder_step(g.due_on, today)
   where g.outcome is null and actor_role() = 'system' and reminder_step(g.due_on, today) > g.reminders
  returning g.id, g.area_id, g.organisation_id
$$;
do $$
declare
  f text;
begin
  foreach f in array array['take_contribution_reminders(date)', 'take_gap_reminders(date)'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to casebook_app', f);
  end loop;
end $$;
grant select on consultations, consultation_contributors, consultation_answers, gap_reviews to casebook_keeper;
grant update (reminders) on consultation_contributors, gap_reviews to casebook_keeper;
