import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import * as consent from "@/lib/consent/commands";
import * as lapses from "@/lib/consent/lapses/commands";
import { viewConsent } from "@/lib/consent/queries";
import { endAfterRefusal } from "@/lib/consent/refusals/commands";
import { giveConsentSchema } from "@/lib/consent/schema";
import { startSupport } from "@/lib/consent/start/commands";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { endingsCounted, leftBehind, nothingOpen } from "@/tests/support/ending";
import {
  aCase,
  aConsent,
  anActor,
  anArea,
  anOrganisation,
  aRequest,
  aSupportAction,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const yesterday = addDays(today, -1);

async function aCaseWaiting(caseStatus = "consent_pending", dateOfBirth = "2012-05-17") {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const chair = await anActor("chair", { areaId });
  const provider = await anActor("provider", { areaId });
  const workers = [chair, provider];
  const person = { dateOfBirth };
  const found = await aCase({ areaId, caseStatus, coordinator, workers, person });
  const mentors = await anOrganisation(areaId, "voluntary");
  return { areaId, coordinator, chair, provider, case: found, caseId: found.id, mentors };
}
type Laid = Awaited<ReturnType<typeof aCaseWaiting>>;

const given = ({ caseId, mentors }: Laid, more: Record<string, string> = {}) =>
  giveConsentSchema.parse({
    caseId,
    version: "0",
    givenOn: yesterday,
    authority: "parent",
    givenBy: "The mother",
    relationship: "Mother, seen on the school's records",
    childAgreement: "agrees",
    capacity: "no_doubt",
    explainedBy: "The coordinator",
    language: "English",
    leafletVersion: "3",
    supportTypes: "mentoring",
    organisationIds: mentors.id,
    toldOfSharing: "yes",
    toldOfWithdrawal: "yes",
    toldOfComplaints: "yes",
    method: "signed",
    ...more,
  });

/** Written by somebody who has read every entry before it. */
const give = async (laid: Laid, more = {}, who: Actor = laid.coordinator) => {
  const version = await owner.consent.count({ where: { caseId: laid.caseId } });
  return withActor(who, (ctx) => consent.giveConsent(ctx, { ...given(laid, more), version }));
};
const start = ({ coordinator, caseId }: Laid) =>
  withActor(coordinator, (ctx) => startSupport(ctx, { caseId }));
const withdraw = ({ coordinator, caseId }: Laid) =>
  withActor(coordinator, (ctx) => consent.withdrawConsent(ctx, { caseId }));
const caseOf = ({ caseId }: Laid) => owner.case.findUniqueOrThrow({ where: { id: caseId } });
const statesOf = async ({ caseId }: Laid) =>
  (await owner.consent.findMany({ where: { caseId }, orderBy: { number: "asc" } })).map(
    ({ state }) => state,
  );

test("consent is asked for, given by a parent, and support starts (T15, C-02, C-11, TL-08)", async () => {
  const laid = await aCaseWaiting();
  await owner.clock.create({
    data: {
      areaId: laid.areaId,
      caseId: laid.caseId,
      kind: "consent_sought",
      ownerRole: "coordinator",
      startedOn: new Date(yesterday),
      dueOn: new Date(today),
    },
  });
  await aSupportAction(laid.case, laid.coordinator);

  await withActor(laid.coordinator, (ctx) =>
    consent.seekConsent(ctx, {
      caseId: laid.caseId,
      version: 0,
      soughtOn: yesterday,
      askedBy: "The coordinator",
      askedOf: "The mother",
    }),
  );
  await give(laid);
  await start(laid);

  expect(await caseOf(laid)).toMatchObject({ status: "in_support" });
  expect(await statesOf(laid)).toEqual(["sought", "given"]);
  expect(
    await owner.clock.findMany({ where: { caseId: laid.caseId, kind: "consent_sought" } }),
  ).toMatchObject([{ outcome: "met" }]);
  const told = await owner.notification.findMany({ where: { hatId: laid.provider.hatId } });
  expect(told[0]).toMatchObject({ kind: "consent_changed", reference: laid.case.reference });
});

test("consent is not given before it is asked for (C-11)", async () => {
  const laid = await aCaseWaiting();

  await expect(give(laid)).rejects.toThrow(RuleBroken);

  expect(await statesOf(laid)).toEqual([]);
});

test.for([
  ["a child", "2012-05-17", { authority: "self", relationship: "", childAgreement: "not_a_child" }],
  ["an adult", "1990-05-17", {}],
] as const)(
  "consent for %s by somebody who cannot give it is refused (C-02)",
  async ([, born, more]) => {
    const laid = await aCaseWaiting("consent_pending", born);
    await aConsent(laid.case, { state: "sought", onDay: "2026-01-01" });

    await expect(give(laid, more)).rejects.toThrow(FieldsRefused);

    expect(await statesOf(laid)).toEqual(["sought"]);
  },
);

test("support does not start without valid consent, nor without anything to do (T15, C-01)", async () => {
  const laid = await aCaseWaiting();
  await aSupportAction(laid.case, laid.coordinator);
  await aConsent(laid.case, { state: "sought" });
  await expect(start(laid)).rejects.toThrow("before consent is recorded");

  const without = await aCaseWaiting();
  await aConsent(without.case, { onDay: yesterday });
  await expect(start(without)).rejects.toThrow("at least one action");

  expect([(await caseOf(laid)).status, (await caseOf(without)).status]).toEqual([
    "consent_pending",
    "consent_pending",
  ]);
});

test("withdrawal is at once: what runs stops, and nothing starts again (C-07, C-09)", async () => {
  const laid = await aCaseWaiting("in_support");
  await aConsent(laid.case, { onDay: yesterday });
  const action = await aSupportAction(laid.case, laid.coordinator, { status: "in_progress" });

  await withdraw(laid);

  const after = await owner.action.findUniqueOrThrow({ where: { id: action.id } });
  expect(after.status).toBe("not_started");
  const around = withActor(laid.coordinator, ({ tx }) =>
    tx.action.updateMany({ where: { id: action.id }, data: { status: "in_progress" } }),
  );
  await expect(around).rejects.toThrow("until consent is given");
});

const afterNo = {
  remainingConcern:
    "The panel thought that school and family can hold what is left of the concern.",
  otherHelp: "Early help",
  reassess: "no" as const,
  reassessOn: undefined,
  reassessReason: null,
};
const end = (laid: Laid, who = laid.chair) =>
  withActor(who, (ctx) => endAfterRefusal(ctx, { caseId: laid.caseId, ...afterNo }));

test("after a withdrawal the chair closes the case, kept no longer than others (T19, C-08, C-10)", async () => {
  const laid = await aCaseWaiting("in_support");
  await aConsent(laid.case, { onDay: yesterday });
  const action = await aSupportAction(laid.case, laid.coordinator);
  await expect(end(laid)).rejects.toThrow("consent was withdrawn");
  await withdraw(laid);

  await expect(end(laid, laid.coordinator)).rejects.toThrow(Forbidden);
  await end(laid);

  expect(await caseOf(laid)).toMatchObject({
    status: "closed_declined",
    closureCode: "consent_withdrawn",
    retentionClass: "consent_declined",
  });
  const after = await owner.action.findUniqueOrThrow({ where: { id: action.id } });
  expect(after.status).toBe("cancelled");
});

test("after a refusal the chair closes the case (T16)", async () => {
  const laid = await aCaseWaiting();
  await aConsent(laid.case, { state: "sought" });
  await aRequest(laid.case);
  await expect(end(laid)).rejects.toThrow("consent was refused");

  await withActor(laid.coordinator, (ctx) =>
    consent.refuseConsent(ctx, {
      caseId: laid.caseId,
      version: 1,
      refusedOn: today,
      authority: "parent",
    }),
  );
  await end(laid);

  const { status, closureCode, closedAt, disposeOn } = await caseOf(laid);
  expect({ status, closureCode }).toEqual({
    status: "closed_declined",
    closureCode: "consent_refused",
  });
  const years = (disposeOn?.getTime() ?? 0) - (closedAt?.getTime() ?? 0);
  expect(Math.round(years / 86_400_000 / 365)).toBe(2);
  expect(await leftBehind(laid.caseId)).toEqual(nothingOpen); // IS-16
  expect(await endingsCounted(laid.areaId)).toBe(1);
});

test("when the support changes, the coordinator asks again and support stops (T18)", async () => {
  const laid = await aCaseWaiting("in_support");
  await aConsent(laid.case, { onDay: yesterday });
  await aSupportAction(laid.case, laid.coordinator, { status: "in_progress" });
  const lapse = (who: Actor) =>
    withActor(who, (ctx) =>
      lapses.lapseConsent(ctx, { caseId: laid.caseId, reason: "scope_changed" }),
    );

  await expect(lapse(laid.chair)).rejects.toThrow("another role");
  expect(await statesOf(laid)).toEqual(["given"]);
  await lapse(laid.coordinator);

  expect((await caseOf(laid)).status).toBe("consent_pending");
  expect(await statesOf(laid)).toEqual(["given", "lapsed"]);
  const running = await owner.clock.findMany({
    where: { caseId: laid.caseId, stoppedOn: null, actionId: null },
  });
  expect(running.map(({ kind }) => kind)).toEqual(["consent_sought"]);
});

test("on the 18th birthday a parent's consent lapses by itself, once (C-03, T18)", async () => {
  const eighteenTomorrow = `${Number(today.slice(0, 4)) - 18}${addDays(today, 1).slice(4)}`;
  const laid = await aCaseWaiting("consent_pending", eighteenTomorrow);
  await aSupportAction(laid.case, laid.coordinator);
  await aConsent(laid.case, { state: "sought", onDay: "2026-01-01" });
  await give(laid);
  await start(laid);
  const on = (days: number) =>
    withActor(
      theSystem(laid.areaId),
      lapses.lapseDueConsents,
      new Date(Date.now() + days * 86_400_000),
    );

  expect(await on(0)).toEqual({ lapsed: 0 });
  expect(await on(2)).toEqual({ lapsed: 1 });
  expect(await on(3)).toEqual({ lapsed: 0 });

  expect((await caseOf(laid)).status).toBe("consent_pending");
  expect(await statesOf(laid)).toEqual(["sought", "given", "lapsed"]);
});

test("a mentor does not see consent, and cannot record it; neither can a stranger", async () => {
  const laid = await aCaseWaiting();
  await aConsent(laid.case, { state: "sought", onDay: "2026-01-01" });
  const stranger = await anActor("coordinator", { areaId: laid.areaId });
  const look = (who: Actor) => withActor(who, (ctx) => viewConsent(ctx, laid.case.reference));

  await expect(look(laid.provider)).rejects.toThrow(Forbidden);
  await expect(look(stranger)).rejects.toThrow(NotFound);
  await expect(give(laid, {}, laid.provider)).rejects.toThrow(Forbidden);
  await expect(give(laid, {}, stranger)).rejects.toThrow(NotFound);

  expect(await statesOf(laid)).toEqual(["sought"]);
});

test("whoever was overtaken is told, and writes no second entry", async () => {
  const laid = await aCaseWaiting();
  await aConsent(laid.case, { state: "sought", onDay: "2026-01-01" });

  const overtaken = withActor(laid.coordinator, async (ctx) => {
    await viewConsent(ctx, laid.case.reference);
    await aConsent(laid.case, { state: "refused" });
    await consent.giveConsent(ctx, { ...given(laid), version: 1 });
  });

  await expect(overtaken).rejects.toThrow(Overtaken);
  await expect(overtaken).rejects.toMatchObject({
    fields: [{ name: "state", theirs: "Refused" }],
    version: "2",
  });
  expect(await statesOf(laid)).toEqual(["sought", "refused"]);
});

test("the consent page asks the database no more than eight times", async () => {
  const laid = await aCaseWaiting();
  await aConsent(laid.case, { onDay: yesterday });
  await aSupportAction(laid.case, laid.coordinator);

  const { count, value } = await countStatements(() =>
    withActor(laid.coordinator, (ctx) => viewConsent(ctx, laid.case.reference)),
  );

  expect(count).toBeLessThanOrEqual(7); // and one for the session
  expect(value.may).toMatchObject({ start: true, seek: true });
  expect(value.strands).toMatchObject([{ may: { withdraw: true, give: false } }]);
});
