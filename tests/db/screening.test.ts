import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { fileStream } from "@/lib/audit/record";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { addAddendum } from "@/lib/referrals/addenda/commands";
import { linkReferral, undoLink } from "@/lib/referrals/links/commands";
import {
  recordDeconfliction,
  screenReferral,
  setPriority,
} from "@/lib/referrals/screening/commands";
import type { ScreenReferral } from "@/lib/referrals/screening/schema";
import {
  aCase,
  anActor,
  anArea,
  anOrganisation,
  aReadyArea,
  aReferral,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const now = new Date("2026-11-20T10:00:00Z");
const reasons = "Two agencies read this, and both came to the same view of what lies behind it.";

async function aWaitingReferral(person = {}) {
  const area = await aReadyArea();
  const { areaId, referrer, police, council } = area;
  const referral = await aReferral({ areaId, referrer, status: "gateway", person });
  const delivered = { referralId: referral.id, areaId, deliveredAt: now };
  await owner.referralDelivery.createMany({
    data: [
      { ...delivered, recipient: "police", organisationId: police.id },
      { ...delivered, recipient: "council", organisationId: council.id },
    ],
  });
  const clock = { startedOn: now, dueOn: new Date("2026-11-25"), ownerRole: "gateway_officer" };
  await owner.clock.create({
    data: { ...clock, areaId, referralId: referral.id, kind: "gateway_assessment" },
  });
  const partner = await anOrganisation(areaId, "health");
  return { ...area, ...referral, partner };
}
type Waiting = Awaited<ReturnType<typeof aWaitingReferral>>;

const check = (
  { officer, id }: Pick<Waiting, "officer" | "id">,
  outcome: "clear" | "clear_with_conditions" | "hold" | "police_led",
) => withActor(officer, (ctx) => recordDeconfliction(ctx, { referralId: id, outcome }), now);

const screen = (who: Actor, input: ScreenReferral) =>
  withActor(who, (ctx) => screenReferral(ctx, input), now);

type Closing = Extract<ScreenReferral, { outcome: "close" }>;

const closing = ({ id }: { id: string }): Closing => ({
  referralId: id,
  outcome: "close",
  closureCode: "not_radicalisation_other_need",
  signpost: "early_help",
  signpostAnswer: "accepted",
  ...{ signpostTo: "Family hub, duty worker", signpostSaid: "They call the family this week." },
  referrerInformed: "yes",
  reasons,
  lookedAt: [],
  secondLook: null,
});

const keeping = ({ id, coordinator, partner }: Waiting): ScreenReferral => ({
  referralId: id,
  outcome: "continue",
  evidence: "possible",
  coordinatorId: coordinator.hatId,
  organisationIds: [partner.id],
  question: "What contact have you had with the person since September, and about what?",
  lawfulBasis: "safeguarding",
  dueDay: "2026-12-04",
  referrerInformed: "yes",
  reasons,
});

const handing = ({ id }: { id: string }): ScreenReferral => ({
  referralId: id,
  outcome: "police_led",
  referrerInformed: "no",
});

const stateOf = (id: string) => owner.referral.findUniqueOrThrow({ where: { id } });
const screeningsOf = (referralId: string) => owner.screening.findMany({ where: { referralId } });

test("T04 closing keeps its reasons, the help suggested and a last day of keeping, and stops the clock", async () => {
  const waiting = await aWaitingReferral();

  await screen(waiting.officer, closing(waiting));

  expect(await stateOf(waiting.id)).toMatchObject({
    status: "closed_not_prevent",
    closureCode: "not_radicalisation_other_need",
    endedAt: now,
    retentionClass: "signposted",
    caseId: null,
  });
  const { disposeOn } = await stateOf(waiting.id);
  expect(disposeOn).not.toBeNull();
  const where = { referralId: waiting.id };
  expect(await owner.person.findUnique({ where })).toMatchObject({ disposeOn });
  expect(await owner.clock.findFirst({ where })).toMatchObject({ outcome: "met" });
  expect(await screeningsOf(waiting.id)).toMatchObject([
    { outcome: "close", reasons, signpost: "early_help", signpostAnswer: "accepted" },
  ]);
});

test("T04 the referrer is told that there is news, and nothing of what it is (IS-16)", async () => {
  const waiting = await aWaitingReferral();

  await screen(waiting.officer, closing(waiting));

  const where = { hatId: waiting.referrer.hatId };
  const { reference } = waiting;
  expect(await owner.notification.findMany({ where })).toMatchObject([
    { kind: "referral_outcome", reference, path: `/referrals/${reference}` },
  ]);
});

test("T04 is not open to a code for the police, and leaves nothing behind", async () => {
  const waiting = await aWaitingReferral();
  const odd = { ...closing(waiting), closureCode: "exit_whatever" } as unknown as ScreenReferral;

  await expect(screen(waiting.officer, odd)).rejects.toThrow(RuleBroken);

  expect((await stateOf(waiting.id)).status).toBe("gateway");
  expect(await screeningsOf(waiting.id)).toEqual([]);
});

test("T05 handing to the police keeps a code and a date, and no account of why (IS-24)", async () => {
  const waiting = await aWaitingReferral();

  await screen(waiting.officer, handing(waiting));

  expect(await stateOf(waiting.id)).toMatchObject({
    status: "police_led",
    closureCode: "police_investigation",
    endedAt: now,
    retentionClass: "police_led_stub",
  });
  expect(await screeningsOf(waiting.id)).toMatchObject([
    { outcome: "police_led", reasons: null, signpost: null, secondLook: null },
  ]);
});

test("T05 what was written is frozen: its author can add nothing more", async () => {
  const waiting = await aWaitingReferral();
  const { referrer, officer, id, reference } = waiting;
  const body = "He has since said sorry to both of his friends.";
  const add = () => withActor(referrer, (ctx) => addAddendum(ctx, { reference, body }), now);
  await add();
  await screen(officer, handing(waiting));

  await expect(add()).rejects.toThrow(RuleBroken);

  expect(await owner.referralAddendum.count({ where: { referralId: id } })).toBe(1);
});

test("T05 the database refuses a narrative by itself", async () => {
  const { officer, id, areaId } = await aWaitingReferral();

  const written = withActor(officer, ({ tx }) =>
    tx.screening.createMany({
      data: {
        ...{ referralId: id, areaId, outcome: "police_led", reasons },
        ...{ decidedByHatId: officer.hatId, decidedAt: now },
      },
    }),
  );

  await expect(written).rejects.toThrow("police_led_has_no_narrative");
});

test("T06 opens a case with its coordinator, its clock, its partners asked, and one log", async () => {
  const waiting = await aWaitingReferral();
  await check(waiting, "clear");

  await screen(waiting.officer, keeping(waiting));

  const { id, areaId, coordinator, partner, personId, dataKeyId, council } = waiting;
  const { caseId, status } = await stateOf(id);
  expect(status).toBe("taken_forward");
  const where = { caseId: caseId as string };
  const opened = await owner.case.findUniqueOrThrow({ where: { id: where.caseId } });
  expect(opened).toMatchObject({
    ...{ areaId, personId, dataKeyId, referralId: id },
    ...{ status: "info_gathering", leadOrganisationId: council.id },
    nextDueOn: new Date("2026-12-04"), // what a partner was asked comes first
  });
  expect(
    await owner.clock.findMany({
      where,
      orderBy: { dueOn: "asc" },
      select: { kind: true, dueOn: true },
    }),
  ).toEqual([
    { kind: "information_request", dueOn: new Date("2026-12-04") }, // 10 working days
    { kind: "s36_decision", dueOn: new Date("2026-12-11") }, // TL-03: 15 working days
  ]);
  expect(opened.reference).toMatch(/^PC-2026-\d{6}$/);
  expect(await owner.caseWorker.findMany({ where })).toMatchObject([
    { hatId: coordinator.hatId, capacity: "coordinator" },
  ]);
  expect(await owner.caseMove.findMany({ where })).toMatchObject([
    { transition: "T06", fromStatus: "gateway", toStatus: "info_gathering" },
  ]);
  expect(await owner.informationRequest.findMany({ where })).toMatchObject([
    { organisationId: partner.id, state: "asked", lawfulBasis: "safeguarding" },
  ]);
  const stream = fileStream(dataKeyId);
  expect(await owner.auditStream.findUnique({ where: { stream } })).toMatchObject({
    caseId,
    caseReference: opened.reference,
  });
  for (const rows of [
    await owner.referralText.findMany({ where }),
    await owner.person.findMany({ where }),
    await owner.deconfliction.findMany({ where }),
  ])
    expect(rows).toHaveLength(1);
  const told = { hatId: coordinator.hatId, kind: "case_assigned" };
  expect(await owner.notification.count({ where: told })).toBe(1);
});

test("T06 the coordinator can open the case at once, and another coordinator cannot (IS-01)", async () => {
  const waiting = await aWaitingReferral();
  const other = await anActor("coordinator", { areaId: waiting.areaId });
  await check(waiting, "clear");
  await screen(waiting.officer, keeping(waiting));
  const read = (who: Actor) =>
    withActor(who, ({ tx }) => tx.referralText.count({ where: { referralId: waiting.id } }));

  expect(await read(waiting.coordinator)).toBe(1);
  expect(await read(other)).toBe(0);
});

// prettier-ignore
test.for([
  ["before any check", [], false],
  ["on hold", ["hold"], false],
  ["managed by the police", ["police_led"], false],
  ["clear", ["clear"], true],
  ["clear, with conditions", ["clear_with_conditions"], true],
  ["held after it was clear", ["clear", "hold"], false],
] as const)("T06 deconfliction %s: %s, may go on: %s", async ([, checks, may]) => {
  const waiting = await aWaitingReferral();
  for (const [index, outcome] of checks.entries()) {
    const later = new Date(now.getTime() + index * 1000);
    const input = { referralId: waiting.id, outcome };
    await withActor(waiting.officer, (ctx) => recordDeconfliction(ctx, input), later);
  }

  const going = screen(waiting.officer, keeping(waiting));

  if (may) await expect(going).resolves.toMatchObject({ outcome: "continue" });
  else await expect(going).rejects.toThrow(RuleBroken);
  expect((await stateOf(waiting.id)).status).toBe(may ? "taken_forward" : "gateway");
});

/** Somebody whose earlier referral became a case, and who was said to be the same. */
async function aRepeat() {
  const waiting = await aWaitingReferral();
  const submittedAt = new Date("2025-03-10T10:00:00Z");
  const before = await aCase({ areaId: waiting.areaId, submittedAt });
  const ids = { referralId: waiting.id, otherReferralId: before.referral.id };
  await withActor(waiting.officer, (ctx) => linkReferral(ctx, { ...ids, answer: "same", reasons }));
  await check(waiting, "clear");
  return { waiting, before };
}

const takeLinkBack = async ({ officer, id }: Waiting) => {
  const { id: linkId } = await owner.personLink.findFirstOrThrow({ where: { referralId: id } });
  await withActor(officer, (ctx) => undoLink(ctx, { linkId, reasons }));
};

const previousOf = async ({ id }: Waiting) => {
  const referral = await owner.referral.findUniqueOrThrow({ where: { id } });
  const opened = await owner.case.findFirstOrThrow({ where: { referralId: id } });
  return [referral.previousId, opened.previousId];
};

test("T29 what is taken forward names the earlier referral and case of the same person, until that is taken back", async () => {
  const { waiting, before } = await aRepeat();

  await screen(waiting.officer, keeping(waiting));

  expect(await previousOf(waiting)).toEqual([before.referral.id, before.id]);
  const earlier = await owner.referral.findUniqueOrThrow({ where: { id: before.referral.id } });
  expect(earlier.previousId).toBeNull();

  await takeLinkBack(waiting);

  expect(await previousOf(waiting)).toEqual([null, null]);
});

test("T29 a link that was taken back before names nothing", async () => {
  const { waiting } = await aRepeat();
  await takeLinkBack(waiting);

  await screen(waiting.officer, keeping(waiting));

  expect(await previousOf(waiting)).toEqual([null, null]);
});

test("T29 somebody found not to be the same is not named, and somebody found so afterwards is", async () => {
  const waiting = await aWaitingReferral();
  const other = await aCase({
    areaId: waiting.areaId,
    submittedAt: new Date("2025-03-10T10:00:00Z"),
  });
  const ids = { referralId: waiting.id, otherReferralId: other.referral.id };
  const link = (answer: "same" | "not_same") =>
    withActor(waiting.officer, (ctx) => linkReferral(ctx, { ...ids, answer, reasons }));
  await link("not_same");
  await check(waiting, "clear");

  await screen(waiting.officer, keeping(waiting));

  expect(await previousOf(waiting)).toEqual([null, null]);
  await takeLinkBack(waiting);
  await link("same");
  expect(await previousOf(waiting)).toEqual([other.referral.id, other.id]);
});

test.for([
  ["in_support", null, true],
  ["review_6m", "exit_risk_significantly_reduced", true],
  ["closed_not_prevent", "misguided", false],
] as const)(
  "IS-24 the police are asked again while a case is %s, ended as %s: %s",
  async ([status, closureCode, may]) => {
    const { id: areaId } = await anArea();
    const officer = await anActor("gateway_officer", { areaId });
    const { id: caseId, referral } = await aCase({ areaId });
    await owner.case.update({ where: { id: caseId }, data: { status, closureCode } });

    const asked = check({ officer, id: referral.id }, "clear");

    if (may) await expect(asked).resolves.toMatchObject({ reference: referral.reference });
    else await expect(asked).rejects.toThrow(RuleBroken);
  },
);

test("T06 somebody who is no coordinator of this area cannot be given the case", async () => {
  const waiting = await aWaitingReferral();
  await check(waiting, "clear");
  const stranger = await anActor("coordinator", { areaId: (await anArea()).id });

  const going = screen(waiting.officer, {
    ...keeping(waiting),
    coordinatorId: stranger.hatId,
  } as ScreenReferral);

  await expect(going).rejects.toThrow(FieldsRefused);
  expect(await owner.case.count({ where: { referralId: waiting.id } })).toBe(0);
});

test("the area says which organisation leads its cases", async () => {
  const waiting = await aWaitingReferral();
  await owner.area.update({ where: { id: waiting.areaId }, data: { caseLead: "police" } });
  await check(waiting, "clear");

  await screen(waiting.officer, keeping(waiting));

  const opened = await owner.case.findFirst({ where: { referralId: waiting.id } });
  expect(opened?.leadOrganisationId).toBe(waiting.police.id);
});

test("the second of two officers is told who was first and what was decided", async () => {
  const waiting = await aWaitingReferral();
  const second = await anActor("gateway_officer", { areaId: waiting.areaId });
  await screen(waiting.officer, closing(waiting));

  const decided = screen(second, handing(waiting));

  await expect(decided).rejects.toThrow(Overtaken);
  await expect(decided).rejects.toMatchObject({
    fields: [{ name: "outcome", theirs: "Close it: not a Prevent concern" }],
  });
  expect(await screeningsOf(waiting.id)).toHaveLength(1);
});

/** Until somebody waits for a row that another transaction holds. */
async function somebodyWaits() {
  for (;;) {
    const [row] = await owner.$queryRaw<[{ waiting: number }]>`
      select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`;
    if (row.waiting > 0) return;
  }
}

test("an officer overtaken between reading and deciding is told, and leaves nothing behind", async () => {
  const waiting = await aWaitingReferral();
  const { officer, id, areaId } = waiting;
  const first = await anActor("gateway_officer", { areaId });
  const kept = { referralId: id, areaId, outcome: "close", reasons, decidedAt: now };

  const decided = await owner.$transaction(async (tx) => {
    await tx.screening.create({ data: { ...kept, decidedByHatId: first.hatId } });
    await tx.referral.update({ where: { id }, data: { status: "closed_not_prevent" } });
    const second = screen(officer, handing(waiting)).catch((error: unknown) => error);
    await somebodyWaits();
    return { second };
  });

  await expect(decided.second).resolves.toBeInstanceOf(Overtaken);
  expect(await screeningsOf(id)).toMatchObject([{ outcome: "close" }]);
  expect((await stateOf(id)).status).toBe("closed_not_prevent");
});

test("a referral that its author has withdrawn is not decided any more", async () => {
  const waiting = await aWaitingReferral();
  await owner.referral.update({ where: { id: waiting.id }, data: { status: "withdrawn" } });

  await expect(screen(waiting.officer, handing(waiting))).rejects.toThrow(RuleBroken);

  expect(await screeningsOf(waiting.id)).toEqual([]);
});

async function aLinkedPair() {
  const person = { forenames: "Rowan", surname: "Marsh", dateOfBirth: "2010-02-03" };
  const waiting = await aWaitingReferral(person);
  const earlier = await aReferral({
    areaId: waiting.areaId,
    person,
    status: "closed_not_prevent",
    submittedAt: new Date("2026-03-01T10:00:00Z"),
  });
  const link = { referralId: waiting.id, otherReferralId: earlier.id, answer: "same" } as const;
  await withActor(waiting.officer, (ctx) => linkReferral(ctx, { ...link, reasons }), now);
  return { waiting, earlier };
}

test("T29 a person referred before is not closed again without a second look", async () => {
  const { waiting, earlier } = await aLinkedPair();
  const input = closing(waiting);

  const hasty = screen(waiting.officer, input);
  await expect(hasty).rejects.toMatchObject({
    errors: { lookedAt: [expect.any(String)], secondLook: [expect.any(String)] },
  });
  const halfhearted = screen(waiting.officer, {
    ...input,
    lookedAt: [earlier.id],
    secondLook: "ok",
  });

  await expect(halfhearted).rejects.toMatchObject({ errors: { secondLook: [expect.any(String)] } });
  expect((await stateOf(waiting.id)).status).toBe("gateway");
});

test("T29 with a second look it may be closed, and what was looked at is kept", async () => {
  const { waiting, earlier } = await aLinkedPair();
  const secondLook = "Read both referrals side by side: the earlier worry was of another kind.";

  await screen(waiting.officer, { ...closing(waiting), lookedAt: [earlier.id], secondLook });

  const kept = { outcome: "close", secondLook, lookedAt: [earlier.id] };
  expect(await screeningsOf(waiting.id)).toMatchObject([kept]);
});

test.for(["referrer", "agency_lead", "coordinator", "chair", "panel_member"] as const)(
  "a %s does not screen",
  async (role) => {
    const waiting = await aWaitingReferral();
    const somebody = await anActor(role, { areaId: waiting.areaId });

    const decided = screen(somebody, handing(waiting));

    await expect(decided).rejects.toThrow(NotFound);
    expect((await stateOf(waiting.id)).status).toBe("gateway");
  },
);

test("a gateway officer of another area finds nothing to screen", async () => {
  const waiting = await aWaitingReferral();
  const stranger = await anActor("gateway_officer", { areaId: (await anArea()).id });

  await expect(screen(stranger, handing(waiting))).rejects.toThrow(NotFound);
});

test("IS-24 a check is a code on the log, and ends with the referral", async () => {
  const waiting = await aWaitingReferral();
  await check(waiting, "clear");
  await screen(waiting.officer, closing(waiting));

  await expect(check(waiting, "hold")).rejects.toThrow(RuleBroken);

  const where = { stream: fileStream(waiting.dataKeyId), type: "deconfliction.recorded" };
  const events = await owner.auditEvent.findMany({ where, select: { facts: true } });
  expect(events).toEqual([{ facts: { reference: waiting.reference, outcome: "clear" } }]);
});

test("a priority is set, and whoever read an older one is told", async () => {
  const { officer, id } = await aWaitingReferral();
  const set = (priority: "urgent" | "soon") =>
    withActor(officer, (ctx) => setPriority(ctx, { referralId: id, version: 1, priority }), now);
  await set("urgent");

  await expect(set("soon")).rejects.toMatchObject({ fields: [{ theirs: "Today" }] });

  expect((await stateOf(id)).priority).toBe("urgent");
});

test("every decision is on the log of the referral, in codes", async () => {
  const waiting = await aWaitingReferral();
  await check(waiting, "clear");
  await screen(waiting.officer, keeping(waiting));

  const where = { stream: fileStream(waiting.dataKeyId) };
  const events = await owner.auditEvent.findMany({ where, orderBy: { n: "asc" } });
  expect(events.map(({ type }) => type)).toEqual([
    "deconfliction.recorded",
    "information.asked",
    "referral.screened",
  ]);
  expect(JSON.stringify(events.map(({ facts }) => facts))).not.toMatch(/agencies|contact/);
});
