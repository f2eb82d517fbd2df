-- The meeting that sits, and its minutes.

alter table panel_items add column begun_at timestamptz, add column ended_at timestamptz;
alter table meeting_members
  add column confidential_at timestamptz,             -- M-05: when they agreed to the confidentiality statement
  add column deputy_for_hat uuid references hats;     -- whose place they take at this meeting

/* What a chair has typed of a decision and not recorded yet. Theirs alone, under the case's key, and gone once it is decided. */
create table decision_drafts (
  item_id uuid not null references panel_items,
  hat_id uuid not null references hats,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  sealed bytea,
  saved_at timestamptz not null,
  primary key (item_id, hat_id)
);

/* The minutes of a meeting: which organisations came, and who signed. What was said of a case is in its block (M-01). */
create table minutes (
  meeting_id uuid primary key references meetings,
  area_id uuid not null references areas,
  attendance jsonb not null,                          -- organisations and seats, never people (M-03)
  due_on date not null,                               -- M-02
  drafted_by_hat uuid not null references hats,
  drafted_at timestamptz not null,
  signed_by_hat uuid references hats,
  signed_at timestamptz,
  check ((signed_by_hat is null) = (signed_at is null))
);
create index minutes_to_sign on minutes (area_id, due_on) where signed_at is null;

create table minute_blocks (
  id uuid primary key default uuid_v7(),
  item_id uuid not null unique references panel_items,
  meeting_id uuid not null references meetings,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  sealed_body bytea not null,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  signed_by_hat uuid references hats,
  signed_at timestamptz,
  version int not null default 1,
  check ((signed_by_hat is null) = (signed_at is null))
);
create index minute_blocks_case on minute_blocks (case_id);
create index minute_blocks_meeting on minute_blocks (meeting_id);

create table minute_comments (
  id uuid primary key default uuid_v7(),
  block_id uuid not null references minute_blocks,
  item_id uuid not null references panel_items,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  sealed_body bytea not null,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null
);
create index minute_comments_block on minute_comments (block_id, written_at);

/* Once signed, a block is corrected by what is added to it and by nothing else (M-02). */
create table minute_addenda (
  id uuid primary key default uuid_v7(),
  block_id uuid not null references minute_blocks,
  case_id uuid not null references cases,
  area_id uuid not null references areas,
  sealed_body bytea not null,
  written_by_hat uuid not null references hats,
  written_at timestamptz not null
);
create index minute_addenda_block on minute_addenda (block_id, written_at);

create function signed_is_final() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null then
    raise exception 'M-02: signed minutes cannot be changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger signed_is_final before update on minutes for each row execute function signed_is_final();
create trigger signed_is_final before update on minute_blocks for each row execute function signed_is_final();

do $$
declare
  t text;
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  team text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'') and ' || probe;
  runners text := '(select actor_role()) in (''coordinator'', ''chair'') and ' || probe;
begin
  foreach t in array array['decision_drafts', 'minutes', 'minute_blocks', 'minute_comments', 'minute_addenda'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to casebook_app', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
  end loop;

  execute format('create policy own on %1$I using (hat_id = (select actor_hat()) and (select actor_role()) = ''chair'' and ' || probe || ')', 'decision_drafts');

  foreach t in array array['minute_blocks', 'minute_comments', 'minute_addenda'] loop
    execute format('create policy team on %1$I for select using (' || team || ')', t);
  end loop;
  execute format('create policy write on %1$I for insert with check (signed_at is null and ' || runners || ')', 'minute_blocks');
  execute format('create policy change on %1$I for update using (' || runners || ')
    with check ((signed_at is null or (select actor_role()) = ''chair'') and ' || runners || ')', 'minute_blocks');
  -- Whoever was invited to the item, while it is a draft.
  execute format('create policy invited on %1$I for insert with check (written_by_hat = (select actor_hat()) and ' || team || '
    and coalesce((select true from panel_attendees a where a.item_id = %1$I.item_id and a.hat_id = (select actor_hat())), false)
    and coalesce((select b.signed_at is null from minute_blocks b where b.id = %1$I.block_id), false))', 'minute_comments');
  execute format('create policy chair on %1$I for insert with check (written_by_hat = (select actor_hat()) and (select actor_role()) = ''chair'' and ' || probe || '
    and coalesce((select b.signed_at is not null from minute_blocks b where b.id = %1$I.block_id), false))', 'minute_addenda');
end $$;

create policy runs_panels on minutes for select
  using (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair'));
create policy members on minutes for select
  using ((select actor_role()) = 'panel_member' and coalesce((select true from meeting_members m where m.meeting_id = minutes.meeting_id and m.hat_id = (select actor_hat())), false));
create policy joint on minutes for select
  using ((select actor_role()) in ('coordinator', 'chair')
    and coalesce((select true from meeting_areas j where j.meeting_id = minutes.meeting_id and j.area_id = (select actor_area())), false)); -- P-08
create policy draft on minutes for insert
  with check (area_id = (select actor_area()) and (select actor_role()) in ('coordinator', 'chair') and signed_at is null);
create policy sign on minutes for update
  using (area_id = (select actor_area()) and (select actor_role()) = 'chair')
  with check (signed_by_hat = (select actor_hat()));

grant update (sealed, saved_at) on decision_drafts to casebook_app;
grant update (signed_by_hat, signed_at) on minutes to casebook_app;
grant update (sealed_body, edited_by_hat, edited_at, signed_by_hat, signed_at, version) on minute_blocks to casebook_app;

/* The session of a page that asks by itself whether anything has changed. It is as good as open_session's, and does
   not wind the clock of idleness: a screen that nobody touches still ends. */
create function watch_session(hashed bytea, at timestamptz)
returns table (session_id uuid, user_id uuid, user_name text, email text, hat_id uuid, role text, area_id uuid,
               area_name text, organisation_id uuid, organisation_name text, seat text, factor_level int,
               idle_until timestamptz, expires_at timestamptz, hat_count bigint)
security definer set search_path = public, pg_temp stable language sql as $$
  select s.id, u.id, u.name, u.email, h.id, h.role, h.area_id, a.name, h.organisation_id, o.name, h.seat, s.factor_level,
         s.last_seen_at + interval '15 minutes', s.expires_at,
         (select count(*) from hats x where x.user_id = u.id and x.ended_at is null)
    from sessions s
    join users u on u.id = s.user_id and u.status = 'active'
    left join hats h on h.id = s.hat_id and h.user_id = u.id and h.ended_at is null
    left join areas a on a.id = h.area_id
    left join organisations o on o.id = h.organisation_id
   where s.token_hash = hashed and s.ended_at is null
     and s.last_seen_at > at - interval '15 minutes' and s.expires_at > at
$$;
alter function watch_session(bytea, timestamptz) owner to casebook_keeper;
revoke execute on function watch_session(bytea, timestamptz) from public;
grant execute on function watch_session(bytea, timestamptz) to casebook_app;
