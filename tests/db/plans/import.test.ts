import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { theSystem } from "@/lib/access/actor";
import { type Context, withActor } from "@/lib/db/with-actor";
import { NotFound, Overtaken, Refusal, RuleBroken } from "@/lib/errors";
import { exportPlan } from "@/lib/plans/exports/queries";
import {
  applyImport,
  discardImport,
  keepImport,
  lapseImports,
  mapImport,
  nameImport,
  takeInPlan,
  undoImport,
} from "@/lib/plans/imports/commands";
import {
  getImportToMap,
  getImportToName,
  listImports,
  viewImport,
} from "@/lib/plans/imports/queries";
import { countRows } from "@/lib/plans/rows/rules";
import { type Mapping, suggest } from "@/lib/plans/sheet/rules";
import { anActor, anArea, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { anImported } from "@/tests/support/plan-imports";
import { type APlan, aMilestone, aPlan, aPlanAction } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";
import { aMessyWorkbook, aWorkbook, type Put } from "@/tests/support/workbook";

const aKeeper = async () => anActor("prevent_coordinator", { areaId: (await anArea()).id });
const long = "It is asked of everybody, so nobody is singled out.";
const fallbacksFor = (plan: APlan): Mapping["fallbacks"] => ({
  ...{ theme: plan.themeId, objective: "intervene_2023", workstream: "prevent" },
  ...{ priority: "medium", ownerRole: "Prevent lead", evidenceBasis: "local" },
  ...{ proportionality: long, cohesionImpact: long },
});

const posted = (bytes: Buffer, name = "plan.xlsx") => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  return form;
};

async function uploaded(who: Actor, planId: string, bytes: Buffer, name?: string) {
  const arrived = await takeInPlan(posted(bytes, name), planId);
  return withActor(who, (ctx) => keepImport(ctx, arrived));
}

/** Uploaded, with the columns that its headings suggest. */
async function mapped(who: Actor, plan: APlan, bytes: Buffer) {
  const { importId } = await uploaded(who, plan.id, bytes);
  const { columns, version } = await withActor(who, (ctx) => getImportToMap(ctx, importId));
  const mapping = { columns: suggest(columns), fallbacks: fallbacksFor(plan) };
  const next = await withActor(who, (ctx) => mapImport(ctx, { importId, version, mapping }));
  return { ...next, version: version + 1 };
}

const view = (who: Actor, importId: string) => withActor(who, (ctx) => viewImport(ctx, importId));
const apply = async (who: Actor, importId: string, choice: "all" | "right" = "all") => {
  const { version, seen } = await view(who, importId);
  return withActor(who, (ctx) => applyImport(ctx, { importId, version, seen, choice }));
};
const undo = (who: Actor, importId: string) =>
  withActor(who, (ctx) => undoImport(ctx, { importId, confirm: "yes" }));

const head = ["Ref", "Action", "Lead agency", "Deadline", "RAG", "Comments"];
const rowsFor = (who: { name: string }, ...changes: Record<number, string>[]): Put[][] =>
  [
    ["1.1", "Brief every school", who.name, "31 Dec 2026", "Green", ""],
    ["1.2", "Train the leads", who.name, "2026-12-31", "Red", "The trainer has left"],
  ].map((row, index) => row.map((cell, column) => changes[index]?.[column] ?? cell));

/** A plan, with an organisation that leads what is imported. */
async function laid() {
  const keeper = await aKeeper();
  const plan = await aPlan(keeper);
  const { id } = await anOrganisation(keeper.areaId);
  const organisation = await owner.organisation.findUniqueOrThrow({ where: { id } });
  const book = (...changes: Record<number, string>[]) =>
    aWorkbook([head, ...rowsFor(organisation, ...changes)]);
  return { keeper, plan, organisation, book };
}

const actionsOf = (planId: string) =>
  owner.planAction.findMany({
    where: { planId },
    include: { action: { include: { planUpdates: true, planEscalations: true } } },
    orderBy: { reference: "asc" },
  });

