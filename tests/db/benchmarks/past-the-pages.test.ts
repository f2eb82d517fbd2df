import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { dayOf, toDateColumn } from "@/lib/dates";
import { asStatistics, withActor } from "@/lib/db/with-actor";
import { aSelfAssessment } from "@/tests/support/benchmarks";
import { aMeeting, anActor, anArea } from "@/tests/support/factories";
import { aBoardMeeting, aBody, aHeldMeeting, words } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { anAreaWithAPlan, past } from "@/tests/support/past";
import { aPartnership, aPlan, aPlanAction } from "@/tests/support/plans";
import { anEdition } from "@/tests/support/profile";

const at = new Date();
const today = dayOf(at);

test("a self-assessment stays in its area, shows what is seen there, and is judged by others (8.5)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const away = await anActor("prevent_coordinator");
  const lead = await as("agency_lead");
  const { id: assessmentId, answerId } = await aSelfAssessment(keeper, { level: 2 });
  const duty = await aSelfAssessment(lead, { level: 2, organisationId: lead.organisationId });
  const beside = await anActor("agency_lead", { areaId, organisationId: lead.organisationId });
  const [edition, { id: actionId }] = [await anEdition(away), await aPlanAction(await aPlan(away))];
  const show = (link: { kind: string; editionId?: string; actionId?: string }) =>
    past(keeper, (tx) =>
      tx.benchmarkEvidence.createMany({
        data: {
          ...{ answerId, assessmentId, areaId, title: "x", place: "x", ...link },
          ...{ datedOn: toDateColumn(today), addedByHatId: keeper.hatId, addedAt: at },
        },
      }),
    );
  const judge = (who: Actor, of: { id: string; answerId: string }) =>
    past(who, (tx) =>
      tx.benchmarkChallenge.createMany({
        data: {
          ...{ answerId: of.answerId, assessmentId: of.id, areaId, verdict: "agree", note: "x" },
          ...{ organisationId: who.organisationId, challengedByHatId: who.hatId },
          challengedOn: toDateColumn(today),
        },
      }),
    );
  const area = { id: assessmentId, answerId };
  const seen = (who: Actor) =>
    past(who, (tx) => tx.benchmarkAnswer.count({ where: { id: answerId } }));

  await expect(show({ kind: "profile_edition", editionId: edition.id })).rejects.toThrow(
    /security/,
  );
  await expect(show({ kind: "action", actionId })).rejects.toThrow(/security/);
  await expect(judge(keeper, area)).rejects.toThrow(/security/);
  await expect(judge(beside, duty)).rejects.toThrow(/security/);
  await judge(lead, area);
  expect([await seen(keeper), await seen(away)]).toEqual([1, 0]);
});

test("a meeting shows an answer if it was held, in the area, and is seen by whoever shows it (1.13)", async () => {
  const { areaId, keeper } = await anAreaWithAPlan();
  const [neighbour, away] = [
    await anActor("prevent_coordinator"),
    await anActor("prevent_coordinator", { areaId: (await anArea()).id }),
  ];
  const { id: partnershipId } = await aPartnership([areaId, neighbour.areaId]);
  const { id: assessmentId, answerId } = await aSelfAssessment(keeper, { level: 2 });
  const held = async (who: Actor) => (await aHeldMeeting(await aBody(who), who)).meetingId;
  const shared = await aHeldMeeting(await aBody(neighbour, { partnershipId }), neighbour);
  const ahead = await aBoardMeeting(await aBody(keeper), keeper);
  const show = (meetingId: string | null, kind = "meeting") =>
    past(keeper, (tx) =>
      tx.benchmarkEvidence.createMany({
        data: {
          ...{ answerId, assessmentId, areaId, kind, meetingId, title: "x", place: "x" },
          ...{ datedOn: toDateColumn(today), addedByHatId: keeper.hatId, addedAt: at },
        },
      }),
    );
  const own = await held(keeper);

  expect(
    await past(keeper, (tx) => tx.governanceMeeting.count({ where: { id: shared.meetingId } })),
  ).toBe(1);
  for (const one of [shared.meetingId, await held(away), ahead.id])
    await expect(show(one)).rejects.toThrow(/row-level/);
  await expect(show(null)).rejects.toThrow(/links_a_meeting/);
  await expect(show(own, "document")).rejects.toThrow(/links_a_meeting/);
  await expect(show(own)).resolves.toEqual({ count: 1 });
});

test("what was done together is read by whoever was part of it, and meetings are counted in their own area (2.5, 6.7)", async () => {
  const { areaId, as, keeper } = await anAreaWithAPlan();
  const [one, other, none] = [
    await as("agency_lead"),
    await as("agency_lead"),
    await as("agency_lead"),
  ];
  await owner.cooperationEntry.create({
    data: {
      ...{ areaId, organisationId: one.organisationId, partnerIds: [other.organisationId] },
      ...{ happenedOn: toDateColumn(today), what: words, place: "x" },
      ...{ loggedByHatId: one.hatId, loggedAt: at },
    },
  });
  const seen = (who: Actor) => past(who, (tx) => tx.cooperationEntry.count());
  const { id: elsewhere } = await anArea();
  for (const of of [areaId, elsewhere, elsewhere]) await aMeeting({ areaId: of, status: "closed" });
  const held = await withActor(keeper, (ctx) =>
    asStatistics(
      ctx,
      () => ctx.tx.$queryRaw<{ n: number }[]>`
        select n::int from stats_meetings('2000-01-01', '2100-01-01') where measure = 'held'`,
    ),
  );

  expect([await seen(one), await seen(other), await seen(none)]).toEqual([1, 1, 0]);
  expect(held).toEqual([{ n: 1 }]);
});
