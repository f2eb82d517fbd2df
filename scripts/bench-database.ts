// Databases to measure on: Northbridge, and many cases laid over it.
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { testSettings } from "@/tests/support/settings";
import { addressesOf, connected, ensureDatabase, migrate, startServer, urlFor } from "./database";

export const benchFolder = join(tmpdir(), `casebook-bench-${process.pid}`);

/** A server as production would have it: every commit reaches the disk. */
export const startBenchServer = () =>
  startServer(benchFolder, { flags: ["-c", "shared_buffers=1GB", "-c", "max_wal_size=4GB"] });

export type Filled = Awaited<ReturnType<typeof fillDatabase>>;

/** Makes a database of its own for this many cases, and says who can be asked about them. */
export async function fillDatabase(server: Awaited<ReturnType<typeof startServer>>, cases: number) {
  const name = `bench_${cases}`;
  await ensureDatabase(server.adminUrl, name);
  const { ownerUrl, appUrl } = addressesOf(server, name);
  const adminUrl = urlFor(server.adminUrl, { database: name });
  await migrate(ownerUrl);
  Object.assign(process.env, testSettings, { SEED_URL: adminUrl, DATABASE_URL: appUrl });
  const { seed } = await import("@/prisma/seed");
  const { fill } = await import("@/prisma/seed/large");
  await seed();
  const { few, half } = await fill(adminUrl, cases);
  const long = await layLongCase(adminUrl, half);
  const panel = await openMeeting(adminUrl);
  const plan = await layLongPlan(adminUrl);
  await connected(adminUrl, (client) => client.query("vacuum (analyze)"));
  const actors = await demonstrators(adminUrl);
  return { ownerUrl, appUrl, adminUrl, few, half, actors, long, panel, plan };
}

/** 2,000 events on one case of this reader's: what partners gave, what the person said, and how it moved. */
async function layLongCase(adminUrl: string, { hatId }: Actor): Promise<string> {
  return connected(adminUrl, async (client) => {
    const { rows } = await client.query<{ caseId: string; reference: string }>(
      `select c.id as "caseId", c.reference from case_readers r join cases c on c.id = r.case_id
        where r.hat_id = $1 order by c.opened_at limit 1`,
      [hatId],
    );
    const [{ caseId, reference }] = rows as [(typeof rows)[number]];
    for (const statement of longCase) await client.query(statement, [caseId, hatId]);
    return reference;
  });
}

const longCase = [
  `insert into information_items (case_id, area_id, supplied_by, entered_by_hat, kind, source, dated_on, reliability, corroboration,
                                  audience, necessity, lawful_basis, body, entered_at)
   select c.id, c.area_id, c.lead_organisation_id, $2, 'fact', 'Our own records', (c.opened_at + n * interval '3 hours')::date, 'reliable',
          'corroborated', 'all_partners', 'It bears on who could help.', 'safeguarding', 'Came to every lesson this week.',
          c.opened_at + n * interval '3 hours'
     from cases c, generate_series(1, 1000) n where c.id = $1`,
  `insert into need_entries (entry_id, version, case_id, area_id, kind, certainty, words, source, dated_on, written_by_hat, written_at)
   select uuid_v7(), 1, c.id, c.area_id, 'person_view', 'known', 'Would like to go back to the boxing club.', 'Said so',
          (c.opened_at + n * interval '7 hours')::date, $2, c.opened_at + n * interval '7 hours'
     from cases c, generate_series(1, 500) n where c.id = $1`,
  `insert into case_moves (case_id, area_id, transition, from_status, to_status, moved_by_hat, moved_at)
   select c.id, c.area_id, 'T06', 'gateway', 'info_gathering', $2, c.opened_at + n * interval '5 hours'
     from cases c, generate_series(1, 500) n where c.id = $1`,
];

/** A plan in force of 2,000 actions, each with two milestones and a measure with its figure. */
async function layLongPlan(adminUrl: string): Promise<string> {
  return connected(adminUrl, async (client) => {
    await client.query("set session_replication_role = replica"); // one statement, not 2,000 forms
    const { rows } = await client.query<{ id: string }>(
      `insert into plans (area_id, title, period_start, period_end, status, objective_scheme, eia_status, created_at)
       select id, 'A plan of 2,000 actions', current_date - 200, current_date + 165, 'approved', 'prevent_2023', 'complete', now()
         from areas where name = 'Northbridge' returning id`,
    );
    const [{ id }] = rows as [(typeof rows)[number]];
    for (const statement of longPlan) await client.query(statement, [id]);
    return id;
  });
}

