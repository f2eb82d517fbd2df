import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { handOver } from "@/lib/cases/workers/commands";
import { setAbsence } from "@/lib/clocks/absences/commands";
import { cancelClocks, pauseClocks, resumeClocks, startClock } from "@/lib/clocks/commands";
import { listLate } from "@/lib/clocks/late/queries";
import { windowsFor } from "@/lib/clocks/rules";
import { takeDueSteps } from "@/lib/clocks/steps/commands";
import { addDays, type Day, fromDateColumn, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { openDueReviews, recordReview, startReviews } from "@/lib/reviews/commands";
import { aCase, anActor, anArea, anOrganisation, aRequest } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

// A year in one area, day by day, from Monday 2 March 2026: somebody is away, somebody leaves, a case is
// paused, one moves away, one ends and is looked at again, and the worker dies now and then.
const firstDay = "2026-03-02";
const lastDay = "2027-03-15";
const at = (day: Day) => instantAt(day, "10:00");

async function aYearAhead() {
  const { id: areaId } = await anArea();
  const [cora, colin, charles, gwen, director] = [
    await anActor("coordinator", { areaId }),
    await anActor("coordinator", { areaId }),
    await anActor("chair", { areaId }),
    await anActor("gateway_officer", { areaId }),
    await anActor("steering_member", { areaId }),
  ] as const;
  const school = await anOrganisation(areaId);
  const lead = await anActor("agency_lead", { areaId, organisationId: school.id });
  await owner.area.update({ where: { id: areaId }, data: { directorHatId: director.hatId } });
  const open = (caseStatus: string) =>
    aCase({ areaId, caseStatus, coordinator: cora, workers: [charles] });
  const [supported, moved, ended] = [
    await open("in_support"),
    await open("consent_pending"),
    await open("exited"),
  ] as const;
  await owner.case.update({
    where: { id: ended.id },
    data: { exitedOn: toDateColumn(firstDay), retentionClass: "adopted_exited" },
  });
  return { areaId, cora, colin, charles, gwen, director, school, lead, supported, moved, ended };
}
type Year = Awaited<ReturnType<typeof aYearAhead>>;

const subjectOf = ({ areaId }: Year, { id: caseId }: { id: string }) => ({ areaId, caseId });

/** What happens on which day. */
const story: Record<Day, (year: Year, day: Day) => Promise<unknown>> = {
  "2026-03-02": async (year, day) => {
    const { cora, supported, moved, ended } = year;
    const begin = (kinds: readonly ("case_review" | "assessment_refresh" | "provider_silence")[]) =>
      withActor(
        cora,
        async (ctx) => {
          for (const kind of kinds) await startClock(ctx, kind, subjectOf(year, supported));
          await startClock(ctx, "consent_sought", subjectOf(year, moved));
        },
        at(day),
      );
    await begin(["case_review", "assessment_refresh", "provider_silence"]);
    const exited = { id: ended.id, areaId: year.areaId } as Parameters<typeof startReviews>[1];
    await withActor(year.charles, (ctx) => startReviews(ctx, exited, day), at(day));
    await aRequest(supported, {
      organisationId: year.school.id,
      askedBy: cora,
      dueOn: "2026-03-20",
    });
  },
  // Cora is away, and Colin covers; he is on no case yet, so the chair hears of hers.
  "2026-03-16": ({ cora, colin }, day) =>
    withActor(
      cora,
      (ctx) =>
        setAbsence(ctx, {
          hatId: cora.hatId,
          coverHatId: colin.hatId,
          fromOn: day,
          toOn: "2026-03-27",
        }),
      at(day),
    ),
  // The case that waits for consent moves to another area.
  "2026-04-20": (year, day) =>
    withActor(year.cora, (ctx) => cancelClocks(ctx, subjectOf(year, year.moved)), at(day)),
  "2026-05-11": (year, day) =>
    withActor(
      year.gwen,
      (ctx) => pauseClocks(ctx, subjectOf(year, year.supported), addDays(day, 28)),
      at(day),
    ),
  "2026-05-25": (year, day) =>
    withActor(year.gwen, (ctx) => resumeClocks(ctx, subjectOf(year, year.supported)), at(day)),
  "2026-07-01": async ({ cora, colin, charles, supported, ended }, day) => {
    for (const { id: caseId } of [supported, ended])
      await withActor(
        charles,
        (ctx) => handOver(ctx, { caseId, fromHatId: cora.hatId, toHatId: colin.hatId }),
        at(day),
      );
    await owner.hat.update({ where: { id: cora.hatId }, data: { endedAt: at(day) } });
  },
  // The case that ended is closed by everything that can close one; its reviews go on.
  "2026-08-03": (year, day) =>
    withActor(year.charles, (ctx) => cancelClocks(ctx, subjectOf(year, year.ended)), at(day)),
  "2026-10-05": async ({ charles, ended }, day) => {
    const { id: reviewId } = await owner.review.findUniqueOrThrow({
      where: { caseId_kind: { caseId: ended.id, kind: "review_6m" } },
    });
    const words = {
      summary: "College says that all is well.",
      checkedWith: "The college",
      otherService: null,
    };
    await withActor(
      charles,
      (ctx) => recordReview(ctx, { reviewId, heldOn: day, outcome: "no_concern", ...words }),
      at(day),
    );
  },
};

/** One day of the worker. Every third day it dies in the middle, and every day another runs beside it. */
async function work({ areaId }: Year, day: Day, isDying: boolean) {
  const now = at(day);
  await withActor(theSystem(areaId), openDueReviews, now);
  if (isDying)
    await withActor(
      theSystem(areaId),
      async (ctx) => {
        await takeDueSteps(ctx);
        throw new Error("killed");
      },
      now,
    ).catch(() => undefined);
  await Promise.all([
    withActor(theSystem(areaId), takeDueSteps, now),
    withActor(theSystem(areaId), takeDueSteps, now),
  ]);
}

/** Every late clock as the tables have it, past every policy, and as the gateway is shown it. */
async function late({ areaId, gwen }: Year, day: Day) {
  const running = { areaId, stoppedOn: null, pausedOn: null, dueOn: { lt: toDateColumn(day) } };
  const kept = await owner.clock.findMany({ where: running, select: { id: true } });
  const shown = await withActor(gwen as Actor, (ctx) => listLate(ctx, { page: 1 }), at(day));
  return { kept: kept.map(({ id }) => id).sort(), shown: shown.late.map(({ id }) => id).sort() };
}

test("a year passes: no clock is lost, every breach is listed, and who is told of it is told once (TL-01 to TL-10, T21, T28)", {
  timeout: 240_000,
}, async () => {
  const year = await aYearAhead();
  const lateDays = new Map<string, number>();

  let count = 0;
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    await story[day]?.(year, day);
    await work(year, day, ++count % 3 === 0);
    if (count % 5 > 0) continue;
    const { kept, shown } = await late(year, day);
    expect(shown, day).toEqual(kept);
    for (const id of kept) lateDays.set(id, (lateDays.get(id) ?? 0) + 1);
  }

  // No clock is lost: what nobody did still runs, and what stopped says how.
  const clocks = await owner.clock.findMany({
    where: { areaId: year.areaId },
    include: { clockSteps: true },
  });
  const ends = Object.fromEntries(clocks.map(({ kind, outcome }) => [kind, outcome]));
  expect(ends).toEqual({
    case_review: null,
    assessment_refresh: null,
    provider_silence: null,
    information_request: null,
    consent_sought: "cancelled",
    pause_review: "met",
    review_6m: "missed",
    review_12m: null,
  });
  // Fourteen days later, for a pause of a fortnight.
  const due = Object.fromEntries(clocks.map(({ kind, dueOn }) => [kind, fromDateColumn(dueOn)]));
  expect(due.assessment_refresh).toBe("2026-06-16");
  expect([due.review_6m, due.review_12m]).toEqual(["2026-09-02", "2027-03-02"]);

  // Whatever still runs has had every step that its day asks for, each once, and somebody was told.
  const asked = windowsFor(lastDay);
  for (const { kind, dueOn, stoppedOn, clockSteps } of clocks.filter((one) => !one.stoppedOn)) {
    const steps = clockSteps.map(({ step }) => step);
    const wanted = asked.filter(
      (one) =>
        one.kind === kind &&
        one.dueFrom <= fromDateColumn(dueOn) &&
        fromDateColumn(dueOn) <= one.dueTo,
    );
    expect([kind, stoppedOn, wanted.every(({ step }) => steps.includes(step))]).toEqual([
      kind,
      null,
      true,
    ]);
    expect(clockSteps.every(({ toldHats }) => toldHats.length > 0)).toBe(true);
  }
  const told = clocks.flatMap(({ clockSteps }) => clockSteps.flatMap(({ toldHats }) => toldHats));
  const notices = await owner.notification.count({
    where: { areaId: year.areaId, kind: { startsWith: "clock_" } },
  });
  expect(notices).toBe(told.length);
  expect(
    await owner.outboxMail.count({ where: { areaId: year.areaId, subject: { contains: "PC-" } } }),
  ).toBeGreaterThanOrEqual(notices);

  // Who was told: by cover, by hand-over, by having left.
  const toldOf = (kind: string, step: string) =>
    clocks.find((one) => one.kind === kind)?.clockSteps.find((one) => one.step === step)?.toldHats;
  expect(toldOf("consent_sought", "overdue")).toEqual([year.charles.hatId]); // 17 March: Cora is away
  expect(toldOf("case_review", "overdue")).toEqual([year.cora.hatId]); // 7 April: she is back
  expect(toldOf("information_request", "overdue")).toEqual([year.lead.hatId]);
  expect(toldOf("assessment_refresh", "overdue")).toEqual([year.cora.hatId]); // 17 June
  expect(toldOf("review_6m", "overdue")).toEqual([year.charles.hatId]);
  expect(toldOf("review_6m", "to_director")).toEqual([year.director.hatId]);
  expect(toldOf("review_12m", "overdue")).toEqual([year.charles.hatId]);
  expect(lateDays.size).toBeGreaterThan(5);
});
