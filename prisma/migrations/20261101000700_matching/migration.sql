-- Finding an earlier referral of one person (IS-19), and the gateway's queue.

/* The sounds of a name, whichever part of it they come from. */
create function sound_words(kept text) returns text[] immutable parallel safe language sql as $$
  select array_remove(string_to_array(translate(kept, '|', ' '), ' '), '')
$$;
-- Names are written seldom and looked for at once, so nothing waits to be added to these two.
create index people_sounds on people using gin (sound_words(match_sound)) with (fastupdate = off);
alter index people_match_name set (fastupdate = off);

/* How alike two folded names are. The sounds are made by lib/people/rules.ts, for other alphabets' sake. */
create function name_likeness(one text, one_sounds text, other text, other_sounds text) returns text immutable parallel safe language sql as $$
  select case
    when one = '' or other = '' then null
    when one = other then 'same'
    when string_to_array(one_sounds, ' ') && string_to_array(other_sounds, ' ') then 'sounds'
    when dmetaphone(one) <> '' and dmetaphone(one) = dmetaphone(other) then 'sounds'
    when similarity(one, other) >= 0.5 then 'similar'
    when levenshtein_less_equal(left(one, 60), left(other, 60), 2) <= case when length(one) > 5 then 2 else 1 end then 'similar'
  end
$$;

create function name_points(likeness text) returns int immutable parallel safe language sql as $$
  select case likeness when 'same' then 25 when 'sounds' then 20 when 'similar' then 14 else 0 end
$$;

/* Whether two dates are written with the same digits, in whatever order: one digit out never is. */
create function same_digits(one date, other date) returns boolean stable parallel safe language sql as $$
  select array(select unnest(string_to_array(one::text, null)) order by 1) = array(select unnest(string_to_array(other::text, null)) order by 1)
$$;

/*
 * At most 20 earlier referrals that may be of the person described, best first, with what is alike in each.
 * A person decides; the points only put them in order. Looks past the row policies, so it asks everything
 * itself: who is asking, their area and conflicts, a name with something else that is known, and a reason.
 */
create function find_people(
  want_forenames text, want_forenames_sounds text, want_surname text, want_surname_sounds text,
  want_born date, want_swapped date, want_near date[], want_age int, want_on date,
  want_postcode text, want_outward text, want_place text, reason text, besides uuid)
returns table (referral_id uuid, score int, surname text, forenames text, is_swapped boolean, is_other_name boolean,
               date_of_birth text, age_within int, postcode text, place boolean)
security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.4
set enable_seqscan = off -- by the indexes from the first person to the millionth
language plpgsql as $$
#variable_conflict use_column
declare
  area uuid := actor_area();
  me uuid := actor_id();
  whole text := trim(concat_ws(' ', want_forenames, want_surname));
  forename_words text[] := sound_words(want_forenames_sounds);
  surname_words text[] := sound_words(want_surname_sounds);
  age_wanted int := coalesce(want_age, extract(year from age(want_on, want_born))::int);
