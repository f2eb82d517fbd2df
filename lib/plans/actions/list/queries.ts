import "server-only";

import { can, mayEver } from "@/lib/access/policy";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { planActionFacts, toPlanAction } from "@/lib/plans/actions/queries";
import { type ObjectiveScheme, type Rag, ragLabels, type Workstream } from "@/lib/plans/labels";
import { findPlan, type PlanRecord } from "@/lib/plans/queries";
import { byReference, followedAs, type PlanFilter, staleAfterDays } from "@/lib/plans/rules";

const { sql, join } = Prisma;

/** A plan of some fifty actions is on one page, as it is on paper. */
export const planPageSize = 100;
/** How many of a colour the board shows, and how many exceptions the group is shown first. */
export const mostOnBoard = 25;

const actions = sql`plan_actions p join actions a on a.id = p.action_id join plan_themes t on t.id = p.theme_id`;

/** isStale of the rules, as Postgres says it. */
const isStale = (today: Day) =>
  sql`(p.rag <> 'blue' and greatest(p.last_update_on, coalesce(a.starts_on, p.last_update_on))
       < ${addDays(today, -staleAfterDays)}::date)`;

/** ragAfter of the rules, as Postgres says it. */
const ragAfter = (today: Day) =>
  sql`(case when p.rag <> 'red' and ${isStale(today)} then 'amber' else p.rag end)`;

const isOverdue = (today: Day) =>
  sql`(a.status in ('not_started', 'in_progress') and a.due_on < ${today}::date)`;

type Asked = { planId: string; scheme: ObjectiveScheme; filter: PlanFilter };

const ask = (plan: PlanRecord, filter: PlanFilter): Asked => ({
  ...{ planId: plan.id, scheme: plan.objectiveScheme, filter },
});

/** What is asked for. What is not asked leaves nothing out. */
function asked({ scheme, filter }: Asked, today: Day) {
  const { theme, rag, organisation, workstream, overdue, area, objective, benchmark } = filter;
  const wanted = [
    theme && sql`p.theme_id = ${theme}::uuid`,
    rag && sql`${ragAfter(today)} = ${rag}`,
    organisation && sql`a.owner_organisation_id = ${organisation}::uuid`,
    workstream && sql`p.workstream = ${workstream}`,
    overdue && isOverdue(today),
    area && sql`(p.for_areas = '{}' or ${area}::uuid = any (p.for_areas))`,
    objective && sql`p.objective = any (${[...followedAs(scheme, objective)]})`,
    benchmark && sql`${benchmark} = any (p.benchmarks)`,
  ].filter((one) => one instanceof Prisma.Sql);
  return wanted.length === 0 ? sql`true` : join(wanted, " and ");
}

type Counted = { workstream: Workstream; rag: Rag; all: number; asked: number };

/** How many there are of each workstream and colour, and how many of them were asked for. */
const countActions = ({ tx, now }: Context, wanted: Asked) =>
  tx.$queryRaw<Counted[]>`
    select p.workstream, ${ragAfter(dayOf(now))} as rag, count(*)::int as all,
           (count(*) filter (where ${asked(wanted, dayOf(now))}))::int as asked
      from ${actions} where p.plan_id = ${wanted.planId}::uuid group by 1, 2`;

/** The keys of one page of what was asked for: theme by theme, soonest first. */
async function keysOfPage({ tx, now }: Context, wanted: Asked, page: number) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.action_id::text as id from ${actions}
     where p.plan_id = ${wanted.planId}::uuid and ${asked(wanted, dayOf(now))}
     order by t.position, a.due_on, p.reference
     limit ${planPageSize} offset ${(page - 1) * planPageSize}`;
  return rows.map(({ id }) => id);
}

/** What has gone wrong: red, overdue, or without an update. */
async function keysOfExceptions({ tx, now }: Context, planId: string) {
  const today = dayOf(now);
  const rows = await tx.$queryRaw<{ id: string; all: number }[]>`
    select p.action_id::text as id, (count(*) over ())::int as all from ${actions}
     where p.plan_id = ${planId}::uuid and (p.rag = 'red' or ${isStale(today)} or ${isOverdue(today)})
     order by a.due_on, p.reference limit ${mostOnBoard}`;
  return { keys: rows.map(({ id }) => id), all: rows[0]?.all ?? 0 };
}

/** The soonest of each colour. */
async function keysOfBoard({ tx, now }: Context, wanted: Asked) {
  const today = dayOf(now);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from (
      select p.action_id::text as id,
             row_number() over (partition by ${ragAfter(today)} order by a.due_on, p.reference) as place
        from ${actions} where p.plan_id = ${wanted.planId}::uuid and ${asked(wanted, today)}) placed
     where place <= ${mostOnBoard}`;
  return rows.map(({ id }) => id);
}

