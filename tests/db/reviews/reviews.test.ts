import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { handOver } from "@/lib/cases/workers/commands";
import { addMonths, type Day, dayOf, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound } from "@/lib/errors";
import { recordDecision } from "@/lib/panels/decisions/commands";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { openDueReviews, recordReview, settleClosedCases } from "@/lib/reviews/commands";
import { viewReviews } from "@/lib/reviews/queries";
import { aCase, anActor, anArea, anItem } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const inMonths = (months: number): Day => addMonths(today, months);
const at = (day: Day) => instantAt(day, "10:00");
const care = { careAnswer: "considered_not_needed", careArrangements: "Nothing more was needed" };

/** A case whose support ended today, by way of the panel. */
async function aCaseThatLeft() {
  const { id: areaId } = await anArea();
  const chair = await anActor("chair", { areaId });
  const coordinator = await anActor("coordinator", { areaId });
  const police = await anActor("panel_member", { areaId });
  const health = await anActor("panel_member", { areaId });
  const person = { dateOfBirth: "1990-01-02" };
  const workers = [chair];
  const found = await aCase({ areaId, caseStatus: "in_support", coordinator, workers, person });
  const { id: caseId, reference } = found;
  const exit = await owner.assessment.create({
    data: {
      caseId,
      areaId,
      frameworkId: "blank",
      frameworkVersion: "1",
      number: 1,
      purpose: "exit",
      status: "complete",
      authorHatId: coordinator.hatId,
      startedAt: new Date(),
    },
  });
  const item = await anItem(found, { chair, police, health }, { kind: "closure" });
  const decision = recordDecisionSchema.parse({
    itemId: item.id,
    outcome: "exit",
    reasons: "The person is back at college, has somebody to talk to, and the concern has gone.",
    optionsConsidered: "Going on for another month",
    vote: "agreed",
    toldBy: "coordinator",
    tellOn: "1/12/2026",
    closureCode: "exit_no_further_radicalisation_concern",
    exitAssessmentId: exit.id,
    onwardReferral: "no",
    ...care,
  });
  await withActor(chair, (ctx) => recordDecision(ctx, decision));
  return { areaId, chair, coordinator, police, health, case: found, caseId, reference };
}
type Laid = Awaited<ReturnType<typeof aCaseThatLeft>>;

const open = ({ areaId }: Pick<Laid, "areaId">, day: Day) =>
  withActor(theSystem(areaId), openDueReviews, at(day));
const statusOf = async ({ caseId }: Pick<Laid, "caseId">) =>
  (await owner.case.findUniqueOrThrow({ where: { id: caseId } })).status;
const reviewOf = ({ caseId }: Laid, kind: string) =>
  owner.review.findUniqueOrThrow({ where: { caseId_kind: { caseId, kind } } });
const clocksOf = async (caseId: string) =>
  (
    await owner.clock.findMany({
      where: { caseId, stoppedOn: null },
      orderBy: { dueOn: "asc" },
      select: { kind: true, dueOn: true },
    })
  ).map(({ kind, dueOn }) => [kind, dueOn.toISOString().slice(0, 10)]);

type Outcome = "no_concern" | "other_service_need" | "new_s36_referral";
async function review(
  laid: Laid,
  kind: "review_6m" | "review_12m",
  day: Day,
  { who = laid.chair, outcome = "no_concern" as Outcome, heldOn = day } = {},
) {
  const { id: reviewId } = await reviewOf(laid, kind);
  const words = {
    summary: "College, family and the mental health team all say that things are going well.",
    checkedWith: "College and mental health",
    otherService: null,
  };
  const input = { reviewId, heldOn, outcome, ...words };
  return withActor(who, (ctx) => recordReview(ctx, input), at(day));
}

test("both reviews are due six and twelve months after support ended (TL-09)", async () => {
  const laid = await aCaseThatLeft();

  expect(await statusOf(laid)).toBe("exited");
  expect(await clocksOf(laid.caseId)).toEqual([
    ["review_6m", inMonths(6)],
    ["review_12m", inMonths(12)],
  ]);
  const found = await owner.case.findUniqueOrThrow({ where: { id: laid.caseId } });
  expect(found.nextDueOn).toEqual(toDateColumn(inMonths(6)));
});

