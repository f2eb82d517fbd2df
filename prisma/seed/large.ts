import { Client, type Client as Connection } from "pg";

import type { Actor } from "@/lib/access/actor";
import { keyedHash, newDataKey } from "@/lib/crypto/vault";
import { nameTokens, soundKeys } from "@/lib/people/rules";
import { currentDeclaration } from "@/lib/referrals/rules";
import { aChance } from "./chance";
import { forenames, surnames } from "./names";

export type Filled = {
  /** Somebody who is named on five cases, and somebody who is named on half of them all. */
  few: Actor;
  half: Actor;
};

const batchSize = 20_000;
const colleagues = 40;

/**
 * Lays many cases over a Northbridge that is there already, table by table and not case by case. The
 * connection has to pass row policies and be allowed to put triggers aside: what they keep is filled here.
 */
export async function fill(url: string, cases: number, { isQuiet = false } = {}): Promise<Filled> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("set synchronous_commit = off");
    const place = await placeOf(client);
    const readers = await hire(client, place);
    await layNames(client);
    await client.query("drop index people_match_name, people_sounds");
    for (let from = 0; from < cases; from += batchSize) {
      const until = Math.min(cases, from + batchSize);
      await layBatch(client, { ...place, readers, from, until, cases });
      if (!isQuiet) progress(until, cases);
    }
    await client.query(
      "create index people_match_name on people using gin (match_name gin_trgm_ops)",
    );
    await client.query("create index people_sounds on people using gin (sound_words(match_sound))");
    await count(client, place.areaId);
    await client.query("analyze");
    const actorOf = (hat: Hired): Actor => ({ ...hat, ...place, role: "coordinator" });
    const [few, half] = readers as [Hired, Hired];
    return { few: actorOf(few), half: actorOf(half) };
  } finally {
    await client.end();
  }
}

function progress(done: number, all: number): void {
  const width = 40;
  const filled = Math.round((done / all) * width);
  const bar = "█".repeat(filled).padEnd(width, "░");
  process.stderr.write(
    `\r${bar} ${done.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")}`,
  );
  if (done === all) process.stderr.write("\n");
}

type Place = { areaId: string; organisationId: string };

async function placeOf(client: Connection): Promise<Place> {
  const { rows } = await client.query(
    `select a.id as "areaId", o.id as "organisationId" from areas a, organisations o
      where a.name = 'Northbridge' and o.name = 'Northbridge City Council'`,
  );
  if (!rows[0]) throw new Error("Load Northbridge before filling it.");
  return rows[0];
}

type Hired = { hatId: string; userId: string };

/** Coordinators to share the cases out to: the first has five of them, and the second half. */
async function hire(client: Connection, { areaId, organisationId }: Place): Promise<Hired[]> {
  const { rows } = await client.query(
    `with people as (
       insert into users (email, name)
       select 'reader' || n || '.' || left(gen_random_uuid()::text, 8) || '@northbridge.example', 'Reader ' || n
         from generate_series(1, $1::int) n
       returning id)
     insert into hats (user_id, organisation_id, area_id, role)
     select id, $2, $3, 'coordinator' from people
     returning id as "hatId", user_id as "userId"`,
    [colleagues + 2, organisationId, areaId],
  );
  return rows;
}

/** Names with what is compared of them, made by the same rules as everybody's. */
async function layNames(client: Connection): Promise<void> {
  const last = surnames.flatMap((name) =>
    ["", "by", "den", "ford", "ham", "ley", "mouth", "stoke", "ton", "well", "wood", "worth"].map(
      (end) => name + end,
    ),
  );
  const lists = { fill_forenames: [...forenames.male, ...forenames.female], fill_surnames: last };
  for (const [table, names] of Object.entries(lists)) {
    await client.query(
      `create temp table ${table} as
         select * from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as t (n, name, tokens, sounds)`,
      [
        names.map((_, index) => index),
        names,
        names.map((name) => nameTokens(name).join(" ")),
        names.map((name) => soundKeys(name).join(" ")),
      ],
    );
    await client.query(`create index on ${table} (n)`);
  }
}

type Batch = Place & { readers: Hired[]; from: number; until: number; cases: number };

