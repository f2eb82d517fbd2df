import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { viewCase } from "@/lib/cases/overview/queries";
import { listPattern } from "@/lib/cases/pattern/queries";
import { decideSection36 } from "@/lib/cases/section-36/commands";
import { decideSection36Schema } from "@/lib/cases/section-36/schema";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { recordDecision } from "@/lib/panels/decisions/commands";
import { looksAgain } from "@/lib/panels/rules";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { viewSittingItem } from "@/lib/panels/sitting/queries";
import { viewAtGateway, viewToScreen } from "@/lib/referrals/gateway/queries";
import { screenReferral } from "@/lib/referrals/screening/commands";
import {
  aCase,
  anActor,
  anArea,
  anItem,
  aReadyArea,
  aReferral,
  aWorker,
} from "@/tests/support/factories";
import { aLink } from "@/tests/support/intake";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const reasons = "Two agencies read this, and both came to the same view of what lies behind it.";

/** Three in a row: closed in January, with the gateway since March, and a case since May. */
async function aRow() {
  const area = await aReadyArea();
  const { areaId, referrer, officer, coordinator } = area;
  const received = (day: string) => new Date(`${day}T10:00:00Z`);
  const first = await aReferral({
    ...{ areaId, referrer, status: "closed_not_prevent", submittedAt: received("2026-01-12") },
    answers: { anonymous: "yes" },
  });
  const closureCode = "no_concern";
  await owner.referral.update({ where: { id: first.id }, data: { closureCode } });
  await owner.screening.create({
    data: {
      ...{ referralId: first.id, areaId, outcome: "close", closureCode, reasons },
      ...{ decidedByHatId: officer.hatId, decidedAt: received("2026-01-15") },
    },
  });
  const second = await aReferral({
    ...{ areaId, referrer, status: "gateway", submittedAt: received("2026-03-02") },
  });
  const third = await aCase({ areaId, referrer, submittedAt: received("2026-05-04") });
  await aWorker(third.id, coordinator);
  await aLink(second, first, officer);
  await aLink(third.referral, second, officer);
  return { ...area, first, second, third };
}
type Row = Awaited<ReturnType<typeof aRow>>;

const patternFor = (who: Actor, { id }: { id: string }) =>
  withActor(who, (ctx) => listPattern(ctx, id));

const closing = ({ second }: Row, look: { lookedAt: string[]; secondLook: string | null }) => ({
  ...{ referralId: second.id, outcome: "close", closureCode: "no_concern", signpost: "none" },
  ...{ signpostAnswer: "not_needed", reasons, referrerInformed: "yes", ...look },
});
const close = (row: Row, look: { lookedAt: string[]; secondLook: string | null }) =>
  withActor(row.officer, (ctx) =>
    screenReferral(ctx, closing(row, look) as Parameters<typeof screenReferral>[1]),
  );
const secondLook = "Read all three side by side: each is about another friend.";

test("T29 the gateway reads three referrals of one person as one row: when, from whom, what was decided and why", async () => {
  const { officer, first, second, third, referrer } = await aRow();
  const { name } = await owner.organisation.findUniqueOrThrow({
    where: { id: referrer.organisationId },
  });

  const pattern = await patternFor(officer, second);

  expect(pattern).toMatchObject([
    {
      ...{ reference: first.reference, receivedOn: "2026-01-12", organisation: name },
      ...{ status: "closed_not_prevent", closureCode: "no_concern", reasons },
      decidedOn: "2026-01-15",
    },
    { reference: second.reference, receivedOn: "2026-03-02", decidedOn: null },
    { caseReference: third.reference, receivedOn: "2026-05-04", status: "taken_forward" },
  ]);
});

