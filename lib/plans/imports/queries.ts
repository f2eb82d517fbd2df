import "server-only";

import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { openPlain } from "@/lib/crypto/vault";
import { dayOf, fromDateColumn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, RuleBroken } from "@/lib/errors";
import { planActionFacts, toPlanAction } from "@/lib/plans/actions/queries";
import { type ImportStatus, importStatuses } from "@/lib/plans/imports/labels";
import type { Rag } from "@/lib/plans/labels";
import { getPlan, type PlanRecord } from "@/lib/plans/queries";
import { type Checked, checkRows, countRows, type Existing } from "@/lib/plans/rows/rules";
import { assertPlanIsOpen } from "@/lib/plans/rules";
import { headingsOf, type Mapping, type Remembered, rowsUnder } from "@/lib/plans/sheet/rules";
import { columnName, type Sheet } from "@/lib/spreadsheets/rules";

export const importPlace = (importId: string): string => `plan_imports.sealed.${importId}`;

const importFacts = {
  id: true,
  planId: true,
  name: true,
  kind: true,
  rows: true,
  status: true,
  mapping: true,
  choices: true,
  added: true,
  changed: true,
  leftOut: true,
  uploadedAt: true,
  importedAt: true,
  undoneAt: true,
  version: true,
  uploadedByHat: { select: { user: { select: { name: true } } } },
  importedByHat: { select: { user: { select: { name: true } } } },
  undoneByHat: { select: { user: { select: { name: true } } } },
} as const;

/** A file for a plan, for whoever writes that plan. */
export async function getImport(ctx: Context, importId: string) {
  const found = await ctx.tx.planImport.findUnique({
    where: { id: importId },
    select: { ...importFacts, sealed: true },
  });
  if (!found) throw new NotFound("import", importId);
  const plan = await getPlan(ctx, found.planId, "plan:write");
  return {
    ...found,
    status: found.status as ImportStatus,
    mapping: found.mapping as Mapping | null,
    choices: found.choices as Record<string, string>,
    plan,
  };
}

export type ImportRecord = Awaited<ReturnType<typeof getImport>>;

/** A file that has not been imported yet, with the cells that it held. */
export const getWaiting = async (ctx: Context, importId: string) =>
  toWaiting(await getImport(ctx, importId));

function toWaiting(found: ImportRecord) {
  if (!found.sealed || found.status !== "waiting")
    throw new RuleBroken(
      `This file is “${importStatuses[found.status]}”, so there is nothing to choose`,
    );
  const sheet = JSON.parse(openPlain(importPlace(found.id), found.sealed)) as Sheet;
  return { ...found, sheet };
}

/** What was chosen in this area for the headings and names of earlier files. */
async function findRemembered({ actor, tx }: Context, importId: string) {
  const earlier = await tx.planImport.findMany({
    where: { areaId: actor.areaId, headings: { not: Prisma.DbNull }, NOT: { id: importId } },
    select: { headings: true, mapping: true, choices: true },
    orderBy: { uploadedAt: "desc" },
    take: 5,
  });
  const merged = <T>(parts: T[]): T => Object.assign({}, ...parts.toReversed());
  return {
    headings: merged(earlier.map(({ headings }) => headings as Remembered)),
    choices: merged(earlier.map(({ choices }) => choices as Record<string, string>)),
    fallbacks: merged(earlier.map(({ mapping }) => (mapping as Mapping | null)?.fallbacks ?? {})),
  };
}

const samples = 3;

/** The columns of a file, each with its first values, to say what they are. */
export async function getImportToMap(ctx: Context, importId: string) {
  const { plan, sheet, mapping, name, version } = await getWaiting(ctx, importId);
  const remembered = await findRemembered(ctx, importId);
  const rows = rowsUnder(sheet);
  const columns = headingsOf(sheet).map(({ column, text }) => ({
    column,
    letter: columnName(column),
    text,
    samples: rows
      .flatMap(({ cells }) => cells[column]?.text ?? [])
      .filter((one) => one !== "")
      .slice(0, samples),
  }));
  return { plan, name, version, mapping, columns, remembered, sheet: sheet.name };
}

