import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, Overtaken } from "@/lib/errors";
import { dutyThemeLabels, dutyThemesIn, templateThemes } from "@/lib/plans/labels";
import {
  getPlan,
  getTheme,
  listPartnerships,
  type PlanRecord,
  type ThemeRecord,
} from "@/lib/plans/queries";
import { assertPlanIsOpen } from "@/lib/plans/rules";
import type { AddTheme, CreatePlan, EditTheme } from "@/lib/plans/schema";

/** A new draft with its themes, for the co-ordinator's area or for every area of a partnership. */
export async function createPlan(ctx: Context, input: CreatePlan) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "plan:write")) throw new Forbidden("plan:write");
  const { areaId } = actor;
  const coverage = await coverageOf(ctx, input.covers);

  const planId = await nextId(ctx);
  await tx.plan.createMany({
    data: {
      id: planId,
      areaId,
      partnershipId: coverage.partnershipId,
      title: input.title,
      periodStart: toDateColumn(input.startDay),
      periodEnd: toDateColumn(input.endDay),
      objectiveScheme: input.objectiveScheme,
      createdAt: now,
    },
  });
  await tx.planArea.createMany({
    data: coverage.areaIds.map((id) => ({ planId, areaId: id, keptBy: areaId, status: "draft" })),
  });
  await tx.planTheme.createMany({
    data: templateThemes[input.themeTemplate].map(({ title, duty }, index) => ({
      planId,
      areaId,
      title,
      dutyTheme: duty[input.objectiveScheme],
      position: index + 1,
    })),
  });
  await record(ctx, { type: "plan.created", facts: { planId, covers: coverage.areaIds.length } });
  return { planId };
}

async function coverageOf({ actor, tx }: Context, covers: string) {
  if (covers === "area") return { partnershipId: null, areaIds: [actor.areaId] };
  const partnership = (await listPartnerships(tx, actor)).find(({ id }) => id === covers);
  if (!partnership) throw new FieldsRefused({ covers: ["Select which areas the plan is for"] });
  const areaIds = partnership.partnershipAreas.map(({ areaId }) => areaId);
  return { partnershipId: partnership.id, areaIds };
}

/** A new row that is seen only once another says for whom it is: its key has to be known before. */
async function nextId({ tx }: Context): Promise<string> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`select uuid_v7()::text as id`;
  if (!made) throw new Error("The database made no key.");
  return made.id;
}

type Theme = Pick<AddTheme, "title" | "dutyTheme">;

/** A theme has a name of its own, and answers to the guidance that stands beside the plan's objectives. */
function assertThemeFits(plan: PlanRecord, { title, dutyTheme }: Theme, butFor?: string): void {
  const same = plan.themes.find((theme) => theme.title.toLowerCase() === title.toLowerCase());
  if (same && same.id !== butFor)
    throw new FieldsRefused({ title: ["The plan already has a theme of this name"] });
  if (!dutyThemesIn[plan.objectiveScheme].includes(dutyTheme))
    throw new FieldsRefused({ dutyTheme: ["Select a part of the duty that this plan follows"] });
}

export async function addTheme(ctx: Context, { planId, title, dutyTheme }: AddTheme) {
  const { tx } = ctx;
  const plan = await getPlan(ctx, planId, "plan:write");
  assertPlanIsOpen(plan);
  assertThemeFits(plan, { title, dutyTheme });

  const { areaId, themes } = plan;
  const { id: themeId } = await tx.planTheme.create({
    data: { planId, areaId, title, dutyTheme, position: themes.length + 1 },
    select: { id: true },
  });
  await record(ctx, { type: "plan.theme_added", facts: { planId, themeId } });
  return { planId };
}

export async function editTheme(ctx: Context, { themeId, version, ...theme }: EditTheme) {
  const { actor, tx, now } = ctx;
  const seen = await getTheme(ctx, themeId);
  assertPlanIsOpen(seen.plan);
  assertThemeFits(seen.plan, theme, themeId);
  const { count } = await tx.planTheme.updateMany({
    where: { id: themeId, version },
    data: { ...theme, editedByHatId: actor.hatId, editedAt: now, version: version + 1 },
  });
  if (count === 0) throw themeOvertaken(seen);
  const planId = seen.plan.id;
  await record(ctx, { type: "plan.theme_edited", facts: { planId, themeId } });
  return { planId };
}

const themeOvertaken = ({ edited, title, dutyTheme, version }: ThemeRecord) =>
  new Overtaken(
    edited?.by ?? "Somebody else",
    edited ? `on ${formatInstant(edited.at)}` : "since you opened this page",
    [
      { name: "title", label: "Name of the theme", theirs: title },
      {
        name: "dutyTheme",
        label: "Part of the duty",
        theirs: dutyTheme ?? "",
        choices: dutyThemeLabels,
      },
    ],
    version,
  );
