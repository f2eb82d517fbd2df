import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addChampion, contactChampion, endChampion, renewChampion } from "@/lib/champions/commands";
import { exportChampions, viewChampion, viewChampions } from "@/lib/champions/queries";
import type { AddChampion } from "@/lib/champions/schema";
import { addDays } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken } from "@/lib/errors";
import { aChampion, today } from "@/tests/support/champions";
import { anActor, anArea, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

let keeper: Actor;
let lead: Actor;
let steering: Actor;
let elsewhere: Actor;
let school: string;
let trust: string;
let theirs: string;

beforeAll(async () => {
  const { id: areaId } = await anArea();
  school = (await anOrganisation(areaId)).id;
  trust = (await anOrganisation(areaId, "health")).id;
  keeper = await anActor("prevent_coordinator", { areaId });
  lead = await anActor("agency_lead", { areaId, organisationId: school });
  steering = await anActor("steering_member", { areaId });
  elsewhere = await anActor("prevent_coordinator", { areaId: (await anArea()).id });
  theirs = (await aChampion(keeper, { organisationId: school, expiresDay: addDays(today, 30) })).id;
  await aChampion(keeper, {
    ...{ organisationId: trust, sector: "health", expiresDay: addDays(today, -1) },
    name: "=Bea Tarn",
  });
});

const whole = (change: Partial<AddChampion> = {}): AddChampion => ({
  ...{ organisationId: school, sector: "schools", kind: "internal", name: "Cy Moor" },
  ...{ post: "Deputy head", contact: "cy@school.example", appointedDay: today },
  ...{ expiresDay: addDays(today, 365), course: "WRAP", trainedUntilDay: addDays(today, 400) },
  ...change,
});
const add = (who: Actor, change: Partial<AddChampion> = {}) =>
  withActor(who, (ctx) => addChampion(ctx, whole(change)));
const view = (who: Actor, address = {}) => withActor(who, (ctx) => viewChampions(ctx, address));
const recorded = (who: Actor, type: string) =>
  owner.auditEvent.count({ where: { actor: who.userId, type } });

test("a champion is added, renewed, contacted and steps down, each on the log and none deleted (1.11)", async () => {
  const { championId } = await add(keeper);
  const { organisationId: _, sector: __, appointedDay: ___, ...words } = whole();
  const renewed = { ...words, championId, version: 1, expiresDay: addDays(today, 700) };
  await withActor(keeper, (ctx) => renewChampion(ctx, renewed));
  await withActor(keeper, (ctx) =>
    contactChampion(ctx, { championId, version: 2, contactDay: today }),
  );
  const end = { championId, version: 3, endedDay: today, reasons: "A new post" };
  await withActor(keeper, (ctx) => endChampion(ctx, end));

  const { champion, mayWrite } = await withActor(keeper, (ctx) => viewChampion(ctx, championId));
  expect(champion).toMatchObject({
    ...{ expiresDay: addDays(today, 700), lastContactDay: today, standing: "ended" },
    endedBecause: "A new post",
  });
  expect(mayWrite).toBe(false);
  await expect(
    owner.champion.findUnique({ where: { id: championId }, select: { disposeOn: true } }),
  ).resolves.toMatchObject({ disposeOn: expect.any(Date) }); // 7.4
  for (const type of ["added", "renewed", "contacted", "ended"])
    expect([type, await recorded(keeper, `champion.${type}`)]).toEqual([type, 1]);
  await expect(withActor(keeper, (ctx) => endChampion(ctx, end))).rejects.toThrow(NotFound);
});

test("what is not true to the facts is refused and leaves nothing behind", async () => {
  const before = await owner.champion.count();
  const elsewhere = (await anOrganisation()).id;
  const refused = [
    add(keeper, { sector: "health" }),
    add(keeper, { organisationId: elsewhere }),
    add(lead, { organisationId: trust, sector: "health" }),
    withActor(keeper, (ctx) =>
      endChampion(ctx, {
        ...{ championId: theirs, version: 1, endedDay: addDays(today, -501), reasons: "Moved on" },
      }),
    ),
    withActor(keeper, (ctx) =>
      renewChampion(ctx, {
        ...whole(),
        ...{ championId: theirs, version: 1, expiresDay: addDays(today, 29) },
      }),
    ),
    withActor(keeper, (ctx) =>
      contactChampion(ctx, { championId: theirs, version: 1, contactDay: addDays(today, -501) }),
    ),
  ];

  for (const one of await Promise.allSettled(refused))
    expect(one).toMatchObject({ status: "rejected", reason: expect.any(FieldsRefused) });
  expect(await owner.champion.count()).toBe(before);
});

test("the co-ordinator reads the area, a lead their own organisation, a steering group counts alone (1.11, 2.3)", async () => {
  const all = await view(keeper);
  expect(new Set(all.champions.map(({ organisationId }) => organisationId))).toEqual(
    new Set([school, trust]),
  );
  const own = await view(lead);
  expect(own.champions.map(({ organisationId }) => organisationId)).toEqual([school]);
  expect(own.counted).toBeNull();
  const counts = await view(steering);
  expect(counts.champions).toEqual([]);
  expect(counts.counted?.gaps).toContain("health");
  expect(counts.counted?.gaps).toContain("further_higher");
  expect(counts.counted?.sectors.find(({ sector }) => sector === "schools")).toMatchObject({
    ...{ expiring: 1, expired: 0 },
  });
  expect((await view(elsewhere)).champions).toEqual([]);
});

test("whoever may not read or change one finds nobody there, in the register or in the database", async () => {
  const stranger = await anActor("agency_lead", { areaId: keeper.areaId, organisationId: trust });
  for (const who of [stranger, steering, elsewhere]) {
    await expect(withActor(who, (ctx) => viewChampion(ctx, theirs))).rejects.toThrow(NotFound);
    const end = { championId: theirs, version: 1, endedDay: today, reasons: "Moved on" };
    await expect(withActor(who, (ctx) => endChampion(ctx, end))).rejects.toThrow(NotFound);
    const touched = await withActor(who, ({ tx }) =>
      tx.champion.updateMany({ where: { id: theirs }, data: { name: "x" } }),
    );
    expect(touched.count).toBe(0);
  }
  for (const role of ["coordinator", "chair", "auditor", "gold_reader", "administrator"] as const) {
    const who = await anActor(role, { areaId: keeper.areaId });
    await expect(view(who)).rejects.toThrow(Forbidden);
    await expect(withActor(who, (ctx) => exportChampions(ctx, {}))).rejects.toThrow(Forbidden);
    expect(await withActor(who, ({ tx }) => tx.champion.count())).toBe(0);
  }
  await expect(add(steering)).rejects.toThrow(Forbidden);
  await expect(withActor(steering, (ctx) => exportChampions(ctx, {}))).rejects.toThrow(Forbidden);
});

test("a lead does not put an organisation that is not theirs into the register, past the form either", async () => {
  const row = {
    ...{ areaId: lead.areaId, organisationId: trust, sector: "health", kind: "internal" },
    ...{ name: "x", post: "x", contact: "x", appointedOn: new Date("2026-01-01") },
    ...{ expiresOn: new Date("2027-01-01"), addedByHatId: lead.hatId, addedAt: new Date() },
    ...{ editedByHatId: lead.hatId, editedAt: new Date() },
  };
  const put = (organisationId: string) =>
    withActor(lead, ({ tx }) => tx.champion.createMany({ data: { ...row, organisationId } }));

  await expect(put(trust)).rejects.toThrow(/row-level security/);
  const { organisationId: _, sector: __, ...rest } = whole();
  await expect(add(lead, rest)).resolves.toHaveProperty("championId");
});

test("whoever was overtaken is told of what it says now", async () => {
  const { championId } = await add(keeper);
  const contact = { championId, version: 1, contactDay: today };
  await withActor(keeper, (ctx) => contactChampion(ctx, contact));

  await expect(withActor(lead, (ctx) => contactChampion(ctx, contact))).rejects.toThrow(Overtaken);
});

test("the register is filtered, its file has the same rows and is on the log, and asks little (1.11)", async () => {
  const names = async (address: object) =>
    (await view(keeper, address)).champions.map(({ name }) => name);
  expect(await names({ standing: "expired" })).toEqual(["=Bea Tarn"]);
  expect(await names({ standing: "expiring" })).toEqual(["Ada Fernley"]);
  expect(await names({ sector: "health", standing: "in_date" })).toEqual([]);
  expect(await names({ organisation: trust })).toEqual(["=Bea Tarn"]);

  const { value, count } = await countStatements(() => view(keeper));
  expect(count).toBeLessThanOrEqual(8);
  expect(value.champions.length).toBe(value.total);
  const taken = await withActor(keeper, (ctx) => exportChampions(ctx, { organisation: trust }));
  expect(taken.map(({ name }) => name)).toEqual(["=Bea Tarn"]);
  expect(await recorded(keeper, "champions.exported")).toBe(1);
});