test("a file is kept sealed, mapped, looked at and imported, and all of it is recorded", async () => {
  const { keeper, plan, organisation, book } = await laid();
  const lead = await anActor("agency_lead", {
    ...{ areaId: keeper.areaId, organisationId: organisation.id },
  });

  const { importId } = await mapped(keeper, plan, book());
  await expect(actionsOf(plan.id)).resolves.toEqual([]);
  await apply(keeper, importId);

  const [first, second] = await actionsOf(plan.id);
  expect(first).toMatchObject({
    ...{ reference: "1.1", rag: "green", priority: "medium", themeId: plan.themeId },
    action: { title: "Brief every school", ownerOrganisationId: organisation.id, kind: "plan" },
  });
  expect(second).toMatchObject({
    ...{ rag: "red", ragReason: "The trainer has left" },
    action: {
      ...{ status: "in_progress", planUpdates: [{ rag: "red" }] },
      planEscalations: [{ reason: "The trainer has left", endedAt: null }],
    },
  });
  await expect(view(keeper, importId)).resolves.toMatchObject({
    ...{ status: "imported", added: 2, changed: 0, leftOut: 0, checked: null },
  });
  await expect(
    owner.planImport.findUniqueOrThrow({ where: { id: importId } }),
  ).resolves.toMatchObject({ sealed: null });
  const events = await owner.auditEvent.findMany({
    where: { actor: keeper.userId, type: { startsWith: "plan_import" } },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ type }) => type)).toEqual([
    ...["plan_import.read", "plan_import.mapped", "plan_import.imported"],
  ]);
  await expect(
    owner.notification.findMany({ where: { hatId: lead.hatId }, select: { kind: true } }),
  ).resolves.toEqual([{ kind: "actions_given" }]);
  await expect(
    owner.clock.count({ where: { planId: plan.id, kind: "plan_action", stoppedOn: null } }),
  ).resolves.toBe(2);
});

test("the same file again changes nothing, and a newer one changes what it says anew", async () => {
  const { keeper, plan, book } = await laid();
  await apply(keeper, (await mapped(keeper, plan, book())).importId);

  const again = await mapped(keeper, plan, book());
  const same = await view(keeper, again.importId);
  expect(same.checked && countRows(same.checked.rows)).toMatchObject({ same: 2, added: 0 });
  await expect(apply(keeper, again.importId)).rejects.toThrow(RuleBroken);

  const later = await mapped(
    keeper,
    plan,
    book({ 1: "Brief every college", 3: "31 Jan 2027" }, { 4: "Green" }),
  );
  await apply(keeper, later.importId);

  const [first, second, ...more] = await actionsOf(plan.id);
  expect(more).toEqual([]);
  expect(first?.action).toMatchObject({ title: "Brief every college", version: 2 });
  await expect(
    owner.actionExtension.findMany({ where: { planId: plan.id } }),
  ).resolves.toMatchObject([{ reason: "From the spreadsheet plan.xlsx" }]);
  expect(second).toMatchObject({ rag: "green", ragReason: null, version: 2 });
  expect(second?.action.planEscalations[0]?.endedAt).not.toBeNull();
});

test("only the rows without mistakes are imported where whoever imports says so, and none otherwise", async () => {
  const { keeper, plan, book } = await laid();
  const { importId } = await mapped(keeper, plan, book({ 3: "03/04/2026" }));

  await expect(apply(keeper, importId, "all")).rejects.toThrow(RuleBroken);
  await expect(actionsOf(plan.id)).resolves.toEqual([]);

  await apply(keeper, importId, "right");
  await expect(actionsOf(plan.id)).resolves.toMatchObject([{ reference: "1.2" }]);
  await expect(view(keeper, importId)).resolves.toMatchObject({ added: 1, leftOut: 1 });
});

