import { randomUUID } from "node:crypto";

import type { Role } from "@/lib/access/labels";
import { addDays } from "@/lib/dates";
import {
  aChallenge,
  aGapReview,
  aSelfAssessment,
  aYearOfItsOwn,
  lastYear,
  type Traits,
  thisYear,
} from "@/tests/support/benchmarks";
import { anActor, anOrganisation } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPlan } from "@/tests/support/plans";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, text, today } from "./acts";

const keeperOf = ({ people }: Town) => people.prevent_coordinator;

/** Whoever answers for an authority: its own lead, and the co-ordinator. */
const assessors: Role[] = ["prevent_coordinator", "agency_lead"];

/** One organisation has one round a year: each is laid out for an authority of its own, the lead's apart. */
async function anAuthority({ areaId, people }: Town, role: Role) {
  if (role === "agency_lead") return people.agency_lead.organisationId;
  const { id } = await anOrganisation(areaId);
  await owner.organisation.update({ where: { id }, data: { kind: "education" } });
  return id;
}

/** What was begun before it is of another year, so that this one is free. */
async function freeTheYear({ areaId }: Town, scheme: string) {
  const where = { areaId, scheme, status: "draft" };
  for (const { id } of await owner.benchmarkAssessment.findMany({ where, select: { id: true } })) {
    const year = 1000 + ++moved;
    await owner.benchmarkAssessment.update({
      where: { id },
      data: {
        periodStart: new Date(`${year}-04-01`),
        periodEnd: new Date(`${year + 1}-03-31`),
      },
    });
  }
}
let moved = 0;

/** A round of the lead's own organisation. */
const aRound = (town: Town, traits: Traits = {}) =>
  aSelfAssessment(keeperOf(town), {
    ...{ organisationId: town.people.agency_lead.organisationId, year: aYearOfItsOwn() },
    ...traits,
  });

/** The area's own, answered. */
const anOpenOne = (town: Town, level = 2) =>
  aSelfAssessment(keeperOf(town), { level, year: aYearOfItsOwn() });

const on = ({ id, criterion }: { id: string; criterion: string }) => ({
  assessmentId: id,
  criterion,
});

/** What an area and its authorities say of themselves, what peers say of that, and a change of guidance. */
export const selfAssessment: Acts = {
  startBenchmarks: {
    opens: keeper,
    fill: async (town) => {
      await freeTheYear(town, "engagement");
      return { scheme: "engagement", year: `${thisYear}`, covers: "area" };
    },
  },
  startDutyRound: {
    opens: assessors,
    fill: async (town, role) => {
      const organisationId = await anAuthority(town, role);
      await owner.organisation.update({
        where: { id: organisationId },
        data: { kind: "education" },
      });
      await freeTheYear(town, "duty");
      return { organisationId, year: `${lastYear}` };
    },
  },
  keepHistoric: {
    opens: keeper,
    fill: async (town) => {
      await freeTheYear(town, "ni35");
      return { year: "2009" };
    },
  },
  answerCriterion: {
    opens: assessors,
    fill: async (town) => ({
      ...on(await aRound(town)),
      ...{ version: "1", level: "2", answer: text, ownerRole: "Head" },
      ownerOrganisationId: town.people.agency_lead.organisationId,
    }),
  },
  linkBenchmarkEvidence: {
    opens: assessors,
    fill: async (town) => ({
      ...on(await aRound(town)),
      what: `action:${town.planAction.id}`,
    }),
  },
  nameBenchmarkEvidence: {
    opens: assessors,
    fill: async (town) => ({
      ...on(await aRound(town)),
      ...{ title: "Minutes of the forum", place: "Intranet", datedDay: today },
    }),
  },
  endBenchmarkEvidence: {
    opens: assessors,
    fill: async (town) => {
      const { id: assessmentId, evidenceId } = await aRound(town, { level: 2 });
      return { assessmentId, evidenceId };
    },
  },
  challengeCriterion: {
    opens: ["steering_member", "agency_lead"],
    fill: async (town) => ({
      ...on(await anOpenOne(town)),
      ...{ verdict: "disagree", note: text },
    }),
  },
  replyToChallenge: {
    opens: assessors,
    fill: async (town) => {
      const round = await aRound(town, { level: 2 });
      const peer = await anActor("steering_member", { areaId: town.areaId });
      return { challengeId: (await aChallenge(round, peer)).id, reply: text };
    },
  },
  submitBenchmarks: {
    opens: assessors,
    fill: async (town) => ({
      assessmentId: (await aRound(town, { level: 2 })).id,
      ...{ version: "1", statement: text, isFinal: "yes" },
    }),
  },
  recordBenchmarkReceipt: {
    opens: assessors,
    fill: async (town) => {
      const { id: assessmentId } = await aRound(town, { level: 2, status: "submitted" });
      return { assessmentId, version: "1", uploadedDay: today, receiptReference: "R-77" };
    },
  },
  addBenchmarkAction: {
    opens: keeper,
    fill: async (town) => {
      const { id: planId, themeId } = await aPlan(keeperOf(town));
      return {
        ...{ ...on(await anOpenOne(town, 1)), planId, themeId, objective: "causes_2023" },
        ...{ workstream: "prevent", reference: randomUUID().slice(0, 8), text: "Raise it" },
        ...{ ownerOrganisationId: keeperOf(town).organisationId, ownerRole: "Head" },
        ...{ "contributorIds[]": "", startDay: today, dueDay: today, priority: "high" },
        ...{ evidenceBasis: "local", proportionality: text, cohesionImpact: text },
        ...{ "benchmarks[]": "", "forAreas[]": "" },
      };
    },
  },
  logCooperation: {
    opens: assessors,
    fill: (town) => ({
      organisationId: town.people.agency_lead.organisationId,
      "partnerIds[]": [keeperOf(town).organisationId],
      ...{ happenedDay: today, what: text, place: "Minutes of the forum" },
    }),
  },
  recordGuidance: {
    opens: keeper,
    fill: () => ({
      ...{ title: `Guidance ${randomUUID().slice(0, 8)}`, versionLabel: "2" },
      ...{ publishedDay: today, inForceDay: today, summary: text, "criteria[]": "" },
      reviewDay: addDays(today, 90),
    }),
  },
  answerGapReview: {
    opens: assessors,
    fill: async (town) => ({
      reviewId: (await aGapReview(keeperOf(town), town.people.agency_lead.organisationId)).id,
      ...{ outcome: "no_gap", reasons: text, planned: "", plannedDay: "" },
    }),
  },
};
