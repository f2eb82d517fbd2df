-- How well an area and each authority in it do what the duty asks, by their own word and their peers' (8.5, 6.7, 2.2 to
-- 2.6, 4.5). Nothing here knows a person or a case.

/* One scheme for one period: of an area or its partnership, or of one organisation. */
create table benchmark_assessments (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  partnership_id uuid references partnerships,
  organisation_id uuid references organisations,     -- nothing when it is the area's or the partnership's
  scheme text not null check (scheme in ('toolkit', 'duty', 'channel_assurance', 'engagement', 'ni35')),
  scheme_version text not null,
  period_start date not null,
  period_end date not null,
  status text not null default 'draft' check (status in ('draft', 'submitted')),
  facts jsonb,                                       -- counts that may be published, as they were on the day
  statement text,
  submitted_on date,
  submitted_by_hat uuid references hats,
  uploaded_on date,
  receipt_reference text,
  receipt_by_hat uuid references hats,
  started_by_hat uuid not null references hats,
  started_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  version int not null default 1,
  unique (id, area_id),
  constraint a_period_ends check (period_end > period_start),
  constraint of_one_or_of_many check (organisation_id is null or partnership_id is null),
  constraint an_authority_answers_for_its_duty check ((scheme = 'duty') = (organisation_id is not null)),
  constraint ni35_is_history check (scheme <> 'ni35' or period_end <= '2011-03-31'),
  constraint submitted_by_somebody check ((status = 'submitted') = (submitted_on is not null and submitted_by_hat is not null and statement is not null)),
  constraint a_receipt_is_whole check (num_nonnulls(uploaded_on, receipt_reference, receipt_by_hat) in (0, 3)),
  constraint a_receipt_is_of_what_was_submitted check (uploaded_on is null or status = 'submitted')
);
create unique index benchmark_assessments_once on benchmark_assessments (area_id, scheme, period_start, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'));
create index benchmark_assessments_partnership on benchmark_assessments (partnership_id) where partnership_id is not null;
create index benchmark_assessments_organisation on benchmark_assessments (organisation_id) where organisation_id is not null;

/* A criterion with the words it had when the assessment was begun, and what was answered. */
create table benchmark_answers (
  id uuid primary key default uuid_v7(),
  assessment_id uuid not null,
  area_id uuid not null,
  criterion text not null,
  position int not null,
  wording text not null,
  level int check (level between 0 and 5),
  answer text,
  owner_organisation_id uuid references organisations,
  owner_role text,
  edited_by_hat uuid not null references hats,
  edited_at timestamptz not null,
  version int not null default 1,
  unique (assessment_id, criterion),
  unique (id, assessment_id),
  foreign key (assessment_id, area_id) references benchmark_assessments (id, area_id),
  constraint answered_whole check (num_nonnulls(level, answer, owner_organisation_id, owner_role) in (0, 4))
);

/* What shows it: a row of the plan, the register or the profile; or a paper, by its title, place and day. */
create table benchmark_evidence (
  id uuid primary key default uuid_v7(),
  answer_id uuid not null,
  assessment_id uuid not null,
  area_id uuid not null,
  kind text not null check (kind in ('action', 'plan_evidence', 'risk_review', 'profile_edition', 'document')),
  action_id uuid references plan_actions,
  plan_evidence_id uuid references plan_evidence,
  risk_review_id uuid references risk_reviews,
  edition_id uuid references profile_editions,
  title text not null,
  place text not null,
  dated_on date not null,
  added_by_hat uuid not null references hats,
  added_at timestamptz not null,
  ended_at timestamptz,
  foreign key (answer_id, assessment_id) references benchmark_answers (id, assessment_id),
  foreign key (assessment_id, area_id) references benchmark_assessments (id, area_id),
  constraint links_what_it_says check ((action_id is not null) = (kind = 'action') and (plan_evidence_id is not null) = (kind = 'plan_evidence')
    and (risk_review_id is not null) = (kind = 'risk_review') and (edition_id is not null) = (kind = 'profile_edition'))
);
create index benchmark_evidence_answer on benchmark_evidence (answer_id);
create index benchmark_evidence_assessment on benchmark_evidence (assessment_id);

/* What a peer says of an answer, and what the assessor says to that. Each is written once. */
create table benchmark_challenges (
  id uuid primary key default uuid_v7(),
  answer_id uuid not null,
  assessment_id uuid not null,
  area_id uuid not null,
  organisation_id uuid not null references organisations,
  verdict text not null check (verdict in ('agree', 'disagree')),
  note text not null,
  challenged_on date not null,
  challenged_by_hat uuid not null references hats,
  reply text,
  replied_on date,
  replied_by_hat uuid references hats,
  foreign key (answer_id, assessment_id) references benchmark_answers (id, assessment_id),
  foreign key (assessment_id, area_id) references benchmark_assessments (id, area_id),
  constraint replied_by_somebody check (num_nonnulls(reply, replied_on, replied_by_hat) in (0, 3))
);
create index benchmark_challenges_assessment on benchmark_challenges (assessment_id);

/* The action of a plan that a low score became. */
create table benchmark_actions (
  id uuid primary key default uuid_v7(),
  answer_id uuid not null,
  assessment_id uuid not null,
  area_id uuid not null,
  action_id uuid not null,
  plan_id uuid not null,
  linked_by_hat uuid not null references hats,
  linked_at timestamptz not null,
  foreign key (answer_id, assessment_id) references benchmark_answers (id, assessment_id),
  foreign key (assessment_id, area_id) references benchmark_assessments (id, area_id),
  foreign key (action_id, plan_id) references plan_actions (action_id, plan_id)
);
create index benchmark_actions_assessment on benchmark_actions (assessment_id);
create index benchmark_actions_action on benchmark_actions (action_id);

/* 2.5: what an authority did together with others, and where that is shown. Written once. */
create table cooperation_entries (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  organisation_id uuid not null references organisations,
  partner_ids uuid[] not null,
  happened_on date not null,
  what text not null,
  place text not null,
  logged_by_hat uuid not null references hats,
  logged_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  constraint with_somebody_else check (cardinality(partner_ids) > 0 and not organisation_id = any (partner_ids))
);
create index cooperation_entries_area on cooperation_entries (area_id, happened_on desc);

/* 2.2: guidance to which authorities have regard, as it changed. */
create table guidance_editions (
  id uuid primary key default uuid_v7(),
  area_id uuid not null references areas,
  title text not null,
  version_label text not null,
  published_on date not null,
  in_force_on date not null check (in_force_on >= published_on),
  summary text not null,
  criteria text[] not null,
  recorded_by_hat uuid not null references hats,
  recorded_at timestamptz not null,
  retention_class text not null default 'governance_document',
  dispose_on date,
  unique (id, area_id),
  unique (area_id, title, version_label)
);

/* What the change means for one authority. It asks; the authority answers, once. */
create table gap_reviews (
  id uuid primary key default uuid_v7(),
  guidance_id uuid not null,
  area_id uuid not null,
  organisation_id uuid not null references organisations,
  due_on date not null,
  outcome text check (outcome in ('no_gap', 'gap', 'not_applicable')),
  reasons text,
  planned text,
  planned_by date,
  answered_on date,
  answered_by_hat uuid references hats,
  unique (guidance_id, organisation_id),
  foreign key (guidance_id, area_id) references guidance_editions (id, area_id),
  constraint answered_by_somebody check (num_nonnulls(outcome, reasons, answered_on, answered_by_hat) in (0, 4)),
  constraint a_gap_is_closed_by_something check ((outcome is not distinct from 'gap') = (num_nonnulls(planned, planned_by) = 2) and num_nonnulls(planned, planned_by) <> 1)
);
create index gap_reviews_organisation on gap_reviews (organisation_id, due_on) where outcome is null;

/* What was submitted is what was said. Not even whoever owns the table changes it. */
create function benchmark_part_stays() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if (tg_op = 'UPDATE' or current_user = 'casebook_app')
     and exists (select from benchmark_assessments a where a.id = new.assessment_id and a.status = 'submitted') then
    raise exception 'This self-assessment was submitted, so it stays as it was.' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger stays before insert or update on benchmark_answers for each row execute function benchmark_part_stays();
create trigger stays before insert or update on benchmark_evidence for each row execute function benchmark_part_stays();
create trigger stays before insert or update on benchmark_challenges for each row execute function benchmark_part_stays();

create function benchmark_stays() returns trigger set search_path = public, pg_temp language plpgsql as $$
declare receipt text[] := array['uploaded_on', 'receipt_reference', 'receipt_by_hat', 'version'];
begin
  if old.status = 'submitted' then
    if old.uploaded_on is not null or to_jsonb(new) - receipt <> to_jsonb(old) - receipt then
      raise exception 'This self-assessment was submitted, so it stays as it was.' using errcode = 'PC001';
    end if;
  elsif new.status = 'submitted' then
    if exists (select from benchmark_answers b where b.assessment_id = new.id and b.level is null)
       or not exists (select from benchmark_answers b where b.assessment_id = new.id) then
      raise exception 'Every criterion is answered before a self-assessment is submitted.' using errcode = 'PC001';
    end if;
    if exists (select from benchmark_answers b where b.assessment_id = new.id and b.level >= 3
                  and not exists (select from benchmark_evidence e where e.answer_id = b.id and e.ended_at is null)) then
      raise exception 'A level of 3 or more has evidence before a self-assessment is submitted.' using errcode = 'PC001';
    end if;
    if exists (select from benchmark_challenges c where c.assessment_id = new.id and c.reply is null) then
      raise exception 'Every challenge is answered before a self-assessment is submitted.' using errcode = 'PC001';
    end if;
  end if;
  return new;
end $$;
create trigger stays before update on benchmark_assessments for each row execute function benchmark_stays();

/* A reply, or an answer to a review, is given once. */
create function answered_once() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_table_name = 'gap_reviews' then
    if old.outcome is not null then raise exception 'This review was answered, so it stays as it was.' using errcode = 'PC001'; end if;
  elsif old.reply is not null then
    raise exception 'This challenge was answered, so it stays as it was.' using errcode = 'PC001';
  end if;
  return new;
end $$;
create trigger answered_once before update on gap_reviews for each row execute function answered_once();
create trigger answered_once before update on benchmark_challenges for each row execute function answered_once();

do $$
declare
  t text;
  covered text := '(%1$I.area_id = (select actor_area()) or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = %1$I.partnership_id), false))';
  own_partnership text := '(partnership_id is null or coalesce((select true from partnership_areas p where p.area_id = (select actor_area()) and p.partnership_id = benchmark_assessments.partnership_id), false))';
  overseers text := '(select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''auditor'')';
  keeper text := '(select actor_role()) = ''prevent_coordinator'' and area_id = (select actor_area())';
  lead text := '(select actor_role()) = ''agency_lead'' and area_id = (select actor_area()) and organisation_id = (select actor_organisation())';
  of_what_is_seen text := 'coalesce((select true from benchmark_assessments a where a.id = %1$I.assessment_id), false)';
  -- Whoever answers for it, until it is submitted.
  assessor text := 'coalesce((select true from benchmark_assessments a where a.id = %1$I.assessment_id and a.area_id = %1$I.area_id and a.status = ''draft''
    and a.area_id = (select actor_area()) and ((select actor_role()) = ''prevent_coordinator''
      or ((select actor_role()) = ''agency_lead'' and a.organisation_id = (select actor_organisation())))), false)';
