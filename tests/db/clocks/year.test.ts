import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { handOver } from "@/lib/cases/workers/commands";
import { setAbsence } from "@/lib/clocks/absences/commands";
import { cancelClocks, pauseClocks, resumeClocks, startClock } from "@/lib/clocks/commands";
import { listLate } from "@/lib/clocks/late/queries";
import { windowsFor } from "@/lib/clocks/rules";
import { takeDueSteps } from "@/lib/clocks/steps/commands";
import { addDays, type Day, fromDateColumn, instantAt, toDateColumn } from "@/lib/dates";
import { type Context, withActor } from "@/lib/db/with-actor";
import { noticeLabels } from "@/lib/notices/labels";
import { openDueReviews, recordReview, startReviews } from "@/lib/reviews/commands";
import { answerTransfer, offerTransfer } from "@/lib/transfers/commands";
import { aCase, anActor, anArea, anOrganisation, aRequest } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

// A year in two areas, day by day, from Monday 2 March 2026: somebody is away, somebody leaves, a case is
// paused, one moves from the one to the other, one ends and is looked at again, and the worker is killed
// in the middle of whatever it has begun.
const firstDay = "2026-03-02";
const lastDay = "2027-03-15";
const askedAtOnce = 44;
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
  const { id: toAreaId } = await anArea();
  const wynn = await anActor("coordinator", { areaId: toAreaId });
  const glyn = await anActor("gateway_officer", { areaId: toAreaId });
  await anActor("chair", { areaId: toAreaId });
  const { hatId: directorHatId } = await anActor("steering_member", { areaId: toAreaId });
  await owner.area.update({ where: { id: toAreaId }, data: { directorHatId } });
  const school = await anOrganisation(areaId);
  const lead = await anActor("agency_lead", { areaId, organisationId: school.id });
  await owner.area.update({ where: { id: areaId }, data: { directorHatId: director.hatId } });
  const open = (caseStatus: string) =>
    aCase({ areaId, caseStatus, coordinator: cora, workers: [charles] });
  const [supported, moved, ended, asked] = [
    await open("in_support"),
    await open("consent_pending"),
    await open("exited"),
    await open("info_gathering"),
  ] as const;
  await owner.case.update({
    where: { id: ended.id },
    data: { exitedOn: toDateColumn(firstDay), retentionClass: "adopted_exited" },
  });
  const cases = { supported, moved, ended, asked };
  return {
    areaId,
    toAreaId,
    cora,
    colin,
    charles,
    gwen,
    director,
    wynn,
    glyn,
    school,
    lead,
    ...cases,
  };
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
  // The case that waits for consent is offered to another area, which takes it on a week later.
  "2026-04-20": ({ cora, moved, toAreaId }, day) =>
    withActor(
      cora,
      (ctx) =>
        offerTransfer(ctx, {
          ...{ caseId: moved.id, toAreaId, toldBy: "coordinator", agreement: "yes" },
          summary: "Consent has been asked for, and is waited for.",
          reason: "The family has moved house.",
        }),
      at(day),
    ),
  "2026-04-27": async ({ wynn, moved }, day) => {
    const { id: transferId } = await owner.caseTransfer.findFirstOrThrow({
      where: { caseId: moved.id },
    });
    const taken = { transferId, answer: "accept", receipt: "yes", agreement: "yes" } as const;
    await withActor(wynn, (ctx) => answerTransfer(ctx, taken), at(day));
  },
  "2026-05-11": (year, day) =>
    withActor(
      year.gwen,
      (ctx) => pauseClocks(ctx, subjectOf(year, year.supported), addDays(day, 28)),
      at(day),
    ),
  // So many are asked at once that the worker needs more than one batch to tell of them.
  "2026-05-18": ({ asked, cora, school }) =>
    Promise.all(
      Array.from({ length: askedAtOnce }, () =>
        aRequest(asked, { organisationId: school.id, askedBy: cora, dueOn: "2026-06-15" }),
      ),
    ),
  "2026-06-17": ({ asked }) =>
    owner.informationRequest.updateMany({
      where: { caseId: asked.id },
      data: { state: "cancelled" },
    }),
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

/** A worker whose connection is cut before it takes its nth step, as when its machine goes. */
function killedAt(nth: number, step: { taken: number }, ctx: Context): Context {
  const { tx } = ctx;
  const take = async (...sql: Parameters<typeof tx.$executeRaw>) => {
    step.taken += 1;
    if (step.taken === nth) {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await owner.$queryRaw`select pg_terminate_backend(${own?.pid}::int)`;
    }
    return tx.$executeRaw(...sql);
  };
  const get = (target: typeof tx, name: string) =>
    name === "$executeRaw" ? take : Reflect.get(target, name);
  return { ...ctx, tx: new Proxy(tx, { get: get as ProxyHandler<typeof tx>["get"] }) };
}

/** Batch after batch until nothing is due, or until it is killed. Says how far it came. */
async function startWorker(areaId: string, day: Day, nth = Number.POSITIVE_INFINITY) {
  const step = { taken: 0 };
  const batch = (ctx: Context) => takeDueSteps(killedAt(nth, step, ctx));
  try {
    while ((await withActor(theSystem(areaId), batch, at(day))).taken > 0);
  } catch (error) {
    if (step.taken < nth) throw error;
    return { isKilled: true, step: nth };
  }
  return { isKilled: false, step: step.taken };
}

