-- What was noticed and left, mended.

/* T27: an offer can be taken back by who runs the case, until it is answered. Each side ends an offer in its own word: the
   policies are asked together, so that each says whose offer it is. */
alter table case_transfers drop constraint case_transfers_status_check;
alter table case_transfers add constraint case_transfers_status_check check (status in ('offered', 'accepted', 'declined', 'withdrawn'));
alter policy declines on case_transfers
  with check (status = 'declined' and to_area_id = (select actor_area()) and answered_by_hat = (select actor_hat()));
create policy withdraws on case_transfers for update
  using ((select actor_role()) = 'coordinator' and area_id = (select actor_area()) and status = 'offered'
    and coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = case_transfers.case_id), false))
  with check (status = 'withdrawn' and area_id = (select actor_area()) and answered_by_hat = (select actor_hat()));
alter policy about_a_transfer on notifications with check (
  kind in ('transfer_offered', 'transfer_answered', 'transfer_withdrawn') and coalesce((select true from case_transfers t
    where t.reference = notifications.reference and notifications.area_id in (t.area_id, t.to_area_id) limit 1), false));

/* T27: what is sealed is part of the history too: files, documents, people around the person, and what was for the chair and
   coordinator. It is opened under the old key and sealed anew under the new one by the transaction that takes the case on,
   while that transaction lasts and by nobody else: these three ask for a transfer that the same transaction has answered. */
create function just_accepted(wanted uuid) returns case_transfers
stable security definer set search_path = public, pg_temp language sql as $$
  select x.* from case_transfers x
   where x.id = wanted and x.status = 'accepted' and x.to_area_id = actor_area() and x.answered_by_hat = actor_hat()
     and actor_role() = 'coordinator' and x.xmin = pg_current_xact_id()::xid
$$;

/* Each thing, the id that its copy will have, and the copy that it hangs from. A document comes before its versions. */
create function list_sealed(wanted uuid) returns table (kind text, was uuid, becomes uuid, belongs_to uuid)
volatile security definer set search_path = public, pg_temp language sql as $$
  with t as materialized (select * from just_accepted(wanted)),
       o as materialized (select c.* from t join cases c on c.id = t.case_id),
       n as materialized (select c.* from t join cases c on c.id = t.new_case_id),
       d as materialized (select d.id, uuid_v7() as becomes from o join documents d on d.case_id = o.id)
  select 'contact', o.referral_id, n.referral_id, null::uuid
    from o, n join referral_texts x on true where x.referral_id = o.referral_id and x.sealed_contact is not null
  union all
  select 'attachment', a.id, uuid_v7(), null from o join attachments a on a.referral_id = o.referral_id
   where a.removed_at is null and a.sealed is not null and a.scan <> 'infected'
  union all
  select 'item', i.id, uuid_v7(), null from o join information_items i on i.case_id = o.id
   where i.body is null or i.audience not in ('all_partners', 'panel_members')
  union all
  select 'around', p.id, uuid_v7(), null from o join people_around p on p.case_id = o.id where p.removed_at is null
  union all
  select 'document', d.id, d.becomes, null from d
  union all
  select 'version', v.id, uuid_v7(), d.becomes from d join document_versions v on v.document_id = d.id
   where v.removed_at is null and v.sealed is not null and v.scan <> 'infected'
$$;

/* What to seal: sealed under the old key, or said in clear to organisations that were named there. */
create function read_sealed(wanted uuid, its_kind text, its_id uuid)
returns table (bytes bytea, is_sealed boolean, key_id uuid, wrapped bytea)
stable security definer set search_path = public, pg_temp language sql as $$
  select s.bytes, s.is_sealed, k.id, k.wrapped
    from just_accepted(wanted) t join cases c on c.id = t.case_id join data_keys k on k.id = c.data_key_id
    cross join lateral (
      select x.sealed_contact as bytes, true as is_sealed from referral_texts x
       where its_kind = 'contact' and x.referral_id = its_id and x.referral_id = c.referral_id
      union all
      select a.sealed, true from attachments a where its_kind = 'attachment' and a.id = its_id and a.referral_id = c.referral_id
      union all
      select coalesce(i.sealed_body, convert_to(i.body, 'UTF8')), i.sealed_body is not null from information_items i
       where its_kind = 'item' and i.id = its_id and i.case_id = c.id
      union all
      select p.sealed, true from people_around p where its_kind = 'around' and p.id = its_id and p.case_id = c.id
      union all
      select coalesce(d.sealed_title, convert_to(d.title, 'UTF8')), d.sealed_title is not null from documents d
       where its_kind = 'document' and d.id = its_id and d.case_id = c.id
         and (d.sealed_title is not null or d.audience = 'named_organisations')
      union all
      select v.sealed, true from document_versions v where its_kind = 'version' and v.id = its_id and v.case_id = c.id) s
