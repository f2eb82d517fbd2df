import { expect, test } from "vitest";

import { theSystem } from "@/lib/access/actor";
import { startClock, stopClock } from "@/lib/clocks/commands";
import { takeDueSteps } from "@/lib/clocks/steps/commands";
import { startSupport } from "@/lib/consent/start/commands";
import { addDays, addMonths, type Day, dayOf, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { openDueReviews } from "@/lib/reviews/commands";
import { aCase, aConsent, anActor, anArea, aPlan, aSupportAction } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const at = (day: Day) => instantAt(day, "10:00");
const today = dayOf(new Date());

async function aTeam(caseStatus: string) {
  const { id: areaId } = await anArea();
  const [cora, charles, mel] = [
    await anActor("coordinator", { areaId }),
    await anActor("chair", { areaId }),
    await anActor("provider", { areaId }),
  ] as const;
  const person = { dateOfBirth: "1990-01-02" };
  const workers = [charles, mel];
  const found = await aCase({ areaId, caseStatus, coordinator: cora, workers, person });
  return { ...found, subject: { areaId, caseId: found.id }, cora, charles, mel };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

const statusOf = async ({ id }: Team) =>
  (await owner.case.findUniqueOrThrow({ where: { id } })).status;

test("a case whose review has no date running stays where it is, and nothing is written (T21, TL-09)", async () => {
  const team = await aTeam("exited");
  await owner.case.update({
    where: { id: team.id },
    data: { exitedOn: toDateColumn(addMonths(today, -6)) },
  });
  const open = () => withActor(theSystem(team.areaId), openDueReviews);
  const start = (kind: "review_6m" | "review_12m") =>
    withActor(team.charles, (ctx) => startClock(ctx, kind, team.subject));

  await expect(open()).rejects.toThrow(RuleBroken);
  await start("review_6m");
  await expect(open()).rejects.toThrow("Twelve-month review");
  expect(await statusOf(team)).toBe("exited");
  expect(await owner.caseMove.count({ where: { caseId: team.id } })).toBe(0);

  await start("review_12m");
  await expect(open()).resolves.toEqual({ opened: 1 });
  expect(await statusOf(team)).toBe("review_6m");
});

test("the database lets no case arrive at a step whose date is not running, by whatever road", async () => {
  const team = await aTeam("s36_decision");
  const list = (isRunning: boolean) =>
    withActor(team.charles, async (ctx) => {
      const { id } = team;
      await ctx.tx.case.updateMany({ where: { id }, data: { status: "panel_listed" } });
      if (isRunning) await startClock(ctx, "panel_discussion", team.subject);
    });

  await expect(list(false)).rejects.toThrow(/panel_discussion/);
  expect(await statusOf(team)).toBe("s36_decision");
  await list(true); // before or after the move: it is asked at the end
  expect(await statusOf(team)).toBe("panel_listed");
});

test("a mentor who was in touch before support began, and then is silent, is noticed by itself (TL-10)", async () => {
  const team = await aTeam("consent_pending");
  const { cora, subject } = team;
  await aPlan(team, cora);
  await aConsent(team, { onDay: addDays(today, -1), authority: "self" });
  await aSupportAction(team, cora);
  await withActor(cora, async (ctx) => {
    await startClock(ctx, "provider_contact", subject);
    await stopClock(ctx, "provider_contact", subject);
    await startSupport(ctx, { caseId: team.id });
  });
  const overdue = async (day: Day) => {
    await withActor(theSystem(team.areaId), takeDueSteps, at(day));
    const where = { caseId: team.id, step: "overdue", clock: { kind: "provider_silence" } };
    return owner.clockStep.findMany({ where, select: { toldHats: true } });
  };

  expect(await overdue(addDays(today, 21))).toEqual([]);
  expect(await overdue(addDays(today, 28))).toEqual([{ toldHats: [cora.hatId] }]);
  expect(await overdue(addDays(today, 29))).toHaveLength(1);
});

test("no silence is counted where no mentor is named, nor while the first contact is still awaited (TL-10)", async () => {
  const team = await aTeam("consent_pending");
  await aPlan(team, team.cora);
  await aConsent(team, { onDay: addDays(today, -1), authority: "self" });
  await aSupportAction(team, team.cora);
  await withActor(team.cora, async (ctx) => {
    await startClock(ctx, "provider_contact", team.subject);
    await startSupport(ctx, { caseId: team.id });
  });

  const running = await owner.clock.findMany({ where: { caseId: team.id, stoppedOn: null } });
  expect(running.map(({ kind }) => kind).sort()).toEqual([
    "case_action",
    "case_review",
    "provider_contact",
  ]);
});
