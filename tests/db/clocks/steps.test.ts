import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { startClock, stopClock } from "@/lib/clocks/commands";
import type { LimitedKind } from "@/lib/clocks/rules";
import { keepMeetingsDue, takeDueSteps } from "@/lib/clocks/steps/commands";
import { addDays, type Day, instantAt, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { closeMeeting } from "@/lib/panels/meetings/commands";
import {
  aCase,
  aMeeting,
  anActor,
  anArea,
  anOrganisation,
  aReferral,
  aRequest,
  aSupportAction,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const at = (day: Day) => instantAt(day, "10:00");

async function aTeam() {
  const { id: areaId } = await anArea();
  const [gwen, cora, charles, mel] = [
    await anActor("gateway_officer", { areaId }),
    await anActor("coordinator", { areaId }),
    await anActor("chair", { areaId }),
    await anActor("provider", { areaId }),
  ] as const;
  const workers = [charles, mel];
  const found = await aCase({ areaId, caseStatus: "in_support", coordinator: cora, workers });
  const director = await anActor("steering_member", { areaId });
  await owner.area.update({ where: { id: areaId }, data: { directorHatId: director.hatId } });
  const subject = { areaId, caseId: found.id };
  return { ...found, subject, gwen, cora, charles, mel, director };
}
type Team = Awaited<ReturnType<typeof aTeam>>;
type Name = "gwen" | "cora" | "charles" | "mel" | "director";

const watch = ({ areaId }: { areaId: string }, day: Day) =>
  withActor(theSystem(areaId), takeDueSteps, at(day));
const start = (who: Actor, kind: LimitedKind, subject: Team["subject"], day: Day) =>
  withActor(who, (ctx) => startClock(ctx, kind, subject), at(day));

/** Who was told what, in the order of it, by the names of the team. */
async function toldIn(team: Team) {
  const names = (["gwen", "cora", "charles", "mel", "director"] as const).map(
    (name) => [team[name].hatId, name] as const,
  );
  const steps = await owner.clockStep.findMany({
    where: { areaId: team.areaId },
    orderBy: [{ takenAt: "asc" }, { step: "asc" }],
  });
  return steps.map(({ step, toldHats }) => [
    step,
    ...names.filter(([hatId]) => toldHats.includes(hatId)).map(([, name]) => name),
  ]);
}

// Monday 2 March 2026. For each limit: the last day in time, and the working day after it.
const limits: [string, LimitedKind, Name, Day, Day][] = [
  ["TL-03", "s36_decision", "cora", "2026-03-23", "2026-03-24"],
  ["TL-04", "panel_discussion", "cora", "2026-04-02", "2026-04-07"], // Easter
  ["TL-06", "case_review", "cora", "2026-04-02", "2026-04-07"],
  ["TL-07", "assessment_refresh", "cora", "2026-06-02", "2026-06-03"],
  ["TL-08", "consent_sought", "cora", "2026-03-16", "2026-03-17"],
  ["TL-09", "review_6m", "charles", "2026-09-02", "2026-09-03"],
  ["TL-09", "review_12m", "charles", "2027-03-02", "2027-03-03"],
  ["TL-10", "provider_contact", "mel", "2026-03-16", "2026-03-17"],
  ["TL-10", "provider_silence", "cora", "2026-03-23", "2026-03-24"],
];

test.for(limits)(
  "%s %s is late on the working day after it was due, and %s is told, once",
  async ([, kind, name, lastDay, after]) => {
    const team = await aTeam();
    await start(team.cora, kind, team.subject, "2026-03-02");

    await watch(team, lastDay);
    const inTime = await toldIn(team);
    await watch(team, after);
    await watch(team, after);

    expect(inTime).toEqual([["reminder", name]]);
    expect(await toldIn(team)).toEqual([
      ["reminder", name],
      ["overdue", name],
    ]);
    const notices = await owner.notification.findMany({
      where: { areaId: team.areaId },
      orderBy: { createdAt: "asc" },
    });
    expect(notices.map(({ hatId, kind: of, reference }) => [hatId, of, reference])).toEqual([
      [team[name].hatId, "clock_reminder", team.reference],
      [team[name].hatId, "clock_overdue", team.reference],
    ]);
    const mails = await owner.outboxMail.count({ where: { areaId: team.areaId } });
    expect(mails).toBe(2); // IS-23: the words of them are a snapshot of their own
  },
);

test.for(limits)(
  "%s %s says nothing of what was done in time",
  async ([, kind, , lastDay, after]) => {
    const team = await aTeam();
    await start(team.cora, kind, team.subject, "2026-03-02");
    if (kind === "review_6m" || kind === "review_12m")
      await owner.review.create({
        data: { ...team.subject, kind, dueOn: at(lastDay), heldOn: at(lastDay) },
      });
    await withActor(team.cora, (ctx) => stopClock(ctx, kind, team.subject), at(lastDay));

    await watch(team, after);
    await watch(team, addDays(after, 60));

    expect(await toldIn(team)).toEqual([]);
  },
);

test.for([
  ["TL-01", "acknowledge_referral", "2026-03-02", "2026-03-03"],
  ["TL-02", "gateway_assessment", "2026-03-09", "2026-03-10"],
] as const)("%s %s of a referral is the gateway's", async ([, kind, lastDay, after]) => {
  const team = await aTeam();
  const referral = await aReferral({ areaId: team.areaId });
  const subject = { areaId: team.areaId, referralId: referral.id };
  await withActor(referral.referrer, (ctx) => startClock(ctx, kind, subject), at("2026-03-02"));

  await watch(team, lastDay);
  expect(await toldIn(team)).toEqual(kind === "gateway_assessment" ? [["reminder", "gwen"]] : []);
  await watch(team, after);

  expect((await toldIn(team)).at(-1)).toEqual(["overdue", "gwen"]);
  const notice = await owner.notification.findFirst({
    where: { kind: "clock_overdue", areaId: team.areaId },
  });
  expect(notice?.path).toBe(`/referrals/${referral.reference}`);
});

test("TL-05 an area is on its way to a panel meeting, and the one that was held starts the next month", async () => {
  const team = await aTeam();
  const running = () =>
    owner.clock.findMany({
      where: { areaId: team.areaId, kind: "panel_meeting", stoppedOn: null },
      select: { dueOn: true },
    });
  const keep = (day: Day) => withActor(theSystem(team.areaId), keepMeetingsDue, at(day));
  await keep("2026-03-02");
  await keep("2026-03-03");
  expect(await running()).toEqual([{ dueOn: toDateColumn("2026-04-02") }]);

  const meeting = await aMeeting({
    areaId: team.areaId,
    calledBy: team.cora,
    heldOn: "2026-03-30",
  });
  await withActor(
    team.charles,
    (ctx) => closeMeeting(ctx, { meetingId: meeting.id }),
    at("2026-03-30"),
  );
  await watch(team, "2026-04-07");
  expect(await running()).toEqual([{ dueOn: toDateColumn("2026-04-30") }]);
  expect(await toldIn(team)).toEqual([]);

  await watch(team, "2026-05-01");
  expect(await toldIn(team)).toEqual([["overdue", "charles"]]);
});

test("TL-05 an area in which nobody chairs a panel waits for no meeting", async () => {
  const { id: areaId } = await anArea();

  await withActor(theSystem(areaId), keepMeetingsDue, at("2026-03-02"));

  expect(await owner.clock.count({ where: { areaId } })).toBe(0);
});

test("what stays late goes to the coordinator, the chair and the director, each once (3.4)", async () => {
  const team = await aTeam();
  await start(team.cora, "provider_contact", team.subject, "2026-03-02"); // due 16 March

  for (let day = "2026-03-16"; day < "2026-04-20"; day = addDays(day, 1)) await watch(team, day);

  expect(await toldIn(team)).toEqual([
    ["reminder", "mel"],
    ["overdue", "mel"],
    ["to_coordinator", "cora"],
    ["to_chair", "charles"],
    ["to_director", "director"],
  ]);
  const last = await owner.notification.findFirst({ where: { hatId: team.director.hatId } });
  expect([last?.kind, last?.path]).toEqual(["clock_at_director", "/insight"]);
});

test("a worker that wakes after a month says each step once, and reminds nobody of what is past", async () => {
  const team = await aTeam();
  await start(team.cora, "s36_decision", team.subject, "2026-03-02");

  await watch(team, "2026-04-20");
  await watch(team, "2026-04-20");

  expect((await toldIn(team)).sort()).toEqual([
    ["overdue", "cora"],
    ["to_chair", "charles"],
    ["to_director", "director"],
  ]);
});

test("a worker that dies in the middle leaves nothing half said, and the next says all of it once", async () => {
  const team = await aTeam();
  await start(team.cora, "s36_decision", team.subject, "2026-03-02");
  const die = () =>
    withActor(
      theSystem(team.areaId),
      async (ctx) => {
        await takeDueSteps(ctx);
        throw new Error("killed");
      },
      at("2026-03-24"),
    );

  await expect(die()).rejects.toThrow("killed");
  expect(await owner.notification.count({ where: { areaId: team.areaId } })).toBe(0);
  await Promise.all([watch(team, "2026-03-24"), watch(team, "2026-03-24")]);

  expect(await toldIn(team)).toEqual([["overdue", "cora"]]);
  expect(await owner.notification.count({ where: { areaId: team.areaId } })).toBe(1);
});

/** Until somebody waits for a lock that another holds. */
async function untilSomebodyWaits(): Promise<void> {
  const [row] = await owner.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  if (row?.n === 0) return untilSomebodyWaits();
}

test("a step that another worker is just taking is neither taken nor said a second time", async () => {
  const team = await aTeam();
  await start(team.cora, "s36_decision", team.subject, "2026-03-02");
  const { id: clockId, dueOn } = await owner.clock.findFirstOrThrow({ where: team.subject });
  const step = { clockId, areaId: team.areaId, caseId: team.id, step: "overdue", dueOn };
  let second: Promise<unknown> | null = null;

  await owner.$transaction(async (tx) => {
    const takenAt = at("2026-03-24");
    await tx.clockStep.create({ data: { ...step, toldHats: [team.cora.hatId], takenAt } });
    second = watch(team, "2026-03-24");
    await untilSomebodyWaits();
  });

  await expect(second).resolves.toEqual({ taken: 0 });
  expect(await toldIn(team)).toEqual([["overdue", "cora"]]);
  expect(await owner.notification.count({ where: { areaId: team.areaId } })).toBe(0);
});

test("a request for information is late at the organisation that was asked, then at the coordinator", async () => {
  const team = await aTeam();
  const school = await anOrganisation(team.areaId);
  const lead = await anActor("agency_lead", { areaId: team.areaId, organisationId: school.id });
  await anActor("referrer", { areaId: team.areaId, organisationId: school.id });
  const request = await aRequest(team, {
    organisationId: school.id,
    askedBy: team.cora,
    dueOn: "2026-03-13",
  });

  for (const day of ["2026-03-13", "2026-03-16", "2026-03-18"]) await watch(team, day);

  const notices = await owner.notification.findMany({
    where: { areaId: team.areaId },
    orderBy: { createdAt: "asc" },
  });
  expect(notices.map(({ hatId, kind, path }) => [hatId, kind, path])).toEqual([
    [lead.hatId, "clock_reminder", `/requests/${request.id}`],
    [lead.hatId, "clock_overdue", `/requests/${request.id}`],
    [team.cora.hatId, "clock_escalated", `/cases/${team.reference}/requests/${request.id}`],
  ]);
});

test("an action is late at its owner; once its owner has left, at the coordinator; cancelled, at nobody", async () => {
  const team = await aTeam();
  const { id } = await aSupportAction(team, team.cora, { owner: team.mel });
  await owner.action.update({ where: { id }, data: { dueOn: toDateColumn("2026-03-13") } });
  const other = await aSupportAction(team, team.cora, { owner: team.mel });
  await owner.action.update({
    where: { id: other.id },
    data: { dueOn: toDateColumn("2026-03-13"), status: "cancelled" },
  });

  await watch(team, "2026-03-13");
  await owner.hat.update({ where: { id: team.mel.hatId }, data: { endedAt: at("2026-03-14") } });
  await watch(team, "2026-03-16");

  expect(await toldIn(team)).toEqual([
    ["reminder", "mel"],
    ["overdue", "cora"],
  ]);
});

test("an action that a mentor leaves undone goes to the coordinator; a coordinator's own goes on to the chair", async () => {
  const team = await aTeam();
  for (const by of [team.mel, team.cora]) {
    const { id } = await aSupportAction(team, team.cora, { owner: by });
    const dueOn = toDateColumn("2026-03-13");
    await owner.action.update({ where: { id }, data: { dueOn } });
  }

  for (const day of ["2026-03-16", "2026-03-18", "2026-03-23"]) await watch(team, day);

  expect((await toldIn(team)).sort()).toEqual([
    ["overdue", "cora"],
    ["overdue", "mel"],
    ["to_chair", "charles"],
    ["to_chair", "charles"],
    ["to_coordinator", "cora"],
  ]);
});

test("more time is a new clock, whose steps are said in their turn", async () => {
  const team = await aTeam();
  const { id } = await aSupportAction(team, team.cora, { owner: team.mel });
  const until = (day: Day) =>
    owner.action.update({ where: { id }, data: { dueOn: toDateColumn(day) } });
  await until("2026-03-13");
  await watch(team, "2026-03-16");
  await until("2026-04-13");
  await watch(team, "2026-03-17");
  await watch(team, "2026-04-14");

  expect(await toldIn(team)).toEqual([
    ["overdue", "mel"],
    ["overdue", "mel"],
  ]);
});

test("nothing is said of a paused case, and what was left is said after (T28)", async () => {
  const team = await aTeam();
  await start(team.cora, "consent_sought", team.subject, "2026-03-02");
  await owner.clock.updateMany({
    where: { caseId: team.id },
    data: { pausedOn: toDateColumn("2026-03-03") },
  });

  await watch(team, "2026-03-30");
  expect(await toldIn(team)).toEqual([]);

  await owner.clock.updateMany({ where: { caseId: team.id }, data: { pausedOn: null } });
  await watch(team, "2026-03-17");
  expect(await toldIn(team)).toEqual([["overdue", "cora"]]);
});