test("an import is taken back whole: what it added goes, what it changed is as it was, and it is remembered", async () => {
  const { keeper, plan, book } = await laid();
  const first = await mapped(keeper, plan, book());
  await apply(keeper, first.importId);
  const before = await actionsOf(plan.id);
  const second = await mapped(
    keeper,
    plan,
    book(
      { 1: "Brief every college", 3: "31 Jan 2027", 4: "Red", 5: "Nobody came" },
      { 4: "Green" },
    ),
  );
  await apply(keeper, second.importId);

  await undo(keeper, second.importId);

  const after = await actionsOf(plan.id);
  const bare = (rows: typeof before) =>
    rows.map(({ version: _, action: { version: __, ...action }, ...row }) => ({ ...row, action }));
  expect(bare(after)).toEqual(bare(before));
  expect(after.map(({ version }) => version)).toEqual([3, 3]); // an open form is still told

  // What has been changed since, if only by taking another import back, is somebody's.
  await expect(undo(keeper, first.importId)).rejects.toThrow("somebody has changed");
  await expect(view(keeper, second.importId)).resolves.toMatchObject({
    ...{ status: "undone", undoneByHat: { user: expect.anything() } },
  });
  await expect(
    owner.auditEvent.count({ where: { actor: keeper.userId, type: "plan_import.undone" } }),
  ).resolves.toBe(1);
  await expect(undo(keeper, second.importId)).rejects.toThrow("undone already");
});

test("what an import added goes with all that it wrote, and its clocks", async () => {
  const { keeper, plan, book } = await laid();
  const { importId } = await mapped(keeper, plan, book());
  await apply(keeper, importId);

  await undo(keeper, importId);

  await expect(actionsOf(plan.id)).resolves.toEqual([]);
  const of = { where: { planId: plan.id } };
  await expect(owner.action.count(of)).resolves.toBe(0);
  await expect(owner.clock.count(of)).resolves.toBe(0);
  await expect(owner.planUpdate.count(of)).resolves.toBe(0);
  await expect(owner.planImportRow.count({ where: { importId } })).resolves.toBe(2);
});

test("an import stays as soon as somebody has gone on from it, and all of it does", async () => {
  const { keeper, plan, book } = await laid();
  const { importId } = await mapped(keeper, plan, book());
  await apply(keeper, importId);
  const [first] = await actionsOf(plan.id);

  await aMilestone(plan, { id: first?.actionId ?? "", planId: plan.id });
  await expect(undo(keeper, importId)).rejects.toThrow("hangs from an action");
  await owner.planAction.updateMany({ where: { reference: "1.2" }, data: { version: 2 } });
  await expect(undo(keeper, importId)).rejects.toThrow("what it wrote: 1.2");

  await expect(actionsOf(plan.id)).resolves.toHaveLength(2);
  await expect(view(keeper, importId)).resolves.toMatchObject({ status: "imported" });
});

test("names that nobody knows are asked for once, and remembered for the next file", async () => {
  const { keeper, plan, organisation, book } = await laid();
  const unknown = book({ 2: "The Scouts" }, { 2: "the scouts" });
  const { importId, hasUnknown, version } = await mapped(keeper, plan, unknown);
  expect(hasUnknown).toBe(true);
  const asked = await withActor(keeper, (ctx) => getImportToName(ctx, importId));
  expect(asked.unknown).toMatchObject([{ name: "The Scouts", rows: [2, 3] }]);

  const choices = { "owner:the scouts": organisation.id, "owner:made up": organisation.id };
  await withActor(keeper, (ctx) => nameImport(ctx, { importId, version, choices }));
  await apply(keeper, importId);

  const next = await mapped(keeper, plan, unknown);
  expect((await view(keeper, next.importId)).checked?.problems).toEqual([]);
  const { remembered } = await withActor(keeper, (ctx) => getImportToMap(ctx, next.importId));
  expect(remembered.headings).toMatchObject({ deadline: "dueDay", "lead agency": "owner" });
});

