import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { endAbsence, setAbsence } from "@/lib/clocks/absences/commands";
import { viewAbsences } from "@/lib/clocks/absences/queries";
import { startClock } from "@/lib/clocks/commands";
import { takeDueSteps } from "@/lib/clocks/steps/commands";
import { addDays, type Day, dayOf, instantAt } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound } from "@/lib/errors";
import { listWaiting } from "@/lib/home/waiting/queries";
import { aCase, anActor, anArea, anOrganisation, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const at = (day: Day) => instantAt(day, "10:00");
const today = dayOf(new Date());

async function aTeam() {
  const { id: areaId } = await anArea();
  const [cora, colin, charles] = [
    await anActor("coordinator", { areaId }),
    await anActor("coordinator", { areaId }),
    await anActor("chair", { areaId }),
  ] as const;
  const found = await aCase({
    areaId,
    caseStatus: "in_support",
    coordinator: cora,
    workers: [charles],
  });
  const subject = { areaId, caseId: found.id };
  await withActor(cora, (ctx) => startClock(ctx, "consent_sought", subject), at("2026-03-02"));
  return { ...found, cora, colin, charles };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

const cover = (
  who: Actor,
  from: Day,
  to: Day,
  { hatId = who.hatId, by }: { hatId?: string; by: Actor },
) =>
  withActor(who, (ctx) => setAbsence(ctx, { hatId, coverHatId: by.hatId, fromOn: from, toOn: to }));

/** Who is told on the day after it was due. */
async function toldOn({ areaId, id }: Team, day: Day = "2026-03-17") {
  await withActor(theSystem(areaId), takeDueSteps, at(day));
  const step = await owner.clockStep.findFirst({ where: { caseId: id, step: "overdue" } });
  return step?.toldHats;
}

test("on the days of an absence the cover is told, if the cover is on the case", async () => {
  const team = await aTeam();
  await aWorker(team.id, team.colin);
  await cover(team.cora, "2026-03-16", "2026-03-20", { by: team.colin });

  // Both work on the case; whoever covers is told once.
  expect(await toldOn(team)).toEqual([team.colin.hatId]);
});

test("a cover who may not see the case is not told of it: the next on the case is (IS-01)", async () => {
  const team = await aTeam();
  await cover(team.cora, "2026-03-16", "2026-03-20", { by: team.colin });

  expect(await toldOn(team)).toEqual([team.charles.hatId]);
  const notices = await owner.notification.count({
    where: { hatId: team.colin.hatId, reference: team.reference },
  });
  expect(notices).toBe(0);
});

test.for([
  ["before it begins", "2026-03-18", "2026-03-20"],
  ["after it has ended", "2026-03-10", "2026-03-16"],
] as const)("a cover does nothing %s", async ([, from, to]) => {
  const team = await aTeam();
  await cover(team.cora, from, to, { by: team.colin });

  expect(await toldOn(team)).toEqual([team.cora.hatId]);
});

test("a cover that was ended early does nothing more", async () => {
  const team = await aTeam();
  await cover(team.cora, "2026-03-16", "2026-03-20", { by: team.colin });
  const { id: absenceId } = await owner.absence.findFirstOrThrow({
    where: { hatId: team.cora.hatId },
  });
  await withActor(team.cora, (ctx) => endAbsence(ctx, { absenceId }));

  expect(await toldOn(team)).toEqual([team.cora.hatId]);
});

test("the dates stand on the cover's home page while the cover lasts, of cases they may see and no others", async () => {
  const team = await aTeam();
  const other = await aCase({
    areaId: team.areaId,
    caseStatus: "in_support",
    coordinator: team.cora,
  });
  const subject = { areaId: team.areaId, caseId: other.id };
  await withActor(team.cora, (ctx) => startClock(ctx, "case_review", subject), at("2026-03-02"));
  await aWorker(team.id, team.colin);
  await cover(team.cora, "2026-03-16", "2026-03-20", { by: team.colin });
  const covered = async (day: Day) =>
    (await withActor(team.colin, (ctx) => listWaiting(ctx, day))).find(
      ({ kind }) => kind === "covered",
    )?.items;

  expect(await covered("2026-03-17")).toMatchObject([{ text: team.reference, isLate: true }]);
  expect(await covered("2026-03-21")).toBeUndefined();
});

test("a cover is set by oneself, the lead of the organisation or the administrator, and by nobody else", async () => {
  const { id: areaId } = await anArea();
  const school = await anOrganisation(areaId);
  const inSchool = { areaId, organisationId: school.id };
  const [rae, rory] = [
    await anActor("referrer", inSchool),
    await anActor("referrer", inSchool),
  ] as const;
  const set = (who: Actor) => cover(who, today, addDays(today, 3), { hatId: rae.hatId, by: rory });

  for (const who of [
    rae,
    await anActor("agency_lead", inSchool),
    await anActor("administrator", { areaId }),
  ])
    await expect(set(who)).resolves.toEqual({ hatId: rae.hatId });
  for (const who of [
    rory,
    await anActor("agency_lead", { areaId }),
    await anActor("administrator"),
    await anActor("coordinator", { areaId }),
  ])
    await expect(set(who)).rejects.toThrow(NotFound);

  expect(await owner.absence.count({ where: { hatId: rae.hatId } })).toBe(3);
  const { id: absenceId } = await owner.absence.findFirstOrThrow({ where: { hatId: rae.hatId } });
  await expect(withActor(rory, (ctx) => endAbsence(ctx, { absenceId }))).rejects.toThrow(NotFound);
  const told = await owner.notification.count({ where: { hatId: rory.hatId, kind: "cover_set" } });
  expect(told).toBe(3);
});

test("somebody in another line of work, or another area, covers for nobody here", async () => {
  const { cora, charles } = await aTeam();
  const elsewhere = await anActor("coordinator");

  for (const by of [charles, elsewhere, cora])
    await expect(cover(cora, today, today, { by })).rejects.toThrow(FieldsRefused);
  expect(await owner.absence.count({ where: { hatId: cora.hatId } })).toBe(0);
});

test("the page of covers asks the database no more than eight times", async () => {
  const { cora, colin } = await aTeam();
  await cover(cora, today, today, { by: colin });

  const { count, value: answer } = await countStatements(() =>
    withActor(cora, (ctx) => viewAbsences(ctx)),
  );

  expect(answer.absences).toMatchObject([{ who: "You", mayEnd: true }]);
  expect(count).toBeLessThanOrEqual(8);
});
