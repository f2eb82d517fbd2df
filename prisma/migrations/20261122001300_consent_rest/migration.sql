-- Consent in the statistics.

/* Where consent stands on a case after so many entries of its ledger: one that lives is enough, else the newest says. */
create function consent_position(wanted uuid, upto int) returns text stable language sql as $$
  select case when bool_or(s.state = 'given') then 'given' else coalesce((array_agg(s.state order by s.strand desc))[1], 'not_sought') end
    from (select distinct on (c.strand) c.strand, c.state from consents c
           where c.case_id = wanted and c.number <= upto order by c.strand, c.number desc) s
$$;

/* C-12: each time that an adopted case comes to another position, in the quarter in which that is recorded. */
create function stat_consent() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare position_now text := consent_position(new.case_id, new.number);
begin
  if position_now is distinct from consent_position(new.case_id, new.number - 1) then
    perform stat_add(new.area_id, (new.recorded_at at time zone 'Europe/London')::date, 'consent', 'consent', position_now);
  end if;
  return null;
end $$;
do $$ declare f text; begin
  foreach f in array array['consent_position(uuid, int)', 'stat_consent()'] loop
    execute format('alter function %s owner to casebook_keeper', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
create trigger counted after insert on consents for each row execute function stat_consent();

-- What was recorded before anybody counted.
set local role casebook_keeper;
insert into stat_cells (area_id, quarter, measure, dimension, category, n)
  select c.area_id, quarter_start((c.recorded_at at time zone 'Europe/London')::date), 'consent', 'consent', consent_position(c.case_id, c.number), count(*)
    from consents c
   where consent_position(c.case_id, c.number) is distinct from consent_position(c.case_id, c.number - 1)
   group by 1, 2, 5;
reset role;
