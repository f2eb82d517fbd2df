import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOf,
  fromDateColumn,
  toDateColumn,
} from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { listWaiting } from "@/lib/home/waiting/queries";
import { recordDecision } from "@/lib/panels/decisions/commands";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { recordReview } from "@/lib/reviews/commands";
import { viewReviews } from "@/lib/reviews/queries";
import { answerOnward, chaseOnward } from "@/lib/support/onward/commands";
import { anOnwardReferral } from "@/tests/support/aftercare";
import { aCase, anActor, anArea, anItem } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());

async function aPanelOn(caseStatus = "in_support") {
  const { id: areaId } = await anArea();
  const chair = await anActor("chair", { areaId });
  const coordinator = await anActor("coordinator", { areaId });
  const police = await anActor("panel_member", { areaId });
  const health = await anActor("panel_member", { areaId });
  const person = { dateOfBirth: "1990-01-02" };
  const workers = [chair, police];
  const found = await aCase({ areaId, caseStatus, coordinator, workers, person });
  const item = await anItem(found, { chair, police, health }, { kind: "closure" });
  return { areaId, chair, coordinator, police, case: found, id: found.id, itemId: item.id };
}
type Laid = Awaited<ReturnType<typeof aPanelOn>>;

const assess = ({ id: caseId, areaId, coordinator }: Laid, purpose = "exit", status = "complete") =>
  owner.assessment.create({
    data: {
      ...{ caseId, areaId, frameworkId: "blank", frameworkVersion: "1", number: 1 },
      ...{ purpose, status, authorHatId: coordinator.hatId, startedAt: new Date() },
    },
    select: { id: true },
  });
const refreshDue = ({ id: caseId, areaId }: Laid, dueOn: string) =>
  owner.clock.create({
    data: {
      ...{ caseId, areaId, kind: "assessment_refresh", ownerRole: "coordinator" },
      ...{ startedOn: toDateColumn(addMonths(dueOn, -3)), dueOn: toDateColumn(dueOn) },
    },
  });
const end = ({ chair, itemId }: Laid, exitAssessmentId: string, more: object = {}) =>
  withActor(chair, (ctx) =>
    recordDecision(
      ctx,
      recordDecisionSchema.parse({
        ...{ itemId, outcome: "exit", vote: "agreed", toldBy: "coordinator" },
        reasons:
          "The person is back at college, has somebody to talk to, and the concern has gone.",
        ...{ optionsConsidered: "Another month", tellOn: addDays(today, 3) },
        ...{ closureCode: "exit_no_further_radicalisation_concern", exitAssessmentId },
        ...{ onwardReferral: "no", careAnswer: "considered_not_needed", careArrangements: "None" },
        ...more,
      }),
    ),
  );
const statusOf = async ({ id }: Laid) =>
  (await owner.case.findUniqueOrThrow({ where: { id } })).status;
const onwardOf = ({ id: caseId }: Laid) =>
  owner.onwardReferral.findMany({ where: { caseId }, orderBy: { service: "asc" } });

test.for([
  ["with an exit assessment that is complete", "exit", "complete", true],
  ["with an exit assessment that is still a draft", "exit", "draft", false],
  ["with an assessment made for another purpose", "refresh", "complete", false],
] as const)("support ends %s: %s, %s, %s (T20)", async ([, purpose, status, ends]) => {
  const laid = await aPanelOn();
  const { id } = await assess(laid, purpose, status);

  const ended = end(laid, id);

  if (ends) await ended;
  else await expect(ended).rejects.toThrow("exit assessment");
  expect(await statusOf(laid)).toBe(ends ? "exited" : "in_support");
});

test.for([
  ["overdue since yesterday", -1, false],
  ["due today", 0, true],
  ["due next month", 30, true],
] as const)(
  "support ends over an assessment that is %s: %i, %s (AF-09, T20)",
  async ([, days, ends]) => {
    const laid = await aPanelOn();
    const { id } = await assess(laid);
    await refreshDue(laid, addDays(today, days));

    const ended = end(laid, id);

    if (ends) await ended;
    else await expect(ended).rejects.toThrow("The assessment is overdue");
    expect(await statusOf(laid)).toBe(ends ? "exited" : "in_support");
  },
);

test("support ends when the person has died, with no assessment asked for, and the care question still is (T20, 3.5)", async () => {
  const laid = await aPanelOn();
  await refreshDue(laid, addDays(today, -1));

  await end(laid, "", { closureCode: "died" });

  expect(await owner.case.findUniqueOrThrow({ where: { id: laid.id } })).toMatchObject({
    ...{ status: "exited", closureCode: "died", retentionClass: "adopted_exited" },
  });
});

