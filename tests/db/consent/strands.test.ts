import { AsyncResource } from "node:async_hooks";

import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import * as consent from "@/lib/consent/commands";
import * as forms from "@/lib/consent/forms/commands";
import { getForm } from "@/lib/consent/forms/queries";
import * as lapses from "@/lib/consent/lapses/commands";
import { viewConsent } from "@/lib/consent/queries";
import * as refusals from "@/lib/consent/refusals/commands";
import { giveConsentSchema } from "@/lib/consent/schema";
import { addDays, addMonths, dayOf, fromDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { viewSupport } from "@/lib/support/queries";
import { updateAction } from "@/lib/tracker/commands";
import { aConsentForm, aReassessment } from "@/tests/support/aftercare";
import {
  aCase,
  aConsent,
  anActor,
  anArea,
  anOrganisation,
  aSupportAction,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

// Somebody else's request, which knows nothing of the one it meets.
const outside = AsyncResource.bind(<T>(work: () => Promise<T>) => work()) as <T>(
  work: () => Promise<T>,
) => Promise<T>;
const today = dayOf(new Date());
const yesterday = addDays(today, -1);

async function aTeam(caseStatus = "in_support", dateOfBirth = "1990-05-17") {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const chair = await anActor("chair", { areaId });
  const provider = await anActor("provider", { areaId });
  const person = { dateOfBirth };
  const opened = await aCase({
    areaId,
    caseStatus,
    coordinator,
    workers: [chair, provider],
    person,
  });
  const mentors = provider.organisationId;
  const housing = (await anOrganisation(areaId, "council")).id;
  await owner.organisationArea.createMany({
    data: [{ organisationId: mentors, areaId }],
    skipDuplicates: true,
  });
  return { areaId, coordinator, chair, provider, mentors, housing, case: opened, id: opened.id };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

const versionOf = ({ id }: Team) => owner.consent.count({ where: { caseId: id } });
const ask = async (team: Team, strand?: number, who: Actor = team.coordinator) => {
  const version = await versionOf(team);
  const asked = { caseId: team.id, version, strand, soughtOn: yesterday };
  return withActor(who, (ctx) =>
    consent.seekConsent(ctx, { ...asked, askedBy: "Cora", askedOf: "The person" }),
  );
};
type Given = { types?: string; organisationIds?: string; formId?: string; more?: object };
const give = async (team: Team, { types, organisationIds, formId, more }: Given = {}) => {
  const version = await versionOf(team);
  const parsed = giveConsentSchema.parse({
    ...{ caseId: team.id, version: String(version), ...(formId && { formId }) },
    ...{ givenOn: yesterday, authority: "self", givenBy: "The person" },
    ...{ childAgreement: "not_a_child", capacity: "no_doubt", explainedBy: "Cora" },
    ...{ language: "Polish", interpreter: "By telephone", leafletVersion: "3" },
    ...{ supportTypes: types ?? "mentoring", organisationIds: organisationIds ?? team.mentors },
    ...{ toldOfSharing: "yes", toldOfWithdrawal: "yes", toldOfComplaints: "yes" },
    ...{ method: "signed", ...more },
  });
  return withActor(team.coordinator, (ctx) => consent.giveConsent(ctx, parsed));
};
const withdraw = (team: Team, strand?: number) =>
  withActor(team.coordinator, (ctx) => consent.withdrawConsent(ctx, { caseId: team.id, strand }));
const anActionOf = (team: Team, organisationId: string, supportType: string, status: string) =>
  owner.action.create({
    data: {
      ...{ areaId: team.areaId, kind: "support", caseId: team.id, title: supportType, status },
      ...{ supportType, ownerOrganisationId: organisationId, addedByHatId: team.coordinator.hatId },
      ...{ dueOn: new Date(today), firstDueOn: new Date(today), addedAt: new Date() },
    },
    select: { id: true },
  });
const statusOf = async ({ id }: { id: string }) =>
  (await owner.action.findUniqueOrThrow({ where: { id } })).status;
const caseOf = ({ id }: Team) => owner.case.findUniqueOrThrow({ where: { id } });
const ledgerOf = async ({ id }: Team) =>
  (await owner.consent.findMany({ where: { caseId: id }, orderBy: { number: "asc" } })).map(
    ({ strand, state }) => `${strand} ${state}`,
  );
const clocksOf = async ({ id }: Team) =>
  (await owner.clock.findMany({ where: { caseId: id, stoppedOn: null, actionId: null } })).map(
    ({ kind, dueOn }) => [kind, fromDateColumn(dueOn)],
  );

/** Mentoring agreed to with one organisation, and housing with another. */
async function twoConsents() {
  const team = await aTeam();
  await ask(team);
  await give(team);
  await ask(team);
  await give(team, { types: "housing", organisationIds: team.housing });
  return team;
}

test("several consents live on one case, each with its own scope (C-05)", async () => {
  const team = await twoConsents();

  const view = await withActor(team.coordinator, (ctx) => viewConsent(ctx, team.case.reference));

  expect(await ledgerOf(team)).toEqual(["1 sought", "1 given", "2 sought", "2 given"]);
  expect(view.consent).toMatchObject({ state: "given", isValid: true });
  expect(view.strands.map(({ strand, scope }) => [strand, scope.types])).toEqual([
    [2, ["housing"]],
    [1, ["mentoring"]],
  ]);
  const [, first] = await owner.consent.findMany({
    where: { caseId: team.id },
    orderBy: { number: "asc" },
  });
  expect(first?.details).toMatchObject({
    ...{ givenBy: "The person", language: "Polish", interpreter: "By telephone" },
    ...{ leafletVersion: "3", toldOfSharing: "yes", toldOfWithdrawal: "yes" },
    toldOfComplaints: "yes",
  });
});

test("withdrawing one consent stops what it covered and leaves the other running (C-07, C-09)", async () => {
  const team = await twoConsents();
  const mentoring = await anActionOf(team, team.mentors, "mentoring", "in_progress");
  const housing = await anActionOf(team, team.housing, "housing", "in_progress");

  await withdraw(team, 1);

  expect([await statusOf(mentoring), await statusOf(housing)]).toEqual([
    "not_started",
    "in_progress",
  ]);
  expect((await caseOf(team)).status).toBe("in_support");
  expect(await clocksOf(team)).toEqual([]);
});

test("when the last consent is withdrawn, the chair has a month to decide what follows (C-07, T19)", async () => {
  const team = await twoConsents();
  await withdraw(team, 1);

  await withdraw(team, 2);

  expect(await clocksOf(team)).toEqual([["after_refusal", addMonths(today, 1)]]);
  await ask(team, 2);
  expect(await clocksOf(team)).toEqual([]);
});

test.for([
  ["of the kind and by the organisation that were agreed to", "mentoring", "mentors", true],
  ["of another kind", "housing", "mentors", false],
  ["by another organisation", "mentoring", "housing", false],
] as const)("support %s starts: %s, %s, %s (C-05, C-09)", async ([, type, by, starts]) => {
  const team = await aTeam();
  await ask(team);
  await give(team);
  const action = await anActionOf(team, team[by], type, "not_started");
  const step = { actionId: action.id, version: 1, status: "in_progress" as const, note: null };

  const onThePage = withActor(team.coordinator, (ctx) => updateAction(ctx, step));
  if (starts) await onThePage;
  else await expect(onThePage).rejects.toThrow("before consent is given");

  if (starts) return expect(await statusOf(action)).toBe("in_progress");
  const around = withActor(team.coordinator, ({ tx }) =>
    tx.action.updateMany({ where: { id: action.id }, data: { status: "in_progress" } }),
  );
  await expect(around).rejects.toThrow("until consent is given");
});

test("an action that runs is not moved under a consent that does not cover it (C-09)", async () => {
  const team = await aTeam();
  await ask(team);
  await give(team);
  const action = await anActionOf(team, team.mentors, "mentoring", "in_progress");

  const around = withActor(team.coordinator, ({ tx }) =>
    tx.action.updateMany({
      where: { id: action.id },
      data: { ownerOrganisationId: team.housing },
    }),
  );

  await expect(around).rejects.toThrow("until consent is given");
});

test("a second consent is asked for beside one that lives, and not beside one that waits (C-11)", async () => {
  const team = await aTeam();
  await ask(team);

  await expect(ask(team)).rejects.toThrow(RuleBroken);

  await give(team);
  await ask(team);
  expect(await ledgerOf(team)).toEqual(["1 sought", "1 given", "2 sought"]);
  await expect(ask(team, 7)).rejects.toThrow(NotFound);
});

test("when one of two consents no longer covers what is done, the other goes on (T18)", async () => {
  const team = await twoConsents();
  const lapse = (who: Actor, strand: number) =>
    withActor(who, (ctx) =>
      lapses.lapseConsent(ctx, { caseId: team.id, strand, reason: "scope_changed" }),
    );
  await expect(lapse(team.chair, 1)).rejects.toThrow("another role");

  await lapse(team.coordinator, 1);
  expect((await caseOf(team)).status).toBe("in_support");

  await lapse(team.coordinator, 2);
  expect((await caseOf(team)).status).toBe("consent_pending");
  expect((await clocksOf(team)).map(([kind]) => kind)).toEqual(["consent_sought"]);
});

test("on the 18th birthday a parent's consents lapse together, and the young person's own stays (C-03, T18)", async () => {
  const team = await aTeam("in_support", addMonths(today, -12 * 18));
  for (const [strand, authority] of [
    [1, "parent"],
    [2, "guardian"],
    [3, "self"],
  ] as const) {
    const lapsesOn = authority === "self" ? null : today;
    await owner.consent.create({
      data: {
        ...{ caseId: team.id, areaId: team.areaId, number: strand, strand, state: "given" },
        ...{ onDay: new Date(yesterday), recordedAt: new Date() },
        details: { authority, lapsesOn },
      },
    });
  }
  const lapse = () => withActor(theSystem(team.areaId), lapses.lapseDueConsents);

  expect(await lapse()).toEqual({ lapsed: 1 });
  expect(await lapse()).toEqual({ lapsed: 0 });

  expect((await ledgerOf(team)).slice(3)).toEqual(["1 lapsed", "2 lapsed"]);
  expect((await caseOf(team)).status).toBe("in_support");
});

test("consent can be taken back on any day, even while the case is paused (C-07, T28)", async () => {
  const team = await aTeam();
  await aConsent(team.case, { onDay: yesterday });
  const action = await aSupportAction(team.case, team.coordinator, { status: "in_progress" });
  await owner.case.update({
    where: { id: team.id },
    data: { pausedSince: new Date(), pauseReviewOn: new Date(addDays(today, 7)) },
  });
  await expect(ask(team)).rejects.toThrow("paused");

  await withdraw(team);

  expect(await ledgerOf(team)).toEqual(["1 given", "1 withdrawn"]);
  expect(await statusOf(action)).toBe("not_started");
});

test("a capacity assessment and its best-interests record stand in the ledger (C-04)", async () => {
  const team = await aTeam("consent_pending");
  await ask(team);
  const assessed = {
    ...{ capacity: "assessed_lacks_capacity", capacityAssessedBy: "Dr Ashby" },
    ...{ capacityAssessedOn: yesterday, bestInterests: "The deputy and the family were asked." },
  };

  await expect(
    give(team, {
      more: { ...assessed, authority: "parent", relationship: "Mother", childAgreement: "agrees" },
    }),
  ).rejects.toThrow(FieldsRefused);
  await give(team, {
    more: { ...assessed, authority: "court_deputy", relationship: "By order of the court" },
  });

  const last = await owner.consent.findFirstOrThrow({ where: { caseId: team.id, state: "given" } });
  expect(last.details).toMatchObject(assessed);
});

const hand = (team: Team, who: Actor = team.provider) =>
  withActor(who, (ctx) =>
    forms.handOverForm(ctx, {
      caseId: team.id,
      ...{ signedOn: yesterday, givenBy: "The person", note: null },
    }),
  );

test("a mentor hands over a signed form, and consent stands only when it is confirmed (2.3, C-01)", async () => {
  const team = await aTeam("consent_pending");
  await ask(team);

  await hand(team);
  expect(await ledgerOf(team)).toEqual(["1 sought"]);
  const told = await owner.notification.findMany({ where: { kind: "consent_form_handed" } });
  const whom = told.filter(({ reference }) => reference === team.case.reference);
  expect(whom.map(({ hatId }) => hatId).sort()).toEqual(
    [team.coordinator.hatId, team.chair.hatId].sort(),
  );

  const { id: formId } = await owner.consentForm.findFirstOrThrow({ where: { caseId: team.id } });
  await give(team, { formId });
  expect(await ledgerOf(team)).toEqual(["1 sought", "1 given"]);
  const form = await owner.consentForm.findUniqueOrThrow({ where: { id: formId } });
  expect(form).toMatchObject({ state: "confirmed", settledByHatId: team.coordinator.hatId });
  await withdraw(team);
  await ask(team, 1);
  await expect(give(team, { formId })).rejects.toThrow("not waiting any more");
});

test("only a mentor of the case hands a form over, and only who runs it settles it (2.3)", async () => {
  const team = await aTeam("consent_pending");
  const form = await aConsentForm(team.case, team.provider);
  const stranger = await anActor("provider", { areaId: team.areaId });
  const another = await anActor("provider", { areaId: team.areaId });
  await owner.caseWorker.create({
    data: {
      ...{ caseId: team.id, areaId: team.areaId, hatId: another.hatId, capacity: "provider" },
      assignedAt: new Date(),
    },
  });
  const giveBack = (who: Actor) =>
    withActor(who, (ctx) =>
      forms.returnForm(ctx, { formId: form.id, returnReason: "A page is missing" }),
    );

  await expect(hand(team, team.coordinator)).rejects.toThrow(Forbidden);
  await expect(hand(team, stranger)).rejects.toThrow(NotFound);
  await expect(giveBack(team.provider)).rejects.toThrow(Forbidden);
  await expect(withActor(another, (ctx) => getForm(ctx, form.id))).rejects.toThrow(NotFound);

  await giveBack(team.chair);
  const mine = await withActor(team.provider, (ctx) => viewSupport(ctx, team.case.reference));
  expect(mine.forms).toMatchObject([{ state: "returned", returnReason: "A page is missing" }]);
  await expect(giveBack(team.chair)).rejects.toThrow("not waiting any more");
});

const afterNo = (team: Team, reassessOn?: string) => ({
  caseId: team.id,
  remainingConcern: "School and family can hold what is left of the concern, the panel thought.",
  otherHelp: "Early help",
  ...(reassessOn
    ? { reassess: "yes" as const, reassessOn, reassessReason: "The family is moving." }
    : { reassess: "no" as const, reassessOn: undefined, reassessReason: null }),
});
const end = (team: Team, reassessOn?: string) =>
  withActor(team.chair, (ctx) => refusals.endAfterRefusal(ctx, afterNo(team, reassessOn)));

async function afterRefusal() {
  const team = await aTeam("consent_pending");
  await ask(team);
  await withActor(team.coordinator, async (ctx) =>
    consent.refuseConsent(ctx, {
      ...{ caseId: team.id, version: 1, refusedOn: today, authority: "self" },
    }),
  );
  return team;
}

test("a further assessment after a no is a reasoned decision with an end and a clock (T16, C-10)", async () => {
  const team = await afterRefusal();
  expect((await clocksOf(team)).map(([kind]) => kind)).toEqual(["after_refusal"]);
  const inThree = addMonths(today, 3);

  await end(team, inThree);

  expect(await clocksOf(team)).toEqual([["reassessment", inThree]]);
  const [first] = await owner.reassessment.findMany({ where: { caseId: team.id } });
  expect(first).toMatchObject({ number: 1, reason: "The family is moving.", outcome: null });
  const answered = await owner.clock.findFirstOrThrow({
    where: { caseId: team.id, kind: "after_refusal" },
  });
  expect(answered.outcome).toBe("met");
});

test("a further assessment cannot be put off beyond a year (C-10)", async () => {
  const team = await afterRefusal();

  await expect(end(team, addDays(addMonths(today, 12), 1))).rejects.toThrow(FieldsRefused);

  expect((await caseOf(team)).status).toBe("consent_pending");
  expect(await owner.reassessment.count({ where: { caseId: team.id } })).toBe(0);
});

test("looking again neither lengthens keeping nor changes what is recorded of the concern (C-08)", async () => {
  const [plain, watched] = [await afterRefusal(), await afterRefusal()];
  await end(plain);
  await end(watched, addMonths(today, 3));

  const { id } = await owner.reassessment.findFirstOrThrow({ where: { caseId: watched.id } });
  await withActor(watched.chair, (ctx) =>
    refusals.reassess(ctx, {
      ...{ reassessmentId: id, heldOn: today, finding: "Things are as they were in the autumn." },
      ...{ outcome: "look_again", reassessOn: addMonths(today, 9), reassessReason: "The trial" },
    }),
  );

  const kept = async (team: Team) => {
    const { disposeOn, retentionClass, closureCode, status } = await caseOf(team);
    return { disposeOn, retentionClass, closureCode, status };
  };
  expect(await kept(watched)).toEqual(await kept(plain));
  expect(await owner.assessment.count({ where: { caseId: watched.id } })).toBe(0);
});

test("each further assessment is recorded once, by the chair, and the next has its own reason and end (C-10)", async () => {
  const team = await aTeam("closed_declined");
  const { id: reassessmentId } = await aReassessment(team.case, team.chair);
  const found = { reassessmentId, heldOn: today, finding: "Things are as they were in autumn." };
  const assess = (who: Actor) =>
    withActor(who, (ctx) =>
      refusals.reassess(ctx, {
        ...{ ...found, outcome: "look_again", reassessOn: addMonths(today, 6) },
        reassessReason: "School asked for it.",
      }),
    );

  await expect(assess(team.coordinator)).rejects.toThrow(Forbidden);
  await assess(team.chair);
  await expect(assess(team.chair)).rejects.toThrow("already");

  const all = await owner.reassessment.findMany({
    where: { caseId: team.id },
    orderBy: { number: "asc" },
  });
  expect(all.map(({ number, outcome }) => [number, outcome])).toEqual([
    [1, "look_again"],
    [2, null],
  ]);
  expect(await clocksOf(team)).toEqual([["reassessment", addMonths(today, 6)]]);
});

test("with forms, two consents and a further assessment the page asks no more than eight times", async () => {
  const team = await twoConsents();
  await aConsentForm(team.case, team.provider);
  await aReassessment(team.case, team.chair);

  const { count, value } = await countStatements(() =>
    withActor(team.chair, (ctx) => viewConsent(ctx, team.case.reference)),
  );

  expect(count).toBeLessThanOrEqual(7); // and one for the session
  expect([value.forms.length, value.reassessments.length]).toEqual([1, 1]);
});

/** Whether somebody waits for what this connection holds, or has gone past it. */
async function untilSomebodyWaits(past: () => boolean) {
  for (let tries = 0; tries < 200 && !past(); tries++) {
    const [found] = await owner.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`;
    if ((found?.n ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("C-09 support that is set going while its consent is being taken back waits for it, and is refused", async () => {
  const team = await aTeam();
  await aConsent(team.case);
  const action = await aSupportAction(team.case, team.coordinator, { owner: team.provider });
  const { version } = await owner.action.findUniqueOrThrow({ where: { id: action.id } });
  const input = { actionId: action.id, version, status: "in_progress" as const, note: null };
  let isOver = false;
  let started: Promise<unknown> = Promise.resolve();

  await withActor(team.coordinator, async (ctx) => {
    await consent.withdrawConsent(ctx, { caseId: team.id });
    // Whoever starts it looks before the withdrawal is there to be seen.
    started = outside(() => withActor(team.provider, (at) => updateAction(at, input)))
      .catch((error: unknown) => error)
      .finally(() => {
        isOver = true;
      });
    await untilSomebodyWaits(() => isOver);
  });

  expect(await started).toBeInstanceOf(RuleBroken);
  expect(await owner.action.findUnique({ where: { id: action.id } })).toMatchObject({
    status: "not_started",
  });
});