test("whoever is overtaken is told: by a plan that has changed, or by somebody who was first", async () => {
  const { keeper, plan, book } = await laid();
  const { importId, version } = await mapped(keeper, plan, book());
  const { seen } = await view(keeper, importId);
  const input = { importId, version, seen, choice: "all" as const };
  const { columns } = await withActor(keeper, (ctx) => getImportToMap(ctx, importId));
  const mapping = { columns: suggest(columns), fallbacks: fallbacksFor(plan) };

  await expect(
    withActor(keeper, (ctx) => mapImport(ctx, { importId, version: version - 1, mapping })),
  ).rejects.toThrow(Overtaken);
  await aPlanAction(plan, { reference: "1.1" });
  await expect(withActor(keeper, (ctx) => applyImport(ctx, input))).rejects.toThrow(
    "has changed since",
  );
  await expect(actionsOf(plan.id)).resolves.toHaveLength(1);

  await apply(keeper, importId);
  await expect(apply(keeper, importId)).rejects.toThrow(RuleBroken);
});

test("a file that cannot be read leaves nothing behind, and says why", async () => {
  const { keeper, plan } = await laid();

  const send = (bytes: Buffer, name?: string) => uploaded(keeper, plan.id, bytes, name);
  await expect(send(Buffer.from("%PDF"), "plan.pdf")).rejects.toThrow("must be an XLSX");
  await expect(send(aWorkbook([["Ref"]]), "plan.xlsm")).rejects.toThrow("contains macros");
  await expect(send(aWorkbook([head]))).rejects.toThrow("no sheet with headings");
  await expect(
    send(aWorkbook(Array.from({ length: 5_002 }, (_, row) => [`${row}`]))),
  ).rejects.toThrow("5,000 rows or fewer");

  await expect(owner.planImport.count({ where: { planId: plan.id } })).resolves.toBe(0);
});

test("nobody but the writer of the plan imports into it, or sees what was uploaded", async () => {
  const { keeper, plan, organisation, book } = await laid();
  const { importId, version } = await mapped(keeper, plan, book());
  const { areaId } = keeper;
  const others = [
    await anActor("agency_lead", { areaId, organisationId: organisation.id }),
    await anActor("steering_member", { areaId }),
    await anActor("auditor", { areaId }),
    await anActor("prevent_coordinator", { areaId: (await anArea()).id }),
  ];

  for (const other of others) {
    await expect(uploaded(other, plan.id, book())).rejects.toThrow(Refusal);
    await expect(withActor(other, (ctx) => listImports(ctx, plan.id))).rejects.toThrow(Refusal);
    await expect(view(other, importId)).rejects.toThrow(NotFound);
    const input = { importId, version, seen: "2-0-0-0-0", choice: "all" as const };
    await expect(withActor(other, (ctx) => applyImport(ctx, input))).rejects.toThrow(NotFound);
    await expect(undo(other, importId)).rejects.toThrow(NotFound);
  }
  await apply(keeper, importId);
  for (const other of others) {
    const direct = withActor(
      other,
      ({ tx }) => tx.$executeRaw`select undo_plan_import(${importId}::uuid)`,
    );
    await expect(direct).rejects.toThrow(RuleBroken);
  }
  await expect(actionsOf(plan.id)).resolves.toHaveLength(2);
});

test("a superseded plan takes no file", async () => {
  const keeper = await aKeeper();
  const plan = await aPlan(keeper, { status: "superseded" });

  await expect(uploaded(keeper, plan.id, aWorkbook([head, ["1"]]))).rejects.toThrow("superseded");
});