const existingFacts = {
  ...planActionFacts,
  action: {
    select: {
      ...planActionFacts.action.select,
      planActionContributors: { select: { organisation: { select: { id: true, name: true } } } },
    },
  },
} as const;

async function listExisting({ tx, now }: Context, planId: string): Promise<Existing[]> {
  const found = await tx.planAction.findMany({ where: { planId }, select: existingFacts });
  return found.map((one) => {
    const record = toPlanAction(one, dayOf(now));
    const contributors = one.action.planActionContributors.map((other) => other.organisation);
    return {
      ...record,
      contributors,
      contributorIds: contributors.map(({ id }) => id),
      dueDay: fromDateColumn(one.action.dueOn),
      rag: one.rag as Rag,
      shownRag: record.rag,
      reason: one.ragReason,
      version: one.action.version,
      standingVersion: one.version,
    };
  });
}

type Waiting = ReturnType<typeof toWaiting>;

/** What the rows of a file come to in its plan as it is now. */
export async function checkImport(ctx: Context, found: Waiting): Promise<Checked> {
  const { plan, sheet, mapping, choices } = found;
  if (!mapping) throw new RuleBroken("Say first which column is which");
  const [organisations, existing, remembered] = [
    await listOrganisations(ctx, plan.parties.planAreaIds ?? []),
    await listExisting(ctx, plan.id),
    await findRemembered(ctx, found.id),
  ];
  return checkRows(rowsUnder(sheet), mapping, {
    scheme: plan.objectiveScheme,
    planStart: plan.startDay,
    planEnd: plan.endDay,
    themes: plan.themes,
    organisations,
    areas: plan.areas,
    existing,
    choices: { ...meantHere(remembered.choices, organisations, plan), ...choices },
  });
}

/** Of what was chosen before, what this plan still has. To leave rows out is chosen anew each time. */
function meantHere(
  choices: Record<string, string>,
  organisations: { id: string }[],
  { themes }: PlanRecord,
) {
  const here = new Set([...organisations, ...themes].map(({ id }) => id));
  return Object.fromEntries(Object.entries(choices).filter(([, id]) => here.has(id)));
}

/** What was shown of a file, in a word: what is imported has to come to the same. */
export function seenOf({ rows }: Checked): string {
  const { added, changed, same, wrong, left } = countRows(rows);
  return [added, changed, same, wrong, left].join("-");
}

/** A file with what has become of it, or would. */
export async function viewImport(ctx: Context, importId: string) {
  const found = await getImport(ctx, importId);
  const { sealed, ...shown } = found;
  if (!sealed || !found.mapping) return { ...shown, checked: null, seen: "" };
  const checked = await checkImport(ctx, toWaiting(found));
  return { ...shown, checked, seen: seenOf(checked) };
}

/** All that is the matter with a file, to take away. It is on the log as what is taken. */
export async function exportProblems(ctx: Context, importId: string) {
  const found = await getWaiting(ctx, importId);
  const { problems } = await checkImport(ctx, found);
  const facts = { planId: found.planId, importId, problems: problems.length };
  await record(ctx, { type: "plan_import.exported", facts });
  return problems;
}

/** The names of a file that the plan does not know, with what each may stand for. */
export async function getImportToName(ctx: Context, importId: string) {
  const found = await getWaiting(ctx, importId);
  const { unknown } = await checkImport(ctx, found);
  const organisations = await listOrganisations(ctx, found.plan.parties.planAreaIds ?? []);
  return { ...found, unknown, organisations };
}

const shownAtOnce = 25;

/** A plan that takes rows of a sheet, for whoever keeps it. */
export async function getPlanToImport(ctx: Context, planId: string): Promise<PlanRecord> {
  const plan = await getPlan(ctx, planId, "plan:write");
  assertPlanIsOpen(plan);
  return plan;
}

/** The files of a plan, newest first, for whoever writes it. */
export async function listImports(ctx: Context, planId: string) {
  const plan = await getPlan(ctx, planId, "plan:write");
  const imports = await ctx.tx.planImport.findMany({
    where: { planId },
    select: importFacts,
    orderBy: { uploadedAt: "desc" },
    take: shownAtOnce,
  });
  return {
    plan,
    imports: imports.map((one) => ({ ...one, status: one.status as ImportStatus })),
  };
}
