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
