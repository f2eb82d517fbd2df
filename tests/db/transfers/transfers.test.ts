import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { openAttachment } from "@/lib/attachments/queries";
import { viewAround } from "@/lib/cases/around/queries";
import { viewCase } from "@/lib/cases/overview/queries";
import { seekConsent } from "@/lib/consent/commands";
import { seal } from "@/lib/crypto/vault";
import { addDays, addMonths, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { openVersion, viewDocuments } from "@/lib/documents/queries";
import { recordItem } from "@/lib/information/items/commands";
import { viewItems } from "@/lib/information/items/queries";
import { answerTransfer, offerTransfer, withdrawTransfer } from "@/lib/transfers/commands";
import { listOffers, viewOffer, viewTransfers } from "@/lib/transfers/queries";
import {
  aCase,
  aConsent,
  aDocument,
  anActor,
  anArea,
  anAssessment,
  anInformationItem,
  anItem,
  aPersonAround,
  aPlan,
  aRequest,
  aSupportAction,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const fifty = "Weekly mentoring runs, the plan has two actions, and the next review is in a month.";

/** A case in one area, with everything on it, and the people of another. */
async function twoAreas(caseStatus = "in_support") {
  const { id: areaId } = await anArea();
  const { id: toAreaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  const charles = await anActor("chair", { areaId });
  const opened = await aCase({ areaId, caseStatus, workers: [cora, charles] });
  const wynn = await anActor("coordinator", { areaId: toAreaId });
  return { ...opened, toAreaId, cora, charles, wynn };
}
type Laid = Awaited<ReturnType<typeof twoAreas>>;

const offer = ({ id: caseId, toAreaId, cora }: Laid, by = cora) =>
  withActor(by, (ctx) =>
    offerTransfer(ctx, {
      ...{ caseId, toAreaId, summary: fifty, reason: "The family has moved house." },
      ...{ toldBy: "coordinator", agreement: "yes" },
    }),
  );
const offerOf = ({ id: caseId }: { id: string }) =>
  owner.caseTransfer.findFirstOrThrow({ where: { caseId }, orderBy: { offeredAt: "desc" } });
const accept = (by: Actor, transferId: string) =>
  withActor(by, (ctx) =>
    answerTransfer(ctx, { transferId, answer: "accept", receipt: "yes", agreement: "yes" }),
  );
const decline = (by: Actor, transferId: string) =>
  withActor(by, (ctx) =>
    answerTransfer(ctx, {
      transferId,
      answer: "decline",
      reason: "Nobody of that name lives here.",
    }),
  );
const newCaseOf = async (laid: Laid) => {
  const { newCaseId } = await offerOf(laid);
  return owner.case.findUniqueOrThrow({ where: { id: newCaseId as string } });
};

test("T27 a case is offered with what the other area needs to decide, and no name", async () => {
  const laid = await twoAreas();

  await offer(laid);

  const { id } = await offerOf(laid);
  const seen = await withActor(laid.wynn, (ctx) => viewOffer(ctx, id));
  expect(seen).toMatchObject({ reference: laid.reference, stage: "in_support", isChild: true });
  expect(JSON.stringify(seen)).not.toMatch(/Rowan|Marsh/);
  await expect(
    owner.notification.findMany({ where: { hatId: laid.wynn.hatId } }),
  ).resolves.toMatchObject([{ kind: "transfer_offered", reference: laid.reference }]);
  await expect(owner.outboxMail.count({ where: { userId: laid.wynn.userId } })).resolves.toBe(1);
  await expect(withActor(laid.wynn, (ctx) => viewCase(ctx, laid.reference))).rejects.toMatchObject({
    name: "NotFound",
  });
  await expect(owner.case.findUniqueOrThrow({ where: { id: laid.id } })).resolves.toMatchObject({
    status: "in_support",
  });
});

test("T27 once it is taken on, the new area has a case of its own, with a copy of what may be handed on", async () => {
  const laid = await twoAreas();
  const shared = await anInformationItem(laid, { body: "For all partners." });
  await anInformationItem(laid, { audience: "panel_members", body: "For the panel." });
  const sealed = { audience: "chair_and_coordinator", body: "For two alone." } as const;
  const alone = await anInformationItem(laid, sealed);
  await anInformationItem(laid, {
    ...{ audience: "named_organisations", body: "For those named." },
    namedOrganisationIds: [laid.cora.organisationId],
  });
  const assessed = await anAssessment(laid, {
    ...{ status: "countersigned", framework: "legacy_22", author: laid.cora },
  });
  await owner.assessmentAnswer.create({
    data: {
      ...{ assessmentId: assessed.id, caseId: laid.id, areaId: laid.areaId, factor: "e01" },
      ...{ wording: "x", answer: "present", evidence: [shared.id, alone.id] },
      ...{ answeredByHatId: laid.cora.hatId, answeredAt: new Date() },
    },
  });
  await aPlan(laid, laid.cora);
  await aConsent(laid);
  await aSupportAction(laid, laid.cora);
  const item = await anItem(laid, { chair: laid.charles });
  await owner.panelDecision.create({
    data: {
      ...{ itemId: item.id, meetingId: item.meetingId, caseId: laid.id, areaId: laid.areaId },
      ...{ outcome: "adopt", reasons: fifty, details: {}, quorum: {}, vote: "agreed" },
      ...{ decidedByHatId: laid.charles.hatId, decidedAt: new Date() },
    },
  });
  await offer(laid);

  const { opened } = await accept(laid.wynn, (await offerOf(laid)).id);

  const received = await newCaseOf(laid);
  const old = await owner.case.findUniqueOrThrow({ where: { id: laid.id } });
  expect(received).toMatchObject({
    ...{ areaId: laid.toAreaId, reference: opened, status: "consent_pending" },
  });
  expect(received.dataKeyId).not.toBe(old.dataKeyId);
  const where = { caseId: received.id };
  const items = await owner.informationItem.findMany({ where, orderBy: { body: "asc" } });
  expect(
    items.map(({ body, audience, suppliedById }) => [
      ...[body?.slice(0, 22), audience, suppliedById !== null],
    ]),
  ).toEqual([
    ["For all partners.", "all_partners", true],
    ["For the panel.", "panel_members", true],
    ["Offer support through ", "panel_members", true],
    [undefined, "chair_and_coordinator", true],
    [undefined, "chair_and_coordinator", true],
  ]);
  const read = await withActor(laid.wynn, (ctx) => viewItems(ctx, opened as string));
  const texts = read.items.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(["For two alone.", "For those named."]));
  const copy = items.find(({ body }) => body === "For all partners.");
  const copyOfAlone = read.items.find(({ text }) => text === "For two alone.");
  await expect(owner.assessmentAnswer.findMany({ where })).resolves.toMatchObject([
    { answer: "present", evidence: [copy?.id, copyOfAlone?.id] },
  ]);
  await expect(
    owner.assessmentAnswer.updateMany({ where, data: { evidence: [] } }),
  ).rejects.toThrow("AF-07");
  await expect(owner.supportPlan.count({ where })).resolves.toBe(1);
  await expect(owner.action.findMany({ where })).resolves.toMatchObject([
    { status: "not_started", ownerHatId: null },
  ]);
  await expect(owner.person.findMany({ where })).resolves.toMatchObject([
    { areaId: laid.toAreaId },
  ]);
  const seen = await withActor(laid.wynn, (ctx) => viewCase(ctx, opened as string));
  expect(seen.referral?.answers).toMatchObject({ whatHappened: "What was seen and heard." });
});

test("T27 files, documents and people around the person are read there under the key of the new area, and here no more than before", async () => {
  const laid = await twoAreas();
  const { cora, wynn, charles } = laid;
  const helen = await anActor("panel_member", { areaId: laid.areaId });
  const shared = await aDocument(laid, cora, { title: "Attendance", bytes: Buffer.from("Pages.") });
  const sealed = await aDocument(laid, cora, { title: "Alone", audience: "chair_and_coordinator" });
  await aDocument(laid, cora, {
    ...{ title: "Named", audience: "named_organisations" },
    namedOrganisationIds: [helen.organisationId],
  });
  await aDocument(laid, cora, { title: "Bad", scan: "infected" });
  await aPersonAround(laid, cora);
  const attachmentId = randomUUID();
  const key = await owner.dataKey.findUniqueOrThrow({ where: { id: laid.dataKeyId } });
  await owner.attachment.create({
    data: {
      ...{ id: attachmentId, areaId: laid.areaId, referralId: laid.referral.id, caseId: laid.id },
      ...{ organisationId: cora.organisationId, createdById: cora.userId, name: "letter.txt" },
      ...{ contentType: "text/plain", bytes: 8, sha256: "x", scan: "clean" },
      sealed: seal(
        { id: key.id, wrapped: key.wrapped ?? new Uint8Array() },
        `attachments.sealed.${attachmentId}`,
        "A letter",
      ),
      ...{ addedByHatId: cora.hatId, addedAt: new Date() },
    },
  });
  await offer(laid);

  const { opened } = await accept(wynn, (await offerOf(laid)).id);

  const reference = opened as string;
  const received = await newCaseOf(laid);
  const there = await withActor(wynn, (ctx) => viewDocuments(ctx, reference, 1));
  expect(there.documents.map(({ title, audience }) => [title, audience]).sort()).toEqual([
    ["Alone", "chair_and_coordinator"],
    ["Attendance", "all_partners"],
    ["Bad", "all_partners"],
    ["Named", "chair_and_coordinator"],
  ]);
  const versionOf = (title: string) =>
    there.documents.find((one) => one.title === title)?.current?.id ?? "";
  const fetched = (who: Actor, id: string) => withActor(who, (ctx) => openVersion(ctx, id));
  expect((await fetched(wynn, versionOf("Attendance"))).bytes.toString()).toBe("Pages.");
  expect(versionOf("Bad")).toBe("");
  const around = await withActor(wynn, (ctx) => viewAround(ctx, reference));
  expect(around.people).toHaveLength(1);
  const file = await owner.attachment.findFirstOrThrow({ where: { caseId: received.id } });
  const letter = await withActor(wynn, (ctx) => openAttachment(ctx, file.id));
  expect(letter.bytes.toString()).toBe("A letter");

  for (const who of [cora, charles, helen]) {
    await expect(fetched(who, versionOf("Alone"))).rejects.toMatchObject({ name: "NotFound" });
    await expect(withActor(who, (ctx) => openAttachment(ctx, file.id))).rejects.toMatchObject({
      name: "NotFound",
    });
  }
  for (const { versionId } of [shared, sealed]) {
    await expect(fetched(wynn, versionId)).rejects.toMatchObject({ name: "NotFound" });
    expect((await fetched(cora, versionId)).contentType).toContain("text");
  }
});

test("T27 what is sealed is given to the transaction that takes a case on, and to nothing before it or after", async () => {
  const laid = await twoAreas();
  await aDocument(laid, laid.cora, { audience: "chair_and_coordinator" });
  await offer(laid);
  const { id } = await offerOf(laid);
  const reading = (who: Actor) =>
    withActor(who, ({ tx }) => tx.$queryRaw<unknown[]>`select * from list_sealed(${id}::uuid)`);

  expect(await reading(laid.wynn)).toEqual([]);
  await accept(laid.wynn, id);

  expect(await reading(laid.wynn)).toEqual([]);
  expect(await reading(laid.cora)).toEqual([]);
});

test("T27 an offer is withdrawn by whoever runs the case until it is answered, and may be made again", async () => {
  const laid = await twoAreas();
  await offer(laid);
  const { id: transferId } = await offerOf(laid);
  const withdraw = (who: Actor) => withActor(who, (ctx) => withdrawTransfer(ctx, { transferId }));
  const forge = (who: Actor, status: string) =>
    withActor(who, ({ tx, now }) =>
      tx.caseTransfer.updateMany({
        where: { id: transferId },
        data: { status, answerReason: "x", answeredAt: now, answeredByHatId: who.hatId },
      }),
    );

  for (const who of [laid.wynn, await anActor("coordinator", { areaId: laid.areaId })]) {
    await expect(withdraw(who)).rejects.toMatchObject({ name: "NotFound" });
  }
  await expect(withdraw(laid.charles)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(forge(laid.wynn, "withdrawn")).rejects.toThrow();
  await expect(forge(laid.cora, "declined")).rejects.toThrow();
  await withdraw(laid.cora);

  await expect(offerOf(laid)).resolves.toMatchObject({
    ...{ status: "withdrawn", answeredByHatId: laid.cora.hatId },
  });
  await expect(
    owner.notification.findMany({ where: { hatId: laid.wynn.hatId, kind: "transfer_withdrawn" } }),
  ).resolves.toMatchObject([{ reference: laid.reference, path: "/transfers" }]);
  await expect(accept(laid.wynn, transferId)).rejects.toThrow("withdrawn");
  await expect(withdraw(laid.cora)).rejects.toThrow("answered already");
  await offer(laid);
  await accept(laid.wynn, (await offerOf(laid)).id);
});

test("T27 consent given elsewhere is marked so, and has to be asked for again (C-01)", async () => {
  const laid = await twoAreas();
  await aConsent(laid);
  await offer(laid);

  await accept(laid.wynn, (await offerOf(laid)).id);

  const { id: caseId } = await newCaseOf(laid);
  await expect(owner.consent.findMany({ where: { caseId } })).resolves.toMatchObject([
    { number: 1, state: "lapsed", details: { reason: "given_elsewhere", authority: "parent" } },
  ]);
  const clocks = await owner.clock.findMany({ where: { caseId, stoppedOn: null } });
  expect(clocks.map(({ kind }) => kind)).toEqual(["consent_sought"]);
  await withActor(laid.wynn, (ctx) =>
    seekConsent(ctx, { caseId, version: 1, soughtOn: today, askedBy: "Wynn", askedOf: "Parents" }),
  );
});

test.for([
  ["in_support", ["case_review", "provider_contact"], "consent_pending"],
  ["review_6m", ["review_12m", "review_6m"], "review_6m"],
  ["info_gathering", ["s36_decision"], "info_gathering"],
] as const)(
  "T27 no time limit of a case at %s is lost on the way (TL-09)",
  async ([caseStatus, kinds, arrivesAt]) => {
    const laid = await twoAreas(caseStatus);
    const dueOn = toDateColumn(addDays(today, 9));
    for (const kind of kinds) {
      await owner.clock.create({
        data: {
          ...{ caseId: laid.id, areaId: laid.areaId, kind, ownerRole: "coordinator" },
          ...{ startedOn: toDateColumn(today), dueOn },
        },
      });
    }
    await owner.review.create({
      data: { caseId: laid.id, areaId: laid.areaId, kind: "review_12m", dueOn },
    });
    await offer(laid);

    await accept(laid.wynn, (await offerOf(laid)).id);

    const received = await newCaseOf(laid);
    expect(received.status).toBe(arrivesAt);
    const clocks = await owner.clock.findMany({ where: { caseId: received.id, stoppedOn: null } });
    const carried = clocks.filter(({ kind }) => kind !== "consent_sought");
    expect(carried.map(({ kind }) => kind).sort()).toEqual(kinds);
    expect(carried.every((clock) => clock.dueOn.getTime() === dueOn.getTime())).toBe(true);
    await expect(owner.clock.count({ where: { caseId: laid.id, stoppedOn: null } })).resolves.toBe(
      0,
    );
    await expect(owner.review.count({ where: { caseId: received.id } })).resolves.toBe(1);
  },
);

test("T27 the old case ends, is kept for six months from the receipt, and is written to no more (7.4)", async () => {
  const laid = await twoAreas();
  await aRequest(laid, { askedBy: laid.cora });
  await offer(laid);

  await accept(laid.wynn, (await offerOf(laid)).id);

  const old = await owner.case.findUniqueOrThrow({ where: { id: laid.id } });
  expect(old).toMatchObject({
    ...{ status: "transferred", closureCode: "moved_area_transferred" },
    retentionClass: "transferred_out",
  });
  expect(old.disposeOn && fromDateColumn(old.disposeOn)).toBe(addMonths(today, 6));
  await expect(
    owner.informationRequest.findMany({ where: { caseId: laid.id } }),
  ).resolves.toMatchObject([{ state: "cancelled" }]);
  await expect(
    owner.notification.findMany({ where: { hatId: laid.referral.referrer.hatId } }),
  ).resolves.toMatchObject([{ kind: "referral_outcome", reference: laid.referral.reference }]);
  await expect(
    withActor(laid.cora, (ctx) =>
      recordItem(ctx, {
        ...{ caseId: laid.id, kind: "fact", source: "x", asOf: today, reliability: "reliable" },
        ...{ corroboration: "uncorroborated", audience: "all_partners", necessity: fifty },
        ...{ lawfulBasis: "safeguarding", text: "x", suppliedById: laid.cora.organisationId },
        organisationIds: [],
      } as never),
    ),
  ).rejects.toMatchObject({ name: expect.stringMatching(/RuleBroken|FieldsRefused/) });
});

test("T27 each case leads to the other, both areas have it on their logs, and nobody reads more than before", async () => {
  const laid = await twoAreas();
  const readersOf = async (caseId: string) =>
    (await owner.caseReader.findMany({ where: { caseId } })).map(({ hatId }) => hatId).sort();
  const before = await readersOf(laid.id);
  await offer(laid);
  await accept(laid.wynn, (await offerOf(laid)).id);
  const received = await newCaseOf(laid);

  const there = await withActor(laid.wynn, (ctx) => viewTransfers(ctx, received.reference));
  const here = await withActor(laid.cora, (ctx) => viewTransfers(ctx, laid.reference));

  expect(there.cameFrom).toMatchObject([{ reference: laid.reference }]);
  expect(here.offers).toMatchObject([{ status: "accepted", newReference: received.reference }]);
  await expect(readersOf(laid.id)).resolves.toEqual(before);
  await expect(readersOf(received.id)).resolves.toEqual([laid.wynn.hatId]);
  for (const [actor, reference] of [
    [laid.cora, received.reference],
    [laid.wynn, laid.reference],
  ] as const) {
    await expect(withActor(actor, (ctx) => viewCase(ctx, reference))).rejects.toMatchObject({
      name: "NotFound",
    });
  }
  const events = await owner.auditEvent.findMany({ where: { actor: laid.wynn.userId } });
  const ofTransfer = events.filter(({ type }) =>
    /^(case|transfer)\.(transferred|accepted)$/.test(type),
  );
  expect(ofTransfer.map(({ type, area }) => [type, area]).sort()).toEqual([
    ["case.transferred", laid.areaId],
    ["transfer.accepted", laid.toAreaId],
  ]);
});

test("T27 the other area may decline, with a reason, and the case goes on where it was", async () => {
  const laid = await twoAreas();
  await offer(laid);

  await decline(laid.wynn, (await offerOf(laid)).id);

  await expect(offerOf(laid)).resolves.toMatchObject({
    ...{ status: "declined", answeredByHatId: laid.wynn.hatId },
    answerReason: "Nobody of that name lives here.",
  });
  await expect(owner.case.findUniqueOrThrow({ where: { id: laid.id } })).resolves.toMatchObject({
    ...{ status: "in_support", version: 1 },
  });
  await expect(
    owner.notification.findMany({ where: { hatId: laid.cora.hatId } }),
  ).resolves.toMatchObject([{ kind: "transfer_answered" }]);
  await offer(laid); // and may be asked again
});

test("T27 an offer is made once at a time, and answered once", async () => {
  const laid = await twoAreas();
  await offer(laid);
  await expect(offer(laid)).rejects.toThrow("offered already");
  const { id } = await offerOf(laid);

  await accept(laid.wynn, id);

  await expect(accept(laid.wynn, id)).rejects.toThrow("answered already");
  await expect(decline(laid.wynn, id)).rejects.toThrow("answered already");
  await expect(owner.case.count({ where: { areaId: laid.toAreaId } })).resolves.toBe(1);
});

test("T27 nobody else offers a case, or answers for the other area", async () => {
  const laid = await twoAreas();
  const carl = await anActor("coordinator", { areaId: laid.areaId });
  const chairThere = await anActor("chair", { areaId: laid.toAreaId });
  const third = await anActor("coordinator", { areaId: (await anArea()).id });

  await expect(offer(laid, laid.charles)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(offer(laid, carl)).rejects.toMatchObject({ name: "NotFound" });
  await offer(laid);
  const { id } = await offerOf(laid);
  for (const actor of [chairThere, laid.cora, third]) {
    await expect(accept(actor, id)).rejects.toMatchObject({
      name: expect.stringMatching(/Forbidden|NotFound/),
    });
  }
  await expect(withActor(third, listOffers)).resolves.toEqual([]);
  await expect(offerOf(laid)).resolves.toMatchObject({ status: "offered" });
});

test("T27 somebody with a conflict on the case does not take it on in another area (Q-07)", async () => {
  const laid = await twoAreas();
  await owner.caseConflict.create({
    data: {
      ...{ caseId: laid.id, areaId: laid.areaId, userId: laid.wynn.userId },
      declaredAt: new Date(),
    },
  });
  await offer(laid);

  await expect(accept(laid.wynn, (await offerOf(laid)).id)).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("T27 a case that is paused, or has ended, cannot be handed on", async () => {
  const laid = await twoAreas();
  await offer(laid);
  const { id } = await offerOf(laid);

  await owner.case.update({ where: { id: laid.id }, data: { pausedSince: new Date() } });
  await expect(accept(laid.wynn, id)).rejects.toThrow("paused");
  await owner.case.update({
    where: { id: laid.id },
    data: { pausedSince: null, status: "closed_declined" },
  });
  await expect(accept(laid.wynn, id)).rejects.toThrow("ended");

  await expect(owner.case.count({ where: { areaId: laid.toAreaId } })).resolves.toBe(0);
});

test("the pages of a transfer ask no more than they may", async () => {
  const laid = await twoAreas();
  await offer(laid);
  const { id } = await offerOf(laid);

  for (const [actor, query] of [
    [laid.cora, (ctx: Parameters<typeof viewTransfers>[0]) => viewTransfers(ctx, laid.reference)],
    [laid.wynn, listOffers],
    [laid.wynn, (ctx: Parameters<typeof viewOffer>[0]) => viewOffer(ctx, id)],
  ] as const) {
    const { count } = await countStatements(() => withActor<unknown>(actor, query));
    expect(count).toBeLessThanOrEqual(8);
  }
});