test("the six-month review opens by itself, once, and those who run the case are told (T21)", async () => {
  const laid = await aCaseThatLeft();

  expect(await open(laid, inMonths(4))).toEqual({ opened: 0 });
  expect(await statusOf(laid)).toBe("exited");
  expect(await open(laid, inMonths(6))).toEqual({ opened: 1 });
  expect(await open(laid, inMonths(6))).toEqual({ opened: 0 });

  expect(await statusOf(laid)).toBe("review_6m");
  const told = await owner.notification.findMany({
    where: { reference: laid.reference, kind: "review_due" },
  });
  expect(told.map(({ hatId }) => hatId).sort()).toEqual(
    [laid.chair.hatId, laid.coordinator.hatId].sort(),
  );
});

test("a timer of one area leaves the others alone", async () => {
  const laid = await aCaseThatLeft();
  const { id: areaId } = await anArea();

  expect(await open({ areaId }, inMonths(6))).toEqual({ opened: 0 });

  expect(await statusOf(laid)).toBe("exited");
});

test("the story of a year: six months, twelve months, and then it is kept (T21, T22, T24)", async () => {
  const laid = await aCaseThatLeft();
  await open(laid, inMonths(6));

  await review(laid, "review_6m", inMonths(6));
  expect(await statusOf(laid)).toBe("review_12m");
  expect(await clocksOf(laid.caseId)).toEqual([["review_12m", inMonths(12)]]);

  await review(laid, "review_12m", inMonths(12));
  expect(await statusOf(laid)).toBe("retention");
  expect(await clocksOf(laid.caseId)).toEqual([]);
  const stopped = await owner.clock.findMany({ where: { caseId: laid.caseId } });
  expect(stopped.map(({ outcome }) => outcome)).toEqual(["met", "met"]);
});

test("a review that is late says so on its clock (TL-09)", async () => {
  const laid = await aCaseThatLeft();
  await open(laid, inMonths(8));

  await review(laid, "review_6m", inMonths(8));

  const clock = await owner.clock.findFirstOrThrow({
    where: { caseId: laid.caseId, kind: "review_6m" },
  });
  expect(clock.outcome).toBe("missed");
});

test("T22, T24 a review is not recorded before it opens, twice, or as held before it opened", async () => {
  const laid = await aCaseThatLeft();
  await expect(review(laid, "review_6m", inMonths(6))).rejects.toThrow("not opened yet");
  await open(laid, inMonths(6));
  const early = review(laid, "review_6m", inMonths(6), { heldOn: inMonths(4) });
  await expect(early).rejects.toThrow(FieldsRefused);
  expect(await statusOf(laid)).toBe("review_6m");

  await review(laid, "review_6m", inMonths(6));
  await expect(review(laid, "review_6m", inMonths(6))).rejects.toThrow("not opened yet");
  await expect(review(laid, "review_12m", inMonths(7))).rejects.toThrow("on or after");
  expect(await statusOf(laid)).toBe("review_12m");
});

test("T22 only a chair of the case records a review", async () => {
  const laid = await aCaseThatLeft();
  await open(laid, inMonths(6));
  const day = inMonths(6);
  const stranger = await anActor("chair", { areaId: laid.areaId });

  const by = (who: Actor) => review(laid, "review_6m", day, { who });
  await expect(by(laid.coordinator)).rejects.toThrow("another role");
  await expect(by(laid.police)).rejects.toThrow(Forbidden);
  await expect(by(stranger)).rejects.toThrow(NotFound);

  expect(await statusOf(laid)).toBe("review_6m");
  expect((await reviewOf(laid, "review_6m")).heldOn).toBeNull();
});

test("a new concern opens a linked case that waits for its own section 36 decision (T23)", async () => {
  const laid = await aCaseThatLeft();
  const { userId } = await anActor("panel_member", { areaId: laid.areaId });
  await owner.caseConflict.create({
    data: { caseId: laid.caseId, areaId: laid.areaId, userId, declaredAt: new Date() },
  });
  await open(laid, inMonths(6));

  const { opened } = await review(laid, "review_6m", inMonths(6), { outcome: "new_s36_referral" });

  const linked = await owner.case.findFirstOrThrow({ where: { previousId: laid.caseId } });
  expect(linked).toMatchObject({ reference: opened, status: "s36_decision" });
  expect(linked.dataKeyId).not.toBe(laid.case.dataKeyId);
  expect(linked.personId).not.toBe(laid.case.personId);
  expect(await statusOf(laid)).toBe("review_12m"); // the earlier case goes on as it was
  expect(await clocksOf(laid.caseId)).toEqual([["review_12m", inMonths(12)]]);
  expect((await clocksOf(linked.id)).map(([kind]) => kind)).toEqual(["s36_decision"]);
  const workers = await owner.caseWorker.findMany({ where: { caseId: linked.id } });
  expect(workers.map(({ hatId }) => hatId).sort()).toEqual(
    [laid.chair.hatId, laid.coordinator.hatId].sort(),
  );
  const conflicts = await owner.caseConflict.findMany({ where: { caseId: linked.id } });
  expect(conflicts.map((conflict) => conflict.userId)).toEqual([userId]);
  const seen = await withActor(laid.coordinator, (ctx) => viewReviews(ctx, laid.reference));
  expect(seen.later.map(({ reference }) => reference)).toEqual([opened]);
});

