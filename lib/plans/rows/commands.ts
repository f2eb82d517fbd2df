import "server-only";

import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { listHatsOver, type PlanRecord } from "@/lib/plans/queries";
import type { CheckedRow, Standing } from "@/lib/plans/rows/rules";
import { statusOf } from "@/lib/plans/rules";

type Source = { id: string; name: string; plan: PlanRecord };

/**
 * Writes the rows of an import, each table in one statement whatever their number: five thousand
 * rows are as few questions as five.
 */
export async function writeRows(ctx: Context, source: Source, checked: readonly CheckedRow[]) {
  const rows = checked.flatMap((row) => toWrite(row) ?? []);
  await preferIndexes(ctx);
  const [added, changed] = [rows.filter(({ isNew }) => isNew), rows.filter(({ isNew }) => !isNew)];
  if (changed.length > 0) await changeActions(ctx, source, changed);
  if (added.length > 0) await addActions(ctx, source, added);
  await setContributors(ctx, source, rows);
  await saySo(ctx, source, rows);
  await tellThem(ctx, source, added, rows);
}

/**
 * A plan is often the first thing in its tables. What Postgres then holds as the quickest way through
 * a table of one page, it keeps going for each of thousands of rows: so it is told to forget that.
 */
export async function preferIndexes({ tx }: Pick<Context, "tx">): Promise<void> {
  await tx.$executeRaw`set local enable_seqscan = off`;
  await tx.$executeRaw`discard plans`;
}

/** A row as the database takes it. What is not said anew stays as it is. */
function toWrite({ number, reference, outcome, details, standing, existing }: CheckedRow) {
  if (!details || (outcome !== "added" && outcome !== "changed")) return undefined;
  const stands: Standing = standing ?? existing ?? silent;
  return {
    ...details,
    ...{ isNew: !existing, row: number, reference: existing?.reference ?? reference },
    ...{ id: existing?.actionId ?? crypto.randomUUID(), isMoved: !!standing },
    ...{ rag: stands.rag, percent: stands.percent, reason: stands.reason },
    ...{ recoveryPlan: stands.recoveryPlan, evidence: stands.evidence },
    ...{ status: statusOf[stands.rag], isRed: stands.rag === "red" },
    ...{ version: existing?.version ?? 0, standingVersion: existing?.standingVersion ?? 0 },
    wasDue: existing?.dueDay ?? details.dueDay,
  };
}

const silent: Standing = {
  ...{ rag: "grey", percent: 0, reason: null, recoveryPlan: null, evidence: null },
};
type Writing = NonNullable<ReturnType<typeof toWrite>>;

async function addActions(ctx: Context, { id: importId, plan }: Source, rows: Writing[]) {
  const { actor, tx, now } = ctx;
  const [data, today] = [JSON.stringify(rows), dayOf(now)];
  await tx.$executeRaw`
    insert into actions (id, area_id, kind, plan_id, title, owner_organisation_id, starts_on, due_on, first_due_on,
                         status, done_on, added_by_hat, added_at)
    select r.id, ${plan.areaId}::uuid, 'plan', ${plan.id}::uuid, r.text, r."ownerOrganisationId", r."startDay", r."dueDay", r."dueDay",
           r.status, case when r.rag = 'blue' then ${today}::date end, ${actor.hatId}::uuid, ${now}
      from jsonb_to_recordset(${data}::jsonb)
        as r (id uuid, text text, "ownerOrganisationId" uuid, "startDay" date, "dueDay" date, status text, rag text)`;
  await tx.$executeRaw`
    insert into plan_actions (action_id, plan_id, area_id, theme_id, objective, reference, owner_role, priority, workstream,
                              proportionality, cohesion_impact, evidence_basis, benchmarks, for_areas, rag, rag_reason,
                              recovery_plan, evidence, percent, last_update_on)
    select r.id, ${plan.id}::uuid, ${plan.areaId}::uuid, r."themeId", r.objective, r.reference, r."ownerRole", r.priority, r.workstream,
           r.proportionality, r."cohesionImpact", r."evidenceBasis", r.benchmarks, r."forAreas", r.rag, r.reason,
           r."recoveryPlan", r.evidence, r.percent, ${today}::date
      from jsonb_to_recordset(${data}::jsonb)
        as r (id uuid, "themeId" uuid, objective text, reference text, "ownerRole" text, priority text, workstream text,
              proportionality text, "cohesionImpact" text, "evidenceBasis" text, benchmarks text[], "forAreas" uuid[],
              rag text, reason text, "recoveryPlan" text, evidence text, percent int)`;
  await tx.$executeRaw`
    insert into plan_import_rows (import_id, action_id, area_id, row, reference, action_version, standing_version)
    select ${importId}::uuid, r.id, ${plan.areaId}::uuid, r.row, r.reference, 1, 1
      from jsonb_to_recordset(${data}::jsonb) as r (id uuid, row int, reference text)`;
}