async function layBatch(client: Connection, batch: Batch): Promise<void> {
  await client.query("begin");
  await layKeys(client, batch);
  await laySkeleton(client, batch);
  for (const statement of tables) {
    const given = [batch.areaId, batch.organisationId];
    await client.query(
      statement,
      given.filter((_, index) => statement.includes(`$${index + 1}`)),
    );
  }
  await client.query("drop table fill_keys, fill");
  await client.query("commit");
}

/** Each has a key and a stream of its own, as if it had been sent: one lock is never everybody's. */
async function layKeys(client: Connection, { from, until }: Batch): Promise<void> {
  const chance = aChance(from + 1);
  const now = new Date();
  const keys = Array.from({ length: until - from }, () => {
    const id = chance.id(now);
    return { id, ...newDataKey(id), stream: `file:${keyedHash(id)}` };
  });
  await client.query(
    `create temp table fill_keys as
       select * from unnest($1::int[], $2::uuid[], $3::bytea[], $4::int[], $5::text[])
         as t (n, key_id, wrapped, version, stream)`,
    [
      keys.map((_, index) => from + index),
      keys.map(({ id }) => id),
      keys.map(({ wrapped }) => Buffer.from(wrapped)),
      keys.map(({ version }) => version),
      keys.map(({ stream }) => stream),
    ],
  );
}

/** One row for each case, from which every table takes its own. The oldest come first. */
async function laySkeleton(client: Connection, { areaId, readers, cases }: Batch) {
  const { rows } = await client.query(
    `select u.id as "userId", h.id as "hatId", h.organisation_id as "organisationId"
       from hats h join users u on u.id = h.user_id where h.area_id = $1 and h.role = 'referrer' order by u.email limit 1`,
    [areaId],
  );
  const { userId, hatId, organisationId } = rows[0];
  const others = readers.slice(2).map((hat) => hat.hatId);
  await client.query(
    `create temp table fill as
     with numbered as (
       select k.*, now() - interval '730 days' * ((($1::int - k.n)::float8) / $1) as at,
              mod(k.n::bigint * 7919, 1000003) as h from fill_keys k)
     select numbered.n, key_id, wrapped, version, stream, h, at, extract(year from at)::int as year,
            uuid_v7() as referral_id, uuid_v7() as person_id, uuid_v7() as case_id,
            $4::uuid as author_id, $5::uuid as author_hat, $6::uuid as author_organisation,
            case when numbered.n % greatest(1, $1::int / 5) = 0 then $2::uuid when numbered.n % 2 = 1 then $3::uuid
                 else ($7::uuid[])[1 + (numbered.n / 2) % cardinality($7::uuid[])] end as reader_hat,
            (array['education','education','education','education','police','police','police','local_authority','health','community'])[1 + h % 10] as sector,
            (array['no_ideology','no_ideology','no_ideology','extreme_right_wing','extreme_right_wing','islamist','no_ideology_other','extreme_violence'])[1 + (h / 7) % 8] as concern,
            case when h % 9 = 0 then 'female' else 'male' end as gender,
            (current_date - ((9 + (h / 11) % 30) * 365 + (h / 3) % 365)::int) as born,
            case when at > now() - interval '40 days' then 'info_gathering'
                 when at > now() - interval '60 days' then 'panel_listed'
                 when at > now() - interval '220 days' then (array['in_support','in_support','closed_not_prevent','closed_not_prevent'])[1 + h % 4]
                 when at > now() - interval '400 days' then (array['exited','review_6m','retention','retention'])[1 + h % 4]
                 else (array['review_12m','retention','retention','retention'])[1 + h % 4] end as status,
            f.name as forenames, s.name as surname,
            f.tokens || '|' || s.tokens || '|' as match_name, f.sounds || '|' || s.sounds || '|' as match_sound,
            f.tokens as f_word, s.tokens as s_word,
            'NB' || 1 + h % 4 || ' ' || 1 + (h / 5) % 9 || chr(65 + ((h / 13) % 26)::int) || chr(65 + ((h / 17) % 26)::int) as postcode
       from numbered
       join fill_forenames f on f.n = mod(h, (select count(*) from fill_forenames))
       join fill_surnames s on s.n = mod(h * 31 + numbered.n, (select count(*) from fill_surnames))`,
    [cases, readers[0]?.hatId, readers[1]?.hatId, userId, hatId, organisationId, others],
  );
  await client.query("create index on fill (n)");
  for (const kind of ["R", "PC"]) await giveReferences(client, areaId, kind);
}

