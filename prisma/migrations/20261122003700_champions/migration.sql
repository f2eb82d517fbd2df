-- Who speaks for Prevent in each organisation, for how long, and what they have learnt (8.7; 1.11, 3.7).
-- Names of staff in their work role. Nothing here knows a case.

create table champions (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  sector text not null check (sector in ('council', 'police', 'health', 'probation', 'prison', 'schools', 'further_higher', 'youth_justice', 'voluntary', 'other')),
  kind text not null check (kind in ('internal', 'external')),
  name text not null,
  post text not null,
  contact text not null,                             -- where they are reached at work
  appointed_on date not null,
  expires_on date not null,
  course text,                                       -- as they told it; the training register counts for itself
  trained_until date,
  last_contact_on date,
  ended_on date,
  ended_because text,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  retention_class text not null default 'training_record',
  dispose_on date,
  version int not null default 1,
  constraint expires_after_it_began check (expires_on > appointed_on),
  constraint trained_in_something check (trained_until is null or course is not null),
  constraint ended_for_a_reason check (num_nonnulls(ended_on, ended_because, dispose_on) in (0, 3))
);
create index champions_register on champions (area_id, expires_on, id) where ended_on is null;
create index champions_ended on champions (area_id, expires_on, id) where ended_on is not null;
create index champions_organisation on champions (organisation_id, area_id, expires_on, id) where ended_on is null;

create function champion_stays() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null then
    raise exception 'A champion who has stepped down stays in the register as they were' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger champion_stays before update on champions for each row execute function champion_stays();

/* How many there are of each sector, for those who oversee and read no names. */
create function champion_sectors(which uuid, today date) returns table (sector text, in_date bigint, expiring bigint, expired bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  select c.sector, count(*) filter (where c.expires_on >= today), count(*) filter (where c.expires_on between today and today + 60),
         count(*) filter (where c.expires_on < today)
    from champions c
   where c.area_id = which and c.ended_on is null
     and actor_role() in ('prevent_coordinator', 'steering_member', 'auditor')
     and (which = actor_area() or exists (select from partnership_areas mine join partnership_areas theirs using (partnership_id)
                                           where mine.area_id = actor_area() and theirs.area_id = which))
   group by c.sector
$$;
alter function champion_sectors(uuid, date) owner to casebook_keeper;
revoke execute on function champion_sectors(uuid, date) from public;
grant execute on function champion_sectors(uuid, date) to casebook_app;

alter table champions enable row level security;
alter table champions force row level security;
grant select on champions to casebook_keeper, casebook_app;
grant insert on champions to casebook_app;
grant update (kind, name, post, contact, expires_on, course, trained_until, last_contact_on, ended_on, ended_because, dispose_on,
              edited_by_hat, edited_at, version) on champions to casebook_app;
create policy keeper on champions to casebook_keeper using (true) with check (true);
do $$
declare
  theirs text := 'area_id = (select actor_area()) and ((select actor_role()) = ''prevent_coordinator''
    or (select actor_role()) = ''agency_lead'' and organisation_id = (select actor_organisation()))';
begin
  execute 'create policy readers on champions for select using (' || theirs || ')';
  execute 'create policy kept on champions for insert with check (' || theirs || '
    and coalesce((select true from organisation_areas o where o.area_id = champions.area_id and o.organisation_id = champions.organisation_id), false))';
  execute 'create policy kept_current on champions for update using (' || theirs || ') with check (' || theirs || ')';
end $$;

/* What the yearly prioritisation said of an area. Each row is written once: the rows are the history (8.10). */
create table area_priorities (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  year_on date not null check (extract(month from year_on) = 4 and extract(day from year_on) = 1),
  status text not null check (status in ('priority', 'not_priority', 'unknown')),
  source text not null,
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null
);
create index area_priorities_area on area_priorities (area_id, year_on desc, recorded_at desc);

/* Who leads, and which teams there are, from a day until a day: who it was before stays (3.7). */
create table area_posts (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  kind text not null check (kind in ('executive_lead', 'prevent_lead', 'team')),
  name text not null,
  about text not null,                               -- the post of a lead, what a team is for
  contact text not null,
  from_on date not null,
  until_on date,
  ended_because text,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  ended_by_hat uuid references hats,
  retention_class text not null default 'governance_document',
  dispose_on date,
  constraint ends_after_it_begins check (until_on >= from_on),
  constraint ended_for_a_reason check (num_nonnulls(until_on, ended_because, ended_by_hat) in (0, 3))
);
create index area_posts_area on area_posts (area_id, from_on desc);
create unique index area_posts_one_lead on area_posts (area_id, kind) where until_on is null and kind <> 'team';

create function area_post_stays() returns trigger language plpgsql as $$
begin
  if old.until_on is not null then
    raise exception 'A post that has ended stays as it was' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger area_post_stays before update on area_posts for each row execute function area_post_stays();

do $$
declare
  t text;
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
begin
  foreach t in array array['area_priorities', 'area_posts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper, casebook_app', t);
    execute format('grant insert on %I to casebook_app', t);
    execute format('create policy overseers on %1$I for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'')
      and (area_id = (select actor_area()) or coalesce((select true from partnership_areas mine join partnership_areas theirs using (partnership_id)
             where mine.area_id = (select actor_area()) and theirs.area_id = %1$I.area_id limit 1), false)))', t);
  end loop;
  execute 'create policy kept on area_priorities for insert with check (' || keeper || ' and recorded_by_hat = (select actor_hat()))';
  execute 'create policy kept on area_posts for insert with check (' || keeper || ' and added_by_hat = (select actor_hat()) and until_on is null)';
  execute 'create policy kept_current on area_posts for update using (' || keeper || ') with check (' || keeper || ' and ended_by_hat = (select actor_hat()))';
end $$;
grant update (until_on, ended_because, ended_by_hat) on area_posts to casebook_app;