test("T29 what was found not to be the same person, or taken back, is no part of it", async () => {
  const row = await aRow();
  const { areaId, officer, second } = row;
  const [stranger, mistaken] = [await aReferral({ areaId }), await aReferral({ areaId })];
  const linkIds = [await aLink(stranger, second, officer), await aLink(mistaken, second, officer)];
  await owner.personLink.update({ where: { id: linkIds[0] }, data: { answer: "not_same" } });
  await owner.personLink.update({
    where: { id: linkIds[1] },
    data: { undoneAt: new Date(), undoneByHatId: officer.hatId, undoneReasons: reasons },
  });

  const references = (await patternFor(officer, second)).map(({ reference }) => reference);

  expect(references).toHaveLength(3);
  expect(references).not.toContain(stranger.reference);
  expect(references).not.toContain(mistaken.reference);
});

test("T29 whoever runs the case sees the row too, without who asked not to be named (IS-07)", async () => {
  const { coordinator, first, third } = await aRow();

  const { pattern } = await withActor(coordinator, (ctx) => viewCase(ctx, third.reference));

  expect(pattern).toHaveLength(3);
  expect(pattern[0]).toMatchObject({ reference: first.reference, reasons, isMine: false });
  expect(pattern[0]).toMatchObject({ organisation: null, sector: "education" });
});

test("T05 a row outside the gateway leaves out what the police manage", async () => {
  const { officer, coordinator, first, third } = await aRow();
  await owner.referral.update({
    where: { id: first.id },
    data: { status: "police_led", closureCode: "police_investigation" },
  });

  expect(await patternFor(officer, third.referral)).toHaveLength(3);
  expect(await patternFor(coordinator, third.referral)).toHaveLength(2);
});

test("T29 a row is nobody else's: not of another area, not off the case, not with a conflict", async () => {
  const { areaId, officer, third } = await aRow();
  const stranger = await anActor("gateway_officer", { areaId: (await anArea()).id });
  const others = [stranger];
  for (const role of ["coordinator", "chair", "referrer", "panel_member", "auditor"] as const)
    others.push(await anActor(role, { areaId }));

  for (const who of others) expect(await patternFor(who, third.referral)).toEqual([]);
  await owner.caseConflict.create({
    data: {
      ...{ caseId: third.id, areaId, userId: officer.userId, nature: "A relative" },
      ...{ declaredAt: new Date(), declaredByHatId: officer.hatId },
    },
  });
  expect(await patternFor(officer, third.referral)).toEqual([]);
});

test("T04 another closure needs every earlier one read again, closures included, and says so in the log of what was looked at", async () => {
  const row = await aRow();
  const { first, second, third } = row;

  await expect(close(row, { lookedAt: [first.id], secondLook })).rejects.toThrow(FieldsRefused);
  await expect(close(row, { lookedAt: [], secondLook: null })).rejects.toThrow(FieldsRefused);
  await close(row, { lookedAt: [first.id, third.referral.id], secondLook });

  const [kept] = await owner.screening.findMany({ where: { referralId: second.id } });
  expect(kept).toMatchObject({ outcome: "close", secondLook });
  expect(kept?.lookedAt.toSorted()).toEqual([first.id, third.referral.id].toSorted());
});

test("T29 one that is linked while the form is open has not been looked at", async () => {
  const row = await aRow();
  const { areaId, officer, first, second, third } = row;
  await aLink(await aReferral({ areaId }), second, officer);

  const closed = close(row, { lookedAt: [first.id, third.referral.id], secondLook });

  await expect(closed).rejects.toThrow(FieldsRefused);
});

test("T29 a row of screenings that was written around the form is refused by the database", async () => {
  const { areaId, officer, first, second, third } = await aRow();
  const write = (look: object) =>
    withActor(officer, ({ tx, now }) =>
      tx.screening.createMany({
        data: {
          ...{ referralId: second.id, areaId, outcome: "close", closureCode: "no_concern" },
          ...{ reasons, decidedByHatId: officer.hatId, decidedAt: now, ...look },
        },
      }),
    );
  const all = [first.id, third.referral.id];

  await expect(write({})).rejects.toThrow(RuleBroken);
  await expect(write({ secondLook, lookedAt: [first.id] })).rejects.toThrow(RuleBroken);
  await expect(write({ secondLook: "ok", lookedAt: all })).rejects.toThrow(RuleBroken);
  await expect(write({ secondLook, lookedAt: all })).resolves.toEqual({ count: 1 });
});