async function giveReferences(client: Connection, areaId: string, kind: string): Promise<void> {
  const name = kind === "R" ? "reference" : "case_reference";
  await client.query(`alter table fill add ${name} text`);
  await client.query(
    `update fill set ${name} = $2 || '-' || g.year || '-' || lpad((coalesce(c.last, 0) + g.place)::text, 6, '0')
       from (select n, year, row_number() over (partition by year order by n) as place from fill) g
       left join reference_counters c on c.area_id = $1 and c.kind = $2 and c.year = g.year
      where g.n = fill.n`,
    [areaId, kind],
  );
  await client.query(
    `insert into reference_counters as c select $1, $2, year, count(*) from fill group by year
     on conflict (area_id, kind, year) do update set last = c.last + excluded.last`,
    [areaId, kind],
  );
}

const endedStatuses = "('closed_not_prevent', 'retention')";
const leftStatuses = "('exited', 'review_6m', 'review_12m')";

/** $1 is the area, $2 the council. Every 40th has no case yet and waits at the gateway. */
const tables = [
  `insert into data_keys (id, area_id, wrapped, wrapping_version, created_at) select key_id, $1::uuid, wrapped, version, at from fill`,
  `delete from fill_keys`,
  `alter table fill add is_waiting boolean`,
  `update fill set is_waiting = n % 40 = 17`,
  `insert into referrals (id, area_id, reference, organisation_id, created_by, created_by_hat, status, sector, submitted_at, priority,
                          screening_due_on, closure_code, ended_at, case_id, data_key_id, created_at)
   select referral_id, $1::uuid, reference, author_organisation, author_id, author_hat,
          case when is_waiting then 'gateway' when status in ${endedStatuses} or status in ${leftStatuses} then 'case_ended' else 'taken_forward' end,
          sector, at, (array['standard','standard','soon','urgent'])[1 + h % 4], at::date + 7,
          case when not is_waiting and status in ${endedStatuses} then 'not_radicalisation_other_need' end,
          case when is_waiting then null when status in ${leftStatuses} then at + interval '200 days' when status in ${endedStatuses} then at + interval '15 days' end,
          case when not is_waiting then case_id end, key_id, at from fill`,
  `insert into referral_texts (referral_id, area_id, organisation_id, created_by, case_id, answers, declaration_version, submitted_at)
   select referral_id, $1::uuid, author_organisation, author_id, case when not is_waiting then case_id end,
          jsonb_build_object('concern', concern, 'sector', sector, 'gender', gender, 'forenames', forenames, 'surname', surname,
            'whatHappened', repeat('Two members of staff heard the same words in the same week, and wrote them down. ', 4),
            'otherExplanation', 'It may be a way to be noticed by older students.', 'strengths', 'Trusts one member of staff.',
            'proportionality', 'Pastoral support has not changed what is being said.', 'told', 'yes', 'immediateDanger', 'no',
            'otherSafeguarding', 'no', 'howKnown', 'seen_or_heard', 'localAuthority', 'Northbridge', 'anonymous', 'no', 'declared', 'yes'),
          '${currentDeclaration}', at from fill`,
  `insert into people (id, area_id, referral_id, organisation_id, created_by, case_id, forenames, surname, date_of_birth, age_recorded_on,
                       gender, postcode, local_authority, place, match_name, match_sound)
   select person_id, $1::uuid, referral_id, author_organisation, author_id, case when not is_waiting then case_id end, forenames, surname, born, at::date,
          gender, postcode, 'Northbridge', 'Northbridge College', match_name, match_sound from fill`,
  `insert into person_names (person_id, area_id, case_id, word)
   select distinct person_id, $1::uuid, case when not is_waiting then case_id end, word
     from fill, unnest(string_to_array(f_word || ' ' || s_word, ' ')) word where word <> ''`,
  `insert into referral_deliveries select referral_id, $1::uuid, recipient, $2::uuid, at, null from fill, unnest(array['police', 'council']) recipient`,
  `insert into screenings (referral_id, area_id, outcome, evidence, reasons, decided_by_hat, decided_at)
   select referral_id, $1::uuid, 'continue', 'possible', repeat('Partners may know more, and it is proportionate to ask. ', 2), author_hat, at + interval '2 days'
     from fill where not is_waiting`,
  `insert into audit_streams (stream, area_id, referral_id, case_id, case_reference)
   select stream, $1::uuid, referral_id, case when not is_waiting then case_id end, case when not is_waiting then case_reference end from fill`,
  `insert into clocks (area_id, referral_id, kind, owner_role, started_on, due_on)
   select $1::uuid, referral_id, 'gateway_assessment', 'gateway_officer', at::date, at::date + 7 from fill where is_waiting`,
  `delete from fill where is_waiting`,
  `alter table fill add due_on date`,
  `update fill set due_on = case when status in ${endedStatuses} then null else current_date + ((h % 60) - 12)::int end`,
  `insert into cases (id, area_id, reference, referral_id, person_id, status, status_since, closure_code, lead_organisation_id, opened_at,
                      adopted_on, exited_on, closed_at, next_due_on, data_key_id)
   select case_id, $1::uuid, case_reference, referral_id, person_id, status, at + interval '20 days',
          case when status in ${endedStatuses} then 'not_radicalisation_other_need' when status in ${leftStatuses} then 'exit_risk_significantly_reduced' end,
          $2::uuid, at + interval '2 days', case when status in ${leftStatuses} or status = 'in_support' then at::date + 40 end,
          case when status in ${leftStatuses} then at::date + 200 end,
          case when status in ${leftStatuses} then at + interval '200 days' when status in ${endedStatuses} then at + interval '15 days' end, due_on, key_id
     from fill`,
  `insert into case_workers (case_id, area_id, hat_id, capacity, assigned_at) select case_id, $1::uuid, reader_hat, 'coordinator', at from fill`,
  `insert into case_readers select reader_hat, case_id, $1::uuid, case_reference, status, at + interval '2 days', due_on from fill`,
  `insert into case_moves (case_id, area_id, transition, from_status, to_status, moved_by_hat, moved_at)
   select case_id, $1::uuid, 'T06', 'gateway', 'info_gathering', author_hat, at + interval '2 days' from fill`,
  `insert into clocks (area_id, case_id, kind, owner_role, started_on, due_on)
   select $1::uuid, case_id, case when status = 'info_gathering' then 's36_decision' else 'case_review' end, 'coordinator', due_on - 21, due_on
     from fill where due_on is not null`,
  `insert into information_items (case_id, area_id, supplied_by, entered_by_hat, kind, source, dated_on, reliability, corroboration, audience,
                                  necessity, lawful_basis, body, entered_at)
   select case_id, $1::uuid, $2::uuid, author_hat, 'fact', 'Our own records', at::date, 'reliable', 'corroborated', audience,
          'It bears on who could help.', 'safeguarding', 'Attendance fell from 96% to 71% over two months, and no reason was given for most of the days.', at + interval '3 days'
     from fill, unnest(array['all_partners', 'panel_members']) audience`,
  `insert into case_texts (source, row_id, case_id, area_id, at, body)
   select 'item', i.id, i.case_id, i.area_id, i.entered_at, i.body || E'\\n' || i.source
     from fill join information_items i on i.case_id = fill.case_id`,
  `insert into case_texts (source, row_id, case_id, area_id, at, body)
   select 'referral', t.referral_id, t.case_id, t.area_id, t.submitted_at, x.said
     from fill join referral_texts t on t.referral_id = fill.referral_id,
          lateral (select string_agg(value, E'\\n') as said from jsonb_each_text(t.answers) where length(value) > 20) x`,
];

/** What the triggers would have counted. */
async function count(client: Connection, areaId: string): Promise<void> {
  const referrals = `select quarter_start((r.submitted_at at time zone 'Europe/London')::date) as quarter, r.sector, p.gender, t.answers ->> 'concern' as concern,
      age_band(extract(year from age(p.age_recorded_on, p.date_of_birth))::int) as age
     from referrals r join people p on p.referral_id = r.id join referral_texts t on t.referral_id = r.id
    where r.area_id = $1 and r.submitted_at is not null and t.sealed_contact is null`;
  const dimensions = {
    all: "'all'",
    sector: "sector",
    gender: "gender",
    concern: "concern",
    age_band: "age",
  };
  for (const [dimension, category] of Object.entries(dimensions)) {
    await client.query(
      `insert into stat_cells as s select $1::uuid, quarter, 'referrals', '${dimension}', ${category}, count(*) from (${referrals}) x group by 2, 5
       on conflict (area_id, quarter, measure, dimension, category) do update set n = s.n + excluded.n`,
      [areaId],
    );
  }
}