begin
  foreach t in array array['benchmark_assessments', 'benchmark_answers', 'benchmark_evidence', 'benchmark_challenges', 'benchmark_actions',
                           'cooperation_entries', 'guidance_editions', 'gap_reviews'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to casebook_keeper using (true) with check (true)', t);
    execute format('grant select on %I to casebook_keeper', t);
    execute format('grant select, insert on %I to casebook_app', t);
  end loop;

  -- The area's is read like its plan; an authority's by those who oversee, and by that authority.
  execute format('create policy readers on benchmark_assessments for select using (' || overseers || ' and ' || covered || ')', 'benchmark_assessments');
  execute format('create policy partners on benchmark_assessments for select using ((select actor_role()) = ''agency_lead'' and organisation_id is null and ' || covered || ')', 'benchmark_assessments');
  execute 'create policy its_own on benchmark_assessments for select using (' || lead || ')';
  execute format('create policy gold_reads_what_was_submitted on benchmark_assessments for select using ((select actor_role()) = ''gold_reader'' and status = ''submitted'' and ' || covered || ')', 'benchmark_assessments');
  execute 'create policy kept on benchmark_assessments for insert with check (' || keeper || ' and ' || own_partnership || ')';
  execute 'create policy kept_current on benchmark_assessments for update using (' || keeper || ')';
  execute 'create policy own_duty on benchmark_assessments for insert with check (' || lead || ')';
  execute 'create policy own_duty_current on benchmark_assessments for update using (' || lead || ')';

  foreach t in array array['benchmark_answers', 'benchmark_evidence', 'benchmark_challenges', 'benchmark_actions'] loop
    execute format('create policy follows_its_assessment on %1$I for select using (' || of_what_is_seen || ')', t);
  end loop;
  foreach t in array array['benchmark_answers', 'benchmark_evidence'] loop
    execute format('create policy assessor_current on %1$I for update using (' || assessor || ')', t);
  end loop;
  execute format('create policy assessor on %1$I for insert with check (' || assessor || ')', 'benchmark_answers');
  -- Nobody links what they may not see.
  execute format('create policy assessor on %1$I for insert with check (' || assessor || '
    and (action_id is null or coalesce((select true from plan_actions x where x.action_id = %1$I.action_id), false))
    and (plan_evidence_id is null or coalesce((select true from plan_evidence x where x.id = %1$I.plan_evidence_id), false))
    and (risk_review_id is null or coalesce((select true from risk_reviews x where x.id = %1$I.risk_review_id), false))
    and (edition_id is null or coalesce((select true from profile_editions x where x.id = %1$I.edition_id), false)))', 'benchmark_evidence');
  -- A peer: somebody who sees it, and did not answer for it.
  execute 'create policy peers on benchmark_challenges for insert with check (
    (select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''agency_lead'')
    and challenged_by_hat = (select actor_hat()) and organisation_id = (select actor_organisation()) and reply is null
    and coalesce((select a.area_id = benchmark_challenges.area_id and a.status = ''draft'' and a.organisation_id is distinct from (select actor_organisation())
                    from benchmark_assessments a where a.id = benchmark_challenges.assessment_id), false)
    and coalesce((select b.level is not null and b.edited_by_hat <> (select actor_hat()) from benchmark_answers b where b.id = benchmark_challenges.answer_id), false))';
  execute format('create policy assessor_replies on %1$I for update using (' || assessor || ')', 'benchmark_challenges');
  execute 'create policy kept on benchmark_actions for insert with check (' || keeper || '
    and coalesce((select true from plan_actions x where x.action_id = benchmark_actions.action_id), false))';

  execute 'create policy readers on cooperation_entries for select using (' || overseers || ' and area_id = (select actor_area()))';
  execute 'create policy its_own on cooperation_entries for select using ((select actor_role()) = ''agency_lead'' and area_id = (select actor_area())
    and (organisation_id = (select actor_organisation()) or (select actor_organisation()) = any (partner_ids)))';
  execute 'create policy kept on cooperation_entries for insert with check (logged_by_hat = (select actor_hat()) and ((' || keeper || ') or (' || lead || ')))';

  execute 'create policy readers on guidance_editions for select using ((select actor_role()) in (''prevent_coordinator'', ''steering_member'', ''agency_lead'', ''auditor'') and area_id = (select actor_area()))';
  execute 'create policy kept on guidance_editions for insert with check (' || keeper || ' and recorded_by_hat = (select actor_hat()))';

  execute 'create policy readers on gap_reviews for select using (' || overseers || ' and area_id = (select actor_area()))';
  execute 'create policy its_own on gap_reviews for select using (' || lead || ')';
  execute 'create policy kept on gap_reviews for insert with check (' || keeper || ' and outcome is null)';
  execute 'create policy kept_current on gap_reviews for update using (' || keeper || ')';
  execute 'create policy its_own_current on gap_reviews for update using (' || lead || ')';
