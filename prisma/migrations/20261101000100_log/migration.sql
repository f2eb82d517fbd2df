-- The log: append-only, chained per stream, sealed by checkpoints (A-01, A-02).

create table audit_events (
  id bigint generated always as identity primary key,
  stream text not null,             -- 'case:' or 'actor:' or 'area:' and a keyed hash: no id can be read from it
  n bigint not null,
  at timestamptz not null,
  area uuid,
  actor uuid,
  hat uuid,
  role text,
  type text not null,
  facts jsonb not null,             -- codes, counts and references of our own making; no names, no free text
  sealed_detail bytea,              -- encrypted with the case's own key, or null
  prev bytea not null,
  hash bytea not null,
  unique (stream, n)
);
create index audit_events_area on audit_events (area, at desc, id desc);
create index audit_events_type on audit_events (area, type, at desc, id desc);
create index audit_events_actor on audit_events (actor, id desc);

create table audit_heads (
  stream text primary key,
  n bigint not null,
  hash bytea not null
);

create table audit_checkpoints (
  n bigint primary key,
  at timestamptz not null,
  events bigint not null,
  root bytea not null,
  prev bytea not null,
  hash bytea not null
);

create table audit_seals (
  event_id bigint primary key references audit_events,
  checkpoint bigint references audit_checkpoints
);
create index audit_seals_waiting on audit_seals (event_id) where checkpoint is null;
create index audit_seals_checkpoint on audit_seals (checkpoint, event_id);

/* Which stream is whose. Removed at disposal, and then the stream is nobody's. */
create table audit_streams (
  stream text primary key,
  area_id uuid not null references areas,
  referral_id uuid,
  case_id uuid,
  case_reference text                                -- so that governance can ask by reference, and read nothing else
);
create index audit_streams_case on audit_streams (case_id);
create unique index audit_streams_reference on audit_streams (area_id, case_reference);
create index audit_streams_referral on audit_streams (referral_id);

do $$ declare t text; begin
  foreach t in array array['audit_events', 'audit_heads', 'audit_checkpoints', 'audit_seals', 'audit_streams'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to casebook_keeper', t);
  end loop;
end $$;
grant update on audit_heads, audit_seals to casebook_keeper;

create function audit_hash(stream text, n bigint, at timestamptz, area uuid, actor uuid, hat uuid, role text,
                           type text, facts jsonb, sealed_detail bytea, prev bytea) returns bytea immutable language sql as $$
  select sha256(prev || convert_to(json_build_array(stream, n, (extract(epoch from at) * 1000000)::bigint, area, actor, hat, role,
                                                    type, facts, encode(sealed_detail, 'hex'))::text, 'UTF8'))
$$;

/* Links an event to the one before it in its stream; who and when are read here, never taken from the writer. */
create function audit_link() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into audit_heads as h values (new.stream, 1, sha256(convert_to(new.stream, 'UTF8')))
    on conflict (stream) do update set n = h.n + 1
    returning h.n, h.hash into new.n, new.prev;
  new.at    := clock_timestamp();
  new.area  := actor_area();
  new.actor := actor_id();
  new.hat   := actor_hat();
  new.role  := actor_role();
  new.hash  := audit_hash(new.stream, new.n, new.at, new.area, new.actor, new.hat, new.role, new.type, new.facts, new.sealed_detail, new.prev);
  update audit_heads set hash = new.hash where stream = new.stream;
  return new;
end $$;
alter function audit_link() owner to casebook_keeper;
create trigger audit_link before insert on audit_events for each row execute function audit_link();

create function audit_wait() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into audit_seals values (new.id, null);
  return null;
end $$;
alter function audit_wait() owner to casebook_keeper;
create trigger audit_wait after insert on audit_events for each row execute function audit_wait();

/* The root of a Merkle tree over the given hashes, pair by pair, an odd one carried up. */
create function merkle_root(leaves bytea[]) returns bytea immutable language plpgsql set search_path = public, pg_temp as $$
declare above bytea[]; i int;
begin
  if cardinality(leaves) = 0 then return sha256(''); end if;
  while cardinality(leaves) > 1 loop
    above := '{}'; i := 1;
    while i <= cardinality(leaves) loop
      above := above || case when i < cardinality(leaves) then sha256(leaves[i] || leaves[i + 1]) else leaves[i] end;
      i := i + 2;
    end loop;
    leaves := above;
  end loop;
  return leaves[1];
end $$;

/* Seals everything that waits under one checkpoint. Returns it, or nothing when there was nothing to seal. */
create function audit_seal() returns table (n bigint, hash text)
security definer set search_path = public, pg_temp language plpgsql as $$
declare last audit_checkpoints; mine audit_checkpoints; sealed bigint[]; leaves bytea[];
begin
  perform pg_advisory_xact_lock(hashtext('audit_seal'));
  select array_agg(w.event_id order by w.event_id), array_agg(e.hash order by w.event_id) into sealed, leaves
    from (select event_id from audit_seals where checkpoint is null order by event_id limit 10000 for update) w
    join audit_events e on e.id = w.event_id;
  if sealed is null then return; end if;
  select * into last from audit_checkpoints c order by c.n desc limit 1;
  mine.n := coalesce(last.n, 0) + 1;
  mine.at := clock_timestamp();
  mine.events := cardinality(sealed);
  mine.root := merkle_root(leaves);
  mine.prev := coalesce(last.hash, sha256('first'));
  mine.hash := sha256(mine.prev || mine.root || convert_to(mine.n || ' ' || mine.events, 'UTF8'));
  insert into audit_checkpoints values (mine.*);
  update audit_seals s set checkpoint = mine.n where s.event_id = any (sealed);
  return query select mine.n, encode(mine.hash, 'hex');
end $$;
alter function audit_seal() owner to casebook_keeper;
revoke execute on function audit_seal() from public;
grant execute on function audit_seal() to casebook_app;

/* How far the log is sealed, for those who oversee it: a count and a time, and none of the hashes. */
create function audit_sealed() returns table (n bigint, at timestamptz, events bigint, waiting bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  select c.n, c.at, c.events, (select count(*) from (select from audit_seals where checkpoint is null limit 10000) w)
    from audit_checkpoints c where actor_role() in ('governance_officer', 'auditor') order by c.n desc limit 1
$$;
alter function audit_sealed() owner to casebook_keeper;
revoke execute on function audit_sealed() from public;
grant execute on function audit_sealed() to casebook_app;

grant insert (stream, type, facts, sealed_detail) on audit_events to casebook_app;
create policy written_by_anybody on audit_events for insert to casebook_app with check (true);
grant select on audit_events, audit_streams to casebook_app;
grant insert on audit_streams to casebook_app;
create policy begun_by_anybody on audit_streams for insert to casebook_app with check (true);
