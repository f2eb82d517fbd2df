import { expect, test } from "vitest";

import { theSystem } from "@/lib/access/actor";
import { cancelClocks, pauseClocks, resumeClocks, startClock } from "@/lib/clocks/commands";
import { addDays, type Day, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { aCase, anActor, anArea, aRequest, aSupportAction } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const at = (day: Day) => instantAt(day, "10:00");

async function aRunningCase() {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const officer = await anActor("gateway_officer", { areaId });
  const found = await aCase({ areaId, caseStatus: "in_support", coordinator });
  const subject = { areaId, caseId: found.id };
  return { ...found, subject, coordinator, officer };
}

const runningOf = async (caseId: string) =>
  Object.fromEntries(
    (await owner.clock.findMany({ where: { caseId, stoppedOn: null } })).map(
      ({ kind, dueOn, pausedOn }) => [
        kind,
        [dueOn.toISOString().slice(0, 10), pausedOn?.toISOString().slice(0, 10) ?? null],
      ],
    ),
  );

test("a pause holds what runs, and its end gives as many days back; a review after support runs on (T28, TL-09)", async () => {
  const { id, subject, coordinator, officer } = await aRunningCase();
  await withActor(
    coordinator,
    async (ctx) => {
      await startClock(ctx, "consent_sought", subject);
      await startClock(ctx, "case_review", subject);
      await startClock(ctx, "review_6m", subject);
    },
    at("2026-03-02"),
  );

  await withActor(officer, (ctx) => pauseClocks(ctx, subject, "2026-04-02"), at("2026-03-05"));
  expect(await runningOf(id)).toEqual({
    consent_sought: ["2026-03-16", "2026-03-05"],
    case_review: ["2026-04-02", "2026-03-05"],
    review_6m: ["2026-09-02", null],
    pause_review: ["2026-04-02", null],
  });
  const paused = await owner.case.findUniqueOrThrow({ where: { id } });
  expect(paused.nextDueOn).toEqual(toDateColumn("2026-04-02"));

  await withActor(officer, (ctx) => resumeClocks(ctx, subject), at("2026-03-12"));
  expect(await runningOf(id)).toEqual({
    consent_sought: ["2026-03-23", null], // five working days
    case_review: ["2026-04-09", null], // seven days
    review_6m: ["2026-09-02", null],
  });
});

test("a request and an action stand still with their case, and show their new day themselves", async () => {
  const found = await aRunningCase();
  const { id, subject, coordinator, officer } = found;
  const { id: actionId } = await aSupportAction(found, coordinator);
  const { id: requestId } = await aRequest(found, { askedBy: coordinator, dueOn: "2026-12-10" });

  await withActor(officer, (ctx) => pauseClocks(ctx, subject, "2026-12-20"), at("2026-12-01"));
  await withActor(officer, (ctx) => resumeClocks(ctx, subject), at("2026-12-08"));

  const action = await owner.action.findUniqueOrThrow({ where: { id: actionId } });
  const request = await owner.informationRequest.findUniqueOrThrow({ where: { id: requestId } });
  expect(action.dueOn).toEqual(toDateColumn(addDays("2027-03-01", 7)));
  expect(action.firstDueOn).toEqual(toDateColumn("2027-03-01"));
  expect(request.dueOn).toEqual(toDateColumn(addDays("2026-12-10", 7)));
  expect(await owner.clock.count({ where: { caseId: id, stoppedOn: null } })).toBe(2);
});

test("whatever ends a case leaves its reviews running, and what partners took on (TL-09)", async () => {
  const found = await aRunningCase();
  const { id, subject, coordinator } = found;
  await aSupportAction(found, coordinator);
  await withActor(
    coordinator,
    async (ctx) => {
      for (const kind of ["case_review", "review_6m", "review_12m"] as const)
        await startClock(ctx, kind, subject);
      await cancelClocks(ctx, subject);
    },
    at("2026-03-02"),
  );

  expect(Object.keys(await runningOf(id)).sort()).toEqual([
    "case_action",
    "review_12m",
    "review_6m",
  ]);
});

test("the database stops no review that was not held, whoever asks (TL-09)", async () => {
  const { id, subject, coordinator } = await aRunningCase();
  await withActor(coordinator, (ctx) => startClock(ctx, "review_6m", subject));
  const stop = () =>
    withActor(theSystem(subject.areaId), ({ tx, now }) =>
      tx.clock.updateMany({
        where: { caseId: id },
        data: { stoppedOn: now, outcome: "cancelled" },
      }),
    );

  await expect(stop()).rejects.toThrow(/TL-09/);

  await owner.review.create({
    data: { ...subject, kind: "review_6m", dueOn: at("2026-03-02"), heldOn: at("2026-03-02") },
  });
  await expect(stop()).resolves.toEqual({ count: 1 });
});
