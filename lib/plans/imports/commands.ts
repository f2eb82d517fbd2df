import "server-only";

import { scan } from "@/lib/attachments/scanner";
import { record } from "@/lib/audit/record";
import { sealPlain, sha256 } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { env } from "@/lib/env";
import { NotFound, Overtaken, type Refusal, RuleBroken } from "@/lib/errors";
import {
  checkImport,
  getImport,
  getPlanToImport,
  getWaiting,
  type ImportRecord,
  importPlace,
  seenOf,
} from "@/lib/plans/imports/queries";
import type {
  ApplyImport,
  DiscardImport,
  MapImport,
  NameImport,
  UndoImport,
} from "@/lib/plans/imports/schema";
import { preferIndexes, writeRows } from "@/lib/plans/rows/commands";
import { countRows } from "@/lib/plans/rows/rules";
import { assertPlanIsOpen } from "@/lib/plans/rules";
import { headingsOf, likeness, remember, rowsUnder } from "@/lib/plans/sheet/rules";
import type { SpreadsheetKind } from "@/lib/spreadsheets/labels";
import { readSpreadsheet } from "@/lib/spreadsheets/read";
import { mostBytes, mostRows, refusedSheet, type Sheet, tidyName } from "@/lib/spreadsheets/rules";

type Taken = { name: string; kind: SpreadsheetKind; bytes: Buffer; sheet: Sheet };
type Arrived = { planId: string; importId: string } & ({ taken: Taken } | { refusal: Refusal });

/** Reads what was posted, before the transaction: it takes its time. The plan stands in the address. */
export async function takeInPlan(
  posted: FormData | "too_large" | "lost",
  planId: string,
): Promise<Arrived> {
  const ids = { planId, importId: crypto.randomUUID() };
  try {
    return { ...ids, taken: await readPosted(posted) };
  } catch (refusal) {
    if (refusal instanceof RuleBroken) return { ...ids, refusal };
    throw refusal;
  }
}

async function readPosted(posted: FormData | "too_large" | "lost"): Promise<Taken> {
  if (typeof posted === "string") throw refusedSheet(posted);
  const given = posted.get("file");
  if (!(given instanceof File) || (given.size === 0 && !given.name)) throw refusedSheet("none");
  if (given.size > mostBytes) throw refusedSheet("too_large");
  const bytes = Buffer.from(await given.arrayBuffer());
  const state = await scan(bytes, env().CLAMD);
  if (state === "infected") throw refusedSheet("infected");
  if (state === "held") throw refusedSheet("unchecked");
  const { kind, sheets } = readSpreadsheet(given.name, bytes);
  const [best] = sheets.toSorted((one, other) => likeness(other.sheet) - likeness(one.sheet));
  if (best?.problem) throw refusedSheet(best.problem);
  const rows = best ? rowsUnder(best.sheet).length : 0;
  if (!best || rows === 0) throw refusedSheet("no_rows");
  if (rows > mostRows) throw refusedSheet("too_many_rows");
  return { name: tidyName(given.name), kind, bytes, sheet: best.sheet };
}

/** Keeps the cells of a file, sealed, until somebody has said what they are. Nothing of it is in the plan yet. */
export async function keepImport(ctx: Context, arrived: Arrived) {
  const { planId, importId } = arrived;
  const { actor, tx, now } = ctx;
  const plan = await getPlanToImport(ctx, planId);
  if ("refusal" in arrived) throw arrived.refusal;
  const { name, kind, bytes, sheet } = arrived.taken;
  await tx.planImport.createMany({
    data: {
      ...{ id: importId, planId, areaId: plan.areaId, name, kind, bytes: bytes.length },
      ...{ sha256: sha256(bytes), rows: rowsUnder(sheet).length },
      sealed: sealPlain(importPlace(importId), JSON.stringify(sheet)),
      ...{ uploadedByHatId: actor.hatId, uploadedAt: now },
    },
  });
  await record(ctx, {
    type: "plan_import.read",
    facts: { planId, importId, kind, bytes: bytes.length, rows: rowsUnder(sheet).length },
  });
  return { importId };
}

const overtaken = ({ version }: Pick<ImportRecord, "version">) =>
  new Overtaken("Somebody else", "since you opened this page", [], version);

