import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, fromDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { listWaiting } from "@/lib/home/waiting/queries";
import { addNeed, endNeed } from "@/lib/support/needs/commands";
import { viewPlanVersion } from "@/lib/support/needs/queries";
import { viewSupport } from "@/lib/support/queries";
import * as sessions from "@/lib/support/sessions/commands";
import { viewSessions } from "@/lib/support/sessions/queries";
import { aSession, aSupportConcern, aSupportNeed } from "@/tests/support/aftercare";
import { aCase, aConsent, anActor, anArea, aPlan, aSupportAction } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const yesterday = addDays(today, -1);

async function aSupportedCase(caseStatus = "in_support") {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const chair = await anActor("chair", { areaId });
  const provider = await anActor("provider", { areaId });
  const member = await anActor("panel_member", { areaId });
  const workers = [chair, provider, member];
  const found = await aCase({ areaId, caseStatus, coordinator, workers });
  return { areaId, coordinator, chair, provider, member, case: found, caseId: found.id };
}
type Laid = Awaited<ReturnType<typeof aSupportedCase>>;

const plan = ({ caseId, provider }: Laid, who: Actor = provider, plannedOn = today) =>
  withActor(who, (ctx) => sessions.planSession(ctx, { caseId, plannedOn, place: "The library" }));
const hold = ({ provider }: Laid, sessionId: string, who: Actor = provider) =>
  withActor(who, (ctx) =>
    sessions.holdSession(ctx, { sessionId, version: 1, content: "We talked about school." }),
  );
const look = ({ case: { reference } }: Laid, who: Actor) =>
  withActor(who, (ctx) => viewSessions(ctx, reference));
const stateOf = async (id: string) =>
  (await owner.supportSession.findUniqueOrThrow({ where: { id } })).state;

test("a mentor plans a session, holds it, and is in touch from that day (TL-10)", async () => {
  const laid = await aSupportedCase();
  await aConsent(laid.case, { onDay: addDays(today, -30) });
  await plan(laid, laid.provider, yesterday);
  const { id } = await owner.supportSession.findFirstOrThrow({ where: { caseId: laid.caseId } });

  await hold(laid, id);

  const seen = await look(laid, laid.coordinator);
  expect(seen.sessions).toMatchObject([{ state: "held", content: "We talked about school." }]);
  expect(seen.engagements).toMatchObject([{ lastHeldOn: yesterday, daysSince: 1 }]);
  const silence = await owner.clock.findFirstOrThrow({
    where: { caseId: laid.caseId, kind: "provider_silence", stoppedOn: null },
  });
  expect(fromDateColumn(silence.dueOn)).toBe(addDays(yesterday, 21));
});

test("a session written up late does not put the last contact back (TL-10)", async () => {
  const laid = await aSupportedCase();
  await aConsent(laid.case, { onDay: addDays(today, -30) });
  const late = await aSession(laid.case, laid.provider, { plannedOn: addDays(today, -9) });
  const recent = await aSession(laid.case, laid.provider, { plannedOn: yesterday });
  await hold(laid, recent.id);

  await hold(laid, late.id);

  const silence = await owner.clock.findFirstOrThrow({
    where: { caseId: laid.caseId, kind: "provider_silence", stoppedOn: null },
  });
  expect(fromDateColumn(silence.startedOn)).toBe(yesterday);
});

test.for([
  ["before consent was given", [["given", 0]], -1, false],
  ["on a day on which consent stood", [["given", -9]], -1, true],
  [
    "on such a day, written up after it was withdrawn",
    [
      ["given", -9],
      ["withdrawn", 0],
    ],
    -1,
    true,
  ],
  [
    "after it was withdrawn",
    [
      ["given", -9],
      ["withdrawn", -4],
    ],
    -1,
    false,
  ],
] as const)("a session %s is held: %s, %i, %s (C-01, C-09)", async ([, ledger, day, isHeld]) => {
  const laid = await aSupportedCase();
  for (const [state, days] of ledger) {
    await aConsent(laid.case, { state, onDay: addDays(today, days) });
  }
  const { id } = await aSession(laid.case, laid.provider, { plannedOn: addDays(today, day) });

  const held = hold(laid, id);

  if (isHeld) await held;
  else await expect(held).rejects.toThrow("consent");
  expect(await stateOf(id)).toBe(isHeld ? "held" : "planned");
});

test("the database holds no session without consent, by whatever road (C-09)", async () => {
  const laid = await aSupportedCase();
  const { id } = await aSession(laid.case, laid.provider);

  const around = withActor(laid.provider, ({ tx }) =>
    tx.supportSession.updateMany({ where: { id }, data: { state: "held", content: "x" } }),
  );

  await expect(around).rejects.toThrow("no consent");
});

