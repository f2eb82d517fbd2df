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

type Read = {
  /** How many there are of each workstream and colour, and how many of them were asked for. */
  counted: Counted[];
  /** One page of what was asked for: theme by theme, soonest first. A page too far is the last one. */
  keys: string[];
  /** The soonest of what has gone wrong: red, overdue, or without an update; and how many there are. */
  exceptions: string[];
  exceptionCount: number;
  /** The soonest of each colour, of what was asked for. */
  soonest: string[];
};

/** The keys of all that is asked for: a file has no pages to turn. */
export async function keysAsked({ tx, now }: Context, plan: PlanRecord, filter: PlanFilter) {
  const wanted = ask(plan, filter);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.action_id::text as id
      from plan_actions p join actions a on a.id = p.action_id
     where p.plan_id = ${wanted.planId}::uuid and ${asked(wanted, dayOf(now))}`;
  return rows.map(({ id }) => id);
}

/** Every action is looked at once, under its row policies, however much is said of the plan. */
async function readPlan({ tx, now }: Context, wanted: Asked, page: number): Promise<Read> {
  const today = dayOf(now);
  const [found] = await tx.$queryRaw<[Read]>`
    with seen as materialized (
      select p.action_id::text as id, p.workstream, ${ragAfter(today)} as rag, t.position, a.due_on, p.reference,
             ${asked(wanted, today)} as asked, (p.rag = 'red' or ${isStale(today)} or ${isOverdue(today)}) as wrong
        from plan_actions p join actions a on a.id = p.action_id join plan_themes t on t.id = p.theme_id
       where p.plan_id = ${wanted.planId}::uuid),
    counted as (
      select workstream, rag, count(*) as all, count(*) filter (where asked) as asked from seen group by 1, 2),
    shown as (
      select id, position, due_on, reference from seen where asked order by position, due_on, reference limit ${planPageSize}
      offset (select least(${page - 1}, greatest(0, (count(*) - 1) / ${planPageSize})) * ${planPageSize} from seen where asked)),
    gone_wrong as (select id, due_on, reference from seen where wrong order by due_on, reference limit ${mostOnBoard}),
    placed as (
      select id, row_number() over (partition by rag order by due_on, reference) as place from seen where asked)
    select (select coalesce(jsonb_agg(counted), '[]') from counted) as counted,
           array(select id from shown order by position, due_on, reference) as keys,
           array(select id from gone_wrong order by due_on, reference) as exceptions,
           (select count(*)::int from seen where wrong) as "exceptionCount",
           array(select id from placed where place <= ${mostOnBoard}) as soonest`;
  return found;
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
  const mayReadMoney = mayEver(actor, "money:read");
  const mayWrite = mayEver(actor, "plan:write");
  if (!plan) return { plans, plan: null, mayReadProfile, mayReadMoney, mayWrite };

  /** The group asks first what has gone wrong. */
  const exceptionsFirst = actor.role === "steering_member";
  const wanted = ask(plan, filter);
  const { counted, keys, ...read } = await readPlan(ctx, wanted, filter.page ?? 1);
  const prevent = counted.filter(({ workstream }) => workstream === "prevent");
  const { page, pages } = pageOf(filter.page ?? 1, sumOf(counted, "asked"));
  const wrong = exceptionsFirst ? read.exceptions : [];
  const found = await actionsByKey(ctx, [...new Set([...keys, ...wrong])]);
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
    exceptions: inOrder(found, wrong),
    exceptionCount: read.exceptionCount,
    owners: await listOwners(ctx, plan.id),
    total: sumOf(counted, "all"),
    byWorkstream: counted.map(({ workstream, all }) => ({ workstream, count: all })),
    asked: sumOf(counted, "asked"),
    page,
    pages,
    today: dayOf(now),
    mayReadProfile,
    mayReadMoney,
    mayWrite: can(actor, "plan:write", plan.parties),
    mayUpdate: mayEver(actor, "plan:update"),
  };
}

/** The plan by how it stands: of each colour how many there are, and those that are due soonest. */
export async function viewBoard(ctx: Context, planId: string | undefined, filter: PlanFilter) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const { counted, soonest } = await readPlan(ctx, ask(plan, filter), 1);
  const counts = byColour(counted, "asked");
  const found = await actionsByKey(ctx, soonest);
  return { plan, counts, actions: [...found.values()].sort(byReference), today: dayOf(ctx.now) };
}

/** One page of a plan's actions, for whoever was let at the plan. */
export async function listPage(
  ctx: Context,
  plan: PlanRecord,
  filter: PlanFilter & { page?: number },
) {
  const { counted, keys } = await readPlan(ctx, ask(plan, filter), filter.page ?? 1);
  const asked = sumOf(counted, "asked");
  const { page, pages } = pageOf(filter.page ?? 1, asked);
  return { actions: inOrder(await actionsByKey(ctx, keys), keys), asked, page, pages };
}