/** A day of the worker: killed at its second step, then in its second batch, then started twice at once. */
async function work(areaId: string, day: Day): Promise<number[]> {
  await withActor(theSystem(areaId), openDueReviews, at(day));
  const kills: number[] = [];
  for (const nth of [2, 42]) {
    const { isKilled, step } = await startWorker(areaId, day, nth);
    if (isKilled) kills.push(step);
    else if (step === 0) return kills;
  }
  await Promise.all([startWorker(areaId, day), startWorker(areaId, day)]);
  return kills;
}

/** Every late clock as the tables have it, past every policy, and as the gateway is shown it. */
async function late(areaId: string, gwen: Actor, day: Day) {
  const running = { areaId, stoppedOn: null, pausedOn: null, dueOn: { lt: toDateColumn(day) } };
  const kept = await owner.clock.findMany({ where: running, select: { id: true } });
  const shown = await withActor(gwen, (ctx) => listLate(ctx, { page: 1 }), at(day));
  return { kept: kept.map(({ id }) => id).sort(), shown: shown.late.map(({ id }) => id).sort() };
}

test("a year passes: no clock is lost, every breach is listed, and who is told of it is told once (TL-01 to TL-10, T21, T27, T28)", {
  timeout: 240_000,
}, async () => {
  const year = await aYearAhead();
  const lateDays = new Map<string, number>();

  const kills: number[] = [];
  let count = 0;
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    await story[day]?.(year, day);
    const areas = day < "2026-04-20" ? [year.areaId] : [year.areaId, year.toAreaId];
    for (const areaId of areas) kills.push(...(await work(areaId, day)));
    if (++count % 5 > 0) continue;
    for (const [areaId, officer] of [
      [year.areaId, year.gwen],
      [year.toAreaId, year.glyn],
    ] as const) {
      const { kept, shown } = await late(areaId, officer, day);
      expect(shown, day).toEqual(kept);
      for (const id of kept) lateDays.set(id, (lateDays.get(id) ?? 0) + 1);
    }
  }

  // It was killed in its first batch on many days, and in its second when there was one.
  expect(kills.filter((step) => step === 2).length).toBeGreaterThan(10);
  expect(kills.filter((step) => step === 42).length).toBeGreaterThan(0);

  // No clock is lost: what nobody did still runs, and what stopped says how.
  const everyClock = await owner.clock.findMany({
    where: { areaId: { in: [year.areaId, year.toAreaId] } },
    include: { clockSteps: true },
  });
  const clocks = everyClock.filter(({ caseId }) => caseId !== year.asked.id);
  const endsIn = (areaId: string) =>
    Object.fromEntries(
      clocks.flatMap((one) => (one.areaId === areaId ? [[one.kind, one.outcome]] : [])),
    );
  expect(endsIn(year.areaId)).toEqual({
    case_review: null,
    assessment_refresh: null,
    provider_silence: null,
    information_request: null,
    consent_sought: "cancelled",
    pause_review: "met",
    review_6m: "missed",
    review_12m: null,
  });
  // T27: what ran for the case that moved runs on where it came to.
  expect(endsIn(year.toAreaId)).toEqual({ consent_sought: null });
  // Fourteen days later, for a pause of a fortnight.
  const here = clocks.filter(({ areaId }) => areaId === year.areaId);
  const due = Object.fromEntries(here.map(({ kind, dueOn }) => [kind, fromDateColumn(dueOn)]));
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
  const steps = everyClock.flatMap(({ clockSteps }) => clockSteps);
  const told = steps.flatMap(({ toldHats }) => toldHats);
  const areas = { areaId: { in: [year.areaId, year.toAreaId] } };
  const notices = await owner.notification.count({
    where: { ...areas, kind: { startsWith: "clock_" } },
  });
  expect(notices).toBe(told.length);
  const sentences = Object.entries(noticeLabels).filter(([kind]) => kind.startsWith("clock_"));
  const mails = await owner.outboxMail.count({
    where: { ...areas, OR: sentences.map(([, sentence]) => ({ body: { startsWith: sentence } })) },
  });
  expect(mails).toBe(told.length);
  // Of the many that were asked at once, each had its reminder and its breach told once.
  const ofMany = everyClock.filter(({ caseId }) => caseId === year.asked.id);
  expect(ofMany.map(({ clockSteps }) => clockSteps.map(({ step }) => step).sort())).toEqual(
    Array(askedAtOnce).fill(["overdue", "reminder"]),
  );
  await expect(owner.auditEvent.count({ where: { type: "clock.told" } })).resolves.toBe(
    steps.length,
  );

  // Who was told: by cover, by hand-over, by having left.
  const toldOf = (kind: string, step: string) =>
    here.find((one) => one.kind === kind)?.clockSteps.find((one) => one.step === step)?.toldHats;
  expect(toldOf("consent_sought", "overdue")).toEqual([year.charles.hatId]); // 17 March: Cora is away
  expect(toldOf("case_review", "overdue")).toEqual([year.cora.hatId]); // 7 April: she is back
  expect(toldOf("information_request", "overdue")).toEqual([year.lead.hatId]);
  expect(toldOf("assessment_refresh", "overdue")).toEqual([year.cora.hatId]); // 17 June
  expect(toldOf("review_6m", "overdue")).toEqual([year.charles.hatId]);
  expect(toldOf("review_6m", "to_director")).toEqual([year.director.hatId]);
  expect(toldOf("review_12m", "overdue")).toEqual([year.charles.hatId]);
  const [received] = clocks.filter(({ areaId }) => areaId === year.toAreaId);
  expect(received?.clockSteps.flatMap(({ toldHats }) => toldHats)).toContain(year.wynn.hatId);
  expect(lateDays.size).toBeGreaterThan(5);
});