test("a file that is thrown away, or waits for two weeks, leaves no cell behind", async () => {
  const { keeper, plan, book } = await laid();
  const [thrown, waiting] = [
    await mapped(keeper, plan, book()),
    await mapped(keeper, plan, book()),
  ];
  await withActor(keeper, (ctx) => discardImport(ctx, { importId: thrown.importId }));
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const later = (days: number) => withActor(theSystem(), lapseImports, inDays(days));

  await later(13);
  await expect(view(keeper, waiting.importId)).resolves.toMatchObject({ status: "waiting" });
  await later(15);

  const left = await owner.planImport.findMany({
    where: { planId: plan.id },
    select: { status: true, sealed: true },
    orderBy: { status: "asc" },
  });
  expect(left).toEqual([
    { status: "discarded", sealed: null },
    { status: "lapsed", sealed: null },
  ]);
  await expect(apply(keeper, waiting.importId)).rejects.toThrow(RuleBroken);
});

test("an export keeps to what the reader asks for and may see, and is recorded", async () => {
  const { keeper, plan } = await laid();
  await aPlanAction(plan, { reference: "2.10", rag: "red" });
  await aPlanAction(plan, { reference: "2.9" });
  const stranger = await aKeeper();
  const asked = { plan: plan.id, format: "xlsx" as const };

  const all = await withActor(keeper, (ctx) => exportPlan(ctx, asked));
  const red = await withActor(keeper, (ctx) => exportPlan(ctx, { ...asked, rag: "red" }));

  expect(all.actions.map(({ reference }) => reference)).toEqual(["2.9", "2.10"]);
  expect(red.actions.map(({ reference }) => reference)).toEqual(["2.10"]);
  await expect(
    owner.auditEvent.count({ where: { actor: keeper.userId, type: "plan.exported" } }),
  ).resolves.toBe(2);
  await expect(withActor(stranger, (ctx) => exportPlan(ctx, asked))).rejects.toThrow(NotFound);
});

test("three hundred messy rows import, and import again without a second of any (done when 2)", async () => {
  const { keeper, plan, organisation } = await laid();
  const book = aMessyWorkbook(["Channel", "Projects"]);
  const choose = async () => {
    const { importId, version } = await mapped(keeper, plan, book);
    const { unknown } = await withActor(keeper, (ctx) => getImportToName(ctx, importId));
    const choices = Object.fromEntries(unknown.map(({ key }) => [key, organisation.id]));
    await withActor(keeper, (ctx) => nameImport(ctx, { importId, version, choices }));
    return importId;
  };

  const { count } = await countStatements(async () => apply(keeper, await choose(), "right"));
  const again = await view(keeper, await choose());

  await expect(actionsOf(plan.id)).resolves.toHaveLength(296);
  expect(again.checked && countRows(again.checked.rows)).toEqual({
    ...{ added: 0, changed: 0, same: 296, wrong: 4, left: 0 },
  });
  expect(count).toBeLessThan(80); // whatever the number of rows
});

test("no page of an import asks more than eight questions", async () => {
  const { keeper, plan, book } = await laid();
  const { importId } = await mapped(keeper, plan, book());

  const pages: ((ctx: Context) => Promise<unknown>)[] = [
    (ctx) => viewImport(ctx, importId),
    (ctx) => getImportToMap(ctx, importId),
    (ctx) => getImportToName(ctx, importId),
    (ctx) => listImports(ctx, plan.id),
  ];

  for (const page of pages) {
    const { count } = await countStatements(() => withActor(keeper, page));
    expect(count).toBeLessThanOrEqual(8);
  }
});

test("a row that speaks of an action of another plan takes nothing from that plan", async () => {
  const { keeper, plan } = await laid();
  const theirs = await aKeeper();
  const other = await aPlanAction(await aPlan(theirs));
  const { id: importId } = await anImported(plan);
  await withActor(keeper, ({ tx }) =>
    tx.planImportRow.createMany({
      data: [
        {
          ...{ importId, actionId: other.id, areaId: keeper.areaId, row: 2, reference: "7.1" },
          ...{ actionVersion: 1, standingVersion: 1 },
        },
      ],
    }),
  );

  await expect(undo(keeper, importId)).rejects.toThrow("what it wrote: 7.1");
  await expect(owner.action.count({ where: { id: other.id } })).resolves.toBe(1);
});
