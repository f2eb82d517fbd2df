import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { remindGapReviews } from "@/lib/benchmarks/guidance/reminders/commands";
import { remindWaitingContributors } from "@/lib/consultations/reminders/commands";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { aGapReview } from "@/tests/support/benchmarks";
import { aConsultation } from "@/tests/support/consultations";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const today = dayOf(new Date());
const on = (days: number) => new Date(`${addDays(today, days)}T09:00:00Z`);
const told = async ({ hatId }: Actor, kind: string) =>
  owner.notification.count({ where: { hatId, kind } });
const leave = ({ hatId }: Actor) =>
  owner.hat.update({ where: { id: hatId }, data: { endedAt: new Date() } });

async function aTable() {
  const { id: areaId } = await anArea();
  const keeper = await anActor("prevent_coordinator", { areaId });
  return { areaId, keeper, lead: await anActor("agency_lead", { areaId }) };
}

test("a contributor who says nothing is reminded a week before, the day before and the day after, once each; one who answered is not", async () => {
  const { areaId, keeper, lead } = await aTable();
  const answered = await anActor("agency_lead", { areaId });
  const gone = await anActor("agency_lead", { areaId });
  const signed = await anActor("agency_lead", { areaId });
  await aConsultation(keeper, { status: "signed_off", contributorHatId: signed.hatId });
  for (const { hatId } of [lead, gone]) await aConsultation(keeper, { contributorHatId: hatId });
  const other = await aConsultation(keeper, { contributorHatId: answered.hatId });
  await owner.consultationAnswer.create({
    data: {
      ...{ consultationId: other.id, questionId: other.questionId, areaId },
      ...{ hatId: answered.hatId, body: "It is clear.", saidAt: new Date() },
    },
  });
  await leave(gone);
  const counts: number[] = [];

  for (const day of [12, 13, 14, 19, 20, 21, 22, 40]) {
    await withActor(theSystem(), remindWaitingContributors, on(day)); // the day is the 20th from today
    counts.push(await told(lead, "contribution_chased"));
  }

  expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3, 3]);
  for (const who of [answered, signed]) expect(await told(who, "contribution_chased")).toBe(0);
  expect(await told(gone, "contribution_chased")).toBe(0);
  expect(await told(keeper, "contributor_left")).toBe(3);
});

test("a gap review that waits reminds whoever leads the organisation then, and whoever asked, until it is answered (2.2)", async () => {
  const { areaId, keeper, lead } = await aTable();
  await aGapReview(keeper, lead.organisationId, addDays(today, 20));
  const remind = (day: number) => withActor(theSystem(), remindGapReviews, on(day));
  await remind(13);
  await remind(14);
  await leave(lead);
  const next = await anActor("agency_lead", { areaId, organisationId: lead.organisationId });
  await remind(19);
  await owner.gapReview.updateMany({
    where: { areaId },
    data: {
      ...{ outcome: "no_gap", reasons: "It is done so already.", answeredOn: new Date() },
      answeredByHatId: next.hatId,
    },
  });
  await remind(21);

  expect(await told(lead, "gap_review_due")).toBe(1);
  expect(await told(next, "gap_review_due")).toBe(1);
  expect(await told(keeper, "gap_review_due")).toBe(2);
});

test("which reminder a day asks for is counted from the due day, and what is more than a week late has been said often enough", async () => {
  const steps = await owner.$queryRaw<{ step: number }[]>`
    select reminder_step('2026-05-20', '2026-05-20'::date + days) as step
      from unnest(array[-8, -7, -2, -1, 0, 1, 7, 8]) with ordinality as d (days, n) order by n`;

  expect(steps.map(({ step }) => step)).toEqual([0, 1, 1, 2, 2, 3, 3, 0]);
});

test("nobody but the clock takes a reminder", async () => {
  const { keeper, lead } = await aTable();
  await aGapReview(keeper, lead.organisationId, addDays(today, 1));
  await aConsultation(keeper, { contributorHatId: lead.hatId });

  const taken = await withActor(keeper, async ({ tx }) => [
    ...(await tx.$queryRaw<unknown[]>`
      select * from take_gap_reminders(current_date)`),
    ...(await tx.$queryRaw<unknown[]>`
      select * from take_contribution_reminders(current_date + 20)`),
  ]);

  expect(taken).toEqual([]);
});
