import "server-only";

import { can } from "@/lib/access/policy";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { listPlanActions } from "@/lib/plans/actions/queries";
import { type PublicTheme, publicThemes } from "@/lib/plans/publication/rules";
import { findPlan, getPlan, getTheme } from "@/lib/plans/queries";
import { byReference } from "@/lib/plans/rules";

const listLines = ({ tx }: Context, planId: string) =>
  tx.planPublicLine.findMany({
    where: { planId },
    select: { themeId: true, actionId: true, text: true },
    take: 3000,
  });

/** What of a plan is public, as it would read if it were published now; and what was published of it. */
async function publicSide(ctx: Context, planId: string) {
  const actions = (await listPlanActions(ctx, planId)).sort(byReference);
  const lines = await listLines(ctx, planId);
  const found = await ctx.tx.planPublication.findMany({
    where: { planId },
    select: {
      ...{ id: true, slug: true, publishedOn: true, withdrawnAt: true, withdrawnBecause: true },
      ...{ introduction: true, contact: true },
    },
    orderBy: { publishedAt: "desc" },
    take: 20,
  });
  const publications = found.map(({ publishedOn, ...one }) => ({
    ...one,
    publishedDay: fromDateColumn(publishedOn),
  }));
  const live = publications.find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
  return { actions, lines, publications, live };
}

/** For the writer of a plan. Nobody else has to know what is not published yet. */
export async function viewPublic(ctx: Context, planId: string | undefined) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan || !can(ctx.actor, "plan:write", plan.parties))
    throw new NotFound("plan", planId ?? "in force");
  const side = await publicSide(ctx, plan.id);
  const themes = publicThemes(plan.themes, side.actions, side.lines);
  const chosen = new Set(side.lines.filter(({ text }) => text).map(({ actionId }) => actionId));
  return {
    plan,
    ...side,
    themes,
    counts: plan.themes.map(({ id, title }) => {
      const own = side.actions.filter(({ themeId }) => themeId === id);
      const isPublic = own.filter(({ actionId }) => chosen.has(actionId)).length;
      return { id, title, total: own.length, isPublic };
    }),
  };
}

/** The same for a plan to publish or to withdraw. */
export async function getPlanToPublish(ctx: Context, planId: string) {
  const plan = await getPlan(ctx, planId, "plan:write");
  const side = await publicSide(ctx, planId);
  return { plan, ...side, themes: publicThemes(plan.themes, side.actions, side.lines) };
}

/** A theme with its actions, and what is public of each. */
export async function getPublicTheme(ctx: Context, themeId: string) {
  const theme = await getTheme(ctx, themeId);
  const { plan } = theme;
  const all = (await listPlanActions(ctx, plan.id)).sort(byReference);
  const lines = (await listLines(ctx, plan.id)).filter((line) => line.themeId === themeId);
  const textOf = new Map(lines.map(({ actionId, text }) => [actionId, text]));
  return {
    theme,
    plan,
    text: textOf.get(null) ?? "",
    actions: all
      .filter((action) => action.themeId === themeId)
      .map(({ actionId, reference, text }) => ({
        ...{ actionId, reference, says: text },
        text: textOf.get(actionId) ?? "",
      })),
  };
}

type Row = {
  slug: string;
  title: string;
  coverage: string;
  edition: number;
  period_start: Date;
  period_end: Date;
  approved_by: string;
  approved_on: Date;
  introduction: string;
  contents: PublicTheme[];
  contact: string;
  published_on: Date;
};

const toPublicPlan = (row: Row) => ({
  ...{ slug: row.slug, title: row.title, coverage: row.coverage, edition: row.edition },
  ...{ approvedBy: row.approved_by, introduction: row.introduction, contact: row.contact },
  themes: row.contents,
  startDay: fromDateColumn(row.period_start),
  endDay: fromDateColumn(row.period_end),
  approvedDay: fromDateColumn(row.approved_on),
  publishedDay: fromDateColumn(row.published_on),
});

/** What a stranger is shown: the words that were published, and no row but theirs. */
export async function findPublicPlan({ tx }: Context, slug: string) {
  const [found] = await tx.$queryRaw<Row[]>`select * from public_plans(${slug})`;
  return found ? toPublicPlan(found) : null;
}

export async function listPublicPlans({ tx }: Context) {
  const found = await tx.$queryRaw<Row[]>`select * from public_plans(null)`;
  return found.map(toPublicPlan);
}
