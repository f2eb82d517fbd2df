import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { startAssessment } from "@/lib/assessments/commands";
import { findCaseFile } from "@/lib/cases/overview/queries";
import { pauseCase, resumeCase } from "@/lib/cases/pauses/commands";
import { viewPause } from "@/lib/cases/pauses/queries";
import { decideSection36 } from "@/lib/cases/section-36/commands";
import { handOver } from "@/lib/cases/workers/commands";
import { seekConsent, withdrawConsent } from "@/lib/consent/commands";
import { addDays, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import { type Context, withActor } from "@/lib/db/with-actor";
import { listWaiting } from "@/lib/home/waiting/queries";
import { recordItem } from "@/lib/information/items/commands";
import { askForInformation, chaseRequest } from "@/lib/information/requests/commands";
import { addItem, addPanelAction } from "@/lib/panels/commands";
import { recordContact, writePlan } from "@/lib/support/commands";
import { updateAction } from "@/lib/tracker/commands";
import {
  aCase,
  aConsent,
  aMeeting,
  anActor,
  anArea,
  anItem,
  aRequest,
  aSupportAction,
  aWorker,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());

async function aTeam(caseStatus = "in_support") {
  const { id: areaId } = await anArea();
  const gwen = await anActor("gateway_officer", { areaId });
  const cora = await anActor("coordinator", { areaId });
  const charles = await anActor("chair", { areaId });
  const idris = await anActor("provider", { areaId });
  const opened = await aCase({ areaId, caseStatus, workers: [cora, charles, idris] });
  return { ...opened, gwen, cora, charles, idris };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

const pause = (actor: Actor, { id: caseId }: { id: string }, known: object = {}) =>
  withActor(actor, async (ctx) => {
    const { version } = await owner.case.findUniqueOrThrow({ where: { id: caseId } });
    const wanted = {
      caseId,
      version,
      reason: "police_request",
      reviewOn: addDays(today, 28),
    } as const;
    return pauseCase(ctx, { ...wanted, ...known });
  });
const resume = (actor: Actor, { id: caseId }: { id: string }) =>
  withActor(actor, (ctx) => resumeCase(ctx, { caseId }));
const rowOf = ({ id }: { id: string }) => owner.case.findUniqueOrThrow({ where: { id } });

test("T28 the gateway pauses a case: a code, a day, its own time limit, and everybody on it is told", async () => {
  const team = await aTeam();

  await pause(team.gwen, team);

  await expect(rowOf(team)).resolves.toMatchObject({
    status: "in_support",
    pauseReviewOn: toDateColumn(addDays(today, 28)),
  });
  await expect(owner.casePause.findMany({ where: { caseId: team.id } })).resolves.toMatchObject([
    { reason: "police_request", pausedByHatId: team.gwen.hatId, endedAt: null },
  ]);
  await expect(owner.clock.findMany({ where: { caseId: team.id } })).resolves.toMatchObject([
    { kind: "pause_review", ownerRole: "gateway_officer", dueOn: toDateColumn(addDays(today, 28)) },
  ]);
  const told = await owner.notification.findMany({ where: { reference: team.reference } });
  expect(told.map(({ hatId }) => hatId).sort()).toEqual(
    [team.cora, team.charles, team.idris].map(({ hatId }) => hatId).sort(),
  );
  await expect(
    owner.auditEvent.findMany({ where: { actor: team.gwen.userId } }),
  ).resolves.toMatchObject([{ type: "case.paused", facts: { reference: team.reference } }]);
});

test("T28 everybody on the case sees that it stands still and until when, and only the gateway sees why (IS-24)", async () => {
  const team = await aTeam();
  await pause(team.gwen, team);

  for (const actor of [team.cora, team.charles, team.idris, team.gwen]) {
    await expect(
      withActor(actor, (ctx) => findCaseFile(ctx, team.reference)),
    ).resolves.toMatchObject({ isPaused: true, pausedUntil: addDays(today, 28) });
    const why = await withActor(actor, ({ tx }) => tx.casePause.count());
    expect([actor.role, why]).toEqual([actor.role, actor === team.gwen ? 1 : 0]);
  }
  await expect(withActor(team.cora, (ctx) => viewPause(ctx, team.reference))).rejects.toMatchObject(
    { name: "Forbidden" },
  );
});

test("T28 a pause is looked at again within 28 days, and the database holds to it by itself", async () => {
  const team = await aTeam();

  await expect(pause(team.gwen, team, { reviewOn: addDays(today, 29) })).rejects.toMatchObject({
    name: "FieldsRefused",
  });
  await expect(
    owner.casePause.create({
      data: {
        ...{ caseId: team.id, areaId: team.areaId, reason: "police_request" },
        ...{ pausedByHatId: team.gwen.hatId, pausedAt: new Date() },
        reviewOn: toDateColumn(addDays(today, 30)),
      },
    }),
  ).rejects.toThrow(/check/);
  await expect(rowOf(team)).resolves.toMatchObject({ pausedSince: null });
  await expect(owner.caseMove.count({ where: { caseId: team.id } })).resolves.toBe(0);
});

test("T28 the end of a pause puts the case back where it stood, with as many days left as it had", async () => {
  const team = await aTeam();
  const dueOn = addDays(today, 5);
  await owner.clock.create({
    data: {
      ...{ caseId: team.id, areaId: team.areaId, kind: "case_review", ownerRole: "coordinator" },
      ...{ startedOn: toDateColumn(addDays(today, -20)), dueOn: toDateColumn(dueOn) },
    },
  });
  await pause(team.gwen, team);
  const since = new Date(Date.now() - 10 * 24 * 60 * 60 * 1000);
  await owner.clock.updateMany({
    where: { caseId: team.id, pausedOn: { not: null } },
    data: { pausedOn: toDateColumn(dayOf(since)) },
  });

  await resume(team.gwen, team);

  await expect(rowOf(team)).resolves.toMatchObject({
    status: "in_support",
    pausedSince: null,
    pauseReviewOn: null,
  });
  const running = await owner.clock.findMany({ where: { caseId: team.id, stoppedOn: null } });
  expect(running.map(({ kind, dueOn: due }) => [kind, fromDateColumn(due)])).toEqual([
    ["case_review", addDays(dueOn, 10)],
  ]);
  const moves = await owner.caseMove.findMany({ where: { caseId: team.id } });
  expect(moves.map(({ transition, toStatus }) => [transition, toStatus])).toEqual([
    ["T28", "in_support"],
    ["T28", "in_support"],
  ]);
  await expect(
    withActor(team.cora, (ctx) => withdrawConsent(ctx, { caseId: team.id })),
  ).rejects.not.toThrow(/paused/);
});

test("T28 nobody but the gateway of the area pauses a case, or ends a pause", async () => {
  const team = await aTeam();
  const elsewhere = await anActor("gateway_officer", { areaId: (await anArea()).id });

  for (const actor of [team.cora, team.charles, team.idris, elsewhere]) {
    await expect(pause(actor, team)).rejects.toMatchObject({
      name: actor === elsewhere ? "NotFound" : "Forbidden",
    });
  }
  await pause(team.gwen, team);
  await expect(resume(team.charles, team)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(
    withActor(team.charles, ({ tx }) =>
      tx.case.updateMany({
        where: { id: team.id },
        data: { pausedSince: null, pauseReviewOn: null },
      }),
    ),
  ).rejects.toMatchObject({ name: "RuleBroken" });
});

test.for(["closed_not_prevent", "transferred", "retention"])(
  "T28 a case that is %s cannot be paused",
  async (caseStatus) => {
    const team = await aTeam(caseStatus);

    await expect(pause(team.gwen, team)).rejects.toMatchObject({ name: "RuleBroken" });
  },
);

test("T28 a pause of what somebody else has just changed, or paused, is refused", async () => {
  const team = await aTeam();

  await expect(pause(team.gwen, team, { version: 99 })).rejects.toMatchObject({
    name: "RuleBroken",
  });
  await pause(team.gwen, team);
  await expect(pause(team.gwen, team)).rejects.toThrow("This case is paused.");
  await resume(team.gwen, team);
  await expect(resume(team.gwen, team)).rejects.toThrow("not paused");
});

const fifty = "It was said in so many words, and more than fifty letters of them.";
type Tried = (
  team: Team,
  laid: Awaited<ReturnType<typeof layOut>>,
) => [Actor, (ctx: Context) => Promise<unknown>];

/** What the commands below need, laid out before the pause. */
async function layOut(team: Team) {
  await aConsent(team);
  const action = await aSupportAction(team, team.cora, { owner: team.idris });
  const request = await aRequest(team, { askedBy: team.cora });
  const meeting = await aMeeting({ areaId: team.areaId, calledBy: team.cora });
  const item = await anItem(team, { chair: team.charles }, { kind: "monthly_review" });
  const other = await anActor("coordinator", { areaId: team.areaId });
  return { action, request, meeting, item, other };
}

// One of each kind of thing that can be done to a case.
const commands: Record<string, Tried> = {
  recordItem: ({ id: caseId, cora }) => [
    cora,
    (ctx) =>
      recordItem(ctx, {
        ...{
          caseId,
          kind: "fact",
          source: "A colleague",
          datedDay: today,
          reliability: "reliable",
        },
        ...{ corroboration: "uncorroborated", audience: "all_partners", organisationIds: [] },
        ...{ necessity: fifty, lawfulBasis: "safeguarding", body: "What is known." },
      } as never),
  ],
  askForInformation: ({ id: caseId, cora }) => [
    cora,
    (ctx) =>
      askForInformation(ctx, {
        ...{ caseId, organisationIds: [cora.organisationId], question: fifty },
        ...{ lawfulBasis: "safeguarding", dueDay: addDays(today, 7) },
      } as never),
  ],
  chaseRequest: ({ cora }, { request }) => [
    cora,
    (ctx) => chaseRequest(ctx, { requestId: request.id } as never),
  ],
  startAssessment: ({ id: caseId, cora }) => [
    cora,
    (ctx) => startAssessment(ctx, { caseId, frameworkId: "legacy_22", purpose: "refresh" }),
  ],
  decideSection36: ({ id: caseId, gwen }) => [
    gwen,
    (ctx) =>
      decideSection36(ctx, {
        ...{ caseId, decision: "yes", statement: "yes", reasonsFor: fifty, reasonsAgainst: fifty },
      }),
  ],
  seekConsent: ({ id: caseId, cora }) => [
    cora,
    (ctx) => seekConsent(ctx, { caseId, version: 1, soughtOn: today, askedBy: "x", askedOf: "x" }),
  ],
  recordContact: ({ id: caseId, idris }) => [
    idris,
    (ctx) => recordContact(ctx, { caseId, metOn: today }),
  ],
  writePlan: ({ id: caseId, cora }) => [
    cora,
    (ctx) => writePlan(ctx, { caseId, number: 1, consentAsked: "x", nature: "x" } as never),
  ],
  updateAction: ({ idris }, { action }) => [
    idris,
    (ctx) =>
      updateAction(ctx, {
        actionId: action.id,
        version: 1,
        status: "in_progress",
        note: "",
      } as never),
  ],
  addItem: ({ id: caseId, cora }, { meeting }) => [
    cora,
    (ctx) =>
      addItem(ctx, {
        ...{ meetingId: meeting.id, caseId, kind: "monthly_review" },
        ...{ residentForce: null, keyOrganisationId: null },
      }),
  ],
  addPanelAction: ({ charles }, { item }) => [
    charles,
    (ctx) =>
      addPanelAction(ctx, {
        ...{ itemId: item.id, title: "Ring", ownerHatId: charles.hatId, dueOn: addDays(today, 7) },
      }),
  ],
  handOver: ({ id: caseId, cora }, { other }) => [
    cora,
    (ctx) => handOver(ctx, { caseId, fromHatId: cora.hatId, toHatId: other.hatId }),
  ],
};

test.for(Object.keys(commands))("T28 while a case is paused, %s is refused", async (name) => {
  const team = await aTeam();
  const laid = await layOut(team);
  const [actor, command] = (commands[name] as Tried)(team, laid);
  await pause(team.gwen, team);
  const before = await owner.auditEvent.count({ where: { actor: actor.userId } });

  await expect(withActor(actor, command)).rejects.toThrow(
    "This case is paused. The gateway can end the pause.",
  );
  await expect(owner.auditEvent.count({ where: { actor: actor.userId } })).resolves.toBe(before);
});

const insertions = {
  information_items: (team: Team) => ({
    ...{ suppliedById: team.cora.organisationId, enteredByHatId: team.cora.hatId, kind: "fact" },
    ...{ source: "x", datedOn: new Date(today), reliability: "reliable", body: "x" },
    ...{ corroboration: "uncorroborated", audience: "all_partners", necessity: "x" },
    ...{ lawfulBasis: "safeguarding", enteredAt: new Date() },
  }),
};

test("T28 the database writes nothing on a paused case, whoever asks by whatever road", async () => {
  const team = await aTeam();
  const { id: caseId, areaId, cora } = team;
  const data = { caseId, areaId, ...insertions.information_items(team) };
  const write = () => withActor(cora, ({ tx }) => tx.informationItem.createMany({ data }));
  await expect(write()).resolves.toEqual({ count: 1 });
  await pause(team.gwen, team);

  await expect(write()).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(
    withActor(cora, ({ tx }) =>
      tx.case.updateMany({ where: { id: caseId }, data: { status: "exited" } }),
    ),
  ).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(
    withActor(cora, ({ tx }) =>
      tx.caseMove.createMany({
        data: {
          ...{ caseId, areaId, transition: "T20", fromStatus: "in_support", toStatus: "exited" },
          movedAt: new Date(),
        },
      }),
    ),
  ).rejects.toMatchObject({ name: "RuleBroken" });
});

test("T28 a partner that was asked can still answer, and learns nothing of the pause", async () => {
  const team = await aTeam();
  const school = await anActor("referrer", { areaId: team.areaId });
  const asked = await aRequest(team, {
    organisationId: school.organisationId,
    askedBy: team.cora,
  });
  await pause(team.gwen, team);

  await expect(
    withActor(school, ({ tx }) =>
      tx.informationRequest.updateMany({ where: { id: asked.id }, data: { state: "nil" } }),
    ),
  ).resolves.toEqual({ count: 1 });
});

test("T28 a pause past its review date waits on the gateway's home page, as late", async () => {
  const team = await aTeam();
  await pause(team.gwen, team);
  await owner.case.update({
    where: { id: team.id },
    data: { pauseReviewOn: toDateColumn(addDays(today, -1)) },
  });

  const waiting = await withActor(team.gwen, (ctx) => listWaiting(ctx, today));

  expect(waiting.find(({ kind }) => kind === "pauses")).toMatchObject({
    late: 1,
    items: [{ text: team.reference, isLate: true }],
  });
});

test("the page of a pause asks no more than it may", async () => {
  const team = await aTeam();
  await aWorker(team.id, await anActor("coordinator", { areaId: team.areaId }));

  const { count } = await countStatements(() =>
    withActor(team.gwen, (ctx) => viewPause(ctx, team.reference)),
  );

  expect(count).toBeLessThanOrEqual(8);
});