/** A case of somebody who was referred before, as it comes to a decision; and one of somebody who was not. */
async function toDecide(caseStatus: string, isKnown: boolean) {
  const { id: areaId } = await anArea();
  const chair = await anActor("chair", { areaId });
  const officer = await anActor("gateway_officer", { areaId });
  const [police, education] = [
    await anActor("panel_member", { areaId }),
    await anActor("panel_member", { areaId }),
  ];
  const found = await aCase({ areaId, caseStatus, workers: [chair] });
  const earlier = await aReferral({ areaId, status: "closed_not_prevent" });
  if (isKnown) await aLink(found.referral, earlier, officer);
  return { ...found, chair, officer, seated: { chair, police, education }, earlier };
}
type ToDecide = Awaited<ReturnType<typeof toDecide>>;
type Look = { lookedAt?: string[]; secondLook?: string };

const sayNo = ({ id: caseId, officer }: ToDecide, look: Look) =>
  withActor(officer, (ctx) =>
    decideSection36(
      ctx,
      decideSection36Schema.parse({
        ...{ caseId, decision: "no", closureCode: "no_concern", reasonsFor: reasons },
        ...{ reasonsAgainst: reasons, signpost: "none", signpostAnswer: "not_needed", ...look },
      }),
    ),
  );
const care = { careAnswer: "considered_not_needed", careArrangements: "The doctor sees to it." };
const outcomes = {
  not_adopt: { closureCode: "not_adopted_no_risk", ...care },
  defer: { informationGap: "What the school knows", nextMeetingOn: "2099-01-08" },
  police_led: {},
  exit: { closureCode: "exit_risk_significantly_reduced", onwardReferral: "no", ...care },
} as const;
const assessedAtExit = ({ id: caseId, areaId, officer }: ToDecide) =>
  owner.assessment.create({
    data: {
      ...{ caseId, areaId, frameworkId: "blank", frameworkVersion: "1", number: 1 },
      ...{ purpose: "exit", status: "complete", authorHatId: officer.hatId, startedAt: new Date() },
    },
    select: { id: true },
  });
const sayAtPanel = (outcome: keyof typeof outcomes) => async (laid: ToDecide, look: Look) => {
  const { id: itemId } = await owner.panelItem.findFirstOrThrow({ where: { caseId: laid.id } });
  const assessed = await owner.assessment.findFirst({ where: { caseId: laid.id } });
  const input = recordDecisionSchema.parse({
    ...{ itemId, outcome, reasons, optionsConsidered: "Early help", vote: "agreed" },
    ...{ toldBy: "coordinator", tellOn: "2099-01-01", ...outcomes[outcome], ...look },
    ...(outcome === "exit" && { exitAssessmentId: assessed?.id }),
  });
  return withActor(laid.chair, (ctx) => recordDecision(ctx, input));
};

test.for([
  ["T08 a section 36 no", "s36_decision", sayNo],
  ["T12 not adopting", "panel_listed", sayAtPanel("not_adopt")],
  ["T13 deferring", "panel_listed", sayAtPanel("defer")],
  ["T14 handing to the police", "panel_listed", sayAtPanel("police_led")],
  ["T20 ending support", "in_support", sayAtPanel("exit")],
] as const)(
  "T29 %s asks for the same second look as the gateway, and nothing of somebody never referred before",
  async ([, status, decide]) => {
    const [known, unknown] = [await toDecide(status, true), await toDecide(status, false)];
    for (const laid of [known, unknown]) {
      if (status !== "s36_decision") await anItem(laid, laid.seated);
      if (status === "in_support") await assessedAtExit(laid);
    }
    const stateOf = async ({ id }: ToDecide) =>
      (await owner.case.findUniqueOrThrow({ where: { id } })).version;

    await expect(decide(known, {})).rejects.toThrow(FieldsRefused);
    await expect(decide(known, { lookedAt: [known.earlier.id] })).rejects.toThrow(FieldsRefused);
    expect(await stateOf(known)).toBe(1);
    await decide(known, { lookedAt: [known.earlier.id], secondLook });
    await decide(unknown, {});

    const where = { caseId: known.id };
    const kept = [
      ...(await owner.section36Decision.findMany({ where })),
      ...(await owner.panelDecision.findMany({ where })),
    ];
    expect(kept).toMatchObject([{ secondLook, lookedAt: [known.earlier.id] }]);
  },
);