end $$;

grant update (status, facts, statement, submitted_on, submitted_by_hat, uploaded_on, receipt_reference, receipt_by_hat, version) on benchmark_assessments to casebook_app;
grant update (level, answer, owner_organisation_id, owner_role, edited_by_hat, edited_at, version) on benchmark_answers to casebook_app;
grant update (ended_at) on benchmark_evidence to casebook_app;
grant update (reply, replied_on, replied_by_hat) on benchmark_challenges to casebook_app;
grant update (outcome, reasons, planned, planned_by, answered_on, answered_by_hat) on gap_reviews to casebook_app;

/* Meetings of the panel, counted for the annual assurance: numbers only, and of meetings, not people (6.7). */
create function stats_meetings(first date, last date) returns table (measure text, n bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  with held as (select m.id from meetings m where m.area_id = actor_area() and m.status = 'closed' and m.held_on between first and last)
  select 'held', count(*) from held
  union all
  select 'quorate', count(*) from held h
   where not exists (select from panel_items i join panel_decisions d on d.item_id = i.id
                      where i.meeting_id = h.id and coalesce((d.quorum ->> 'isQuorate')::boolean, false) is false)
$$;
alter function stats_meetings(date, date) owner to casebook_keeper;
revoke execute on function stats_meetings(date, date) from public;
grant execute on function stats_meetings(date, date) to casebook_stats;
