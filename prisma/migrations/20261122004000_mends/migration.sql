-- What a form checks, the database checks as well.

/* 4.2: whoever asks takes a question back, and does not answer it. Postgres asks for any of the policies that let a row
   be changed and for any of those that let it be written, so each says whole who may do what. */
do $$
declare
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
  asked text := '((select actor_role()) = ''prevent_coordinator''
    and coalesce((select b.area_id = (select actor_area()) from governance_bodies b where b.id = governance_escalations.to_body_id), false)
    or (select actor_role()) in (''steering_member'', ''gold_reader'', ''agency_lead'') and coalesce((select true from governance_members m
         where m.body_id = governance_escalations.to_body_id and m.role = ''chair'' and (m.hat_id = (select actor_hat()) or m.deputy_hat_id = (select actor_hat()))
           and m.from_on <= (select actor_today()) and (m.until_on is null or m.until_on >= (select actor_today())) limit 1), false))';
begin
  execute 'alter policy withdrawn on governance_escalations using (' || keeper || ') with check (state = ''withdrawn'' and ' || keeper || ')';
  execute 'alter policy answered on governance_escalations using (state = ''open'' and ' || asked || ') with check (state = ''answered'' and ' || asked || ')';
end $$;

/* A foreign key looks past the row policies. Nobody links what they do not see: a case's action least of all. Named by
   its column, its table and the key there. */
create function links_what_is_seen() returns trigger set search_path = public, pg_temp language plpgsql as $$
declare
  at int := 0;
  linked uuid;
  is_seen boolean;
begin
  if current_user <> 'casebook_app' then return new; end if;
  while at < tg_nargs loop
    linked := (to_jsonb(new) ->> tg_argv[at])::uuid;
    if linked is not null and (tg_op = 'INSERT' or linked is distinct from (to_jsonb(old) ->> tg_argv[at])::uuid) then
      execute format('select exists (select from %I where %I = $1)', tg_argv[at + 1], tg_argv[at + 2]) into is_seen using linked;
      if not is_seen then
        raise exception 'What is linked is not there for whoever links it.' using errcode = 'check_violation';
      end if;
    end if;
    at := at + 3;
  end loop;
  return new;
end $$;

create trigger links_what_is_seen before insert or update of risk_id, recommendation_id on projects
  for each row execute function links_what_is_seen('risk_id', 'risks', 'id', 'recommendation_id', 'profile_recommendations', 'id');
create trigger links_what_is_seen before insert on project_actions
  for each row execute function links_what_is_seen('action_id', 'plan_actions', 'action_id');
create trigger links_what_is_seen before insert on funding_actions
  for each row execute function links_what_is_seen('action_id', 'plan_actions', 'action_id');
create trigger links_what_is_seen before insert on governance_items
  for each row execute function links_what_is_seen('action_id', 'actions', 'id', 'risk_id', 'risks', 'id', 'escalation_id', 'governance_escalations', 'id',
    'earlier_item_id', 'governance_items', 'id');
create trigger links_what_is_seen before insert on governance_escalations
  for each row execute function links_what_is_seen('action_id', 'plan_actions', 'action_id', 'risk_id', 'risks', 'id');
create trigger links_what_is_seen before insert on board_reports
  for each row execute function links_what_is_seen('plan_id', 'plans', 'id', 'snapshot_id', 'plan_snapshots', 'id');

/* Whoever is named reads what is not published yet: an officer of the area that asks, and of no other. */
create function asks_of_its_area() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if current_user = 'casebook_app' and new.hat_id is not null
     and not exists (select from hats h where h.id = new.hat_id and h.area_id = new.area_id) then
    raise exception 'Only somebody of the area is asked by name.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger asks_of_its_area before insert on report_approvers for each row execute function asks_of_its_area();
create trigger asks_of_its_area before insert on consultation_contributors for each row execute function asks_of_its_area();
