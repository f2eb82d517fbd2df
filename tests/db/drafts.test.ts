import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { NotFound, Overtaken } from "@/lib/errors";
import { addAddendum, withdrawReferral } from "@/lib/referrals/addenda/commands";
import { submitReferral } from "@/lib/referrals/commands";
import {
  discardDraft,
  discardStaleDrafts,
  saveDraftPage,
  startDraft,
} from "@/lib/referrals/drafts/commands";
import {
  viewAnswers,
  viewDraft,
  viewDraftPage,
  viewWarnings,
} from "@/lib/referrals/drafts/queries";
import { listMyReferrals, printReferral, viewReferral } from "@/lib/referrals/queries";
import { declaration, wholeReferral } from "@/tests/support/answers";
import { aDraft, anActor, aReadyArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const person = { forenames: "Rowan", surname: "Marsh" };
const save = (who: Actor, draftId: string, as: { version?: number; editor?: string } = {}) =>
  withActor(who, (ctx) =>
    saveDraftPage(ctx, {
      draftId,
      page: "person",
      editor: as.editor ?? randomUUID(),
      version: as.version ?? 0,
      answers: person,
    }),
  );

const states = async (who: Actor, draftId: string) => {
  const draft = await withActor(who, (ctx) => viewDraft(ctx, draftId));
  return "pages" in draft
    ? Object.fromEntries(draft.pages.map(({ page, state }) => [page, state]))
    : {};
};

async function aSentReferral() {
  const area = await aReadyArea();
  const draft = await aDraft(area.referrer);
  const { reference } = await withActor(area.referrer, (ctx) =>
    submitReferral(ctx, { ...draft, ...declaration }),
  );
  return { ...area, ...draft, reference };
}

test("a draft begins with what the account knows, and every page says how far it is (RF-06)", async () => {
  const { referrer } = await aReadyArea();
  const { draftId } = await withActor(referrer, (ctx) => startDraft(ctx));

  expect(await states(referrer, draftId)).toMatchObject({
    safety: "not_started",
    child: "not_started",
    others: "optional",
    referrer: "started",
  });
  await save(referrer, draftId);
  expect(await states(referrer, draftId)).toMatchObject({ person: "started" });
});

test("the page about a child goes once the person is known to be an adult (RF-02)", async () => {
  const { referrer } = await aReadyArea();
  const grown = { ...wholeReferral.person, dateOfBirth: "1/1/1980" };
  const { draftId } = await aDraft(referrer, { person: grown });

  expect(await states(referrer, draftId)).not.toHaveProperty("child");
});

test("what is typed lies sealed, and no name of it is in the store (RF-06)", async () => {
  const { referrer } = await aReadyArea();
  const { draftId } = await aDraft(referrer, { person: wholeReferral.person });

  const row = await owner.referral.findUniqueOrThrow({ where: { id: draftId } });

  expect(Buffer.from(row.sealedDraft ?? []).toString("latin1")).not.toMatch(/Rowan|Marsh/);
  await expect(owner.person.count({ where: { referralId: draftId } })).resolves.toBe(0);
});

test("a draft is its writer's alone: to the lead, the police and a colleague it is not there (IS-01)", async () => {
  const { referrer, officer, areaId } = await aReadyArea();
  const { organisationId } = referrer;
  const { draftId } = await aDraft(referrer, { person });
  const others = [
    officer,
    await anActor("referrer", { areaId, organisationId }),
    await anActor("agency_lead", { areaId, organisationId }),
  ];

  for (const who of others) {
    await expect(states(who, draftId)).rejects.toThrow(/no such draft|cannot do this/);
    await expect(save(who, draftId)).rejects.toThrow(/no such draft|cannot do this/);
  }
});

test("an address that names no draft is not there", async () => {
  const { referrer } = await aReadyArea();

  await expect(states(referrer, "nonsense")).rejects.toThrow(NotFound);
});

test("a second window is told what the first one saved, and its own saves never stand in its way", async () => {
  const { referrer } = await aReadyArea();
  const { draftId } = await withActor(referrer, (ctx) => startDraft(ctx));
  const [one, two] = [randomUUID(), randomUUID()];

  await save(referrer, draftId, { editor: one });
  await save(referrer, draftId, { editor: one });
  const overtaken = save(referrer, draftId, { editor: two });

  await expect(overtaken).rejects.toThrow(Overtaken);
  await save(referrer, draftId, { editor: two, version: 2 });
});

test("a postcode of somewhere else and a generalisation are warned of, and counted without their words (RF-03, RF-05)", async () => {
  const { referrer } = await aReadyArea();
  const { draftId } = await aDraft(referrer, {
    "person-contact": { localAuthority: "Not known", postcode: "NB1 4QT" },
    concern: { whatHappened: "I am worried because he prays." },
  });
  const warned = (page: "concern" | "person-contact" | "needs") =>
    withActor(referrer, (ctx) => viewWarnings(ctx, draftId, page));

  await expect(warned("person-contact")).resolves.toMatchObject({ warnings: [{ quotes: [] }] });
  await expect(warned("concern")).resolves.toMatchObject({
    warnings: [{ quotes: ["I am worried because he prays."] }],
  });
  await expect(warned("needs")).resolves.toMatchObject({ warnings: [] });
  const events = await owner.auditEvent.findMany({
    where: { actor: referrer.userId, type: "draft.saved" },
    select: { facts: true },
  });
  expect(events.map(({ facts }) => facts)).toContainEqual({ page: "concern", warnings: 1 });
  expect(JSON.stringify(events)).not.toContain("prays");
});

test("a deleted draft keeps nothing that was typed (T02)", async () => {
  const { referrer } = await aReadyArea();
  const { draftId } = await aDraft(referrer);

  await withActor(referrer, (ctx) => discardDraft(ctx, { draftId }));

  const row = await owner.referral.findUniqueOrThrow({ where: { id: draftId } });
  expect(row.sealedDraft).toBeNull();
  await expect(states(referrer, draftId)).rejects.toThrow(NotFound);
});

test("the clock removes a draft that nobody touched for 30 days, and no other (T02)", async () => {
  const { referrer, areaId } = await aReadyArea();
  const [old, recent] = [await aDraft(referrer, { person }), await aDraft(referrer, { person })];
  const saved = { old: "2026-03-01T09:00:00Z", recent: "2026-03-02T23:30:00Z" };
  for (const [draft, at] of [
    [old, saved.old],
    [recent, saved.recent],
  ] as const) {
    await owner.referral.update({
      where: { id: draft.draftId },
      data: { draftSavedAt: new Date(at) },
    });
  }

  const removed = await withActor(
    theSystem(areaId),
    discardStaleDrafts,
    new Date("2026-03-31T09:00:00Z"),
  );

  expect(removed).toBe(1);
  await expect(states(referrer, old.draftId)).rejects.toThrow(NotFound);
  expect(await states(referrer, recent.draftId)).toMatchObject({ person: "started" });
});

test("a draft that was sent says what it was sent as, and can be neither saved nor deleted", async () => {
  const { referrer, draftId, reference } = await aSentReferral();

  await expect(
    withActor(referrer, (ctx) => viewDraftPage(ctx, draftId, "person")),
  ).resolves.toEqual({ sentAs: reference });
  await expect(save(referrer, draftId)).rejects.toThrow("already been sent");
  await expect(withActor(referrer, (ctx) => discardDraft(ctx, { draftId }))).rejects.toThrow(
    "already been sent",
  );
});

test("what was sent stays, more is added beside it by its author, and the gateway is told (RF-08)", async () => {
  const { referrer, officer, areaId, reference } = await aSentReferral();
  const body = "He has since said sorry to both of his friends.";
  const lead = await anActor("agency_lead", { areaId, organisationId: referrer.organisationId });
  const stranger = await anActor("referrer", { areaId });
  const add = (who: Actor) => withActor(who, (ctx) => addAddendum(ctx, { reference, body }));

  await add(referrer);
  await expect(add(lead)).rejects.toThrow("cannot do this");
  await expect(add(stranger)).rejects.toThrow(NotFound);

  const { mine } = await withActor(lead, (ctx) => viewReferral(ctx, reference));
  expect(mine).toMatchObject({ addenda: [{ body }], mayAdd: false });
  await expect(
    owner.notification.count({ where: { hatId: officer.hatId, kind: "referral_added_to" } }),
  ).resolves.toBe(1);
});

test("nobody can change what was sent or added, not even its author (RF-08)", async () => {
  const { referrer, reference } = await aSentReferral();
  const body = "He has since said sorry to both of his friends.";
  await withActor(referrer, (ctx) => addAddendum(ctx, { reference, body }));

  const rewrite = withActor(referrer, ({ tx }) =>
    tx.referralText.updateMany({ data: { answers: {} } }),
  );
  await expect(rewrite).rejects.toThrow(/permission denied/);
  const rewriteMore = withActor(referrer, ({ tx }) =>
    tx.referralAddendum.updateMany({ data: { body: "Nothing" } }),
  );

  await expect(rewriteMore).rejects.toThrow(/permission denied/);
});

test("a referral is withdrawn until the gateway has decided, and is kept for 30 days (RF-09)", async () => {
  const { referrer, draftId, reference } = await aSentReferral();
  const reason = "The school has spoken to the family, who have explained it.";
  const withdraw = () => withActor(referrer, (ctx) => withdrawReferral(ctx, { reference, reason }));

  await withdraw();

  const row = await owner.referral.findUniqueOrThrow({ where: { id: draftId } });
  expect(row).toMatchObject({ status: "withdrawn", endedAt: expect.any(Date) });
  expect(row.disposeOn).not.toBeNull();
  const clocks = await owner.clock.findMany({ where: { referralId: draftId } });
  expect(clocks.map(({ outcome }) => outcome)).toEqual(["cancelled", "cancelled"]);
  await expect(withdraw()).rejects.toThrow("already decided");
});

test("a form says the same of a person whether they were referred before or not (RF-04)", async () => {
  const { areaId, referrer } = await aReadyArea();
  const colleague = await anActor("referrer", { areaId });
  const { draftId } = await aDraft(referrer);
  const allThatIsSaid = () =>
    withActor(referrer, async (ctx) => [
      await viewDraft(ctx, draftId),
      await viewAnswers(ctx, draftId),
      await viewWarnings(ctx, draftId, "concern"),
      await viewDraftPage(ctx, draftId, "person"),
      await listMyReferrals(ctx, 1),
    ]);
  const ofSomebodyNew = await allThatIsSaid();

  const earlier = await aDraft(colleague);
  await withActor(colleague, (ctx) => submitReferral(ctx, { ...earlier, ...declaration }));

  expect(await allThatIsSaid()).toEqual(ofSomebodyNew);
});

test("a printed copy is on the log as a print, and nobody prints another's (RF-10)", async () => {
  const { areaId, officer, coordinator, referrer, reference } = await aSentReferral();
  const colleague = await anActor("referrer", { areaId });
  for (const who of [colleague, officer, coordinator])
    await expect(withActor(who, (ctx) => printReferral(ctx, reference))).rejects.toThrow();

  await withActor(referrer, (ctx) => printReferral(ctx, reference));

  const printed = await owner.auditEvent.findMany({
    where: { type: "referral.printed", facts: { path: ["reference"], equals: reference } },
    select: { facts: true },
  });
  expect(printed).toEqual([{ facts: { reference } }]);
});

test("a referrer lists their own, a lead the organisation's, and a colleague neither", async () => {
  const { referrer, areaId, reference } = await aSentReferral();
  await aDraft(referrer, { person });
  const { organisationId } = referrer;
  const lead = await anActor("agency_lead", { areaId, organisationId });
  const colleague = await anActor("referrer", { areaId, organisationId });
  const list = (who: Actor) => withActor(who, (ctx) => listMyReferrals(ctx, 1));

  await expect(list(referrer)).resolves.toMatchObject({
    total: 1,
    rows: [{ reference, name: "Rowan Marsh", told: "being_assessed" }],
    drafts: [{ name: "Rowan Marsh" }],
  });
  await expect(list(lead)).resolves.toMatchObject({ total: 1, drafts: [] });
  await expect(list(colleague)).resolves.toMatchObject({ total: 0, rows: [], drafts: [] });
});

test("no page of a draft or of one's own referrals needs more than eight statements", async () => {
  const { referrer, reference } = await aSentReferral();
  const { draftId } = await aDraft(referrer);
  const pages = {
    list: () => withActor(referrer, (ctx) => listMyReferrals(ctx, 1)),
    tasks: () => withActor(referrer, (ctx) => viewDraft(ctx, draftId)),
    page: () => withActor(referrer, (ctx) => viewDraftPage(ctx, draftId, "person-contact")),
    check: () => withActor(referrer, (ctx) => viewAnswers(ctx, draftId)),
    sent: () => withActor(referrer, (ctx) => viewReferral(ctx, reference)),
  };

  for (const [name, page] of Object.entries(pages)) {
    const { count } = await countStatements<unknown>(page);
    expect([name, count <= 7]).toEqual([name, true]); // one more finds the session
  }
});
