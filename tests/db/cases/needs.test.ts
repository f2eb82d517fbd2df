import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { addNeed, changeNeed } from "@/lib/cases/needs/commands";
import { viewNeed, viewNeeds } from "@/lib/cases/needs/queries";
import { viewCase } from "@/lib/cases/overview/queries";
import type { Day } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { ask } from "@/tests/support/catalogue";
import {
  aCase,
  aNeed,
  anActor,
  anItem,
  anOrganisation,
  aRequest,
  aWorker,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const words = "He sleeps badly, and says so himself.";
const said = {
  certainty: "known",
  words,
  source: "His mother",
  asOf: "2026-01-15" as Day,
} as const;
const changed = { ...said, words: "He sleeps better now.", need: null, stands: true } as const;
const reasons = "He told his mentor so last week.";

async function aCaseWith(role: Role = "coordinator") {
  const cora = await anActor("coordinator");
  const opened = await aCase({ coordinator: cora });
  const { areaId } = opened;
  const actor = role === "coordinator" ? cora : await anActor(role, { areaId });
  if (role === "panel_member") await anItem(opened, { health: actor });
  else if (!["coordinator", "gateway_officer"].includes(role)) await aWorker(opened.id, actor);
  return { cora, actor, ...opened };
}

const add = (actor: Actor, caseId: string, need: "mental_health" | null = "mental_health") =>
  withActor(actor, (ctx) =>
    addNeed(ctx, { ...said, caseId, kind: need ? "need" : "person_view", need }),
  );
const needsOf = (actor: Actor, reference: string) =>
  withActor(actor, (ctx) => viewNeeds(ctx, reference));
const change = (actor: Actor, entryId: string, version = 1, more = {}) =>
  withActor(actor, (ctx) => changeNeed(ctx, { entryId, version, reasons, ...changed, ...more }));

test.for(["coordinator", "chair", "panel_member", "provider"] as const)(
  "a %s on the case adds a need, which is recorded without its words",
  async (role) => {
    const { actor, id, reference } = await aCaseWith(role);

    await add(actor, id);

    const { entries } = await needsOf(actor, reference);
    expect(entries).toMatchObject([{ kind: "need", need: "mental_health", words, version: 1 }]);
    const [event] = await owner.auditEvent.findMany({
      where: { actor: actor.userId, type: "need.added" },
    });
    expect(event?.facts).toMatchObject({ kind: "need", need: "mental_health" });
    expect(JSON.stringify(event?.facts)).not.toContain(words);
  },
);

test.for(["gateway_officer", "governance_officer", "invitee"] as const)(
  "a %s adds none, and nothing is left behind",
  async (role) => {
    const { actor, id } = await aCaseWith(role);

    await expect(add(actor, id)).rejects.toMatchObject({ name: "Forbidden" });

    await expect(owner.needEntry.count({ where: { caseId: id } })).resolves.toBe(0);
  },
);

test("a mentor reads what a mentor wrote, and nothing else of somebody's needs (IS-15)", async () => {
  const { actor, cora, id, reference } = await aCaseWith("provider");
  await add(cora, id);
  await add(actor, id, null);

  const mine = await needsOf(actor, reference);
  const all = await needsOf(cora, reference);

  expect(mine.entries.map(({ kind }) => kind)).toEqual(["person_view"]);
  expect(all.entries).toHaveLength(2);
});

test("somebody who is not on the case finds none (IS-01)", async () => {
  const { cora, id, reference, areaId } = await aCaseWith();
  await add(cora, id);
  const carl = await anActor("coordinator", { areaId });

  await expect(needsOf(carl, reference)).rejects.toMatchObject({ name: "NotFound" });
  await expect(add(carl, id)).rejects.toMatchObject({ name: "NotFound" });
});

test("a change is a new version, and the one before it is kept", async () => {
  const { cora, id, areaId, reference } = await aCaseWith();
  const { entryId } = await aNeed({ id, areaId }, cora, { words });

  await change(cora, entryId, 1, { stands: false });

  const { entries } = await needsOf(cora, reference);
  expect(entries).toMatchObject([
    { version: 2, stands: false, changeReasons: reasons, earlier: [{ version: 1, words }] },
  ]);
  const { needs } = await withActor(cora, (ctx) => viewCase(ctx, reference));
  expect(needs).toEqual([]);
});

test("the second of two is told what the first wrote, and changes nothing", async () => {
  const { cora, id, areaId } = await aCaseWith();
  const { entryId } = await aNeed({ id, areaId }, cora);
  await change(cora, entryId);

  const second = change(cora, entryId, 1, { words: "Something else altogether." });

  await expect(second).rejects.toMatchObject({ name: "Overtaken", version: "2" });
  await expect(owner.needEntry.count({ where: { entryId } })).resolves.toBe(2);
});

test.for(["panel_member", "provider"] as const)(
  "a %s changes nothing, even past the command",
  async (role) => {
    const { actor, id, areaId } = await aCaseWith(role);
    const { entryId } = await aNeed({ id, areaId }, actor);

    await expect(change(actor, entryId)).rejects.toMatchObject({ name: "Forbidden" });
    const { count } = await withActor(actor, ({ tx }) =>
      tx.needEntry.updateMany({ where: { entryId }, data: { isCurrent: false } }),
    );
    expect(count).toBe(0);
  },
);

test("what was written cannot be written over", async () => {
  const { cora, id, areaId } = await aCaseWith();
  const { entryId } = await aNeed({ id, areaId }, cora);

  const rewriting = withActor(cora, ({ tx }) =>
    tx.needEntry.updateMany({ where: { entryId }, data: { words: "Nothing at all." } }),
  );

  await expect(rewriting).rejects.toThrow(/permission denied/);
});

test("a mental health need asks for a health partner, until one is asked (AF-08)", async () => {
  const { cora, id, areaId, reference, ...opened } = await aCaseWith();
  await add(cora, id);
  const before = await withActor(cora, (ctx) => viewCase(ctx, reference));
  const health = await anOrganisation(areaId, "health");
  await aRequest({ ...opened, id, areaId, reference }, { organisationId: health.id });

  const after = await withActor(cora, (ctx) => viewCase(ctx, reference));

  expect(before.isForHealth).toBe(true);
  expect(after.isForHealth).toBe(false);
});

test("no column of a need says risk, score, level or flag (AF-04, AF-08)", async () => {
  const columns = await ask<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'need_entries'`,
  );

  expect(columns.length).toBeGreaterThan(10);
  expect(columns.filter(({ name }) => /risk|score|level|flag|rating/.test(name))).toEqual([]);
});

test("an entry of one case is not there under another", async () => {
  const { cora, id, areaId } = await aCaseWith();
  const { entryId } = await aNeed({ id, areaId }, cora);
  const other = await aCase({ coordinator: cora });

  const crossed = withActor(cora, (ctx) => viewNeed(ctx, other.reference, entryId));

  await expect(crossed).rejects.toMatchObject({ name: "NotFound" });
});

test("the page takes few statements", async () => {
  const { cora, id, reference } = await aCaseWith();
  await add(cora, id);

  const { count } = await countStatements(() => needsOf(cora, reference));

  expect(count).toBeLessThanOrEqual(6);
});