async function actionsByKey({ tx, now }: Context, keys: readonly string[]) {
  const found = await tx.planAction.findMany({
    where: { actionId: { in: [...keys] } },
    select: planActionFacts,
  });
  return new Map(found.map((one) => [one.actionId, toPlanAction(one, dayOf(now))]));
}

type Actions = Awaited<ReturnType<typeof actionsByKey>>;

const inOrder = (found: Actions, keys: readonly string[]) =>
  keys.flatMap((key) => found.get(key) ?? []);

const listOwners = ({ tx }: Context, planId: string) =>
  tx.organisation.findMany({
    where: { actions: { some: { planId } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });

const sumOf = (counted: Counted[], of: "all" | "asked") =>
  counted.reduce((sum, one) => sum + one[of], 0);

const byColour = (counted: Counted[], of: "all" | "asked") =>
  Object.fromEntries(
    (Object.keys(ragLabels) as Rag[]).map((rag) => [
      rag,
      sumOf(
        counted.filter((one) => one.rag === rag),
        of,
      ),
    ]),
  ) as Record<Rag, number>;

/** A page of a list that is not that long is its last one. */
function pageOf(wanted: number, all: number) {
  const pages = Math.max(1, Math.ceil(all / planPageSize));
  return { page: Math.min(wanted, pages), pages };
}

/** One page of a plan's actions by theme. What is counted is of the whole plan, whatever is shown. */
export async function viewPlan(
  ctx: Context,
  planId: string | undefined,
  filter: PlanFilter & { page?: number },
) {
  const { actor, now } = ctx;
  const { plans, plan } = await findPlan(ctx, planId);
  const mayReadProfile = mayEver(actor, "profile:read");
  if (!plan) return { plans, plan: null, mayReadProfile, mayWrite: mayEver(actor, "plan:write") };

  /** The group asks first what has gone wrong. */
  const exceptionsFirst = actor.role === "steering_member";
  const wanted = ask(plan, filter);
  const counted = await countActions(ctx, wanted);
  const prevent = counted.filter(({ workstream }) => workstream === "prevent");
  const { page, pages } = pageOf(filter.page ?? 1, sumOf(counted, "asked"));
  const keys = await keysOfPage(ctx, wanted, page);
  const wrong = exceptionsFirst ? await keysOfExceptions(ctx, plan.id) : { keys: [], all: 0 };
  const found = await actionsByKey(ctx, [...new Set([...keys, ...wrong.keys])]);
  const shown = inOrder(found, keys);
  return {
    plans,
    plan,
    themes: plan.themes.map((theme) => ({
      ...theme,
      actions: shown.filter(({ themeId }) => themeId === theme.id),
    })),
    counts: byColour(prevent, "all"),
    exceptionsFirst,
    exceptions: inOrder(found, wrong.keys),
    exceptionCount: wrong.all,
    owners: await listOwners(ctx, plan.id),
    total: sumOf(counted, "all"),
    byWorkstream: counted.map(({ workstream, all }) => ({ workstream, count: all })),
    asked: sumOf(counted, "asked"),
    page,
    pages,
    today: dayOf(now),
    mayReadProfile,
    mayWrite: can(actor, "plan:write", plan.parties),
    mayUpdate: mayEver(actor, "plan:update"),
  };
}

/** The plan by how it stands: of each colour how many there are, and those that are due soonest. */
export async function viewBoard(ctx: Context, planId: string | undefined, filter: PlanFilter) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const wanted = ask(plan, filter);
  const counts = byColour(await countActions(ctx, wanted), "asked");
  const keys = await keysOfBoard(ctx, wanted);
  const found = await actionsByKey(ctx, keys);
  return { plan, counts, actions: [...found.values()].sort(byReference), today: dayOf(ctx.now) };
}

/** One page of a plan's actions, for whoever was let at the plan. */
export async function listPage(
  ctx: Context,
  plan: PlanRecord,
  filter: PlanFilter & { page?: number },
) {
  const wanted = ask(plan, filter);
  const asked = sumOf(await countActions(ctx, wanted), "asked");
  const { page, pages } = pageOf(filter.page ?? 1, asked);
  const keys = await keysOfPage(ctx, wanted, page);
  return { actions: inOrder(await actionsByKey(ctx, keys), keys), asked, page, pages };
}
