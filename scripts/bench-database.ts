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
  await connected(adminUrl, (client) => client.query("vacuum (analyze)"));
  const actors = await demonstrators(adminUrl);
  return { ownerUrl, appUrl, adminUrl, few, half, actors, long, panel };
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