test("T29 a decision that was written around its form is refused by the database, at section 36 and at the panel", async () => {
  const { id: caseId, areaId, officer, earlier } = await toDecide("s36_decision", true);
  const heard = await toDecide("panel_listed", true);
  const item = await anItem(heard, heard.seated);
  const s36 = (look: object, decision = "no") =>
    withActor(officer, ({ tx, now }) =>
      tx.section36Decision.createMany({
        data: {
          ...{ caseId, areaId, decision, statement: decision === "yes", reasons },
          ...{ otherReasons: reasons, decidedByHatId: officer.hatId, decidedAt: now, ...look },
        },
      }),
    );
  const panel = (outcome: string, look: object) =>
    withActor(heard.chair, ({ tx, now }) =>
      tx.panelDecision.createMany({
        data: {
          ...{ itemId: item.id, meetingId: item.meetingId, caseId: heard.id, outcome, reasons },
          ...{ areaId: heard.areaId, details: {}, quorum: {}, vote: "agreed", ...look },
          ...{ decidedByHatId: heard.chair.hatId, decidedAt: now },
        },
      }),
    );

  for (const outcome of looksAgain)
    await expect(panel(outcome, {})).rejects.toThrow("Another referral of this person is known");
  await expect(panel("not_adopt", { secondLook: "ok" })).rejects.toThrow(RuleBroken);
  await expect(panel("not_adopt", { secondLook, lookedAt: [heard.earlier.id] })).resolves.toEqual({
    count: 1,
  });
  await expect(s36({})).rejects.toThrow(RuleBroken);
  await expect(s36({ lookedAt: [earlier.id], secondLook: "ok" })).rejects.toThrow(RuleBroken);
  await expect(s36({ lookedAt: [earlier.id], secondLook })).resolves.toEqual({ count: 1 });
  await expect(s36({}, "yes")).resolves.toEqual({ count: 1 });
});

test("T29 the chair sees the pattern at the table and what was looked at again; a member of the panel sees neither", async () => {
  const known = await toDecide("panel_listed", true);
  const { chair, police } = known.seated;
  const { id: itemId, meetingId } = await anItem(known, known.seated);
  await owner.meeting.update({ where: { id: meetingId }, data: { status: "in_progress" } });
  const seenBy = (who: Actor) => withActor(who, (ctx) => viewSittingItem(ctx, itemId));

  const [before, ofMember] = [await seenBy(chair), await seenBy(police)];
  const { count } = await countStatements(() => seenBy(chair));
  await sayAtPanel("not_adopt")(known, { lookedAt: [known.earlier.id], secondLook });

  expect(before.pattern).toHaveLength(2);
  expect(ofMember.pattern).toEqual([]);
  expect(count).toBeLessThanOrEqual(8);
  expect((await seenBy(chair)).decisions).toMatchObject([{ secondLook }]);
  expect((await seenBy(police)).decisions).toMatchObject([{ secondLook: null }]);
});

test("the pages that show the row take no more than eight statements", async () => {
  const { officer, coordinator, second, third } = await aRow();
  const pages = [
    () => withActor(officer, (ctx) => viewAtGateway(ctx, second.reference)),
    () => withActor(officer, (ctx) => viewToScreen(ctx, second.reference)),
    () => withActor(coordinator, (ctx) => viewCase(ctx, third.reference)),
  ];

  const counts: number[] = [];
  for (const page of pages) counts.push((await countStatements<unknown>(page)).count);

  expect(Math.max(...counts)).toBeLessThanOrEqual(8);
});