/** What each action was is kept first, so that it can be put back. */
async function changeActions(ctx: Context, { id: importId, name, plan }: Source, rows: Writing[]) {
  const { actor, tx, now } = ctx;
  const [data, today] = [JSON.stringify(rows), dayOf(now)];
  await tx.$executeRaw`
    insert into plan_import_rows (import_id, action_id, area_id, row, reference, was, action_version, standing_version)
    select ${importId}::uuid, r.id, ${plan.areaId}::uuid, r.row, p.reference,
           jsonb_build_object('action', to_jsonb(a), 'plan_action', to_jsonb(p), 'contributors',
             coalesce((select jsonb_agg(c.organisation_id) from plan_action_contributors c where c.action_id = r.id), '[]'::jsonb)),
           r.version + 1, r."standingVersion" + r."isMoved"::int
      from jsonb_to_recordset(${data}::jsonb) as r (id uuid, row int, version int, "standingVersion" int, "isMoved" boolean)
      join actions a on a.id = r.id and a.version = r.version
      join plan_actions p on p.action_id = r.id and p.version = r."standingVersion"`;
  const moved = rows.filter(({ dueDay, wasDue }) => dueDay > wasDue);
  if (moved.length > 0)
    await tx.actionExtension.createMany({
      data: moved.map(({ id, dueDay, wasDue }) => ({
        ...{ actionId: id, areaId: plan.areaId, planId: plan.id },
        ...{ fromDay: new Date(wasDue), toDay: new Date(dueDay) },
        ...{
          reason: `From the spreadsheet ${name}`,
          extendedByHatId: actor.hatId,
          extendedAt: now,
        },
      })),
    });
  const written = await tx.$executeRaw`
    update actions a set title = r.text, owner_organisation_id = r."ownerOrganisationId", starts_on = r."startDay", due_on = r."dueDay",
           status = case when r."isMoved" then r.status else a.status end,
           done_on = case when not r."isMoved" then a.done_on when r.rag = 'blue' then ${today}::date end,
           version = a.version + 1
      from jsonb_to_recordset(${data}::jsonb)
        as r (id uuid, version int, text text, "ownerOrganisationId" uuid, "startDay" date, "dueDay" date, status text, rag text, "isMoved" boolean)
     where a.id = r.id and a.version = r.version`;
  const standing = await tx.$executeRaw`
    update plan_actions p set theme_id = r."themeId", objective = r.objective, owner_role = r."ownerRole", priority = r.priority,
           workstream = r.workstream, proportionality = r.proportionality, cohesion_impact = r."cohesionImpact",
           evidence_basis = r."evidenceBasis", benchmarks = r.benchmarks, for_areas = r."forAreas",
           rag = r.rag, rag_reason = r.reason, recovery_plan = r."recoveryPlan", evidence = r.evidence, percent = r.percent,
           is_stale = p.is_stale and not r."isMoved",
           last_update_on = case when r."isMoved" then ${today}::date else p.last_update_on end,
           edited_by_hat = ${actor.hatId}::uuid, edited_at = ${now}, version = p.version + r."isMoved"::int
      from jsonb_to_recordset(${data}::jsonb)
        as r (id uuid, "standingVersion" int, "themeId" uuid, objective text, "ownerRole" text, priority text, workstream text,
              proportionality text, "cohesionImpact" text, "evidenceBasis" text, benchmarks text[], "forAreas" uuid[],
              rag text, reason text, "recoveryPlan" text, evidence text, percent int, "isMoved" boolean)
     where p.action_id = r.id and p.version = r."standingVersion"`;
  if (written !== rows.length || standing !== rows.length)
    throw new Overtaken("Somebody else", "since you opened this page");
}