test("a session that did not take place says why, and none is settled twice", async () => {
  const laid = await aSupportedCase();
  const missed = await aSession(laid.case, laid.provider);
  const coming = await aSession(laid.case, laid.provider, { plannedOn: addDays(today, 7) });
  const miss = (sessionId: string, missedBecause: "did_not_come" | "person_called_off") =>
    withActor(laid.provider, (ctx) =>
      sessions.missSession(ctx, { sessionId, version: 1, missedBecause }),
    );

  await miss(missed.id, "did_not_come");
  await expect(miss(missed.id, "did_not_come")).rejects.toThrow("recorded already");
  await expect(miss(coming.id, "did_not_come")).rejects.toThrow("not come yet");
  await miss(coming.id, "person_called_off");

  expect([await stateOf(missed.id), await stateOf(coming.id)]).toEqual(["missed", "called_off"]);
});

test("a mentor has their own sessions, and the panel and other mentors none (IS-15)", async () => {
  const laid = await aSupportedCase();
  await aConsent(laid.case, { onDay: yesterday });
  const other = await anActor("provider", { areaId: laid.areaId });
  await owner.caseWorker.create({
    data: {
      ...{ caseId: laid.caseId, areaId: laid.areaId, hatId: other.hatId, capacity: "provider" },
      assignedAt: new Date(),
    },
  });
  const { id } = await aSession(laid.case, laid.provider, { plannedOn: yesterday });
  await aSupportConcern(laid.case, laid.provider);

  const theirs = await look(laid, other);
  expect([theirs.sessions, theirs.concerns]).toEqual([[], []]);
  expect((await look(laid, laid.provider)).sessions).toHaveLength(1);
  await expect(look(laid, laid.member)).rejects.toThrow(Forbidden);
  await expect(hold(laid, id, other)).rejects.toThrow(NotFound);
  await expect(plan(laid, laid.coordinator)).rejects.toThrow(Forbidden);
  expect(await stateOf(id)).toBe("planned");
});

test("a mentor sees no needs, which may be clinical, but the actions of the plan (IS-15)", async () => {
  const laid = await aSupportedCase();
  await aPlan(laid.case, laid.coordinator);
  await aSupportNeed(laid.case, laid.coordinator);
  await aSupportAction(laid.case, laid.coordinator, { owner: laid.provider });
  const see = (who: Actor) => withActor(who, (ctx) => viewSupport(ctx, laid.case.reference));

  const mentors = await see(laid.provider);
  expect([mentors.needs.length, mentors.actions.length]).toEqual([0, 1]);
  expect((await see(laid.member)).needs).toHaveLength(1);
});

const raise = ({ caseId, provider }: Laid, who: Actor = provider) =>
  withActor(who, (ctx) =>
    sessions.raiseConcern(ctx, { caseId, what: "Somebody waits for him.", isAnyoneAtRisk: true }),
  );
const waitsFor = async (who: Actor) =>
  (await withActor(who, (ctx) => listWaiting(ctx, today))).find(
    ({ kind }) => kind === "support_concerns",
  )?.total ?? 0;

test("a concern goes to the coordinator and the chair at once, and stays before both until it is answered", async () => {
  const laid = await aSupportedCase();

  await raise(laid);

  const told = await owner.notification.findMany({
    where: { reference: laid.case.reference, kind: "support_concern" },
  });
  expect(told.map(({ hatId }) => hatId).sort()).toEqual(
    [laid.coordinator.hatId, laid.chair.hatId].sort(),
  );
  await owner.notification.updateMany({
    where: { reference: laid.case.reference },
    data: { readAt: new Date() },
  });
  expect([await waitsFor(laid.coordinator), await waitsFor(laid.chair)]).toEqual([1, 1]);

  const { id: concernId } = await owner.supportConcern.findFirstOrThrow({
    where: { caseId: laid.caseId },
  });
  const answer = (who: Actor) =>
    withActor(who, (ctx) =>
      sessions.answerConcern(ctx, { concernId, version: 1, answer: "The police were rung." }),
    );
  await expect(answer(laid.provider)).rejects.toThrow(Forbidden);
  await answer(laid.chair);
  await expect(answer(laid.coordinator)).rejects.toThrow(RuleBroken);
  expect([await waitsFor(laid.coordinator), await waitsFor(laid.chair)]).toEqual([0, 0]);
  const heard = await owner.notification.findMany({ where: { hatId: laid.provider.hatId } });
  expect(heard.map(({ kind }) => kind)).toEqual(["support_concern_answered"]);
});

