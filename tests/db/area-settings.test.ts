import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { viewArea } from "@/lib/clocks/limits/queries";
import { withActor } from "@/lib/db/with-actor";
import { setBeside } from "@/lib/panels/beside/commands";
import { viewBeside } from "@/lib/panels/beside/queries";
import { setNotice } from "@/lib/told/area-notices/commands";
import { readNotices, viewNotice } from "@/lib/told/area-notices/queries";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

async function anAdministrator() {
  const { id: areaId } = await anArea();
  return anActor("administrator", { areaId });
}

const set = (who: Actor, isAllowed: "yes" | "no", reason = "Agreed with the chief constable.") =>
  withActor(who, (ctx) => setBeside(ctx, { isAllowed, reason }));
const isAllowedIn = async ({ areaId }: Actor) => {
  const area = await owner.area.findUniqueOrThrow({ where: { id: areaId } });
  return area.supportBesideInvestigation;
};

test("support beside an investigation is off; the area's administrator turns it on and off again, each with a reason", async () => {
  const [administrator, elsewhere] = [await anAdministrator(), await anAdministrator()];
  expect(await isAllowedIn(administrator)).toBe(false);

  await set(administrator, "yes");
  expect(await isAllowedIn(administrator)).toBe(true);
  expect(await isAllowedIn(elsewhere)).toBe(false);
  await set(administrator, "no", "The chief constable has changed her mind.");

  expect(await isAllowedIn(administrator)).toBe(false);
  const { changes } = await withActor(administrator, viewBeside);
  expect(changes.map(({ isAllowed, reason }) => [isAllowed, reason])).toEqual([
    [false, "The chief constable has changed her mind."],
    [true, "Agreed with the chief constable."],
  ]);
  const events = await owner.auditEvent.findMany({
    where: { actor: administrator.userId, type: "area.beside_set" },
    orderBy: { id: "asc" },
    select: { facts: true },
  });
  expect(events).toMatchObject([{ facts: { isAllowed: true } }, { facts: { isAllowed: false } }]);
  expect(await withActor(administrator, viewArea)).toMatchObject({ isBesideAllowed: false });
});

test("what is set so already is not set again", async () => {
  const administrator = await anAdministrator();

  await expect(set(administrator, "no")).rejects.toMatchObject({ name: "FieldsRefused" });

  expect(await owner.besideChange.count({ where: { areaId: administrator.areaId } })).toBe(0);
});

test.for(["chair", "coordinator", "gateway_officer", "auditor"] as const)(
  "a %s turns nothing on, by the command or past it, and sees no history",
  async (role) => {
    const { areaId, hatId } = await anAdministrator();
    const actor = await anActor(role, { areaId });

    await expect(set(actor, "yes")).rejects.toMatchObject({ name: "Forbidden" });
    await expect(withActor(actor, viewBeside)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(
      withActor(actor, ({ tx, now }) =>
        tx.besideChange.createMany({
          data: { areaId, isAllowed: true, reason: "x", setByHatId: hatId, setAt: now },
        }),
      ),
    ).rejects.toThrow(/row-level security/);

    expect(await isAllowedIn(actor)).toBe(false);
  },
);

test("not even an administrator writes it without the change that says why", async () => {
  const administrator = await anAdministrator();

  await expect(
    withActor(administrator, ({ tx }) =>
      tx.area.updateMany({
        where: { id: administrator.areaId },
        data: { supportBesideInvestigation: true },
      }),
    ),
  ).rejects.toThrow(/permission denied/);
});

const words = (controller: string) => ({
  controller,
  ...{ contact: "Write to the town hall", childContact: "Ask Sam", link: null },
});
const read = (areaId: unknown) => withActor(theSystem(), (ctx) => readNotices(ctx, areaId));

test("TR-01 the newest words of an area's notice are public, and what it said before is kept", async () => {
  const administrator = await anAdministrator();
  const { areaId } = administrator;
  const publish = (controller: string) =>
    withActor(administrator, (ctx) => setNotice(ctx, words(controller)));

  await publish("The council");
  await publish("The council and the police");

  const { notice, areas } = await read(areaId);
  expect(notice).toMatchObject({ controller: "The council and the police", area: { id: areaId } });
  expect(areas.filter(({ id }) => id === areaId)).toHaveLength(1);
  const { versions } = await withActor(administrator, viewNotice);
  expect(versions.map(({ controller }) => controller)).toEqual([
    "The council and the police",
    "The council",
  ]);
  expect(
    await owner.auditEvent.count({
      where: { actor: administrator.userId, type: "area.notice_set" },
    }),
  ).toBe(2);
});

test("TR-01 an area without words of its own, or none that is known, has no notice of its own", async () => {
  const { areaId } = await anAdministrator();

  for (const asked of [areaId, "nowhere", undefined, ["a", "b"]])
    expect((await read(asked)).notice).toBeNull();
});

test("TR-01 nobody but the administrator of the area changes its notice", async () => {
  const administrator = await anAdministrator();
  const chair = await anActor("chair", { areaId: administrator.areaId });

  await expect(withActor(chair, (ctx) => setNotice(ctx, words("Nobody")))).rejects.toMatchObject({
    name: "Forbidden",
  });
  await expect(withActor(chair, viewNotice)).rejects.toMatchObject({ name: "Forbidden" });

  expect(await owner.areaNotice.count({ where: { areaId: administrator.areaId } })).toBe(0);
});