$$;

/* The copy. Organisations that were named in the old area are not those of the new one: there it is for the chair and the
   coordinator, who decide. Each keeps who supplied it and when (IS-11). */
create function keep_sealed(wanted uuid, its_kind text, its_id uuid, new_id uuid, hangs_from uuid, sealed_anew bytea) returns void
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  t case_transfers := just_accepted(wanted);
  old cases;
  new cases;
begin
  if t.id is null then return; end if;
  select c.* into old from cases c where c.id = t.case_id;
  select c.* into new from cases c where c.id = t.new_case_id;
  if its_kind = 'contact' then
    update referral_texts x set sealed_contact = sealed_anew where x.referral_id = new.referral_id;
  elsif its_kind = 'attachment' then
    insert into attachments (id, area_id, referral_id, organisation_id, created_by, case_id, name, content_type, bytes, sha256, sealed, scan,
                             scanned_at, added_by_hat, added_at)
      select new_id, new.area_id, new.referral_id, actor_organisation(), actor_id(), new.id, a.name, a.content_type, a.bytes, a.sha256,
             sealed_anew, a.scan, a.scanned_at, a.added_by_hat, a.added_at
        from attachments a where a.id = its_id and a.referral_id = old.referral_id;
  elsif its_kind = 'item' then
    insert into information_items (id, case_id, area_id, supplied_by, entered_by_hat, kind, source, dated_on, reliability, corroboration,
                                   corroboration_reasons, audience, necessity, lawful_basis, sealed_body, entered_at)
      select new_id, new.id, new.area_id, i.supplied_by, i.entered_by_hat, i.kind, i.source, i.dated_on, i.reliability, i.corroboration,
             i.corroboration_reasons, case i.audience when 'named_organisations' then 'chair_and_coordinator' else i.audience end,
             i.necessity, i.lawful_basis, sealed_anew, i.entered_at
        from information_items i where i.id = its_id and i.case_id = old.id;
    update assessment_answers w set evidence = array_replace(w.evidence, its_id, new_id) where w.case_id = new.id and its_id = any (w.evidence);
  elsif its_kind = 'around' then
    insert into people_around (id, case_id, area_id, relation, safe_to_contact, knows, lives_with, sealed, written_by_hat, written_at)
      select new_id, new.id, new.area_id, p.relation, p.safe_to_contact, p.knows, p.lives_with, sealed_anew, p.written_by_hat, p.written_at
        from people_around p where p.id = its_id and p.case_id = old.id;
  elsif its_kind = 'document' then
    insert into documents (id, case_id, area_id, supplied_by, marking, audience, title, sealed_title, added_by_hat, added_at)
      select new_id, new.id, new.area_id, d.supplied_by, d.marking,
             case d.audience when 'named_organisations' then 'chair_and_coordinator' else d.audience end,
             case when sealed_anew is null then d.title end, sealed_anew, d.added_by_hat, d.added_at
        from documents d where d.id = its_id and d.case_id = old.id;
  elsif its_kind = 'version' then
    insert into document_versions (id, document_id, case_id, area_id, number, why, content_type, bytes, sha256, sealed, scan, scanned_at,
                                   added_by_hat, added_at)
      select new_id, hangs_from, new.id, new.area_id, v.number, v.why, v.content_type, v.bytes, v.sha256, sealed_anew, v.scan, v.scanned_at,
             v.added_by_hat, v.added_at
        from document_versions v where v.id = its_id and v.case_id = old.id;
  end if;