const longPlan = [
  "insert into plan_areas (plan_id, area_id, kept_by, status) select id, area_id, area_id, status from plans where id = $1",
  `insert into plan_themes (plan_id, area_id, position, title)
   select id, area_id, n, 'Theme ' || n + 1 from plans, generate_series(0, 7) n where id = $1`,
  `insert into actions (area_id, kind, plan_id, title, owner_organisation_id, starts_on, due_on, first_due_on, status, added_by_hat, added_at)
   select p.area_id, 'plan', p.id, 'Bring every school to the briefing of this term, number ' || n,
          (select o.id from organisations o order by o.id offset n % 10 limit 1), current_date - n % 180, current_date + n % 160 - 20,
          current_date + n % 160 - 20, 'in_progress',
          (select h.id from hats h where h.area_id = p.area_id and h.role = 'prevent_coordinator' order by h.id limit 1), now()
     from plans p, generate_series(1, 2000) n where p.id = $1`,
  `insert into plan_actions (action_id, plan_id, area_id, theme_id, objective, reference, owner_role, priority, workstream,
                             proportionality, rag, rag_reason, recovery_plan, percent, last_update_on)
   select a.id, a.plan_id, a.area_id, t.id, (array['causes_2023','intervene_2023','disengage_2023'])[1 + a.n % 3],
          t.position + 1 || '.' || a.n, 'Head of safeguarding', 'medium', (array['prevent','prevent','prevent','cohesion'])[1 + a.n % 4],
          'Every school is asked, so that none is singled out.', (array['green','amber','red','green','green'])[1 + a.n % 5],
          case when a.n % 5 in (1, 2) then 'Venues are short.' end, case when a.n % 5 = 1 then 'Use the college.' end,
          40, current_date - a.n::int % 60
     from (select *, row_number() over (order by id) as n from actions where plan_id = $1) a
     join plan_themes t on t.plan_id = a.plan_id and t.position = a.n % 8`,
  `insert into plan_milestones (action_id, plan_id, area_id, title, due_on, first_due_on, edited_by_hat, edited_at)
   select a.id, a.plan_id, a.area_id, 'Step ' || n, a.due_on, a.due_on, a.added_by_hat, now()
     from actions a, generate_series(1, 2) n where a.plan_id = $1`,
  `insert into plan_measures (action_id, plan_id, area_id, name, type, unit, better, baseline, target, source, edited_by_hat, edited_at)
   select id, plan_id, area_id, 'Schools briefed', 'output', 'number', 'higher', 10, 40, 'Attendance lists', added_by_hat, now()
     from actions where plan_id = $1`,
  `insert into plan_actuals (measure_id, action_id, plan_id, area_id, quarter_on, number, actual, recorded_by_hat, recorded_at)
   select id, action_id, plan_id, area_id, (date_trunc('quarter', current_date) - interval '3 months')::date, 1, 20, edited_by_hat, now()
     from plan_measures where plan_id = $1`,
];

/** The next meeting of Northbridge has begun, with everybody there; and the item at which its chair looks. */
async function openMeeting(adminUrl: string) {
  return connected(adminUrl, async (client) => {
    const { rows } = await client.query<
      { path: string; itemId: string; reference: string } & Actor
    >(
      `select '/meetings/' || m.id || '/sit/' || i.id as path, i.id as "itemId", c.reference, h.id as "hatId", h.user_id as "userId",
              h.role, h.area_id as "areaId", h.organisation_id as "organisationId", m.id as "meetingId"
         from meetings m join panel_items i on i.meeting_id = m.id join cases c on c.id = i.case_id
         join panel_attendees a on a.item_id = i.id join hats h on h.id = a.hat_id
        where m.status = 'planned' and h.role = 'chair' order by m.held_on, i.position limit 1`,
    );
    const [found] = rows as [(typeof rows)[number] & { meetingId: string }];
    for (const [statement, ...given] of [
      ["update meetings set status = 'in_progress' where id = $1", found.meetingId],
      ["update panel_attendees set is_present = true where meeting_id = $1", found.meetingId],
    ] as const)
      await client.query(statement, given);
    const { path, itemId, reference, hatId, userId, role, areaId, organisationId } = found;
    const chair: Actor = { hatId, userId, role, areaId, organisationId };
    return { path, itemId, reference, chair };
  });
}

/** Somebody in each role of Northbridge. */
async function demonstrators(adminUrl: string): Promise<Record<Role, Actor>> {
  return connected(adminUrl, async (client) => {
    const { rows } = await client.query<Actor>(
      `select distinct on (h.role) h.id as "hatId", h.user_id as "userId", h.role, h.area_id as "areaId",
              h.organisation_id as "organisationId"
         from hats h join areas a on a.id = h.area_id
        where a.name = 'Northbridge' and h.ended_at is null order by h.role, h.id`,
    );
    return Object.fromEntries(rows.map((actor) => [actor.role, actor])) as Record<Role, Actor>;
  });
}

/** Keeps what was measured, beside the table that was printed. */
export function keepResults(name: string, results: unknown): void {
  mkdirSync("bench-results", { recursive: true });
  const file = `bench-results/${name}-${new Date().toISOString().slice(0, 16).replace(":", "")}.json`;
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\nKept in ${file}`);
}

export const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