test("support does not end by a coordinator, nor without the panel (T20)", async () => {
  const laid = await aPanelOn();
  const { id } = await assess(laid);

  await expect(end({ ...laid, chair: laid.coordinator }, id)).rejects.toThrow();

  expect(await statusOf(laid)).toBe("in_support");
});

test("a service the person is referred on to is asked after until it answers (T20, 3.5)", async () => {
  const laid = await aPanelOn();
  const { id } = await assess(laid);
  const more = { onwardReferral: "yes", onwardTo: "The youth service" };

  await end(laid, id, { ...more, careAnswer: "referral_made" });

  const due = addWorkingDays(today, 10);
  expect(
    (await onwardOf(laid)).map(({ service, state, dueOn }) => [
      service,
      state,
      fromDateColumn(dueOn),
    ]),
  ).toEqual([
    ["Health or social care", "waiting", due],
    ["The youth service", "waiting", due],
  ]);
});

test("where nobody is referred on, nothing is asked after (T20)", async () => {
  const laid = await aPanelOn();
  const { id } = await assess(laid);

  await end(laid, id);

  expect(await onwardOf(laid)).toEqual([]);
});

const waits = async (who: Actor) =>
  (await withActor(who, (ctx) => listWaiting(ctx, today))).find(({ kind }) => kind === "onward")
    ?.total ?? 0;

test("it is asked again, and then taken on or not: once, by whoever runs the case", async () => {
  const laid = await aPanelOn("review_6m");
  const late = addDays(today, -3);
  const { id: onwardId } = await anOnwardReferral(laid.case, laid.chair, { dueOn: late });
  const chase = (who: Actor, version: number) =>
    withActor(who, (ctx) => chaseOnward(ctx, { onwardId, version }));
  const answer = (who: Actor, version: number) =>
    withActor(who, (ctx) =>
      answerOnward(ctx, {
        ...{ onwardId, version, state: "not_accepted", answeredOn: today },
        answer: "They have no room until May, and the school sees to it until then.",
      }),
    );
  const stranger = await anActor("coordinator", { areaId: laid.areaId });
  expect(await waits(laid.coordinator)).toBe(1);

  await expect(chase(laid.police, 1)).rejects.toThrow(Forbidden);
  await expect(chase(stranger, 1)).rejects.toThrow(NotFound);
  await chase(laid.coordinator, 1);
  expect(await onwardOf(laid)).toMatchObject([
    { chases: 1, dueOn: toDateColumn(addWorkingDays(today, 10)) },
  ]);
  await answer(laid.chair, 2);
  await expect(answer(laid.chair, 3)).rejects.toThrow(RuleBroken);
  await expect(chase(laid.coordinator, 3)).rejects.toThrow(RuleBroken);

  expect(await onwardOf(laid)).toMatchObject([{ state: "not_accepted", chases: 1 }]);
  expect(await waits(laid.coordinator)).toBe(0);
});

test.for([
  ["no_concern", null, []],
  ["other_service_need", "Housing", ["Housing"]],
] as const)(
  "a review that found %s, with %s, refers on to %s (T22, TL-09)",
  async ([outcome, otherService, services]) => {
    const laid = await aPanelOn("review_6m");
    const { id: caseId, areaId } = laid;
    for (const kind of ["review_6m", "review_12m"]) {
      const dueOn = toDateColumn(kind === "review_6m" ? today : addMonths(today, 6));
      await owner.review.create({ data: { caseId, areaId, kind, dueOn } });
      await owner.clock.create({
        data: { caseId, areaId, kind, ownerRole: "chair", startedOn: dueOn, dueOn },
      });
    }
    const review = await owner.review.findFirstOrThrow({ where: { caseId, kind: "review_6m" } });

    await withActor(laid.chair, (ctx) =>
      recordReview(ctx, {
        ...{ reviewId: review.id, heldOn: today, outcome, otherService, checkedWith: "College" },
        summary: "College, family and the doctor were asked, and each of them told us how it goes.",
      }),
    );

    expect((await onwardOf(laid)).map(({ service }) => service)).toEqual(services);
    expect(await statusOf(laid)).toBe("review_12m");
    const { count, value } = await countStatements(() =>
      withActor(laid.coordinator, (ctx) => viewReviews(ctx, laid.case.reference)),
    );
    expect(count).toBeLessThanOrEqual(8);
    expect(value.onward).toHaveLength(services.length);
  },
);
