import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { getPlanToPublish, getPublicTheme } from "@/lib/plans/publication/queries";
import { assertCanBePublished, assertSaysSomething, slugOf } from "@/lib/plans/publication/rules";
import type { PublicLines, PublishPlan, WithdrawPlan } from "@/lib/plans/publication/schema";
import { getPlan } from "@/lib/plans/queries";
import { assertPlanIsOpen } from "@/lib/plans/rules";
import { assertNamesNoCase } from "@/lib/publication/rules";

/** What is public of a theme and of its actions. Nobody outside sees it before it is published. */
export async function setPublicLines(ctx: Context, { themeId, lines }: PublicLines) {
  const { actor, tx, now } = ctx;
  const { plan, actions } = await getPublicTheme(ctx, themeId);
  assertPlanIsOpen(plan);
  const own = new Set(actions.map(({ actionId }) => actionId));
  if (!lines.every(({ actionId }) => actionId === null || own.has(actionId)))
    throw new FieldsRefused({
      form: ["An action has left this theme. Reload the page to see it."],
    });
  const { id: planId, areaId } = plan;
  const set = { setByHatId: actor.hatId, setAt: now };
  for (const { actionId, text } of lines) {
    const { count } = await tx.planPublicLine.updateMany({
      where: { planId, themeId, actionId },
      data: { text, ...set },
    });
    if (count === 0 && text)
      await tx.planPublicLine.createMany({
        data: { planId, areaId, themeId, actionId, text, ...set },
      });
  }
  const count = lines.filter(({ text }) => text).length;
  await record(ctx, { type: "plan.public_text_set", facts: { planId, themeId, lines: count } });
  return { planId };
}

/** Freezes the public words under an address of their own. What was public before, of this plan or of the version before, gives way. */
export async function publishPlan(ctx: Context, input: PublishPlan) {
  const { actor, tx, now } = ctx;
  const { planId, introduction, contact } = input;
  const { plan, themes } = await getPlanToPublish(ctx, planId);
  assertCanBePublished(plan);
  assertSaysSomething(themes);
  const { areaId, title, coverage, edition, approvedBy, approvedDay } = plan;
  assertNamesNoCase("A title of the plan", [title, ...themes.map((theme) => theme.title)]);
  if (!approvedBy || !approvedDay) throw new RuleBroken("It is not known who approved this plan");
  for (const before of [planId, plan.replacesId])
    if (before) await takeDown(ctx, before, `Replaced by what was published of version ${edition}`);
  const today = toDateColumn(dayOf(now));
  await tx.planPublication.createMany({
    data: {
      ...{ planId, areaId, slug: slugOf(plan), title, coverage, edition, introduction, contact },
      ...{ periodStart: toDateColumn(plan.startDay), periodEnd: toDateColumn(plan.endDay) },
      ...{ approvedBy, approvedOn: toDateColumn(approvedDay), contents: themes },
      ...{ publishedOn: today, publishedByHatId: actor.hatId, publishedAt: now },
    },
  });
  await record(ctx, { type: "plan.published", facts: { planId, edition } });
  return { planId };
}

export async function withdrawPlan(ctx: Context, { planId, reasons }: WithdrawPlan) {
  await getPlan(ctx, planId, "plan:write");
  const { count } = await takeDown(ctx, planId, reasons);
  if (count === 0) throw new RuleBroken("Nothing of this plan is published");
  await record(ctx, { type: "plan.withdrawn", facts: { planId } });
  return { planId };
}

const takeDown = ({ actor, tx, now }: Context, planId: string, withdrawnBecause: string) =>
  tx.planPublication.updateMany({
    where: { planId, withdrawnAt: null },
    data: { withdrawnByHatId: actor.hatId, withdrawnAt: now, withdrawnBecause },
  });