end $$;
do $$ declare f text; begin
  foreach f in array array['just_accepted(uuid)', 'list_sealed(uuid)', 'read_sealed(uuid, text, uuid)', 'keep_sealed(uuid, text, uuid, uuid, uuid, bytea)'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function list_sealed(uuid), read_sealed(uuid, text, uuid), keep_sealed(uuid, text, uuid, uuid, uuid, bytea) to casebook_app;
grant insert on people_around, documents, document_versions to casebook_keeper;
grant update (sealed_contact) on referral_texts to casebook_keeper;
grant update (evidence) on assessment_answers to casebook_keeper;

/* What an answer rests on is known by other ids in the area that took the case on: the one thing of a complete assessment
   that changes, in that transaction and in nothing else of it (AF-07). */
create or replace function answers_of_a_draft() returns trigger
security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if (select a.status from assessments a where a.id = new.assessment_id) = 'draft' then return new; end if;
  if to_jsonb(new) - 'evidence' = to_jsonb(old) - 'evidence'
     and exists (select from case_transfers t where t.new_case_id = new.case_id and (just_accepted(t.id)).id is not null) then
    return new;
  end if;
  raise exception 'AF-07: a complete assessment cannot be changed' using errcode = 'check_violation';
end $$;

/* A mentor reads the actions that are theirs, and what was done about their dates: another mentor's are not their business
   (IS-15). The team reads them all. */
do $$
declare
  probe text := 'coalesce((select true from case_readers r where r.hat_id = (select actor_hat()) and r.case_id = %1$I.case_id), false)';
  team text := '(select actor_role()) in (''coordinator'', ''chair'', ''panel_member'', ''governance_officer'')';
  own text := 'owner_hat_id = (select actor_hat())';
  of_own text := 'coalesce((select true from actions a where a.id = action_extensions.action_id and a.owner_hat_id = (select actor_hat())), false)';
  rule text;
begin
  rule := format('case_id is not null and (' || team || ' or ((select actor_role()) = ''provider'' and ' || own || ')) and ' || probe, 'actions');
  execute format('alter policy team on actions using (%1$s) with check (%1$s)', rule);
  rule := format('case_id is not null and (' || team || ' or ((select actor_role()) = ''provider'' and ' || of_own || ')) and ' || probe, 'action_extensions');
  execute format('alter policy team on action_extensions using (%1$s) with check (%1$s)', rule);
end $$;

-- A limit is counted in days, working days or months, as the area says. Where it has said nothing, as it began.
alter table area_limits add column unit text check (unit in ('working_days', 'days', 'months'));

/* What an area allows is its own. A gateway that passes a referral on needs two of the numbers of the area it goes to, and
   is told those two. */
drop policy gateways_know_the_limits on area_limits;
create policy keeper on area_limits for select to casebook_keeper using (true);
grant select on area_limits to casebook_keeper;
create function receiving_limits(there uuid, on_day date) returns table (kind text, count int, unit text)
stable security definer set search_path = public, pg_temp language sql as $$
  select distinct on (l.kind) l.kind, l.count, l.unit from area_limits l
   where actor_role() = 'gateway_officer' and l.area_id = there and l.from_on <= on_day
     and l.kind in ('acknowledge_referral', 'gateway_assessment')
   order by l.kind, l.from_on desc, l.set_at desc
$$;
alter function receiving_limits(uuid, date) owner to casebook_keeper;
revoke execute on function receiving_limits(uuid, date) from public;
grant execute on function receiving_limits(uuid, date) to casebook_app;

-- What was late and is settled stays to be read, the newest first.
create index clocks_settled_late on clocks (area_id, stopped_on desc) where stopped_on > due_on;
create index clocks_settled_late_of_case on clocks (case_id, stopped_on desc) where stopped_on > due_on and case_id is not null;
create index clocks_settled_late_of_plan on clocks (plan_id, stopped_on desc) where stopped_on > due_on and plan_id is not null;
