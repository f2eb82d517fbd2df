import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { viewCompliance } from "@/lib/benchmarks/compliance/queries";
import { logCooperation } from "@/lib/benchmarks/cooperation/commands";
import { viewCooperation } from "@/lib/benchmarks/cooperation/queries";
import { answerGapReview, recordGuidance } from "@/lib/benchmarks/guidance/commands";
import { viewGuidance, viewGuidanceEdition } from "@/lib/benchmarks/guidance/queries";
import { yearOf } from "@/lib/benchmarks/rules";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { aGapReview, aSelfAssessment, lastYear, thisYear } from "@/tests/support/benchmarks";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const words = "It is said here in as many words as the form asks for.";
const today = dayOf(new Date());

/** Two authorities, each with a lead, and the co-ordinator, whose own organisation the duty does not name. */
async function authorities() {
  const { id: areaId } = await anArea();
  const people = {
    keeper: await anActor("prevent_coordinator", { areaId }),
    school: await anActor("agency_lead", { areaId }),
    trust: await anActor("agency_lead", { areaId }),
    steering: await anActor("steering_member", { areaId }),
    gold: await anActor("gold_reader", { areaId }),
  };
  const kind = (who: Actor, name: string) =>
    owner.organisation.update({ where: { id: who.organisationId }, data: { kind: name } });
  await kind(people.keeper, "voluntary");
  await kind(people.steering, "other");
  await kind(people.gold, "other");
  await kind(people.school, "education");
  await kind(people.trust, "health");
  return people;
}

test("each specified authority stands beside what it last said of its duty, and a lead sees their own alone (1.2)", async () => {
  const { keeper, school, trust, steering, gold } = await authorities();
  const { organisationId } = school;
  await aSelfAssessment(keeper, { organisationId, level: 1, year: lastYear });
  await aSelfAssessment(keeper, { organisationId, level: 3 });
  const see = (who: Actor) => withActor(who, viewCompliance);

  const { value, count, sent } = await countStatements(() => see(keeper));

  expect(count, sent.join("\n")).toBeLessThanOrEqual(8);
  expect(value.rows.map(({ id }) => id).sort()).toEqual(
    [school.organisationId, trust.organisationId].sort(),
  );
  const theirs = value.rows.find(({ id }) => id === organisationId)?.latest;
  expect(theirs?.parts.map(({ lowest, gaps }) => [lowest, gaps])).toEqual([
    [3, 0],
    [3, 0],
    [3, 0],
  ]);
  expect((await see(steering)).rows).toHaveLength(2);
  expect((await see(school)).rows.map(({ id }) => id)).toEqual([organisationId]);
  // What is not submitted is not for those above the group.
  expect((await see(gold)).rows.every(({ latest }) => !latest)).toBe(true);
  await expect(see(await anActor("governance_officer"))).rejects.toThrow(Forbidden);
});

test("co-operation is logged by whoever was part of it, and found by partner and by year (2.5)", async () => {
  const { keeper, school, trust, gold } = await authorities();
  const log = (who: Actor, change: object = {}) =>
    withActor(who, (ctx) =>
      logCooperation(ctx, {
        ...{ organisationId: school.organisationId, partnerIds: [trust.organisationId] },
        ...{ happenedDay: today, what: words, place: "Minutes", ...change },
      }),
    );
  const see = async (who: Actor, address: object = {}) =>
    (await withActor(who, (ctx) => viewCooperation(ctx, address))).entries;

  await log(school);
  const { start } = yearOf(lastYear);
  const { organisationId } = keeper;
  await log(keeper, { organisationId, partnerIds: [school.organisationId], happenedDay: start });
  await expect(log(trust)).rejects.toThrow(FieldsRefused); // not theirs to write
  await expect(log(school, { partnerIds: [school.organisationId] })).rejects.toThrow(FieldsRefused);
  await expect(see(gold)).rejects.toThrow(Forbidden);

  expect(await see(keeper)).toHaveLength(2);
  expect(await see(keeper, { partner: trust.organisationId })).toHaveLength(1);
  expect(await see(keeper, { year: lastYear })).toHaveLength(1);
  expect(await see(keeper, { year: thisYear, partner: organisationId })).toHaveLength(0);
  expect(await see(trust)).toHaveLength(1); // as a partner
});

test("a change of guidance asks each specified authority, and tells its lead (2.2)", async () => {
  const { keeper, school, trust, gold } = await authorities();
  const change = {
    ...{ title: "Prevent duty guidance", versionLabel: "2023", publishedDay: today },
    ...{ inForceDay: addDays(today, 30), summary: words, criteria: ["duty.implement"] },
    reviewDay: addDays(today, 90),
  };
  const recordIt = (who: Actor) => withActor(who, (ctx) => recordGuidance(ctx, change));

  await expect(recordIt(school)).rejects.toThrow(Forbidden);
  const { guidanceId } = await recordIt(keeper);
  await expect(recordIt(keeper)).rejects.toThrow(FieldsRefused);

  const reviews = await owner.gapReview.findMany({ where: { guidanceId } });
  expect(reviews.map(({ organisationId }) => organisationId).sort()).toEqual(
    [school.organisationId, trust.organisationId].sort(),
  );
  for (const { hatId } of [school, trust])
    expect(await owner.notification.findMany({ where: { hatId } })).toMatchObject([
      { kind: "guidance_changed", path: `/plan/assessments/guidance/${guidanceId}` },
    ]);
  const seen = await withActor(school, (ctx) => viewGuidanceEdition(ctx, guidanceId));
  expect(seen.reviews).toMatchObject([{ organisationId: school.organisationId, mayAnswer: true }]);
  await expect(withActor(gold, (ctx) => viewGuidanceEdition(ctx, guidanceId))).rejects.toThrow(
    NotFound,
  );
});

test("an authority answers its own review once, and what waits too long is overdue (2.2)", async () => {
  const { keeper, school, trust } = await authorities();
  const late = await aGapReview(keeper, school.organisationId, addDays(today, -1));
  const answer = (who: Actor) =>
    withActor(who, (ctx) =>
      answerGapReview(ctx, {
        ...{ reviewId: late.id, outcome: "gap", reasons: words, planned: "Name a post" },
        plannedDay: addDays(today, 30),
      }),
    );
  const see = () => withActor(keeper, viewGuidance);

  expect((await see()).open).toMatchObject([{ isOverdue: true }]);
  await expect(answer(trust)).rejects.toThrow(NotFound);
  await answer(school);
  await expect(answer(school)).rejects.toThrow(RuleBroken);

  expect((await see()).open).toEqual([]);
  expect(await owner.gapReview.findUnique({ where: { id: late.id } })).toMatchObject({
    outcome: "gap",
    planned: "Name a post",
  });
  await expect(
    owner.gapReview.update({ where: { id: late.id }, data: { reasons: "Other" } }),
  ).rejects.toThrow("stays as it was");
});
