import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { listWaiting } from "@/lib/home/waiting/queries";
import { recordReview } from "@/lib/reviews/commands";
import { raiseUntold, recordTelling, settleUntold } from "@/lib/told/commands";
import { getUntold, listUntold, viewTold } from "@/lib/told/queries";
import type { RecordTelling } from "@/lib/told/schema";
import { aTelling } from "@/tests/support/aftercare";
import { aCase, anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const ago = (days: number) => addDays(today, -days);

async function aTeam(caseStatus = "in_support", answers: Record<string, string> = { told: "no" }) {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const chair = await anActor("chair", { areaId });
  const provider = await anActor("provider", { areaId });
  const officer = await anActor("governance_officer", { areaId });
  const workers = [chair, provider];
  const opened = await aCase({ areaId, caseStatus, coordinator, workers, answers });
  const { id, reference } = opened;
  return { areaId, coordinator, chair, provider, officer, case: opened, id, reference };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

const told = ({ id: caseId }: Team, more: Partial<RecordTelling> = {}): RecordTelling => ({
  ...{ caseId, version: 0, stage: "referral", isTold: "yes", onDay: today },
  ...{ toldWhom: "person", toldBy: "Cora", method: "in_person", exemption: null, reasons: null },
  ...more,
});
const untold = {
  ...({ isTold: "no", toldWhom: null, toldBy: null, method: null } as const),
  ...({ exemption: "increases_risk", reasons: "Somebody at home might be hurt." } as const),
};
const tell = (team: Team, more: Partial<RecordTelling> = {}, who: Actor = team.coordinator) =>
  withActor(who, (ctx) => recordTelling(ctx, told(team, more)));
const view = (team: Team, who: Actor = team.coordinator) =>
  withActor(who, (ctx) => viewTold(ctx, team.reference));

test("it is kept when, by whom and how the person was told, or why not (TR-02, IS-05)", async () => {
  const team = await aTeam();

  await tell(team, untold);
  await tell(team, { version: 1 }, team.chair);

  const found = await view(team);
  expect(found.tellings).toMatchObject([
    { number: 2, isTold: true, toldWhom: "person", toldBy: "Cora", method: "in_person" },
    { number: 1, isTold: false, exemption: "increases_risk" },
  ]);
  expect(found.stages).toMatchObject([{ stage: "referral", last: { number: 2 } }]);
  const events = await owner.auditEvent.findMany({ where: { type: "telling.recorded" } });
  expect(events.length).toBeGreaterThanOrEqual(2);
});

test("before anybody has told them, the referrer's own answer is what is known (TR-02)", async () => {
  const team = await aTeam("in_support", { told: "no", notToldReason: "risk_to_child" });

  expect((await view(team)).referrerSaid).toEqual({ told: "no", why: "risk_to_child" });
});

test("nobody is told of a stage that has not come (TR-02)", async () => {
  const team = await aTeam();

  await expect(tell(team, { stage: "exit" })).rejects.toThrow(FieldsRefused);
  await owner.case.update({ where: { id: team.id }, data: { exitedOn: toDateColumn(today) } });
  await tell(team, { stage: "exit" });

  expect((await view(team)).stages.map(({ stage }) => stage)).toEqual(["referral", "exit"]);
});

test("those who run the case record it, and nobody else; the second of two is told of the first", async () => {
  const team = await aTeam();
  const stranger = await anActor("coordinator", { areaId: team.areaId });

  await expect(tell(team, {}, team.provider)).rejects.toThrow(Forbidden);
  await expect(tell(team, {}, stranger)).rejects.toThrow(NotFound);
  await expect(view(team, team.provider)).rejects.toThrow(Forbidden);
  await aTelling(team.case, { by: team.chair });
  await aTelling(team.case, { by: team.chair });
  await expect(tell(team, { version: 1 })).rejects.toThrow(Overtaken);
  expect(await owner.telling.count({ where: { caseId: team.id } })).toBe(2);
});

test("what was recorded of it is never changed by the application (TR-02)", async () => {
  const team = await aTeam();
  await aTelling(team.case, { by: team.coordinator });

  const change = withActor(team.coordinator, ({ tx }) =>
    tx.telling.updateMany({ where: { caseId: team.id }, data: { toldBy: "Somebody else" } }),
  );

  await expect(change).rejects.toThrow("permission denied");
});

test("a review waits until the reason not to tell has been looked at again (TR-02)", async () => {
  const team = await aTeam("review_6m");
  const review = await owner.review.create({
    data: {
      ...{ caseId: team.id, areaId: team.areaId, kind: "review_6m" },
      dueOn: toDateColumn(today),
    },
  });
  const due = toDateColumn(addDays(today, 180));
  await owner.review.create({
    data: { caseId: team.id, areaId: team.areaId, kind: "review_12m", dueOn: due },
  });
  for (const kind of ["review_6m", "review_12m"]) {
    await owner.clock.create({
      data: {
        ...{ caseId: team.id, areaId: team.areaId, kind, ownerRole: "chair" },
        ...{ startedOn: toDateColumn(ago(180)), dueOn: due },
      },
    });
  }
  await aTelling(team.case, { isTold: false, onDay: ago(90), by: team.coordinator });
  const hold = () =>
    withActor(team.chair, (ctx) =>
      recordReview(ctx, {
        ...{ reviewId: review.id, heldOn: today, outcome: "no_concern" },
        summary: "College, family and the doctor all say that things are going well.",
        ...{ checkedWith: "College", otherService: null },
      }),
    );

  await expect(hold()).rejects.toThrow("still holds");
  await tell(team, { version: 1, ...untold });
  await hold();

  expect(await owner.telling.count({ where: { caseId: team.id } })).toBe(2);
});

const raise = ({ areaId }: Team) => withActor(theSystem(areaId), raiseUntold);
const close = (team: Team, days: number) =>
  owner.case.update({
    where: { id: team.id },
    data: { status: "retention", closedAt: new Date(`${ago(days)}T12:00:00Z`) },
  });
const waits = async (who: Actor) =>
  (await withActor(who, (ctx) => listWaiting(ctx, today))).find(({ kind }) => kind === "untold")
    ?.total ?? 0;

test.for([
  ["91 days after closure, and never told", 91, { told: "no" }, null, 1],
  ["90 days after closure", 90, { told: "no" }, null, 0],
  ["told by the referrer", 91, { told: "yes" }, null, 0],
  ["told since", 91, { told: "no" }, true, 0],
  ["not told, for a reason", 91, { told: "no" }, false, 1],
  ["told by the referrer, and then found not to have been", 91, { told: "yes" }, false, 1],
] as const)(
  "somebody %s: %i days, tasks for information governance %s (TR-03)",
  async ([, days, answers, isTold, raised]) => {
    const team = await aTeam("retention", answers);
    await close(team, days);
    if (isTold !== null) await aTelling(team.case, { isTold, by: team.coordinator });

    expect(await raise(team)).toEqual({ raised });
    expect(await raise(team)).toEqual({ raised: 0 });

    expect(await waits(team.officer)).toBe(raised);
    const notices = await owner.notification.findMany({ where: { hatId: team.officer.hatId } });
    expect(notices.map(({ kind }) => kind)).toEqual(raised ? ["not_told"] : []);
  },
);

async function aRaisedTask(decided = false) {
  const team = await aTeam("retention");
  await close(team, 120);
  if (decided) {
    await owner.case.update({
      where: { id: team.id },
      data: { adoptedOn: toDateColumn(ago(300)), exitedOn: toDateColumn(ago(120)) },
    });
  }
  await raise(team);
  const task = await owner.untoldTask.findFirstOrThrow({ where: { caseId: team.id } });
  return { team, task };
}
const settle = (
  team: Team,
  taskId: string,
  outcome: "ask_coordinator" | "exemption_holds",
  { lookAgainOn = addDays(today, 60), who = team.officer as Actor } = {},
) =>
  withActor(who, (ctx) =>
    settleUntold(ctx, {
      ...{ taskId, version: 1, outcome, lookAgainOn },
      reasons: "The brother is still at home, and is four years old.",
    }),
  );

test("information governance sees the reference and the stages, and not the case (TR-03, IS-01)", async () => {
  const { team, task } = await aRaisedTask(true);

  const { tasks, total } = await withActor(team.officer, (ctx) => listUntold(ctx));

  expect(total).toBe(1);
  expect(tasks).toMatchObject([
    { reference: team.reference, stages: ["referral", "adoption", "exit"] },
  ]);
  await expect(view(team, team.officer)).rejects.toThrow(NotFound);
  await expect(withActor(team.coordinator, (ctx) => getUntold(ctx, task.id))).rejects.toThrow(
    NotFound,
  );
  await expect(withActor(team.coordinator, (ctx) => listUntold(ctx))).rejects.toThrow(Forbidden);
});

test("an officer with a conflict of interest has no such task, nor a notice of it (IS-18, TR-03)", async () => {
  const team = await aTeam("retention");
  await close(team, 120);
  const { userId, hatId } = team.officer;
  const { id: caseId, areaId } = team;
  await owner.caseConflict.create({ data: { caseId, areaId, userId, declaredAt: new Date() } });

  await raise(team);

  expect(await waits(team.officer)).toBe(0);
  expect(await owner.notification.count({ where: { hatId } })).toBe(0);
});

test("the officer asks the coordinator, who tells the person, and nothing is raised again (TR-03)", async () => {
  const { team, task } = await aRaisedTask();

  await settle(team, task.id, "ask_coordinator");
  await expect(settle(team, task.id, "ask_coordinator")).rejects.toThrow(RuleBroken);

  const asked = await owner.notification.findMany({
    where: { reference: team.reference, kind: "told_asked" },
  });
  expect(asked.map(({ hatId }) => hatId).sort()).toEqual(
    [team.coordinator.hatId, team.chair.hatId].sort(),
  );
  expect(await waits(team.officer)).toBe(0);
  await tell(team);
  const later = new Date(Date.now() + 100 * 86_400_000);
  expect(await withActor(theSystem(team.areaId), raiseUntold, later)).toEqual({ raised: 0 });
});

test("a reason that still holds comes back on its day, and no later than a year (TR-03)", async () => {
  const { team, task } = await aRaisedTask();
  const far = { lookAgainOn: addDays(today, 370) };
  await expect(settle(team, task.id, "exemption_holds", far)).rejects.toThrow(FieldsRefused);

  await settle(team, task.id, "exemption_holds");

  const on = (days: number) =>
    withActor(theSystem(team.areaId), raiseUntold, new Date(Date.now() + days * 86_400_000));
  expect(await on(58)).toEqual({ raised: 0 });
  expect(await on(61)).toEqual({ raised: 1 });
});

test("a task settles itself when the person is told of the last stage (TR-03)", async () => {
  const { team, task } = await aRaisedTask(true);
  await tell(team);
  await tell(team, { version: 1, stage: "adoption" });
  expect(await waits(team.officer)).toBe(1);

  await tell(team, { version: 2, stage: "exit" });

  expect(await waits(team.officer)).toBe(0);
  expect(await owner.untoldTask.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({
    outcome: "told",
    settledByHatId: team.coordinator.hatId,
  });
});

test("the pages ask the database no more than eight times", async () => {
  const { team } = await aRaisedTask();

  const ofCase = await countStatements(() => view(team));
  const ofOfficer = await countStatements(() => withActor(team.officer, (ctx) => listUntold(ctx)));

  expect([ofCase.count <= 8, ofOfficer.count <= 8]).toEqual([true, true]);
});
