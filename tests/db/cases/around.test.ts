import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { addAround, changeAround } from "@/lib/cases/around/commands";
import { viewAround, viewOneAround } from "@/lib/cases/around/queries";
import { searchCases } from "@/lib/cases/searches/commands";
import { withActor } from "@/lib/db/with-actor";
import { aCase, anActor, anItem, aPersonAround, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const ada = {
  name: "Ada Quillfeather",
  relation: "mother",
  organisation: null,
  contact: "01632 960001",
  safeToContact: "with_care",
  safetyNote: "Ring her at work.",
  knows: "knows",
  livesWith: true,
} as const;

async function aCaseWith(role: Role = "coordinator") {
  const cora = await anActor("coordinator");
  const opened = await aCase({ coordinator: cora });
  const actor = role === "coordinator" ? cora : await anActor(role, { areaId: opened.areaId });
  if (role === "panel_member") await anItem(opened, { health: actor });
  else if (!["coordinator", "gateway_officer"].includes(role)) await aWorker(opened.id, actor);
  return { cora, actor, ...opened };
}

const add = (actor: Actor, caseId: string) =>
  withActor(actor, (ctx) => addAround(ctx, { caseId, ...ada }));
const around = (actor: Actor, reference: string) =>
  withActor(actor, (ctx) => viewAround(ctx, reference));
const change = (actor: Actor, aroundId: string, more = {}) =>
  withActor(actor, (ctx) =>
    changeAround(ctx, { aroundId, version: 1, stays: true, ...ada, ...more }),
  );

test.for(["coordinator", "chair", "gateway_officer"] as const)(
  "a %s adds somebody around the person, on the log without a name",
  async (role) => {
    const { actor, id, reference } = await aCaseWith(role);

    await add(actor, id);

    await expect(around(actor, reference)).resolves.toMatchObject({ people: [ada] });
    const events = await owner.auditEvent.findMany({ where: { actor: actor.userId } });
    expect(events.map(({ type }) => type)).toContain("around.added");
    expect(JSON.stringify(events.map(({ facts }) => facts))).not.toContain("Quillfeather");
  },
);

test.for(["panel_member", "governance_officer", "provider", "invitee"] as const)(
  "a %s adds nobody, and nothing is left behind",
  async (role) => {
    const { actor, id } = await aCaseWith(role);

    await expect(add(actor, id)).rejects.toMatchObject({ name: "Forbidden" });

    await expect(owner.personAround.count({ where: { caseId: id } })).resolves.toBe(0);
  },
);

test("a panel member knows who is around the person, and not how to reach them (IS-15)", async () => {
  const { actor, cora, id, reference } = await aCaseWith("panel_member");
  await add(cora, id);

  const found = await around(actor, reference);

  expect(found.people).toMatchObject([{ name: ada.name, contact: null }]);
  expect(found.mayWrite).toBe(false);
});

test.for(["provider", "invitee"] as const)("to a %s nobody is there (IS-15)", async (role) => {
  const { actor, cora, id, reference } = await aCaseWith(role);
  await add(cora, id);

  await expect(around(actor, reference)).rejects.toMatchObject({ name: "Forbidden" });
  const rows = await withActor(actor, ({ tx }) => tx.personAround.count());
  expect(rows).toBe(0);
});

test("somebody who is not on the case finds nobody (IS-01)", async () => {
  const { cora, id, areaId, reference } = await aCaseWith();
  await add(cora, id);
  const carl = await anActor("coordinator", { areaId });

  await expect(around(carl, reference)).rejects.toMatchObject({ name: "NotFound" });
  await expect(add(carl, id)).rejects.toMatchObject({ name: "NotFound" });
});

test("their name stands nowhere in clear, and no search finds it", async () => {
  const { cora, id } = await aCaseWith();
  await add(cora, id);

  const { path } = await withActor(cora, (ctx) => searchCases(ctx, { words: "Quillfeather" }));
  const row = await owner.personAround.findFirstOrThrow({ where: { caseId: id } });
  const words = await owner.personName.count({ where: { word: { contains: "quillfeather" } } });

  const searched = await owner.auditEvent.findFirstOrThrow({
    where: { actor: cora.userId, type: "search.made" },
  });
  expect(path).toMatch(/^\/cases\?search=/);
  expect(searched.facts).toMatchObject({ hits: 0 });
  expect(Buffer.from(row.sealed ?? []).toString("latin1")).not.toContain("Quillfeather");
  expect(words).toBe(0);
});

test("whoever is removed is gone, and only that there was somebody stays", async () => {
  const { cora, id, areaId, dataKeyId, reference } = await aCaseWith();
  const one = await aPersonAround({ id, areaId, dataKeyId }, cora);

  await change(cora, one.id, { stays: false });

  await expect(around(cora, reference)).resolves.toMatchObject({ people: [] });
  await expect(
    owner.personAround.findUniqueOrThrow({ where: { id: one.id } }),
  ).resolves.toMatchObject({ sealed: null, removedAt: expect.any(Date), version: 2 });
});

test("the second of two is told what the first saved, and changes nothing", async () => {
  const { cora, id, areaId, dataKeyId, reference } = await aCaseWith();
  const one = await aPersonAround({ id, areaId, dataKeyId }, cora);
  await change(cora, one.id);

  await expect(change(cora, one.id, { name: "Somebody else" })).rejects.toMatchObject({
    name: "Overtaken",
    version: "2",
  });
  await expect(around(cora, reference)).resolves.toMatchObject({ people: [{ name: ada.name }] });
});

test("somebody of one case is not there under another", async () => {
  const { cora, id, areaId, dataKeyId } = await aCaseWith();
  const one = await aPersonAround({ id, areaId, dataKeyId }, cora);
  const other = await aCase({ coordinator: cora });

  const crossed = withActor(cora, (ctx) => viewOneAround(ctx, other.reference, one.id));

  await expect(crossed).rejects.toMatchObject({ name: "NotFound" });
});

test("the page takes few statements", async () => {
  const { cora, id, reference } = await aCaseWith();
  await add(cora, id);
  await add(cora, id);

  const { count } = await countStatements(() => around(cora, reference));

  expect(count).toBeLessThanOrEqual(5);
});
