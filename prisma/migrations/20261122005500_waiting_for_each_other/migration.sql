-- What was found after the mends were made.

/* 2.7: a requirement of training names only an action that its writer sees. */
create trigger links_what_is_seen before insert or update of action_id on training_requirements
  for each row execute function links_what_is_seen('action_id', 'plan_actions', 'action_id');

/* C-09: whoever sets support going and whoever takes the consent back wait for each other. Each looked at what stood before
   the other, and support went on without a consent. */
create or replace function support_needs_consent() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.kind = 'support' and new.status in ('in_progress', 'done')
     and (tg_op = 'INSERT' or old.status is distinct from new.status
          or (new.status = 'in_progress'
              and (old.support_type, old.owner_organisation_id) is distinct from (new.support_type, new.owner_organisation_id))) then
    perform pg_advisory_xact_lock(hashtextextended('support ' || new.case_id, 0));
    if not support_is_covered(new.case_id, new.support_type, new.owner_organisation_id) then
      raise exception 'Support waits until consent is given.' using errcode = 'PC001';
    end if;
  end if;
  return new;
end $$;

create or replace function support_stops_with_consent() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('support ' || new.case_id, 0));
  update actions a set status = 'not_started', version = a.version + 1
   where a.case_id = new.case_id and a.kind = 'support' and a.status = 'in_progress'
     and not support_is_covered(a.case_id, a.support_type, a.owner_organisation_id);
  return null;
end $$;
