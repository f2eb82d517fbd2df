import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { latestPipeline } from "@/lib/insight/queries";
import { cellText } from "@/lib/insight/rules";
import { preventStandings } from "@/lib/plans/parts/rules";
import { countsAsPrevent } from "@/lib/plans/rules";
import { freeze, listFrozenActions } from "@/lib/plans/snapshots/queries";
import { type FrozenAction, frozenCounts } from "@/lib/plans/snapshots/rules";
import type { Figures } from "@/lib/reports/rules";
import { riskFacts, toRiskRecord } from "@/lib/risks/queries";
import { scoreAt } from "@/lib/risks/rules";
import { threatLevels } from "@/lib/threat/labels";
import { findThreatLevel } from "@/lib/threat/queries";

type Source = { planId: string | null; snapshotId: string | null };

/** Every figure that a text may ask for: counts of the plan and the registers, and suppressed ones of casework (BR-04). */
export async function readFigures(ctx: Context, source: Source): Promise<Figures> {
  return {
    ...planFigures(await actionsFor(ctx, source)),
    ...(await riskFigures(ctx)),
    ...(await threatFigure(ctx)),
    ...(await caseworkFigures(ctx)),
  };
}

/** As the quarter was kept; or as the plan stands, for a report about no quarter. */
async function actionsFor(ctx: Context, { planId, snapshotId }: Source) {
  if (snapshotId) return listFrozenActions(ctx, snapshotId);
  return planId ? freeze(ctx, planId) : null;
}

function planFigures(actions: FrozenAction[] | null): Figures {
  if (!actions) return {};
  const prevent = actions.filter(countsAsPrevent);
  const counts = frozenCounts(actions);
  const standings = preventStandings(
    actions.flatMap(({ workstream, measures }) =>
      measures.map(({ standing }) => ({ workstream, standing })),
    ),
  );
  return {
    "plan.total": `${prevent.length}`,
    "plan.green": `${counts.green}`,
    "plan.amber": `${counts.amber}`,
    "plan.red": `${counts.red}`,
    "plan.blue": `${counts.blue}`,
    "plan.grey": `${counts.grey}`,
    "plan.stale": `${prevent.filter(({ isStale }) => isStale).length}`,
    "plan.slipped": `${prevent.filter(({ dueDay, firstDueDay }) => dueDay > firstDueDay).length}`,
    "measures.met": `${standings.met}`,
    "measures.not_met": `${standings.not_met}`,
    "measures.no_figure": `${standings.no_figure}`,
  };
}

/** What the group has agreed: what waits is not the group's yet. */
async function riskFigures({ tx }: Context): Promise<Figures> {
  const found = await tx.risk.findMany({
    where: { status: "agreed" },
    select: riskFacts,
    take: 500,
  });
  const entries = found.map(toRiskRecord);
  const risks = entries.filter(({ finding }) => finding === "risk");
  const high = risks.filter(
    ({ scores }) => scores && ["high", "very_high"].includes(scoreAt(scores, "residual").band),
  );
  return {
    "risks.open": `${risks.length}`,
    "risks.high": `${high.length}`,
    "risks.no_evidence": `${entries.length - risks.length}`,
  };
}

async function threatFigure(ctx: Context): Promise<Figures> {
  const found = await findThreatLevel(ctx);
  return found ? { "threat.level": threatLevels[found.level] } : {};
}

async function caseworkFigures(ctx: Context): Promise<Figures> {
  const found = await latestPipeline(ctx);
  if (!found) return {};
  return {
    "casework.period": found.label,
    "casework.referrals": cellText(found.pipeline.referrals),
    "casework.discussed": cellText(found.pipeline.discussed),
    "casework.adopted": cellText(found.pipeline.adopted),
  };
}