/** Says which column is which, and what is to be said where a row is silent. */
export async function mapImport(ctx: Context, { importId, version, mapping }: MapImport) {
  const { tx } = ctx;
  const seen = await getWaiting(ctx, importId);
  assertPlanIsOpen(seen.plan);
  const headings = headingsOf(seen.sheet);
  if (
    !Object.values(mapping.columns).every((one) => headings.some((other) => other.column === one))
  )
    throw new RuleBroken("The file has no such column. Reload the page and try again.");
  const { theme } = mapping.fallbacks;
  if (theme && !seen.plan.themes.some(({ id }) => id === theme))
    throw new RuleBroken("The plan has no such theme. Reload the page and try again.");
  const { count } = await tx.planImport.updateMany({
    where: { id: importId, version, status: "waiting" },
    data: { mapping, headings: remember(headings, mapping), version: version + 1 },
  });
  if (count === 0) throw overtaken(seen);
  const { unknown } = await checkImport(ctx, { ...seen, mapping });
  await record(ctx, {
    type: "plan_import.mapped",
    facts: { planId: seen.planId, importId, columns: Object.keys(mapping.columns) },
  });
  return { importId, hasUnknown: unknown.some(({ key }) => !seen.choices[key]) };
}

/** Says what the names stand for that the plan does not know. */
export async function nameImport(ctx: Context, { importId, version, choices }: NameImport) {
  const { tx } = ctx;
  const seen = await getWaiting(ctx, importId);
  assertPlanIsOpen(seen.plan);
  const { unknown } = await checkImport(ctx, seen);
  const known = unknown.filter(({ key }) => choices[key]);
  const chosen = Object.fromEntries(known.map(({ key }) => [key, choices[key] ?? ""]));
  const { count } = await tx.planImport.updateMany({
    where: { id: importId, version, status: "waiting" },
    data: { choices: { ...seen.choices, ...chosen }, version: version + 1 },
  });
  if (count === 0) throw overtaken(seen);
  const facts = { planId: seen.planId, importId, names: known.length };
  await record(ctx, { type: "plan_import.named", facts });
  return { importId };
}

/** Writes the rows into the plan, all in one: those without mistakes, or every one of them. */
export async function applyImport(ctx: Context, input: ApplyImport) {
  const { actor, tx, now } = ctx;
  const { importId, version, seen: shown, choice } = input;
  // Two who import into one plan do so one after the other.
  await tx.$queryRaw`select p.id from plans p join plan_imports i on i.plan_id = p.id where i.id = ${importId}::uuid for update of p`;
  const found = await getWaiting(ctx, importId);
  assertPlanIsOpen(found.plan);
  const checked = await checkImport(ctx, found);
  const counts = countRows(checked.rows);
  if (seenOf(checked) !== shown)
    throw new RuleBroken("The plan has changed since you opened this page. Reload it to go on.");
  if (choice === "all" && counts.wrong > 0)
    throw new RuleBroken("Some rows have mistakes. Import only the rows without mistakes.");
  if (counts.added + counts.changed === 0)
    throw new RuleBroken("There is nothing to import: no row adds or changes anything");

  const { count } = await tx.planImport.updateMany({
    where: { id: importId, version, status: "waiting" },
    data: {
      ...{ status: "imported", sealed: null, version: version + 1 },
      ...{ added: counts.added, changed: counts.changed, leftOut: counts.wrong + counts.left },
      ...{ importedByHatId: actor.hatId, importedAt: now },
    },
  });
  if (count === 0) throw overtaken(found);
  await writeRows(ctx, found, checked.rows);
  const { planId } = found;
  await record(ctx, { type: "plan_import.imported", facts: { planId, importId, ...counts } });
  return { importId };
}

/** Takes back all that an import wrote. The database does it, and refuses when somebody has gone on from there. */
export async function undoImport(ctx: Context, { importId }: UndoImport) {
  const { planId, plan } = await getImport(ctx, importId);
  assertPlanIsOpen(plan);
  await preferIndexes(ctx);
  await ctx.tx.$executeRaw`select undo_plan_import(${importId}::uuid)`;
  await record(ctx, { type: "plan_import.undone", facts: { planId, importId } });
  return { importId };
}

/** Throws a file away that nobody wants to import. Its cells are gone at once. */
export async function discardImport(ctx: Context, { importId }: DiscardImport) {
  const { planId } = await getImport(ctx, importId);
  const { count } = await ctx.tx.planImport.updateMany({
    where: { id: importId, status: "waiting" },
    data: { status: "discarded", sealed: null },
  });
  if (count === 0) throw new NotFound("waiting import", importId);
  await record(ctx, { type: "plan_import.discarded", facts: { planId, importId } });
  return { planId };
}

const keptFor = 14 * 24 * 60 * 60 * 1_000;

/** A file that nobody has imported for two weeks goes by itself. */
export async function lapseImports(ctx: Context): Promise<{ lapsed: number }> {
  const { count } = await ctx.tx.planImport.updateMany({
    where: { status: "waiting", uploadedAt: { lt: new Date(ctx.now.getTime() - keptFor) } },
    data: { status: "lapsed", sealed: null },
  });
  if (count > 0) await record(ctx, { type: "plan_import.lapsed", facts: { count } });
  return { lapsed: count };
}
