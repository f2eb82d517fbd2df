import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { addDays, toDateColumn } from "@/lib/dates";
import { anAreaPost } from "@/tests/support/areas";
import { aChampion, today } from "@/tests/support/champions";
import { anActor, anArea, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { past } from "@/tests/support/past";
import { aPartnership } from "@/tests/support/plans";

const at = new Date();
const refused = /row-level/;
let keeper: Actor;
let lead: Actor;
let neighbour: Actor;
let stranger: Actor;
const as = (role: Role) => anActor(role, { areaId: keeper.areaId });

beforeAll(async () => {
  const [here, there] = [(await anArea()).id, (await anArea()).id];
  await aPartnership([here, there]);
  keeper = await anActor("prevent_coordinator", { areaId: here });
  const { id: organisationId } = await anOrganisation(here);
  lead = await anActor("agency_lead", { areaId: here, organisationId });
  neighbour = await anActor("prevent_coordinator", { areaId: there });
  stranger = await anActor("prevent_coordinator");
});

test("champions are kept by the co-ordinator of the area and by the lead of their own organisation, of partners alone (1.11)", async () => {
  const { areaId, organisationId } = lead;
  const { id } = await aChampion(keeper, { organisationId });
  const foreign = await anOrganisation();
  const branch = await anActor("agency_lead", { organisationId });
  const put = (who: Actor, change: object = {}) =>
    past(who, (tx) =>
      tx.champion.createMany({
        data: {
          ...{ areaId, organisationId, sector: "schools", kind: "internal", name: "x", post: "x" },
          ...{ contact: "x", appointedOn: toDateColumn(addDays(today, -9)) },
          ...{ expiresOn: toDateColumn(addDays(today, 9)), addedByHatId: who.hatId, addedAt: at },
          ...{ editedByHatId: who.hatId, editedAt: at, ...change },
        },
      }),
    );
  const change = async (who: Actor) =>
    (await past(who, (tx) => tx.champion.updateMany({ where: { id }, data: { post: "y" } }))).count;
  const seen = (who: Actor) => past(who, (tx) => tx.champion.count({ where: { id } }));
  const foreigner = await anActor("agency_lead", {
    ...{ areaId, organisationId: foreign.id },
  });

  for (const who of [await as("steering_member"), neighbour, stranger, branch, foreigner]) {
    await expect(put(who), who.role).rejects.toThrow(refused);
    expect([await change(who), await seen(who)]).toEqual([0, 0]);
  }
  await expect(put(keeper, { organisationId: foreign.id })).rejects.toThrow(refused);
  await expect(put(foreigner, { organisationId: foreign.id })).rejects.toThrow(refused);
  for (const who of [keeper, lead]) {
    await expect(put(who)).resolves.toEqual({ count: 1 });
    expect([await change(who), await seen(who)]).toEqual([1, 1]);
  }
});

test("a champion who stepped down stays in the register as they were, past the pages too (1.11)", async () => {
  const { id } = await aChampion(keeper, { isEnded: true });
  const back = past(keeper, (tx) =>
    tx.champion.updateMany({
      where: { id },
      data: { endedOn: null, endedBecause: null, disposeOn: null },
    }),
  );

  await expect(back).rejects.toThrow(/as they were/);
});

test("champions are counted for those who oversee the area or its partnership, and for nobody else (1.11, 3.5)", async () => {
  await aChampion(keeper);
  const counted = async (who: Actor) =>
    (
      await past(
        who,
        (tx) => tx.$queryRaw<{ sector: string }[]>`
          select sector from champion_sectors(${keeper.areaId}::uuid, ${today}::date)`,
      )
    ).length > 0;

  for (const who of [keeper, await as("steering_member"), await as("auditor"), neighbour])
    expect(await counted(who), who.role).toBe(true);
  for (const who of [lead, await as("gold_reader"), await as("coordinator"), stranger])
    expect(await counted(who), who.role).toBe(false);
});

test("who leads, and the status of a year, are read across the partnership and written by the area's co-ordinator in their own name (3.7, 8.10)", async () => {
  const { areaId } = keeper;
  const yearOn = new Date("2026-04-01");
  const rank = (who: Actor, change: object = {}) =>
    past(who, (tx) =>
      tx.areaPriority.createMany({
        data: {
          ...{ areaId, yearOn, status: "unknown", source: "x" },
          ...{ recordedByHatId: who.hatId, recordedAt: at, ...change },
        },
      }),
    );
  const fill = (who: Actor, change: object = {}) =>
    past(who, (tx) =>
      tx.areaPost.createMany({
        data: {
          ...{ areaId, kind: "team", name: "x", about: "x", contact: "x", fromOn: yearOn },
          ...{ addedByHatId: who.hatId, addedAt: at, ...change },
        },
      }),
    );
  const over = { untilOn: toDateColumn(today), endedBecause: "x" };

  for (const who of [await as("steering_member"), neighbour, stranger]) {
    await expect(rank(who), who.role).rejects.toThrow(refused);
    await expect(fill(who), who.role).rejects.toThrow(refused);
  }
  await expect(rank(keeper, { recordedByHatId: lead.hatId })).rejects.toThrow(refused);
  await expect(fill(keeper, { addedByHatId: lead.hatId })).rejects.toThrow(refused);
  const ended = { ...over, endedByHatId: keeper.hatId };
  await expect(fill(keeper, ended)).rejects.toThrow(refused);
  await expect(rank(keeper)).resolves.toEqual({ count: 1 });
  await expect(fill(keeper)).resolves.toEqual({ count: 1 });

  const { id } = await anAreaPost(keeper);
  const end = (who: Actor, endedByHatId = who.hatId) =>
    past(who, (tx) => tx.areaPost.updateMany({ where: { id }, data: { ...over, endedByHatId } }));
  for (const who of [await as("steering_member"), neighbour, stranger])
    expect(await end(who), who.role).toEqual({ count: 0 });
  await expect(end(keeper, lead.hatId)).rejects.toThrow(refused);
  expect(await end(keeper)).toEqual({ count: 1 });
  await expect(
    owner.areaPost.update({ where: { id }, data: { endedBecause: "y" } }),
  ).rejects.toThrow(/stays as it was/);
  const seen = (who: Actor) =>
    past(who, async (tx) => [
      (await tx.areaPost.count({ where: { areaId } })) > 0,
      (await tx.areaPriority.count({ where: { areaId } })) > 0,
    ]);
  for (const who of [keeper, neighbour, await as("auditor")])
    expect(await seen(who), who.role).toEqual([true, true]);
  for (const who of [stranger, lead, await as("gold_reader")])
    expect(await seen(who), who.role).toEqual([false, false]);
});
