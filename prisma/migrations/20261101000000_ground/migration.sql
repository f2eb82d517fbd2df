-- Areas, organisations, people who sign in, and who is asking.
-- The roles casebook_app, casebook_stats and casebook_keeper are made by scripts/database.ts before this.

create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

revoke create on schema public from public;
grant usage on schema public to casebook_app, casebook_stats, casebook_keeper;

-- UUID version 7: sortable by time, made here so that every supported PostgreSQL has it.
create function uuid_v7() returns uuid volatile language sql as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
              placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
              from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- Who is asking. withActor sets these for one transaction; afterwards they come back as '', not null.
create function actor_id()           returns uuid stable language sql as $$ select nullif(current_setting('app.actor_id', true), '')::uuid $$;
create function actor_hat()          returns uuid stable language sql as $$ select nullif(current_setting('app.actor_hat', true), '')::uuid $$;
create function actor_role()         returns text stable language sql as $$ select nullif(current_setting('app.actor_role', true), '') $$;
create function actor_area()         returns uuid stable language sql as $$ select nullif(current_setting('app.actor_area', true), '')::uuid $$;
create function actor_organisation() returns uuid stable language sql as $$ select nullif(current_setting('app.actor_organisation', true), '')::uuid $$;

create table areas (
  id uuid primary key default uuid_v7(),
  name text not null unique,
  police_force text not null,
  case_lead text not null default 'council' check (case_lead in ('council', 'police')),
  council_may_refer boolean not null default false, -- s.36(2) lets it; enabled per area
  limits jsonb not null default '{}',               -- TL-01 to TL-10 where this area differs
  postcode_prefixes text[] not null default '{}'
);
alter table areas enable row level security;
alter table areas force row level security;
create policy everyone_knows_the_map on areas for select using (true);
create policy set_up on areas for insert to casebook_owner with check (true);
grant select on areas to casebook_app, casebook_keeper;

create table organisations (
  id uuid primary key default uuid_v7(),
  name text not null unique,
  sector text not null,
  kind text not null check (kind in ('council', 'police', 'health', 'education', 'probation', 'prison', 'youth_justice', 'voluntary', 'other'))
);
alter table organisations enable row level security;
alter table organisations force row level security;
create policy everyone_knows_the_map on organisations for select using (true);
create policy set_up on organisations for insert to casebook_owner with check (true);
grant select on organisations to casebook_app, casebook_keeper;

create table organisation_areas (
  organisation_id uuid not null references organisations,
  area_id uuid not null references areas,
  primary key (area_id, organisation_id)
);
alter table organisation_areas enable row level security;
alter table organisation_areas force row level security;
create policy everyone_knows_the_map on organisation_areas for select using (true);
create policy set_up on organisation_areas for insert to casebook_owner with check (true);
grant select on organisation_areas to casebook_app, casebook_keeper;

create table users (
  id uuid primary key default uuid_v7(),
  email text not null,
  name text not null,
  status text not null default 'active' check (status in ('active', 'disabled')),
  created_at timestamptz not null default now()
);
create unique index users_email on users (lower(email));
alter table users enable row level security;
alter table users force row level security;
create policy colleagues_have_names on users for select using ((select actor_role()) is not null);
create policy administrators_keep on users for update using ((select actor_role()) in ('administrator', 'system'));
create policy first_sign_in on users for insert with check ((select actor_role()) in ('administrator', 'system'));
grant select, insert, update on users to casebook_app;
grant select, update on users to casebook_keeper;

create table user_credentials (
  user_id uuid primary key references users,
  password_hash text,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  changed_at timestamptz not null default now()
);
alter table user_credentials enable row level security;
alter table user_credentials force row level security;
create policy sign_in_only on user_credentials using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
grant select, insert, update on user_credentials to casebook_app;

create table recovery_codes (
  id uuid primary key default uuid_v7(),
  user_id uuid not null references users,
  code_hash text not null,
  used_at timestamptz
);
create index recovery_codes_user on recovery_codes (user_id);
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
create policy sign_in_only on recovery_codes using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
grant select, insert, update, delete on recovery_codes to casebook_app;