async function setContributors({ tx }: Context, { plan }: Source, rows: Writing[]) {
  const ids = rows.filter(({ isNew }) => !isNew).map(({ id }) => id);
  if (ids.length > 0)
    await tx.$executeRaw`delete from plan_action_contributors where action_id = any (${ids}::uuid[])`;
  const pairs = rows.flatMap(({ id, contributorIds }) =>
    [...new Set(contributorIds)].map((organisation) => ({ id, organisation })),
  );
  if (pairs.length === 0) return;
  await tx.$executeRaw`
    insert into plan_action_contributors (action_id, organisation_id, plan_id, area_id)
    select r.id, r.organisation, ${plan.id}::uuid, ${plan.areaId}::uuid
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r (id uuid, organisation uuid)`;
}

/** How an action stands is in its history, with where it was said; and red goes to the steering group. */
async function saySo({ actor, tx, now }: Context, { name, plan }: Source, rows: Writing[]) {
  const moved = rows.filter(({ isMoved }) => isMoved);
  if (moved.length === 0) return;
  const data = JSON.stringify(moved);
  await tx.$executeRaw`
    insert into plan_updates (action_id, plan_id, area_id, rag, reason, recovery_plan, evidence, percent, note, updated_by_hat, updated_at)
    select r.id, ${plan.id}::uuid, ${plan.areaId}::uuid, r.rag, r.reason, r."recoveryPlan", r.evidence, r.percent,
           ${`From the spreadsheet ${name}`}, ${actor.hatId}::uuid, ${now}
      from jsonb_to_recordset(${data}::jsonb)
        as r (id uuid, rag text, reason text, "recoveryPlan" text, evidence text, percent int)`;
  await tx.$executeRaw`
    update plan_escalations e set ended_at = ${now} from jsonb_to_recordset(${data}::jsonb) as r (id uuid, "isRed" boolean)
     where e.action_id = r.id and not r."isRed" and e.ended_at is null`;
  await tx.$executeRaw`
    insert into plan_escalations (action_id, plan_id, area_id, reason, raised_at)
    select r.id, ${plan.id}::uuid, ${plan.areaId}::uuid, r.reason, ${now}
      from jsonb_to_recordset(${data}::jsonb) as r (id uuid, "isRed" boolean, reason text)
     where r."isRed" and not exists (select from plan_escalations e where e.action_id = r.id and e.ended_at is null)`;
}

/** One notice for an organisation, and one for the group, however many rows there are. */
async function tellThem(ctx: Context, { plan }: Source, added: Writing[], rows: Writing[]) {
  const leading = new Set(added.map(({ ownerOrganisationId }) => ownerOrganisationId));
  const told = { reference: plan.title, path: `/plan?plan=${plan.id}` };
  if (leading.size > 0)
    await notify(ctx, await listLeadsOf(ctx, plan.id, [...leading]), {
      ...told,
      kind: "actions_given",
    });
  const red = rows.filter(({ isMoved, isRed }) => isMoved && isRed);
  if (red.length === 0) return;
  const group = await listHatsOver(ctx, plan.id, ["steering_member", "prevent_coordinator"]);
  const [only] = red;
  await notify(ctx, group, {
    kind: "action_red",
    ...(red.length === 1 && only
      ? { reference: only.reference, path: `/plan/actions/${only.id}` }
      : { ...told, path: `${told.path}&rag=red` }),
  });
}

async function listLeadsOf({ tx }: Context, planId: string, organisationIds: string[]) {
  const hats = await tx.$queryRaw<{ id: string }[]>`
    select h.id::text as id from hats h
     where h.ended_at is null and h.role = 'agency_lead' and h.organisation_id = any (${organisationIds}::uuid[])
       and h.area_id in (
         select p.area_id from plans p where p.id = ${planId}::uuid
         union
         select a.area_id from plans p join partnership_areas a using (partnership_id) where p.id = ${planId}::uuid)`;
  return hats.map(({ id }) => id);
}