begin
  if actor_role() is null or actor_role() not in ('gateway_officer', 'coordinator') then
    raise exception 'finding a person is for the gateway and the coordinator' using errcode = '42501';
  end if;
  if length(whole) < 2 then raise exception 'a name is needed' using errcode = '22023'; end if;
  if want_born is null and want_age is null and coalesce(want_postcode, '') = '' and coalesce(want_place, '') = '' then
    raise exception 'a second identifier is needed' using errcode = '22023';
  end if;
  if length(trim(coalesce(reason, ''))) < 10 then raise exception 'a reason is needed' using errcode = '22023'; end if;
  if cardinality(forename_words) = 0 then forename_words := surname_words; end if;
  if cardinality(surname_words) = 0 then surname_words := forename_words; end if;

  return query
  -- Each arm has one index to go by; the area is asked of what they bring, below.
  with near as materialized (
    select p.id from people p where p.match_name % whole
    union
    select p.id from people p where p.area_id = area and p.date_of_birth = any (want_near)
    union
    select p.id from people p where sound_words(p.match_sound) && forename_words and sound_words(p.match_sound) && surname_words
  ), named as materialized (
    select p.*, p.date_of_birth as born,
           upper(replace(coalesce(p.postcode, ''), ' ', '')) as bare,
           name_likeness(want_surname, want_surname_sounds, split_part(p.match_name, '|', 2), split_part(p.match_sound, '|', 2)) as s_s,
           name_likeness(want_forenames, want_forenames_sounds, split_part(p.match_name, '|', 1), split_part(p.match_sound, '|', 1)) as f_f,
           name_likeness(want_surname, want_surname_sounds, split_part(p.match_name, '|', 1), split_part(p.match_sound, '|', 1)) as s_f,
           name_likeness(want_forenames, want_forenames_sounds, split_part(p.match_name, '|', 2), split_part(p.match_sound, '|', 2)) as f_s,
           sound_words(split_part(p.match_sound, '|', 3)) && (forename_words || surname_words) as o
      from near join people p on p.id = near.id and p.area_id = area
      join referrals f on f.id = p.referral_id and f.status <> 'draft'
     where p.referral_id is distinct from besides
       and not exists (select from case_conflicts x where x.case_id = p.case_id and x.user_id = me)
  ), turned as materialized (
    select n.*, name_points(s_f) + name_points(f_s) > name_points(s_s) + name_points(f_f) as is_turned from named n
  ), compared as materialized (
    select t.referral_id,
           case when is_turned then s_f else s_s end as surname,
           case when is_turned then f_s else f_f end as forenames,
           is_turned and want_forenames <> '' and want_surname <> '' as is_swapped,
           o as is_other_name,
           case when born = want_born then 'same' when born = want_swapped then 'swapped'
                when born = any (want_near) then case when same_digits(born, want_born) then 'turned' else 'one_digit' end
                when extract(year from born) = extract(year from want_born) then 'same_year' end as date_of_birth,
           case when born is null or want_born is null then
             abs(age_wanted - coalesce(extract(year from age(want_on, born)),
                                       t.approximate_age + extract(year from age(want_on, t.age_recorded_on)))::int) end as age_apart,
           case when bare = '' then null when bare = want_postcode then 'same'
                when left(bare, greatest(length(bare) - 3, 0)) = want_outward then 'area' end as postcode,
           coalesce(want_place <> '' and t.place <> '' and (lower(t.place) = lower(want_place) or similarity(t.place, want_place) >= 0.6), false) as place
      from turned t
  )
  select c.referral_id,
         least(100, name_points(c.surname) + name_points(c.forenames)
           - case when c.is_swapped then 5 else 0 end
           + case when c.is_other_name and c.surname is null then 15 else 0 end
           + case c.date_of_birth when 'same' then 35 when 'swapped' then 28 when 'turned' then 28 when 'one_digit' then 25 when 'same_year' then 8 else 0 end
           + case c.age_apart when 0 then 12 when 1 then 8 else 0 end
           + case c.postcode when 'same' then 12 when 'area' then 6 else 0 end
           + case when c.place then 5 else 0 end),
         c.surname, c.forenames, c.is_swapped, c.is_other_name, c.date_of_birth,
         case when c.age_apart <= 1 then c.age_apart end, c.postcode, c.place
    from compared c
   where (c.surname is not null or c.forenames is not null or c.is_other_name)
     and (c.date_of_birth is not null or c.age_apart <= 1 or c.postcode is not null or c.place
          or (c.surname in ('same', 'sounds') and c.forenames in ('same', 'sounds')))
   order by 2 desc, c.referral_id desc
   limit 20;
end $$;
alter function find_people(text, text, text, text, date, date, date[], int, date, text, text, text, text, uuid) owner to casebook_keeper;
revoke execute on function find_people(text, text, text, text, date, date, date[], int, date, text, text, text, text, uuid) from public;
grant execute on function find_people(text, text, text, text, date, date, date[], int, date, text, text, text, text, uuid) to casebook_app;

/* What waits at the gateway, most urgent first: what has no priority yet may be urgent, so it comes early. */
create function priority_rank(priority text) returns int immutable parallel safe language sql as $$
  select case priority when 'urgent' then 0 when 'soon' then 2 when 'standard' then 3 else 1 end
$$;
create index referrals_waiting on referrals (area_id, priority_rank(priority), screening_due_on, submitted_at, id)
  where status in ('submitted', 'gateway');
create index referrals_by_status on referrals (area_id, status, submitted_at desc, id);
