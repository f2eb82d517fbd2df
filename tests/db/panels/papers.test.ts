import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, addWorkingDays, dayOf, instantAt } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound } from "@/lib/errors";
import { takeOff } from "@/lib/panels/agenda/commands";
import { viewPack } from "@/lib/panels/packs/queries";
import * as papers from "@/lib/panels/papers/commands";
import { getPapersClose, viewPapers } from "@/lib/panels/papers/queries";
import { aCase, aMeeting, anActor, anArea, anItem, aPlan } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const heldOn = addWorkingDays(addDays(dayOf(new Date()), 30), 0);

async function anItemWithPlan() {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const health = await anActor("panel_member", { areaId });
  const { id: meetingId } = await aMeeting({ calledBy: coordinator, heldOn, status: "planned" });
  const found = await aCase({ areaId, caseStatus: "in_support", coordinator });
  const plan = await aPlan(found, coordinator);
  const item = await anItem(found, { health }, { meetingId, kind: "monthly_review" });
  return { areaId, coordinator, health, meetingId, itemId: item.id, case: found, plan };
}
type Laid = Awaited<ReturnType<typeof anItemWithPlan>>;

const attach = (who: Actor, { itemId, plan }: Laid, at = new Date()) =>
  withActor(
    who,
    (ctx) => papers.attachPaper(ctx, { itemId, paper: { kind: "support_plan", id: plan.id } }),
    at,
  );
const see = (who: Actor, { itemId }: Laid) => withActor(who, (ctx) => viewPapers(ctx, itemId));

test("a paper is attached, read by those at the item, and named in their pack", async () => {
  const laid = await anItemWithPlan();

  await attach(laid.coordinator, laid);

  expect((await see(laid.health, laid)).papers).toMatchObject([
    { name: "Support plan 1", isLate: false },
  ]);
  const { blocks } = await withActor(laid.health, (ctx) => viewPack(ctx, laid.meetingId));
  expect(JSON.stringify(blocks)).toContain("Support plan 1");
  const stranger = await anActor("panel_member", { areaId: laid.areaId });
  await expect(see(stranger, laid)).rejects.toThrow(NotFound);
  await expect(attach(stranger, laid)).rejects.toThrow(NotFound);
});

test("a member of the panel attaches nothing, and nothing is kept", async () => {
  const laid = await anItemWithPlan();

  await expect(attach(laid.health, laid)).rejects.toThrow(Forbidden);
  expect(await owner.panelPaper.count({ where: { itemId: laid.itemId } })).toBe(0);
});

test.for([
  ["two working days before", -2, false],
  ["one working day before", -1, true],
] as const)("a paper that comes %s the meeting is late: %s", async ([, days, isLate]) => {
  const laid = await anItemWithPlan();

  await attach(laid.coordinator, laid, instantAt(addWorkingDays(heldOn, days), "17:00"));

  expect((await see(laid.health, laid)).papers).toMatchObject([{ isLate }]);
});

test("P-07 an area closes its papers when it says so, which its administrator sets and nobody else", async () => {
  const laid = await anItemWithPlan();
  const administrator = await anActor("administrator", { areaId: laid.areaId });
  await attach(laid.coordinator, laid, instantAt(addWorkingDays(heldOn, -2), "17:00"));
  const set = (who: Actor) => withActor(who, (ctx) => papers.setPapersClose(ctx, { days: 3 }));
  await expect(set(laid.coordinator)).rejects.toThrow(Forbidden);

  await set(administrator);

  expect(await withActor(administrator, getPapersClose)).toBe(3);
  expect((await see(laid.health, laid)).papers).toMatchObject([{ isLate: true }]);
});

test("a paper of another case, or one that is there already, is refused", async () => {
  const laid = await anItemWithPlan();
  const other = await anItemWithPlan();

  await expect(attach(laid.coordinator, { ...laid, plan: other.plan })).rejects.toThrow(
    FieldsRefused,
  );
  await attach(laid.coordinator, laid);
  await expect(attach(laid.coordinator, laid)).rejects.toThrow(FieldsRefused);
});

test("a paper that is taken away is not there any more, and its item can still leave the agenda", async () => {
  const laid = await anItemWithPlan();
  await attach(laid.coordinator, laid);
  const [paper] = (await see(laid.coordinator, laid)).papers;
  const paperId = paper?.id ?? "";
  const withdraw = (who: Actor) => withActor(who, (ctx) => papers.withdrawPaper(ctx, { paperId }));
  await expect(withdraw(laid.health)).rejects.toThrow(Forbidden);

  await withdraw(laid.coordinator);

  expect((await see(laid.health, laid)).papers).toEqual([]);
  await expect(withdraw(laid.coordinator)).rejects.toThrow(NotFound);
  const { itemId } = laid;
  await withActor(laid.coordinator, (ctx) => takeOff(ctx, { itemId, reason: "Not ready" }));
  expect(await owner.panelPaper.count({ where: { itemId } })).toBe(0);
});

test("the papers of an item take no more than eight statements", async () => {
  const laid = await anItemWithPlan();
  await attach(laid.coordinator, laid);

  const { count } = await countStatements(() => see(laid.coordinator, laid));

  expect(count).toBe(6);
});
