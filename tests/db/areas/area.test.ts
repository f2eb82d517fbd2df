import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addAreaPost, changeAreaContact, endAreaPost, recordPriority } from "@/lib/areas/commands";
import { getContactToChange, viewArea } from "@/lib/areas/queries";
import type { AddAreaPost } from "@/lib/areas/schema";
import { addDays, financialYearOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { anAreaPost } from "@/tests/support/areas";
import { aChampion, today } from "@/tests/support/champions";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPartnership } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

let keeper: Actor;
let steering: Actor;
let neighbour: Actor;
let stranger: Actor;

beforeAll(async () => {
  const [{ id: here }, { id: there }, { id: apart }] = [
    await anArea(),
    await anArea(),
    await anArea(),
  ];
  await aPartnership([here, there]);
  keeper = await anActor("prevent_coordinator", { areaId: here });
  steering = await anActor("steering_member", { areaId: here });
  neighbour = await anActor("prevent_coordinator", { areaId: there });
  stranger = await anActor("prevent_coordinator", { areaId: apart });
});

const view = (who: Actor, areaId?: string) => withActor(who, (ctx) => viewArea(ctx, areaId));
const say = (who: Actor, status: "priority" | "unknown", yearDay = financialYearOf(today)) =>
  withActor(who, (ctx) => recordPriority(ctx, { yearDay, status, source: "A letter" }));
const lead: AddAreaPost = {
  ...{ kind: "executive_lead" as const, name: "Ro Ashby", about: "Director" },
  ...{ contact: "ro@council.example", fromDay: today },
};
const add = (who: Actor) => withActor(who, (ctx) => addAreaPost(ctx, lead));
const end = (who: Actor, postId: string, untilDay = today) =>
  withActor(who, (ctx) => endAreaPost(ctx, { postId, untilDay, reasons: "A new post" }));

test("the status of each year, who leads and the champions stand on the profile, with what was before (3.7, 8.10)", async () => {
  await say(keeper, "unknown");
  await say(keeper, "priority");
  await add(keeper);
  await aChampion(keeper, { expiresDay: addDays(today, 10) });
  await aChampion(keeper, { expiresDay: addDays(today, -10) });

  const { value, count } = await countStatements(() => view(steering));
  expect(count).toBeLessThanOrEqual(8);
  expect(value.current?.status).toBe("priority");
  expect(value.priorities.map(({ status }) => status)).toEqual(["priority", "unknown"]);
  expect(value.champions.sectors).toContainEqual({
    ...{ sector: "schools", inDate: 1, expiring: 1, expired: 1 },
  });
  expect(value.training).toEqual([]);
  const [now] = value.leads;
  await expect(add(keeper)).rejects.toThrow(FieldsRefused);
  await end(keeper, now?.id ?? "");
  await expect(add(keeper)).resolves.toBeDefined();
  expect((await view(keeper)).former).toMatchObject([{ untilDay: today, name: "Ro Ashby" }]);
  const events = await owner.auditEvent.findMany({
    where: { actor: keeper.userId, type: { startsWith: "area_profile.p" } },
    select: { type: true },
  });
  expect(events.map(({ type }) => type).sort()).toEqual([
    ...["area_profile.post_added", "area_profile.post_added", "area_profile.post_ended"],
    ...["area_profile.priority_recorded", "area_profile.priority_recorded"],
  ]);
});

test("what is not true to the facts is refused, and whoever ended it first is the one who did", async () => {
  const { id } = await anAreaPost(keeper);
  await expect(end(keeper, id, addDays(today, -91))).rejects.toThrow(FieldsRefused);
  await expect(say(keeper, "priority", "1999-04-01")).rejects.toThrow(FieldsRefused);
  await end(keeper, id);

  await expect(end(keeper, id, addDays(today, -1))).rejects.toThrow(RuleBroken);
  await expect(
    owner.areaPost.update({ where: { id }, data: { endedBecause: "Other" } }),
  ).rejects.toThrow(/stays as it was/);
});