/* A hat: one role, held for one organisation in one area. Everything a person does is done in one. */
create table hats (
  id uuid primary key default uuid_v7(),
  user_id uuid not null references users,
  organisation_id uuid not null references organisations,
  area_id uuid not null references areas,
  role text not null check (role in ('referrer', 'agency_lead', 'gateway_officer', 'coordinator', 'chair', 'panel_member', 'invitee', 'provider', 'prevent_coordinator', 'steering_member', 'gold_reader', 'governance_officer', 'auditor', 'administrator')),
  seat text check (seat in ('chair', 'deputy_chair', 'police', 'resident_police', 'childrens_social_care', 'adult_social_care', 'education', 'health', 'probation', 'prison', 'youth_justice', 'housing', 'community_safety', 'voluntary', 'other')),
  granted_by uuid references users,
  granted_at timestamptz not null default now(),
  ended_at timestamptz
);
create index hats_user on hats (user_id);
create index hats_area_role on hats (area_id, role) where ended_at is null;
alter table hats enable row level security;
alter table hats force row level security;
create policy colleagues_have_roles on hats for select using ((select actor_role()) is not null);
create policy administrators_grant on hats for insert with check ((select actor_role()) = 'administrator' and area_id = (select actor_area()));
create policy administrators_end on hats for update using ((select actor_role()) = 'administrator' and area_id = (select actor_area()));
grant select, insert, update on hats to casebook_app;
grant select on hats to casebook_keeper;

create table sessions (
  id uuid primary key default uuid_v7(),
  token_hash bytea not null unique,
  user_id uuid not null references users,
  hat_id uuid references hats,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  factor_level int not null default 1,
  factor_at timestamptz
);
create index sessions_user on sessions (user_id) where ended_at is null;
alter table sessions enable row level security;
alter table sessions force row level security;
create policy sign_in_only on sessions using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
create policy administrators_end on sessions using ((select actor_role()) = 'administrator') with check ((select actor_role()) = 'administrator' and ended_at is not null);
create policy mine on sessions for select using (user_id = (select actor_id()));
create policy mine_to_end on sessions for update using (user_id = (select actor_id()));
grant select, insert, update on sessions to casebook_app;
grant select, update on sessions to casebook_keeper;

/* The one read that decides who is asking: session, account and hat, all as they are now. */
create function open_session(hashed bytea, at timestamptz)
returns table (session_id uuid, user_id uuid, user_name text, email text, hat_id uuid, role text, area_id uuid,
               area_name text, organisation_id uuid, organisation_name text, seat text, factor_level int,
               idle_until timestamptz, expires_at timestamptz, hat_count bigint)
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  -- The clock of idleness is wound at most twice a minute: a read should not be a write each time.
  update sessions s set last_seen_at = at
   where s.token_hash = hashed and s.ended_at is null and s.last_seen_at > at - interval '15 minutes'
     and s.expires_at > at and s.last_seen_at < at - interval '30 seconds';
  return query
    select s.id, u.id, u.name, u.email, h.id, h.role, h.area_id, a.name, h.organisation_id, o.name, h.seat, s.factor_level,
           s.last_seen_at + interval '15 minutes', s.expires_at,
           (select count(*) from hats x where x.user_id = u.id and x.ended_at is null)
      from sessions s
      join users u on u.id = s.user_id and u.status = 'active'
      left join hats h on h.id = s.hat_id and h.user_id = u.id and h.ended_at is null
      left join areas a on a.id = h.area_id
      left join organisations o on o.id = h.organisation_id
     where s.token_hash = hashed and s.ended_at is null
       and s.last_seen_at > at - interval '15 minutes' and s.expires_at > at;
end $$;
alter function open_session(bytea, timestamptz) owner to casebook_keeper;
revoke execute on function open_session(bytea, timestamptz) from public;
grant execute on function open_session(bytea, timestamptz) to casebook_app;

-- Counters of the sign-in throttle (rate-limiter-flexible keeps them).
create table throttles (
  key text primary key,
  points int not null default 0,
  expire bigint
);
alter table throttles enable row level security;
alter table throttles force row level security;
create policy counters_only on throttles using (true) with check (true);
grant select, insert, update, delete on throttles to casebook_app;