test("a linked case cannot be opened around the review (T23)", async () => {
  const laid = await aCaseThatLeft();
  const ask = (who: Actor) =>
    withActor(
      who,
      ({ tx }) => tx.$queryRaw<unknown[]>`
        select * from open_linked_case(${laid.caseId}::uuid, gen_random_uuid(), ''::bytea, 1, 'file:x', 'A concern', now())`,
    );
  const stranger = await anActor("chair", { areaId: laid.areaId });

  expect(await ask(laid.chair)).toEqual([]); // not at a review yet
  await open(laid, inMonths(6));
  expect([await ask(laid.coordinator), await ask(stranger)]).toEqual([[], []]);

  expect(await owner.case.count({ where: { previousId: laid.caseId } })).toBe(0);
});

test("no date is lost when the case is handed over (TL-09)", async () => {
  const laid = await aCaseThatLeft();
  const { caseId, areaId, coordinator } = laid;
  const next = await anActor("coordinator", { areaId });
  const before = await clocksOf(caseId);
  const wish = { caseId, fromHatId: coordinator.hatId, toHatId: next.hatId };

  await withActor(coordinator, (ctx) => handOver(ctx, wish));

  expect(await clocksOf(caseId)).toEqual(before);
  const look = (who: Actor) => withActor(who, (ctx) => viewReviews(ctx, laid.reference));
  await expect(look(coordinator)).rejects.toThrow(NotFound);
  expect((await look(next)).reviews).toHaveLength(2);
  await open(laid, inMonths(6));
  const told = await owner.notification.findMany({ where: { hatId: next.hatId } });
  expect(told.map(({ kind }) => kind).sort()).toEqual(["case_assigned", "review_due"]);
});

test("a case is handed to another coordinator of the area without a conflict, by whoever runs it", async () => {
  const laid = await aCaseThatLeft();
  const { caseId, areaId, coordinator, chair } = laid;
  const conflicted = await anActor("coordinator", { areaId });
  await owner.caseConflict.create({
    data: { caseId, areaId, userId: conflicted.userId, declaredAt: new Date() },
  });
  const foreign = await anActor("coordinator");
  const give = (who: Actor, { hatId: toHatId }: Actor) =>
    withActor(who, (ctx) => handOver(ctx, { caseId, fromHatId: coordinator.hatId, toHatId }));

  await expect(give(chair, conflicted)).rejects.toThrow(FieldsRefused);
  await expect(give(chair, foreign)).rejects.toThrow(FieldsRefused);
  const next = await anActor("coordinator", { areaId });
  await expect(give(laid.police, next)).rejects.toThrow(Forbidden);
  await expect(give(next, next)).rejects.toThrow(NotFound);
  expect(await owner.caseWorker.count({ where: { caseId, endedAt: { not: null } } })).toBe(0);

  await give(chair, next);
  await expect(give(chair, next)).rejects.toThrow(FieldsRefused);
});

test("what has ended and says how long it is kept begins to be kept, once (T25, RET-01)", async () => {
  const { id: areaId } = await anArea();
  const closed = await aCase({ areaId, caseStatus: "closed_not_prevent" });
  const silent = await aCase({ areaId, caseStatus: "closed_declined" });
  await owner.case.update({ where: { id: closed.id }, data: { retentionClass: "not_adopted" } });
  const settle = () => withActor(theSystem(areaId), settleClosedCases);

  expect(await settle()).toEqual({ settled: 1 });
  expect(await settle()).toEqual({ settled: 0 });

  expect(await statusOf({ caseId: closed.id })).toBe("retention");
  expect(await statusOf({ caseId: silent.id })).toBe("closed_declined");
});

test("the reviews page asks the database no more than eight times", async () => {
  const laid = await aCaseThatLeft();

  const { count } = await countStatements(() =>
    withActor(laid.chair, (ctx) => viewReviews(ctx, laid.reference)),
  );

  expect(count).toBeLessThanOrEqual(8);
});
