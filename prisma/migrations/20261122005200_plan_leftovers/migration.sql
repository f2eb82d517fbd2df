-- What was left over of the plan: the one road of a draft into consultation, papers of training that are taken back, and
-- who answers for a team.

/* 4.3: a plan is written as a draft, and goes out by a round of comments being opened: by no other road. */
create function begins_as_a_draft() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if current_user = 'casebook_app' then
    raise exception 'A plan begins as a draft' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger begins_as_a_draft before insert on plans for each row
  when (new.status <> 'draft') execute function begins_as_a_draft();

create function goes_out_by_a_round() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from plan_rounds r where r.plan_id = new.id and r.closed_at is null) then
    raise exception 'A draft goes out for consultation when a round of comments is opened' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger goes_out_by_a_round before update of status on plans for each row
  when (new.status = 'consultation' and old.status <> 'consultation') execute function goes_out_by_a_round();

/* What was sent out without a round, when that could still be done, is a draft again, unless a group has it. */
with unasked as (
  update plans p set status = 'draft', version = p.version + 1
   where p.status = 'consultation'
     and not exists (select from plan_rounds r where r.plan_id = p.id)
     and not exists (select from plan_submissions s where s.plan_id = p.id and s.decision is null)
  returning p.id)
update plan_areas a set status = 'draft' from unasked u where a.plan_id = u.id;

/* 4.9: what was given out by mistake is taken back for a reason, and stays on the record as taken back. */
alter table training_materials
  add column withdrawn_because text,
  add column withdrawn_by_hat uuid references hats,
  add column withdrawn_at timestamptz,
  add constraint material_withdrawn_for_a_reason check (num_nonnulls(withdrawn_because, withdrawn_by_hat, withdrawn_at) in (0, 3));
create policy withdrawn_once on training_materials for update
  using ((select actor_role()) = 'prevent_coordinator' and area_id = (select actor_area()) and withdrawn_at is null)
  with check ((select actor_role()) = 'prevent_coordinator' and area_id = (select actor_area()) and withdrawn_by_hat = (select actor_hat()));
grant update (withdrawn_because, withdrawn_by_hat, withdrawn_at) on training_materials to casebook_app;

/* 3.7: the work contact of a lead or a team changes while they are there. What it was before stays. */
alter table area_posts
  add column version int not null default 1,
  add column edited_by_hat uuid references hats,
  add column edited_at timestamptz,
  add constraint edited_by_somebody check (num_nonnulls(edited_by_hat, edited_at) in (0, 2)),
  add unique (id, area_id);
create table area_post_contacts (
  id uuid primary key default uuid_v7(),
  post_id uuid not null,
  area_id uuid not null,
  contact text not null,
  replaced_by_hat uuid not null references hats,
  replaced_at timestamptz not null,
  foreign key (post_id, area_id) references area_posts (id, area_id)
);
create index area_post_contacts_post on area_post_contacts (post_id, replaced_at desc);
alter table area_post_contacts enable row level security;
alter table area_post_contacts force row level security;
create policy keeper on area_post_contacts to casebook_keeper using (true) with check (true);
grant select, insert on area_post_contacts to casebook_keeper;
grant select on area_post_contacts to casebook_app;
create policy overseers on area_post_contacts for select using ((select actor_role()) in ('prevent_coordinator', 'steering_member', 'auditor')
  and (area_id = (select actor_area()) or coalesce((select true from partnership_areas mine join partnership_areas theirs using (partnership_id)
         where mine.area_id = (select actor_area()) and theirs.area_id = area_post_contacts.area_id limit 1), false)));

/* Written by the change itself, so that nobody changes a contact and keeps what it was to themselves. */
create function former_contact_stays() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into area_post_contacts (post_id, area_id, contact, replaced_by_hat, replaced_at)
  values (old.id, old.area_id, old.contact, new.edited_by_hat, new.edited_at);
  return null;
end $$;
alter function former_contact_stays() owner to casebook_keeper;
revoke execute on function former_contact_stays() from public;
create trigger former_contact_stays after update of contact on area_posts for each row
  when (new.contact <> old.contact) execute function former_contact_stays();

alter policy kept_current on area_posts
  with check ((select actor_role()) = 'prevent_coordinator' and area_id = (select actor_area())
    and case when until_on is null then edited_by_hat = (select actor_hat()) else ended_by_hat = (select actor_hat()) end);
grant update (contact, edited_by_hat, edited_at, version) on area_posts to casebook_app;