create table idempotency_keys (
  actor_id uuid not null,
  key uuid not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (actor_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy mine on idempotency_keys using (actor_id = (select actor_id())) with check (actor_id = (select actor_id()));
create policy swept on idempotency_keys for delete using ((select actor_role()) = 'system');
create policy swept_seen on idempotency_keys for select using ((select actor_role()) = 'system');
grant select, insert, update, delete on idempotency_keys to casebook_app;

/* One key for each referral and the case that comes of it. Destroying it destroys what it sealed. */
create table data_keys (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  wrapped bytea,
  wrapping_version int not null,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz
);
alter table data_keys enable row level security;
alter table data_keys force row level security;
create policy of_this_area on data_keys for select using (area_id = (select actor_area()) and (select actor_role()) not in ('administrator', 'auditor', 'steering_member', 'gold_reader', 'prevent_coordinator') or (select actor_role()) = 'system');
create policy made_here on data_keys for insert with check (area_id = (select actor_area()));
grant select, insert on data_keys to casebook_app;

/* References without gaps or races: the row lock lasts until the caller's transaction ends. */
create table reference_counters (
  area_id uuid not null references areas,
  kind text not null check (kind in ('R', 'PC')),
  year int not null,
  last int not null,
  primary key (area_id, kind, year)
);
alter table reference_counters enable row level security;
alter table reference_counters force row level security;
grant select, insert, update on reference_counters to casebook_keeper;
create policy keeper on reference_counters to casebook_keeper using (true) with check (true);

create function next_reference(wanted text, on_day date) returns text
security definer set search_path = public, pg_temp language sql as $$
  insert into reference_counters as c values (actor_area(), wanted, extract(year from on_day), 1)
  on conflict (area_id, kind, year) do update set last = c.last + 1
  returning kind || '-' || year || '-' || lpad(last::text, 6, '0')
$$;
alter function next_reference(text, date) owner to casebook_keeper;
revoke execute on function next_reference(text, date) from public;
grant execute on function next_reference(text, date) to casebook_app;

create policy keeper on users to casebook_keeper using (true) with check (true);
create policy keeper on hats to casebook_keeper using (true);
create policy keeper on sessions to casebook_keeper using (true) with check (true);

create table notifications (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  user_id uuid not null references users,
  hat_id uuid not null references hats,
  kind text not null,
  reference text not null,
  path text not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index notifications_mine on notifications (hat_id, created_at desc);
alter table notifications enable row level security;
alter table notifications force row level security;
create policy mine on notifications for select using (hat_id = (select actor_hat()) or (select actor_role()) = 'system');
create policy sent_by_others on notifications for insert with check (area_id = (select actor_area()) or (select actor_role()) = 'system');
create policy read_by_me on notifications for update using (hat_id = (select actor_hat()));
grant select, insert, update on notifications to casebook_app;

create table outbox (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  user_id uuid not null references users,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  parked_at timestamptz,
  last_error text
);
create index outbox_waiting on outbox (next_try_at) where sent_at is null and parked_at is null;
create index outbox_recent on outbox (area_id, created_at desc);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy worker on outbox using ((select actor_role()) = 'system') with check ((select actor_role()) = 'system');
create policy posted on outbox for insert with check (area_id = (select actor_area()));
create policy mine on outbox for select using (user_id = (select actor_id()));
create policy parked_is_seen on outbox for select using ((select actor_role()) = 'administrator' and area_id = (select actor_area()) and parked_at is not null);
grant select, insert, update on outbox to casebook_app;

create table last_looks (
  hat_id uuid not null references hats,
  subject text not null,
  looked_at timestamptz not null,
  primary key (hat_id, subject)
);
alter table last_looks enable row level security;
alter table last_looks force row level security;
create policy mine on last_looks using (hat_id = (select actor_hat())) with check (hat_id = (select actor_hat()));
grant select, insert, update on last_looks to casebook_app;

/* A search by name travels as a key: the words stay here, sealed to whoever asked. */
create table searches (
  id uuid primary key default uuid_v7(),
  hat_id uuid not null references hats,
  area_id uuid not null references areas,
  kind text not null check (kind in ('cases', 'people')),
  terms jsonb not null,
  created_at timestamptz not null
);
alter table searches enable row level security;
alter table searches force row level security;
create policy mine on searches using (hat_id = (select actor_hat())) with check (hat_id = (select actor_hat()));
create policy swept on searches for delete using ((select actor_role()) = 'system');
create policy swept_seen on searches for select using ((select actor_role()) = 'system');
grant select, insert, delete on searches to casebook_app;