test("each area of a partnership has a profile that the others read and do not write (3.5, 3.7)", async () => {
  const { id } = await anAreaPost(keeper);

  const theirs = await view(neighbour, keeper.areaId);
  expect(theirs.teams.map((team) => team.id)).toContain(id);
  expect(theirs).toMatchObject({ isOwn: false, mayWrite: false, training: null });
  expect((await view(neighbour)).teams).toEqual([]);
  await expect(end(neighbour, id)).rejects.toThrow(NotFound);
  const touched = await withActor(neighbour, ({ tx, actor }) =>
    tx.areaPost.updateMany({
      where: { id },
      data: { untilOn: new Date(today), endedBecause: "x", endedByHatId: actor.hatId },
    }),
  );
  expect(touched.count).toBe(0);
  await expect(view(stranger, keeper.areaId)).rejects.toThrow(NotFound);
  expect(await withActor(stranger, ({ tx }) => tx.areaPost.count())).toBe(0);
});

test("those who oversee read it, only the co-ordinator writes, and nobody else has it (2.3)", async () => {
  await expect(say(steering, "priority")).rejects.toThrow(Forbidden);
  await expect(add(steering)).rejects.toThrow(Forbidden);
  for (const role of ["agency_lead", "gold_reader", "coordinator", "administrator"] as const) {
    const who = await anActor(role, { areaId: keeper.areaId });
    await expect(view(who)).rejects.toThrow(Forbidden);
    expect(await withActor(who, ({ tx }) => tx.areaPost.count())).toBe(0);
    expect(await withActor(who, ({ tx }) => tx.areaPriority.count())).toBe(0);
  }
});

test("the work contact of a team changes while it is there; what it was before stays, and whoever is overtaken is told (3.7)", async () => {
  const { id: postId } = await anAreaPost(keeper);
  const change = (who: Actor, version: number, contact: string) =>
    withActor(who, (ctx) => changeAreaContact(ctx, { postId, version, contact }));
  const past = (data: { contact: string; editedByHatId: string; editedAt: Date }) =>
    withActor(keeper, ({ tx }) => tx.areaPost.updateMany({ where: { id: postId }, data }));

  await expect(change(steering, 1, "mine@council.example")).rejects.toThrow(Forbidden);
  await expect(change(neighbour, 1, "mine@council.example")).rejects.toThrow(NotFound);
  await change(keeper, 1, "desk@council.example");
  await expect(change(keeper, 1, "late@council.example")).rejects.toThrow(Overtaken);
  await change(keeper, 2, "team@council.example");

  const { value, count } = await countStatements(() =>
    withActor(keeper, (ctx) => getContactToChange(ctx, postId)),
  );
  expect(count).toBeLessThanOrEqual(8);
  expect(value.post).toMatchObject({ contact: "team@council.example", version: 3 });
  expect(value.before.map(({ contact }) => contact)).toEqual([
    "desk@council.example",
    "ro@council.example",
  ]);
  // Past the pages: under another's name it is not changed, and what was before is not unwritten.
  const others = { editedByHatId: steering.hatId, editedAt: new Date() };
  await expect(past({ contact: "past@council.example", ...others })).rejects.toThrow();
  await expect(
    withActor(keeper, ({ tx }) => tx.areaPostContact.deleteMany({ where: { postId } })),
  ).rejects.toThrow();
  await expect(
    withActor(keeper, ({ tx }) => tx.areaPostContact.updateMany({ data: { contact: "x" } })),
  ).rejects.toThrow();
  await end(keeper, postId);
  await expect(change(keeper, 3, "gone@council.example")).rejects.toThrow(RuleBroken);
  await expect(
    owner.auditEvent.count({
      where: { actor: keeper.userId, type: "area_profile.contact_changed" },
    }),
  ).resolves.toBe(2);
});