test("a concern is heard while a case is paused, and not by whoever has a conflict (T28, IS-18)", async () => {
  const laid = await aSupportedCase();
  const { areaId, caseId } = laid;
  const { userId, hatId } = laid.chair;
  await owner.caseConflict.create({ data: { caseId, areaId, userId, declaredAt: new Date() } });
  await owner.case.update({
    where: { id: caseId },
    data: { pausedSince: new Date(), pauseReviewOn: new Date(addDays(today, 7)) },
  });

  await raise(laid);

  expect(await waitsFor(laid.coordinator)).toBe(1);
  expect(await owner.notification.count({ where: { hatId } })).toBe(0);
});

test("a concern outlasts the mentor's part in the case", async () => {
  const laid = await aSupportedCase();
  await raise(laid);

  await owner.caseWorker.updateMany({
    where: { caseId: laid.caseId, hatId: laid.provider.hatId },
    data: { endedAt: new Date() },
  });

  expect(await waitsFor(laid.coordinator)).toBe(1);
  await expect(raise(laid)).rejects.toThrow(NotFound);
});

test("an end report is sent once, with the sessions counted on that day", async () => {
  const laid = await aSupportedCase();
  await aConsent(laid.case, { onDay: addDays(today, -30) });
  await aSession(laid.case, laid.provider, { state: "held", plannedOn: yesterday });
  await aSession(laid.case, laid.provider, { state: "missed", plannedOn: yesterday });
  const words = { done: "We met.", changed: "School.", remains: "Sleep.", suggested: "An end." };
  const send = (who: Actor) =>
    withActor(who, (ctx) => sessions.writeEndReport(ctx, { caseId: laid.caseId, ...words }));

  await expect(send(laid.coordinator)).rejects.toThrow(Forbidden);
  await send(laid.provider);
  await expect(send(laid.provider)).rejects.toThrow("sent already");

  expect((await look(laid, laid.chair)).reports).toMatchObject([{ held: 1, missed: 1 }]);
});

test("needs and objectives stand in the versions that had them, and change with the plan alone (T17)", async () => {
  const laid = await aSupportedCase("consent_pending");
  const add = (need: string) =>
    withActor(laid.coordinator, (ctx) =>
      addNeed(ctx, { caseId: laid.caseId, need, objective: `${need} met`, measure: "Seen" }),
    );
  await add("Sleep");
  await aPlan(laid.case, laid.coordinator);
  await add("Housing");
  const sleep = await owner.supportNeed.findFirstOrThrow({
    where: { caseId: laid.caseId, need: "Sleep" },
  });
  const end = () =>
    withActor(laid.coordinator, (ctx) => endNeed(ctx, { needId: sleep.id, version: 1 }));
  await end();
  await expect(end()).rejects.toThrow(RuleBroken);
  await aPlan(laid.case, laid.coordinator, 2);

  const version = (number: number) =>
    withActor(laid.chair, (ctx) => viewPlanVersion(ctx, laid.case.reference, number));
  const names = (needs: { need: string }[]) => needs.map(({ need }) => need);
  expect(names((await version(1)).needs)).toEqual(["Sleep"]);
  const second = await version(2);
  expect([names(second.needs), names(second.added), names(second.ended)]).toEqual([
    ["Housing"],
    ["Housing"],
    ["Sleep"],
  ]);
  await expect(version(3)).rejects.toThrow(NotFound);

  await owner.case.update({ where: { id: laid.caseId }, data: { status: "in_support" } });
  await expect(add("Money")).rejects.toThrow("has to decide to revise");
});

test("the pages of sessions and of one version ask no more than eight times", async () => {
  const laid = await aSupportedCase();
  await aPlan(laid.case, laid.coordinator);
  await aSupportNeed(laid.case, laid.coordinator);
  await aSession(laid.case, laid.provider);
  await aSupportConcern(laid.case, laid.provider);

  const ofSessions = await countStatements(() => look(laid, laid.coordinator));
  const ofVersion = await countStatements(() =>
    withActor(laid.coordinator, (ctx) => viewPlanVersion(ctx, laid.case.reference, 1)),
  );
  const ofSupport = await countStatements(() =>
    withActor(laid.coordinator, (ctx) => viewSupport(ctx, laid.case.reference)),
  );

  expect([ofSessions.count, ofVersion.count, ofSupport.count].every((count) => count <= 8)).toBe(
    true,
  );
});

test("whoever records a session second is told", async () => {
  const laid = await aSupportedCase();
  await aConsent(laid.case, { onDay: yesterday });
  const { id } = await aSession(laid.case, laid.provider);
  await owner.supportSession.update({ where: { id }, data: { version: 2 } });

  await expect(hold(laid, id)).rejects.toThrow(Overtaken);
});
